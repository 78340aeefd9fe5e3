"""What is shown of a party, made from the records."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

from tutor.services.exhibits import Picture
from tutor.services.party.board import PartyView
from tutor.services.pictures import PictureError, Pictures, Theme
from tutor.services.quiz.asking import Face, face_of
from tutor.services.quiz.feedback import Feedback, feedback
from tutor.services.quiz.given import DONT_KNOW
from tutor.services.quiz.topics import subject_name
from tutor.services.records.attempts import Attempts
from tutor.services.records.parties import Parties, Party, Stage
from tutor.services.records.sittings import Question, Sittings
from tutor.services.workers import Job, Workers
from tutor.words.messages import Locale, nearest_locale, text

KEPT = 200


class ViewRecords(Protocol):
    """The records that are looked at."""

    @property
    def sittings(self) -> Sittings: ...  # noqa: D102
    @property
    def attempts(self) -> Attempts: ...  # noqa: D102
    @property
    def parties(self) -> Parties: ...  # noqa: D102


class PartyViews:
    """Makes what is shown."""

    def __init__(self, records: ViewRecords, workers: Workers, pictures: Pictures) -> None:
        self._records = records
        self._workers = workers
        self._pictures = pictures
        self._faces: OrderedDict[str, Face] = OrderedDict()

    async def question(self, party: Party) -> Question | None:
        """The question that is or was asked last; None before the first.

        Raises:
            RecordsError: where the records are away.
        """
        known = await self._records.sittings.questions(party.sitting)
        return next((one for one in known if one.position == party.round), None)

    async def view(self, party: Party) -> PartyView:
        """A party as it stands.

        Raises:
            RecordsError, WorkError: where it could not be made ready.
        """
        sitting = await self._records.sittings.sitting(party.sitting)
        options = sitting.options if sitting is not None else {}
        locale = nearest_locale(options.get("locale"))
        scores = await self._records.parties.scores(party.sitting)
        topic = subject_name(locale, options.get("topic", ""))
        question = None if party.stage is Stage.GATHERING else await self.question(party)
        if question is None:
            return PartyView(party, locale, topic, scores, until=party.until)
        face = await self._face(party, question, locale)
        solution: Feedback | None = None
        gained: list[tuple[int, int]] = []
        if party.stage is not Stage.ASKING:
            said = (dict(question.body), "", DONT_KNOW, None, locale, True)
            solution = await self._workers.run(Job(feedback, said))
            attempts = await self._records.attempts.of_question(question.id)
            gained = sorted(((one.answer.learner, one.points) for one in attempts), key=lambda one: -one[1])
        return PartyView(
            party,
            locale,
            topic,
            scores,
            question.id,
            len(question.body["choices"]),
            face.text,
            await self._drawn(face, Theme(options.get("theme", Theme.DARK))),
            party.until,
            solution,
            gained,
        )

    async def _face(self, party: Party, question: Question, locale: Locale) -> Face:
        if question.id not in self._faces:
            footer = text(locale, "list-dot").join(
                (
                    text(locale, "quiz-place", number=question.position + 1, count=party.rounds),
                    subject_name(locale, question.skill),
                    text(locale, "quiz-level", level=question.level),
                )
            )
            self._faces[question.id] = await self._workers.run(Job(face_of, (dict(question.body), footer, locale)))
            if len(self._faces) > KEPT:
                self._faces.popitem(last=False)
        return self._faces[question.id]

    async def _drawn(self, face: Face, theme: Theme) -> Picture | None:
        try:
            return Picture(await self._pictures.card(face.page.card, theme), face.page.alt)
        except PictureError:
            return None
