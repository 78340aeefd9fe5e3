"""Which commands a person is offered in a place."""

from __future__ import annotations

from typing import Any

from playground.entities import Channel, Guild, User
from playground.interactions.payloads import context_of, owners_of
from playground.world import World

ADMINISTRATOR = 1 << 3


def offered_commands(world: World, person: User, channel: Channel) -> list[dict[str, Any]]:
    """The commands that Discord would list for a person in a channel: the server's own before the global ones."""
    guild = world.guild_of(channel)
    found: list[dict[str, Any]] = []
    if guild is not None and guild.has_bot:
        found += world.commands.all(guild.id)
    owners = owners_of(channel, guild, person)
    for command in world.commands.all():
        contexts = command["contexts"]
        here = contexts is None or context_of(channel) in contexts
        if contexts is None and command["dm_permission"] is False:
            here = guild is not None
        if here and installed_owners(command, owners):
            found.append(command)
    return [command for command in found if _permitted(command, person, guild)]


def installed_owners(command: dict[str, Any], owners: dict[str, str]) -> dict[str, str]:
    """Those of a place's installations that a command is made for."""
    kinds = command.get("integration_types") or [0]
    return {key: owner for key, owner in owners.items() if int(key) in kinds}


def _permitted(command: dict[str, Any], person: User, guild: Guild | None) -> bool:
    needed = command["default_member_permissions"]
    if guild is None or needed is None or person.id == guild.owner_id or person.permissions & ADMINISTRATOR:
        return True
    return needed != "0" and person.permissions & int(needed) == int(needed)
