"""Answering interactions: the first response, and the follow-ups through the interaction's webhook."""

from __future__ import annotations

from playground.interactions.desk import Desk
from playground.rest.calls import NO_CONTENT, Answer, Call, Route


def interaction_routes(desk: Desk) -> list[Route]:
    """The routes that an interaction's token opens; none of them needs the bot's own."""

    def respond(call: Call) -> Answer:
        answer = desk.respond(call.id("interaction_id"), call.text("token"), call.form)
        return Answer(answer) if call.flag("with_response") else NO_CONTENT

    def follow_up(call: Call) -> Answer:
        message = desk.follow_up(call.id("application_id"), call.text("token"), call.form)
        return Answer(message.to_json())

    def read(call: Call) -> Answer:
        return Answer(desk.answer(call.id("application_id"), call.text("token"), call.text("message_id")).to_json())

    def edit(call: Call) -> Answer:
        place = (call.id("application_id"), call.text("token"), call.text("message_id"))
        return Answer(desk.edit(*place, call.form).to_json())

    def delete(call: Call) -> Answer:
        desk.delete(call.id("application_id"), call.text("token"), call.text("message_id"))
        return NO_CONTENT

    webhook = "/webhooks/{application_id}/{token}"
    return [
        Route("POST", "/interactions/{interaction_id}/{token}/callback", respond, needs_token=False),
        Route("POST", webhook, follow_up, needs_token=False),
        Route("GET", f"{webhook}/messages/{{message_id}}", read, needs_token=False),
        Route("PATCH", f"{webhook}/messages/{{message_id}}", edit, needs_token=False),
        Route("DELETE", f"{webhook}/messages/{{message_id}}", delete, needs_token=False),
    ]
