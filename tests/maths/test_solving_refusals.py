"""The judge of solutions refuses each kind of tampering."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tutor.maths.checker import Fault, check
from tutor.maths.derivations import Derivation, Place, Step
from tutor.maths.expressions import Equation, Symbol
from tutor.maths.reading import read
from tutor.maths.rules.applying import letters
from tutor.maths.rules.notation import NotationError, conditions_from, law_from
from tutor.maths.solving.checking import check_solution
from tutor.maths.solving.solver import Solver
from tutor.maths.statements import NEVER, Alternatives, both, either, related, relations_in, sign_of
from tutor.services.library import library

BOOK = library()
SOLVER = Solver(BOOK.laws)
TABLE = tomllib.loads((Path(__file__).parent / "tables" / "equations.toml").read_text(encoding="utf-8"))
SOME = [row[0] for row in TABLE["rows"]][::9]
X = Symbol("x")


def line(text: str):
    cases = [both(read(one).expression for one in part.split(" and ")) for part in text.split(" or ")]
    return either(cases)


def one_step(before: str, after: str, law: str, **more) -> Derivation:
    """A solution of one step; its conditions are those that the law asks where they are not given."""
    hints = {Symbol(name): line(text) for name, text in more.pop("hints", {}).items()}
    asked = conditions_from(more.pop("asked", ()))
    domain = conditions_from(more.pop("domain", ()))
    sign = more.pop("sign", "<=>")
    step = Step(line(before), line(after), law, Place(), letters(hints), conditions=asked, sign=sign)
    return Derivation(line(before), (step,), conditions=domain)


def reasons(derivation: Derivation) -> set[str]:
    return {fault.reason for fault in check_solution(derivation, X, BOOK.laws).faults}


RIGHT = [
    one_step("2^x = 2^3", "x = 3", "compare-exponents"),
    one_step("ln(x) = 2", "x = e^2", "log-to-power", domain=["x > 0"], asked=["x > 0"]),
    one_step("(1/2)^x > (1/2)^2", "x < 2", "compare-exponents", asked=["1/2 > 0", "1/2 < 1"]),
    one_step("x^2 = 4", "x = -2 or x = 2", "take-root", asked=["4 > 0"]),
    one_step("x*(x-1) = 0", "x = 0 or x = 1", "zero-product"),
    one_step("x*ln(x) > 0", "x > 0 and ln(x) > 0 or x < 0 and ln(x) < 0", "sign-of-product", domain=["x > 0"]),
    one_step(
        "x^2 = x",
        "x = 1",
        "divide-sides",
        hints={"c": "x", "left": "x", "right": "1"},
        domain=["x > 0"],
        asked=["x != 0"],
    ),
    one_step("sqrt(x) = x - 2", "x = (x-2)^2", "undo-root", domain=["x >= 0"], sign="=>"),
    one_step("-2*x > 4", "x < -2", "divide-sides", hints={"c": "-2", "left": "x", "right": "-2"}, asked=["-2 < 0"]),
]
WRONG = {
    "equivalence where there is only an implication": (
        one_step("sqrt(x) = x - 2", "x = (x-2)^2", "undo-root", domain=["x >= 0"]),
        "sign",
    ),
    "a plain equals sign": (one_step("2^x = 2^3", "x = 3", "compare-exponents", asked=[], sign="="), "sign"),
    "a lost root": (one_step("x^2 = 4", "x = 2", "take-root", asked=["4 > 0"]), "not_an_instance"),
    "a lost pair of signs": (one_step("(x-2)*x > 0", "x - 2 > 0 and x > 0", "sign-of-product"), "not_an_instance"),
    "a lost factor": (one_step("x*(x-1) = 0", "x = 1", "zero-product"), "not_an_instance"),
    "an invented root": (one_step("x^3 = 8", "x = -2 or x = 2", "take-root", asked=["8 > 0"]), "not_an_instance"),
    "division by what may be zero": (
        one_step("x^2 = x", "x = 1", "divide-sides", hints={"c": "x", "left": "x", "right": "1"}, asked=["x != 0"]),
        "conditions",
    ),
    "division that hides its condition": (
        one_step("x^2 = x", "x = 1", "divide-sides", hints={"c": "x", "left": "x", "right": "1"}),
        "conditions",
    ),
    "multiplication by zero": (
        one_step("x = 1", "0 = 0", "multiply-sides", hints={"c": "0", "left": "0", "right": "0"}, asked=["0 != 0"]),
        "conditions",
    ),
    "an inequality that is not turned for a base below one": (
        one_step("(1/2)^x > (1/2)^2", "x > 2", "compare-exponents", asked=["1/2 > 1"]),
        "conditions",
    ),
    "an inequality that is turned for a base above one": (
        one_step("2^x > 2^2", "x < 2", "compare-exponents", asked=["2 > 0", "2 < 1"]),
        "conditions",
    ),
    "an inequality that is not turned by a negative factor": (
        one_step("-2*x > 4", "x > -2", "divide-sides", hints={"c": "-2", "left": "x", "right": "-2"}, asked=["-2 > 0"]),
        "conditions",
    ),
    "a logarithm of what may be negative": (
        one_step("x = 3", "ln(x) = ln(3)", "take-logs", hints={"c": "e"}, asked=["x > 0", "3 > 0"]),
        "conditions",
    ),
    "arguments compared outside of the domain": (
        one_step("ln(x) = ln(3)", "x = 3", "compare-arguments", asked=["x > 0", "3 > 0"]),
        "conditions",
    ),
    "a term that keeps its sign": (
        one_step("x + 2 = 5", "x = 7", "move-terms", hints={"left": "x", "right": "7"}),
        "not_an_instance",
    ),
    "a candidate dropped that solves": (
        one_step("x = 2 or x = 3", "x = 3", "on-trial", hints={"value": "2"}, sign="=>"),
        "not_an_instance",
    ),
    "a solution of the domain dropped": (
        one_step("x = 2 or x = 3", "x = 3", "within-domain", hints={"line": "x = 3"}, domain=["x > 0"]),
        "not_an_instance",
    ),
    "a candidate kept outside of the domain": (
        one_step(
            "x = -2 or x = 3", "x = -2 or x = 5", "within-domain", hints={"line": "x = -2 or x = 5"}, domain=["x > 0"]
        ),
        "not_an_instance",
    ),
    "a law about terms on a whole relation": (
        one_step("x = 2", "x = 3", "expand-by", hints={"u": "x = 2", "c": "3"}),
        "no_such_place",
    ),
    "a law that does not exist": (one_step("x = 2", "x = 2", "obvious"), "unknown_rule"),
    "never true where it is": (one_step("x = 2", "1 = 2", "never-true", asked=["x > 2"]), "not_an_instance"),
}


@pytest.mark.parametrize("derivation", RIGHT, ids=[one.steps[0].rule for one in RIGHT])
def test_right_steps_stand(derivation):
    assert reasons(derivation) == set()


@pytest.mark.parametrize("name", WRONG)
def test_wrong_steps_are_refused(name):
    derivation, reason = WRONG[name]
    assert reason in reasons(derivation)


def test_a_fault_of_a_letter_that_is_not_new():
    found = SOLVER.solve(line("4^x - 3*2^x + 2 = 0")).derivation
    given = (Equation(X, found.given[0].right),)
    assert Fault(0, "proves_something_else", "let") in check_solution(replace(found, given=given), X, BOOK.laws).faults


@pytest.mark.parametrize("text", SOME)
def test_a_broken_chain_is_refused(text):
    found = SOLVER.solve(line(text)).derivation
    if len(found.steps) > 1:
        assert "broken_chain" in reasons(replace(found, steps=found.steps[1:]))


@pytest.mark.parametrize("text", SOME)
def test_a_case_left_out_is_refused(text):
    """Wherever a line has several cases, one of them taken away at the end does not go unseen."""
    found = SOLVER.solve(line(text)).derivation
    if not found.steps or not isinstance(found.result, Alternatives) or found.result == NEVER:
        return
    last = replace(found.steps[-1], after=either(found.result.cases[1:]))
    assert reasons(replace(found, steps=(*found.steps[:-1], last))) & {"not_an_instance", "values_differ"}


@pytest.mark.parametrize("text", SOME)
def test_a_turned_sign_is_refused(text):
    found = SOLVER.solve(line(text)).derivation
    for number, step in enumerate(found.steps):
        for path, relation in relations_in(step.after):
            sign = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(sign_of(relation))
            if sign is None or path:
                continue
            wrong = replace(step, after=related(relation.left, sign, relation.right))
            tampered = (*found.steps[:number], wrong, *found.steps[number + 1 :])
            assert reasons(replace(found, steps=tampered)) - {"broken_chain"}


@pytest.mark.parametrize("text", SOME)
def test_a_condition_hidden_is_refused(text):
    found = SOLVER.solve(line(text)).derivation
    for number, step in enumerate(found.steps):
        if step.conditions:
            steps = (*found.steps[:number], replace(step, conditions=step.conditions[1:]), *found.steps[number + 1 :])
            assert reasons(replace(found, steps=steps)) & {"conditions", "sign"}


def test_a_law_about_relations_is_none_about_terms():
    step = Step(line("x = 3"), line("3 = x"), "swap-sides")
    verdict = check(Derivation(line("x = 3"), (step,)), BOOK.laws)
    assert {fault.reason for fault in verdict.faults} == {"not_an_instance"}


@pytest.mark.parametrize(
    "entry",
    [
        {"id": "a", "sign": "<=>", "left": "u = v", "right": "v = u"},
        {"id": "a", "sign": "==", "procedure": "swap-sides"},
        {"id": "a", "sign": "<=>", "procedure": "arithmetic"},
        {"id": "a", "procedure": "swap-sides"},
    ],
)
def test_laws_that_are_written_wrongly(entry):
    with pytest.raises(NotationError):
        law_from(entry)
