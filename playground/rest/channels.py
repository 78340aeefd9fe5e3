"""Channels, threads and their messages."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from playground.entities import GUILD_TEXT, PERMISSIONS, PUBLIC_THREAD, Channel
from playground.faults import Faults, invalid_form
from playground.messages import HAS_THREAD, Message
from playground.posting import Envelope, Posting
from playground.refusals import Refusal
from playground.rest.calls import NO_CONTENT, Answer, Call, Route
from playground.world import DIRECT_REACTIONS, GUILD_REACTIONS, GUILDS, Event, World

NONCE_LIFETIME = 5 * 60.0
MOST_HISTORY, USUAL_HISTORY = 100, 50
REPLY = 19


class ChannelRoutes:
    """The routes below /channels."""

    def __init__(self, world: World, posting: Posting) -> None:
        self._world = world
        self._posting = posting

    def routes(self) -> list[Route]:
        """All of them."""
        channel = "/channels/{channel_id}"
        message = f"{channel}/messages/{{message_id}}"
        return [
            Route("GET", channel, self._channel),
            Route("PATCH", channel, self._change),
            Route("POST", f"{channel}/typing", self._typing),
            Route("GET", f"{channel}/messages", self._history),
            Route("POST", f"{channel}/messages", self._post),
            Route("GET", message, self._message),
            Route("PATCH", message, self._edit),
            Route("DELETE", message, self._delete),
            Route("POST", f"{message}/threads", self._thread),
            Route("PUT", f"{message}/reactions/{{emoji}}/@me", self._react),
            Route("DELETE", f"{message}/reactions/{{emoji}}/@me", self._take_back_reaction),
        ]

    def _channel(self, call: Call) -> Answer:
        return Answer(self._world.channel_for_bot(call.id("channel_id")).to_json(self._world.bot))

    def _change(self, call: Call) -> Answer:
        channel = self._world.channel_for_bot(call.id("channel_id"))
        is_thread = channel.kind == PUBLIC_THREAD
        if is_thread and channel.owner_id == self._world.bot.id:
            pass
        elif is_thread:
            self._world.channel_for_bot(channel.id, "MANAGE_THREADS")
        else:
            self._world.channel_for_bot(channel.id, "MANAGE_CHANNELS")
        channel.name = call.body.get("name", channel.name)
        channel.archived = call.body.get("archived", channel.archived)
        channel.topic = call.body.get("topic", channel.topic)
        data = channel.to_json(self._world.bot)
        name = "THREAD_UPDATE" if is_thread else "CHANNEL_UPDATE"
        self._world.tell(Event(name, data, channel.guild_id, GUILDS))
        return Answer(data)

    def _typing(self, call: Call) -> Answer:
        self._world.channel_for_bot(call.id("channel_id"), "SEND_MESSAGES")
        return NO_CONTENT

    def _history(self, call: Call) -> Answer:
        channel = self._world.channel_for_bot(call.id("channel_id"))
        limit = call.number("limit")
        limit = USUAL_HISTORY if limit is None else limit
        if not 1 <= limit <= MOST_HISTORY:
            raise invalid_form(("limit",), "NUMBER_TYPE_MAX", f"int value should be between 1 and {MOST_HISTORY}.")
        if not self._world.bot_permissions(channel) & PERMISSIONS["READ_MESSAGE_HISTORY"]:
            return Answer([])
        messages = self._world.messages_in(channel.id)
        before, after, around = call.number("before"), call.number("after"), call.number("around")
        if around is not None:
            nearest = sorted(messages, key=lambda message: abs(message.id - around))[:limit]
            found = sorted(nearest, key=lambda message: message.id)
        elif after is not None:
            found = [message for message in messages if message.id > after][:limit]
        else:
            found = [message for message in messages if before is None or message.id < before][-limit:]
        return Answer([message.to_json() for message in reversed(found)])

    def _post(self, call: Call) -> Answer:
        channel = self._world.channel_for_bot(call.id("channel_id"))
        thread = channel.kind == PUBLIC_THREAD
        needed = ["SEND_MESSAGES_IN_THREADS" if thread else "SEND_MESSAGES"]
        needed += ["ATTACH_FILES"] if call.request.files else []
        self._world.channel_for_bot(channel.id, *needed)
        nonce = call.body.get("nonce")
        if nonce is not None and len(str(nonce)) > 25:
            raise invalid_form(("nonce",), "NONCE_TYPE_TOO_LONG", "Value is too long.")
        if nonce is not None and call.body.get("enforce_nonce"):
            known = self._world.message_with_nonce(channel.id, str(nonce), NONCE_LIFETIME)
            if known is not None:
                return Answer(known.to_json())
        replied_to, reference = self._reference(channel, call.body.get("message_reference"))
        envelope = Envelope(
            self._world.bot,
            kind=REPLY if replied_to else 0,
            reference=reference,
            replied_to=replied_to,
            nonce=nonce,
        )
        return Answer(self._posting.create(channel, call.form, envelope).to_json())

    def _reference(
        self, channel: Channel, reference: dict[str, Any] | None
    ) -> tuple[Message | None, dict[str, Any] | None]:
        if not reference:
            return None, None
        known = {message.id: message for message in self._world.messages_in(channel.id)}
        message = known.get(int(reference.get("message_id") or 0))
        if message is None:
            if reference.get("fail_if_not_exists", True):
                faults = Faults()
                faults.add(("message_reference",), "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
                raise faults.error()
            return None, None
        return message, {"type": 0, "message_id": str(message.id), "channel_id": str(channel.id)}

    def _message(self, call: Call) -> Answer:
        channel = self._world.channel_for_bot(call.id("channel_id"), "READ_MESSAGE_HISTORY")
        return Answer(self._world.message(channel.id, call.id("message_id")).to_json())

    def _edit(self, call: Call) -> Answer:
        channel = self._world.channel_for_bot(call.id("channel_id"))
        message = self._world.message(channel.id, call.id("message_id"))
        if message.author.id != self._world.bot.id:
            raise Refusal.OTHERS_MESSAGE.error()
        return Answer(self._posting.edit(message, call.form).to_json())

    def _delete(self, call: Call) -> Answer:
        channel = self._world.channel_for_bot(call.id("channel_id"))
        message = self._world.message(channel.id, call.id("message_id"))
        if message.author.id != self._world.bot.id:
            self._world.channel_for_bot(channel.id, "MANAGE_MESSAGES")
        self._world.delete_message(message)
        return NO_CONTENT

    def _thread(self, call: Call) -> Answer:
        channel = self._world.channel_for_bot(call.id("channel_id"), "CREATE_PUBLIC_THREADS")
        message = self._world.message(channel.id, call.id("message_id"))
        if channel.kind != GUILD_TEXT or channel.guild_id is None:
            raise invalid_form((), "INVALID_CHANNEL_TYPE", "Cannot execute action on this channel type")
        if message.thread is not None:
            raise Refusal.THREAD_EXISTS.error()
        faults = Faults()
        faults.length(("name",), call.body.get("name") or "", 1, 100)
        faults.raise_if_any()
        bot = self._world.bot
        thread = Channel(
            message.id,
            PUBLIC_THREAD,
            call.body["name"],
            guild_id=channel.guild_id,
            parent_id=channel.id,
            owner_id=bot.id,
        )
        self._world.guilds[channel.guild_id].channels[thread.id] = thread
        self._world.channels[thread.id] = thread
        message.thread = thread.to_json(bot)
        message.flags |= HAS_THREAD
        self._world.message_edited(message)
        created = thread.to_json(bot) | {"newly_created": True}
        self._world.tell(Event("THREAD_CREATE", created, channel.guild_id, GUILDS))
        return Answer(thread.to_json(bot), 201)

    def _react(self, call: Call) -> Answer:
        message, emoji = self._reaction(call)
        self._world.channel_for_bot(message.channel_id, "ADD_REACTIONS", "READ_MESSAGE_HISTORY")
        message.reactions.setdefault(emoji, set()).add(self._world.bot.id)
        self._tell_reaction("MESSAGE_REACTION_ADD", message, emoji)
        return NO_CONTENT

    def _take_back_reaction(self, call: Call) -> Answer:
        message, emoji = self._reaction(call)
        message.reactions.get(emoji, set()).discard(self._world.bot.id)
        self._tell_reaction("MESSAGE_REACTION_REMOVE", message, emoji)
        return NO_CONTENT

    def _reaction(self, call: Call) -> tuple[Message, str]:
        channel = self._world.channel_for_bot(call.id("channel_id"))
        message = self._world.message(channel.id, call.id("message_id"))
        emoji = unquote(call.text("emoji"))
        if emoji.isascii():
            raise Refusal.UNKNOWN_EMOJI.error()
        return message, emoji

    def _tell_reaction(self, name: str, message: Message, emoji: str) -> None:
        intent = DIRECT_REACTIONS if message.guild_id is None else GUILD_REACTIONS
        data: dict[str, Any] = {
            "user_id": str(self._world.bot.id),
            "channel_id": str(message.channel_id),
            "message_id": str(message.id),
            "emoji": {"id": None, "name": emoji},
            "type": 0,
            "burst": False,
        }
        if message.guild_id is not None:
            data["guild_id"] = str(message.guild_id)
        self._world.tell(Event(name, data, message.guild_id, intent, message))
