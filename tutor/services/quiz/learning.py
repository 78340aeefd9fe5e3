"""In which order the skills are learnt, so that none rests on one that comes later; and what to learn next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from tutor.maths.rules.lawbook import cited_by
from tutor.services.library import library, skills
from tutor.services.memory import Memory, mastery
from tutor.services.topics import EVERYTHING, topics

SHAKY = 0.35
"""Below this mastery a skill is worth another look before something is built on it."""


@cache
def learning_order() -> tuple[str, ...]:
    """All skills: each after those that its law rests on, otherwise topic by topic."""
    ordered: dict[str, None] = {}

    def visit(skill: str) -> None:
        for earlier in needed_for(skill):
            if earlier not in ordered:
                visit(earlier)
        ordered[skill] = None

    for skill in topics()[EVERYTHING]:
        visit(skill)
    return tuple(ordered)


@cache
def needed_for(skill: str) -> tuple[str, ...]:
    """The skills that the law of a skill rests on, directly or through others; nothing for a technique."""
    laws = library().laws
    found: dict[str, None] = {}
    waiting = list(cited_by(laws[skill])) if skill in laws else []
    seen: set[str] = set()
    while waiting:
        law = waiting.pop(0)
        if law in seen or law not in laws:
            continue
        seen.add(law)
        if law in skills() and law != skill:
            found[law] = None
        waiting += cited_by(laws[law])
    return tuple(one for one in topics()[EVERYTHING] if one in found)


def next_to_learn(memories: Mapping[str, Memory], now: datetime) -> str | None:
    """The skill to learn next: the first in order that was never met, or that sits too loosely to build on.

    Args:
        memories: what the learner remembers, skill by skill.
        now: this moment.

    Returns:
        None for a learner who has met everything and remembers it.
    """
    order = learning_order()
    new = next((skill for skill in order if skill not in memories), None)
    if new is None:
        shaky = [(mastery(memories[skill], now), place) for place, skill in enumerate(order)]
        least, place = min(shaky)
        return order[place] if least < SHAKY else None
    loose = [one for one in needed_for(new) if one in memories and mastery(memories[one], now) < SHAKY / 2]
    return loose[0] if loose else new
