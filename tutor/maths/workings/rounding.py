"""A line that gives a rounded value, x ≈ 0.805: held against the exact value of the line before it."""

from __future__ import annotations

from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.expressions import Equation, Expression, Number, free_symbols, number
from tutor.maths.statements import Alternatives
from tutor.maths.workings.judgement import Judgement

BITS = 256
UNCLEAR = Judgement(ok=None, proved=False)


def judge_rounded(before: Expression, after: Expression) -> Judgement:
    """Whether a decimal is a value of the line before, to as many places as it has.

    Args:
        before: a value, an equation that gives one, or several.
        after: the decimal, or an equation that gives it.
    """
    exact = _values(before)
    given = _values(after)
    if len(given) != 1 or not exact or any(free_symbols(one) for one in (*exact, *given)):
        return UNCLEAR
    try:
        with precision(BITS):
            half = evaluate(number(1), {}) / (2 * 10 ** _places(given[0]))
            value = evaluate(given[0], {})
            near = any(abs(evaluate(one, {}) - value) <= half for one in exact)
            far = all(abs(evaluate(one, {}) - value) > half for one in exact)
    except NoValueError:
        return UNCLEAR
    if near:
        return Judgement(laws=("arithmetic",))
    return Judgement(ok=False, fault="values") if far else UNCLEAR


def _values(line: Expression) -> list[Expression]:
    match line:
        case Alternatives(cases):
            return [value for case in cases for value in _values(case)]
        case Equation(_, right):
            return [right]
        case _:
            return [line]


def _places(value: Expression) -> int:
    """Decimal places: those that the denominator needs."""
    found = next((node.value for node in (value, *value.children) if isinstance(node, Number)), None)
    places = 0
    while found is not None and (found * 10**places).denominator != 1 and places < 50:
        places += 1
    return places
