"""A server of its own on the playground for each test of the daily question, and one clock for bot and Discord."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.app import App
from playground import ManualClock, Person, Playground
from playground.entities import PERMISSIONS, Channel, Guild, Role
from playground.messages import Message
from playground.world import GUILDS, Event

MORNING = datetime(2026, 3, 1, 6, tzinfo=UTC)


class SharedClock:
    """Implements `tutor.services.clock.Clock` on the playground's clock, which a test moves."""

    def __init__(self, manual: ManualClock) -> None:
        self._manual = manual

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._manual.now(), UTC)

    async def sleep_until(self, moment: datetime) -> None:
        woken = asyncio.Event()
        cancel = self._manual.call_later((moment - self.now()).total_seconds(), woken.set)
        try:
            if moment > self.now():
                await woken.wait()
        finally:
            cancel()

    def move(self, by: timedelta) -> None:
        self._manual.advance(by.total_seconds())


async def until(condition: Callable[[], bool], what: str) -> None:
    """Come back as soon as something that happens by itself has happened."""
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 - what the bot knows has no event of its own
            await asyncio.sleep(0.01)
    assert condition(), what


class Server:
    """A server with the three people, a channel, and a role below the bot's."""

    def __init__(self, playground: Playground, app: App, clock: SharedClock, locale: str = "en-US") -> None:
        self.playground = playground
        self.app = app
        self.clock = clock
        world = playground.world
        people = [playground.person(name).user for name in ("Ada", "Yuki", "Emil")]
        self.guild: Guild = world.add_guild("School", people, locale=locale)
        self.channel: Channel = world.add_channel(self.guild, "daily")
        self.role: Role = world.add_role(self.guild, "Learners")
        self.bots_role: Role = world.add_role(self.guild, "Napier")
        world.bot.roles.add(self.bots_role.id)
        member = self.guild.member_json(world.bot) | {"guild_id": str(self.guild.id)}
        world.tell(Event("GUILD_MEMBER_UPDATE", member, self.guild.id, GUILDS))

    async def known(self) -> Server:
        """Come back once the bot knows all of it."""

        def complete() -> bool:
            found = self.app.client.get_guild(self.guild.id)
            return (
                found is not None
                and found.get_role(self.bots_role.id) is not None
                and found.me.get_role(self.bots_role.id) is not None
            )

        await until(complete, "the bot to know the server")
        return self

    def person(self, name: str) -> Person:
        return self.playground.person(name)

    async def run(self, command: str, options: dict[str, object] | None = None, name: str = "Ada") -> Message:
        return await self.person(name).run(command, options, channel=self.channel).message()

    async def set_up(self, **more: object) -> Message:
        wanted = {"channel": self.channel, "time": "09:00", "timezone": "UTC", "topic": "equations", "level": 1}
        return await self.run("daily setup", wanted | more)

    @property
    def posts(self) -> list[Message]:
        """What the bot has posted for everybody, the oldest first."""
        messages = self.playground.world.messages_in(self.channel.id)
        return [one for one in messages if one.metadata is None]

    async def look(self) -> None:
        """Let the bot do what is due, and wait until it is done."""
        await self.app.daily_loop.look()
        await self.app.daily_loop.settled()

    async def after(self, pause: timedelta) -> None:
        self.clock.move(pause)
        await self.look()

    async def deny(self, *names: str) -> None:
        """Take permissions in the channel away from the bot; none gives all back."""
        self.channel.denied_to_bot = sum(PERMISSIONS[name] for name in names)
        self._tell("CHANNEL_UPDATE", self.channel.to_json(self.playground.world.bot))
        wanted = self.channel.denied_to_bot

        def known() -> bool:
            found = self.app.client.get_guild(self.guild.id)
            channel = found.get_channel(self.channel.id) if found is not None else None
            overwrites = channel.overwrites if channel is not None else {}
            denied = next((one.pair()[1].value for who, one in overwrites.items() if who.id == found.me.id), 0)
            return bool(denied == wanted)

        await until(known, "the permissions")

    async def drop_channel(self) -> None:
        data = self.channel.to_json(self.playground.world.bot)
        del self.guild.channels[self.channel.id], self.playground.world.channels[self.channel.id]
        self._tell("CHANNEL_DELETE", data)
        await until(lambda: self.app.client.get_channel(self.channel.id) is None, "the channel to be gone")

    async def drop_role(self) -> None:
        del self.guild.roles[self.role.id]
        self._tell("GUILD_ROLE_DELETE", {"guild_id": str(self.guild.id), "role_id": str(self.role.id)})
        found = self.app.client.get_guild(self.guild.id)
        assert found is not None
        await until(lambda: found.get_role(self.role.id) is None, "the role to be gone")

    async def run_elsewhere(self, command: str, **more: object) -> Message:
        """Set up from another channel than the one in question."""
        lobby = self.playground.world.add_channel(self.guild, "lobby")
        wanted = {"channel": self.channel, "time": "09:00", "timezone": "UTC"} | more
        return await self.person("Ada").run(command, wanted, channel=lobby).message()

    def tell_role(self, role: Role | None = None) -> None:
        """Tell the bot what a role is now."""
        changed = role or self.role
        self._tell("GUILD_ROLE_UPDATE", {"guild_id": str(self.guild.id), "role": changed.to_json()})

    def tell_guild(self, **changes: object) -> None:
        """Tell the bot of changes to the server."""
        self._tell("GUILD_UPDATE", self.guild.to_json(self.playground.world.bot) | changes)

    def event(self, name: str, data: dict[str, object]) -> Event:
        return Event(name, data, self.guild.id, GUILDS)

    def told(self, name: str = "Ada") -> list[Message]:
        """What the bot has written to a person directly."""
        person = self.person(name)
        return person.sees(self.playground.direct(person))

    def _tell(self, name: str, data: dict[str, object]) -> None:
        self.playground.world.tell(self.event(name, data))
