"""The daily question as text, for whoever presses the button; with its answer for those who may see it."""

from __future__ import annotations

from tutor.services.answering import AnswerFirstError, Answering
from tutor.services.clock import Clock
from tutor.services.preferences import Reader
from tutor.services.quiz.asking import face_of
from tutor.services.quiz.working import working
from tutor.services.records.sittings import Question
from tutor.services.workers import Job, Workers


class DailyQuestions:
    """Writes daily questions out."""

    def __init__(self, answering: Answering, workers: Workers, clock: Clock) -> None:
        self._answering = answering
        self._workers = workers
        self._clock = clock

    async def written_out(self, reader: Reader, question: str) -> str:
        """A question as plain text; with how its answer comes about once it is closed, or this reader has answered.

        Raises:
            QuestionGoneError: where there is no such question.
            RecordsError, WorkError: where that could not be found out.
        """
        asked = await self._answering.question(question)
        face = await self._workers.run(Job(face_of, (dict(asked.body), "", reader.locale)), reader.id)
        answer = await self._answer(reader, asked)
        return "\n\n".join(filter(None, (face.text, answer)))

    async def _answer(self, reader: Reader, asked: Question) -> str:
        if asked.closes_at is not None and asked.closes_at <= self._clock.now():
            job = Job(working, (dict(asked.body), asked.id, reader.locale))
            return (await self._workers.run(job, reader.id)).text
        try:
            return (await self._answering.working(reader, asked.id)).text
        except AnswerFirstError:
            return ""
