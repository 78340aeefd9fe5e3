"""Messages and their files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playground.clock import timestamp
from playground.entities import User
from playground.images import content_type_of, size_of
from playground.snowflakes import seconds_of

SUPPRESS_EMBEDS = 1 << 2
HAS_THREAD = 1 << 5
EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_NOTIFICATIONS = 1 << 12
COMPONENTS_V2 = 1 << 15

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SELECTS = {3, 5, 6, 7, 8}
SECTION, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR = 9, 10, 11, 12, 13, 14
CONTAINER, LABEL = 17, 18
LINK_STYLE = 5


def walk_components(components: list[Any]) -> Iterator[dict[str, Any]]:
    """Every component, outer before inner; what is no object is left out."""
    for component in components:
        if not isinstance(component, dict):
            continue
        yield component
        yield from walk_components(component.get("components") or [])
        for key in ("accessory", "component"):
            if isinstance(inner := component.get(key), dict):
                yield from walk_components([inner])


@dataclass(slots=True)
class Attachment:
    """A file of a message."""

    id: int
    filename: str
    data: bytes
    url: str
    description: str | None = None
    title: str | None = None
    in_embed: bool = False

    @property
    def content_type(self) -> str:
        """The media type."""
        return content_type_of(self.filename, self.data)

    @property
    def dimensions(self) -> tuple[int, int] | None:
        """Width and height of a PNG, else None."""
        return size_of(self.data)

    def to_json(self, *, ephemeral: bool = False) -> dict[str, Any]:
        """The attachment object of Discord's API."""
        attachment: dict[str, Any] = {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.data),
            "url": self.url,
            "proxy_url": self.url,
            "content_type": self.content_type,
        }
        if dimensions := self.dimensions:
            attachment["width"], attachment["height"] = dimensions
        if self.description is not None:
            attachment["description"] = self.description
        if self.title is not None:
            attachment["title"] = self.title
        if ephemeral:
            attachment["ephemeral"] = True
        return attachment


@dataclass(eq=False, slots=True)
class Message:
    """One message; it changes in place when it is edited, `revisions` keeps what it was.

    `only_for` is the one person who sees an ephemeral message, `pinged` the people whom it notified,
    `bot_id` the bot to whom its JSON is told.
    """

    id: int
    channel_id: int
    author: User
    guild_id: int | None = None
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    nonce: str | int | None = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    webhook_id: int | None = None
    kind: int = 0
    metadata: dict[str, Any] | None = None
    reference: dict[str, Any] | None = None
    edited_at: float | None = None
    only_for: int | None = None
    pinged: set[int] = field(default_factory=set)
    reactions: dict[str, set[int]] = field(default_factory=dict)
    bot_id: int = 0
    thread: dict[str, Any] | None = None
    deleted: bool = False
    revisions: list[dict[str, Any]] = field(default_factory=list)

    @property
    def made_at(self) -> float:
        """When it was made, in seconds since the Unix epoch."""
        return seconds_of(self.id)

    @property
    def ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether the bot is still thinking."""
        return bool(self.flags & LOADING)

    @property
    def all_components(self) -> list[dict[str, Any]]:
        """Every component, outer before inner."""
        return list(walk_components(self.components))

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """Its buttons in order."""
        return [part for part in self.all_components if part["type"] == BUTTON]

    @property
    def selects(self) -> list[dict[str, Any]]:
        """Its menus in order."""
        return [part for part in self.all_components if part["type"] in SELECTS]

    @property
    def text(self) -> str:
        """Everything that can be read in it: content, text displays and embeds."""
        texts = [self.content]
        texts += [part["content"] for part in self.all_components if part["type"] == TEXT_DISPLAY]
        for embed in self.embeds:
            texts += [embed.get("title") or "", embed.get("description") or ""]
            for item in embed.get("fields") or []:
                texts += [item["name"], item["value"]]
            texts.append((embed.get("footer") or {}).get("text") or "")
        return "\n".join(text for text in texts if text)

    def to_json(self) -> dict[str, Any]:
        """The message object of Discord's API."""
        message: dict[str, Any] = {
            "id": str(self.id),
            "type": self.kind,
            "channel_id": str(self.channel_id),
            "author": self.author.to_json(),
            "content": self.content,
            "timestamp": timestamp(self.made_at),
            "edited_timestamp": timestamp(self.edited_at) if self.edited_at else None,
            "tts": False,
            "mention_everyone": self.mention_everyone,
            "mentions": [user.to_json() for user in self.mentions],
            "mention_roles": [str(role) for role in self.mention_roles],
            "attachments": [file.to_json(ephemeral=self.ephemeral) for file in self.attachments if not file.in_embed],
            "embeds": self.embeds,
            "components": self.components,
            "pinned": False,
            "flags": self.flags,
        }
        if self.nonce is not None:
            message["nonce"] = self.nonce
        if self.webhook_id is not None:
            message |= {"webhook_id": str(self.webhook_id), "application_id": str(self.webhook_id)}
        for key, value in (
            ("interaction_metadata", self.metadata),
            ("message_reference", self.reference),
            ("thread", self.thread),
        ):
            if value is not None:
                message[key] = value
        if any(self.reactions.values()):
            message["reactions"] = [
                {
                    "emoji": {"id": None, "name": emoji},
                    "count": len(users),
                    "me": self.bot_id in users,
                    "me_burst": False,
                    "burst_colors": [],
                    "count_details": {"burst": 0, "normal": len(users)},
                }
                for emoji, users in self.reactions.items()
                if users
            ]
        return message
