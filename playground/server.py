"""The playground as a whole: the world, the bot's side of it, and the people."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from aiohttp import web

from playground.clock import Clock, SystemClock
from playground.entities import Channel, Guild, User
from playground.gateway.gateway import Gateway
from playground.guard import only_by_address
from playground.interactions.desk import Desk
from playground.live.site import Site
from playground.parts import Parts
from playground.people.person import Person
from playground.posting import Posting
from playground.requests import RequestLog
from playground.rest.app import PREFIX, Rest
from playground.rest.calls import Route
from playground.rest.cdn import Cdn
from playground.rest.channels import ChannelRoutes
from playground.rest.commands import CommandRoutes
from playground.rest.guilds import GuildRoutes
from playground.rest.identity import identity_routes
from playground.rest.interactions import interaction_routes
from playground.world import World

TOKEN = "playground"  # noqa: S105 - it opens nothing but this stand-in


class Playground:
    """Discord on loopback, for one bot. Use it as an asynchronous context manager, or call start and stop."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        token: str = TOKEN,
        shards: int = 1,
        privileged_intents: int = 0,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self.token = token
        self.world = World(self.clock)
        self.requests = RequestLog()
        self.gateway = Gateway(self.world, token, privileged=privileged_intents)
        self.posting = Posting(self.world)
        self.desk = Desk(self.world, self.gateway, self.posting)
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None
        self._people: dict[str, Person] = {}
        self._furnish()
        self.rest = Rest(self._routes(shards), token, self.requests, self.world.changes)
        self.trouble = self.rest.trouble

    # Addresses

    @property
    def page_url(self) -> str:
        """Where the page is."""
        return f"http://{self._host}:{self._port}/"

    @property
    def api_base(self) -> str:
        """What DISCORD_API_BASE has to be."""
        return f"http://{self._host}:{self._port}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        """Where the gateway is."""
        return f"ws://{self._host}:{self._port}/gateway"

    # Life

    async def start(self) -> None:
        """Listen; raises OSError where the port is taken."""
        app = web.Application(middlewares=[only_by_address(self._host)])
        app.add_subapp(PREFIX, self.rest.app)
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/gateway/", self.gateway.handle)
        app.router.add_get("/cdn/attachments/{channel_id}/{file_id}/{filename}", Cdn(self.world.files).handle)
        Site(Parts(self.world, self.gateway, self.desk, lambda: self.people)).add_to(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._port = int(self._runner.addresses[0][1])
        self.gateway.url = self.gateway_url
        self.world.files.base = f"http://{self._host}:{self._port}/cdn"

    async def stop(self) -> None:
        """Close every socket and stop listening."""
        self.gateway.shut_down()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    # What is there

    @property
    def people(self) -> list[Person]:
        """Everybody but the bot."""
        return list(self._people.values())

    def person(self, name: str) -> Person:
        """A person by name; raises KeyError where there is none."""
        return self._people[name]

    def add_person(self, name: str, *, locale: str = "en-US", manages_server: bool = False) -> Person:
        """Make a person who is in the server and the group from the start."""
        user = self.world.add_user(name, locale=locale, manages_server=manages_server)
        for guild in self.world.guilds.values():
            guild.members[user.id] = user
        self.group.recipients.append(user)
        self._people[name] = Person(self.world, self.desk, self.posting, user, self.general)
        return self._people[name]

    def direct(self, person: Person | User) -> Channel:
        """The DM of a person with the bot."""
        user = person.user if isinstance(person, Person) else person
        return self.world.add_private_channel([user, self.world.bot])

    async def ready(self, *, shards: int = 1, within: float = 20.0) -> None:
        """Return as soon as so many shards are connected; raises TimeoutError otherwise."""
        await self.world.changes.until(
            lambda: len({session.shard for session in self.gateway.online}) >= shards, within, "the bot to connect"
        )

    async def commands_uploaded(self, *, within: float = 20.0) -> None:
        """Return as soon as the bot has registered commands; raises TimeoutError otherwise."""
        await self.world.changes.until(lambda: self.world.commands.uploads > 0, within, "the bot's commands")

    # Building

    def _furnish(self) -> None:
        world = self.world
        ada = world.add_user("Ada", manages_server=True)
        yuki = world.add_user("Yuki", locale="ja")
        emil = world.add_user("Emil")
        users = [ada, yuki, emil]
        self.guild: Guild = world.add_guild("Study group", users)
        self.general: Channel = world.add_channel(self.guild, "general", topic="Questions of every kind")
        self.daily: Channel = world.add_channel(self.guild, "daily", topic="One question each morning")
        self.learners = world.add_role(self.guild, "Learners")
        self.group: Channel = world.add_private_channel(users, name="Homework")
        self.other_guild: Guild = world.add_guild("Another server", users, has_bot=False)
        self.elsewhere: Channel = world.add_channel(self.other_guild, "lounge", topic="Napier is not a member here")
        for user in users:
            self._people[user.name] = Person(world, self.desk, self.posting, user, self.general)

    def _routes(self, shards: int) -> list[Route]:
        return [
            *identity_routes(self.world, self.gateway, shards),
            *CommandRoutes(self.world).routes(),
            *interaction_routes(self.desk),
            *ChannelRoutes(self.world, self.posting).routes(),
            *GuildRoutes(self.world).routes(),
        ]
