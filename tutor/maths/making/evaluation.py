"""Evaluating step by step: from an expression to its exact value, one law a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.maths.checker import Laws
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import (
    Equation,
    Expression,
    Limit,
    Path,
    Product,
    Quotient,
    Sum,
    Symbol,
    free_symbols,
    substitute,
    walk,
)
from tutor.maths.making.condensing import CONDENSE
from tutor.maths.making.defined import needed
from tutor.maths.making.errors import TooLongError
from tutor.maths.making.expanding import EXPAND_LOGS
from tutor.maths.making.having_values import having_values
from tutor.maths.making.joining import joinable
from tutor.maths.making.limits import LimitWorker
from tutor.maths.making.powers import BEGUN, NUMERAL_POWERS
from tutor.maths.making.primes import count_logs, hidden_value, over_one_base
from tutor.maths.making.rewriting import Rewriter
from tutor.maths.making.system import RewritingSystem, Tactic
from tutor.maths.making.tidying import TIDY
from tutor.maths.making.working import Working
from tutor.maths.making.working_out import AT_ONCE, WORKING_OUT


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
        self._begun = RewritingSystem(laws, BEGUN, outermost=True)
        self._join = RewritingSystem(laws, (*CONDENSE, *TIDY, *NUMERAL_POWERS))
        self._one_base = RewritingSystem(laws, (Tactic((Sum, Product, Quotient), over_one_base),), outermost=True)
        self._primes = RewritingSystem(laws, EXPAND_LOGS, outermost=True)
        self._tidy = RewritingSystem(laws, TIDY)
        self._rewriter = Rewriter(laws)
        self._limits = LimitWorker(laws)

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
        has_limits = any(isinstance(node, Limit) for _, node in walk(closed))
        conditions = having_values(closed) if has_limits else needed(closed)
        given = tuple(Equation(symbol, value) for symbol, value in used.items())

        def begun() -> Working:
            working = Working(expression, self._laws, conditions, given)
            if given:
                working.apply("substitute-values")
            return working

        working = self._rewriter.shortest(begun) if free_symbols(closed) else begun()
        if has_limits:
            self._work_limits_out(working)
        self._run(working)
        return Evaluation(working.derivation(), free_symbols(working.line))

    def _run(self, working: Working) -> None:
        self._work_out(working)
        while (path := hidden_value(working.line)) is not None:
            reached, logs = len(working.steps), count_logs(working.line)
            try:
                self._by_primes(working, path)
                self._work_out(working)
            except TooLongError:
                working.cut(reached)
                return
            if count_logs(working.line) >= logs:
                working.cut(reached)
                return

    def _work_limits_out(self, working: Working) -> None:
        """Add the steps after which no limit is left, where such are found."""
        for found in self._limits.workings(working.line):
            if not any(isinstance(node, Limit) for _, node in walk(found.result)):
                for step in found.steps:
                    working.add(step)
                return

    def _work_out(self, working: Working) -> None:
        while True:
            step = self._at_once.next(working)
            if step is None and (path := joinable(working.line)) is not None:
                self._run_join(working, path)
                continue
            step = step or self._working_out.next(working)
            if step is None:
                return
            working.add(step)

    def _run_join(self, working: Working, path: Path) -> None:
        while (step := self._begun.next(working, path) or self._join.next(working, path)) is not None:
            working.add(step)

    def _by_primes(self, working: Working, path: Path) -> None:
        self._one_base.run(working, path)
        while (step := self._primes.next(working) or self._tidy.next(working)) is not None:
            working.add(step)
