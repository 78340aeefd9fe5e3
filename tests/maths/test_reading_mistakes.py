"""What cannot be read: the kind of mistake, its place, what was found there, and a text that would read."""

from __future__ import annotations

import time

import pytest

from tutor.maths.reading import Misreading, Reading, caret, read
from tutor.maths.reading.result import KINDS

MISTAKES = [
    ("", "empty", 0, "", None),
    ("   ", "empty", 0, "", None),
    ("\n\t", "empty", 0, "", None),
    # brackets
    ("(x+1", "unclosed", 0, "(", "(x+1)"),
    ("((x+1)", "unclosed", 0, "(", "((x+1))"),
    ("f'(x", "unclosed", 2, "(", "f'(x)"),
    ("|x", "unclosed", 0, "|", "|x|"),
    ("||x|", "unclosed", 0, "|", "||x||"),
    ("{x+1)", "unclosed", 0, "{", "{x+1}"),
    ("((x+1]", "unclosed", 0, "(", "((x+1])"),
    ("({x)", "unclosed", 1, "{", "({x})"),
    (r"\frac{1}{", "unclosed", 8, "{", None),
    ("(", "unclosed", 0, "(", None),
    ("x+1)", "unopened", 3, ")", "x+1"),
    (")", "unopened", 0, ")", None),
    ("x|", "unopened", 1, "|", "x"),
    # something missing
    ("2+", "missing_operand", 2, "+", "2"),
    ("*2", "missing_operand", 0, "", "2"),
    ("= 2", "missing_operand", 0, "", "2"),
    ("x = ", "missing_operand", 3, "=", "x"),
    ("x ^^ 2", "missing_operand", 3, "^", "x ^ 2"),
    ("2//3", "missing_operand", 2, "/", "2/3"),
    ("x^", "missing_operand", 2, "^", "x"),
    ("²", "missing_operand", 0, "", None),
    ("()", "missing_operand", 1, "(", None),
    ("ln()", "missing_operand", 3, "(", None),
    ("2^-", "missing_operand", 3, "-", None),
    ("lim_(x->) x", "missing_operand", 8, "->", None),
    ("log(8,)", "missing_operand", 6, ",", "log(8)"),
    (r"\frac{1}", "unexpected", 8, "", None),
    ("lim_(x->0)", "unexpected", 10, "", None),
    ("ln", "missing_argument", 0, "ln", None),
    ("2 ln", "missing_argument", 2, "ln", None),
    (r"\ln", "missing_argument", 0, r"\ln", None),
    ("log_2", "missing_argument", 0, "log", None),
    ("log_28", "missing_argument", 0, "log", "log_2(8)"),
    ("ln -x", "missing_argument", 0, "ln", "ln(-x)"),
    ("√", "missing_argument", 0, "√", None),
    ("abs x", "missing_argument", 0, "abs", None),
    ("d/dx", "missing_argument", 0, "d/dx", None),
    ("lim x^2", "missing_argument", 0, "lim", None),
    ("xˡⁿ", "missing_argument", 1, "log", None),
    # numbers
    ("3,5", "decimal_comma", 1, ",", "3.5"),
    ("ln(8,2)", "decimal_comma", 4, ",", "ln(8.2)"),
    ("log_2(8,2)", "decimal_comma", 7, ",", "log_2(8.2)"),
    ("1,000", "thousands_comma", 1, "1,000", "1000"),
    ("1,000,000", "thousands_comma", 1, "1,000,000", "1000000"),
    ("log(1,000)", "thousands_comma", 5, "1,000", "log(1000)"),
    ("1e5", "scientific", 0, "1e5", "1*10^5"),
    ("1.5e10", "scientific", 0, "1.5e10", "1.5*10^10"),
    ("1.2.3", "unexpected", 3, ".", None),
    ("1..2", "unexpected", 1, ".", None),
    ("1 000", "unexpected", 2, "000", "1000"),
    ("2 3", "unexpected", 2, "3", "2*3"),
    ("log 2 8", "unexpected", 6, "8", "log_2 8"),
    ("3½", "unexpected", 1, "½", "(3+1/2)"),
    ("x2", "unexpected", 1, "2", "x^2"),
    ("ｘ２", "unexpected", 1, "２", "ｘ^2"),
    ("2^x3^x", "unexpected", 3, "3", "2^x*3^x"),
    ("1" * 121, "too_many_digits", 0, "1" * 12 + "…", None),
    # names
    ("sin x", "unknown_name", 0, "sin", None),
    ("cos(x)", "unknown_name", 0, "cos", None),
    ("xsinx", "unknown_name", 0, "xsinx", None),
    ("max(x)", "unknown_name", 0, "max", None),
    (r"\sin x", "unknown_name", 0, r"\sin", None),
    (r"\sqr{x}", "unknown_name", 0, r"\sqr", r"\sqrt{x}"),
    ("lgo(x)", "unknown_name", 0, "lgo", "log(x)"),
    ("lln x", "unknown_name", 0, "lln", "ln x"),
    ("y = llog_a x", "unknown_name", 4, "llog", "y = log_a x"),
    ("nl(x)", "unknown_name", 0, "nl", "ln(x)"),
    ("lon(x)", "unknown_name", 0, "lon", "ln(x)"),
    ("squrt(x)", "unknown_name", 0, "squrt", "sqrt(x)"),
    ("sqr(x)", "unknown_name", 0, "sqr", "sqrt(x)"),
    ("logarithm x", "unknown_name", 0, "logarithm", None),
    ("hello", "unknown_name", 0, "hello", None),
    ("abcd", "unknown_name", 0, "abcd", "a*b*c*d"),
    ("log base 2 of 8", "unknown_name", 4, "base", "log_2 8"),
    ("x + foo(x)", "unknown_name", 4, "foo", None),
    # characters
    ("x#y", "unknown_character", 1, "#", None),
    ("x % 2", "unknown_character", 2, "%", None),
    ("5!", "unknown_character", 1, "!", None),
    ("∫ x", "unknown_character", 0, "∫", None),
    ("ln x.", "unknown_character", 4, ".", "ln x"),
    ("ln x。", "unknown_character", 4, "。", "ln x"),
    ("ln x?", "unknown_character", 4, "?", "ln x"),
    ("xの微分", "unknown_character", 1, "の", None),
    ("x😀", "unknown_character", 1, "😀", None),
    ("x\x00y", "unknown_character", 1, "\x00", None),
    ("x\x1b[31m", "unknown_character", 1, "\x1b", None),
    ("x\u202ey", "unknown_character", 1, "\u202e", None),
    ("\ud800", "unknown_character", 0, "\ud800", None),
    # what is not expected
    ("x = y = z", "two_relations", 6, "=", None),
    ("0 < x < 1", "two_relations", 6, "<", None),
    ("x <=> y", "unexpected", 2, "<=>", "x = y"),
    ("x => y", "unexpected", 2, "=>", "x >= y"),
    ("x → y", "unexpected", 2, "→", None),
    ("a > 0, a != 1", "unexpected", 5, ",", None),
    ("x,y", "unexpected", 1, ",", None),
    ("root(3)", "unexpected", 6, ")", None),
    ("log(8,2,1)", "unexpected", 7, ",", None),
    ("oo", "unexpected", 0, "∞", None),
    ("x = oo", "unexpected", 4, "∞", None),
    ("ln_2(8)", "bad_base", 2, "_", None),
    ("exp_2(x)", "bad_base", 3, "_", None),
    ("x_", "bad_index", 1, "_", None),
    ("x_(n+1)", "bad_index", 1, "_(n+1)", None),
    ("x_{n+1}", "bad_index", 1, "n+1", None),
    ("t_{}", "bad_index", 1, "", None),
    ("delta_i", "bad_index", 0, "i", None),
    ("delta_A0A0A0A0A0A0A", "bad_index", 0, "A,0,A,0,A,0,", None),
    ("sum_i x", "bad_index", 0, "", None),
    ("sum_(2=1)^N i", "bad_index", 6, "", None),
    ("(a^t)'", "which_variable", 5, "'", None),
    ("log(8)'", "which_variable", 6, "'", None),
    ("y' = 1/x", "which_variable", 1, "'", "dy/dx = 1/x"),
    # code and markup are no mathematics
    ('__import__("os").system("ls")', "unknown_name", 2, "import", None),
    ("lambda: 0", "unknown_character", 6, ":", None),
    ("x.real", "unknown_character", 1, ".", None),
    ("'; DROP TABLE x; --", "unknown_character", 1, ";", None),
    ("${7*7}", "unknown_character", 0, "$", None),
    ("<script>", "unknown_name", 1, "script", None),
    ("@everyone", "unknown_character", 0, "@", None),
    ("#read(1)", "unknown_character", 0, "#", None),
    (r"\input{x}", "unknown_name", 0, r"\input", None),
]


@pytest.mark.parametrize(("typed", "kind", "at", "found", "suggestion"), MISTAKES)
def test_is_refused(typed: str, kind: str, at: int, found: str, suggestion: str | None):
    assert read(typed) == Misreading(kind, at, found, suggestion)


def test_every_kind_of_mistake_is_in_the_table_or_below():
    assert {kind for _, kind, *_ in MISTAKES} | {"too_long", "too_deep"} == set(KINDS)


@pytest.mark.parametrize("suggestion", [row[4] for row in MISTAKES if row[4] is not None])
def test_a_suggestion_reads(suggestion: str):
    assert isinstance(read(suggestion), Reading)


LARGE = {
    "a megabyte of letters": ("x" * 1_000_000, "too_long"),
    "a megabyte of brackets": ("(" * 1_000_000, "too_long"),
    "a megabyte of digits": ("9" * 1_000_000, "too_long"),
    "a thousand and one": ("x+" * 500 + "x", "too_long"),
    "brackets": ("(" * 500 + "x" + ")" * 499, "too_deep"),
    "braces": ("{" * 450 + "x" + "}" * 450, "too_deep"),
    "bars": ("|" * 1_000, "too_deep"),
    "roots": ("√" * 900 + "x", "too_deep"),
    "signs": ("-" * 999 + "x", "too_deep"),
    "signs under a prime": ("(" + "-" * 990 + "x)'", "too_deep"),
    "powers": ("^".join("x" * 400), "too_deep"),
    "quotients": ("/".join("x" * 400), "too_deep"),
    "logarithms": ("ln " * 300 + "x", "too_deep"),
    "fractions": (r"\frac" * 190 + "x" * 40, "unknown_name"),
    "fractions of nothing": (r"\frac" * 200, "missing_argument"),
    "one word": ("q" * 1_000, "unknown_name"),
    "primes": ("(x^2)" + "'" * 900, "too_deep"),
    "digits": ("1" * 999, "too_many_digits"),
    "subscripts": ("x_{" + "1" * 900 + "}", "bad_index"),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_large_is_refused_at_once(name: str):
    typed, kind = LARGE[name]
    read("x")  # builds the grammar, once a process
    start = time.process_time()
    mistake = read(typed)
    spent = time.process_time() - start
    assert isinstance(mistake, Misreading)
    assert mistake.kind == kind
    assert 0 <= mistake.at <= len(typed)
    assert len(mistake.found) <= 24
    assert spent < 0.5


@pytest.mark.parametrize(
    "typed", ["+".join("x" * 500), "*".join("x" * 500), "x " * 500, "|x|" * 300, "2^1000000 + 9^9^9", "f(x)" * 200]
)
def test_what_is_long_and_flat_is_read(typed: str):
    assert isinstance(read(typed), Reading)


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("x#y", 1, "x#y\n ^"),
        ("", 0, "\n^"),
        ("ｘ＋#", 2, "ｘ＋#\n    ^"),
        ("a" * 100, 50, "…" + "a" * 60 + "…\n" + " " * 31 + "^"),
        ("x\x00y", 1, "x y\n ^"),
        ("x", 99, "x\n ^"),
    ],
)
def test_the_caret_stands_under_the_place(text: str, at: int, expected: str):
    assert caret(text, at) == expected
