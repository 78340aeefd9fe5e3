"""Each reason and each misconception has its words in both languages."""

from __future__ import annotations

import pytest

from tutor.maths.expressions import Log, Symbol, number
from tutor.maths.grading.forms import REASONS, FormReason
from tutor.services.library import misconceptions
from tutor.words.form_reasons import form_reason
from tutor.words.skills import misconception_explanation, misconception_name

PART = Log(number(2), Symbol("x"))


@pytest.mark.parametrize("code", REASONS)
def test_reasons_have_sentences(code):
    said = {form_reason(locale, FormReason(code, PART, 2)) for locale in ("en", "ja")}
    assert len(said) == 2
    assert all("log₂" in one or code == "logarithms_left" for one in said)


def test_counts_are_said():
    assert "two logarithms are left" in form_reason("en", FormReason("logarithms_left", PART, 2))
    assert "3 logarithms are left" in form_reason("en", FormReason("logarithms_left", PART, 3))
    assert "3 個" in form_reason("ja", FormReason("logarithms_left", PART, 3))


@pytest.mark.parametrize("name", [one.id for one in misconceptions()])
def test_misconceptions_have_names_and_explanations(name):
    for say in (misconception_name, misconception_explanation):
        assert say("en", name) != say("ja", name)
    assert len(misconception_name("en", name)) <= 60
