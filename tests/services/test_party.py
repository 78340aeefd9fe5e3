"""Parties over a real SQLite file, on a board of their own, by a clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.fake_clock import FakeIds
from tests.fakes.fake_pictures import FakePictures
from tests.services.quiz.asking import ADA, EMIL, House, house
from tutor.services.party.board import BoardAwayError, BoardGoneError, PartyBoardError, PartyView
from tutor.services.party.running import AGAIN, PAUSE, PartyRunner
from tutor.services.party.service import (
    GATHERING,
    Call,
    OnlyHereError,
    OnlyHostError,
    PartyRunningError,
    PartyService,
)
from tutor.services.party.views import PartyViews
from tutor.services.practice import Place
from tutor.services.preferences import Reader
from tutor.services.records.errors import QuestionGoneError, TooLateError
from tutor.services.records.parties import Party, Stage
from tutor.services.workers import InlineWorkers

HERE = Place(7, 8)
YUKI = Reader(2, "ja")
SECOND = timedelta(seconds=1)


class FakeBoard:
    """Implements `tutor.services.party.board.PartyBoard`: remembers what was shown, and fails when told to."""

    def __init__(self) -> None:
        self.shown: list[PartyView] = []
        self.failing: PartyBoardError | None = None
        self._changed = asyncio.Event()

    async def show(self, view: PartyView) -> None:
        if self.failing is not None:
            raise self.failing
        self.shown.append(view)
        self._changed.set()

    async def until(self, holds: Callable[[PartyView], bool]) -> PartyView:
        """The first view that holds, once it is shown."""
        async with asyncio.timeout(10):
            while True:
                found = next((view for view in self.shown if holds(view)), None)
                if found is not None:
                    return found
                self._changed.clear()
                await self._changed.wait()

    async def at(self, stage: Stage, number: int = 0) -> PartyView:
        return await self.until(lambda view: view.party.stage is stage and view.party.round == number)


@pytest.fixture
async def quiz(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as quiz:
        yield quiz


@pytest.fixture
def board() -> FakeBoard:
    return FakeBoard()


@dataclass(frozen=True, slots=True)
class Process:
    """What one process has of parties."""

    service: PartyService
    runner: PartyRunner


def process(quiz: House, board: FakeBoard, prefix: str = "p") -> Process:
    workers = InlineWorkers()
    views = PartyViews(quiz.records, workers, FakePictures())
    ids = FakeIds(prefix)
    runner = PartyRunner(quiz.records, views, board, workers, quiz.clock, ids, lambda guild: guild == 7)
    return Process(PartyService(quiz.records, quiz.answering, runner, quiz.clock, ids), runner)


@pytest.fixture
async def service(quiz: House, board: FakeBoard) -> AsyncIterator[PartyService]:
    running = process(quiz, board)
    yield running.service
    await running.runner.close()


async def called(service: PartyService, **call: object) -> Party:
    values = {"topic": "powers", "level": 1, "rounds": 2, "seconds": 20} | call
    party = await service.call(ADA, HERE, Call(**values))  # type: ignore[arg-type]
    await service.placed(party, 99)
    return party


async def key_of(quiz: House, view: PartyView) -> int:
    question = await quiz.records.sittings.question(view.question or "")
    assert question is not None
    return int(question.body["key"])


async def test_a_party_runs_by_the_clock_alone(quiz: House, service: PartyService, board: FakeBoard) -> None:
    party = await called(service)
    await service.join(YUKI, party.sitting)
    quiz.clock.move(GATHERING)
    first = await board.at(Stage.ASKING)
    assert first.picture is not None
    assert first.solution is None
    assert first.until == quiz.clock.now() + 20 * SECOND
    key = await key_of(quiz, first)
    await service.choose(YUKI, party.sitting, first.question or "", key, "t")
    quiz.clock.move(20 * SECOND)
    shown = await board.at(Stage.SHOWING)
    assert shown.solution is not None
    assert shown.gained == [(YUKI.id, 200)]
    assert [one.learner for one in shown.scores] == [YUKI.id, ADA.id]
    quiz.clock.move(PAUSE)
    second = await board.at(Stage.ASKING, 1)
    assert second.question != first.question
    quiz.clock.move(20 * SECOND)
    await board.at(Stage.SHOWING, 1)
    quiz.clock.move(PAUSE)
    over = await board.at(Stage.OVER, 1)
    assert [(one.learner, one.points) for one in over.scores] == [(YUKI.id, 200), (ADA.id, 0)]
    assert await quiz.records.parties.running() == []


async def test_nobody_waits_once_all_have_answered(quiz: House, service: PartyService, board: FakeBoard) -> None:
    party = await called(service, rounds=1)
    await service.begin(ADA, party.sitting)
    view = await board.at(Stage.ASKING)
    await service.choose(ADA, party.sitting, view.question or "", await key_of(quiz, view), "t")
    assert (await board.at(Stage.SHOWING)).gained == [(ADA.id, 200)]
    with pytest.raises(TooLateError):
        await service.choose(EMIL, party.sitting, view.question or "", 0, "t2")


async def test_who_answers_is_in(quiz: House, service: PartyService, board: FakeBoard) -> None:
    party = await called(service)
    await service.join(YUKI, party.sitting)
    await service.begin(ADA, party.sitting)
    view = await board.at(Stage.ASKING)
    await service.choose(EMIL, party.sitting, view.question or "", 0, "t")
    assert {one.learner for one in await quiz.records.parties.scores(party.sitting)} == {ADA.id, YUKI.id, EMIL.id}


async def test_only_the_host_begins_and_stops_and_a_stop_keeps_the_points(
    quiz: House, service: PartyService, board: FakeBoard
) -> None:
    party = await called(service, rounds=5)
    await service.join(EMIL, party.sitting)
    for attempt in (service.begin(EMIL, party.sitting), service.stop(EMIL, party.sitting)):
        with pytest.raises(OnlyHostError):
            await attempt
    await service.begin(ADA, party.sitting)
    view = await board.at(Stage.ASKING)
    await service.choose(EMIL, party.sitting, view.question or "", await key_of(quiz, view), "t")
    await service.stop(ADA, party.sitting)
    over = await board.at(Stage.OVER)
    assert [(one.learner, one.points) for one in over.scores] == [(EMIL.id, 200), (ADA.id, 0)]
    await service.stop(ADA, party.sitting)
    with pytest.raises(TooLateError):
        await service.join(YUKI, party.sitting)
    with pytest.raises(TooLateError):
        await service.choose(ADA, party.sitting, view.question or "", 0, "t")


async def test_it_is_called_once_in_a_channel_and_in_servers_only(service: PartyService) -> None:
    await called(service)
    with pytest.raises(PartyRunningError):
        await service.call(EMIL, HERE, Call())
    assert await service.call(EMIL, replace(HERE, channel=9), Call())
    for place in (Place(None, 8), Place(7, None)):
        with pytest.raises(OnlyHereError):
            await service.call(ADA, place, Call())
    for attempt in (service.join(ADA, "gone"), service.stop(ADA, "gone"), service.begin(ADA, "gone")):
        with pytest.raises(QuestionGoneError):
            await attempt


async def test_a_later_process_goes_on_from_the_same_place(quiz: House, board: FakeBoard) -> None:
    before = process(quiz, board)
    party = await called(before.service)
    await before.service.begin(ADA, party.sitting)
    view = await board.at(Stage.ASKING)
    await before.service.join(EMIL, party.sitting)
    await before.service.choose(ADA, party.sitting, view.question or "", await key_of(quiz, view), "t")
    await before.runner.close()
    quiz.clock.move(timedelta(minutes=10))
    later_board = FakeBoard()
    later = process(quiz, later_board, "later")
    await later.runner.resume()
    await later.runner.resume()
    shown = await later_board.at(Stage.SHOWING)
    assert shown.question == view.question
    assert shown.gained == [(ADA.id, 200)]
    quiz.clock.move(PAUSE)
    await later_board.at(Stage.ASKING, 1)
    await later.runner.close()
    assert len(await quiz.records.sittings.questions(party.sitting)) == 2


async def test_two_who_move_it_ask_one_question(quiz: House, board: FakeBoard) -> None:
    one, other = process(quiz, board), process(quiz, board, "other")
    party = await called(one.service)
    await other.runner.resume()
    await asyncio.sleep(0)
    quiz.clock.move(GATHERING)
    await board.at(Stage.ASKING)
    await asyncio.gather(one.runner.close(), other.runner.close())
    assert len(await quiz.records.sittings.questions(party.sitting)) == 1
    assert sum(view.party.stage is Stage.ASKING for view in board.shown) == 1


async def test_a_party_whose_message_is_gone_is_over(quiz: House, service: PartyService, board: FakeBoard) -> None:
    party = await called(service)
    board.failing = BoardGoneError("deleted")
    quiz.clock.move(GATHERING)
    async with asyncio.timeout(10):
        while await quiz.records.parties.running():  # noqa: ASYNC110 - there is nothing else to be seen
            await asyncio.sleep(0)
    found = await quiz.records.parties.find(party.sitting)
    assert found is not None
    assert found.stage is Stage.OVER


async def test_where_discord_cannot_be_asked_the_next_change_is_shown(
    quiz: House, service: PartyService, board: FakeBoard
) -> None:
    party = await called(service)
    board.failing = BoardAwayError("away")
    await service.begin(ADA, party.sitting)
    async with asyncio.timeout(10):
        while (await service.found(party.sitting)).stage is not Stage.ASKING:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0)
    board.failing = None
    quiz.clock.move(20 * SECOND)
    await board.at(Stage.SHOWING)


async def test_where_the_records_are_away_it_waits_and_goes_on(
    quiz: House, service: PartyService, board: FakeBoard, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await called(service)
    file, aside = tmp_path / "napier.sqlite3", tmp_path / "aside"
    file.rename(aside)
    quiz.clock.move(GATHERING)
    async with asyncio.timeout(10):
        while "A party waits" not in caplog.text:  # noqa: ASYNC110 - the log tells no event
            await asyncio.sleep(0)
    aside.rename(file)
    quiz.clock.move(AGAIN)
    await board.at(Stage.ASKING)


@pytest.mark.parametrize(("level", "expected"), [(3, [3, 3, 3]), (0, [1, 3, 5])])
async def test_without_a_level_it_gets_harder(
    quiz: House, service: PartyService, board: FakeBoard, level: int, expected: list[int]
) -> None:
    party = await called(service, rounds=3, level=level, topic="")
    await service.begin(ADA, party.sitting)
    for number in range(3):
        await board.at(Stage.ASKING, number)
        quiz.clock.move(20 * SECOND)
        await board.at(Stage.SHOWING, number)
        quiz.clock.move(PAUSE)
    await board.at(Stage.OVER, 2)
    asked = await quiz.records.sittings.questions(party.sitting)
    assert [one.level for one in asked] == expected
    assert len({one.skill for one in asked}) == 3
