"""Index letters: the i and k of t_ik, which a sum may bind and which may be replaced by others.

A subscript that is a letter is an index: y_ik stands for one of many values, and which of them is settled by i and k.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from tutor.maths.expressions import (
    BigSum,
    Derivative,
    Expression,
    Limit,
    Number,
    Symbol,
    at,
    bound_symbol,
    free_symbols,
    number,
    rebound,
    rebuild,
    walk,
)
from tutor.maths.ordering import canonical, same

Moves = Mapping[str, Expression]
"""What to put for index letters: a letter or a whole number for each."""


def indices_of(symbol: Symbol) -> tuple[str, ...]:
    """The subscripts of a symbol that are letters."""
    return tuple(one for one in symbol.subscripts if not one.isdigit())


def mentioned(expression: Expression) -> frozenset[Symbol]:
    """The free symbols of an expression, and as symbols the index letters that stand free in subscripts."""
    if isinstance(expression, Symbol):
        return frozenset((expression, *map(Symbol, indices_of(expression))))
    found: frozenset[Symbol] = frozenset().union(*map(mentioned, expression.children))
    if isinstance(expression, Derivative):
        return found | mentioned(expression.variable)
    bound = bound_symbol(expression)
    return found - {bound} if bound is not None else found


def may_be_same(left: Symbol, right: Symbol) -> bool:
    """Whether two symbols may stand for one thing: y_ik is y_jl where i is j and k is l, x_1 is never x_2."""
    if left.name != right.name or len(left.subscripts) != len(right.subscripts):
        return False
    pairs = zip(left.subscripts, right.subscripts, strict=True)
    return all(one == other or not (one.isdigit() and other.isdigit()) for one, other in pairs)


def depends_on(expression: Expression, symbol: Symbol) -> bool:
    """Whether an expression may change while the symbol does."""
    return any(may_be_same(one, symbol) for one in mentioned(expression))


def as_subscript(index: Expression) -> str:
    """A letter or a whole number as it stands in a subscript.

    Raises:
        ValueError: for anything else.
    """
    match index:
        case Symbol(name, ()):
            return name
        case Number(value) if value.denominator == 1:
            return str(value)
        case _:
            raise ValueError("neither a letter nor a whole number")


def as_index(subscript: str) -> Expression:
    """A subscript as an expression."""
    return number(int(subscript)) if subscript.isdigit() else Symbol(subscript)


def reindexed(expression: Expression, moves: Moves) -> Expression:
    """The expression with free index letters replaced, as symbols and in subscripts.

    Args:
        expression: where to replace.
        moves: what to put for each letter.

    Raises:
        ValueError: where a sum or a limit would bind what is put in.
    """
    match expression:
        case Symbol(name, subscripts):
            if not subscripts:
                return moves.get(name, expression)
            return Symbol(name, tuple(as_subscript(moves.get(one, as_index(one))) for one in subscripts))
        case BigSum() | Limit():
            bound = bound_symbol(expression)
            mentioned_here = mentioned(expression)
            moves = {letter: new for letter, new in moves.items() if Symbol(letter) in mentioned_here}
            if bound in moves.values():
                raise ValueError("the new index is bound here")
        case Derivative(variable, body):
            moved = reindexed(variable, moves)
            if not isinstance(moved, Symbol):
                raise ValueError("the variable of a derivative must stay a symbol")
            return Derivative(moved, reindexed(body, moves))
        case _:
            pass
    children = expression.children
    replaced = tuple(reindexed(child, moves) for child in children)
    return expression if replaced == children else expression.with_children(replaced)


def alike(left: Expression, right: Expression) -> bool:
    """Whether two expressions are the same up to the letters that their sums and limits bind."""
    return same(left, right) or canonical(_with_own_letters(left, 0)) == canonical(_with_own_letters(right, 0))


def _with_own_letters(expression: Expression, level: int) -> Expression:
    """Every bound letter replaced by one that tells how deep it is bound."""
    bound = bound_symbol(expression)
    if bound is not None:
        new = Symbol(f"bound {level}")
        body = reindexed(at(expression, (len(expression.children) - 1,)), {bound.name: new})
        children = (*expression.children[:-1], body)
        expression = rebound(expression.with_children(children), new)
        level += 1
    return expression.with_children(tuple(_with_own_letters(child, level) for child in expression.children))


def sums_in(expressions: Iterable[Expression]) -> Iterator[BigSum]:
    """Every big sum in some expressions."""
    for expression in expressions:
        for _, node in walk(expression):
            if isinstance(node, BigSum):
                yield node


def moves_between(general: Symbol, special: Symbol) -> dict[str, Expression] | None:
    """What the letters of y_ik must be for it to be y_j2: i is j and k is 2; None where it cannot be."""
    if not may_be_same(general, special):
        return None
    moves: dict[str, Expression] = {}
    for one, other in zip(general.subscripts, special.subscripts, strict=True):
        if one.isdigit():
            if one != other:
                return None
        elif moves.setdefault(one, as_index(other)) != as_index(other):
            return None
    return moves


@lru_cache(maxsize=4_096)
def is_schematic(head: Symbol, body: Expression) -> bool:
    """Whether an equation about a symbol holds for every value of its indices: they stand in what it equals too."""
    letters = set(indices_of(head))
    inside = {letter for symbol in free_symbols(body) for letter in indices_of(symbol)}
    return bool(letters) and letters <= inside


def apart(expression: Expression, symbol: Symbol) -> Expression:
    """The expression with other letters where its sums bind one that stands in the symbol's subscripts."""
    taken = set(mentioned(symbol))
    used = taken | {Symbol(letter) for _, node in walk(expression) for letter in _letters_at(node)}
    letters = (Symbol(chr(code)) for code in (*range(ord("i"), ord("u")), *range(ord("a"), ord("i"))))
    spare = iter([letter for letter in letters if letter not in used])

    def moved(node: Expression) -> Expression:
        if not isinstance(node, BigSum) or node.index not in taken:
            return node
        new = next(spare, None)
        if new is None:
            return node
        body = reindexed(node.body, {node.index.name: new})
        return BigSum(new, node.lower, node.upper, body)

    return rebuild(expression, moved)


def _letters_at(node: Expression) -> tuple[str, ...]:
    if isinstance(node, Symbol):
        return (node.name, *node.subscripts)
    return (node.index.name,) if isinstance(node, BigSum) else ()
