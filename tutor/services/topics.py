"""What questions can be about: groups of skills, read once from `data/topics.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from tutor.data_folder import data_folder
from tutor.services.errors import RequestError, shortened
from tutor.words.messages import Locale, text

EVERYTHING = ""
"""The topic that has every skill."""
LEVELS = range(1, 6)
"""How hard a question can be."""


class UnknownTopicError(RequestError):
    """There is no topic of this id.

    Attributes:
        what: what was asked for.
    """

    kind = "unknown_topic"

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @property
    def field(self) -> str:
        """The option."""
        return "topic"

    @property
    def arguments(self) -> dict[str, str | float]:
        """What was asked for, cut to a line."""
        return {"what": shortened(self.what)}


@cache
def topics() -> Mapping[str, tuple[str, ...]]:
    """The skills of each topic in the order in which they are learnt, topic by topic; `EVERYTHING` first."""
    entries = tomllib.loads((data_folder() / "topics.toml").read_text(encoding="utf-8"))["topic"]
    found = {entry["id"]: tuple(entry["skills"]) for entry in entries}
    everything = tuple(skill for skills in found.values() for skill in skills)
    return MappingProxyType({EVERYTHING: everything, **found})


def skills_of(topic: str) -> tuple[str, ...]:
    """The skills of a topic.

    Raises:
        UnknownTopicError: where there is no such topic.
    """
    if topic not in topics():
        raise UnknownTopicError(topic)
    return topics()[topic]


def topic_name(locale: Locale, topic: str) -> str:
    """A topic's name; one that is no longer taught keeps its id."""
    if topic not in topics():
        return shortened(topic)
    return text(locale, f"topic-{topic or 'everything'}")
