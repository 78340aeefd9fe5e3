"""The commands that the bot has registered, as Discord keeps and offers them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playground.faults import Faults
from playground.limits.commands import CHAT_INPUT, check_command, check_commands
from playground.refusals import Refusal

GLOBAL = None


class CommandBook:
    """Registered commands: the global ones, and those of single servers."""

    def __init__(self, application_id: int, ids: Callable[[], int]) -> None:
        self._application_id = application_id
        self._ids = ids
        self._books: dict[int | None, dict[int, dict[str, Any]]] = {GLOBAL: {}}
        self.uploads = 0

    def all(self, guild_id: int | None = GLOBAL) -> list[dict[str, Any]]:
        """The commands of one server, or the global ones, in the order in which they came."""
        return list(self._books.get(guild_id, {}).values())

    def one(self, command_id: int, guild_id: int | None = GLOBAL) -> dict[str, Any]:
        """A command by id; raises ApiError where there is none."""
        try:
            return self._books.get(guild_id, {})[command_id]
        except KeyError:
            raise Refusal.UNKNOWN_COMMAND.error() from None

    def overwrite(self, commands: list[dict[str, Any]], guild_id: int | None = GLOBAL) -> list[dict[str, Any]]:
        """Replace all commands; those of the same kind and name keep their id. Raises ApiError over a limit."""
        check_commands(commands)
        before = {(known["type"], known["name"]): known["id"] for known in self.all(guild_id)}
        book: dict[int, dict[str, Any]] = {}
        for command in commands:
            kept = self._kept(command, before.get((command.get("type") or CHAT_INPUT, command["name"])), guild_id)
            book[int(kept["id"])] = kept
        self._books[guild_id] = book
        self.uploads += 1
        return list(book.values())

    def add(self, command: dict[str, Any], guild_id: int | None = GLOBAL) -> dict[str, Any]:
        """Add a command, or replace the one of its kind and name. Raises ApiError over a limit."""
        kind = (command.get("type") or CHAT_INPUT, command.get("name"))
        others = [known for known in self.all(guild_id) if (known["type"], known["name"]) != kind]
        faults = Faults()
        check_command(command, faults, ())
        faults.raise_if_any()
        self.overwrite([*others, command], guild_id)
        return next(known for known in self.all(guild_id) if (known["type"], known["name"]) == kind)

    def change(self, command_id: int, changes: dict[str, Any], guild_id: int | None = GLOBAL) -> dict[str, Any]:
        """Change some fields of a command. Raises ApiError where there is none, or over a limit."""
        changed = self.one(command_id, guild_id) | changes
        faults = Faults()
        check_command(changed, faults, ())
        faults.raise_if_any()
        kept = self._kept(changed, str(command_id), guild_id)
        self._books[guild_id][command_id] = kept
        return kept

    def delete(self, command_id: int, guild_id: int | None = GLOBAL) -> None:
        """Delete a command. Raises ApiError where there is none."""
        self.one(command_id, guild_id)
        del self._books[guild_id][command_id]

    def _kept(self, command: dict[str, Any], command_id: str | None, guild_id: int | None) -> dict[str, Any]:
        permissions = command.get("default_member_permissions")
        kept: dict[str, Any] = {
            "id": command_id or str(self._ids()),
            "application_id": str(self._application_id),
            "version": str(self._ids()),
            "type": command.get("type") or CHAT_INPUT,
            "name": command["name"],
            "name_localizations": command.get("name_localizations"),
            "description": command.get("description") or "",
            "description_localizations": command.get("description_localizations"),
            "default_member_permissions": None if permissions is None else str(permissions),
            "nsfw": bool(command.get("nsfw", False)),
        }
        if kept["type"] == CHAT_INPUT:
            kept["options"] = command.get("options") or []
        if guild_id is None:
            kept["dm_permission"] = command.get("dm_permission", True)
            kept["contexts"] = command.get("contexts")
            kept["integration_types"] = command.get("integration_types") or [0]
        else:
            kept["guild_id"] = str(guild_id)
        return kept


def without_translations(command: dict[str, Any]) -> dict[str, Any]:
    """A command as a listing gives it unless it is asked for translations."""
    return {key: value for key, value in command.items() if not key.endswith("_localizations")}
