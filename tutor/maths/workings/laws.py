"""The law that leads from one relation to the next, where one does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tutor.maths.checker import Laws
from tutor.maths.expressions import (
    TWO,
    E,
    Equation,
    Expression,
    Log,
    Negative,
    Number,
    Path,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
    replace_at,
    walk,
)
from tutor.maths.grading.equality import compare
from tutor.maths.ordering import same
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.procedures import RELATION_PROCEDURES
from tutor.maths.solving.trials import rejection
from tutor.maths.statements import Alternatives, Comparable, Together, opened, related, relations_in, sign_of, turned

MOST_FACTORS = 6
THREE = number(3)


def relation_law(before: Expression, after: Expression, ground: Ground, laws: Laws) -> str | None:
    """The law about relations that makes one line of another, if there is one.

    Args:
        before: a statement.
        after: another.
        ground: what is known: the domain of what is solved.
        laws: every law.
    """
    if isinstance(before, Alternatives) and (why := why_less(before, after, ground)) is not None:
        return why
    places: list[tuple[Path, Expression]] = list(relations_in(before))
    if isinstance(before, Alternatives | Together):
        places.insert(0, ((), before))
    for law in laws.values():
        if law.sign == "=" or law.procedure is None:
            continue
        for path, node in places:
            for hints in _hints(law.procedure, node, after):
                for made in RELATION_PROCEDURES[law.procedure](node, ground, hints):
                    if says(opened(replace_at(before, path, made.after)), after):
                        return law.id
    return "move-terms" if _is_balanced(before, after) else None


def why_less(before: Alternatives, after: Expression, ground: Ground) -> str | None:
    """Why cases are not kept: they are not in the domain, or were tried; None where not all others are kept."""
    left_out = _left_out(before, after)
    if not left_out:
        return None
    outside = False
    for case in left_out:
        if isinstance(case, Equation) and isinstance(ground.start, Comparable) and case.left == ground.unknown:
            refused = rejection(ground.start, ground.unknown, case.right)
            outside = outside or (refused is not None and refused.condition is not None)
    return "within-domain" if outside else "on-trial"


def _left_out(before: Alternatives, after: Expression) -> list[Expression]:
    """The cases that are not kept, where all others are."""
    kept = list(after.cases) if isinstance(after, Alternatives) else [after]
    rest = [case for case in before.cases if not any(same(case, one) for one in kept)]
    return rest if len(before.cases) - len(rest) == len(kept) else []


def _is_balanced(before: Expression, after: Expression) -> bool:
    """Whether one equation is the other with terms moved from side to side and worked on."""
    if not isinstance(before, Equation) or not isinstance(after, Equation):
        return False
    gap = Sum((before.left, Negative(before.right)))
    other = Sum((after.left, Negative(after.right)))
    return _is_equal(gap, other) or _is_equal(Negative(gap), other)


def _is_equal(left: Expression, right: Expression) -> bool:
    if same(left, right):
        return True
    compared = compare(left, right)
    return compared.outcome == "equal" and compared.proved


def says(made: Expression, line: Expression) -> bool:
    """Whether a line is what was made, up to the order of terms, of cases and of the two sides, and to arithmetic."""
    if same(made, line):
        return True
    if isinstance(made, Comparable) and isinstance(line, Comparable):
        return _says_alike(made, line) or _says_alike(_turned(made), line)
    if isinstance(made, Alternatives | Together) and type(made) is type(line):
        rest = list(line.children)
        for one in made.children:
            twin = next((other for other in rest if says(one, other)), None)
            if twin is None:
                return False
            rest.remove(twin)
        return not rest
    return False


def _says_alike(made: Comparable, line: Comparable) -> bool:
    """Whether two relations have sides of equal values and the same sign."""
    if sign_of(made) != sign_of(line):
        return False
    return _is_equal(made.left, line.left) and _is_equal(made.right, line.right)


def _turned(relation: Comparable) -> Comparable:
    if isinstance(relation, Equation):
        return Equation(relation.right, relation.left)
    return related(relation.right, turned(relation.relation), relation.left)


def _hints(procedure: str, node: Expression, after: Expression) -> Iterator[Mapping[str, Expression]]:
    """What a law may need to be told, taken from the line that is to come of it."""
    if not isinstance(node, Comparable) or not isinstance(after, Comparable):
        yield {}
        return
    for line in (after, _turned(after)):
        sides = {"left": line.left, "right": line.right}
        match procedure:
            case "multiply-sides":
                yield from ({**sides, "c": one} for one in _divisors(node))
            case "divide-sides":
                yield from ({**sides, "c": one} for one in _factors(node))
            case "move-terms" | "invert-sides":
                yield sides
            case "take-logs":
                bases = dict.fromkeys([*(one.base for _, one in walk(line) if isinstance(one, Log)), E])
                yield from ({"c": base} for base in bases)
            case "raise-sides":
                yield from ({"n": one} for one in (TWO, THREE))
            case _:
                yield {}
                return


def _divisors(relation: Comparable) -> list[Expression]:
    found = [node.denominator for _, node in walk(relation) if isinstance(node, Quotient)]
    return list(dict.fromkeys(found))[:MOST_FACTORS]


def _factors(relation: Comparable) -> list[Expression]:
    """What both sides may be divided by: factors of either side, numerals among them."""
    found: dict[Expression, None] = {}
    for side in (relation.left, relation.right):
        terms = side.factors if isinstance(side, Product) else (side,)
        found.update(dict.fromkeys(one for one in terms if isinstance(one, Number | Symbol | Log | Power | Sum)))
    return list(found)[:MOST_FACTORS]
