"""Texts of more than one expression: pairs and the lines of a working."""

from __future__ import annotations

import pytest

from tutor.maths.expressions import number
from tutor.maths.reading import Line, Misreading, Pair, Reading, read_lines, read_pair
from tutor.maths.writing import ascii_text


@pytest.mark.parametrize(
    ("typed", "left", "sign", "right"),
    [
        ("ln x^2 -> 2 ln x", "ln(x^2)", "->", "2*ln(x)"),
        ("ln x^2 → 2 ln x", "ln(x^2)", "->", "2*ln(x)"),
        (r"\frac{1}{h} \to \frac{1}{tx}", "1/h", "->", "1/(t*x)"),
        ("ln(xy) = ln x + ln y", "ln(x*y)", "=", "ln(x) + ln(y)"),
        ("y = x^x", "y", "=", "x^x"),
        ("lim_(x->0) x -> 0", "lim_(x->0) (x)", "->", "0"),
        ("lim x->0 x -> 0", "lim_(x->0) (x)", "->", "0"),
        ("lim_x->0 x -> 0", "lim_(x->0) (x)", "->", "0"),
        ("x = 1 -> x^2 = 1", "x = 1", "->", "x^2 = 1"),
    ],
)
def test_a_pair(typed: str, left: str, sign: str, right: str):
    pair = read_pair(typed)
    assert isinstance(pair, Pair), pair
    assert (ascii_text(pair.left), pair.sign, ascii_text(pair.right)) == (left, sign, right)


@pytest.mark.parametrize(
    ("typed", "expected"), [("x + 1", "x + 1"), ("lim_(x->0) x", "lim_(x->0) (x)"), ("x > 0", "x > 0")]
)
def test_one_expression_is_no_pair(typed: str, expected: str):
    reading = read_pair(typed)
    assert isinstance(reading, Reading), reading
    assert ascii_text(reading.expression) == expected


@pytest.mark.parametrize(
    ("typed", "mistake"),
    [
        ("x -> y -> z", Misreading("two_relations", 7, "->")),
        ("x -> ", Misreading("empty", 4)),
        ("-> x", Misreading("empty", 0)),
        ("x -> (y", Misreading("unclosed", 5, "(", "x -> (y)")),
        ("(x -> y", Misreading("unclosed", 0, "(")),
        ("lon(x) -> x", Misreading("unknown_name", 0, "lon", "ln(x) -> x")),
        ("x -> 3,5", Misreading("decimal_comma", 6, ",", "x -> 3.5")),
        ("aaaa→", Misreading("unknown_name", 0, "aaaa")),
        ("sin x -> x", Misreading("unknown_name", 0, "sin")),
        ("x#y -> x", Misreading("unknown_character", 1, "#")),
        ("x" * 2_000 + " -> y", Misreading("too_long", 1_000)),
    ],
)
def test_a_mistake_in_a_pair_has_its_place_in_the_whole_text(typed: str, mistake: Misreading):
    found = read_pair(typed)
    assert isinstance(found, Misreading)
    assert found == mistake
    if found.suggestion is not None:
        assert isinstance(read_pair(found.suggestion), Pair | Reading)


def test_a_pair_carries_the_notes_of_both_sides_once():
    pair = read_pair("log x^2 -> 2 log x", log_base=number(10))
    assert isinstance(pair, Pair)
    assert [note.id for note in pair.notes] == ["bare_log"]
    assert ascii_text(pair.right) == "2*log_10(x)"


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("", []),
        (" ;\n; ", []),
        ("x = 1", [("", 0, "x = 1")]),
        ("log_2(x) = 3 <=> x = 2^3; x = 8", [("", 0, "log_2(x) = 3"), ("<=>", 17, "x = 2^3"), ("", 26, "x = 8")]),
        ("ln x^2\n= 2 ln x\n\n  = y", [("", 0, "ln(x^2)"), ("", 9, "2*ln(x)"), ("", 21, "y")]),
        ("a = b\n⇔ b = a ⇒ c = 1", [("", 0, "a = b"), ("<=>", 8, "b = a"), ("=>", 16, "c = 1")]),
        (r"x = 1 \\ &= 2", [("", 0, "x = 1"), ("", 12, "2")]),
        (r"\frac{1}{2} = x \iff x=\log_2 8", [("", 0, "1/2 = x"), ("<=>", 21, "x = log_2(8)")]),
        ("x<=3 => x >= 3", [("", 0, "x <= 3"), ("=>", 8, "x >= 3")]),
        ("x = 1；x = 2", [("", 0, "x = 1"), ("", 6, "x = 2")]),
        ("x = 1\r\nx = 2", [("", 0, "x = 1"), ("", 7, "x = 2")]),
    ],
)
def test_a_working_is_parted_into_lines(typed: str, lines: list[tuple[str, int, str]]):
    found = []
    for line in read_lines(typed):
        assert isinstance(line.outcome, Reading), line
        assert typed[line.at :].startswith(line.text)
        found.append((line.sign, line.at, ascii_text(line.outcome.expression)))
    assert found == lines


def test_a_line_that_cannot_be_read_does_not_hide_the_others():
    first, second, third = read_lines("x = 1; x = ; x = 3")
    assert isinstance(first.outcome, Reading)
    assert second.outcome == Misreading("missing_operand", 3, "=", "x")
    assert isinstance(third.outcome, Reading)


def test_an_endless_working_is_refused():
    (line,) = read_lines("x = 1\n" * 10_000)
    assert isinstance(line, Line)
    assert isinstance(line.outcome, Misreading)
    assert line.outcome.kind == "too_long"
