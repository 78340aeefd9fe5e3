"""What the bot is sent: interactions as Discord shapes them."""

from __future__ import annotations

from typing import Any

from playground.entities import DM, EVERY_PERMISSION, ORDINARY, PERMISSIONS, Channel, Guild, User
from playground.interactions.interaction import IN_BOT_DM, IN_GUILD, IN_PRIVATE_CHANNEL, Interaction
from playground.limits.messages import FILE_SIZE
from playground.world import World

EXTERNAL_APP = sum(PERMISSIONS[name] for name in ("EMBED_LINKS", "ATTACH_FILES", "MENTION_EVERYONE"))


def context_of(channel: Channel) -> int:
    """Where a channel is, as interactions call it."""
    if channel.guild_id is not None:
        return IN_GUILD
    return IN_BOT_DM if channel.kind == DM else IN_PRIVATE_CHANNEL


def owners_of(channel: Channel, guild: Guild | None, person: User) -> dict[str, str]:
    """Through which installations the app is here: the server's (0), the person's own (1)."""
    owners: dict[str, str] = {}
    if guild is not None and guild.has_bot:
        owners["0"] = str(guild.id)
    elif channel.kind == DM:
        owners["0"] = "0"
    if person.user_installed:
        owners["1"] = str(person.id)
    return owners


def app_permissions(world: World, channel: Channel, guild: Guild | None, person: User) -> int:
    """What the app may do here."""
    if guild is None:
        return EVERY_PERMISSION if channel.has_bot else ORDINARY
    return world.bot_permissions(channel) if guild.has_bot else EXTERNAL_APP & person.permissions


def payload_of(world: World, interaction: Interaction) -> dict[str, Any]:
    """The interaction as the bot receives it."""
    channel, person = interaction.channel, interaction.person
    guild = world.guild_of(channel)
    permissions = str(person.permissions if guild is not None else EVERY_PERMISSION)
    payload: dict[str, Any] = {
        "version": 1,
        "id": str(interaction.id),
        "application_id": str(world.application_id),
        "type": interaction.kind,
        "token": interaction.token,
        "data": interaction.data,
        "channel_id": str(channel.id),
        "channel": channel.to_json(world.bot) | {"permissions": permissions},
        "locale": person.locale,
        "context": context_of(channel),
        "authorizing_integration_owners": interaction.owners,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "app_permissions": str(app_permissions(world, channel, guild, person)),
        "attachment_size_limit": FILE_SIZE,
    }
    if guild is None:
        payload["user"] = person.to_json()
    else:
        payload["guild_id"] = str(guild.id)
        payload["guild_locale"] = guild.locale
        payload["guild"] = {"id": str(guild.id), "locale": guild.locale, "features": []}
        payload["member"] = guild.member_json(person) | {"permissions": permissions}
    if interaction.message is not None:
        payload["message"] = interaction.message.to_json()
    return payload


def metadata_of(interaction: Interaction) -> dict[str, Any]:
    """What an answer says of the interaction that it answers."""
    metadata: dict[str, Any] = {
        "id": str(interaction.id),
        "type": interaction.kind,
        "user": interaction.person.to_json(),
        "authorizing_integration_owners": interaction.owners,
    }
    if "name" in interaction.data:
        metadata["name"] = interaction.data["name"]
        metadata["command_type"] = interaction.data.get("type", 1)
    if interaction.opened_by is not None:
        metadata["triggering_interaction_metadata"] = metadata_of(interaction.opened_by)
    elif interaction.message is not None:
        metadata["interacted_message_id"] = str(interaction.message.id)
    return metadata
