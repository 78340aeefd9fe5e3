"""A question as it stands before a learner: its card, the hints taken, the answer given."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tutor.services.answering import Answered, Answering
from tutor.services.clock import Clock
from tutor.services.exhibits import Page, Picture
from tutor.services.pictures import PictureError, Pictures
from tutor.services.preferences import Reader
from tutor.services.question_cards import question_page, question_text
from tutor.services.quiz.hints import hints
from tutor.services.quiz.kept import exercise_kept
from tutor.services.quiz.topics import subject_name
from tutor.services.records.sittings import Question, Sitting, Turns
from tutor.services.workers import Job, Workers
from tutor.words.messages import Locale, text

KEPT = 2_000
"""Questions kept ready for the next press."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a sitting as it stands before its learner.

    Attributes:
        sitting: the sitting.
        question: the question.
        count: how many there are in the sitting.
        choices: how many choices it has.
        typed: whether it can be answered by typing.
        picture: its card; None where the learner wants text or it could not be drawn.
        text: the question as plain text.
        hints: the hints that were taken, in their order.
        hint_count: how many there are.
        answered: the answer, once it was given.
    """

    sitting: Sitting
    question: Question
    count: int
    choices: int
    typed: bool
    picture: Picture | None
    text: str
    hints: tuple[str, ...]
    hint_count: int
    answered: Answered | None

    @property
    def last(self) -> bool:
        """Whether none comes after it."""
        return self.question.position + 1 >= self.count


@dataclass(frozen=True, slots=True)
class Face:
    """What is seen of a question.

    Attributes:
        page: its card.
        text: the same as plain text.
        hints: all its hints, in their order.
    """

    page: Page
    text: str
    hints: tuple[str, ...]


class Asking:
    """Puts questions before learners.

    Attributes:
        answering: who takes the answers.
    """

    def __init__(self, answering: Answering, turns: Turns, workers: Workers, pictures: Pictures, clock: Clock) -> None:
        self.answering = answering
        self._turns = turns
        self._workers = workers
        self._pictures = pictures
        self._clock = clock
        self._faces: OrderedDict[tuple[str, Locale], Face] = OrderedDict()

    async def show(
        self, reader: Reader, sitting: Sitting, question: Question, *, hint: int = 0, draw: bool = True
    ) -> Asked:
        """A question as it stands.

        Args:
            reader: its learner.
            sitting: its sitting.
            question: the question.
            hint: the hint to take now, from 1; 0 for none.
            draw: whether its picture is wanted.

        Raises:
            NotYoursError: where it is in somebody else's private sitting.
            RecordsError, WorkError: where it could not be shown.
        """
        face = await self._face(reader, sitting, question)
        answered = await self.answering.answered(reader, question)
        if hint and answered is None:
            turn = await self.answering.hint(reader, question.id, min(hint, len(face.hints)))
        else:
            turn = await self._turns.shown(reader.id, question.id, self._clock.now())
        return Asked(
            sitting,
            question,
            count_of(sitting),
            len(question.body["choices"]),
            bool({"value", "values"} & set(question.body["choices"][0])),
            await self._drawn(face, reader) if draw and not reader.text_only else None,
            face.text,
            face.hints[: turn.hints],
            len(face.hints),
            answered,
        )

    async def _face(self, reader: Reader, sitting: Sitting, question: Question) -> Face:
        key = (question.id, reader.locale)
        if key not in self._faces:
            footer = _footer(sitting, question, reader.locale)
            made = await self._workers.run(Job(face_of, (dict(question.body), footer, reader.locale)), reader.id)
            self._faces[key] = made
            if len(self._faces) > KEPT:
                self._faces.popitem(last=False)
        return self._faces[key]

    async def _drawn(self, face: Face, reader: Reader) -> Picture | None:
        try:
            return Picture(await self._pictures.card(face.page.card, reader.theme), face.page.alt)
        except PictureError:
            return None


def count_of(sitting: Sitting) -> int:
    """How many questions a sitting has."""
    return int(sitting.options.get("count", 1))


def face_of(body: Mapping[str, Any], footer: str, locale: Locale) -> Face:
    """A question made ready to be shown; to be run in a worker."""
    exercise = exercise_kept(body)
    page = question_page(exercise, locale, footer)
    return Face(page, question_text(exercise, locale), hints(body, locale))


def _footer(sitting: Sitting, question: Question, locale: Locale) -> str:
    parts = (
        text(locale, "quiz-place", number=question.position + 1, count=count_of(sitting)),
        subject_name(locale, question.skill),
        text(locale, "quiz-level", level=question.level),
    )
    return text(locale, "list-dot").join(parts)
