"""What a person asked to be worked out, as texts that can be kept: in a button while they are short, or in records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from tutor.maths.expressions import E, Expression, number
from tutor.services.bridged import pair_of
from tutor.services.reading import parted_values, read_line, read_value
from tutor.services.records.learners import LogBase
from tutor.services.worked import DIGITS, GOALS, Kind, Worked, derived, evaluated, goal_of, rewritten
from tutor.services.working_check import lines_of

Do = Kind | Literal["solve", "bridge", "check"]
LETTERS: dict[Do, str] = {"derive": "d", "evaluate": "e", "rewrite": "r", "solve": "s", "bridge": "b", "check": "c"}
OPTIONS: dict[Do, tuple[str, ...]] = {
    "derive": ("variable", "log"),
    "evaluate": ("at", "digits", "log"),
    "rewrite": ("to", "base", "log"),
    "solve": ("variable", "log"),
    "bridge": ("log",),
    "check": ("log",),
}
"""What is written in front of the expression, in this order."""
LINES: dict[Do, str] = {"derive": "what", "solve": "equation"}
"""Whose text may be a relation: the name of its field."""
LONGEST_WRITTEN = 70
"""Characters that a custom id has room for besides the look of the message."""


class BrokenTaskError(ValueError):
    """What was kept is no task of this version's, or of any."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be worked out. All but what is done is text as it was typed; "" where nothing was said.

    Attributes:
        do: what is done.
        expression: to what.
        variable: the letter to differentiate by, or to solve for.
        at: what letters stand for.
        digits: how many digits the decimal has.
        to: what it is rewritten to.
        base: the new base, for that.
        log: what ``log`` without a base means.
    """

    do: Do
    expression: str
    variable: str = ""
    at: str = ""
    digits: str = ""
    to: str = ""
    base: str = ""
    log: LogBase = "e"

    @property
    def body(self) -> dict[str, str]:
        """The task as JSON; `task_of` makes the same of it."""
        whole = {field.name: str(getattr(self, field.name)) for field in fields(self)}
        return {name: value for name, value in whole.items() if value or name == "expression"}

    @property
    def written(self) -> str | None:
        """The task in one short line that `task_written` reads; None where it is too long or has odd characters."""
        options = [str(getattr(self, name)) for name in OPTIONS[self.do]]
        line = ";".join((LETTERS[self.do], *options, self.expression))
        fits = len(line) <= LONGEST_WRITTEN and line.isprintable() and not any(";" in one for one in options)
        return line if fits else None


def task_of(body: Mapping[str, Any]) -> Task:
    """The task that was kept as JSON.

    Raises:
        BrokenTaskError: where it is none.
    """
    known = {field.name for field in fields(Task)}
    if not set(body) <= known or not all(isinstance(one, str) for one in body.values()) or "expression" not in body:
        raise BrokenTaskError(str(body)[:80])
    return _sound(Task(**body))


def task_written(line: str) -> Task:
    """The task that was written in a line.

    Raises:
        BrokenTaskError: where it is none.
    """
    letter, _, rest = line.partition(";")
    kind = next((kind for kind, its in LETTERS.items() if its == letter), None)
    if kind is None:
        raise BrokenTaskError(line)
    *options, expression = rest.split(";", len(OPTIONS[kind]))
    if len(options) != len(OPTIONS[kind]):
        raise BrokenTaskError(line)
    return _sound(Task(kind, expression, **dict(zip(OPTIONS[kind], options, strict=True))))  # type: ignore[arg-type]


def _sound(task: Task) -> Task:
    digits = task.digits
    plain = not digits or (len(digits) <= 3 and digits.isascii() and digits.isdigit())
    if task.do not in LETTERS or task.log not in get_args(LogBase) or not plain:
        raise BrokenTaskError(task.do)
    if task.do == "rewrite" and task.to not in GOALS:
        raise BrokenTaskError(task.to)
    return task


def look_at(task: Task) -> None:
    """Read the expression, which takes no time, so that a mistake in it is told at once.

    Raises:
        RequestError: where it does not read.
    """
    if task.do == "bridge":
        pair_of(task.expression, "what", log_base(task.log))
    elif task.do == "check":
        lines_of(task.expression, log_base=log_base(task.log))
    elif task.do in LINES:
        read_line(task.expression, LINES[task.do], log_base(task.log))
    else:
        read_value(task.expression, "expression", log_base(task.log))


def worked(task: Task) -> Worked:
    """Work a task out; to be run in a worker.

    Raises:
        RequestError: where a text does not read, or something is not said.
        NoAnswerError: where there is no answer.
    """
    base = log_base(task.log)
    match task.do:
        case "derive":
            return derived(task.expression, task.variable or None, log_base=base)
        case "evaluate":
            at = parted_values(task.at, read_value(task.expression, "expression", base).expression)
            return evaluated(task.expression, at, int(task.digits or DIGITS), log_base=base)
        case _:
            return rewritten(task.expression, goal_of(task.to), task.base or None, log_base=base)


def log_base(log: LogBase) -> Expression:
    """What ``log`` without a base means."""
    return E if log == "e" else number(10)
