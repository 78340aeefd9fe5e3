"""A derivation while it is being made: the line reached so far, and the steps that led there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from tutor.maths.checker import Laws, facts_at, judged
from tutor.maths.conditions import Condition
from tutor.maths.derivations import Derivation, Place, Step
from tutor.maths.entailment import Facts, entails, is_impossible
from tutor.maths.expressions import (
    Equation,
    Expression,
    Negative,
    Number,
    Path,
    Product,
    Sum,
    Symbol,
    at,
    product_of,
    rebuild,
    replace_at,
    sum_of,
)
from tutor.maths.making.errors import NowhereDefinedError, TooLongError
from tutor.maths.making.stating import stated
from tutor.maths.matching import put
from tutor.maths.rules.applying import use, uses

MOST_STEPS = 200
"""A derivation that is still not done after so many steps is given up."""


class Working:
    """Lines made so far. Steps are added at the end.

    Raises:
        NowhereDefinedError: where a condition of the first line can never hold.

    Attributes:
        start: the first line.
        line: the last line.
        steps: the steps between them.
        facts: what is assumed throughout, and what steps needed besides.
        laws: the laws that may be used.
    """

    def __init__(
        self, start: Expression, laws: Laws, conditions: Iterable[Condition] = (), given: tuple[Equation, ...] = ()
    ) -> None:
        self.start = start
        self.line = start
        self.laws = laws
        self.steps: list[Step] = []
        self.facts = Facts(tuple(dict.fromkeys(conditions)), given)
        self._assumed = self.facts.conditions
        for condition in self.facts.conditions:
            if is_impossible(condition, self.facts):
                raise NowhereDefinedError(condition)

    def add(self, step: Step) -> None:
        """Go on with a step from the last line, written in the customary way.

        Raises:
            TooLongError: where there are too many already.
        """
        if len(self.steps) >= MOST_STEPS:
            raise TooLongError
        step = customary(step)
        self.steps.append(step)
        self.line = step.after

    def cut(self, count: int) -> None:
        """Take back all steps after the first so many."""
        self.steps = self.steps[:count]
        self.line = self.steps[-1].after if self.steps else self.start

    def cut_to_shortest(self, size: Callable[[Expression], tuple[int, ...]], least: int = 0) -> None:
        """Take back the steps after the last of the shortest lines; at least so many steps are kept."""
        lengths = [size(self.start), *(size(step.after) for step in self.steps)][least:]
        self.cut(least + max(place for place, length in enumerate(lengths) if length == min(lengths)))

    def assume(self, conditions: Iterable[Condition]) -> None:
        """Note what a step needs and nothing entails: later steps may rely on it, and must not contradict it."""
        self.facts = self.facts.given(conditions)

    def apply(self, law: str, path: Path = (), known: Mapping[Symbol, Expression] | None = None) -> None:
        """Use a law at a node, in the first way in which it fits there.

        Raises:
            ValueError: where it does not fit.
            TooLongError: as `add`.
        """
        rule = self.laws[law]
        step = next(uses(self.line, rule, path, known=known, definitions=self.facts.definitions), None)
        if step is None:
            raise ValueError(f"{law} does not fit here")
        self.add(step)

    def instantiate(self, law: str, path: Path, matches: Mapping[Symbol, Expression]) -> None:
        """Use a law whose letters are all settled, at a node.

        Raises:
            ValueError: where a letter must stay a symbol and does not.
            TooLongError: as `add`.
        """
        step = use(self.line, self.laws[law], Place(path), matches)
        if step is None:
            raise ValueError(f"{law} does not fit here")
        self.add(step)

    def context(self, path: Path) -> Facts:
        """What is known at a place of the last line: under a limit its variable is near its target."""
        return facts_at(self.line, path, self.facts)

    def derivation(self) -> Derivation:
        """The derivation, judged by the checker, its conditions stated as one would write them.

        Those that it gained stand among them, unless the first line's own conditions already say as much.

        Raises:
            RefusedError: where a step does not stand; that would be our fault.
        """
        made = Derivation(self.start, tuple(self.steps), self.facts.definitions, self._assumed)
        checked = judged(made, self.laws)
        assumed = stated(checked.conditions)
        conditions = stated((*checked.conditions, *checked.gained)) if checked.gained else assumed
        gained = tuple(one for one in conditions if not entails(Facts(assumed), one))
        return replace(checked, conditions=conditions, gained=gained)


def customary(step: Step) -> Step:
    """The step with nested sums and products around its place opened, and numerals put in front of other factors.

    Both are only another way to write the same line, so no law is named for them.
    """
    line = step.after
    path = step.where.path
    line = replace_at(line, path, rebuild(at(line, path), _opened))
    while path and isinstance(parent := at(line, path[:-1]), Sum | Product | Negative):
        path = path[:-1]
        line = replace_at(line, path, _opened(parent))
    return step if line == step.after else replace(step, after=line)


def _opened(node: Expression) -> Expression:
    """A sum or product without others directly inside; a sum of negatives opened too: a - (b - c) stays closed."""
    if isinstance(node, Sum):
        return sum_of(node.terms)
    if isinstance(node, Product):
        factors = product_of(node.factors).children
        return Product(tuple(sorted(factors, key=lambda factor: not isinstance(factor, Number))))
    return node


def rooted(step: Step, line: Expression, path: Path) -> Step:
    """A step on a node as a step on the line in which the node stands at the path."""
    place = Place((*path, *step.where.path), step.where.members)
    return replace(step, before=line, after=put(line, Place(path), step.after), where=place)
