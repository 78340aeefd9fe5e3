"""A stand-in for Discord on loopback: gateway, REST and a page, held to Discord's published limits.

From the command line, `python -m playground` serves it and prints one line of JSON with its addresses:
`{"page": "http://127.0.0.1:PORT/", "api": "http://127.0.0.1:PORT/api/v10", "gateway": "ws://…", "token": "…"}`.

It ends at Ctrl-C and SIGTERM, and with `--until-closed` when its standard input closes, as it does when a parent dies.

In a test, on a free port and with the bot in the same process::

    async with Playground(clock=ManualClock()) as playground:   # or no clock: the real time
        ...                                                      # start the bot against playground.api_base,
        await playground.ready()                                 # with the token playground.token
        await playground.commands_uploaded()
        ada = playground.person("Ada")                           # English; may manage the server. "Yuki" reads
        asked = ada.run("derive", {"what": "3.1"})               # Japanese, "Emil" English
        message = await asked.message()                          # as soon as it is whole (no longer "thinking")
        message.text, message.attachments[0].data, message.attachments[0].description, message.ephemeral
        pressed = ada.press(message, "Next")                     # label, custom id or place from 0
        message = await pressed.message()                        # the message as updated
        asked = ada.choose(message, 0, ["law-2-4"])              # values or labels of a menu
        modal = await ada.run("check").modal()                   # modal.fields
        asked = ada.submit(modal, {"working": "x = 1"})          # by custom id or label
        choices = await ada.autocomplete("derive", "what", "3.").choices()   # [{"name", "value"}, …]
        asked = ada.use("Render LaTeX", ada.say("$x^2$"))        # message commands

`Asked` (people/asked.py) has `response`, `message`, `edited`, `deferred`, `modal`, `choices` and `follow_up`, all
awaited without polling. Every action takes `channel=`: `playground.general` and `.daily` (the server), `.direct(ada)`
(the DM with the bot), `.group` (a group DM, where the app is only user-installed), `.elsewhere` (a server without the
bot). What Discord's own client would refuse to send raises `CannotDoError`.

`playground.requests` holds every REST request (`of("POST", "/interactions/*/callback")`, `clear()`; each with method,
path, query, json, files, status, answer). `playground.gateway` breaks things on purpose: `drop()` (no farewell),
`close(code)`, `ask_to_reconnect()`, `invalidate()`, `forget_sessions()`; `playground.trouble.refuse_next(method, path,
error)` and `.hold(method, path)` do so for REST, and `channel.denied_to_bot` takes permissions away.
`message.pinged` are the ids of the people whom a message notified, `message.revisions` what it was before each edit.
"""

from playground.clock import ManualClock, SystemClock
from playground.faults import ApiError
from playground.interactions.options import CannotDoError
from playground.people.asked import Asked, NoAnswerError, OtherAnswerError
from playground.people.person import Person
from playground.posting import Upload
from playground.refusals import Refusal
from playground.server import TOKEN, Playground

__all__ = [
    "TOKEN",
    "ApiError",
    "Asked",
    "CannotDoError",
    "ManualClock",
    "NoAnswerError",
    "OtherAnswerError",
    "Person",
    "Playground",
    "Refusal",
    "SystemClock",
    "Upload",
]
