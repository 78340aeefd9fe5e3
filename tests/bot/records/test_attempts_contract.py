"""Sittings, turns and answers: written down once, and as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.records.store import SqlRecords
from tests.bot.records.making import (
    ADA,
    DAY,
    MINUTE,
    NOW,
    SCHOOL,
    SECOND,
    YUKI,
    answer,
    answered,
    judging,
    practice,
    question,
    sitting,
)
from tutor.services.memory import Rating, reviewed
from tutor.services.records.attempts import Effect, Past, Standing
from tutor.services.records.errors import NothingToUndoError, NotYoursError, QuestionGoneError, TooLateError
from tutor.services.records.sittings import SittingKind


async def test_what_is_asked_is_kept_whole(records: SqlRecords) -> None:
    begun = sitting("s", guild=SCHOOL, channel=5, options={"topic": "対数", "level": 2})
    body = {"text": "log_2(8)", "choices": ["3", "4"], "odd": "\0\ud800 ' \\ %s :x", "depth": {"a": [1, None, 2.5]}}
    asked = question("q", "s", body=body, closes_at=NOW + DAY)
    await records.sittings.start(begun, [asked])
    assert await records.sittings.sitting("s") == begun
    assert await records.sittings.question("q") == asked
    assert await records.sittings.questions("s") == [asked]
    assert await records.sittings.sitting("x") is None
    assert await records.sittings.question("x") is None


async def test_starting_twice_is_starting_once(records: SqlRecords) -> None:
    for _ in range(2):
        await records.sittings.start(sitting("s"), [question("q", "s")])
    assert len(await records.sittings.questions("s")) == 1


async def test_a_position_has_one_question(records: SqlRecords) -> None:
    await records.sittings.start(sitting("s"))
    first = await records.sittings.ask(question("a", "s", 0))
    assert await records.sittings.ask(question("b", "s", 0)) == first
    assert (await records.sittings.ask(question("c", "s", 1))).id == "c"
    assert [one.id for one in await records.sittings.questions("s")] == ["a", "c"]
    with pytest.raises(QuestionGoneError):
        await records.sittings.ask(question("d", "nowhere"))


async def test_the_first_end_counts(records: SqlRecords) -> None:
    await practice(records)
    await records.sittings.end("s", NOW + MINUTE)
    await records.sittings.end("s", NOW + DAY)
    ended = await records.sittings.sitting("s")
    assert ended is not None
    assert ended.ended_at == NOW + MINUTE


async def test_hints_are_counted_once(records: SqlRecords) -> None:
    await practice(records)
    first = await records.turns.shown(ADA, "s0", NOW)
    assert (first.shown_at, first.hints, first.undone) == (NOW, 0, False)
    for number in (1, 1, 2, 1):
        turn = await records.turns.hint(ADA, "s0", number, NOW + MINUTE)
    assert (turn.shown_at, turn.hints) == (NOW, 2)
    with pytest.raises(NotYoursError):
        await records.turns.shown(YUKI, "s0", NOW)
    with pytest.raises(QuestionGoneError):
        await records.turns.hint(ADA, "x", 1, NOW)


async def test_an_answer_is_written_down(records: SqlRecords) -> None:
    await practice(records, guild=SCHOOL)
    await records.turns.hint(ADA, "s0", 1, NOW)
    given = answer("s0", at=NOW + 9 * SECOND, right=False, given="x'; DROP TABLE attempt; -- 対数", misconception="m")
    seen: list[Standing] = []

    def judge(standing: Standing) -> Effect:
        seen.append(standing)
        return Effect(reviewed(standing.memory, Rating.AGAIN, given.at), 7, 11)

    recorded = await records.attempts.record(given, judge)
    attempt = recorded.attempt
    assert recorded.fresh
    assert seen == [Standing(None, hints=1, seconds=9.0)]
    assert (attempt.answer, attempt.skill, attempt.level, attempt.guild) == (given, "2.3", 1, SCHOOL)
    assert (attempt.hints, attempt.seconds, attempt.credit, attempt.points) == (1, 9.0, 7, 11)
    assert await records.attempts.found(ADA, "s0") == attempt
    assert await records.attempts.of_question("s0") == [attempt]
    assert await records.attempts.of_sitting("s", ADA) == [attempt]
    assert await records.attempts.past(ADA) == [Past(given.at, given.day, False, "2.3", attempt.due)]
    memory = (await records.memories.of(ADA))["2.3"]
    assert memory == reviewed(None, Rating.AGAIN, given.at)
    assert attempt.due == memory.due


async def test_a_second_press_changes_nothing(records: SqlRecords) -> None:
    await practice(records)
    first = await answered(records, "s0", right=False, rating=Rating.AGAIN)
    before = await records.memories.of(ADA)
    second = await answered(records, "s0", at=NOW + SECOND, given="4")
    assert not second.fresh
    assert second.attempt == first.attempt
    assert await records.memories.of(ADA) == before


async def test_a_retry_of_the_same_press_is_told_that_it_is_its_own(records: SqlRecords) -> None:
    await practice(records)
    first = await answered(records, "s0")
    assert await answered(records, "s0") == first
    assert len(await records.attempts.past(ADA)) == 1


async def test_text_that_no_database_takes_is_kept_without_it(records: SqlRecords) -> None:
    await practice(records)
    await answered(records, "s0", given="a\0b\ud800c")
    kept = await records.attempts.found(ADA, "s0")
    assert kept is not None
    assert kept.answer.given in {"a\ufffdb\ufffdc", "a\ufffdb?c"}


async def test_who_may_answer(records: SqlRecords) -> None:
    await practice(records)
    with pytest.raises(NotYoursError):
        await answered(records, "s0", YUKI)
    with pytest.raises(QuestionGoneError):
        await answered(records, "x")
    assert await records.attempts.past(YUKI) == []


async def test_everybody_answers_what_belongs_to_nobody(records: SqlRecords) -> None:
    await records.sittings.start(sitting("d", None, kind=SittingKind.DAILY, guild=SCHOOL), [question("q", "d")])
    for learner in (ADA, YUKI):
        assert (await answered(records, "q", learner)).fresh
    assert [one.answer.learner for one in await records.attempts.of_question("q")] == [ADA, YUKI]


async def test_a_closed_question_takes_no_answer_but_shows_the_one_it_has(records: SqlRecords) -> None:
    asked = question("q", "d", closes_at=NOW + MINUTE)
    await records.sittings.start(sitting("d", None, kind=SittingKind.DAILY), [asked])
    await records.turns.close("q", NOW + DAY)  # never later than it was to close before
    kept = await answered(records, "q", at=NOW + MINUTE)
    with pytest.raises(TooLateError):
        await answered(records, "q", YUKI, at=NOW + MINUTE + SECOND)
    assert not (await answered(records, "q", at=NOW + DAY)).fresh
    assert kept.fresh
    await records.turns.close("q", NOW)
    closed = await records.sittings.question("q")
    assert closed == replace(asked, closes_at=NOW)


async def test_in_a_party_the_time_runs_from_the_question(records: SqlRecords) -> None:
    await records.sittings.start(sitting("p", None, kind=SittingKind.PARTY), [question("q", "p")])
    assert (await answered(records, "q", at=NOW + 5 * SECOND)).attempt.seconds == 5.0


async def test_what_the_records_know_when_an_answer_comes(records: SqlRecords) -> None:
    same = [question(f"q{number}", "s", number, fingerprint="same") for number in range(3)]
    await records.sittings.start(sitting("s"), [*same, question("other", "s", 3), question("new", "s", 4, "1.1")])
    seen: dict[str, Standing] = {}

    async def give(name: str, *, right: bool = True) -> None:
        def judge(standing: Standing) -> Effect:
            seen[name] = standing
            return judging()(standing)

        await records.attempts.record(answer(name, right=right), judge)

    await give("q0", right=False)
    await give("q1")
    await give("other")
    await give("new")
    assert [(seen[name].seen, seen[name].today) for name in ("q0", "q1", "other", "new")] == [
        (False, 0),
        (True, 0),
        (False, 1),
        (False, 0),
    ]
    assert seen["new"].memory is None
    assert seen["other"].memory is not None
    assert seen["other"].memory.answers == 2


async def test_undo_brings_the_memory_back(records: SqlRecords) -> None:
    await practice(records)
    await answered(records, "s0")
    before = await records.memories.of(ADA)
    await answered(records, "s1", at=NOW + 2 * DAY, rating=Rating.AGAIN, right=False)
    assert await records.memories.of(ADA) != before
    for _ in range(2):  # a second press of the same button undoes nothing more
        await records.attempts.undo(ADA, "s1", NOW + 2 * DAY + MINUTE)
    assert await records.memories.of(ADA) == before
    assert [one.answer.question for one in await records.attempts.of_sitting("s", ADA)] == ["s0"]
    seen: list[Standing] = []

    def judge(standing: Standing) -> Effect:
        seen.append(standing)
        return judging()(standing)

    again = await records.attempts.record(answer("s1", at=NOW + 2 * DAY + 2 * MINUTE), judge)
    assert again.fresh
    assert seen[0].again


async def test_undo_of_the_first_answer_leaves_no_memory(records: SqlRecords) -> None:
    await practice(records)
    await answered(records, "s0")
    await records.attempts.undo(ADA, "s0", NOW)
    assert await records.memories.of(ADA) == {}


async def test_what_cannot_be_undone(records: SqlRecords) -> None:
    await practice(records, count=4)
    await records.sittings.start(sitting("p", None, kind=SittingKind.PARTY), [question("pq", "p", skill="9")])
    await answered(records, "pq")
    await answered(records, "s0")
    await answered(records, "s1", at=NOW + SECOND)
    for name in ("pq", "s0", "s2", "x"):
        with pytest.raises(NothingToUndoError):
            await records.attempts.undo(ADA, name, NOW + 2 * SECOND)
    with pytest.raises(NothingToUndoError):
        await records.attempts.undo(YUKI, "s1", NOW + 2 * SECOND)
    with pytest.raises(TooLateError):
        await records.attempts.undo(ADA, "s1", NOW + MINUTE + 2 * SECOND)
    assert len(await records.attempts.past(ADA)) == 3


async def test_what_is_due(records: SqlRecords) -> None:
    for number, skill in enumerate(("2.3", "1.1", "3.2")):
        await practice(records, f"s{number}", skill=skill)
        await answered(records, f"s{number}0", at=NOW + number * MINUTE)
    assert await records.memories.due(ADA, NOW + DAY) == []
    memories = await records.memories.of(ADA)
    assert await records.memories.due(ADA, memories["1.1"].due) == ["2.3"]
    assert await records.memories.due(ADA, NOW + 30 * DAY) == ["2.3", "1.1", "3.2"]
    assert await records.memories.due(YUKI, NOW + 30 * DAY) == []


async def test_a_judge_that_fails_leaves_nothing(records: SqlRecords) -> None:
    await practice(records)

    def judge(_standing: Standing) -> Effect:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await records.attempts.record(answer("s0"), judge)
    assert await records.attempts.past(ADA) == []
    assert await records.memories.of(ADA) == {}
    assert (await answered(records, "s0")).fresh
