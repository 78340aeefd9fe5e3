"""From the texts of a request for a graph to what is to be drawn: expressions in one letter, and a window."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.conditions import Condition
from tutor.maths.curves import usual_width
from tutor.maths.curves.pieces import exact_domain
from tutor.maths.expressions import (
    Application,
    Constant,
    Derivative,
    Equation,
    Expression,
    Inequality,
    Kronecker,
    Limit,
    Symbol,
    free_symbols,
    number,
    substitute,
    walk,
)
from tutor.maths.grading.needs import needs
from tutor.maths.grading.real_sets import RealSet
from tutor.maths.ordering import sort_key
from tutor.maths.reading import Note
from tutor.maths.writing import unicode_text
from tutor.services.engines import differentiator
from tutor.services.errors import NotAnExpressionError, PlotError
from tutor.services.plot_requests import PlotRequest, Scale
from tutor.services.reading import (
    notes_of,
    parted_values,
    read_line,
    read_value,
    read_values,
    variable_of,
    without_name,
)
from tutor.services.tasks import log_base
from tutor.services.worked import answered

BITS = 256
SCIENTIFIC = re.compile(r"^\s*([-+−]?\d+(?:\.\d+)?)[eE]([-+−]?\d{1,3})\s*$")
FARTHEST = 1e12
NARROWEST = 1e-9
"""As a share of how far the window is from 0."""
USUAL_VALUES = (2, 3, 5, 7, 11, 13)
"""What letters stand for of which nothing was said, in the order of their names."""
LOG_START = 0.01
X, T = Symbol("x"), Symbol("t")


@dataclass(frozen=True, slots=True)
class Drawable:
    """An expression in no other letter than the variable.

    Attributes:
        shown: as it was read, with all its letters.
        expression: what is drawn: without derivatives.
        conditions: what must hold besides.
    """

    shown: Expression
    expression: Expression
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be drawn.

    Attributes:
        sides: one expression, or the two sides of an equation.
        variable: the letter along the horizontal axis.
        values: what the other letters stand for.
        notes: how the text was read where it could have been read otherwise.
        low: the window's left end.
        high: its right end.
        chosen: whether the window was asked for.
    """

    sides: tuple[Drawable, ...]
    variable: Symbol
    values: Mapping[Symbol, Expression]
    notes: tuple[Note, ...]
    low: float
    high: float
    chosen: bool


def subject_of(request: PlotRequest) -> Subject:
    """Read a request.

    Raises:
        RequestError: where a text does not read, a letter cannot be told, or there is no such window.
        NoAnswerError: where a derivative in it has none.
    """
    base = log_base(request.log)
    reading = read_line(request.expression, "expression", base)
    whole, argument = _unnamed(reading.expression)
    if isinstance(whole, Inequality):
        raise NotAnExpressionError(whole, "expression")
    values = read_values(parted_values(request.at, whole), "at", base) if request.at.strip() else {}
    symbols = free_symbols(whole) - set(values)
    # Of several letters the first after x is the variable where nothing else says so: in a^t it is t.
    fixed = _letters_to_fix(symbols, argument)
    values = {**{letter: number(value) for letter, value in zip(fixed, USUAL_VALUES, strict=False)}, **values}
    settled = substitute(whole, values)
    variable = variable_of(settled, None, argument=argument)
    pairs = zip(_sides(whole), _sides(settled), strict=True)
    sides = tuple(_drawable(shown, side) for shown, side in pairs)
    low, high, chosen = _window(request, sides, variable)
    return Subject(sides, variable, values, notes_of(reading), low, high, chosen)


def _unnamed(expression: Expression) -> tuple[Expression, Symbol | None]:
    """What stands behind ``y =`` or ``f(x) =``; but ``x = 1`` is an equation, not a graph called x."""
    if isinstance(expression, Equation) and expression.left == X:
        return expression, None
    return without_name(expression)


def _letters_to_fix(symbols: frozenset[Symbol], argument: Symbol | None) -> list[Symbol]:
    """All but the variable: the argument of ``f(t) =``, else x, else t, else the last by name."""
    ordered = sorted(symbols, key=sort_key)
    preferred = [one for one in (argument, X, T) if one in symbols]
    variable = preferred[0] if preferred else ordered[-1] if ordered else None
    return [one for one in ordered if one != variable]


def _sides(whole: Expression) -> tuple[Expression, ...]:
    return whole.children if isinstance(whole, Equation) else (whole,)


def is_plottable(whole: Expression, variable: Symbol | None = None) -> bool:
    """Whether what somebody worked with has a graph: an expression in one letter, or an equation of two such.

    Args:
        whole: what was worked with, as it was read.
        variable: the letter that it was taken to depend on, where one was asked for.
    """
    letters = free_symbols(whole)
    if len(letters) != 1 or (variable is not None and variable not in letters) or isinstance(whole, Inequality):
        return False
    if any(isinstance(node, Derivative) for _, node in walk(whole)):
        return False
    return all(_odd_part(side) is None for side in _sides(whole))


def _odd_part(expression: Expression) -> Expression | None:
    """The first part of which no graph can be drawn."""
    for _, node in walk(expression):
        infinite = isinstance(node, Constant) and node.name == "oo"
        if isinstance(node, Limit | Application | Kronecker | Equation | Inequality) or infinite:
            return node
    return None


def _drawable(shown: Expression, settled: Expression) -> Drawable:
    odd = _odd_part(settled)
    if odd is not None:
        raise PlotError("not_plottable", part=unicode_text(odd))
    if any(isinstance(node, Derivative) for _, node in walk(settled)):
        with answered():
            found = differentiator().finish(settled)
        return Drawable(shown, found.result, found.conditions)
    return Drawable(shown, settled)


def derivative_of(drawable: Drawable, variable: Symbol) -> Drawable:
    """The derivative of what is drawn.

    Raises:
        NoAnswerError: where there is none.
    """
    with answered():
        found = differentiator().differentiate(drawable.expression, variable)
    return Drawable(found.result, found.result, (*drawable.conditions, *found.conditions))


def place_of(typed: str, field: str, request: PlotRequest) -> float:
    """A number on an axis.

    Raises:
        RequestError: where the text is none.
    """
    # What a calculator writes as 1e-6 would be read as a product with e.
    plain = SCIENTIFIC.sub(r"\1*10^(\2)", typed)
    value = read_value(plain, field, log_base(request.log)).expression
    try:
        with precision(BITS):
            found = float(evaluate(value, {}).mid())
    except NoValueError as error:
        raise PlotError("not_a_place", field, shown=typed) from error
    if not math.isfinite(found) or abs(found) > FARTHEST:
        raise PlotError("not_a_place", field, shown=typed)
    return found


def _window(request: PlotRequest, sides: tuple[Drawable, ...], variable: Symbol) -> tuple[float, float, bool]:
    low = place_of(request.low, "from", request) if request.low.strip() else None
    high = place_of(request.high, "to", request) if request.high.strip() else None
    logarithmic = request.scale in {Scale.LOG_X, Scale.LOG_BOTH}
    usual = _usual_width(sides, variable)
    chosen = low is not None or high is not None
    if logarithmic and low is None:
        low = LOG_START if usual[0] <= 0 else usual[0]
        usual = (low, max(usual[1], 100 * low))
    if low is None:
        low = usual[0] if high is None or usual[0] < high else high - (usual[1] - usual[0])
    if high is None:
        high = usual[1] if usual[1] > low else low + (usual[1] - usual[0])
    if not high - low > NARROWEST * max(abs(low), abs(high), NARROWEST):
        shown = {"low": request.low or f"{low:g}", "high": request.high or f"{high:g}"}
        raise PlotError("bad_window", "from", **shown)
    if logarithmic and low <= 0:
        raise PlotError("log_window", "from")
    return low, high, chosen


def _usual_width(sides: tuple[Drawable, ...], variable: Symbol) -> tuple[float, float]:
    """Where both sides are worth seeing; a constant side is so anywhere, and does not count beside another.

    Raises:
        PlotError: where one of them has no value anywhere.
    """
    domains = [_domain(side, variable) for side in sides]
    varying = [domain for side, domain in zip(sides, domains, strict=True) if variable in free_symbols(side.expression)]
    found = [usual_width(domain) for domain in varying or domains]
    return min(low for low, _ in found), max(high for _, high in found)


def _domain(side: Drawable, variable: Symbol) -> RealSet | None:
    domain = exact_domain((*side.conditions, *needs(side.expression)), variable)
    if domain is not None and domain.is_empty:
        raise PlotError("defined_nowhere", shown=unicode_text(side.shown))
    return domain


def value_equations(values: Mapping[Symbol, Expression]) -> Iterator[Equation]:
    """What letters stand for, as equations, in the order of their names."""
    for letter in sorted(values, key=sort_key):
        yield Equation(letter, values[letter])
