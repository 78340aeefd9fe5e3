"""What the buttons of a quiz carry in their custom ids, so that they work after a restart and for ever.

``nq1:<action>:<sitting>:<question>`` and where there is one ``:<number>``: the version first, so that an older button
is known as such. The right choice is nowhere in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

VERSION = "nq1"
ACTIONS = (
    "pick",
    "type",
    "hint",
    "giveup",
    "next",
    "undo",
    "report",
    "work",
    "page",
    "text",
    "end",
    "retry",
    "more",
    "practise",
    "learn",
    "review",
    "read",
)
NONE = "-"
"""Stands where there is no sitting or no question."""
_ID = r"[A-Za-z0-9_-]{1,40}"
TEMPLATE = re.compile(
    rf"{VERSION}:(?P<action>{'|'.join(ACTIONS)}):(?P<sitting>{_ID}):(?P<question>{_ID})(?::(?P<number>\d{{1,3}}))?"
)
FORM_TEMPLATE = re.compile(rf"{VERSION}f:(?P<sitting>{_ID}):(?P<question>{_ID})")
"""The form in which an answer is typed."""


@dataclass(frozen=True, slots=True)
class QuestionId:
    """What a button does, and to what.

    Attributes:
        action: one of `ACTIONS`.
        sitting: the sitting's id.
        question: the question's id, or the skill that the button is about.
        number: which choice, hint or page.
    """

    action: str
    sitting: str = NONE
    question: str = NONE
    number: int | None = None

    def __str__(self) -> str:
        """The custom id."""
        parts = [VERSION, self.action, self.sitting, self.question]
        return ":".join(parts if self.number is None else [*parts, str(self.number)])

    @property
    def form(self) -> str:
        """The custom id of the form in which this question is answered."""
        return f"{VERSION}f:{self.sitting}:{self.question}"


def read_id(match: re.Match[str]) -> QuestionId:
    """What a custom id says that fits `TEMPLATE`."""
    number = match["number"]
    return QuestionId(match["action"], match["sitting"], match["question"], None if number is None else int(number))
