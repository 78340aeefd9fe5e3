"""Why an expression has no value: the part, and the condition that fails, in both languages."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tutor.maths.decimals import Magnitude
from tutor.maths.making.defined import ask_for_value
from tutor.maths.making.errors import NowhereDefinedError
from tutor.maths.reading import Reading, read
from tutor.words.figures import decimal_words, magnitude_words
from tutor.words.undefined import undefined_sentence


@pytest.mark.parametrize(
    ("typed", "english", "japanese"),
    [
        ("ln(-1)", "ln(−1) has no value: the argument −1 is not greater than 0.", "真数 −1 が 0 より大きくありません"),
        ("ln 0", "ln(0) has no value: the argument 0 is not greater than 0.", "真数 0 が"),
        ("ln(ln(1/2))", "ln(ln(1/2)) has no value: the argument ln(1/2) is not", "真数 ln(1/2) が"),
        ("1 + ln(2 - 3)", "ln(2 − 3) has no value: the argument 2 − 3 is not", "真数 2 − 3 が"),
        ("log_(-2) 5", "log_(−2)(5) has no value: the base −2 is not greater than 0.", "底 −2 が"),
        ("log_1 5", "log₁(5) has no value: the base is 1, and every power of 1 is 1.", "底が 1 なので"),
        ("log_(2-1) 5", "the base 2 − 1 is 1, and every", "底 2 − 1 は 1 なので"),
        ("1/0", "1/0 has no value: the denominator is 0.", "分母が 0"),
        ("1/(ln 2 - ln 2)", "the denominator ln(2) − ln(2) is 0.", "分母 ln(2) − ln(2) が 0"),
        ("0^0", "0⁰ has no value: 0 to the power 0 is left undefined.", "0 の 0 乗は定義されません"),
        ("0^-2", "0⁻² has no value: 0 has no power with the exponent −2.", "0 の −2 乗"),
        ("(-8)^(1/3)", "the base −8 is negative and the exponent 1/3 is not a whole number.", "底 −8 が負で"),
        ("sqrt(-4)", "√(−4) has no value: an even root of the negative number −4 is not real.", "負の数 −4 の偶数乗根"),
        ("root(0, 5)", "the index 0 of a root cannot be 0.", "根号の指数 0 は 0"),
    ],
)
def test_the_part_and_the_condition_are_named(typed: str, english: str, japanese: str) -> None:
    found = read(typed)
    assert isinstance(found, Reading)
    with pytest.raises(NowhereDefinedError) as caught:
        ask_for_value(found.expression)
    assert english in undefined_sentence("en", caught.value.condition, caught.value.part)
    assert japanese in undefined_sentence("ja", caught.value.condition, caught.value.part)


def test_a_long_part_is_cut() -> None:
    found = read("ln(-" + "+".join(["1"] * 300) + "-999)")
    assert isinstance(found, Reading)
    with pytest.raises(NowhereDefinedError) as caught:
        ask_for_value(found.expression)
    assert len(undefined_sentence("en", caught.value.condition, caught.value.part)) < 400


@pytest.mark.parametrize(
    ("decimal", "said"),
    [
        ("0.375000", "= 0.375"),
        ("-1.50", "= −1.5"),
        ("2.0e+21", "= 2 × 10²¹"),
    ],
)
def test_an_exact_decimal_says_so(decimal: str, said: str) -> None:
    assert decimal_words("en", decimal, 6, Fraction(decimal)) == said


def test_a_rounded_decimal_says_how_many_digits_it_has() -> None:
    assert decimal_words("en", "-1.5e-10", 2) == "≈ −1.5 × 10⁻¹⁰ (2 digits)"
    assert decimal_words("ja", "2.3", 2) == "≈ 2.3（2 桁）"
    assert decimal_words("en", "2", 1) == "≈ 2 (1 digit)"


def test_the_size_of_a_huge_number() -> None:
    assert magnitude_words("en", Magnitude(301_030, "990")) == "301,030 digits, the first of them 990…"
    assert magnitude_words("ja", Magnitude(10**30, "")) == f"{10**30:,} 桁"
