"""From what a person filled in to the options of an interaction, checked as Discord's client checks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground.entities import Channel, Role, User
from playground.limits.commands import (
    ATTACHMENT,
    BOOLEAN,
    CHANNEL_OPTION,
    INTEGER,
    MENTIONABLE,
    NUMBER,
    ROLE_OPTION,
    STRING,
    SUB_COMMAND,
    SUB_COMMAND_GROUP,
    USER_OPTION,
)
from playground.posting import Upload
from playground.world import World

LONGEST_STRING = 6000
NESTED = (SUB_COMMAND, SUB_COMMAND_GROUP)


class CannotDoError(Exception):
    """Discord's own client would not let a person do this."""


def chosen_option(command: dict[str, Any], words: list[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The subcommand chain that `words` name below a command, and the options at its end.

    Raises CannotDoError where there is no such subcommand, or where one has to be named and none is.
    """
    chain: list[dict[str, Any]] = []
    options = command.get("options") or []
    for word in words:
        found = next((one for one in options if one["name"] == word and one["type"] in NESTED), None)
        if found is None:
            message = f"/{command['name']} has no subcommand {word!r}"
            raise CannotDoError(message)
        chain.append(found)
        options = found.get("options") or []
    if any(option["type"] in NESTED for option in options):
        message = f"/{' '.join([command['name'], *words])} needs a subcommand"
        raise CannotDoError(message)
    return chain, options


class Filling:
    """Turns values by option name into the options of an interaction."""

    def __init__(self, world: World, channel: Channel) -> None:
        self._world = world
        self._channel = channel
        self.resolved: dict[str, dict[str, Any]] = {}

    def options(
        self, options: list[dict[str, Any]], values: Mapping[str, Any], *, focused: str | None = None
    ) -> list[dict[str, Any]]:
        """The filled options. With `focused`, an option that is still being typed, nothing else is checked.

        Raises CannotDoError where an option is unknown, missing or outside of what it allows.
        """
        known = {option["name"]: option for option in options}
        for name in values:
            if name not in known:
                message = f"there is no option {name!r} (there are: {', '.join(known) or 'none'})"
                raise CannotDoError(message)
        filled: list[dict[str, Any]] = []
        for name, option in known.items():
            if name not in values or values[name] is None:
                if option.get("required") and focused is None:
                    message = f"the option {name!r} is required"
                    raise CannotDoError(message)
                continue
            value = values[name]
            if name == focused:
                filled.append({"name": name, "type": option["type"], "value": str(value), "focused": True})
            else:
                filled.append({"name": name, "type": option["type"], "value": self._value(option, value)})
        return filled

    def _value(self, option: dict[str, Any], value: object) -> object:
        kind, name = option["type"], option["name"]
        choices = option.get("choices") or []
        if choices and value not in [choice["value"] for choice in choices]:
            message = f"the option {name!r} does not offer {value!r}"
            raise CannotDoError(message)
        if kind == STRING:
            _check_range(
                name, len(_is(name, value, str)), option.get("min_length", 0), option.get("max_length", LONGEST_STRING)
            )
        elif kind in (INTEGER, NUMBER):
            number = _is(name, value, int if kind == INTEGER else (int, float))
            _check_range(name, number, option.get("min_value"), option.get("max_value"))
        elif kind == BOOLEAN:
            _is(name, value, bool)
        elif kind == ATTACHMENT:
            return self._upload(_is(name, value, Upload))
        elif kind in (USER_OPTION, CHANNEL_OPTION, ROLE_OPTION, MENTIONABLE):
            return self._entity(option, value)
        return value

    def _upload(self, upload: Upload) -> str:
        file = self._world.files.keep(self._world.ids(), self._channel.id, upload.filename, upload.data)
        self._resolve("attachments", file.id, file.to_json(ephemeral=True))
        return str(file.id)

    def _entity(self, option: dict[str, Any], value: object) -> str:
        guild = self._world.guild_of(self._channel)
        kind = option["type"]
        if isinstance(value, User) and kind in (USER_OPTION, MENTIONABLE):
            self._resolve("users", value.id, value.to_json())
            if guild is not None and value.id in guild.members:
                member = guild.member_json(value, with_user=False) | {"permissions": str(value.permissions)}
                self._resolve("members", value.id, member)
        elif isinstance(value, Role) and kind in (ROLE_OPTION, MENTIONABLE):
            self._resolve("roles", value.id, value.to_json())
        elif isinstance(value, Channel) and kind == CHANNEL_OPTION:
            allowed = option.get("channel_types") or [value.kind]
            if value.kind not in allowed:
                message = f"the option {option['name']!r} takes no channel of type {value.kind}"
                raise CannotDoError(message)
            permissions = {"permissions": str(value.bot_permissions())}
            self._resolve("channels", value.id, value.to_json(self._world.bot) | permissions)
        else:
            message = f"the option {option['name']!r} does not take {value!r}"
            raise CannotDoError(message)
        return str(value.id)

    def _resolve(self, kind: str, entity_id: int, entity: dict[str, Any]) -> None:
        self.resolved.setdefault(kind, {})[str(entity_id)] = entity


def _is(name: str, value: Any, kind: Any) -> Any:  # noqa: ANN401 - narrows whatever a caller passes
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        message = f"the option {name!r} does not take {value!r}"
        raise CannotDoError(message)
    return value


def _check_range(name: str, number: float, low: float | None, high: float | None) -> None:
    if (low is not None and number < low) or (high is not None and number > high):
        message = f"the option {name!r} is out of range: {number} is not in {low}..{high}"
        raise CannotDoError(message)
