"""A person who talks to the bot: runs commands, presses buttons, fills in forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from playground.entities import Channel, Role, User
from playground.interactions.desk import Desk
from playground.interactions.interaction import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Cause,
    Interaction,
    Modal,
)
from playground.interactions.offers import offered_commands
from playground.interactions.options import CannotDoError, Filling, chosen_option
from playground.limits.commands import CHAT_INPUT, MESSAGE
from playground.limits.commands import USER as USER_COMMAND
from playground.messages import LINK_STYLE, STRING_SELECT, Message
from playground.people.asked import Asked
from playground.people.forms import submitted
from playground.posting import Envelope, Form, Posting
from playground.world import World


class Person:
    """Acts for one user, in the channel `at` unless another is given."""

    def __init__(self, world: World, desk: Desk, posting: Posting, user: User, at: Channel) -> None:
        self.user = user
        self.at = at
        self._world = world
        self._desk = desk
        self._posting = posting

    @property
    def name(self) -> str:
        """The person's name."""
        return self.user.name

    def sees(self, channel: Channel | None = None) -> list[Message]:
        """The messages in a channel that this person sees, oldest first."""
        return self._world.messages_in((channel or self.at).id, seen_by=self.user.id)

    def commands(self, channel: Channel | None = None) -> list[dict[str, Any]]:
        """The commands that Discord offers this person there."""
        return offered_commands(self._world, self.user, channel or self.at)

    def say(self, text: str, *, channel: Channel | None = None) -> Message:
        """Write an ordinary message; raises ApiError where Discord would refuse it."""
        return self._posting.create(channel or self.at, Form({"content": text}), Envelope(self.user))

    def run(self, name: str, options: Mapping[str, Any] | None = None, *, channel: Channel | None = None) -> Asked:
        """Run a slash command (`"quiz practice"` for a subcommand) with its options by name.

        Users, channels, roles and uploads are given as such. Raises CannotDoError where Discord's client would not let
        a person send this: an unknown command or option, a required one missing, a value out of range.
        """
        return self._command(COMMAND, name, options or {}, channel or self.at)

    def autocomplete(
        self,
        name: str,
        option: str,
        typed: str,
        options: Mapping[str, Any] | None = None,
        *,
        channel: Channel | None = None,
    ) -> Asked:
        """Type into an option of a slash command, the other `options` being filled in already."""
        values = {**(options or {}), option: typed}
        return self._command(AUTOCOMPLETE, name, values, channel or self.at, focused=option)

    def use(self, name: str, target: Message | User, *, channel: Channel | None = None) -> Asked:
        """Use a command of the context menu on a message or a user. Raises CannotDoError where there is none."""
        place = channel or (self._world.channels[target.channel_id] if isinstance(target, Message) else self.at)
        kind = MESSAGE if isinstance(target, Message) else USER_COMMAND
        command = self._offered(name, kind, place)
        key = "messages" if isinstance(target, Message) else "users"
        data = self._head(command) | {
            "target_id": str(target.id),
            "resolved": {key: {str(target.id): target.to_json()}},
        }
        return self._asked(self._desk.begin(COMMAND, self.user, place, data, Cause(command=command)))

    def press(self, message: Message, button: str | int) -> Asked:
        """Press a button: by its place from 0, its custom id or its label. Raises CannotDoError where it cannot be."""
        found = self._component(message, message.buttons, button)
        if found.get("style") == LINK_STYLE:
            message_text = f"the button {button!r} is a link"
            raise CannotDoError(message_text)
        return self._component_asked(message, found, {})

    def choose(self, message: Message, select: str | int, values: Sequence[str | User | Role | Channel]) -> Asked:
        """Choose in a menu: by its place from 0 or its custom id; `values` are its options' values or labels.

        Raises CannotDoError where the menu does not offer that.
        """
        found = self._component(message, message.selects, select)
        low, high = found.get("min_values", 1), found.get("max_values", 1)
        if not low <= len(values) <= high:
            text = f"the menu takes {low} to {high} values, not {len(values)}"
            raise CannotDoError(text)
        if found["type"] == STRING_SELECT:
            return self._component_asked(message, found, {"values": _option_values(found, values)})
        return self._component_asked(message, found, self._entities(values))

    def submit(self, modal: Modal, values: Mapping[str, str | Sequence[str] | bool]) -> Asked:
        """Send a form, its values by custom id or label. Raises CannotDoError where the form does not take them."""
        opened = modal.opened_by
        data = {"custom_id": modal.custom_id, "components": submitted(modal, values)}
        cause = Cause(message=opened.message, opened_by=opened)
        return self._asked(self._desk.begin(MODAL_SUBMIT, self.user, opened.channel, data, cause))

    # Helpers

    def _asked(self, interaction: Interaction) -> Asked:
        return Asked(interaction, self._world.changes)

    def _offered(self, name: str, kind: int, place: Channel) -> dict[str, Any]:
        for command in self.commands(place):
            if command["name"] == name and command["type"] == kind:
                return command
        offered = ", ".join(str(one["name"]) for one in self.commands(place) if one["type"] == kind)
        message = f"no command {name!r} is offered to {self.name} here (there are: {offered or 'none'})"
        raise CannotDoError(message)

    def _head(self, command: dict[str, Any]) -> dict[str, Any]:
        head = {"id": command["id"], "name": command["name"], "type": command["type"]}
        return head | ({"guild_id": command["guild_id"]} if "guild_id" in command else {})

    def _command(
        self, kind: int, name: str, values: Mapping[str, Any], place: Channel, *, focused: str | None = None
    ) -> Asked:
        first, *words = name.split(" ")
        command = self._offered(first, CHAT_INPUT, place)
        chain, options = chosen_option(command, words)
        filling = Filling(self._world, place)
        filled: list[dict[str, Any]] = filling.options(options, values, focused=focused)
        for step in reversed(chain):
            filled = [{"name": step["name"], "type": step["type"], "options": filled}]
        data = self._head(command) | ({"options": filled} if filled else {})
        if filling.resolved:
            data["resolved"] = filling.resolved
        return self._asked(self._desk.begin(kind, self.user, place, data, Cause(command=command)))

    def _component(self, message: Message, among: list[dict[str, Any]], which: str | int) -> dict[str, Any]:
        if message.deleted or message.only_for not in (None, self.user.id):
            text = f"{self.name} does not see that message"
            raise CannotDoError(text)
        if isinstance(which, int):
            found = among[which] if -len(among) <= which < len(among) else None
        else:
            found = next((part for part in among if which in (part.get("custom_id"), part.get("label"))), None)
        if found is None:
            there = ", ".join(str(part.get("label") or part.get("custom_id")) for part in among)
            text = f"there is no {which!r} on that message (there are: {there or 'none'})"
            raise CannotDoError(text)
        if found.get("disabled"):
            text = f"{which!r} is disabled"
            raise CannotDoError(text)
        return found

    def _component_asked(self, message: Message, component: dict[str, Any], more: dict[str, Any]) -> Asked:
        data = {"id": component["id"], "custom_id": component["custom_id"], "component_type": component["type"], **more}
        place = self._world.channels[message.channel_id]
        return self._asked(self._desk.begin(COMPONENT, self.user, place, data, Cause(message=message)))

    def _entities(self, values: Sequence[str | User | Role | Channel]) -> dict[str, Any]:
        resolved: dict[str, dict[str, Any]] = {}
        for value in values:
            if isinstance(value, User):
                resolved.setdefault("users", {})[str(value.id)] = value.to_json()
            elif isinstance(value, Role):
                resolved.setdefault("roles", {})[str(value.id)] = value.to_json()
            elif isinstance(value, Channel):
                resolved.setdefault("channels", {})[str(value.id)] = value.to_json(self._world.bot)
            else:
                message = f"this menu does not take {value!r}"
                raise CannotDoError(message)
        return {"values": [str(value.id) for value in values if not isinstance(value, str)], "resolved": resolved}


def _option_values(select: dict[str, Any], values: Sequence[object]) -> list[str]:
    found: list[str] = []
    for value in values:
        match = [one["value"] for one in select["options"] if value in (one["value"], one["label"])]
        if not match:
            message = f"the menu does not offer {value!r}"
            raise CannotDoError(message)
        found.append(match[0])
    return found
