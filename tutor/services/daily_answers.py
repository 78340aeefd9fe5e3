"""Answers to the daily question: each person's own, once, and only that person is told how it went."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.exercises import Exercise
from tutor.services.clock import Clock
from tutor.services.days import day_ends, day_of
from tutor.services.errors import RequestError
from tutor.services.exhibits import Picture
from tutor.services.memory import rating_of, reviewed
from tutor.services.pictures import PictureError, Pictures
from tutor.services.preferences import Reader
from tutor.services.question_cards import answer_pages
from tutor.services.questions import LETTERS, BrokenQuestionError, exercise_of, key_of
from tutor.services.records import Records
from tutor.services.records.attempts import Answer, Effect, Standing
from tutor.services.records.errors import QuestionGoneError
from tutor.services.records.sittings import Question
from tutor.services.scoring import credit_of

MOST_PAGES = 10
"""Pictures that fit into a message."""


class AnswerFirstError(RequestError):
    """The answer is shown to those who have given theirs."""

    kind = "answer_first"


@dataclass(frozen=True, slots=True)
class Feedback:
    """How an answer went.

    Attributes:
        exercise: what was asked.
        chosen: which choice was made, from 0.
        right: whether it is the right one.
        fresh: false where this person had answered before; then the first answer stands.
        misconception: the misconception that leads to the choice, where one does.
    """

    exercise: Exercise
    chosen: int
    right: bool
    fresh: bool
    misconception: str | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A question as somebody may see it.

    Attributes:
        exercise: what was asked.
        answered: whether the answer may be seen too.
    """

    exercise: Exercise
    answered: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """How an answer comes about.

    Attributes:
        exercise: what was asked.
        pictures: the derivation; empty where the reader wants text, or it could not be drawn.
    """

    exercise: Exercise
    pictures: tuple[Picture, ...]


class DailyAnswers:
    """Takes answers by the buttons under a post."""

    def __init__(self, records: Records, pictures: Pictures, clock: Clock) -> None:
        self._records = records
        self._pictures = pictures
        self._clock = clock

    async def answer(self, question: str, reader: Reader, choice: int, token: str) -> Feedback:
        """Write an answer down; a second one changes nothing.

        Args:
            question: the question's id.
            reader: who answers, and where the person's days begin and end.
            choice: which choice, from 0.
            token: names the press.

        Raises:
            QuestionGoneError: where there is no such question, or no such choice.
            TooLateError: where its result is shown already.
            RecordsError: where the records are away, and nothing was saved.
        """
        asked = await self._question(question)
        exercise = _exercise(asked)
        if not 0 <= choice < len(exercise.choices):
            raise QuestionGoneError
        now = self._clock.now()
        day = day_of(now, reader.zone)
        right = choice == key_of(exercise)
        answer = Answer(
            learner=reader.id,
            question=question,
            token=token,
            at=now,
            day=day,
            right=right,
            verdict="correct" if right else "wrong",
            given=LETTERS[choice],
            misconception=exercise.misconceptions[choice],
        )
        until = day_ends(day, reader.zone)

        def judge(standing: Standing) -> Effect:
            rating = rating_of(right=right, hints=standing.hints, seconds=standing.seconds, guessed=True)
            credit = credit_of(standing, right=right, level=asked.level, until=until)
            return Effect(reviewed(standing.memory, rating, now), credit)

        recorded = await self._records.attempts.record(answer, judge)
        return _feedback(exercise, recorded.attempt.answer, fresh=recorded.fresh)

    async def seen(self, question: str, learner: int) -> Seen:
        """The question, and whether this person may see its answer: after answering, or once it is closed.

        Raises:
            QuestionGoneError: where there is no such question.
        """
        asked = await self._question(question)
        closed = asked.closes_at is not None and asked.closes_at <= self._clock.now()
        answered = closed or await self._records.attempts.found(learner, question) is not None
        return Seen(_exercise(asked), answered)

    async def explained(self, question: str, reader: Reader) -> Explained:
        """How the answer comes about, drawn for a reader.

        Raises:
            QuestionGoneError: where there is no such question.
            AnswerFirstError: where this person has not answered yet, and still can.
        """
        seen = await self.seen(question, reader.id)
        if not seen.answered:
            raise AnswerFirstError
        if reader.text_only:
            return Explained(seen.exercise, ())
        pages = answer_pages(seen.exercise, reader.locale)[:MOST_PAGES]
        try:
            drawn = [Picture(await self._pictures.card(page.card, reader.theme), page.alt) for page in pages]
        except PictureError:
            drawn = []
        return Explained(seen.exercise, tuple(drawn))

    async def _question(self, question: str) -> Question:
        asked = await self._records.sittings.question(question)
        if asked is None:
            raise QuestionGoneError
        return asked


def _exercise(asked: Question) -> Exercise:
    """Raises QuestionGoneError where the question is of no version that is known here."""
    try:
        return exercise_of(asked.body)
    except BrokenQuestionError as error:
        raise QuestionGoneError from error


def _feedback(exercise: Exercise, answer: Answer, *, fresh: bool) -> Feedback:
    chosen = max(LETTERS.find(answer.given), 0)
    return Feedback(exercise, chosen, answer.right, fresh, answer.misconception)
