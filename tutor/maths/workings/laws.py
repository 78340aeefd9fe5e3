"""The law that leads from one relation to the next, where one does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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
    free_symbols,
    number,
    product_of,
    replace_at,
    walk,
)
from tutor.maths.grading.equality import compare
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.procedures import RELATION_PROCEDURES
from tutor.maths.solving.trials import rejection
from tutor.maths.statements import Alternatives, Comparable, Together, opened, related, relations_in, sign_of, turned
from tutor.maths.workings.citing import worked_out

MOST_FACTORS = 6
MOST_NEAR = 3
THREE = number(3)
LATE = frozenset(("quadratic-formula", "quadratic-inequality", "sign-chart", "interval-search", "take-logs"))
"""Laws that are named only where no more telling one leads to the line."""
OF_MOVING = frozenset(("negative-of-sum", "cancel-terms", "like-terms", "add-zero", "double-negative", "arithmetic"))
"""What is part of moving terms from side to side."""
Inside = Callable[[Expression, Expression], tuple[str, ...] | None]
IsNever = Callable[[Expression], bool]


def relation_laws(
    before: Expression,
    after: Expression,
    ground: Ground,
    laws: Laws,
    inside: Inside,
    is_never: Callable[[Expression], bool],
) -> tuple[str, ...]:
    """The law about relations that makes one line of another, and what is done inside the sides besides.

    Args:
        before: a statement.
        after: another.
        ground: what is known: the domain of what is solved.
        laws: every law.
        inside: the laws that make one side of another; None where none are found.
        is_never: whether a case certainly has no solution.
    """
    if isinstance(before, Alternatives) and (why := why_less(before, after, ground, is_never)) is not None:
        return (why,)
    nearly: list[tuple[str, Expression, bool]] = []
    for law, made, allowed in _made_of(before, after, ground, laws):
        if nearly and law in LATE:
            break
        if allowed and is_written(made, after):
            return (law,)
        if len(nearly) < MOST_NEAR:
            nearly.append((law, made, allowed))
    if nearly:
        allowed_ones = [one for one in nearly if one[2]] or nearly
        return min(((law, *_between(made, after, inside)) for law, made, _ in allowed_ones), key=len)
    if _is_balanced(before, after):
        gaps = [Sum((one.left, Negative(one.right))) for one in (before, after) if isinstance(one, Equation)]
        done = inside(*gaps) or inside(Negative(gaps[0]), gaps[1]) or ()
        return ("move-terms", *(law for law in done if law not in OF_MOVING))
    return ()


def _made_of(
    before: Expression, after: Expression, ground: Ground, laws: Laws
) -> Iterator[tuple[str, Expression, bool]]:
    """What every law about relations makes of a line, and whether its conditions hold; the most telling laws first."""
    places: list[tuple[Path, Expression]] = list(relations_in(before))
    if isinstance(before, Alternatives | Together):
        places.insert(0, ((), before))
    # With letters besides the unknown it is not known what holds.
    several = len(free_symbols(before) | free_symbols(after)) > 1
    for law in sorted(laws.values(), key=lambda one: one.id in LATE):
        if law.sign == "=" or law.procedure is None:
            continue
        for path, node in places:
            for hints in _hints(law.procedure, node, after):
                for made in RELATION_PROCEDURES[law.procedure](node, ground, hints):
                    line = opened(replace_at(before, path, made.after))
                    if says(line, after):
                        # A law of equivalence that only follows one way here is another law's work.
                        allowed = law.sign in {made.sign, "=>"} and (several or all(map(ground.holds, made.conditions)))
                        yield law.id, line, allowed


def _between(made: Expression, line: Expression, inside: Inside) -> tuple[str, ...]:
    """What is done inside the sides of what a law made, to have the line as it is written."""
    if isinstance(made, Comparable) and isinstance(line, Comparable):
        for way in (made, _turned(made)):
            if _is_equal(way.left, line.left) and _is_equal(way.right, line.right):
                return (*(inside(way.left, line.left) or ()), *(inside(way.right, line.right) or ()))
        return ("move-terms",)
    found: dict[str, None] = {}
    if isinstance(made, Alternatives | Together) and type(made) is type(line):
        for case in made.children:
            twin = next((other for other in line.children if says(case, other)), None)
            if twin is not None and not is_written(case, twin):
                found.update(dict.fromkeys(_between(case, twin, inside)))
    return tuple(found)


def why_less(before: Alternatives, after: Expression, ground: Ground, is_never: IsNever) -> str | None:
    """Why cases are not kept: they never hold, lie outside the domain, or were tried; None where others go too."""
    left_out = _left_out(before, after)
    if not left_out:
        return None
    if not any(isinstance(case, Equation) and case.left == ground.unknown for case in left_out):
        return "never-true" if all(map(is_never, left_out)) else "on-trial"
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
    return _agrees(made, line, _is_equal)


def is_written(made: Expression, line: Expression) -> bool:
    """Whether a line is what was made as it is written, but for the order, and for the arithmetic of numbers."""
    return _agrees(made, line, _is_worked_out)


def _agrees(made: Expression, line: Expression, equal: Callable[[Expression, Expression], bool]) -> bool:
    if same(made, line):
        return True
    if isinstance(made, Comparable) and isinstance(line, Comparable):
        if any(
            sign_of(one) == sign_of(line) and equal(one.left, line.left) and equal(one.right, line.right)
            for one in (made, _turned(made))
        ):
            return True
        # A case u - 2 = 0 may be written as u = 2.
        return equal is _is_equal and rational_value(made.right) == 0 and _is_balanced(made, line)
    if isinstance(made, Alternatives | Together) and type(made) is type(line):
        rest = list(line.children)
        for one in made.children:
            twin = next((other for other in rest if _agrees(one, other, equal)), None)
            if twin is None:
                return False
            rest.remove(twin)
        return not rest
    return False


def _is_worked_out(made: Expression, line: Expression) -> bool:
    """Whether one side is the other with its numbers worked out."""
    return same(made, line) or same(worked_out(made), worked_out(line))


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
                for one in _divisors(node):
                    yield {**sides, "c": one}
                    yield {"c": one, "left": product_of((one, node.left)), "right": product_of((one, node.right))}
            case "divide-sides":
                for one in _factors(node):
                    yield {**sides, "c": one}
                    if not isinstance(one, Number):
                        yield {"c": one, "left": Quotient(node.left, one), "right": Quotient(node.right, one)}
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
        bare = side.operand if isinstance(side, Negative) else side
        terms = bare.factors if isinstance(bare, Product) else (bare,)
        factors = [one for one in terms if isinstance(one, Number | Symbol | Log | Power | Sum)]
        found.update(dict.fromkeys(factors if bare is side else map(Negative, factors)))
    return list(found)[:MOST_FACTORS]
