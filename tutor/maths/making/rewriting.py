"""Rewriting step by step: expanded, condensed, simplified, or with logarithms to another base."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from tutor.maths.checker import Laws
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Expression, Log, Negative, Symbol, walk
from tutor.maths.making.condensing import CONDENSE, GATHER, JOIN_CONSTANTS, JOIN_POWERS, MINUS_INSIDE, ONE_BASE
from tutor.maths.making.defined import ask_for_value, needed
from tutor.maths.making.errors import TooLongError
from tutor.maths.making.expanding import EXPAND, EXPAND_LOGS
from tutor.maths.making.monomials import log_value
from tutor.maths.making.powers import NUMERAL_POWERS, RATIOS
from tutor.maths.making.primes import count_logs
from tutor.maths.making.system import Move, RewritingSystem, Tactic, Use
from tutor.maths.making.tidying import TIDY
from tutor.maths.making.working import Working
from tutor.maths.making.working_out import AT_ONCE, PUT_TOGETHER, WORKING_OUT
from tutor.maths.numerals import rational_value
from tutor.maths.ordering import same
from tutor.maths.rules.numeral_forms import whole_exponent

Goal = Literal["expand", "condense", "simplify", "base"]

_B, _C = Symbol("b"), Symbol("c")

TO_BASE = (Use("log-of-own-power"), Use("log-of-base"), Use("log-of-one"))


class Rewriter:
    """Rewrites; holds the laws and what its lists have learnt, so that the next one is quicker."""

    def __init__(self, laws: Laws) -> None:
        self._laws = laws
        self._at_once = RewritingSystem(laws, AT_ONCE, outermost=True)
        self._expand_logs = RewritingSystem(laws, (*AT_ONCE, *EXPAND_LOGS), outermost=True)
        self._expand = RewritingSystem(laws, (*EXPAND, *TIDY), sealed=(Log,))
        self._one_base = RewritingSystem(laws, ONE_BASE)
        self._joined_at_once = RewritingSystem(laws, (*JOIN_POWERS, *PUT_TOGETHER), outermost=True)
        self._condense = RewritingSystem(laws, (*CONDENSE, *TIDY, *NUMERAL_POWERS))
        self._gathered = RewritingSystem(laws, (*PUT_TOGETHER, *GATHER), outermost=True)
        self._ratios = RewritingSystem(laws, RATIOS)
        self._join_constants = RewritingSystem(laws, JOIN_CONSTANTS)
        self._minus_inside = RewritingSystem(laws, MINUS_INSIDE, sealed=(Log,))
        self._finish = RewritingSystem(laws, (*JOIN_POWERS, *CONDENSE, *TIDY))
        self._simplify = RewritingSystem(laws, WORKING_OUT)

    def rewrite(self, expression: Expression, to: Goal, base: Expression | None = None) -> Derivation:
        """The steps from an expression to another way to write it; its conditions are those under which they hold.

        Args:
            expression: no relation.
            to: ``expand``, ``condense``, ``simplify`` or ``base``.
            base: the new base, for ``base``.

        Raises:
            NowhereDefinedError: where the expression has no value anywhere, or the base can be none.
            TooLongError: where it takes too many steps.
            ValueError: where the base is missing, or one is given for another goal.
        """
        if (to == "base") != (base is not None):
            raise ValueError("a base goes with another base, and with nothing else")
        conditions = needed(expression)
        if base is not None:
            ask_for_value(
                Log(base, next((node.argument for _, node in walk(expression) if isinstance(node, Log)), base))
            )
        if to == "simplify":
            return self.shortest(lambda: Working(expression, self._laws, conditions)).derivation()
        working = Working(expression, self._laws, conditions)
        if base is not None:
            self._run_to_base(working, base)
        elif to == "expand":
            self._run_expand(working)
        else:
            self._run_condense(working)
        return working.derivation()

    def _run_expand(self, working: Working) -> None:
        while (step := self._expand_logs.next(working) or self._expand.next(working)) is not None:
            working.add(step)

    def _run_condense(self, working: Working) -> None:
        self._ratios.run(working)
        while (step := self._one_base.next(working) or self._gathered.next(working)) is not None:
            working.add(step)
        while (step := self._joined_at_once.next(working) or self._condense.next(working)) is not None:
            working.add(step)
        self._join_constants.run(working)
        if isinstance(working.line, Negative):
            self._minus_inside.run(working)
        self._finish.run(working)
        if isinstance(working.line, Log) and log_value(working.line.base, working.line.argument) is not None:
            self._run_simplify(working)

    def _run_simplify(self, working: Working) -> None:
        while (step := self._at_once.next(working) or self._simplify.next(working)) is not None:
            working.add(step)

    def _run_to_base(self, working: Working, base: Expression) -> None:
        order = (Tactic((Log,), lambda node: _to_base(node, base)), *TO_BASE)
        changing = RewritingSystem(self._laws, order, outermost=True)
        tidying = RewritingSystem(self._laws, TIDY, sealed=(Log,))
        while (step := changing.next(working) or tidying.next(working)) is not None:
            working.add(step)

    def shortest(self, begun: Callable[[], Working]) -> Working:
        """Simplified as it stands, after expanding, and after condensing: the way to the shortest line of all.

        Args:
            begun: begins a working, the same each time.

        Raises:
            TooLongError: where each way takes too many steps.
        """
        best: Working | None = None
        for prepare in (None, self._run_expand, self._run_condense):
            working = begun()
            first = len(working.steps)
            try:
                if prepare is not None:
                    prepare(working)
                self._run_simplify(working)
            except TooLongError:
                continue
            working.cut_to_shortest(_rank, first)
            if best is None or _rank(working.line) < _rank(best.line):
                best = working
        if best is None:
            raise TooLongError
        return best


def size(expression: Expression) -> int:
    """How long an expression is: the number of its nodes."""
    return sum(1 for _ in walk(expression))


def _rank(expression: Expression) -> tuple[int, int]:
    """What is to be as small as possible; of lines of one length, that with fewer logarithms."""
    return size(expression), count_logs(expression)


def _to_base(node: Expression, base: Expression) -> Iterator[Move]:
    """The logarithm to the new base; where its argument is a power of that base, it is written so."""
    if not isinstance(node, Log):
        return
    if not same(node.base, base):
        yield Move("change-of-base", (), ((_C, base),))
        return
    value, wanted = rational_value(node.argument), rational_value(base)
    if value is not None and wanted is not None and value != wanted and whole_exponent(value, wanted) is not None:
        yield Move("write-as-power", (1,), ((_B, base),))
