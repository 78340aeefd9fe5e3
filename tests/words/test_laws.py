"""Every law that can be cited has a name and a reason in both languages."""

from __future__ import annotations

import tomllib
from functools import cache

import pytest

from tutor.data_folder import data_folder
from tutor.words.laws import formula_name, law_explanation, law_name, mnemonic
from tutor.words.messages import LOCALES, Locale, MessageError, message_ids

EACH_LANGUAGE = pytest.mark.parametrize("locale", LOCALES)
LONGEST_NAME = 32
"""Beside a line of a card there is no room for more."""
LONGEST_REASON = 100
"""The description of an option in the select *Why?* takes no more."""


@cache
def rule_ids() -> frozenset[str]:
    """What stands as `id` in the files of laws."""
    paths = sorted((data_folder() / "rules").glob("*.toml"))
    return frozenset(law["id"] for path in paths for law in tomllib.loads(path.read_text(encoding="utf-8"))["law"])


@cache
def numbered_ids() -> tuple[str, ...]:
    """The laws that are the lessons' formulas."""
    formulas = tomllib.loads((data_folder() / "formulas.toml").read_text(encoding="utf-8"))["formula"]
    return tuple(formula["law"] for formula in formulas)


@EACH_LANGUAGE
def test_every_law_has_a_name_and_a_reason_and_no_other_has(locale: Locale):
    laws = {one for one in message_ids(locale) if one.startswith("law-")}
    assert {one.removeprefix("law-") for one in laws if "." not in one} == rule_ids()
    assert {one[4 : -len(".explanation")] for one in laws if one.endswith(".explanation")} == rule_ids()


@EACH_LANGUAGE
def test_names_are_short_and_all_different(locale: Locale):
    names = [law_name(locale, rule) for rule in sorted(rule_ids())]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_NAME


@EACH_LANGUAGE
def test_a_reason_is_one_whole_sentence(locale: Locale):
    for rule in sorted(rule_ids()):
        reason = law_explanation(locale, rule)
        assert reason.endswith("." if locale == "en" else "。"), reason
        assert "\n" not in reason
        assert 10 <= len(reason) <= LONGEST_REASON, reason


@EACH_LANGUAGE
def test_every_formula_has_its_own_title(locale: Locale):
    titles = {one.removeprefix("formula-") for one in message_ids(locale) if one.startswith("formula-")}
    assert titles == set(numbered_ids())
    assert len({formula_name(locale, rule) for rule in numbered_ids()}) == len(numbered_ids()) == 15


@EACH_LANGUAGE
def test_a_law_without_a_title_goes_by_its_name(locale: Locale):
    assert formula_name(locale, "chain-rule") == law_name(locale, "chain-rule")


@pytest.mark.parametrize(
    ("rule", "english", "japanese"),
    [
        ("log-of-quotient", "Logarithm of a quotient", "商の対数"),
        ("log-of-product", "Logarithm of a product", "積の対数"),
        ("log-of-power", "Logarithm of a power", "累乗の対数"),
        ("change-of-base", "Change of base", "底の変換公式"),
        ("derivative-of-log", "Derivative of the logarithm", "対数関数の微分の公式"),
        ("derivative-of-exponential", "Derivative of the exponential function", "指数関数の微分の公式"),
    ],
)
def test_titles_are_the_lessons_words(rule: str, english: str, japanese: str):
    assert (formula_name("en", rule), formula_name("ja", rule)) == (english, japanese)


def test_the_mnemonic_for_e():
    assert mnemonic("ja", "definition-of-e") == "2.71828 = 二塁から内野にわたる"
    english = mnemonic("en", "definition-of-e")
    assert english is not None
    phrase = english.partition("“")[2].partition("”")[0].replace(",", "")
    assert [len(word) for word in phrase.split()] == [2, 7, 1, 8, 2, 8, 1, 8]


def test_most_laws_have_no_mnemonic():
    assert mnemonic("en", "arithmetic") is None


@EACH_LANGUAGE
def test_an_unknown_law_is_an_error(locale: Locale):
    for words in (law_name, law_explanation, formula_name):
        with pytest.raises(MessageError):
            words(locale, "no-such-law")
