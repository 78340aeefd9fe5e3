"""One browser: who it is, where it looks, what it does, and what it is told."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from aiohttp import WSMsgType, web

from playground.entities import Channel
from playground.faults import ApiError
from playground.interactions.interaction import Modal
from playground.interactions.options import CannotDoError, chosen_option
from playground.limits.commands import CHAT_INPUT
from playground.live.values import entity, typed_values
from playground.live.views import (
    answer_view,
    mentionable_view,
    message_view,
    person_view,
    places_of,
)
from playground.messages import STRING_SELECT, Message
from playground.parts import Parts
from playground.people.asked import Asked, NoAnswerError
from playground.people.person import Person
from playground.world import Event

LOCALES = ("en-US", "ja")
PATIENCE = 20 * 60.0
log = logging.getLogger(__name__)

Told = dict[str, Any]


class Browser:
    """Speaks with one page over its websocket."""

    def __init__(self, parts: Parts, socket: web.WebSocketResponse) -> None:
        self._parts = parts
        self._world = parts.world
        self._socket = socket
        self._outgoing: asyncio.Queue[Told] = asyncio.Queue()
        self._waiting: set[asyncio.Task[None]] = set()
        self._person: Person = parts.people()[0]
        self._place: Channel = self._person.at
        self._modals: dict[str, Modal] = {}
        self._online: bool | None = None

    async def run(self) -> None:
        """Talk until the page is closed."""
        stop_watching = self._world.watch(self._happened)
        writer = asyncio.create_task(self._write())
        self._spawn(self._follow_presence())
        self._hello()
        self._look()
        try:
            async for message in self._socket:
                if message.type is WSMsgType.TEXT:
                    self._receive(message.data)
        finally:
            stop_watching()
            for task in (writer, *self._waiting):
                task.cancel()
            await asyncio.gather(writer, *self._waiting, return_exceptions=True)

    # Telling

    def _tell(self, kind: str, **fields: Any) -> None:  # noqa: ANN401 - any JSON
        self._outgoing.put_nowait({"type": kind, **fields})

    async def _write(self) -> None:
        while True:
            await self._socket.send_str(json.dumps(await self._outgoing.get(), ensure_ascii=False))

    def _hello(self) -> None:
        people = [person_view(person.user) for person in self._parts.people()]
        self._tell("hello", people=people, bot=person_view(self._world.bot))

    def _look(self) -> None:
        user = self._person.user
        self._tell(
            "view",
            person=person_view(user),
            place=str(self._place.id),
            places=places_of(self._parts, user),
            commands=self._person.commands(self._place),
            mentionable=mentionable_view(self._parts, self._place),
            messages=[message_view(message, user) for message in self._person.sees(self._place)],
        )

    def _happened(self, event: Event) -> None:
        message = event.message
        if event.name == "PAGE_COMMANDS":
            self._tell("commands", commands=self._person.commands(self._place))
        elif event.name in ("THREAD_CREATE", "CHANNEL_CREATE", "THREAD_UPDATE", "CHANNEL_UPDATE"):
            self._tell("places", places=places_of(self._parts, self._person.user))
        elif message is None or message.channel_id != self._place.id:
            return
        elif message.only_for in (None, self._person.user.id):
            if message.deleted:
                self._tell("gone", message=str(message.id))
            else:
                self._tell("message", message=message_view(message, self._person.user))

    async def _follow_presence(self) -> None:
        while True:
            online = bool(self._parts.gateway.online)
            if online is not self._online:
                self._online = online
                self._tell("presence", online=online)
            await self._world.changes.until(
                lambda: bool(self._parts.gateway.online) is not self._online, float("inf"), "the bot"
            )

    # Doing

    def _receive(self, text: str) -> None:
        number: object = None
        try:
            wish = json.loads(text)
            number = wish.get("id")
            actions: dict[str, Callable[[dict[str, Any]], Asked | None]] = {
                "look": self._do_look,
                "locale": self._do_locale,
                "say": self._do_say,
                "run": self._do_run,
                "autocomplete": self._do_autocomplete,
                "use": self._do_use,
                "press": self._do_press,
                "choose": self._do_choose,
                "submit": self._do_submit,
                "dismiss": self._do_dismiss,
            }
            asked = actions[wish["do"]](wish)
        except CannotDoError as error:
            self._tell("refused", id=number, message=str(error))
        except ApiError as error:
            self._tell("refused", id=number, message=error.message)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning("a page asked for something that cannot be: %r", error)
            self._tell("refused", id=number, message="That cannot be done here.")
        else:
            if asked is None:
                self._tell("done", id=number)
            else:
                self._spawn(self._report(number, asked))

    async def _report(self, number: object, asked: Asked) -> None:
        try:
            await asked.response(within=PATIENCE)
        except (NoAnswerError, TimeoutError):
            self._tell("failed", id=number)
            return
        if asked.interaction.modal is not None:
            self._modals[str(asked.interaction.id)] = asked.interaction.modal
        self._tell("answered", id=number, **answer_view(asked.interaction))

    def _do_look(self, wish: dict[str, Any]) -> None:
        person = next(one for one in self._parts.people() if str(one.user.id) == wish["person"])
        self._person = person
        place = self._world.channels.get(int(wish.get("place") or 0))
        readable = place is not None and person.user in self._world.people_in(place)
        self._place = place if place is not None and readable else person.at
        if wish.get("direct"):
            self._place = self._world.add_private_channel([person.user, self._world.bot])
        self._look()

    def _do_locale(self, wish: dict[str, Any]) -> None:
        if wish["locale"] in LOCALES:
            self._person.user.locale = wish["locale"]
            self._look()

    def _do_say(self, wish: dict[str, Any]) -> None:
        self._person.say(str(wish["text"]), channel=self._place)

    def _do_run(self, wish: dict[str, Any]) -> Asked:
        values = typed_values(self._world, self._options(wish["command"]), wish["options"])
        return self._person.run(wish["command"], values, channel=self._place)

    def _do_autocomplete(self, wish: dict[str, Any]) -> Asked:
        option = wish["option"]
        values = typed_values(self._world, self._options(wish["command"]), wish["options"], focused=option)
        values.pop(option, None)
        return self._person.autocomplete(wish["command"], option, str(wish["typed"]), values, channel=self._place)

    def _do_use(self, wish: dict[str, Any]) -> Asked:
        return self._person.use(wish["command"], self._message(wish))

    def _do_press(self, wish: dict[str, Any]) -> Asked:
        return self._person.press(self._message(wish), str(wish["button"]))

    def _do_choose(self, wish: dict[str, Any]) -> Asked:
        message = self._message(wish)
        select = next(one for one in message.selects if one["custom_id"] == wish["select"])
        values = wish["values"]
        if select["type"] != STRING_SELECT:
            values = [entity(self._world, int(value)) for value in values]
        return self._person.choose(message, wish["select"], values)

    def _do_submit(self, wish: dict[str, Any]) -> Asked:
        return self._person.submit(self._modals[wish["modal"]], wish["values"])

    def _do_dismiss(self, wish: dict[str, Any]) -> None:
        message = self._message(wish)
        if message.only_for == self._person.user.id:
            self._world.delete_message(message)

    def _message(self, wish: dict[str, Any]) -> Message:
        return self._world.message(self._place.id, int(wish["message"]), private=True)

    def _options(self, name: str) -> list[dict[str, Any]]:
        first, *words = name.split(" ")
        for command in self._person.commands(self._place):
            if command["name"] == first and command["type"] == CHAT_INPUT:
                return chosen_option(command, words)[1]
        return []

    def _spawn(self, work: Coroutine[Any, Any, None] | Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)
