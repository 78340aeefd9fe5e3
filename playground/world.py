"""All that exists in the stand-in: people, servers, channels, messages; and who is told when it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from playground.changes import Changes
from playground.clock import Clock
from playground.commands import CommandBook
from playground.entities import DM, EVERY_PERMISSION, GROUP_DM, PERMISSIONS, Channel, Guild, Role, User
from playground.files import FileStore
from playground.messages import Message
from playground.refusals import Refusal
from playground.snowflakes import Snowflakes

GUILDS, GUILD_MEMBERS, GUILD_MESSAGES, GUILD_REACTIONS = 1 << 0, 1 << 1, 1 << 9, 1 << 10
DIRECT_MESSAGES, DIRECT_REACTIONS = 1 << 12, 1 << 13


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as the gateway names it; `message` is set where it is about one."""

    name: str
    data: dict[str, Any]
    guild_id: int | None = None
    intent: int = 0
    message: Message | None = None


class World:
    """Holds everything, finds it by id, and tells watchers of every event."""

    def __init__(self, clock: Clock, *, bot_name: str = "Napier") -> None:
        self.clock = clock
        self.ids = Snowflakes(clock)
        self.changes = Changes()
        self.bot = User(self.ids(), bot_name, bot=True)
        self.users: dict[int, User] = {self.bot.id: self.bot}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.commands = CommandBook(self.bot.id, self.ids)
        self.files = FileStore(clock)
        self._messages: dict[int, dict[int, Message]] = {}
        self._nonces: dict[tuple[int, str], Message] = {}
        self._watchers: list[Callable[[Event], None]] = []

    @property
    def application_id(self) -> int:
        """The application's id, which is the bot's."""
        return self.bot.id

    def watch(self, watcher: Callable[[Event], None]) -> Callable[[], None]:
        """Call `watcher` with every event from now on; the returned function ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher) if watcher in self._watchers else None

    def tell(self, event: Event) -> None:
        """Tell everybody of an event."""
        for watcher in tuple(self._watchers):
            watcher(event)
        self.changes.notify()

    # People and places

    def add_user(self, name: str, *, locale: str = "en-US", manages_server: bool = False) -> User:
        """Make a person."""
        user = User(self.ids(), name, locale=locale, manages_server=manages_server)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, members: Iterable[User], *, locale: str = "en-US", has_bot: bool = True) -> Guild:
        """Make a server of these people, and of the bot where it has it; the first of them owns it."""
        people = list(members)
        guild = Guild(self.ids(), name, people[0].id, locale=locale, has_bot=has_bot)
        guild.roles[guild.id] = Role(guild.id, "@everyone", permissions=EVERY_PERMISSION, position=0, mentionable=False)
        guild.members = {user.id: user for user in (*people, *([self.bot] if has_bot else []))}
        self.guilds[guild.id] = guild
        if has_bot:
            data = guild.to_json(self.bot, whole=True)
            self.tell(Event("GUILD_CREATE", data, guild.id, GUILDS))
        return guild

    def add_channel(self, guild: Guild, name: str, *, topic: str | None = None) -> Channel:
        """Make a text channel in a server."""
        channel = Channel(self.ids(), 0, name, guild_id=guild.id, topic=topic, position=len(guild.channels))
        guild.channels[channel.id] = channel
        self.channels[channel.id] = channel
        if guild.has_bot:
            self.tell(Event("CHANNEL_CREATE", channel.to_json(self.bot), guild.id, GUILDS))
        return channel

    def add_role(self, guild: Guild, name: str, *, permissions: int = 0, mentionable: bool = True) -> Role:
        """Make a role in a server."""
        role = Role(self.ids(), name, permissions, position=len(guild.roles), mentionable=mentionable)
        guild.roles[role.id] = role
        if guild.has_bot:
            data = {"guild_id": str(guild.id), "role": role.to_json()}
            self.tell(Event("GUILD_ROLE_CREATE", data, guild.id, GUILDS))
        return role

    def add_private_channel(self, people: Iterable[User], *, name: str = "") -> Channel:
        """The DM of a person with the bot, or a group of people without it."""
        recipients = list(people)
        kind = DM if any(user.bot for user in recipients) else GROUP_DM
        if kind == DM:
            for channel in self.channels.values():
                if channel.kind == DM and {u.id for u in channel.recipients} == {u.id for u in recipients}:
                    return channel
        channel = Channel(self.ids(), kind, name, recipients=recipients)
        self.channels[channel.id] = channel
        return channel

    def user(self, user_id: int) -> User:
        """A user by id; raises ApiError where there is none."""
        if (user := self.users.get(user_id)) is None:
            raise Refusal.UNKNOWN_USER.error()
        return user

    def guild(self, guild_id: int) -> Guild:
        """A server that the bot is in, by id; raises ApiError where there is none."""
        guild = self.guilds.get(guild_id)
        if guild is None or not guild.has_bot:
            raise Refusal.UNKNOWN_GUILD.error()
        return guild

    def guild_of(self, channel: Channel) -> Guild | None:
        """The server that a channel stands in, if any."""
        return self.guilds.get(channel.guild_id) if channel.guild_id is not None else None

    def channel_for_bot(self, channel_id: int, *needed: str) -> Channel:
        """A channel that the bot can see and has these permissions in; raises ApiError otherwise."""
        channel = self.channels.get(channel_id)
        if channel is None:
            raise Refusal.UNKNOWN_CHANNEL.error()
        guild = self.guild_of(channel)
        if (guild is None and not channel.has_bot) or (guild is not None and not guild.has_bot):
            raise Refusal.MISSING_ACCESS.error()
        granted = self.bot_permissions(channel)
        if not granted & PERMISSIONS["VIEW_CHANNEL"]:
            raise Refusal.MISSING_ACCESS.error()
        if any(not granted & PERMISSIONS[name] for name in needed):
            raise Refusal.MISSING_PERMISSIONS.error()
        return channel

    def bot_permissions(self, channel: Channel) -> int:
        """What the bot may do in a channel; a thread has its parent's overwrites."""
        parent = self.channels.get(channel.parent_id) if channel.parent_id else None
        return channel.bot_permissions() & (parent.bot_permissions() if parent else EVERY_PERMISSION)

    def people_in(self, channel: Channel) -> list[User]:
        """Everybody who can read a channel, the bot left out."""
        guild = self.guild_of(channel)
        users = guild.members.values() if guild else channel.recipients
        return [user for user in users if not user.bot]

    # Messages

    def add_message(self, message: Message, *, nonce: str | None = None) -> None:
        """Keep a new message and tell of it."""
        self._messages.setdefault(message.channel_id, {})[message.id] = message
        channel = self.channels[message.channel_id]
        if message.only_for is None:
            channel.last_message_id = message.id
            channel.message_count += 1
        if nonce is not None:
            self._nonces[message.channel_id, nonce] = message
        self.tell(self._message_event("MESSAGE_CREATE", message))

    def message_edited(self, message: Message) -> None:
        """Tell of an edit."""
        self.tell(self._message_event("MESSAGE_UPDATE", message))

    def delete_message(self, message: Message) -> None:
        """Delete a message and tell of it."""
        message.deleted = True
        self.tell(self._message_event("MESSAGE_DELETE", message))

    def message_with_nonce(self, channel_id: int, nonce: str, within: float) -> Message | None:
        """The message made here with that nonce in the last `within` seconds, if any."""
        message = self._nonces.get((channel_id, nonce))
        if message is None or self.clock.now() - message.made_at > within:
            return None
        return message

    def messages_in(self, channel_id: int, *, seen_by: int | None = None) -> list[Message]:
        """The messages of a channel, oldest first; private ones only for the person who sees them."""
        return [
            message
            for message in self._messages.get(channel_id, {}).values()
            if not message.deleted and message.only_for in (None, seen_by)
        ]

    def message(self, channel_id: int, message_id: int, *, private: bool = False) -> Message:
        """A message by id; raises ApiError where there is none, or only a private one and `private` is false."""
        message = self._messages.get(channel_id, {}).get(message_id)
        if message is None or message.deleted or (message.only_for is not None and not private):
            raise Refusal.UNKNOWN_MESSAGE.error()
        return message

    def _message_event(self, name: str, message: Message) -> Event:
        guild_id = message.guild_id
        intent = DIRECT_MESSAGES if guild_id is None else GUILD_MESSAGES
        if name == "MESSAGE_DELETE":
            data: dict[str, Any] = {"id": str(message.id), "channel_id": str(message.channel_id)}
        else:
            data = message.to_json()
        if guild_id is not None:
            data["guild_id"] = str(guild_id)
            guild = self.guilds[guild_id]
            if name != "MESSAGE_DELETE" and message.author.id in guild.members:
                data["member"] = guild.member_json(message.author, with_user=False)
        return Event(name, data, guild_id, intent, message)
