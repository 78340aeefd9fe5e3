"""Differentiating step by step: one rule of differentiation a step, then tidying."""

from __future__ import annotations

from tutor.maths.checker import Laws
from tutor.maths.conditions import AllOf, AnyOf, Condition, HasValue, Whole, condition_symbols
from tutor.maths.derivations import Derivation
from tutor.maths.domain import domain, nonzero
from tutor.maths.expressions import (
    Absolute,
    Application,
    BigSum,
    Derivative,
    E,
    Expression,
    Inequality,
    Log,
    Negative,
    Path,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Symbol,
    free_symbols,
    product_of,
    walk,
)
from tutor.maths.indices import apart, depends_on
from tutor.maths.making.errors import NotDifferentiableError
from tutor.maths.making.system import RewritingSystem
from tutor.maths.making.tidying import INDEX_SUMS, TIDY
from tutor.maths.making.working import Working
from tutor.maths.numerals import rational_value

_A, _B, _C, _N, _U, _V, _X = (Symbol(name) for name in "abcnuvx")
ON_THE_BODY = frozenset(("change-of-base", "root-as-power"))
"""Laws that rewrite what is differentiated, before a rule of differentiation fits."""


class Differentiator:
    """Makes derivatives; holds the laws and what tidying has learnt, so that the next one is quicker."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._tidy = RewritingSystem(laws, (*INDEX_SUMS, *TIDY))

    def differentiate(self, expression: Expression, variable: Symbol) -> Derivation:
        """The derivation of the derivative, from d/dx of the expression to its tidied form.

        Args:
            expression: what is differentiated; no equation.
            variable: the symbol with respect to which.

        Raises:
            NotDifferentiableError: where a part has no rule (an unknown function, a limit).
            NowhereDefinedError: where the expression has no value anywhere.
            TooLongError: where it takes too many steps.
        """
        return self.finish(Derivative(variable, apart(expression, variable)))

    def finish(self, line: Expression) -> Derivation:
        """The derivation from a line with derivatives in it to one without, tidied.

        Raises:
            NotDifferentiableError, NowhereDefinedError, TooLongError: as `differentiate`.
        """
        asked: dict[Condition, None] = {}
        for _, node in walk(line):
            if isinstance(node, Derivative):
                asked.update(dict.fromkeys(open_domain(node.body, node.variable)))
        asked.update((one, None) for one in domain(line) if not isinstance(one, HasValue))
        working = Working(line, self._laws, asked)
        while (path := _innermost_derivative(working.line)) is not None:
            self._one_step(working, path)
        self._tidy.run(working)
        return working.derivation()

    def _one_step(self, working: Working, path: Path) -> None:
        node = working.line
        for index in path:
            node = node.children[index]
        assert isinstance(node, Derivative)  # noqa: S101 - the path was found so
        law, matches = rule_for(node)
        if law in ON_THE_BODY:
            path = (*path, 0)
        try:
            if matches is None:
                working.apply(law, path)
            else:
                working.instantiate(law, path, matches)
        except ValueError as error:  # a sum up to x is differentiated by no law
            raise NotDifferentiableError(node.body) from error


def rule_for(node: Derivative) -> tuple[str, dict[Symbol, Expression] | None]:
    """The rule of differentiation for a derivative, with what its letters stand for (None: a procedure finds out).

    Raises:
        NotDifferentiableError: where there is none.
    """
    x, body = node.variable, node.body
    if not depends_on(body, x):
        return "derivative-of-constant", {_C: body, _X: x}
    match body:
        case Symbol():
            return ("derivative-of-variable", {_X: x}) if body == x else ("independent-variables", None)
        case BigSum():
            return "derivative-of-indexed-sum", None
        case Negative(operand):
            return "derivative-of-negative", {_U: operand, _X: x}
        case Sum():
            return "derivative-of-sum", None
        case Product(factors):
            return _rule_for_product(factors, x)
        case Quotient(numerator, denominator):
            return _rule_for_quotient(numerator, denominator, x)
        case Power(base, exponent):
            return _rule_for_power(base, exponent, x)
        case Root(index, radicand):
            degree = rational_value(index)
            if degree is not None and degree.denominator == 1 and degree > 1:
                return "derivative-of-root", None
            return "root-as-power", {_N: index, _U: radicand}
        case Absolute(operand):
            return "derivative-of-absolute", {_U: operand, _X: x}
        case Log(base, argument):
            return _rule_for_log(base, argument, x)
        case _:
            raise NotDifferentiableError(body)


def _rule_for_product(factors: tuple[Expression, ...], x: Symbol) -> tuple[str, dict[Symbol, Expression]]:
    fixed = [factor for factor in factors if not depends_on(factor, x)]
    moving = [factor for factor in factors if depends_on(factor, x)]
    if fixed:
        return "constant-factor", {_C: product_of(fixed), _U: product_of(moving), _X: x}
    return "product-rule", {_U: moving[0], _V: product_of(moving[1:]), _X: x}


def _rule_for_quotient(above: Expression, below: Expression, x: Symbol) -> tuple[str, dict[Symbol, Expression]]:
    if not depends_on(below, x):
        return "constant-divisor", {_U: above, _C: below, _X: x}
    if not depends_on(above, x):
        return "derivative-of-reciprocal", {_C: above, _V: below, _X: x}
    return "quotient-rule", {_U: above, _V: below, _X: x}


def _rule_for_power(base: Expression, exponent: Expression, x: Symbol) -> tuple[str, dict[Symbol, Expression] | None]:
    if not depends_on(exponent, x):
        return "power-rule", None
    if depends_on(base, x):
        return "logarithmic-differentiation", {_U: base, _V: exponent, _X: x}
    if base == E:
        if exponent == x:
            return "derivative-of-natural-exponential", {_X: x}
        return "chain-rule-for-natural-exponential", {_U: exponent, _X: x}
    if exponent == x:
        return "derivative-of-exponential", {_A: base, _X: x}
    return "chain-rule-for-exponential", {_A: base, _U: exponent, _X: x}


def _rule_for_log(base: Expression, argument: Expression, x: Symbol) -> tuple[str, dict[Symbol, Expression]]:
    """A base that moves is changed to e first; that law is used on the logarithm under the derivative."""
    if depends_on(base, x):
        return "change-of-base", {_A: base, _B: argument, _C: E}
    to_base = {} if base == E else {_A: base}
    suffix = "" if base == E else "-to-base"
    if argument == x:
        return ("derivative-of-natural-log" if base == E else "derivative-of-log"), {**to_base, _X: x}
    if isinstance(argument, Absolute):
        return f"derivative-of-log-of-absolute{suffix}", {**to_base, _U: argument.operand, _X: x}
    return f"chain-rule-for-log{suffix}", {**to_base, _U: argument, _X: x}


def open_domain(expression: Expression, variable: Symbol) -> tuple[Condition, ...]:
    """Where the expression is defined and can have a slope: the inside of its domain, kinks left out."""
    asked: dict[Condition, None] = {}
    for condition in domain(expression):
        asked.update(dict.fromkeys(_inside(condition, variable)))
    for _, node in walk(expression):
        if isinstance(node, Absolute) and variable in free_symbols(node):
            asked[nonzero(node.operand)] = None
        if isinstance(node, Root) and variable in free_symbols(node):
            asked[nonzero(node.radicand)] = None
    return tuple(asked)


def _inside(condition: Condition, variable: Symbol) -> tuple[Condition, ...]:
    """A condition as it must hold around a point, not only at it."""
    match condition:
        case Inequality(left, ">=" | "<=" as relation, right) if variable in free_symbols(condition):
            return (Inequality(left, ">" if relation == ">=" else "<", right),)
        case AnyOf(alternatives):
            kept = tuple(one for one in alternatives if not _pins(one, variable))
            return _inside(kept[0], variable) if len(kept) == 1 else (AnyOf(kept),)
        case AllOf(conditions):
            return tuple(inner for one in conditions for inner in _inside(one, variable))
        case HasValue(Application() as part):
            raise NotDifferentiableError(part)
        case _:
            return (condition,)


def _pins(condition: Condition, variable: Symbol) -> bool:
    """Whether a condition holds at single points only: that something that moves with the variable is whole."""
    if isinstance(condition, AllOf):
        return any(_pins(one, variable) for one in condition.conditions)
    return isinstance(condition, Whole) and variable in condition_symbols(condition)


def _innermost_derivative(line: Expression) -> Path | None:
    """The first derivative that holds no other, from left to right."""
    found = [(path, node) for path, node in walk(line) if isinstance(node, Derivative)]
    for path, node in found:
        if not any(isinstance(inner, Derivative) for _, inner in walk(node.body)):
            return path
    return None
