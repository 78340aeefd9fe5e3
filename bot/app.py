"""All wiring: from settings to a bot that runs."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import discord

from bot.client import Napier
from bot.clock import RandomIds, SystemClock
from bot.daily_loop import DailyLoop, owner_of
from bot.health import Health
from bot.housekeeping_loop import HousekeepingLoop
from bot.metrics import Metrics
from bot.pictures.cards import CardPictures
from bot.pictures.studio import Studio
from bot.preparing import Preparing
from bot.records.addresses import AddressError, address_of
from bot.records.store import SqlRecords, records_at
from bot.settings import Settings, StartError
from bot.workers import ProcessWorkers
from cogs.daily_board import DiscordBoard
from cogs.host import Services
from cogs.party_board import DiscordPartyBoard
from cogs.reminding import DiscordMessenger
from tutor.services.answering import Answering
from tutor.services.check import CheckService
from tutor.services.clock import Clock, Ids
from tutor.services.daily.calls import DailyCalls
from tutor.services.daily.exercises import WorkedExercises
from tutor.services.daily.notices import DailyNotices
from tutor.services.daily.posting import DailyPoster
from tutor.services.daily.questions import DailyQuestions
from tutor.services.daily.service import DailyService
from tutor.services.derive import DeriveService
from tutor.services.evaluate import EvaluateService
from tutor.services.formulas import FormulaService
from tutor.services.formulas_typed import TypedFormulaService
from tutor.services.housekeeping import Housekeeping
from tutor.services.learners import LearnerService
from tutor.services.party.running import PartyRunner
from tutor.services.party.service import PartyService
from tutor.services.party.views import PartyViews
from tutor.services.plots import PlotService
from tutor.services.practice import PracticeService
from tutor.services.preferences import Preferences
from tutor.services.quiz.asking import Asking
from tutor.services.records.errors import RecordsError
from tutor.services.references import References
from tutor.services.reminders import Reminders
from tutor.services.rewrite import RewriteService
from tutor.services.showing import ReopenService, TaskService
from tutor.services.solve import SolveService


@dataclass(frozen=True, slots=True)
class Parts:
    """What the use cases work with.

    Attributes:
        workers: who does the maths.
        pictures: who draws cards.
        studio: who draws graphs.
        records: what must not be lost.
        clock: what time it is.
        ids: new names.
    """

    workers: ProcessWorkers
    pictures: CardPictures
    studio: Studio
    records: SqlRecords
    clock: Clock
    ids: Ids


@dataclass(frozen=True, slots=True)
class Loops:
    """What goes on beside the answering, while the bot is connected.

    Attributes:
        daily: makes the daily posts.
        housekeeping: gives signs of life, and tidies.
        parties: moves parties on.
        reminders: reminds learners; None in a process that direct messages do not come to.
        preparing: draws ahead what is asked for first; None where that is not wanted.
    """

    daily: DailyLoop
    housekeeping: HousekeepingLoop
    parties: PartyRunner
    reminders: Reminders | None
    preparing: Preparing | None

    @property
    def all(self) -> Iterator[DailyLoop | HousekeepingLoop | PartyRunner | Reminders | Preparing]:
        """Those that there are."""
        loops = (self.daily, self.housekeeping, self.parties, self.reminders, self.preparing)
        return (loop for loop in loops if loop is not None)


class App:
    """The bot and all that it is made of."""

    def __init__(self, settings: Settings, parts: Parts, client: Napier, health: Health, loops: Loops) -> None:
        self.settings = settings
        self.workers = parts.workers
        self.pictures = parts.pictures
        self.studio = parts.studio
        self.records = parts.records
        self.client = client
        self.health = health
        self.loops = loops
        self.daily_loop = loops.daily
        self._connects = False

    async def run(self) -> None:
        """Run until closed or cancelled; everything is closed in the end.

        Raises:
            StartError: where it cannot start: no token, a refused one, no connection, a port in use.
        """
        if not self.settings.discord_token:
            raise StartError("error-token-missing")
        try:
            await self.health.start()
            self.studio.warm()  # its libraries take longest to load: nobody's first picture shall wait for them
            await self.records.open()
            await self.workers.start()
            await self.studio.ready()
            await self._connected()
        except RecordsError as error:
            arguments = {name: str(value) for name, value in error.arguments.items()}
            raise StartError(f"error-{error.name.replace('_', '-')}", **arguments) from error
        except discord.LoginFailure as error:
            raise StartError("error-token-refused") from error
        except aiohttp.ClientConnectionError as error:
            raise StartError("error-no-connection", address=self.settings.discord_api_base) from error
        finally:
            await self.close()

    async def _connected(self) -> None:
        """Be connected until closed or cancelled."""
        self._connects = True
        connection = asyncio.create_task(self.client.start(self.settings.discord_token))
        loops = [asyncio.create_task(loop.run(self.client.wait_until_known)) for loop in self.loops.all]
        try:
            await asyncio.shield(connection)
        finally:
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            # Closed before it is cancelled: a shard that waits to reconnect swallows the cancellation and goes on.
            await self.client.close()
            connection.cancel()
            await asyncio.gather(connection, return_exceptions=True)

    async def close(self) -> None:
        """End the connection and all that the bot is made of; a second call does nothing more."""
        if self._connects:  # discord.py cannot close what was never begun
            await self.client.close()
        await self.health.close()
        await self.workers.close()
        await self.pictures.aclose()
        await self.studio.aclose()
        await self.records.close()


def build(
    settings: Settings,
    *,
    workers: ProcessWorkers | None = None,
    cache: Path | None = None,
    clock: Clock | None = None,
    prepares: bool = True,
) -> App:
    """The whole bot, wired and not yet started. Call it on the event loop on which the bot will run.

    Args:
        settings: see `bot.settings`.
        workers: who does the maths; left out, as many processes as the settings say.
        cache: where pictures are kept between runs; left out, under the XDG cache folder.
        clock: what time it is; left out, the computer's.
        prepares: whether formulas are drawn ahead.

    Raises:
        StartError: where the settings name no place for the records.
    """
    metrics = Metrics()
    folder = cache or cache_folder()
    parts = Parts(
        workers=workers or ProcessWorkers(settings.workers),
        pictures=CardPictures(folder / "pictures"),
        studio=Studio(folder),
        records=_records(settings),
        clock=clock or SystemClock(),
        ids=RandomIds(),
    )
    board = DiscordBoard(lambda: client)
    notices = DailyNotices(parts.records, parts.workers, parts.pictures, board)
    exercises = WorkedExercises(parts.workers)
    poster = DailyPoster(parts.records, exercises, notices, board, parts.clock, parts.ids)
    calls = DailyCalls(parts.records, notices, board, parts.clock)
    daily = DailyService(parts.records, poster, calls, board, parts.clock)
    owns = owner_of(settings.shard_count, settings.shard_ids)
    housekeeping = Housekeeping(parts.records, parts.clock, _process(settings), owns)
    views = PartyViews(parts.records, parts.workers, parts.pictures)
    party_board = DiscordPartyBoard(lambda: client)
    runner = PartyRunner(parts.records, views, party_board, parts.workers, parts.clock, parts.ids, owns)
    services = _services(parts, daily, housekeeping, runner)
    client = Napier(settings, services, metrics)
    health = Health(settings.health_port, client.is_ready, metrics)
    messenger = DiscordMessenger(lambda: client)
    reminders = Reminders(parts.records, services.preferences, messenger, parts.clock)
    loops = Loops(
        DailyLoop(parts.records.dailies, poster, calls, parts.clock, owns),
        HousekeepingLoop(housekeeping, parts.clock, lambda: [guild.id for guild in client.guilds]),
        runner,
        reminders if owns(0) else None,
        Preparing(services.formulas, parts.pictures, services.plots) if prepares else None,
    )
    return App(settings, parts, client, health, loops)


def _process(settings: Settings) -> str:
    """What this process is called among those on one database: by its shards."""
    return "all" if settings.shard_ids is None else ",".join(map(str, settings.shard_ids))


def _services(parts: Parts, daily: DailyService, housekeeping: Housekeeping, runner: PartyRunner) -> Services:
    formulas = FormulaService(parts.workers, parts.pictures)
    references = References(parts.records, parts.clock)
    tasks = TaskService(parts.workers, parts.pictures, references)
    preferences = Preferences(parts.records, parts.clock)
    answering = Answering(parts.records, parts.workers, parts.clock)
    asking = Asking(answering, parts.records.turns, parts.workers, parts.pictures, parts.clock)
    return Services(
        parties=PartyService(parts.records, answering, runner, parts.clock, parts.ids),
        derive=DeriveService(formulas, tasks),
        evaluate=EvaluateService(tasks),
        rewrite=RewriteService(tasks),
        solve=SolveService(tasks),
        check=CheckService(tasks),
        formulas=formulas,
        reopen=ReopenService(formulas, tasks, references),
        preferences=preferences,
        learners=LearnerService(parts.records, preferences, parts.pictures, parts.clock),
        pictures=parts.pictures,
        typed_formulas=TypedFormulaService(parts.studio.formulas, parts.records, parts.clock),
        plots=PlotService(parts.workers, parts.studio.plots, parts.records, references, parts.clock),
        answering=answering,
        housekeeping=housekeeping,
        practice=PracticeService(parts.records, asking, parts.workers, parts.clock, parts.ids),
        daily=daily,
        daily_questions=DailyQuestions(answering, parts.workers, parts.clock),
    )


def _records(settings: Settings) -> SqlRecords:
    try:
        return records_at(address_of(settings.database_url))
    except AddressError as error:
        raise StartError("error-bad-setting", name="DATABASE_URL", reason=str(error)) from error


def cache_folder() -> Path:
    """Where pictures are kept between runs: the XDG cache folder's."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "napier"
