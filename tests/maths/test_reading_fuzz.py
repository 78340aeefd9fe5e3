"""Whatever is typed: reading never raises, tells a place inside the text, and suggests only what reads."""

from __future__ import annotations

import logging
import statistics
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lark import Lark, logger

from tests.maths.readings import READINGS
from tutor.maths import reading
from tutor.maths.expressions import walk
from tutor.maths.reading import Misreading, Pair, Reading, caret, read, read_lines, read_pair
from tutor.maths.reading.heads import Run
from tutor.maths.reading.reader import WordLexer
from tutor.maths.reading.result import KINDS, NOTES
from tutor.maths.writing import ascii_text, latex, unicode_text

FRAGMENTS = [
    *"abcdefhiklntxyzENX0123456789",
    *"+-*/^_=<>()[]{}|,.;:!?'\"\\&~$`%#@",
    *"²³⁻⁺ⁿˣ₂ₐᵢ₊−–×·÷√∛∑Σπ∞≤≥≠→⇔⇒∫½″′αδλµ㏑（）［］｛｝＝＋－＊／＾＿，．：；｜２ｘｌｎ　の。、¥😀\u200b\u202e\x00\n",
    *["ln", "log", "lg", "exp", "sqrt", "lim", "sum", "root", "cbrt", "abs", "sin", "pi", "oo", "delta", "alpha", "lb"],
    *[
        "log_2",
        "log_a",
        "log2",
        "log_{",
        "ln x",
        "ln(x)",
        "e^",
        "2^",
        "x^2",
        "1/2x",
        "1e5",
        "1,000",
        "f(x)",
        "f'",
        "g(",
        " ",
    ],
    *[
        "**",
        "<=",
        ">=",
        "!=",
        "->",
        "=>",
        "<=>",
        ":=",
        "''",
        "d/dx",
        "dy/dx",
        "d^2/dx^2",
        "_(i=1)^N",
        "_(h->0)",
        "_i^N",
        "0+",
    ],
    *[
        r"\frac",
        r"\frac{",
        r"\sqrt[",
        r"\left",
        r"\right",
        r"\left|",
        r"\right|",
        r"\lim_{h \to 0}",
        r"\sum_{i=1}^{N}",
        r"\to",
    ],
    *[
        r"\log",
        r"\ln",
        r"\cdot",
        r"\times",
        r"\mathrm{d}",
        r"\operatorname{",
        r"\tag{1}",
        r"\\",
        r"\pi",
        r"\foo",
        r"\prime",
        "}{",
    ],
    *["delta_ij", "t_ik", "x_1", "x_{1,2}", "(x+1)", "|x|", "(a^x)'", "root(3,", "log(8, 2)", "__import__('os')"],
]
WELL_TYPED = sorted({typed for typed, _ in READINGS})


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A text that reads, with a few characters left out, doubled, swapped, or put in."""
    text = draw(st.sampled_from(WELL_TYPED))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = draw(
            st.sampled_from(
                [
                    text[:at] + text[at + 1 :],
                    text[:at] + text[at : at + 1] * 2 + text[at + 1 :],
                    text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
                    text[:at] + draw(st.sampled_from(FRAGMENTS)) + text[at:],
                    text[:at],
                ]
            )
        )
    return text


typed_texts = st.one_of(
    slips(),
    st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=10).map(" ".join),
    st.text(max_size=30),
    st.text(alphabet=st.characters(min_codepoint=0x1D00, max_codepoint=0x22FF), max_size=20),
    st.text(alphabet="xe2(+-*/^|_{}) ", max_size=40),
)


def check(text: str) -> None:
    """Everything that must hold of one text."""
    found = read(text)
    if isinstance(found, Misreading):
        assert found.kind in KINDS
        assert 0 <= found.at <= len(text)
        assert len(found.found) <= 24
        assert len(caret(text, found.at).split("\n")) == 2
        assert found.suggestion is None or isinstance(read(found.suggestion), Reading), found
        return
    assert isinstance(found, Reading)
    assert not any(isinstance(node, Run) for _, node in walk(found.expression))
    assert {note.id for note in found.notes} <= set(NOTES)
    for write in (ascii_text, unicode_text, latex):
        again = read(write(found.expression))
        if isinstance(again, Misreading):
            assert again.kind in {"too_long", "too_deep"}, (write(found.expression), again)
        else:
            assert again.expression == found.expression, write(found.expression)


@given(typed_texts)
@settings(max_examples=600, deadline=None)
def test_reading_never_raises(text: str):
    check(text)


@given(typed_texts)
@settings(max_examples=150, deadline=None)
def test_reading_parts_never_raises(text: str):
    pair = read_pair(text)
    if isinstance(pair, Misreading):
        assert 0 <= pair.at <= len(text)
        assert pair.suggestion is None or isinstance(read_pair(pair.suggestion), Reading | Pair), pair
    for line in read_lines(text):
        assert text[line.at : line.at + len(line.text)] == line.text


@pytest.mark.slow
@given(typed_texts)
@settings(max_examples=150_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_reading_never_raises_at_length(text: str):
    check(text)


def test_the_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture):
    grammar = Path(reading.__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    with caplog.at_level(logging.DEBUG, logger=logger.name):
        Lark(grammar, parser="lalr", lexer=WordLexer, debug=True)
    assert "conflict" not in caplog.text.lower()


HUNDRED = [
    r"-\frac{1}{N}\sum_{i}^{N}\sum_{k}^{K} t_{ik} \log y_{ik} + \log_{2}(8) - \ln(x^2+1)/(x*ln(a)) + 3x",
    "lim_(h->0) ((log_a(x + h) - log_a(x))/h) = 1/(x*ln(a)) + e^(2*x)*sqrt(x^2+1) - |x - 3|*log_10(x)",
    "3x ln(2x) + 2(x+1)^2 - e^(-x^2/2)/(sqrt(2*pi)) + log_2(x^3) - 5x^4 + 7x^3 - 2x^2 + alpha*beta - x",
    "log₂(8) + x² − 3·x³ + √(x + 1) − 2ˣ⁺¹ + ln(x)·eˣ + (x+1)(x−1)/(x²+1) + |x| + log₂8 + π·x + logₐ(x)",
]


@pytest.mark.parametrize("text", HUNDRED)
def test_reading_a_hundred_characters_takes_about_a_millisecond(text: str):
    assert isinstance(read(text), Reading)
    spent = []
    for _ in range(60):
        start = time.process_time()
        read(text)
        spent.append(time.process_time() - start)
    # Half of this is usual; the rest is for a busy machine.
    assert statistics.median(spent) < 0.004
