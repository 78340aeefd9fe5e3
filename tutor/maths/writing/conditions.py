"""Conditions in the same four notations; without words, since words are for `tutor.words`.

That a value exists is written as its being real, that an expression is free of x as its derivative being 0. In ASCII,
which our own reading takes back, what holds for all i and k is written as the thing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tutor.maths.conditions import AllOf, Among, AnyOf, Condition, Differentiable, Each, FreeOf, HasValue, Whole
from tutor.maths.expressions import ZERO, Derivative, Equation, Expression, Inequality
from tutor.maths.writing.latex import latex
from tutor.maths.writing.plain import ascii_text, unicode_text
from tutor.maths.writing.typst import typst


@dataclass(frozen=True, slots=True)
class _Signs:
    write: Callable[[Expression], str]
    whole: str
    real: str
    both: str
    either: str
    dots: str
    among: tuple[str, str]
    each: str


_ASCII = _Signs(ascii_text, "in Z", "in R", "and", "or", "...", ("in {", "}"), "")
_UNICODE = _Signs(unicode_text, "∈ ℤ", "∈ ℝ", "∧", "∨", "…", ("∈ {", "}"), " (∀ {})")
_LATEX = _Signs(
    latex, r"\in \mathbb{Z}", r"\in \mathbb{R}", r"\land", r"\lor", r"\dots", (r"\in \{", r"\}"), r" \quad (\forall {})"
)
_TYPST = _Signs(typst, "in ZZ", "in RR", "and", "or", "dots", ("in {", "}"), " quad (forall {})")


def condition_ascii(condition: Condition) -> str:
    """The condition in plain ASCII: ``a != 1``, ``n in Z``."""
    return _written(condition, _ASCII)


def condition_unicode(condition: Condition) -> str:
    """The condition in Unicode text: ``a ≠ 1``, ``n ∈ ℤ``."""
    return _written(condition, _UNICODE)


def condition_latex(condition: Condition) -> str:
    r"""The condition in LaTeX: ``a \neq 1``, ``n \in \mathbb{Z}``."""
    return _written(condition, _LATEX)


def condition_typst(condition: Condition) -> str:
    """The condition in Typst's mathematics mode: ``a != 1``, ``n in ZZ``."""
    return _written(condition, _TYPST)


def _written(condition: Condition, signs: _Signs) -> str:
    match condition:
        case Inequality() | Equation():
            return signs.write(condition)
        case Among(index, lower, upper):
            ends = tuple(signs.write(one) for one in (lower, upper))
            return f"{signs.write(index)} {signs.among[0]}{ends[0]}, {signs.dots}, {ends[1]}{signs.among[1]}"
        case Each(indices, inner):
            return f"{signs.write(inner)}{signs.each.format(', '.join(map(signs.write, indices)))}"
        case Whole(expression):
            return f"{signs.write(expression)} {signs.whole}"
        case HasValue(expression):
            return f"{signs.write(expression)} {signs.real}"
        case FreeOf(expression, symbol):
            return signs.write(Equation(Derivative(symbol, expression), ZERO))
        case Differentiable(expression, symbol):
            return f"{signs.write(Derivative(symbol, expression))} {signs.real}"
        case AllOf(conditions):
            return f" {signs.both} ".join(_bracketed(one, signs) for one in conditions)
        case AnyOf(conditions):
            return f" {signs.either} ".join(_bracketed(one, signs) for one in conditions)


def _bracketed(condition: Condition, signs: _Signs) -> str:
    text = _written(condition, signs)
    return f"({text})" if isinstance(condition, AllOf | AnyOf) else text
