"""Where interactions are begun and answered: tokens, deadlines, first responses and follow-ups."""

from __future__ import annotations

import secrets
from typing import Any

from playground.entities import PERMISSIONS, Channel, User
from playground.faults import ApiError, Faults, invalid_form
from playground.gateway.gateway import Gateway
from playground.interactions.interaction import (
    CHOICES,
    COMMAND,
    DEFER_REPLY,
    DEFER_UPDATE,
    FIRST_RESPONSE,
    MODAL,
    REPLY,
    TOKEN_LIFETIME,
    UPDATE,
    Cause,
    Interaction,
    Modal,
)
from playground.interactions.offers import installed_owners
from playground.interactions.payloads import metadata_of, owners_of, payload_of
from playground.limits.commands import STRING, check_choices
from playground.limits.modals import check_modal
from playground.messages import EPHEMERAL, Message
from playground.posting import Envelope, Form, Posting
from playground.refusals import Refusal
from playground.world import World

MOST_USER_INSTALL_FOLLOW_UPS = 5
ANSWER, CONTEXT_MENU_ANSWER = 20, 23


class Desk:
    """Begins interactions for people and takes the bot's answers to them."""

    def __init__(self, world: World, gateway: Gateway, posting: Posting) -> None:
        self._world = world
        self._gateway = gateway
        self._posting = posting
        self._by_id: dict[int, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}

    @property
    def interactions(self) -> list[Interaction]:
        """Every interaction so far, oldest first."""
        return list(self._by_id.values())

    def begin(self, kind: int, person: User, channel: Channel, data: dict[str, Any], cause: Cause) -> Interaction:
        """Send an interaction to the bot; it has 3 s for its first response."""
        guild = self._world.guild_of(channel)
        owners = self._owners(cause, owners_of(channel, guild, person))
        user_only = "0" not in owners
        external = bool(person.permissions & PERMISSIONS["USE_EXTERNAL_APPS"])
        interaction = Interaction(
            self._world.ids(),
            secrets.token_urlsafe(48),
            kind,
            person,
            channel,
            data,
            self._world.clock.now(),
            owners,
            user_install_only=user_only,
            forced_private=user_only and guild is not None and not external,
            message=cause.message,
            opened_by=cause.opened_by,
        )
        self._by_id[interaction.id] = interaction
        self._by_token[interaction.token] = interaction
        self._world.clock.call_later(FIRST_RESPONSE, lambda: self._too_late(interaction))
        if not self._gateway.interact(channel.guild_id, payload_of(self._world, interaction)):
            interaction.failed = True
        self._world.changes.notify()
        return interaction

    # The first response

    def respond(self, interaction_id: int, token: str, form: Form) -> dict[str, Any]:
        """Take the first response; what `with_response` is answered with. Raises ApiError where it is refused."""
        interaction = self._by_id.get(interaction_id)
        if interaction is None or interaction.token != token or interaction.failed:
            raise Refusal.UNKNOWN_INTERACTION.error()
        if interaction.response is not None:
            raise Refusal.INTERACTION_ACKNOWLEDGED.error()
        if self._world.clock.now() - interaction.created > FIRST_RESPONSE:
            raise Refusal.UNKNOWN_INTERACTION.error()
        kind = form.payload.get("type")
        if kind not in interaction.allowed:
            message = f"Value must be one of {{{', '.join(str(one) for one in sorted(interaction.allowed))}}}."
            raise invalid_form(("type",), "BASE_TYPE_CHOICES", message)
        data = Form(form.payload.get("data") or {}, form.uploads)
        shown = _inside_data(self._first_response, interaction, kind, data)
        interaction.response = kind
        interaction.responded_at = self._world.clock.now()
        self._world.changes.notify()
        return self._callback_answer(interaction, kind, shown)

    def _first_response(self, interaction: Interaction, kind: int, form: Form) -> Message | None:
        if kind == REPLY:
            interaction.original = self._posting.create(
                interaction.channel, form, self._envelope(interaction, _flags(form), first=True)
            )
        elif kind == DEFER_REPLY:
            envelope = self._envelope(interaction, _flags(form), first=True)
            interaction.original = self._posting.loading(interaction.channel, envelope)
        elif kind == UPDATE:
            interaction.original = self._posting.edit(_required(interaction.message), form)
        elif kind == DEFER_UPDATE:
            interaction.original = _required(interaction.message)
        elif kind == MODAL:
            check_modal(form.payload, ())
            payload = form.payload
            interaction.modal = Modal(
                payload["custom_id"], payload["title"], _numbered(payload["components"]), interaction
            )
            return None
        elif kind == CHOICES:
            interaction.choices = _checked_choices(interaction, form.payload)
            return None
        return interaction.original

    def _callback_answer(self, interaction: Interaction, kind: int, message: Message | None) -> dict[str, Any]:
        answer: dict[str, Any] = {"interaction": {"id": str(interaction.id), "type": interaction.kind}}
        if message is not None:
            answer["interaction"] |= {
                "response_message_id": str(message.id),
                "response_message_loading": message.loading,
                "response_message_ephemeral": message.ephemeral,
                "channel_id": str(message.channel_id),
            }
            if message.guild_id is not None:
                answer["interaction"]["guild_id"] = str(message.guild_id)
            if kind in (REPLY, UPDATE):
                answer["resource"] = {"type": kind, "message": message.to_json()}
        return answer

    # Afterwards

    def follow_up(self, application_id: int, token: str, form: Form) -> Message:
        """Take a follow-up; raises ApiError where it is refused."""
        interaction = self._open(application_id, token)
        original = interaction.original
        if interaction.response == DEFER_REPLY and original is not None and original.loading and not original.deleted:
            return self._posting.edit(original, _without_flags(form), first=True)
        if interaction.user_install_only and len(interaction.follow_ups) >= MOST_USER_INSTALL_FOLLOW_UPS:
            raise Refusal.MOST_FOLLOW_UPS.error()
        envelope = self._envelope(interaction, _flags(form), first=False)
        message = self._posting.create(interaction.channel, form, envelope)
        interaction.follow_ups.append(message)
        self._world.changes.notify()
        return message

    def answer(self, application_id: int, token: str, message_id: str) -> Message:
        """An answer by id or `@original`; raises ApiError where there is none."""
        interaction = self._open(application_id, token)
        if message_id == "@original":
            found = interaction.original
        else:
            found = next((one for one in interaction.messages if str(one.id) == message_id), None)
        if found is None or found.deleted:
            raise Refusal.UNKNOWN_MESSAGE.error()
        return found

    def edit(self, application_id: int, token: str, message_id: str, form: Form) -> Message:
        """Edit an answer; raises ApiError where that is refused."""
        message = self.answer(application_id, token, message_id)
        return self._posting.edit(message, form, first=message.loading)

    def delete(self, application_id: int, token: str, message_id: str) -> None:
        """Delete an answer; raises ApiError where there is none."""
        self._world.delete_message(self.answer(application_id, token, message_id))

    # Helpers

    def _owners(self, cause: Cause, owners: dict[str, str]) -> dict[str, str]:
        if cause.command is not None:
            return installed_owners(cause.command, owners) or owners
        if cause.opened_by is not None:
            return cause.opened_by.owners
        if cause.message is not None and cause.message.metadata is not None:
            earlier: dict[str, str] = cause.message.metadata["authorizing_integration_owners"]
            return earlier
        return owners

    def _open(self, application_id: int, token: str) -> Interaction:
        interaction = self._by_token.get(token)
        if interaction is None or application_id != self._world.application_id:
            raise Refusal.UNKNOWN_WEBHOOK.error()
        if self._world.clock.now() - interaction.created > TOKEN_LIFETIME:
            raise Refusal.INVALID_WEBHOOK_TOKEN.error()
        if interaction.response is None:
            raise Refusal.UNKNOWN_WEBHOOK.error()
        return interaction

    def _too_late(self, interaction: Interaction) -> None:
        if interaction.response is None:
            interaction.failed = True
            self._world.changes.notify()

    def _envelope(self, interaction: Interaction, flags: int, *, first: bool) -> Envelope:
        private = bool(flags & EPHEMERAL) or interaction.forced_private
        source = interaction.message if not first or interaction.kind != COMMAND else None
        reference = None
        if not first and interaction.original is not None:
            source = interaction.original
        if source is not None:
            reference = {"type": 0, "message_id": str(source.id), "channel_id": str(source.channel_id)}
        kind = (ANSWER if interaction.data.get("type", 1) == 1 else CONTEXT_MENU_ANSWER) if first else 0
        return Envelope(
            self._world.bot,
            only_for=interaction.person.id if private else None,
            flags=EPHEMERAL if private else 0,
            webhook_id=self._world.application_id,
            kind=kind if interaction.kind == COMMAND else (19 if reference else 0),
            metadata=metadata_of(interaction),
            reference=reference,
        )


def _flags(form: Form) -> int:
    return int(form.payload.get("flags") or 0)


def _without_flags(form: Form) -> Form:
    # The deferral has decided whether it is private.
    kept = {key: value for key, value in form.payload.items() if key != "flags"}
    flags = _flags(form) & ~EPHEMERAL
    return Form(kept | ({"flags": flags} if flags else {}), form.uploads)


def _required(message: Message | None) -> Message:
    if message is None:
        raise Refusal.UNKNOWN_MESSAGE.error()
    return message


def _numbered(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    number = 0
    for part in components:
        for one in (part, *(part.get("components") or []), *([part["component"]] if part.get("component") else [])):
            number += 1
            one.setdefault("id", number)
    return components


def _checked_choices(interaction: Interaction, payload: dict[str, Any]) -> list[dict[str, Any]]:
    faults = Faults()
    choices = payload.get("choices") or []
    check_choices(choices, _focused_kind(interaction.data.get("options") or []), faults, ("choices",))
    faults.raise_if_any()
    return list(choices)


def _focused_kind(options: list[dict[str, Any]]) -> int:
    for option in options:
        if option.get("focused"):
            return int(option["type"])
        if option.get("options"):
            return _focused_kind(option["options"])
    return STRING


def _inside_data(respond: Any, *arguments: Any) -> Message | None:  # noqa: ANN401 - passes on whatever it is given
    """Call `respond`; a form's faults are then said to be below `data`, where they are."""
    try:
        message: Message | None = respond(*arguments)
    except ApiError as error:
        if error.errors:
            error.errors = {"data": error.errors}
        raise
    else:
        return message
