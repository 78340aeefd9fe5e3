"""The messages of the daily question, made ready: the question in the morning, its result the day after."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date, datetime

from tutor.maths.exercises import Exercise
from tutor.services.daily.board import DailyBoard, Notice, Stage
from tutor.services.daily.words import post_words, result_words, small_print
from tutor.services.errors import WorkError
from tutor.services.exhibits import Page, Picture
from tutor.services.pictures import PictureError, Pictures, Theme
from tutor.services.questions import BrokenQuestionError, body_of, exercise_of, fingerprint_of
from tutor.services.quiz.asking import face_of
from tutor.services.quiz.working import working
from tutor.services.records import Records
from tutor.services.records.dailies import Daily, DailyPost
from tutor.services.records.sittings import Question
from tutor.services.workers import Answer, Job, Workers
from tutor.words.messages import Locale

log = logging.getLogger(__name__)

MOST_ANSWER_PAGES = 3
"""Cards of a long answer that a result shows; the button gives all of it as text."""
LONGEST_MESSAGE = 2_000
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class DailyNotices:
    """Makes notices; every picture of a server's message is dark, since its people have not one theme."""

    def __init__(self, records: Records, workers: Workers, pictures: Pictures, board: DailyBoard) -> None:
        self._records = records
        self._workers = workers
        self._pictures = pictures
        self._board = board

    async def locale(self, guild: int) -> Locale:
        """The language of a server's posts: the chosen one, else what Discord says."""
        return await self._records.guilds.language(guild) or self._board.locale(guild)

    async def asked(self, post: DailyPost) -> Exercise | None:
        """What a post asked; None where that is no longer kept, or cannot be read."""
        if post.question is None:
            return None
        question = await self._records.sittings.question(post.question)
        if question is None:
            return None
        try:
            return exercise_of(question.body)
        except BrokenQuestionError:
            log.exception("The question %s cannot be read", post.question)
            return None

    async def opened(self, daily: Daily, post: DailyPost, exercise: Exercise) -> Notice:
        """The question of a day, to be answered."""
        locale = await self.locale(daily.guild)
        body = body_of(exercise)
        face = await self._worked(Job(face_of, (body, small_print(exercise, locale), locale)))
        missed = [day for day in await self._records.posts.missed(daily.guild) if day < post.day]
        words = post_words(post.day, missed, daily.role, locale)
        pictures = await self._drawn([face.page])
        return Notice(
            question=post.question or "",
            locale=locale,
            words=words if pictures else written_out(words, face.text),
            pictures=pictures,
            choices=len(exercise.choices),
            role=daily.role,
            bell=daily.role is not None and self._board.hands_out(daily.guild, daily.role),
            nonce=nonce_of(daily.guild, post.day),
        )

    async def closed(self, post: DailyPost, exercise: Exercise) -> Notice:
        """The result of a day: how it was answered, and how the answer comes about."""
        locale = await self.locale(post.guild)
        attempts = await self._records.attempts.of_question(post.question or "")
        body, name = body_of(exercise), post.question or ""
        face = await self._worked(Job(face_of, (body, small_print(exercise, locale), locale)))
        answer = await self._worked(Job(working, (body, name, locale)))
        words = result_words(post.day, exercise, attempts, locale)
        pictures = await self._drawn([face.page, *answer.pages[:MOST_ANSWER_PAGES]])
        return Notice(
            question=post.question or "",
            locale=locale,
            words=words if pictures else written_out(words, answer.text),
            pictures=pictures,
            choices=len(exercise.choices),
            stage=Stage.CLOSED,
        )

    async def _worked(self, job: Job[Answer]) -> Answer:
        """What a worker gives; a server's post does not wait for workers that are busy or gone."""
        try:
            return await self._workers.run(job)
        except WorkError:
            log.warning("The daily question is laid out without a worker", exc_info=True)
            return job()

    async def _drawn(self, pages: Iterable[Page]) -> tuple[Picture, ...]:
        """The pictures; none where one of them could not be drawn."""
        try:
            return tuple([Picture(await self._pictures.card(page.card, Theme.DARK), page.alt) for page in pages])
        except PictureError:
            log.warning("The daily question's picture could not be drawn", exc_info=True)
            return ()


def question_of(guild: int, day: date, exercise: Exercise, now: datetime) -> Question:
    """The question of a server and a day, to be kept; its id is that of its sitting too."""
    name = question_id(guild, day)
    return Question(
        id=name,
        sitting=name,
        position=0,
        skill=exercise.skill,
        kind=exercise.kind,
        level=exercise.level,
        body=body_of(exercise),
        fingerprint=fingerprint_of(exercise),
        asked_at=now,
    )


def question_id(guild: int, day: date) -> str:
    """The id of the question of a server and a day: at most 22 letters and digits."""
    digits, rest = "", guild
    while rest:
        rest, digit = divmod(rest, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return f"d{digits}{day:%Y%m%d}"


def nonce_of(guild: int, day: date) -> str:
    """The nonce of the post of a server and a day."""
    return question_id(guild, day)


def written_out(words: str, whole: str) -> str:
    """The words with a text under them in a fixed-width font, as much of it as a message holds."""
    room = LONGEST_MESSAGE - len(words) - 9
    return f"{words}\n```\n{whole.replace('`', '')[:room]}\n```"
