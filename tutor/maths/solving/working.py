"""A solution while it is being made: lines so far, letters put for parts, and a way back where one led nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tutor.maths.checker import Laws
from tutor.maths.conditions import Condition, condition_symbols
from tutor.maths.definitions import given_values
from tutor.maths.derivations import Derivation, Place, Step
from tutor.maths.entailment import is_impossible
from tutor.maths.expressions import Equation, Expression, Path, Symbol, at, free_symbols
from tutor.maths.making.errors import TooLongError
from tutor.maths.making.system import Entry, RewritingSystem
from tutor.maths.making.working import Working, customary, rooted
from tutor.maths.matching import put
from tutor.maths.ordering import same
from tutor.maths.rules.applying import uses
from tutor.maths.solving.checking import judged_solution
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.procedures import RELATION_PROCEDURES
from tutor.maths.statements import Comparable, flattened

MOST_STEPS = 120
"""A solution that is longer is given up."""
MOST_TRIED = 300
"""So many steps are tried, those that are taken back among them, before a solution is given up."""
LETTERS = ("u", "v", "w", "t", "s", "z", "y", "p", "q")


class SolvingWorking(Working):
    """Lines made so far.

    Attributes:
        ground: what is known.
    """

    def __init__(self, ground: Ground, laws: Laws) -> None:
        super().__init__(ground.start, laws)
        self.facts = ground.facts
        self.ground = ground
        self._tried = 0

    @property
    def unknown(self) -> Symbol:
        """What is solved for."""
        return self.ground.unknown

    def has(self, expression: Expression) -> bool:
        """Whether the unknown stands in an expression, or a letter put for what holds it."""
        return bool(free_symbols(expression) & self.ground.moving)

    def relation(self, path: Path) -> Comparable:
        """The relation at a path.

        Raises:
            TypeError: where something else stands there.
        """
        found = at(self.line, path)
        if not isinstance(found, Comparable):
            raise TypeError(path)
        return found

    def mark(self) -> tuple[int, Ground]:
        """A place to come back to."""
        return len(self.steps), self.ground

    def back_to(self, mark: tuple[int, Ground]) -> None:
        """Take back all steps since a mark."""
        count, ground = mark
        del self.steps[count:]
        self.line = self.steps[-1].after if self.steps else self.start
        self._on(ground)

    def _on(self, ground: Ground) -> None:
        self.ground, self.facts = ground, ground.facts

    def letter_for(self, part: Expression) -> Symbol:
        """A letter that stands for a part from now on: a new one, where none stands for it yet."""
        for letter, meaning in given_values(self.ground.definitions).items():
            if same(meaning, part):
                return letter
        taken = {symbol.name for symbol in free_symbols(self.start) | self.ground.moving}
        letter = next(Symbol(name) for name in LETTERS if name not in taken)
        self._on(self.ground.with_letter(Equation(letter, part)))
        return letter

    def add(self, step: Step) -> None:
        """Go on with a step from the last line.

        Raises:
            TooLongError: where there are too many, those taken back among them.
        """
        self._tried += 1
        if len(self.steps) >= MOST_STEPS or self._tried > MOST_TRIED:
            raise TooLongError
        step = customary(step)
        step = replace(step, after=flattened(step.after), sign="<=>" if step.sign == "=" else step.sign)
        self.steps.append(step)
        self.line = step.after

    def holds(self, conditions: Iterable[Condition]) -> bool:
        """Whether all conditions follow from the domain, or may be assumed since they speak of parameters only."""
        return all(self.ground.holds(one) or self._may_assume(one) for one in conditions)

    def _may_assume(self, condition: Condition) -> bool:
        symbols = condition_symbols(condition)
        if not symbols or symbols & self.ground.moving or not isinstance(self.start, Equation):
            return False
        return not is_impossible(condition, self.facts)

    def term(
        self, law: str, path: Path, known: Mapping[Symbol, Expression] | None = None, *, backwards: bool = False
    ) -> bool:
        """Use a law about terms at a node, if it fits there and what it asks holds."""
        rule = self.laws[law]
        for step in uses(at(self.line, path), rule, known=known, backwards=backwards):
            if step.after != step.before and self.holds(step.conditions):
                self.add(rooted(step, self.line, path))
                return True
        return False

    def relate(self, law: str, path: Path, **hints: Expression) -> bool:
        """Use a law about relations at a relation or a line, if it fits there and what it asks holds."""
        procedure = self.laws[law].procedure or ""
        for made in RELATION_PROCEDURES[procedure](at(self.line, path), self.ground, hints):
            if self.holds(made.conditions):
                after = put(self.line, Place(path), made.after)
                if after == self.line:
                    return True
                bound = tuple(sorted(hints.items()))
                conditions = tuple(dict.fromkeys(made.conditions))
                self.add(Step(self.line, after, law, Place(path), bound, conditions=conditions, sign=made.sign))
                return True
        return False

    def derivation(self) -> Derivation:
        """The derivation, judged by the checker.

        Raises:
            RefusedError: where a step does not stand; that would be our fault.
        """
        ground = self.ground
        made = Derivation(self.start, tuple(self.steps), ground.definitions, ground.conditions)
        return judged_solution(made, self.unknown, self.laws)


class SolvingSystem(RewritingSystem):
    """Laws in order, used only where what they ask follows from the domain."""

    def __init__(self, laws: Laws, order: tuple[Entry, ...], *, outermost: bool = False) -> None:
        super().__init__(laws, order, outermost=outermost)

    def next(self, working: Working, within: Path = ()) -> Step | None:
        """The next step, or None where no law fits."""
        assert isinstance(working, SolvingWorking)  # noqa: S101 - nothing else is solved
        for path, node in self._nodes(at(working.line, within), self._sealed, within):
            for _, step in self._candidates(node):
                if working.holds(step.conditions):
                    return rooted(step, working.line, path)
        return None
