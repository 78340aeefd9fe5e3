"""From what a browser sends for an option to the value that the option takes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from playground.interactions.options import CannotDoError
from playground.limits.commands import (
    ATTACHMENT,
    CHANNEL_OPTION,
    INTEGER,
    MENTIONABLE,
    NUMBER,
    ROLE_OPTION,
    USER_OPTION,
)
from playground.posting import Upload
from playground.world import World

ENTITIES = (USER_OPTION, CHANNEL_OPTION, ROLE_OPTION, MENTIONABLE)


def typed_values(
    world: World, options: list[dict[str, Any]], values: Mapping[str, Any], *, focused: str | None = None
) -> dict[str, Any]:
    """The values by option name, each of its option's type. Raises CannotDoError where one cannot be."""
    kinds = {option["name"]: int(option["type"]) for option in options}
    typed: dict[str, Any] = {}
    for name, value in values.items():
        kind = kinds.get(name)
        typed[name] = value if kind is None or name == focused else _typed(world, kind, name, value)
    return typed


def _typed(world: World, kind: int, name: str, value: Any) -> Any:  # noqa: ANN401 - JSON from a browser
    try:
        if kind == INTEGER:
            return int(value)
        if kind == NUMBER:
            return float(value)
        if kind in ENTITIES:
            return entity(world, int(value))
        if kind == ATTACHMENT:
            return Upload("files[0]", str(value["name"]), base64.b64decode(value["data"], validate=True))
    except (TypeError, ValueError, KeyError, binascii.Error):
        message = f"the option {name!r} does not take {value!r}"
        raise CannotDoError(message) from None
    return value


def entity(world: World, entity_id: int) -> Any:  # noqa: ANN401 - a user, a channel or a role
    """The user, channel or role of that id; raises KeyError where there is none."""
    if entity_id in world.users:
        return world.users[entity_id]
    if entity_id in world.channels:
        return world.channels[entity_id]
    roles = {role.id: role for guild in world.guilds.values() for role in guild.roles.values()}
    return roles[entity_id]
