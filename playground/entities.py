"""People, servers, channels and roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playground.clock import timestamp
from playground.snowflakes import seconds_of

GUILD_TEXT = 0
DM = 1
GROUP_DM = 3
PUBLIC_THREAD = 11

PERMISSIONS = {
    "MANAGE_CHANNELS": 1 << 4,
    "MANAGE_GUILD": 1 << 5,
    "ADD_REACTIONS": 1 << 6,
    "VIEW_CHANNEL": 1 << 10,
    "SEND_MESSAGES": 1 << 11,
    "MANAGE_MESSAGES": 1 << 13,
    "EMBED_LINKS": 1 << 14,
    "ATTACH_FILES": 1 << 15,
    "READ_MESSAGE_HISTORY": 1 << 16,
    "MENTION_EVERYONE": 1 << 17,
    "MANAGE_ROLES": 1 << 28,
    "USE_APPLICATION_COMMANDS": 1 << 31,
    "MANAGE_THREADS": 1 << 34,
    "CREATE_PUBLIC_THREADS": 1 << 35,
    "SEND_MESSAGES_IN_THREADS": 1 << 38,
    "USE_EXTERNAL_APPS": 1 << 50,
}
EVERY_PERMISSION = sum(PERMISSIONS.values())
ORDINARY = EVERY_PERMISSION & ~sum(
    PERMISSIONS[name]
    for name in (
        "MANAGE_CHANNELS",
        "MANAGE_GUILD",
        "MANAGE_MESSAGES",
        "MANAGE_ROLES",
        "MANAGE_THREADS",
        "MENTION_EVERYONE",
    )
)
BOT_PERMISSIONS = ORDINARY | PERMISSIONS["MANAGE_ROLES"] | PERMISSIONS["MENTION_EVERYONE"]

UNSET = (
    "description",
    "banner",
    "home_header",
    "splash",
    "discovery_splash",
    "application_id",
    "afk_channel_id",
    "system_channel_id",
    "widget_channel_id",
    "vanity_url_code",
    "rules_channel_id",
    "safety_alerts_channel_id",
    "public_updates_channel_id",
    "incidents_data",
)


@dataclass(slots=True)
class User:
    """A person or the bot."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    manages_server: bool = False
    user_installed: bool = True
    denied: int = 0
    roles: set[int] = field(default_factory=set)

    @property
    def permissions(self) -> int:
        """What this user may do in the server, apart from a channel's overwrites."""
        if self.bot:
            return BOT_PERMISSIONS
        manager = PERMISSIONS["MANAGE_GUILD"] if self.manages_server else 0
        return (ORDINARY | manager) & ~self.denied

    def to_json(self) -> dict[str, Any]:
        """The user object of Discord's API."""
        return {
            "id": str(self.id),
            "username": self.name.lower().replace(" ", "_"),
            "global_name": None if self.bot else self.name,
            "discriminator": "0" if not self.bot else "0001",
            "avatar": None,
            "bot": self.bot,
            "primary_guild": None,
            "public_flags": 0,
            "flags": 0,
        }


@dataclass(slots=True)
class Role:
    """A role of a server."""

    id: int
    name: str
    permissions: int = 0
    position: int = 1
    mentionable: bool = True

    def to_json(self) -> dict[str, Any]:
        """The role object of Discord's API."""
        return {
            "id": str(self.id),
            "name": self.name,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "position": self.position,
            "permissions": str(self.permissions),
            "managed": False,
            "mentionable": self.mentionable,
            "icon": None,
            "unicode_emoji": None,
            "flags": 0,
        }


@dataclass(slots=True)
class Channel:
    """A server's channel, a thread, a DM or a group."""

    id: int
    kind: int
    name: str
    guild_id: int | None = None
    parent_id: int | None = None
    owner_id: int | None = None
    recipients: list[User] = field(default_factory=list)
    topic: str | None = None
    denied_to_bot: int = 0
    position: int = 0
    archived: bool = False
    message_count: int = 0
    last_message_id: int | None = None

    @property
    def has_bot(self) -> bool:
        """Whether the bot's own user is in here (it is not where only people talk)."""
        return self.kind != GROUP_DM and any(user.bot for user in self.recipients)

    def bot_permissions(self) -> int:
        """What the bot may do here."""
        return BOT_PERMISSIONS & ~self.denied_to_bot

    def to_json(self, bot: User) -> dict[str, Any]:
        """The channel object of Discord's API, as the bot sees it."""
        common = {
            "id": str(self.id),
            "type": self.kind,
            "last_message_id": str(self.last_message_id) if self.last_message_id else None,
            "flags": 0,
        }
        if self.guild_id is None:
            people = [user.to_json() for user in self.recipients if user.id != bot.id]
            group = {"name": self.name, "icon": None, "owner_id": people[0]["id"]}
            return common | {"recipients": people} | (group if self.kind == GROUP_DM else {})
        common |= {"guild_id": str(self.guild_id), "name": self.name}
        if self.kind == PUBLIC_THREAD:
            return common | self._thread_fields()
        return common | {
            "position": self.position,
            "parent_id": None,
            "topic": self.topic,
            "nsfw": False,
            "rate_limit_per_user": 0,
            "permission_overwrites": self._overwrites(bot),
        }

    def _overwrites(self, bot: User) -> list[dict[str, Any]]:
        if not self.denied_to_bot:
            return []
        return [{"id": str(bot.id), "type": 1, "allow": "0", "deny": str(self.denied_to_bot)}]

    def _thread_fields(self) -> dict[str, Any]:
        created = timestamp(seconds_of(self.id))
        return {
            "parent_id": str(self.parent_id),
            "owner_id": str(self.owner_id),
            "message_count": self.message_count,
            "member_count": 1,
            "total_message_sent": self.message_count,
            "rate_limit_per_user": 0,
            "thread_metadata": {
                "archived": self.archived,
                "auto_archive_duration": 1440,
                "archive_timestamp": created,
                "create_timestamp": created,
                "locked": False,
            },
        }


@dataclass(slots=True)
class Guild:
    """A server."""

    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    has_bot: bool = True
    roles: dict[int, Role] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    members: dict[int, User] = field(default_factory=dict)

    def member_json(self, user: User, *, with_user: bool = True) -> dict[str, Any]:
        """The member object of Discord's API."""
        member: dict[str, Any] = {
            "nick": None,
            "avatar": None,
            "banner": None,
            "roles": [str(role) for role in sorted(user.roles) if role in self.roles],
            "joined_at": timestamp(seconds_of(self.id)),
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
            "communication_disabled_until": None,
        }
        return member | ({"user": user.to_json()} if with_user else {})

    def to_json(self, bot: User, *, whole: bool = False) -> dict[str, Any]:
        """The server object of Discord's API; `whole` is GUILD_CREATE's."""
        guild: dict[str, Any] = {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "owner_id": str(self.owner_id),
            "preferred_locale": self.locale,
            "features": ["COMMUNITY"],
            "roles": [role.to_json() for role in self.roles.values()],
            "emojis": [],
            "stickers": [],
            "verification_level": 0,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "system_channel_flags": 0,
            "afk_timeout": 300,
            "nsfw": False,
            "widget_enabled": False,
            "premium_progress_bar_enabled": False,
            "premium_subscription_count": 0,
            "region": "deprecated",
            "max_presences": None,
            "max_members": 500_000,
            "max_video_channel_users": 25,
            "max_stage_video_channel_users": 50,
        } | dict.fromkeys(UNSET)
        if not whole:
            return guild
        rooms = self.channels.values()
        return guild | {
            "joined_at": timestamp(seconds_of(self.id)),
            "large": False,
            "unavailable": False,
            "member_count": len(self.members),
            "voice_states": [],
            "members": [self.member_json(bot)],
            "channels": [room.to_json(bot) for room in rooms if room.kind != PUBLIC_THREAD],
            "threads": [room.to_json(bot) for room in rooms if room.kind == PUBLIC_THREAD],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }
