"""Whom a message mentions and whom it notifies, under `allowed_mentions`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from playground.entities import PERMISSIONS, Guild, User

USER = re.compile(r"<@!?(\d{1,20})>")
ROLE = re.compile(r"<@&(\d{1,20})>")
EVERYONE = re.compile(r"@(everyone|here)\b")


@dataclass(slots=True)
class Mentions:
    """What a message mentions in earnest."""

    users: list[User] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    everyone: bool = False

    def notified(self, guild: Guild | None) -> set[int]:
        """The people whom these mentions notify."""
        people = {user.id for user in self.users}
        if guild is not None:
            members = [user for user in guild.members.values() if not user.bot]
            people |= {user.id for user in members if self.everyone or user.roles & set(self.roles)}
        return people


def mentions_of(
    text: str, allowed: dict[str, Any] | None, *, guild: Guild | None, people: dict[int, User], permissions: int
) -> Mentions:
    """What `text` mentions where `allowed` (the allowed_mentions object, or None for everything) lets it.

    `people` are those who can be mentioned; `permissions` are the author's in that channel.
    """
    parse = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse") or [])
    may_all = bool(permissions & PERMISSIONS["MENTION_EVERYONE"])
    found = Mentions()

    def lets(kind: str, target: int) -> bool:
        return kind in parse or str(target) in {str(one) for one in (allowed or {}).get(kind) or []}

    for user_id in dict.fromkeys(int(match) for match in USER.findall(text)):
        if user_id in people and lets("users", user_id):
            found.users.append(people[user_id])
    if guild is not None:
        for role_id in dict.fromkeys(int(match) for match in ROLE.findall(text)):
            role = guild.roles.get(role_id)
            if role is not None and lets("roles", role_id) and (role.mentionable or may_all):
                found.roles.append(role_id)
        found.everyone = "everyone" in parse and may_all and bool(EVERYONE.search(text))
    return found
