"""The engines that make derivations, over the laws that this installation ships; one of each, since they learn."""

from __future__ import annotations

from functools import cache

from tutor.maths.bridging import Bridger
from tutor.maths.making.differentiation import Differentiator
from tutor.maths.making.evaluation import Evaluator
from tutor.maths.making.rewriting import Rewriter
from tutor.maths.solving.solver import Solver
from tutor.maths.workings import WorkingChecker
from tutor.services.library import library, misconceptions


@cache
def differentiator() -> Differentiator:
    """What differentiates."""
    return Differentiator(library().laws)


@cache
def evaluator() -> Evaluator:
    """What works out values."""
    return Evaluator(library().laws)


@cache
def rewriter() -> Rewriter:
    """What rewrites."""
    return Rewriter(library().laws)


@cache
def solver() -> Solver:
    """What solves equations and inequalities."""
    return Solver(library().laws)


@cache
def working_checker() -> WorkingChecker:
    """What checks workings."""
    return WorkingChecker(library().laws, misconceptions(), bridger(), solver())


@cache
def bridger() -> Bridger:
    """What finds the steps between two lines."""
    return Bridger(library().laws)
