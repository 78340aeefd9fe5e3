"""Which misconception leads from a question to a wrong answer.

The wrong rules are followed from the question, one at a time and then two together; a rule is named only if what it
leads to is equal to the answer, and the answer is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from tutor.maths.balls import Ball, NoValueError, Point, evaluate, precision
from tutor.maths.expressions import Derivative, Equation, Expression, Inequality, Symbol, free_symbols, rebuild, walk
from tutor.maths.grading.domains import compare_domains
from tutor.maths.grading.equality import compare
from tutor.maths.grading.factoring import TooLargeError
from tutor.maths.grading.field import NowhereError
from tutor.maths.grading.needs import needs
from tutor.maths.grading.places import as_balls, quick_points, searched_points
from tutor.maths.grading.real_sets import RealSet, UndecidedError
from tutor.maths.grading.relations import solutions
from tutor.maths.grading.verdict import grade_against, without_name
from tutor.maths.misconceptions.calculus import CannotDifferentiateError, worked_out
from tutor.maths.misconceptions.misconception import Misconception
from tutor.maths.misconceptions.procedures import JUDGEMENTS, Judgement
from tutor.maths.misconceptions.wrong_lines import WrongLine, differentiated, has_derivative, rewritten
from tutor.maths.ordering import canonical, same
from tutor.maths.sampling import seed_of

MOST_NODES = 5_000
"""Nodes of all the wrong lines looked at for one answer; the pairs take most of them."""
MOST_FIRST_LINES = 120
BITS = 128
POINTS = 3


def diagnose(
    question: Expression,
    answer: Expression,
    misconceptions: Sequence[Misconception],
    lines: Sequence[Expression] = (),
) -> tuple[str, ...]:
    """The misconceptions that together lead to a wrong answer.

    Args:
        question: an expression to be rewritten or evaluated, a derivative to be worked out, or an equation to be
            solved.
        answer: what a person gave.
        misconceptions: all that are known, in the order in which they are tried.
        lines: lines of a right derivation from the question, at which the mistake may have been made too.

    Returns:
        one id, or two in the order in which the rules were followed; nothing where the answer is right, or where no
        wrong rule leads to it.
    """
    if isinstance(question, Equation):
        return _of_solving(question, answer, misconceptions)
    given = without_name(answer, question)
    if isinstance(given, Equation | Inequality) or isinstance(question, Inequality):
        return ()
    try:
        key = worked_out(question)
    except CannotDifferentiateError:
        return ()
    verdict = grade_against(given, key, rebuild(question, _body)).verdict
    if verdict == "partial_domain":
        return _of_lost_domain(question, given, misconceptions, lines)
    return _Search(question, given, misconceptions, lines).found() if verdict == "wrong" else ()


def _body(node: Expression) -> Expression:
    return node.body if isinstance(node, Derivative) else node


class _Search:
    def __init__(
        self,
        question: Expression,
        answer: Expression,
        misconceptions: Sequence[Misconception],
        lines: Sequence[Expression],
    ) -> None:
        self._answer = answer
        self._lines = [question, *(line for line in lines if not isinstance(line, Equation | Inequality))]
        self._known = [one for one in misconceptions if not one.loses_domain]
        self._nodes = 0
        with precision(BITS):
            self._values = list(_values(question, answer))

    def found(self) -> tuple[str, ...]:
        if not self._values:
            return ()
        singles = [one for one in self._singles() if self._leads_to_answer(one.line)]
        if singles:
            return min(singles, key=self._distance).by
        for one in self._pairs():
            if self._leads_to_answer(one.line):
                return one.by
            if self._nodes > MOST_NODES:
                break
        return ()

    def _singles(self) -> Iterator[WrongLine]:
        for one in self._known:
            for line in self._lines:
                for made in _made_by(line, one):
                    yield WrongLine(made, (one.id,))

    def _pairs(self) -> Iterator[WrongLine]:
        question = self._lines[0]
        if has_derivative(question):
            yield from self._pairs_while_differentiating(question)
        for first in self._known:
            for middle in islice(rewritten(question, first), MOST_FIRST_LINES):
                for second in self._known:
                    if second is not first:
                        for made in _made_by(middle, second):
                            yield WrongLine(made, (first.id, second.id))

    def _pairs_while_differentiating(self, line: Expression) -> Iterator[WrongLine]:
        right = canonical(worked_out(line))
        about = [one for one in self._known if one.while_differentiating and _changes(one, line, right)]
        for index, first in enumerate(about):
            for second in about[index + 1 :]:
                for made in differentiated(line, first, second):
                    yield WrongLine(made, (first.id, second.id))

    def _leads_to_answer(self, line: Expression) -> bool:
        """Whether a line is equal to the answer: at a few points first, which settles almost all."""
        self._nodes += sum(1 for _ in walk(line))
        seen = False
        with precision(BITS):
            for point, expected in self._values:
                try:
                    value = evaluate(line, point)
                except NoValueError:
                    continue
                if not value.overlaps(expected):
                    return False
                seen = True
        return seen and compare(line, self._answer).outcome == "equal"

    def _distance(self, found: WrongLine) -> tuple[bool, int, int]:
        """How unlike the answer a line looks, and how late its rule stands in the list."""
        place = next(index for index, one in enumerate(self._known) if one.id == found.by[0])
        return not same(found.line, self._answer), _unlikeness(found.line, self._answer), place


def _changes(misconception: Misconception, question: Expression, right: Expression) -> bool:
    """Whether a misconception leads anywhere else than to the right derivative; only such are tried in pairs."""
    return any(made != right for made in differentiated(question, misconception))


def _made_by(line: Expression, misconception: Misconception) -> Iterator[Expression]:
    """Finished lines: what is left to differentiate is differentiated rightly."""
    if not has_derivative(line):
        yield from rewritten(line, misconception)
    elif misconception.while_differentiating:
        yield from differentiated(line, misconception)
    else:
        for made in rewritten(line, misconception):
            try:
                yield worked_out(made)
            except CannotDifferentiateError:
                continue


def _values(question: Expression, answer: Expression) -> Iterator[tuple[Point, Ball]]:
    symbols = free_symbols(question) | free_symbols(answer)
    found = 0
    asked = needs(answer)
    for candidates in (quick_points(symbols, (), seed_of(answer)), searched_points(symbols, asked, seed_of(answer))):
        for place in candidates:
            point = as_balls(place)
            try:
                value = evaluate(answer, point)
            except NoValueError:
                continue
            yield point, value
            found += 1
            if found >= 2 * POINTS:
                return


def _unlikeness(left: Expression, right: Expression) -> int:
    """How many nodes the one has of a kind that the other has not."""
    ours = Counter(type(node).__name__ for _, node in walk(left))
    theirs = Counter(type(node).__name__ for _, node in walk(right))
    return sum(((ours - theirs) + (theirs - ours)).values())


def _of_lost_domain(
    question: Expression, answer: Expression, misconceptions: Sequence[Misconception], lines: Sequence[Expression]
) -> tuple[str, ...]:
    """A rule whose result has the answer's values, and has them exactly where the answer has them."""
    for one in misconceptions:
        if one.loses_domain:
            for line in (question, *lines):
                for made in _made_by(line, one):
                    if compare(made, answer).outcome == "equal" and compare_domains(made, answer).relation == "same":
                        return (one.id,)
    return ()


def _of_solving(question: Equation, answer: Expression, misconceptions: Sequence[Misconception]) -> tuple[str, ...]:
    """A rule that gives the equation the answer's solutions, or judges its solutions as the answer does."""
    symbols = free_symbols(question)
    if len(symbols) != 1:
        return ()
    symbol = next(iter(symbols))
    given = answer if isinstance(answer, Equation) else Equation(symbol, answer)
    try:
        if not isinstance(given.right, Inequality) and _have_same_solutions(question, given, symbol):
            return ()
    except UndecidedError:
        pass
    for one in misconceptions:
        judge = JUDGEMENTS.get(one.procedure or "")
        if judge is not None and _judges_so(judge, question, given, symbol):
            return (one.id,)
    for one in misconceptions:
        if any(_solves(made, given, symbol) for made in rewritten(question, one)):
            return (one.id,)
    return ()


def _judges_so(judge: Judgement, question: Equation, given: Equation, symbol: Symbol) -> bool:
    try:
        return judge(question, given, symbol)
    except (UndecidedError, TooLargeError, NowhereError, NoValueError, ValueError):
        return False


def _solves(made: Expression, given: Equation, symbol: Symbol) -> bool:
    try:
        return isinstance(made, Equation) and _have_same_solutions(made, given, symbol)
    except UndecidedError:
        return False


def _have_same_solutions(left: Equation, right: Equation, symbol: Symbol) -> bool:
    ours, theirs = solutions(left, symbol), solutions(right, symbol)
    return _same_set(ours, theirs) and not ours.is_empty


def _same_set(left: RealSet, right: RealSet) -> bool:
    return left.minus(right).is_empty and right.minus(left).is_empty
