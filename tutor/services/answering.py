"""Answering a question, whoever asked it: a sitting, a party, a server's daily question.

Here alone an answer is written down. It is graded first, then written down with what it does to the learner's memory,
in one transaction; what is said to it is made from what was written down, so that a second press says the same.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from tutor.services.clock import Clock
from tutor.services.days import day_ends, day_of
from tutor.services.errors import RequestError, WorkError
from tutor.services.exhibits import Exhibit
from tutor.services.memory import rating_of, reviewed
from tutor.services.preferences import Reader
from tutor.services.quiz.feedback import Feedback, again, feedback, note_lines, verdict_words
from tutor.services.quiz.given import DONT_KNOW, choice_given, typed_given
from tutor.services.quiz.marking import mark
from tutor.services.quiz.working import working
from tutor.services.records.attempts import Answer, Attempt, Attempts, Effect, Judge, Recorded, Standing
from tutor.services.records.errors import QuestionGoneError
from tutor.services.records.sittings import Question, Sittings, Turn, Turns
from tutor.services.records.upkeep import Reports
from tutor.services.scoring import credit_of, points_of
from tutor.services.workers import Job, Workers

log = logging.getLogger(__name__)
reports = logging.getLogger("napier.reports")
"""The owner's log of questions that learners found wrong."""

PAR, PAR_OF_LEVEL = 20.0, 15.0
"""Up to how many seconds are quick: these, and these for each level."""


class AnsweringRecords(Protocol):
    """The records that answering needs."""

    @property
    def sittings(self) -> Sittings: ...  # noqa: D102
    @property
    def turns(self) -> Turns: ...  # noqa: D102
    @property
    def attempts(self) -> Attempts: ...  # noqa: D102
    @property
    def reports(self) -> Reports: ...  # noqa: D102


class AnswerFirstError(RequestError):
    """The solution is asked for before an answer was given."""

    kind = "answer_first"


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was written down.

    Attributes:
        question: what was asked.
        attempt: the learner's one attempt at it.
        fresh: false where it had been answered before, by another press.
        feedback: what is said to it.
        notes: what could have been read otherwise, where it was typed just now.
    """

    question: Question
    attempt: Attempt
    fresh: bool
    feedback: Feedback
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A typed answer that has the right value but is not in the form asked for; nothing was written down.

    Attributes:
        lines: what is said to it.
    """

    lines: tuple[str, ...]


class Answering:
    """Takes answers, hints, undos and reports."""

    def __init__(self, records: AnsweringRecords, workers: Workers, clock: Clock) -> None:
        self._records = records
        self._workers = workers
        self._clock = clock

    async def choose(self, reader: Reader, question: str, choice: int, token: str) -> Answered:
        """Answer with one of the choices.

        Args:
            reader: who answers.
            question: the question's id.
            choice: which, from 0.
            token: names the press, so that a retry knows its own.

        Raises:
            QuestionGoneError: where there is no such question, or no such choice.
            NotYoursError: where it is in somebody else's private sitting.
            TooLateError: where it is closed.
            RecordsError: where it could not be written down; then nothing was.
        """
        asked = await self.question(question)
        key, wrong_rules = asked.body.get("key"), asked.body.get("misconceptions", ())
        if not 0 <= choice < len(wrong_rules):
            raise QuestionGoneError
        answer = self._answer(reader, question, token)
        answer = replace(
            answer,
            right=choice == key,
            verdict="correct" if choice == key else "wrong",
            given=choice_given(choice),
            misconception=wrong_rules[choice],
        )
        return await self._written(reader, asked, answer, guessed=True)

    async def give(self, reader: Reader, question: str, typed: str, token: str) -> Answered | NotCounted:
        """Answer with an expression.

        Args:
            reader: who answers.
            question: the question's id.
            typed: what was typed.
            token: names the form's submission.

        Raises:
            UnreadableError: where it cannot be read; that costs nothing.
            RefusedError, RecordsError: as `choose`.
            WorkError: where it was not marked.
        """
        asked = await self.question(question)
        earlier = await self._records.attempts.found(reader.id, question)
        if earlier is not None:
            return await self._told(reader, asked, Recorded(earlier, fresh=earlier.answer.token == token))
        marked = await self._workers.run(Job(mark, (dict(asked.body), typed, reader.log_base)), reader.id)
        if marked.verdict == "other_form":
            return NotCounted(again(marked, reader.locale))
        answer = replace(
            self._answer(reader, question, token),
            right=marked.right,
            verdict=marked.verdict,
            given=typed_given(marked.given),
            proved=marked.proved,
            misconception=marked.misconception,
        )
        answered = await self._written(reader, asked, answer, guessed=False)
        return replace(answered, notes=note_lines(marked, reader.locale)) if answered.fresh else answered

    async def give_up(self, reader: Reader, question: str, token: str) -> Answered:
        """Say *I don't know*; it counts as a wrong answer, and shows the right one.

        Raises:
            RefusedError, RecordsError: as `choose`.
        """
        asked = await self.question(question)
        return await self._written(reader, asked, self._answer(reader, question, token), guessed=False)

    async def answered(self, reader: Reader, question: Question) -> Answered | None:
        """The learner's answer with what is said to it; None where there is none yet.

        Raises:
            RecordsError: where the records are away.
        """
        attempt = await self._records.attempts.found(reader.id, question.id)
        return None if attempt is None else await self._told(reader, question, Recorded(attempt, fresh=False))

    async def hint(self, reader: Reader, question: str, number: int) -> Turn:
        """Take hint ``number``, from 1; a second press takes none.

        Raises:
            QuestionGoneError, NotYoursError, RecordsError: as `choose`.
        """
        return await self._records.turns.hint(reader.id, question, number, self._clock.now())

    async def undo(self, reader: Reader, question: str) -> None:
        """Take the answer back, within a minute.

        Raises:
            NothingToUndoError, TooLateError, RecordsError: where that cannot be.
        """
        await self._records.attempts.undo(reader.id, question, self._clock.now())

    async def report(self, reader: Reader, question: str) -> bool:
        """Send a question to the owner's log, with how it was made; false where this learner did before.

        Raises:
            QuestionGoneError, RecordsError: where there is no such question, or no records.
        """
        asked = await self.question(question)
        attempt = await self._records.attempts.found(reader.id, question)
        details = {
            "skill": asked.skill,
            "kind": asked.kind,
            "level": asked.level,
            "seed": asked.body.get("seed"),
            "given": attempt.answer.given if attempt is not None else None,
            "verdict": attempt.answer.verdict if attempt is not None else None,
            "locale": reader.locale,
        }
        fresh = await self._records.reports.add(reader.id, question, details, self._clock.now())
        if fresh:
            reports.warning("question reported: %s", json.dumps({"question": question, **details}, sort_keys=True))
        return fresh

    async def working(self, reader: Reader, question: str) -> Exhibit:
        """How the right answer comes about; for those who have answered.

        Raises:
            QuestionGoneError: where there is no such question.
            AnswerFirstError: where this learner has not answered it.
            RecordsError, WorkError: where that could not be found out.
        """
        asked = await self.question(question)
        if await self._records.attempts.found(reader.id, question) is None:
            raise AnswerFirstError
        return await self._workers.run(Job(working, (dict(asked.body), question, reader.locale)), reader.id)

    async def question(self, question: str) -> Question:
        """The question of an id.

        Raises:
            QuestionGoneError: where there is none.
            RecordsError: where the records are away.
        """
        found = await self._records.sittings.question(question)
        if found is None:
            raise QuestionGoneError
        return found

    def _answer(self, reader: Reader, question: str, token: str) -> Answer:
        """An answer at this moment by somebody who does not know."""
        now = self._clock.now()
        return Answer(
            reader.id, question, token, now, day_of(now, reader.zone), right=False, verdict=DONT_KNOW, given=""
        )

    async def _written(self, reader: Reader, asked: Question, answer: Answer, *, guessed: bool) -> Answered:
        recorded = await self._records.attempts.record(answer, judge_of(asked, answer, reader, guessed=guessed))
        return await self._told(reader, asked, recorded)

    async def _told(self, reader: Reader, asked: Question, recorded: Recorded) -> Answered:
        answer = recorded.attempt.answer
        said = (dict(asked.body), answer.given, answer.verdict, answer.misconception, reader.locale, answer.proved)
        try:
            words = await self._workers.run(Job(feedback, said), reader.id)
        except Exception as error:
            if not isinstance(error, WorkError):
                log.exception("An answer could not be explained")
            words = Feedback(answer.right, (), verdict_words(answer.verdict, reader.locale))
        return Answered(asked, recorded.attempt, recorded.fresh, words)


def judge_of(asked: Question, answer: Answer, reader: Reader, *, guessed: bool) -> Judge:
    """What an answer does to the learner's memory and to the boards, once it is known how the learner stands."""
    until = day_ends(answer.day, reader.zone)

    def judge(standing: Standing) -> Effect:
        rating = rating_of(
            right=answer.right,
            # Who answers a second time has seen the solution, which is the greatest of hints.
            hints=max(standing.hints, standing.again),
            seconds=standing.seconds,
            par=PAR + PAR_OF_LEVEL * asked.level,
            guessed=guessed,
        )
        return Effect(
            reviewed(standing.memory, rating, answer.at),
            credit_of(standing, right=answer.right, level=asked.level, until=until),
            _points(asked, answer),
        )

    return judge


def _points(asked: Question, answer: Answer) -> int:
    """What it is worth in a party, whose questions are open for a time; nothing elsewhere."""
    if asked.closes_at is None:
        return 0
    elapsed = max(answer.at - asked.asked_at, timedelta())
    return points_of(right=answer.right, elapsed=elapsed, limit=asked.closes_at - asked.asked_at)
