"""Sameness up to the order and the nesting of sums and products.

a + b and b + a, (a + b) + c and a + (b + c) are different trees, since a person wrote them differently, but
no rule is needed to pass from one to the other.
"""

from __future__ import annotations

from functools import lru_cache

from tutor.maths.expressions import Expression, Negative, Product, Sum, product_of, sum_of


@lru_cache(maxsize=65_536)
def canonical(expression: Expression) -> Expression:
    """The expression with sums and products opened and their members in one fixed order."""
    if isinstance(expression, Sum):
        opened = sum_of(canonical(term) for term in expression.terms)
        return Sum(tuple(sorted(opened.children, key=sort_key)))
    if isinstance(expression, Product):
        opened = product_of(canonical(factor) for factor in expression.factors)
        return Product(tuple(sorted(opened.children, key=sort_key)))
    if isinstance(expression, Negative) and isinstance(expression.operand, Sum):
        return Negative(canonical(expression.operand))
    children = expression.children
    ordered = tuple(canonical(child) for child in children)
    return expression if ordered == children else expression.with_children(ordered)


@lru_cache(maxsize=65_536)
def sort_key(expression: Expression) -> str:
    """A text that is equal exactly for equal expressions, to put them in an order that no run changes."""
    own = [
        str(value)
        for name in expression.__dataclass_fields__  # type: ignore[attr-defined]
        if not isinstance(value := getattr(expression, name), Expression) and name not in {"terms", "factors"}
    ]
    bound = [sort_key(getattr(expression, name)) for name in ("variable", "index") if _holds_symbol(expression, name)]
    return f"{type(expression).__name__}({','.join([*own, *bound, *map(sort_key, expression.children)])})"


def _holds_symbol(expression: Expression, name: str) -> bool:
    return name not in expression.parts and isinstance(getattr(expression, name, None), Expression)


def same(left: Expression, right: Expression) -> bool:
    """Whether two expressions differ at most in the order and nesting of sums and products."""
    return left == right or canonical(left) == canonical(right)
