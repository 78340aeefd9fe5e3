"""Parties: who is in, what they are at, and who leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.records.store import SqlRecords
from tests.bot.records.making import ADA, EMIL, MINUTE, NOW, SCHOOL, SECOND, YUKI, answered, question, sitting
from tutor.services.records.errors import QuestionGoneError, TooLateError
from tutor.services.records.parties import Party, Score, Stage
from tutor.services.records.sittings import SittingKind

PARTY = Party("p", SCHOOL, 5, ADA, rounds=2, seconds=20, until=NOW + MINUTE)


async def opened_party(records: SqlRecords) -> Party:
    begun = sitting("p", None, kind=SittingKind.PARTY, guild=SCHOOL, channel=5)
    for _ in range(2):
        await records.parties.open(PARTY, begun)
    await records.sittings.ask(question("q0", "p", 0))
    await records.sittings.ask(question("q1", "p", 1))
    return PARTY


async def test_a_party_is_kept_and_goes_on_after_a_restart(records: SqlRecords) -> None:
    party = await opened_party(records)
    assert await records.parties.find("p") == party
    assert await records.parties.running() == [party]
    asking = replace(party, stage=Stage.ASKING, message=99, until=NOW + 2 * MINUTE)
    assert await records.parties.move(party, asking)
    assert await records.parties.running() == [asking]
    assert not await records.parties.move(party, replace(party, stage=Stage.OVER))
    over = replace(asking, stage=Stage.OVER, until=None)
    assert await records.parties.move(asking, over)
    assert await records.parties.running() == []
    assert await records.parties.find("p") == over


async def test_a_move_by_somebody_who_does_not_know_the_message_keeps_it(records: SqlRecords) -> None:
    party = await opened_party(records)
    assert await records.parties.move(party, replace(party, message=99))
    assert await records.parties.move(party, replace(party, stage=Stage.OVER))
    assert await records.parties.find("p") == replace(party, stage=Stage.OVER, message=99)


async def test_joining_counts_once(records: SqlRecords) -> None:
    party = await opened_party(records)
    assert await records.parties.join("p", ADA, NOW)
    assert not await records.parties.join("p", ADA, NOW)
    assert await records.parties.join("p", YUKI, NOW + SECOND)
    await records.parties.leave("p", YUKI)
    assert [one.learner for one in await records.parties.scores("p")] == [ADA]
    with pytest.raises(QuestionGoneError):
        await records.parties.join("x", ADA, NOW)
    await records.parties.move(party, replace(party, stage=Stage.OVER))
    with pytest.raises(TooLateError):
        await records.parties.join("p", EMIL, NOW)


async def test_the_best_first_and_equal_points_by_joining(records: SqlRecords) -> None:
    await opened_party(records)
    for number, learner in enumerate((YUKI, ADA, EMIL)):
        await records.parties.join("p", learner, NOW + number * SECOND)
    await answered(records, "q0", ADA, points=150)
    await answered(records, "q0", YUKI, points=100)
    await answered(records, "q0", YUKI, points=100, at=NOW + SECOND)  # a second press
    await answered(records, "q1", YUKI, points=50)
    await answered(records, "q1", ADA, points=0, right=False)
    assert await records.parties.scores("p") == [Score(YUKI, 150, 2, 2), Score(ADA, 150, 1, 2), Score(EMIL, 0, 0, 0)]
    await answered(records, "q0", EMIL, points=151)
    assert (await records.parties.scores("p"))[0] == Score(EMIL, 151, 1, 1)


async def test_who_leaves_keeps_what_was_answered(records: SqlRecords) -> None:
    await opened_party(records)
    await records.parties.join("p", ADA, NOW)
    await answered(records, "q0", points=10)
    await records.parties.leave("p", ADA)
    assert await records.parties.scores("p") == [Score(ADA, 10, 1, 1)]


async def test_the_others_keep_their_result_when_one_is_forgotten(records: SqlRecords) -> None:
    await opened_party(records)
    for learner in (ADA, YUKI):
        await records.parties.join("p", learner, NOW)
        await answered(records, "q0", learner, points=10)
    await records.learners.forget(ADA)
    assert await records.parties.scores("p") == [Score(YUKI, 10, 1, 1)]
