"""Working a task: the same engines that answer people's own questions."""

from __future__ import annotations

from tutor.maths.checker import Laws, RefusedError
from tutor.maths.conditions import Condition, HasValue
from tutor.maths.derivations import Derivation
from tutor.maths.domain import domain
from tutor.maths.expressions import (
    Derivative,
    E,
    Expression,
    Negative,
    Power,
    Product,
    Sum,
    Symbol,
    rebuild,
    walk,
)
from tutor.maths.making.differentiation import Differentiator
from tutor.maths.making.errors import MakingError
from tutor.maths.making.evaluation import Evaluator
from tutor.maths.making.rewriting import Goal, Rewriter
from tutor.maths.making.system import RewritingSystem
from tutor.maths.making.tidying import TIDY
from tutor.maths.making.working import Working
from tutor.maths.solving.polynomials import multiplied_out

X = Symbol("x")
GOALS: dict[str, Goal] = {"expand": "expand", "condense": "condense", "change": "base"}


class Engines:
    """What works the tasks; holds the laws and what the engines remember."""

    def __init__(self, laws: Laws) -> None:
        self.laws = laws
        self._differentiator = Differentiator(laws)
        self._evaluator = Evaluator(laws)
        self._rewriter = Rewriter(laws)
        self._tidy = RewritingSystem(laws, TIDY)

    def work(self, task: str, law: str, question: Expression) -> Derivation | None:
        """The derivation of a task's answer; None where the engines find none.

        Args:
            task: as `tutor.maths.exercises.templates.Skill` has it; not solve.
            law: id of the law that "apply" means.
            question: the expression; for differentiating, what stands behind d/dx.
        """
        try:
            return self._worked(task, law, question)
        except (MakingError, RefusedError):
            return None

    def finish(self, task: str, line: Expression) -> Expression:
        """What becomes of a line, a wrong one too, when it is worked on as the task is; the line itself at worst.

        Where a law is applied, only what stands inside is tidied: 2^(3+4) becomes 2^7 and not 128. Exponents are
        written in one order, so that none stands out among the choices by how it was made.
        """
        try:
            if any(isinstance(node, Derivative) for node in _nodes(line)):
                return self._differentiator.finish(line).result
            if task == "evaluate":
                return self._evaluator.evaluate(line).exact
            working = Working(line, self.laws)
            if task == "apply":
                for place in range(len(line.children)):
                    if place < len(working.line.children):
                        self._tidy.run(working, (place,))
                return rebuild(working.line, _ordered)
            self._tidy.run(working)
        except (MakingError, RefusedError):
            return line
        return working.line

    def continued(self, task: str, line: Expression) -> tuple[Expression, ...]:
        """The lines that follow from a line, a wrong one too, the line itself first."""
        try:
            if any(isinstance(node, Derivative) for node in _nodes(line)):
                return self._differentiator.finish(line).lines
            if task == "evaluate":
                return self._evaluator.evaluate(line).derivation.lines
            working = Working(line, self.laws)
            self._tidy.run(working)
        except (MakingError, RefusedError):
            return (line,)
        return (line, *(step.after for step in working.steps))

    def applied_and_worked_out(self, law: str, question: Expression) -> Derivation | None:
        """The derivation that begins with a law and goes on to the tidied end; None where the law does not fit."""
        try:
            working = self._begun(law, question)
            if working is None:
                return None
            self._tidy.run(working)
            return working.derivation()
        except (MakingError, RefusedError):
            return None

    def exact(self, expression: Expression) -> Expression | None:
        """The exact value of a number; None where it has none."""
        try:
            return self._evaluator.evaluate(expression).exact
        except (MakingError, RefusedError):
            return None

    def _worked(self, task: str, law: str, question: Expression) -> Derivation | None:
        if task == "differentiate":
            return self._differentiator.differentiate(question, X)
        if task == "evaluate":
            return self._evaluator.evaluate(question).derivation
        if (goal := GOALS.get(task)) is not None:
            return self._rewriter.rewrite(question, goal, E if goal == "base" else None)
        return self._applied(law, question)

    def _applied(self, law: str, question: Expression) -> Derivation | None:
        working = self._begun(law, question)
        return None if working is None else working.derivation()

    def _begun(self, law: str, question: Expression) -> Working | None:
        path = next((path for path, node in _places(question) if self._fits(law, node)), None)
        if path is None:
            return None
        working = Working(question, self.laws, _inequalities(question))
        working.apply(law, path)
        return working

    def _fits(self, law: str, node: Expression) -> bool:
        try:
            Working(node, self.laws).apply(law)
        except ValueError:
            return False
        return True


def _ordered(node: Expression) -> Expression:
    """A power with its exponent multiplied out: high powers of letters first, and a term with a plus before all."""
    if not isinstance(node, Power) or not isinstance(node.exponent, Sum | Product | Negative):
        return node
    exponent = multiplied_out(node.exponent) or node.exponent
    if isinstance(exponent, Sum) and isinstance(exponent.terms[0], Negative):
        first = next((term for term in exponent.terms if not isinstance(term, Negative)), exponent.terms[0])
        exponent = Sum((first, *(term for term in exponent.terms if term is not first)))
    return Power(node.base, exponent)


def _nodes(expression: Expression) -> list[Expression]:
    return [node for _, node in _places(expression)]


def _places(expression: Expression) -> list[tuple[tuple[int, ...], Expression]]:

    return list(walk(expression))


def _inequalities(question: Expression) -> list[Condition]:
    return [one for one in domain(question) if not isinstance(one, HasValue)]
