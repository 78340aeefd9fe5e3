"""Makes and edits messages from the forms that a bot sends."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from playground.entities import EVERY_PERMISSION, Channel, User
from playground.faults import Faults, invalid_form
from playground.limits.messages import check_files, check_message
from playground.mentions import Mentions, mentions_of
from playground.messages import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    SUPPRESS_EMBEDS,
    SUPPRESS_NOTIFICATIONS,
    Attachment,
    Message,
    walk_components,
)
from playground.refusals import Refusal
from playground.world import World

CREATE_FLAGS = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
EDIT_FLAGS = SUPPRESS_EMBEDS | COMPONENTS_V2
BODY = ("content", "embeds", "components", "attachments", "poll", "sticker_ids")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a request: the form field's name (`files[0]`), the file's name and its bytes."""

    field: str
    filename: str
    data: bytes

    @property
    def index(self) -> str:
        """What an attachment's `id` must be to stand for this file."""
        return self.field.removeprefix("files[").removesuffix("]")


@dataclass(frozen=True, slots=True)
class Form:
    """A message as a request describes it."""

    payload: dict[str, Any]
    uploads: tuple[Upload, ...] = ()


@dataclass(slots=True)
class Envelope:
    """What a message has besides what the form says: who sees it, and what it answers."""

    author: User
    only_for: int | None = None
    flags: int = 0
    webhook_id: int | None = None
    kind: int = 0
    metadata: dict[str, Any] | None = None
    reference: dict[str, Any] | None = None
    replied_to: Message | None = None
    nonce: str | int | None = None


class Posting:
    """Checks forms against Discord's limits and turns them into messages."""

    def __init__(self, world: World) -> None:
        self._world = world

    def create(self, channel: Channel, form: Form, envelope: Envelope) -> Message:
        """Make a message; raises ApiError where the form is refused. `envelope.flags` are added to the form's."""
        payload = form.payload
        flags = (int(payload.get("flags") or 0) & CREATE_FLAGS) | envelope.flags
        names = self._checked_files(form, [])
        check_message(payload, flags=flags, filenames=names)
        if not form.uploads and not any(payload.get(key) for key in BODY):
            raise Refusal.EMPTY_MESSAGE.error()
        message = Message(
            self._world.ids(),
            channel.id,
            envelope.author,
            guild_id=channel.guild_id,
            bot_id=self._world.bot.id,
            flags=flags,
            nonce=envelope.nonce,
            webhook_id=envelope.webhook_id,
            kind=envelope.kind,
            metadata=envelope.metadata,
            reference=envelope.reference,
            only_for=envelope.only_for,
        )
        self._fill(message, form)
        self._notify(message, channel, payload.get("allowed_mentions"), envelope.replied_to)
        nonce = None if envelope.nonce is None else str(envelope.nonce)
        self._world.add_message(message, nonce=nonce)
        return message

    def loading(self, channel: Channel, envelope: Envelope) -> Message:
        """Make the message that says that the bot is thinking."""
        message = Message(
            self._world.ids(),
            channel.id,
            envelope.author,
            guild_id=channel.guild_id,
            bot_id=self._world.bot.id,
            flags=envelope.flags | LOADING,
            webhook_id=envelope.webhook_id,
            kind=envelope.kind,
            metadata=envelope.metadata,
            only_for=envelope.only_for,
        )
        self._world.add_message(message)
        return message

    def edit(self, message: Message, form: Form, *, first: bool = False) -> Message:
        """Edit a message; raises ApiError where the form is refused. `first`: this fills one that was loading."""
        payload = form.payload
        wanted = payload.get("flags")
        flags = message.flags
        if wanted is not None:
            flags = (flags & ~SUPPRESS_EMBEDS) | (int(wanted) & EDIT_FLAGS)
        self._check_conversion(message, payload, flags)
        kept = self._kept(message, payload)
        names = self._checked_files(form, kept)
        check_message(payload, flags=flags, filenames=names)
        after = {key: payload.get(key, getattr(message, key)) for key in ("content", "embeds", "components")}
        if not (form.uploads or kept or any(after.values())):
            raise Refusal.EMPTY_MESSAGE.error()
        message.revisions.append(copy.deepcopy(message.to_json()))
        message.flags = flags & ~LOADING
        self._fill(message, form, kept=kept)
        self._notify(message, self._world.channels[message.channel_id], payload.get("allowed_mentions"), None)
        if first:
            message.edited_at = None
        else:
            message.pinged = set()
            message.edited_at = self._world.clock.now()
        self._world.message_edited(message)
        return message

    def _check_conversion(self, message: Message, payload: dict[str, Any], flags: int) -> None:
        if not flags & COMPONENTS_V2 or message.flags & COMPONENTS_V2:
            return
        for key in ("content", "embeds"):
            if getattr(message, key) and payload.get(key, message) is message:
                text = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
                raise invalid_form((key,), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", text)

    def _kept(self, message: Message, payload: dict[str, Any]) -> list[Attachment]:
        if payload.get("attachments", message) is message:
            return list(message.attachments)
        wanted = {str(entry.get("id")) for entry in payload.get("attachments") or []}
        return [file for file in message.attachments if str(file.id) in wanted]

    def _checked_files(self, form: Form, kept: list[Attachment]) -> set[str]:
        check_files({upload.field: upload.data for upload in form.uploads})
        known = {upload.index for upload in form.uploads} | {str(file.id) for file in kept}
        faults = Faults()
        for index, entry in enumerate(form.payload.get("attachments") or []):
            if str(entry.get("id")) not in known:
                faults.add(("attachments", index, "id"), "ATTACHMENT_NOT_FOUND", "Attachment data not found")
        if len(form.uploads) + len(kept) > 10:
            faults.add(("attachments",), "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
        faults.raise_if_any()
        return {upload.filename for upload in form.uploads} | {file.filename for file in kept}

    def _fill(self, message: Message, form: Form, kept: list[Attachment] | None = None) -> None:
        payload = form.payload
        message.attachments = (kept or []) + [self._attachment(message, upload, payload) for upload in form.uploads]
        originals = (
            {
                upload.filename: file
                for upload, file in zip(form.uploads, message.attachments[-len(form.uploads) :], strict=False)
            }
            if form.uploads
            else {}
        )
        files = {file.filename: file for file in message.attachments} | originals
        if "content" in payload:
            message.content = payload["content"] or ""
        if "embeds" in payload:
            message.embeds = [self._embed(embed, files) for embed in copy.deepcopy(payload["embeds"] or [])]
        if "components" in payload:
            message.components = self._components(payload["components"] or [], files)

    def _attachment(self, message: Message, upload: Upload, payload: dict[str, Any]) -> Attachment:
        attachment = self._world.files.keep(self._world.ids(), message.channel_id, upload.filename, upload.data)
        for entry in payload.get("attachments") or []:
            if str(entry.get("id")) == upload.index:
                attachment.description = entry.get("description")
                attachment.title = entry.get("title")
        return attachment

    def _embed(self, embed: dict[str, Any], files: dict[str, Attachment]) -> dict[str, Any]:
        embed.setdefault("type", "rich")
        for key in ("image", "thumbnail"):
            picture = embed.get(key)
            if picture and str(picture.get("url")).startswith("attachment://"):
                file = files[picture["url"].removeprefix("attachment://")]
                file.in_embed = True
                picture |= _media_of(file)
        return embed

    def _components(self, components: list[dict[str, Any]], files: dict[str, Attachment]) -> list[dict[str, Any]]:
        kept = copy.deepcopy(components)
        taken = {part["id"] for part in walk_components(kept) if part.get("id")}
        fresh = (number for number in range(1, 10_000) if number not in taken)
        for part in walk_components(kept):
            if not part.get("id"):
                part["id"] = next(fresh)
            holders = [part, *(part.get("items") or [])]
            for holder in holders:
                for key in ("media", "file"):
                    if isinstance(media := holder.get(key), dict):
                        self._resolve(media, files, holder if key == "file" else None)
        return kept

    def _resolve(self, media: dict[str, Any], files: dict[str, Attachment], named: dict[str, Any] | None) -> None:
        url = str(media.get("url"))
        name = url.removeprefix("attachment://") if url.startswith("attachment://") else None
        file = files.get(name) if name else next((f for f in files.values() if f.url == url), None)
        if file is None:
            return
        media |= _media_of(file) | {"id": str(self._world.ids()), "attachment_id": str(file.id), "loading_state": 2}
        if named is not None:
            named |= {"name": file.filename, "size": len(file.data)}

    def _notify(
        self, message: Message, channel: Channel, allowed: dict[str, Any] | None, replied_to: Message | None
    ) -> None:
        guild = self._world.guild_of(channel)
        people = {user.id: user for user in self._world.people_in(channel)}
        author_is_bot = message.author.id == self._world.bot.id
        permissions = self._world.bot_permissions(channel) if author_is_bot else message.author.permissions
        if guild is None:
            permissions = EVERY_PERMISSION
        found: Mentions = mentions_of(
            message.text,
            allowed,
            guild=guild,
            people=people | {self._world.bot.id: self._world.bot},
            permissions=permissions,
        )
        if (
            replied_to is not None
            and (allowed is None or allowed.get("replied_user"))
            and replied_to.author not in found.users
        ):
            found.users.append(replied_to.author)
        message.mentions, message.mention_roles = found.users, found.roles
        message.mention_everyone = found.everyone
        quiet = message.flags & (SUPPRESS_NOTIFICATIONS | EPHEMERAL)
        message.pinged = set() if quiet else found.notified(guild) & set(people)


def _media_of(file: Attachment) -> dict[str, Any]:
    media: dict[str, Any] = {"url": file.url, "proxy_url": file.url, "content_type": file.content_type}
    if file.dimensions:
        media["width"], media["height"] = file.dimensions
    return media
