"""Sums over an index and Kronecker's delta: what no pattern can say, since a letter in a subscript is replaced."""

from __future__ import annotations

from tutor.maths.conditions import Among, Condition, Differentiable
from tutor.maths.definitions import value_of
from tutor.maths.expressions import (
    ONE,
    BigSum,
    Derivative,
    Equation,
    Expression,
    Kronecker,
    Negative,
    Product,
    Quotient,
    Sum,
    Symbol,
    free_symbols,
    product_of,
    walk,
)
from tutor.maths.indices import as_index, indices_of, may_be_same, mentioned, moves_between, reindexed
from tutor.maths.rules.rule import Hints, Rewriting, Rewritings


def derivative_of_indexed_sum(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """A sum over an index is differentiated term by term, unless the index stands in what one differentiates by."""
    if not isinstance(node, Derivative) or not isinstance(node.body, BigSum):
        return
    added, x = node.body, node.variable
    if added.index in mentioned(x) or any(x in mentioned(end) for end in (added.lower, added.upper)):
        return
    inside = Derivative(x, added.body)
    yield Rewriting(BigSum(added.index, added.lower, added.upper, inside), (Differentiable(added, x),))


def delta_picks_term(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Of a sum over i of terms times delta_ij only the term with i = j is left, where j is one of the indices."""
    if not isinstance(node, BigSum):
        return
    for rest, other in _without_delta(node.body, node.index):
        try:
            picked = reindexed(rest, {node.index.name: other})
        except ValueError:
            continue
        asked: tuple[Condition, ...] = (Among(other, node.lower, node.upper),)
        yield Rewriting(picked, asked)


def _without_delta(body: Expression, index: Symbol) -> list[tuple[Expression, Expression]]:
    """What a delta with the index multiplies, and the delta's other index, for each such delta in the body."""
    match body:
        case Kronecker(left, right) if index in {left, right} and left != right:
            return [(ONE, right if left == index else left)]
        case Sum(terms):
            rests = [{other: rest for rest, other in _without_delta(term, index)} for term in terms]
            return [
                (Sum(tuple(found[other] for found in rests)), other)
                for other in rests[0]
                if all(other in found for found in rests)
            ]
        case Product(factors):
            return [
                (product_of((*factors[:place], *(() if rest == ONE else (rest,)), *factors[place + 1 :])), other)
                for place, factor in enumerate(factors)
                for rest, other in _without_delta(factor, index)
            ]
        case Quotient(numerator, denominator):
            return [(Quotient(rest, denominator), other) for rest, other in _without_delta(numerator, index)]
        case Negative(operand):
            return [(Negative(rest), other) for rest, other in _without_delta(operand, index)]
        case _:
            return []


def independent_variables(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """Of variables that do not depend on each other, each has the derivative 1 by itself and 0 by any other."""
    if not isinstance(node, Derivative) or not isinstance(node.body, Symbol):
        return
    if not may_be_same(node.body, node.variable) or node.body == node.variable:
        return
    pairs = zip(node.body.subscripts, node.variable.subscripts, strict=True)
    yield Rewriting(product_of(Kronecker(as_index(one), as_index(other)) for one, other in pairs if one != other))


def write_out_definition(node: Expression, definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """A letter that has been defined is written out, whatever its indices are."""
    if not isinstance(node, Symbol):
        return
    try:
        value = value_of(node, definitions)
    except ValueError:
        return
    if value is not None:
        yield Rewriting(value)


def chain_rule_over_outputs(node: Expression, definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """What depends on x_jm through y_jl only: its slopes by every y_jl times theirs by x_jm, added up.

    The definition of y_ik says which of them depend on x_jm: those that have the same index wherever every x in the
    definition has an index of y.
    """
    if not isinstance(node, Derivative):
        return
    x, body = node.variable, node.body
    for definition in definitions:
        head = definition.left
        if not isinstance(head, Symbol):
            continue
        others = [one for one in free_symbols(body) if moves_between(head, one) is None]
        others += [one for one in free_symbols(definition.right) if one.name != x.name]
        if len(others) < len(free_symbols(body) | free_symbols(definition.right)) and not any(
            _depends_through(one, x, definitions) for one in others
        ):
            yield from _through(body, x, head, definition.right)


def _depends_through(symbol: Symbol, x: Symbol, definitions: tuple[Equation, ...]) -> bool:
    """Whether a symbol may change with x, itself or by its definition."""
    if may_be_same(symbol, x):
        return True
    try:
        value = value_of(symbol, definitions)
    except ValueError:
        return True
    return value is not None and any(_depends_through(one, x, definitions) for one in free_symbols(value))


def _through(body: Expression, x: Symbol, head: Symbol, meaning: Expression) -> Rewritings:
    inputs = [one for one in free_symbols(meaning) if one.name == x.name and len(one.subscripts) == len(x.subscripts)]
    if not inputs or len(x.subscripts) != len(head.subscripts):
        return
    places = range(len(head.subscripts))
    shared = [place for place in places if all(one.subscripts[place] == head.subscripts[place] for one in inputs)]
    free = [place for place in places if place not in shared]
    if len(free) > 1:
        return
    subscripts = list(x.subscripts)
    sums = [inner for _, inner in walk(meaning) if isinstance(inner, BigSum)]
    for place in free:
        ranges = [one for one in sums if any(one.index.name == each.subscripts[place] for each in inputs)]
        if not ranges:
            return
        letter = _unused(ranges[0].index, body, x)
        subscripts[place] = letter.name
        output = Symbol(head.name, tuple(subscripts))
        inside = product_of((Derivative(output, body), Derivative(x, output)))
        asked = (Differentiable(body, output),)
        yield Rewriting(BigSum(letter, ranges[0].lower, ranges[0].upper, inside), asked)
        return
    output = Symbol(head.name, tuple(subscripts))
    yield Rewriting(product_of((Derivative(output, body), Derivative(x, output))), (Differentiable(body, output),))


def _unused(wanted: Symbol, body: Expression, x: Symbol) -> Symbol:
    """The letter itself, or the first after it in the alphabet that means nothing here."""
    taken = {inner.index for _, inner in walk(body) if isinstance(inner, BigSum)}
    taken |= {letter for letter in mentioned(body) | mentioned(x) if not indices_of(letter)}
    letters = (Symbol(chr(code)) for code in range(ord("i"), ord("z") + 1))
    return wanted if wanted not in taken else next(letter for letter in letters if letter not in taken)


INDEX_SUMS = {
    "derivative-of-indexed-sum": derivative_of_indexed_sum,
    "delta-picks-term": delta_picks_term,
    "independent-variables": independent_variables,
    "write-out-definition": write_out_definition,
    "chain-rule-over-outputs": chain_rule_over_outputs,
}
