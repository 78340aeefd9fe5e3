"""How laws and derivations are written down in TOML.

A law::

    [[law]]
    id = "log-of-quotient"
    number = "2.4"
    left = "log_a(Y/X)"
    right = "log_a(Y) - log_a(X)"
    conditions = ["a > 0", "a != 1", "X > 0", "Y > 0"]

A condition is a relation, or a table: ``{each = "y_ik > 0", of = ["i", "k"]}`` (for all i and k),
``{among = "j", from = "1", to = "N"}`` (j is one of 1, …, N), ``{whole = "x"}``, ``{free = "c", of = "x"}``,
``{differentiable = "u", in = "x"}``, ``{value = "lim_(h->c) u"}``, ``{any = [[…], […]]}`` (one of several lists).

A law about relations has ``sign = "<=>"`` (or ``"=>"``) and a procedure; its sides only show it, and may hold "or" and
"and"::

    [[law]]
    id = "zero-product"
    sign = "<=>"
    left = "u*v = 0"
    right = "u = 0 or v = 0"
    procedure = "zero-product"

A derivation gives each line and the law that leads to it; where in the line the law was used is found by
`tutor.maths.rules.completing`::

    derivation.start = "log_a(1)"
    derivation.steps = [
        {law = "power-zero", backwards = true, to = "log_a(a^0)"},
        {law = "log-of-own-power", to = "0"},
    ]
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from tutor.maths.checker import Laws
from tutor.maths.conditions import AllOf, Among, AnyOf, Condition, Differentiable, Each, FreeOf, HasValue, Whole
from tutor.maths.derivations import Derivation, Sign, Step
from tutor.maths.expressions import Equation, Expression, Inequality, Symbol
from tutor.maths.reading import Misreading, read
from tutor.maths.rules.completing import NoStepError, complete
from tutor.maths.rules.procedures import PROCEDURES
from tutor.maths.rules.rule import Rule
from tutor.maths.solving.procedures import RELATION_PROCEDURES
from tutor.maths.statements import both, either

Entry = Mapping[str, Any]


class NotationError(Exception):
    """An entry that is not written as this module describes; the message names it and what is wrong."""


def law_from(entry: Entry) -> Rule:
    """A law as it stands in a file, still without its derivation.

    Raises:
        NotationError: where the entry is incomplete or cannot be read.
    """
    name = str(entry.get("id", "?"))
    left, right, procedure, fact = (entry.get(key) for key in ("left", "right", "procedure", "fact"))
    if (left is None) != (right is None) or (fact is None) == (left is None and procedure is None):
        raise NotationError(f"{name}: a law has left and right, or a procedure, or a fact")
    sign = entry.get("sign", "=")
    if sign not in get_args(Sign) or (sign != "=" and procedure is None):
        raise NotationError(f"{name}: a law about relations has a sign and a procedure")
    if procedure is not None and procedure not in (PROCEDURES if sign == "=" else RELATION_PROCEDURES):
        raise NotationError(f"{name}: there is no procedure {procedure}")
    unknown = set(entry) - _KEYS
    if unknown:
        raise NotationError(f"{name}: {sorted(unknown)} mean nothing")
    return Rule(
        id=name,
        left=None if left is None else _statement(left),
        right=None if right is None else _statement(right),
        procedure=procedure,
        fact=None if fact is None else _inequality(fact),
        conditions=conditions_from(entry.get("conditions", ())),
        number=entry.get("number"),
        ground=bool(entry.get("ground", False)),
        rests_on=tuple(entry.get("rests_on", ())),
        illustration=tuple(map(_statement, entry.get("illustration", ()))),
        sign=sign,
    )


_KEYS = frozenset(
    (
        "id",
        "number",
        "left",
        "right",
        "procedure",
        "fact",
        "conditions",
        "ground",
        "rests_on",
        "illustration",
        "derivation",
        "sign",
    )
)


def _statement(text: str) -> Expression:
    """An expression or a relation, or several joined by "or", or by "and"."""
    for word, join in ((" or ", either), (" and ", both)):
        if word in text:
            return join(map(_statement, text.split(word)))
    return expression_from(text)


def derivation_from(entry: Entry, law: Rule, laws: Laws) -> Derivation:
    """The derivation of a law, each step completed with its place; not checked yet.

    Args:
        entry: start, steps, and where needed definitions (given) and further conditions.
        law: what is derived; its conditions hold throughout.
        laws: every law that may be cited.

    Raises:
        NotationError: where a line cannot be read, or the law that it cites does not lead to it.
    """
    given = tuple(map(_equation, entry.get("given", ())))
    conditions = (*law.conditions, *conditions_from(entry.get("conditions", ())))
    start = line = expression_from(entry["start"])
    steps: list[Step] = []
    for number, written in enumerate(entry["steps"], 1):
        step = _step_from(written, line, laws, given, f"{law.id}, step {number}")
        steps.append(step)
        line = step.after
    return Derivation(start, tuple(steps), given, tuple(dict.fromkeys(conditions)))


def _step_from(written: Entry, line: Expression, laws: Laws, given: tuple[Equation, ...], where: str) -> Step:
    cited = laws.get(written["law"])
    if cited is None:
        raise NotationError(f"{where}: there is no law {written['law']}")
    try:
        return complete(
            line,
            cited,
            expression_from(written["to"]),
            hints={name: expression_from(text) for name, text in written.get("with", {}).items()},
            backwards=bool(written.get("backwards", False)),
            definitions=given,
            label=written.get("label"),
        )
    except NoStepError as error:
        raise NotationError(f"{where}: {cited.id} does not lead to {written['to']}") from error


def expression_from(text: str) -> Expression:
    """The expression that a text in a file stands for.

    Raises:
        NotationError: where it cannot be read.
    """
    found = read(text)
    if isinstance(found, Misreading):
        raise NotationError(f"{text!r}: {found.kind} at {found.at}")
    return found.expression


def conditions_from(entries: object) -> tuple[Condition, ...]:
    """The conditions of a list.

    Raises:
        NotationError: where one is not written as this module describes.
    """
    if not isinstance(entries, list | tuple):
        raise NotationError(f"{entries!r} is no list of conditions")
    return tuple(map(_condition_from, entries))


def _condition_from(entry: object) -> Condition:
    match entry:
        case str():
            return _relation(entry)
        case {"each": str(text), "of": list(letters)}:
            return Each(tuple(map(_symbol, letters)), _relation(text))
        case {"among": str(text), "from": str(lower), "to": str(upper)}:
            return Among(expression_from(text), expression_from(lower), expression_from(upper))
        case {"whole": str(text)}:
            return Whole(expression_from(text))
        case {"free": str(text), "of": str(symbol)}:
            return FreeOf(expression_from(text), _symbol(symbol))
        case {"differentiable": str(text), "in": str(symbol)}:
            return Differentiable(expression_from(text), _symbol(symbol))
        case {"value": str(text)}:
            return HasValue(expression_from(text))
        case {"any": list(alternatives)}:
            return AnyOf(tuple(_all_of(conditions_from(one)) for one in alternatives))
        case _:
            raise NotationError(f"{entry!r} is no condition")


def _all_of(conditions: tuple[Condition, ...]) -> Condition:
    return conditions[0] if len(conditions) == 1 else AllOf(conditions)


def _relation(text: str) -> Inequality | Equation:
    found = expression_from(text)
    if not isinstance(found, Inequality | Equation):
        raise NotationError(f"{text!r} is no relation")
    return found


def _inequality(text: str) -> Inequality:
    found = expression_from(text)
    if not isinstance(found, Inequality):
        raise NotationError(f"{text!r} is no inequality")
    return found


def _equation(text: str) -> Equation:
    found = expression_from(text)
    if not isinstance(found, Equation):
        raise NotationError(f"{text!r} is no equation")
    return found


def _symbol(text: str) -> Symbol:
    found = expression_from(text)
    if not isinstance(found, Symbol):
        raise NotationError(f"{text!r} is no symbol")
    return found
