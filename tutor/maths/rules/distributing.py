"""Opening brackets: a factor or a minus sign in front of a sum goes to each of its terms."""

from __future__ import annotations

from tutor.maths.expressions import Equation, Expression, Negative, Product, Sum, product_of, sum_of
from tutor.maths.rules.rule import Hints, Rewriting, Rewritings


def distribute(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """The factors beside a sum multiply each of its terms: c(u - v) = cu - cv."""
    if not isinstance(node, Product):
        return
    for place, factor in enumerate(node.factors):
        if isinstance(factor, Sum):
            before, after = node.factors[:place], node.factors[place + 1 :]
            terms = [
                Negative(product_of((*before, term.operand, *after)))
                if isinstance(term, Negative)
                else product_of((*before, term, *after))
                for term in factor.terms
            ]
            yield Rewriting(Sum(tuple(terms)))


def negative_of_sum(node: Expression, _definitions: tuple[Equation, ...], _hints: Hints) -> Rewritings:
    """A minus sign in front of a sum turns the sign of each of its terms: -(u - v) = -u + v."""
    if isinstance(node, Negative) and isinstance(node.operand, Sum):
        yield Rewriting(sum_of(_opposite(term) for term in node.operand.terms))
    if isinstance(node, Sum):
        opened = [_each_opposite(term) for term in node.terms]
        if any(len(terms) > 1 for terms in opened):
            yield Rewriting(sum_of(term for terms in opened for term in terms))


def _each_opposite(term: Expression) -> tuple[Expression, ...]:
    if isinstance(term, Negative) and isinstance(term.operand, Sum):
        return tuple(map(_opposite, term.operand.terms))
    return (term,)


def _opposite(term: Expression) -> Expression:
    return term.operand if isinstance(term, Negative) else Negative(term)


DISTRIBUTING = {"distribute": distribute, "negative-of-sum": negative_of_sum}
