"""Registering commands."""

from __future__ import annotations

from typing import Any

from playground.commands import without_translations
from playground.faults import invalid_form
from playground.refusals import Refusal
from playground.rest.calls import NO_CONTENT, Answer, Call, Route
from playground.world import Event, World


class CommandRoutes:
    """The routes below /applications, for the global commands and for a server's."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """All of them."""
        routes: list[Route] = []
        for base in ("/applications/{application_id}", "/applications/{application_id}/guilds/{guild_id}"):
            one = f"{base}/commands/{{command_id}}"
            routes += [
                Route("GET", f"{base}/commands", self._all),
                Route("PUT", f"{base}/commands", self._overwrite),
                Route("POST", f"{base}/commands", self._add),
                Route("GET", one, self._one),
                Route("PATCH", one, self._change),
                Route("DELETE", one, self._delete),
            ]
        return routes

    def _place(self, call: Call) -> int | None:
        if call.id("application_id") != self._world.application_id:
            raise Refusal.NOT_AUTHORIZED_FOR_APPLICATION.error()
        if "guild_id" not in call.parameters:
            return None
        guild_id = call.id("guild_id")
        if guild_id not in self._world.guilds or not self._world.guilds[guild_id].has_bot:
            raise Refusal.MISSING_ACCESS.error()
        return guild_id

    def _changed(self) -> None:
        # Discord tells its own clients; the bot gets no event, so no intent covers this one.
        self._world.tell(Event("PAGE_COMMANDS", {}, None, intent=1 << 62))

    def _all(self, call: Call) -> Answer:
        commands = self._world.commands.all(self._place(call))
        if not call.flag("with_localizations"):
            commands = [without_translations(command) for command in commands]
        return Answer(commands)

    def _overwrite(self, call: Call) -> Answer:
        place, commands = self._place(call), call.request.json
        if not isinstance(commands, list):
            raise invalid_form((), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        kept = self._world.commands.overwrite(commands, place)
        self._changed()
        return Answer(kept)

    def _add(self, call: Call) -> Answer:
        kept: dict[str, Any] = self._world.commands.add(call.body, self._place(call))
        self._changed()
        return Answer(kept, 201)

    def _one(self, call: Call) -> Answer:
        return Answer(self._world.commands.one(call.id("command_id"), self._place(call)))

    def _change(self, call: Call) -> Answer:
        kept = self._world.commands.change(call.id("command_id"), call.body, self._place(call))
        self._changed()
        return Answer(kept)

    def _delete(self, call: Call) -> Answer:
        self._world.commands.delete(call.id("command_id"), self._place(call))
        self._changed()
        return NO_CONTENT
