"""A question, what is said to its answer, and the summary of a sitting, as messages."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from cogs.presenting import LONGEST_MESSAGE, Reply, drawn_files, written
from cogs.question_ids import NONE, QuestionId
from cogs.question_items import question_button
from tutor.services.answering import Answered
from tutor.services.practice import NothingDue, Summary
from tutor.services.preferences import Reader
from tutor.services.questions import LETTERS
from tutor.services.quiz.asking import Asked
from tutor.services.quiz.topics import has_card, subject_name
from tutor.words.messages import Locale, text

SIGNS = {"correct": "✅", "wrong": "❌", "partial_domain": "⚠️", "dont_know": "💡"}
"""Beside the words, never in their place."""
PRIMARY, SECONDARY = discord.ButtonStyle.primary, discord.ButtonStyle.secondary


def asked_reply(asked: Asked, reader: Reader, *, pictured: bool, notes: tuple[str, ...] = ()) -> Reply:
    """A question as it stands before its learner: to be answered, or answered.

    Args:
        asked: the question.
        reader: the learner.
        pictured: whether the message shows its picture already.
        notes: how the answer was read that was just typed, where it could have been read otherwise.
    """
    lines = [] if pictured or asked.picture is not None else [written(asked.text, reader.locale)[0]]
    lines += [
        said(text(reader.locale, "quiz-hint", number=number, hint=hint)) for number, hint in enumerate(asked.hints, 1)
    ]
    if asked.answered is not None:
        lines += feedback_lines(asked.answered, notes)
    if asked.answered is None:
        view = _open_buttons(asked, reader.locale, pictured=pictured)
    else:
        view = _answered_buttons(asked, reader.locale)
    files = () if pictured or asked.picture is None else drawn_files((asked.picture,))
    return Reply("\n".join(lines)[:LONGEST_MESSAGE], files, view, keeps=pictured)


def feedback_lines(answered: Answered, notes: tuple[str, ...] = ()) -> Iterator[str]:
    """What is said to an answer: how it was read, whether it is right, and why."""
    feedback, verdict = answered.feedback, answered.attempt.answer.verdict
    yield from map(said, (*feedback.read, *notes))
    yield f"{SIGNS.get(verdict, '❌')} **{said(feedback.verdict)}**"
    yield from map(said, feedback.lines)


def summary_reply(summary: Summary, reader: Reader) -> Reply:
    """How a sitting went, and what can follow."""
    locale = reader.locale
    if not summary.answered:
        lines = [text(locale, "quiz-summary-none")]
    else:
        lines = [f"**{text(locale, 'quiz-summary', right=summary.right, answered=summary.answered)}**"]
    if summary.missed:
        names = text(locale, "list-comma").join(subject_name(locale, skill) for skill in summary.missed)
        lines.append(text(locale, "quiz-missed", skills=names))
    if summary.due:
        lines.append(text(locale, "quiz-due-today", count=summary.due))
    lines.append(following_words(summary.following, locale))
    view = discord.ui.View(timeout=None)
    sitting = summary.sitting.id
    if summary.missed:
        view.add_item(question_button(QuestionId("retry", sitting), text(locale, "button-retry"), PRIMARY))
    view.add_item(question_button(QuestionId("more", sitting), text(locale, "button-more")))
    _offer(view, summary.following, locale)
    return Reply("\n".join(lines), view=_finished(view))


def nothing_due_reply(nothing: NothingDue, reader: Reader) -> Reply:
    """That nothing is due, and what can be learnt."""
    locale = reader.locale
    lines = [f"**{text(locale, 'quiz-nothing-due')}**", following_words(nothing.following, locale)]
    view = discord.ui.View(timeout=None)
    _offer(view, nothing.following, locale)
    return Reply("\n".join(lines), view=_finished(view))


def following_words(following: str | None, locale: Locale) -> str:
    """What to learn next."""
    if following is None:
        return text(locale, "quiz-all-learnt")
    return text(locale, "quiz-learn-next", skill=subject_name(locale, following))


def not_counted_reply(lines: tuple[str, ...]) -> Reply:
    """What is said to a typed answer that does not count yet, beside the question."""
    return Reply("\n".join(map(said, lines))[:LONGEST_MESSAGE], beside=True)


def said(line: str) -> str:
    """A line whose formulas Discord takes for no markup."""
    return discord.utils.escape_markdown(line)


def _offer(view: discord.ui.View, skill: str | None, locale: Locale) -> None:
    """Buttons for what to learn next."""
    if skill is None:
        return
    view.add_item(question_button(QuestionId("practise", NONE, skill), text(locale, "button-practise"), row=1))
    if has_card(skill):
        view.add_item(question_button(QuestionId("learn", NONE, skill), text(locale, "button-show-card"), row=1))


def _open_buttons(asked: Asked, locale: Locale, *, pictured: bool) -> discord.ui.View:
    """The choices by their letters; and what else can be done."""
    view = discord.ui.View(timeout=None)
    sitting, question = asked.sitting.id, asked.question.id
    for number in range(asked.choices):
        view.add_item(question_button(QuestionId("pick", sitting, question, number), LETTERS[number], PRIMARY))
    if asked.typed:
        view.add_item(question_button(QuestionId("type", sitting, question), text(locale, "button-type"), row=1))
    taken = len(asked.hints)
    if taken < asked.hint_count:
        label = text(locale, "button-hint", number=taken + 1, count=asked.hint_count)
        view.add_item(question_button(QuestionId("hint", sitting, question, taken + 1), label, row=1))
    view.add_item(question_button(QuestionId("giveup", sitting, question), text(locale, "button-dont-know"), row=1))
    if asked.picture is not None or pictured:
        view.add_item(question_button(QuestionId("read", sitting, question), text(locale, "button-text"), row=2))
    view.add_item(question_button(QuestionId("report", sitting, question), text(locale, "button-report"), row=2))
    view.add_item(question_button(QuestionId("end", sitting), text(locale, "button-stop"), row=2))
    return _finished(view)


def _answered_buttons(asked: Asked, locale: Locale) -> discord.ui.View:
    """On to the next; and what can be asked about this one."""
    view = discord.ui.View(timeout=None)
    sitting, question = asked.sitting.id, asked.question.id
    onwards = text(locale, "button-summary" if asked.last else "button-next-question")
    view.add_item(question_button(QuestionId("next", sitting, question), onwards, PRIMARY))
    view.add_item(question_button(QuestionId("work", sitting, question, 0), text(locale, "button-working")))
    view.add_item(question_button(QuestionId("undo", sitting, question), text(locale, "button-undo"), row=1))
    view.add_item(question_button(QuestionId("report", sitting, question), text(locale, "button-report"), row=1))
    if not asked.last:
        view.add_item(question_button(QuestionId("end", sitting), text(locale, "button-stop"), row=1))
    return _finished(view)


def _finished(view: discord.ui.View) -> discord.ui.View:
    """A view that discord.py need not keep, as its buttons answer by their custom ids alone."""
    view.stop()
    return view
