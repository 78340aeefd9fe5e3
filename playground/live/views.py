"""What the page is shown: places, people, commands and messages, as plain JSON."""

from __future__ import annotations

import copy
from typing import Any

from playground.entities import DM, GROUP_DM, PUBLIC_THREAD, Channel, User
from playground.interactions.interaction import Interaction, Modal
from playground.messages import Attachment, Message, walk_components
from playground.parts import Parts

FILES = "/page/files"


def person_view(user: User) -> dict[str, Any]:
    """A person or the bot."""
    return {"id": str(user.id), "name": user.name, "bot": user.bot, "locale": user.locale}


def place_view(parts: Parts, channel: Channel) -> dict[str, Any]:
    """A channel, and the group of places that it belongs to."""
    guild = parts.world.guild_of(channel)
    kinds = {DM: "direct", GROUP_DM: "group", PUBLIC_THREAD: "thread"}
    return {
        "id": str(channel.id),
        "kind": kinds.get(channel.kind, "channel"),
        "name": channel.name,
        "topic": channel.topic,
        "server": guild.name if guild else None,
        "parent": str(channel.parent_id) if channel.parent_id else None,
        "has_bot": channel.has_bot if guild is None else guild.has_bot,
    }


def places_of(parts: Parts, user: User) -> list[dict[str, Any]]:
    """Every place where a person can be."""
    parts.world.add_private_channel([user, parts.world.bot])
    places = [channel for channel in parts.world.channels.values() if user in parts.world.people_in(channel)]
    return [place_view(parts, channel) for channel in places]


def mentionable_view(parts: Parts, channel: Channel) -> dict[str, Any]:
    """Who and what can be named in a place."""
    guild = parts.world.guild_of(channel)
    users = guild.members.values() if guild else channel.recipients
    rooms = guild.channels.values() if guild else ()
    return {
        "users": [person_view(user) for user in users],
        "roles": [{"id": str(one.id), "name": one.name} for one in guild.roles.values()] if guild else [],
        "channels": [{"id": str(room.id), "name": room.name, "type": room.kind} for room in rooms],
    }


def message_view(message: Message, viewer: User) -> dict[str, Any]:
    """A message as one person sees it, with addresses that do not expire."""
    view = copy.deepcopy(message.to_json())
    files = {str(file.id): file for file in message.attachments}
    by_url = {file.url: file for file in message.attachments}
    for attachment in view["attachments"]:
        attachment["url"] = file_address(files[attachment["id"]])
    for part in walk_components(view["components"]):
        for holder in (part, *(part.get("items") or [])):
            for media in (holder.get("media"), holder.get("file")):
                if isinstance(media, dict) and media.get("attachment_id") in files:
                    media["url"] = file_address(files[media["attachment_id"]])
    for embed in view["embeds"]:
        for picture in (embed.get("image"), embed.get("thumbnail")):
            if picture and picture.get("url") in by_url:
                picture["url"] = file_address(by_url[picture["url"]])
    return view | {
        "author": person_view(message.author),
        "private": message.only_for is not None,
        "loading": message.loading,
        "pinged": viewer.id in message.pinged,
    }


def file_address(file: Attachment) -> str:
    """Where the page finds a file."""
    return f"{FILES}/{file.id}/{file.filename}"


def modal_view(modal: Modal) -> dict[str, Any]:
    """A form that is to be filled in."""
    return {"custom_id": modal.custom_id, "title": modal.title, "components": modal.components}


def answer_view(interaction: Interaction) -> dict[str, Any]:
    """How an interaction was first answered."""
    return {
        "response": interaction.response,
        "choices": interaction.choices,
        "modal": modal_view(interaction.modal) if interaction.modal else None,
        "interaction": str(interaction.id),
    }
