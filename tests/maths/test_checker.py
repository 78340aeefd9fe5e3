"""The checker accepts every derivation that ships, and refuses each kind of tampering."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tutor.maths.checker import RefusedError, check, judged
from tutor.maths.derivations import Derivation, Place, Step
from tutor.maths.expressions import Inequality, Negative, at, replace_at, walk
from tutor.maths.rules.lawbook import law_faults
from tutor.maths.rules.notation import derivation_from, expression_from, law_from
from tutor.services.library import library

BOOK = library()
DERIVED = [law for law in BOOK.laws.values() if law.derivation is not None]
STEPS = [(law.id, number) for law in DERIVED for number in range(len(law.derivation.steps))]


NOT_NEEDED = {("derivative-of-exponential", expression_from("a != 1"))}
"""1.5 holds for a = 1 too (0 = 1 * ln 1), but the lesson states it for a base of logarithms."""


ALSO_RIGHT = {
    "quotient-of-equals": {"cancel-in-fraction", "cancel-numerals", "multiply-out"},
    "cancel-terms": {"like-terms", "multiply-out"},
    "zero-over": {"zero-factor", "arithmetic", "cancel-numerals", "multiply-out"},
    "cancel-factor": {"cancel-in-fraction", "multiply-out"},
    "power-one": {"multiply-out"},
    "add-zero": {"multiply-out", "arithmetic"},
    "product-of-reciprocals": {"multiply-out"},
    "multiply-by-one": {"multiply-out"},
    "write-out-definition": {"substitute-values"},
    "negative-numerator": {"multiply-out"},
    "negative-of-sum": {"multiply-out"},
    "collect-powers": {"multiply-out"},
    "multiply-by-reciprocal": {"multiply-out"},
    "distribute": {"multiply-out"},
}
"""Laws that say the same of these lines: their names are not wrong there."""


def reasons(derivation: Derivation) -> set[str]:
    return {fault.reason for fault in check(derivation, BOOK.laws).faults}


def alone(derivation: Derivation, step: Step) -> Derivation:
    """A derivation of one step, on what the whole one assumes."""
    return replace(derivation, start=step.before, steps=(step,))


@pytest.mark.parametrize("law", DERIVED, ids=lambda law: law.id)
def test_what_ships_is_proved_and_gains_no_condition(law):
    verdict = check(law.derivation, BOOK.laws)
    assert verdict.faults == ()
    assert verdict.gained == ()
    assert law.derivation.checked == "proved"
    assert law_faults(law, BOOK.laws) == ()


@pytest.mark.parametrize("number", ["1.5", "2.3", "2.6", "2.7", "3.1", "3.2"])
def test_values_were_compared_besides(number):
    """The second look really looks: most steps of a derivation have values at sample points."""
    law = next(formula for formula in BOOK.formulas if formula.number == number)
    compared = check(law.derivation, BOOK.laws).compared
    assert sum(count > 0 for count in compared) >= len(compared) - 3


@pytest.mark.parametrize(("law_id", "number"), STEPS)
def test_a_wrong_sign_is_refused(law_id, number):
    derivation = BOOK.laws[law_id].derivation
    step = derivation.steps[number]
    wrong = alone(derivation, replace(step, after=Negative(step.after)))
    assert "not_an_instance" in reasons(wrong)


@pytest.mark.parametrize(("law_id", "number"), STEPS)
def test_a_wrong_law_is_refused(law_id, number):
    """A dozen other laws for each step, others for each; the long test tries all of them."""
    refuse_wrong_laws(law_id, number, list(BOOK.laws)[STEPS.index((law_id, number)) % 10 :: 10])


@pytest.mark.slow
@pytest.mark.parametrize(("law_id", "number"), STEPS)
def test_every_wrong_law_is_refused(law_id, number):
    refuse_wrong_laws(law_id, number, list(BOOK.laws))


def refuse_wrong_laws(law_id, number, names):
    derivation = BOOK.laws[law_id].derivation
    step = derivation.steps[number]
    for name in names:
        if name == step.rule or name in ALSO_RIGHT.get(step.rule, ()):
            continue
        wrong = alone(derivation, replace(step, rule=name))
        assert reasons(wrong) & {"not_an_instance", "conditions"}, name


def test_an_unknown_law_is_refused():
    derivation = BOOK.laws["derivative-of-log"].derivation
    wrong = alone(derivation, replace(derivation.steps[0], rule="obvious"))
    assert reasons(wrong) == {"unknown_rule"}


@pytest.mark.parametrize(
    ("law_id", "number"),
    [(law_id, number) for law_id, number in STEPS if BOOK.laws[law_id].derivation.steps[number].conditions],
)
def test_a_step_that_hides_a_condition_is_refused(law_id, number):
    derivation = BOOK.laws[law_id].derivation
    step = derivation.steps[number]
    wrong = alone(derivation, replace(step, conditions=step.conditions[1:]))
    assert reasons(wrong) == {"conditions"}


@pytest.mark.parametrize(
    ("law_id", "index"),
    [
        (law.id, index)
        for law in BOOK.formulas
        if law.derivation is not None
        for index, condition in enumerate(law.derivation.conditions)
        if isinstance(condition, Inequality) and (law.id, condition) not in NOT_NEEDED
    ],
)
def test_an_assumption_that_is_dropped_comes_back_as_gained(law_id, index):
    law = BOOK.laws[law_id]
    kept = tuple(one for place, one in enumerate(law.derivation.conditions) if place != index)
    weaker = replace(law.derivation, conditions=kept)
    assert check(weaker, BOOK.laws).gained != ()
    assert any(fault.reason == "conditions" for fault in law_faults(replace(law, derivation=weaker), BOOK.laws))


@pytest.mark.parametrize(
    ("law_id", "number"),
    [(law_id, number) for law_id, number in STEPS if number + 1 < len(BOOK.laws[law_id].derivation.steps)],
)
def test_a_skipped_step_is_refused(law_id, number):
    derivation = BOOK.laws[law_id].derivation
    skipped = replace(derivation, start=derivation.lines[number], steps=derivation.steps[number + 1 : number + 2])
    assert "broken_chain" in reasons(skipped)
    joined = replace(derivation.steps[number], after=derivation.steps[number + 1].after)
    bridged = replace(derivation, steps=(*derivation.steps[:number], joined, *derivation.steps[number + 2 :]))
    assert "not_an_instance" in reasons(bridged)


@pytest.mark.parametrize(("law_id", "number"), STEPS)
def test_a_law_at_another_place_is_refused(law_id, number):
    derivation = BOOK.laws[law_id].derivation
    step = derivation.steps[number]
    for path, _ in walk(step.before):
        if path == step.where.path:
            continue
        moved = alone(derivation, replace(step, where=Place(path)))
        found = check(moved, BOOK.laws)
        # The whole of the line may be looked at by a procedure that finds the place itself; what it gives is the same.
        assert found.faults or path == step.where.path[: len(path)], path


def test_a_place_that_is_not_there_is_refused():
    derivation = BOOK.laws["derivative-of-log"].derivation
    for place in (Place((0, 7)), Place((), (0, 9)), Place((0,), (0, 0))):
        wrong = alone(derivation, replace(derivation.steps[3], where=place))
        assert "no_such_place" in reasons(wrong)


def test_a_circle_of_citations_is_refused():
    """2.4 from 2.3, and 2.3 from 2.4: each step is sound, the two together prove nothing."""
    product = law_from({"id": "p", "left": "log_a(X*Y)", "right": "log_a(X) + log_a(Y)", "conditions": POSITIVE})
    leading = {"start": "log_a(X*Y)", "steps": [{"law": "p", "to": "log_a(X) + log_a(Y)"}]}
    itself = replace(product, derivation=derivation_from(leading, product, {**BOOK.laws, "p": product}))
    assert {fault.reason for fault in law_faults(itself, {**BOOK.laws, "p": itself})} == {"circular"}
    other = replace(BOOK.laws["log-of-product"], id="q", rests_on=("p",), derivation=None)
    through = {"start": "log_a(X*Y)", "steps": [{"law": "q", "to": "log_a(X) + log_a(Y)"}]}
    laws = {**BOOK.laws, "p": product, "q": other}
    roundabout = replace(product, derivation=derivation_from(through, product, laws))
    laws["p"] = roundabout
    assert {fault.reason for fault in law_faults(roundabout, laws)} == {"circular"}


POSITIVE = ["a > 0", "a != 1", "X > 0", "Y > 0"]


def test_a_derivation_of_something_else_is_refused():
    law = BOOK.laws["log-of-one"]
    other = replace(law, left=expression_from("log_a(a)"))
    assert "proves_something_else" in {fault.reason for fault in law_faults(other, BOOK.laws)}


def test_a_false_law_is_caught_by_its_values():
    """Even where a law is wrong and is used as written, the comparison of values speaks up."""
    false = law_from(
        {"id": "false", "left": "log_a(X+Y)", "right": "log_a(X) + log_a(Y)", "conditions": POSITIVE, "ground": True}
    )
    laws = {**BOOK.laws, "false": false}
    written = {"start": "log_a(X+Y)", "steps": [{"law": "false", "to": "log_a(X) + log_a(Y)"}]}
    derivation = derivation_from(written, false, laws)
    assert {fault.reason for fault in check(derivation, laws).faults} == {"values_differ"}
    with pytest.raises(RefusedError):
        judged(derivation, laws)


def test_3_1_goes_at_the_lessons_grain_and_finer():
    derivation = BOOK.laws["derivative-of-log"].derivation
    assert [step.rule for step in derivation.steps] == [
        "derivative-definition",
        "unfold-definition",
        "quotient-as-product",
        "log-of-quotient",
        "split-fraction",
        "quotient-of-equals",
        "log-of-power",
        "limit-substitution",
        "product-of-reciprocals",
        "power-of-power",
        "continuity-of-log",
        "continuity-of-power",
        "definition-of-e",
        "log-of-power",
        "change-of-base",
        "log-of-base",
        "product-of-reciprocals",
    ]
    assert [step.label for step in derivation.steps if step.label] == ["4.1", "4.2", "4.3", "3.1"]


def test_steps_change_only_what_stands_at_their_place():
    """Outside the place that a step names, the line stays as it was, node for node."""
    for law in DERIVED:
        for step in law.derivation.steps:
            if step.where.members is not None:
                continue
            path = step.where.path
            blank = expression_from("z")
            parent = path[:-1]
            if parent and type(at(step.before, parent)) is type(at(step.after, parent)) and not step.backwards:
                before, after = replace_at(step.before, parent, blank), replace_at(step.after, parent, blank)
                assert before == after, (law.id, step.rule)
