"""The expression tree: small, immutable, and never rewritten behind anyone's back.

A computer-algebra tree turns ``log_2 8`` into ``3`` as soon as it is built; a learner has to see the
line in between. Here nothing evaluates by itself: two expressions are equal exactly when they are
written with the same nodes in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal, Self

Path = tuple[int, ...]
"""The way from a root to a node in it: the index of a child, then of its child, and so on."""

Relation = Literal["<", "<=", ">", ">=", "!="]
Side = Literal["", "+", "-"]


class Expression:
    """A node. Equality and hash are structural; the hash is kept, since trees are looked up all the time."""

    __slots__ = ("_hash",)
    _hash: int
    parts: ClassVar[tuple[str, ...]] = ()
    """Names of the fields that hold an expression, or a tuple of expressions in a Sum or Product."""

    @property
    def children(self) -> tuple[Expression, ...]:
        """The expressions directly below this one, in the order in which they are written."""
        return tuple(getattr(self, part) for part in self.parts)

    def with_children(self, children: tuple[Expression, ...]) -> Expression:
        """The same node over other children.

        Args:
            children: as many as ``self.children``, in the same order.
        """
        return _rebuilt(self, dict(zip(self.parts, children, strict=True)))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other) or hash(self) != hash(other):
            return False
        for field in self.__dataclass_fields__:  # type: ignore[attr-defined] # noqa: SIM110 - trees are compared all the time
            if getattr(self, field) != getattr(other, field):
                return False
        return True

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            value = hash((type(self).__name__, *(getattr(self, field) for field in self.__dataclass_fields__)))  # type: ignore[attr-defined]
            object.__setattr__(self, "_hash", value)
            return value


def _rebuilt(node: Expression, changes: Mapping[str, object]) -> Expression:
    fields = {name: getattr(node, name) for name in node.__dataclass_fields__}  # type: ignore[attr-defined]
    return type(node)(**{**fields, **changes})


@dataclass(frozen=True, eq=False, slots=True)
class Number(Expression):
    """A number as it can be typed: not negative, with finitely many decimals. See `number` for any rational."""

    value: Fraction

    def __post_init__(self) -> None:
        """Refuse what could not be written as one numeral.

        Raises:
            ValueError: for a negative value, or one without a finite decimal expansion (1/3).
        """
        if self.value.numerator < 0 or not _is_terminating(self.value.denominator):
            raise ValueError(f"not a numeral: {self.value}")


@dataclass(frozen=True, eq=False, slots=True)
class Constant(Expression):
    """Napier's number, the circle's number, or infinity (only as the target of a limit)."""

    name: Literal["e", "pi", "oo"]


@dataclass(frozen=True, eq=False, slots=True)
class Symbol(Expression):
    """A letter, with subscripts where it has them: ``x``, ``x_1``, ``t_ik`` has the subscripts ``("i", "k")``."""

    name: str
    subscripts: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Sum(Expression):
    """Two or more terms; a difference is a sum with a `Negative` term."""

    terms: tuple[Expression, ...]

    @property
    def children(self) -> tuple[Expression, ...]:
        """The terms."""
        return self.terms

    def with_children(self, children: tuple[Expression, ...]) -> Self:
        """A sum of other terms."""
        return type(self)(children)


@dataclass(frozen=True, eq=False, slots=True)
class Product(Expression):
    """Two or more factors."""

    factors: tuple[Expression, ...]

    @property
    def children(self) -> tuple[Expression, ...]:
        """The factors."""
        return self.factors

    def with_children(self, children: tuple[Expression, ...]) -> Self:
        """A product of other factors."""
        return type(self)(children)


@dataclass(frozen=True, eq=False, slots=True)
class Quotient(Expression):
    """A fraction."""

    numerator: Expression
    denominator: Expression
    parts = ("numerator", "denominator")


@dataclass(frozen=True, eq=False, slots=True)
class Negative(Expression):
    """A minus sign in front of a term."""

    operand: Expression
    parts = ("operand",)


@dataclass(frozen=True, eq=False, slots=True)
class Power(Expression):
    """A power; ``exp(x)`` is read as a power of `E`."""

    base: Expression
    exponent: Expression
    parts = ("base", "exponent")


@dataclass(frozen=True, eq=False, slots=True)
class Root(Expression):
    """The real root of the given index (2 for the square root); odd indices take negative radicands."""

    index: Expression
    radicand: Expression
    parts = ("index", "radicand")


@dataclass(frozen=True, eq=False, slots=True)
class Absolute(Expression):
    """An absolute value."""

    operand: Expression
    parts = ("operand",)


@dataclass(frozen=True, eq=False, slots=True)
class Log(Expression):
    """The logarithm of ``argument`` to ``base``; ``ln`` is the one to base `E`."""

    base: Expression
    argument: Expression
    parts = ("base", "argument")


@dataclass(frozen=True, eq=False, slots=True)
class Application(Expression):
    """A named function of one argument, ``f(x+h)``; ``order`` counts the primes in ``f'(x)``."""

    function: str
    argument: Expression
    order: int = 0
    parts = ("argument",)


@dataclass(frozen=True, eq=False, slots=True)
class Limit(Expression):
    """The limit of ``body`` as ``variable`` goes to ``target``; ``side`` is "+" or "-" for a one-sided one."""

    variable: Symbol
    target: Expression
    body: Expression
    side: Side = ""
    parts = ("target", "body")


@dataclass(frozen=True, eq=False, slots=True)
class Derivative(Expression):
    """The derivative of ``body`` with respect to ``variable``."""

    variable: Symbol
    body: Expression
    parts = ("body",)


@dataclass(frozen=True, eq=False, slots=True)
class BigSum(Expression):
    """A sum over an index from ``lower`` to ``upper``."""

    index: Symbol
    lower: Expression
    upper: Expression
    body: Expression
    parts = ("lower", "upper", "body")


@dataclass(frozen=True, eq=False, slots=True)
class Kronecker(Expression):
    """Kronecker's delta: 1 where both indices are equal, else 0."""

    left: Expression
    right: Expression
    parts = ("left", "right")


@dataclass(frozen=True, eq=False, slots=True)
class Equation(Expression):
    """Two sides joined by an equals sign."""

    left: Expression
    right: Expression
    parts = ("left", "right")


@dataclass(frozen=True, eq=False, slots=True)
class Inequality(Expression):
    """Two sides joined by any other relation."""

    left: Expression
    relation: Relation
    right: Expression
    parts = ("left", "right")


def _is_terminating(denominator: int) -> bool:
    """Whether a fraction in lowest terms over this has a finite decimal expansion: only 2 and 5 divide it."""
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def number(value: int | Fraction) -> Expression:
    """A rational as an expression: a numeral, a fraction of two, or the negative of either."""
    exact = Fraction(value)
    if exact < 0:
        return Negative(number(-exact))
    if exact.denominator == 1:
        return Number(exact)
    return Quotient(Number(Fraction(exact.numerator)), Number(Fraction(exact.denominator)))


ZERO = number(0)
ONE = number(1)
TWO = number(2)
E = Constant("e")
PI = Constant("pi")
INFINITY = Constant("oo")


def sum_of(terms: Iterable[Expression]) -> Expression:
    """A sum with nested sums opened; the term itself where there is one, 0 where there is none."""
    flat = [inner for term in terms for inner in (term.terms if isinstance(term, Sum) else (term,))]
    if not flat:
        return ZERO
    return flat[0] if len(flat) == 1 else Sum(tuple(flat))


def product_of(factors: Iterable[Expression]) -> Expression:
    """A product with nested products opened; the factor itself where there is one, 1 where there is none."""
    flat = [inner for factor in factors for inner in (factor.factors if isinstance(factor, Product) else (factor,))]
    if not flat:
        return ONE
    return flat[0] if len(flat) == 1 else Product(tuple(flat))


def ln(argument: Expression) -> Log:
    """The natural logarithm."""
    return Log(E, argument)


def square_root(radicand: Expression) -> Root:
    """The square root."""
    return Root(TWO, radicand)


def walk(expression: Expression, path: Path = ()) -> Iterator[tuple[Path, Expression]]:
    """Every node with the path to it, a parent before its children, from left to right."""
    yield path, expression
    for index, child in enumerate(expression.children):
        yield from walk(child, (*path, index))


def at(expression: Expression, path: Path) -> Expression:
    """The node at the end of a path.

    Raises:
        IndexError: where the path leads out of the tree.
    """
    for index in path:
        expression = expression.children[index]
    return expression


def replace_at(expression: Expression, path: Path, new: Expression) -> Expression:
    """The expression with the node at the end of a path replaced; all else is kept as it stands."""
    if not path:
        return new
    children = list(expression.children)
    children[path[0]] = replace_at(children[path[0]], path[1:], new)
    return expression.with_children(tuple(children))


def depth(expression: Expression) -> int:
    """The number of nodes on the longest way down; found without recursion, so that any tree can be measured."""
    deepest, level = 0, [expression]
    while level:
        deepest += 1
        level = [child for node in level for child in node.children]
    return deepest


def bound_symbol(expression: Expression) -> Symbol | None:
    """The symbol that a node binds in its body (a limit's, a big sum's), if it binds one."""
    if isinstance(expression, Limit):
        return expression.variable
    return expression.index if isinstance(expression, BigSum) else None


def free_symbols(expression: Expression) -> frozenset[Symbol]:
    """The symbols that stand for a value from outside: all but those bound by a limit or a big sum."""
    if isinstance(expression, Symbol):
        return frozenset((expression,))
    found: frozenset[Symbol] = frozenset().union(*map(free_symbols, expression.children))
    if isinstance(expression, Derivative):
        return found | {expression.variable}
    bound = bound_symbol(expression)
    return found - {bound} if bound is not None else found


def substitute(expression: Expression, values: Mapping[Symbol, Expression]) -> Expression:
    """The expression with free symbols replaced.

    Args:
        expression: where to replace.
        values: what to put for each symbol.

    Raises:
        ValueError: where a value would fall under a limit, sum or derivative that binds a symbol in it.
    """
    if isinstance(expression, Symbol):
        return values.get(expression, expression)
    bound = bound_symbol(expression)
    if isinstance(expression, Derivative):
        return _substitute_derivative(expression, values)
    if bound is not None:
        inner = {symbol: value for symbol, value in values.items() if symbol != bound}
        touched = {s: v for s, v in inner.items() if s in free_symbols(expression)}
        if any(bound in free_symbols(value) for value in touched.values()):
            raise ValueError(f"{bound.name} is bound here")
        values = touched
    if not values:
        return expression
    children = expression.children
    replaced = tuple(substitute(child, values) for child in children)
    return expression if replaced == children else expression.with_children(replaced)


def _substitute_derivative(expression: Derivative, values: Mapping[Symbol, Expression]) -> Expression:
    """A derivative keeps its variable: it can be renamed, and no value that contains it can go into the body."""
    variable = values.get(expression.variable, expression.variable)
    if not isinstance(variable, Symbol):
        raise ValueError(f"{expression.variable.name} is the variable of a derivative")
    others = {s: v for s, v in values.items() if s in free_symbols(expression) and s != expression.variable}
    if any(variable in free_symbols(value) for value in others.values()):
        raise ValueError(f"{variable.name} is the variable of a derivative")
    return Derivative(variable, substitute(expression.body, {**others, expression.variable: variable}))


def bound_symbols(expression: Expression) -> frozenset[Symbol]:
    """The symbols that a limit or a big sum anywhere in the expression binds."""
    return frozenset(bound for _, node in walk(expression) if (bound := bound_symbol(node)) is not None)


def instance(pattern: Expression, matches: Mapping[Symbol, Expression]) -> Expression:
    """The pattern with its letters replaced, those bound by a limit, a big sum or a derivative among them.

    Nothing is renamed to avoid capture: a rule that needs a letter to be free of another says so in a condition.

    Args:
        pattern: a side of a rule.
        matches: what each letter stands for.

    Raises:
        ValueError: where a letter that must stay a symbol stands for more than one.
    """
    if isinstance(pattern, Symbol):
        return _symbol_instance(pattern, matches)
    field = _BINDING_FIELDS.get(type(pattern))
    children = pattern.children
    replaced = tuple(instance(child, matches) for child in children)
    made = pattern if replaced == children else pattern.with_children(replaced)
    if field is None:
        return made
    symbol = _symbol_instance(bound := getattr(pattern, field), matches)
    if not isinstance(symbol, Symbol):
        raise ValueError(f"{bound.name} must stay a symbol")
    return _rebuilt(made, {field: symbol})


def _symbol_instance(symbol: Symbol, matches: Mapping[Symbol, Expression]) -> Expression:
    """What a letter stands for; y_k is the row y stands for, at the index that k stands for."""
    if symbol in matches or not symbol.subscripts:
        return matches.get(symbol, symbol)
    row = matches.get(plain := Symbol(symbol.name), plain)
    if not isinstance(row, Symbol):
        raise ValueError(f"{symbol.name} must stay a symbol")
    return Symbol(row.name, (*row.subscripts, *(_subscript_instance(one, matches) for one in symbol.subscripts)))


def _subscript_instance(subscript: str, matches: Mapping[Symbol, Expression]) -> str:
    match matches.get(Symbol(subscript)):
        case None:
            return subscript
        case Symbol(name, ()):
            return name
        case Number(value) if value.denominator == 1:
            return str(value)
        case _:
            raise ValueError(f"{subscript} must stay an index")


def rebound(expression: Expression, symbol: Symbol) -> Expression:
    """A limit, derivative or big sum that binds another symbol; what stands in it is left as it is."""
    return _rebuilt(expression, {_BINDING_FIELDS[type(expression)]: symbol})


_BINDING_FIELDS: dict[type[Expression], str] = {Limit: "variable", Derivative: "variable", BigSum: "index"}


def rebuild(expression: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """The expression remade from the leaves up, each node passed through ``change``."""
    children = expression.children
    changed = tuple(rebuild(child, change) for child in children)
    return change(expression if changed == children else expression.with_children(changed))
