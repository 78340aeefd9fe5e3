"""What laws make of an expression at once: every use of every law, at every place in it.

Laws whose other side shows letters that this one does not, or that fit anywhere (u = 1 u), are only used towards
what stands in the line that one wants to reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from tutor.maths.bridging.hints import Shown, hints_for, shown_in
from tutor.maths.bridging.moves import Move, is_factored, opened
from tutor.maths.bridging.values import Place
from tutor.maths.checker import Laws, facts_at
from tutor.maths.conditions import Condition, Differentiable, HasValue
from tutor.maths.derivations import Step
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import (
    Derivative,
    Expression,
    Limit,
    Number,
    Path,
    Quotient,
    Sum,
    Symbol,
    bound_symbols,
    free_symbols,
    product_of,
    replace_at,
    walk,
)
from tutor.maths.matching import match, match_part
from tutor.maths.ordering import same
from tutor.maths.rules.applying import uses
from tutor.maths.rules.rule import Rule, letters_in

MOST_USES = 8
"""Ways in which one law is used at one place."""
MOST_REMEMBERED = 20_000
"""Nodes, and conditions, of which it is kept what was found."""
LEFT_OUT = frozenset(
    (
        "as-assumed",
        "chain-rule-over-outputs",
        "collect-by",
        "derivative-definition",
        "factorise",
        "limit-substitution",
        "substitute-values",
        "unfold-definition",
        "write-as-power",
        "write-as-product",
        "write-out-definition",
    )
)
"""Those that need to be told something, which is looked for in the other line, and those that need definitions."""
DEAR = {"multiply-out": 2.8, "logarithmic-differentiation": 1.6, "even-power": 1.3, "expand-by": 2.0}
HINTED, FACTORISED = 1.2, 2.0


class Neighbours:
    """Finds moves; remembers those of each node, since lines share most of their nodes."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._plain: dict[type[Expression], list[tuple[Rule, bool]]] = {}
        self._anywhere: list[tuple[Rule, bool]] = []
        self._towards: list[tuple[Rule, bool]] = []
        self._cost: dict[str, float] = {}
        for order, law in enumerate(laws.values()):
            if law.sign != "=" or law.id in LEFT_OUT or law.fact is not None:
                continue
            self._cost[law.id] = DEAR.get(law.id, 1.0 if law.number else 1.05 + 0.002 * order)
            self._sort_in(law)
        self._known: dict[Expression, tuple[tuple[Move, tuple[Condition, ...]], ...]] = {}
        self._entailed: dict[tuple[Facts, Condition], bool] = {}

    def _sort_in(self, law: Rule) -> None:
        if law.procedure is not None:
            self._anywhere.append((law, False))
            return
        for backwards in (False, True):
            pattern, _ = law.sides(backwards=backwards)
            shown = _letters(pattern, law)
            if isinstance(pattern, Symbol | Number) or shown < law.metavariables:
                self._towards.append((law, backwards))
            else:
                self._plain.setdefault(type(pattern), []).append((law, backwards))

    def of(self, line: Expression, other: Expression, facts: Facts, place: Place) -> Iterator[Move]:
        """Every move from a line.

        Args:
            line: from where.
            other: the line that one wants to reach; unknown letters are taken from it.
            facts: what holds at the line.
            place: a point at which both have values.
        """
        wanted, shown = _parts_by_value(other, place), shown_in(other).with_numerals_of(line)
        kinds = {type(node) for one in (line, other) for _, node in walk(one)}
        for path, node in walk(line):
            around = facts_at(line, path, facts)
            for move, asked in (
                *self._at(node),
                *self._guessed(node, _targets(node, line, path, wanted, place), shown),
            ):
                if _brings_in(move.after, kinds):
                    continue
                if all(self._holds(one, around) for one in asked):
                    after = opened(replace_at(line, path, move.after))
                    if not same(after, line):
                        yield replace(move, before=line, after=after)

    def _holds(self, condition: Condition, facts: Facts) -> bool:
        """Whether a condition follows; that a limit or a slope exists may be assumed, as everywhere."""
        key = (facts, condition)
        if key not in self._entailed:
            if len(self._entailed) >= MOST_REMEMBERED:
                self._entailed.clear()
            free = isinstance(condition, HasValue | Differentiable)
            self._entailed[key] = free or entails(facts, condition)
        return self._entailed[key]

    def _at(self, node: Expression) -> tuple[tuple[Move, tuple[Condition, ...]], ...]:
        if node not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[node] = tuple(self._find(node))
        return self._known[node]

    def _find(self, node: Expression) -> Iterator[tuple[Move, tuple[Condition, ...]]]:
        if isinstance(node, Symbol):
            return
        for law, backwards in (*self._plain.get(type(node), ()), *self._anywhere):
            seen: set[Expression] = set()
            for step in islice(uses(node, law, backwards=backwards), MOST_USES):
                if step.after not in seen:
                    seen.add(step.after)
                    yield self._move(step), step.conditions

    def _move(self, step: Step) -> Move:
        return _move(step, self._cost[step.rule])

    def _guessed(
        self, node: Expression, targets: list[Expression], shown: Shown
    ) -> Iterator[tuple[Move, tuple[Condition, ...]]]:
        for target in targets:
            yield from self._onto(node, target)
            yield from self._factored(node, target)
        yield from self._with_hints(node, shown)

    def _onto(self, node: Expression, target: Expression) -> Iterator[tuple[Move, tuple[Condition, ...]]]:
        """Laws that make the target of the node, or of some of its members, in one step."""
        for law, backwards in self._towards:
            pattern, replacement = law.sides(backwards=backwards)
            if not isinstance(replacement, Symbol) and type(replacement) is not type(target):
                continue
            for members, matches in islice(match_part(pattern, node), MOST_USES):
                if members is not None:
                    continue
                found = next(match(replacement, target, matches), None)
                if found is None or set(found) < law.metavariables:
                    continue
                settled = {symbol: found[symbol] for symbol in law.metavariables}
                for step in islice(uses(node, law, backwards=backwards, known=settled), 1):
                    yield self._move(step), step.conditions

    def _factored(self, node: Expression, target: Expression) -> Iterator[tuple[Move, tuple[Condition, ...]]]:
        """A sum as the product that is wanted; (x^2-1)/(x-1) with x - 1 taken out above, where x + 1 is wanted."""
        if isinstance(node, Sum) and is_factored(target):
            path: Path = ()
            product: Expression = target
        elif isinstance(node, Quotient) and isinstance(node.numerator, Sum):
            path, product = (0,), product_of((target, node.denominator))
        else:
            return
        for step in uses(node, self._laws["factorise"], path, known={Symbol("product"): product}):
            yield _move(step, FACTORISED), step.conditions

    def _with_hints(self, node: Expression, shown: Shown) -> Iterator[tuple[Move, tuple[Condition, ...]]]:
        for hint in hints_for(node, shown):
            law = self._laws[hint.law]
            for step in islice(uses(node, law, hint.path, backwards=hint.backwards, known=hint.letters), 1):
                yield _move(step, HINTED), step.conditions


def _brings_in(expression: Expression, kinds: set[type[Expression]]) -> bool:
    """Whether a limit or a derivative would stand there, where neither line has one."""
    new = {Limit, Derivative} - kinds
    return bool(new) and any(type(node) in new for _, node in walk(expression))


def _move(step: Step, cost: float) -> Move:
    return Move(step.before, step.after, (step.before, step.after), step.rule, step.bindings, step.backwards, cost)


def _letters(pattern: Expression, law: Rule) -> frozenset[Symbol]:
    """The letters that a match of a side settles."""
    return (letters_in(free_symbols(pattern)) | bound_symbols(pattern)) & law.metavariables


def _parts_by_value(line: Expression, place: Place) -> Mapping[str, list[Expression]]:
    found: dict[str, list[Expression]] = {}

    def look(node: Expression, here: Place) -> None:
        value = here.value(node)
        if value is not None:
            found.setdefault(value, []).append(node)
        inner = here.inside(node)
        for child in node.children:
            look(child, inner)

    look(line, place)
    return found


def _targets(
    node: Expression, line: Expression, path: Path, wanted: Mapping[str, list[Expression]], place: Place
) -> list[Expression]:
    """Parts of the other line that have the node's value and look different."""
    here, at_node = place, line
    for index in path:
        here = here.inside(at_node)
        at_node = at_node.children[index]
    value = here.value(node)
    return [one for one in wanted.get(value or "", ()) if not same(one, node)]
