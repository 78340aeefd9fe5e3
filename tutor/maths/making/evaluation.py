"""Evaluating step by step: from an expression to its exact value, one law a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.maths.checker import Laws
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Equation, Expression, Log, Symbol, free_symbols, substitute
from tutor.maths.grading.needs import needs
from tutor.maths.making.condensing import CONDENSE
from tutor.maths.making.defined import ask_for_value
from tutor.maths.making.joining import joinable
from tutor.maths.making.known_logs import KNOWN_LOGS, parted_logs
from tutor.maths.making.powers import BEGUN, NUMERAL_POWERS, RATIOS, UNDOING
from tutor.maths.making.system import RewritingSystem, Tactic, Use
from tutor.maths.making.tidying import TIDY
from tutor.maths.making.working import Working

AT_ONCE = (*KNOWN_LOGS, *UNDOING, *BEGUN)
"""To be tried first, from the outside in: what leads to a value as a whole, before its parts are worked out."""
WORKING_OUT = (
    Use("root-of-zero"),
    Use("root-of-one"),
    Use("power-of-zero", proved=True),
    Use("absolute-of-positive", proved=True),
    Use("absolute-of-negative", proved=True),
    Use("power-of-root", proved=True),
    *RATIOS,
    Tactic((Log,), parted_logs, proved=True),
    *TIDY,
    *NUMERAL_POWERS,
)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an expression comes to.

    Attributes:
        derivation: the steps, from the expression as it was given.
        symbols: letters that were given no value and are left.
    """

    derivation: Derivation
    symbols: frozenset[Symbol] = frozenset()

    @property
    def exact(self) -> Expression:
        """The exact value; where letters are left, the expression as far as it goes."""
        return self.derivation.result


class Evaluator:
    """Works out values; holds the laws and what its lists have learnt, so that the next one is quicker."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._at_once = RewritingSystem(laws, AT_ONCE, outermost=True)
        self._working_out = RewritingSystem(laws, WORKING_OUT)
        self._join = RewritingSystem(laws, (*CONDENSE, *TIDY, *BEGUN, *NUMERAL_POWERS))

    def evaluate(self, expression: Expression, values: Mapping[Symbol, Expression] | None = None) -> Evaluation:
        """The steps to the exact value of an expression.

        Args:
            expression: no relation.
            values: what letters in it stand for; a letter that is given a value stands in none of the values.

        Raises:
            NowhereDefinedError: where it has no value: the condition that fails, and the part that asks for it.
            ValueError: where a value cannot be put in.
            TooLongError: where it takes too many steps.
        """
        used = {symbol: value for symbol, value in (values or {}).items() if symbol in free_symbols(expression)}
        if any(free_symbols(value) & set(used) for value in used.values()):
            raise ValueError("a value contains a letter that is given a value itself")
        closed = substitute(expression, used)
        ask_for_value(closed)
        given = tuple(Equation(symbol, value) for symbol, value in used.items())
        working = Working(expression, self._laws, needs(closed), given)
        if given:
            working.apply("substitute-values")
        self._run(working)
        return Evaluation(working.derivation(), free_symbols(working.line))

    def _run(self, working: Working) -> None:
        while True:
            step = self._at_once.next(working)
            if step is None and (path := joinable(working.line)) is not None:
                self._join.run(working, path)
                continue
            step = step or self._working_out.next(working)
            if step is None:
                return
            working.add(step)
