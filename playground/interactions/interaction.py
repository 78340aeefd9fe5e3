"""One interaction: who did what, and everything that the bot answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playground.entities import Channel, User
from playground.messages import Message

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
REPLY, DEFER_REPLY, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

FIRST_RESPONSE, TOKEN_LIFETIME = 3.0, 15 * 60.0
IN_GUILD, IN_BOT_DM, IN_PRIVATE_CHANNEL = 0, 1, 2

ALLOWED = {
    COMMAND: {REPLY, DEFER_REPLY, MODAL},
    COMPONENT: {REPLY, DEFER_REPLY, DEFER_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL_SUBMIT: {REPLY, DEFER_REPLY, DEFER_UPDATE, UPDATE},
}


@dataclass(frozen=True, slots=True)
class Cause:
    """What an interaction comes from: a command, a message's component, or a form and what opened that."""

    command: dict[str, Any] | None = None
    message: Message | None = None
    opened_by: Interaction | None = None


@dataclass(eq=False, slots=True)
class Modal:
    """A form that the bot opened for a person."""

    custom_id: str
    title: str
    components: list[dict[str, Any]]
    opened_by: Interaction

    @property
    def fields(self) -> list[dict[str, Any]]:
        """Its fields in order, each as the bot described it."""
        found: list[dict[str, Any]] = []
        for part in self.components:
            if isinstance(inner := part.get("component"), dict):
                found.append(inner)
            found += [field for field in part.get("components") or [] if "custom_id" in field]
        return found


@dataclass(eq=False, slots=True)
class Interaction:
    """Something a person did that the bot has to answer."""

    id: int
    token: str
    kind: int
    person: User
    channel: Channel
    data: dict[str, Any]
    created: float
    owners: dict[str, str]
    user_install_only: bool = False
    forced_private: bool = False
    message: Message | None = None
    opened_by: Interaction | None = None
    response: int | None = None
    responded_at: float | None = None
    failed: bool = False
    original: Message | None = None
    follow_ups: list[Message] = field(default_factory=list)
    modal: Modal | None = None
    choices: list[dict[str, Any]] | None = None

    @property
    def allowed(self) -> set[int]:
        """The kinds of first response that Discord takes here."""
        kinds = ALLOWED[self.kind]
        if self.kind == MODAL_SUBMIT and self.message is None:
            return kinds - {DEFER_UPDATE, UPDATE}
        return kinds

    @property
    def messages(self) -> list[Message]:
        """Every message that the bot answered with."""
        return [*([self.original] if self.original else []), *self.follow_ups]
