"""Two at once: presses, people, processes. Each `opened()` is what one process has."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date

from bot.records.store import SqlRecords
from tests.bot.records.making import (
    ADA,
    DAY,
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
from tutor.services.records.dailies import DailyPost
from tutor.services.records.errors import NothingToUndoError, RefusedError, TooLateError
from tutor.services.records.parties import Party, Stage
from tutor.services.records.sittings import SittingKind

Opener = Callable[[], Awaitable[SqlRecords]]


async def test_of_many_presses_one_counts(opened: Opener) -> None:
    here, there = await opened(), await opened()
    await practice(here)
    presses = [answered(records, "s0", at=NOW + number * SECOND) for number, records in enumerate((here, there) * 10)]
    recorded = await asyncio.gather(*presses)
    assert sum(one.fresh for one in recorded) == 1
    assert len({one.attempt for one in recorded}) == 1
    assert (await here.memories.of(ADA))["2.3"].answers == 1


async def test_answers_on_one_skill_at_once_all_reach_the_memory(opened: Opener) -> None:
    here, there = await opened(), await opened()
    await practice(here, count=20)
    await asyncio.gather(
        *(answered((here, there)[number % 2], f"s{number}", at=NOW + number * DAY) for number in range(20))
    )
    assert (await here.memories.of(ADA))["2.3"].answers == 20
    assert len(await here.attempts.past(ADA)) == 20


async def test_fifty_learners_at_once(opened: Opener) -> None:
    here, there = await opened(), await opened()
    await here.sittings.start(sitting("d", None, kind=SittingKind.DAILY, guild=SCHOOL), [question("q", "d")])
    recorded = await asyncio.gather(
        *(
            (here, there)[learner % 2].attempts.record(answer("q", learner), judging())
            for learner in range(50)
            for _ in "ab"
        )
    )
    assert sum(one.fresh for one in recorded) == 100  # a press and its own retry are the same press
    assert len({one.attempt.number for one in recorded}) == 50
    assert len(await here.attempts.of_question("q")) == 50


async def test_an_answer_and_its_undo_at_once_leave_all_or_nothing(opened: Opener) -> None:
    here, there = await opened(), await opened()
    for number in range(10):
        await practice(here, f"s{number}-", skill=str(number), count=1)
        await asyncio.gather(
            answered(here, f"s{number}-0"),
            there.attempts.undo(ADA, f"s{number}-0", NOW),
            there.attempts.undo(ADA, f"s{number}-0", NOW),
            return_exceptions=True,
        )
        kept = await here.attempts.found(ADA, f"s{number}-0")
        assert (kept is None) == (str(number) not in await here.memories.of(ADA))


async def test_what_is_read_after_closing_is_all_there_will_be(opened: Opener) -> None:
    here, there = await opened(), await opened()
    await here.sittings.start(sitting("p", None, kind=SittingKind.PARTY), [question("q", "p")])

    async def closing() -> int:
        await here.turns.close("q", NOW - SECOND)
        return len(await here.attempts.of_question("q"))

    told, *others = await asyncio.gather(
        closing(), *(answered(there, "q", learner) for learner in range(30)), return_exceptions=True
    )
    assert all(isinstance(one, TooLateError) or not isinstance(one, BaseException) for one in others)
    assert len(await here.attempts.of_question("q")) == told


async def test_of_many_processes_one_claims_a_day(opened: Opener) -> None:
    stores = [await opened() for _ in range(3)]
    today = date(2026, 3, 1)

    async def claim(number: int) -> DailyPost:
        begun = sitting(f"s{number}", None, kind=SittingKind.DAILY, guild=SCHOOL)
        post = DailyPost(SCHOOL, today, f"try{number}", NOW, 5, f"q{number}")
        return await stores[number % 3].posts.claim(post, begun, question(f"q{number}", begun.id))

    posts = await asyncio.gather(*map(claim, range(12)))
    assert len(set(posts)) == 1
    taken = await asyncio.gather(
        *(stores[number % 3].posts.take_over(posts[0], f"again{number}", NOW + DAY) for number in range(12))
    )
    assert sum(taken) == 1


async def test_of_two_who_move_a_party_one_does(opened: Opener) -> None:
    stores = [await opened() for _ in range(2)]
    party = Party("p", SCHOOL, 5, ADA, 3, 20)
    await stores[0].parties.open(party, sitting("p", None, kind=SittingKind.PARTY, guild=SCHOOL))
    asking = replace(party, stage=Stage.ASKING)
    moved = await asyncio.gather(*(stores[number % 2].parties.move(party, asking) for number in range(8)))
    assert sum(moved) == 1


async def test_forgetting_in_the_midst_of_answering_leaves_nothing_half(opened: Opener) -> None:
    here, there = await opened(), await opened()
    await practice(here, count=20)
    results = await asyncio.gather(
        *(answered(there, f"s{number}") for number in range(20)), here.learners.forget(ADA), return_exceptions=True
    )
    assert results[-1] is True
    assert all(isinstance(one, RefusedError) or not isinstance(one, BaseException) for one in results)
    exported = await here.learners.export(ADA)
    assert not set(exported) - {"learner"}


async def test_a_caller_that_is_cancelled_leaves_all_or_nothing(opened: Opener) -> None:
    records = await opened()
    await practice(records, count=40)
    for number in range(40):
        writing = asyncio.create_task(answered(records, f"s{number}", at=NOW + number * DAY))
        for _ in range(number):  # let it get a little further each time
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
    await records.close()  # waits for what was begun
    records = await opened()
    history = await records.attempts.past(ADA)
    memory = (await records.memories.of(ADA)).get("2.3")
    assert (memory.answers if memory else 0) == len(history)


async def test_refusals_do_not_spoil_what_is_written_beside_them(opened: Opener) -> None:
    records = await opened()
    await practice(records, count=10)
    refused = [answered(records, f"s{number}", YUKI) for number in range(5)]
    undone = [records.attempts.undo(ADA, "nothing", NOW)]
    kept = [answered(records, f"s{number}") for number in range(10)]
    results = await asyncio.gather(*refused, *undone, *kept, return_exceptions=True)
    assert all(isinstance(one, RefusedError | NothingToUndoError) for one in results[:6])
    assert [one.fresh for one in results[6:]] == [True] * 10  # type: ignore[union-attr]
