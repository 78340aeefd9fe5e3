"""LaTeX that people type: what is understood, what is refused and where, and what is found in a message."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.services.errors import LatexError
from tutor.services.formulas_typed import alt_of, formula_of
from tutor.services.latex.boxes import read_boxes
from tutor.services.latex.cursor import LONGEST, MOST_BOXES
from tutor.services.latex.finding import formulas_in
from tutor.services.latex.symbols import SYMBOLS
from tutor.services.latex.tree import Box, walk_boxes
from tutor.services.sentences import error_words
from tutor.words.messages import LOCALES


def read_or_error(source: str) -> Box | LatexError:
    try:
        return read_boxes(source)
    except LatexError as error:
        return error


def shape(box: Box) -> str:
    """A tree on one line: ``frac(1, 2)``."""
    if not box.parts:
        return box.text or box.kind
    return f"{box.kind}({', '.join(map(shape, box.parts))})"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (r"\frac12", "frac(1, 2)"),
        (r"\frac1{23}x", "row(frac(1, 23), x)"),
        (r"x^12", "row(scripts(x, row, 1), 2)"),
        (r"x^{12}", "scripts(x, row, 12)"),
        (r"a_i^2", "scripts(a, i, 2)"),
        (r"f'^2", "scripts(f, row, row(′, 2))"),
        (r"x^\frac{1}{2}", "scripts(x, row, frac(1, 2))"),
        (r"\sqrt[3]{x}", "root(3, x)"),
        (r"\sin x", "row(sin, x)"),
        (r"\lim_{x \to 0}", "scripts(lim:lim, row(x, →, 0), row)"),
        (r"\sum\limits_{i}^n", "scripts(∑, i, n)"),
        (r"\left( x \right)", "fence(x)"),
        (r"\left. x \right|", "fence(x)"),
        (r"{\bf x} y", "row(style(x), y)"),
        (r"\mathbb R", "style(R)"),
        (r"x % a comment", "x"),
        ("x\u200b\u202e+\u2066y", "row(x, +, y)"),
        ("速さ", "速さ"),
        ("x²", "scripts(x, row, 2)"),
        ("√2", "root(2)"),
        ("-1", "row(−, 1)"),
        (r"a \\ b", "lines(row(a), row(b))"),
        (r"$$ x $$", "x"),
        (r"\[ x \]", "x"),
        (r"\not=", "≠"),
        ("1.5.", "row(1.5, class(.))"),
        (r"\text{if $x > 0$, \textbf{ok}}", "row(if\u00a0, class(row(x, >, 0)), ,\u00a0, style(ok))"),
        (r"If $x > 0$ then", "row(If\u00a0, class(row(x, >, 0)), \u00a0then)"),
        (
            r"\textbf{So} $a$ \\ or $b$",
            "size(grid(row(row(style(So), \u00a0, class(a), \u00a0)), row(row(or\u00a0, class(b)))))",
        ),
        (r"\cancelto{0}{x}", "scripts(mark(x), row, 0)"),
        (r"\R \N", "row(ℝ, ℕ)"),
    ],
)
def test_readings(source: str, wanted: str) -> None:
    assert shape(read_boxes(source)) == wanted


@pytest.mark.parametrize(
    ("source", "kind", "at", "found", "guess"),
    [
        (r"x + \foo", "latex_unknown_command", 4, r"\foo", ""),
        (r"\frc{1}{2}", "latex_unknown_command", 0, r"\frc", r"\frac"),
        (r"\alhpa", "latex_unknown_command", 0, r"\alhpa", r"\alpha"),
        (r"$ \foo $", "latex_unknown_command", 2, r"\foo", ""),
        (r"\begin{foo} x \end{foo}", "latex_unknown_environment", 0, "foo", ""),
        (r"\begin{matrx} x \end{matrx}", "latex_unknown_environment", 0, "matrx", "matrix"),
        (r"\begin{matrix} x", "latex_unclosed", 0, r"\begin", ""),
        (r"\begin{matrix} x \end{pmatrix}", "latex_unopened", 17, r"\end{pmatrix}", ""),
        ("{x", "latex_unclosed", 0, "{", ""),
        ("x}", "latex_unopened", 1, "}", ""),
        (r"\left( x", "latex_unclosed", 0, r"\left", ""),
        (r"x \right)", "latex_unopened", 2, r"\right", ""),
        (r"\left x", "latex_no_delimiter", 0, r"\left", ""),
        (r"\frac{1}", "latex_missing_argument", 0, r"\frac", ""),
        ("x^", "latex_missing_argument", 1, "^", ""),
        ("x^2^3", "latex_double_script", 3, "^", ""),
        ("x_1_2", "latex_double_script", 3, "_", ""),
        (r"{a & b}", "latex_misplaced", 3, "&", ""),
        (r"\limits", "latex_misplaced", 0, r"\limits", ""),
        ("a $ b", "latex_unclosed", 2, "$", ""),
        ("{a $ b}", "latex_misplaced", 3, "$", ""),
        (r"\[ x", "latex_unclosed", 0, r"\[", ""),
        (r"x \)", "latex_unopened", 2, r"\)", ""),
        (r"\hspace{3 miles}", "latex_unknown_length", 0, "3 miles", ""),
        (r"\color{mauve} x", "latex_unknown_colour", 0, "mauve", ""),
        ("", "latex_empty", None, "", ""),
        ("% nothing", "latex_empty", None, "", ""),
        ("{}", "latex_empty", None, "", ""),
        ("x" * (LONGEST + 1), "latex_too_long", LONGEST, "", ""),
        ("{" * 60 + "x" + "}" * 60, "latex_too_deep", None, "{", ""),
        (r"\sqrt" * 100 + "x", "latex_too_deep", None, None, ""),
        ("x" * (MOST_BOXES + 1), "latex_too_much", MOST_BOXES, "x", ""),
        (r"\begin{matrix}" + "&" * 600 + r"\end{matrix}", "latex_too_much", 0, r"\begin", ""),
    ],
)
def test_refusals(source: str, kind: str, at: int | None, found: str | None, guess: str) -> None:
    with pytest.raises(LatexError) as caught:
        read_boxes(source)
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.name == kind
    assert at is None or error.at == at
    assert found is None or error.found == found
    assert error.guess == guess
    for locale in LOCALES:
        words = error_words(error, locale)
        assert words.sentence
        assert (error.at is None) == (words.pointer == "")


HOSTILE = [
    r"\input{/etc/passwd}",
    r"\include{secret}",
    r"\write18{rm -rf /}",
    r"\immediate\write18{ls}",
    r"\openin5=/etc/passwd",
    r"\def\x{\x\x}\x",
    r"\newcommand{\y}{\y\y}\y",
    r"\let\a\b",
    r"\loop\repeat",
    r"\csname x\endcsname",
    r"\catcode`\{=1",
    r"\usepackage{shellesc}",
    r"\verb|x|",
    r"\includegraphics{x.png}",
    r"\href{http://x}{y}",
    r"\url{file:///etc/passwd}",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_what_would_do_something_is_not_followed(source: str) -> None:
    with pytest.raises(LatexError) as caught:
        read_boxes(source)
    assert caught.value.name in {"latex_forbidden", "latex_unknown_command"}


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [("|c|c|", " ;cc;1;1;left,right,top,bottom"), ("cc", " ;cc;;1;top,bottom"), ("c|c", " ;cc;1;1;top,bottom")],
)
def test_rules_of_a_grid(columns: str, wanted: str) -> None:
    grid = read_boxes(rf"\begin{{array}}{{{columns}}} \hline 1 & 2 \\ \hline 3 & 4 \\ \hline \end{{array}}")
    assert grid.text == wanted


@pytest.mark.parametrize(
    "source", ["#eval(read)", '#read("look.toml")', '"#panic()"', "`raw`", "@x", "<b>&amp;</b>", "a//b/*c*/"]
)
def test_the_templates_markup_is_only_characters(source: str) -> None:
    source = source.replace("#", r"\#").replace("&", r"\&")
    boxes = list(walk_boxes(read_boxes(source)))
    assert all(len(box.text) <= 60 for box in boxes)
    assert "eval" not in {box.text for box in boxes}


COMMANDS = (r"\frac", r"\sqrt", r"\left(", r"\right)", r"\\", r"\text{", r"\mathrm", r"\tag{1}", r"\begin{matrix}")
ENDS = (r"\end{matrix}", r"\begin{cases}", r"\end{cases}")
PIECES = st.sampled_from([*(f"\\{name} " for name in SYMBOLS), *"{}^_&()[]|x1+-= \n$%'~速\u200f", *COMMANDS, *ENDS])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_anything_is_read_or_refused_with_a_place(source: str) -> None:
    begun = time.process_time()
    found = read_or_error(source)
    if isinstance(found, LatexError):
        assert found.at is None or 0 <= found.at <= len(source)
    else:
        assert list(walk_boxes(found))
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("$x$", ("x",)),
        ("a $x$ b $$y$$ c", ("x", "y")),
        (r"\(x\) \[y\]", ("x", "y")),
        ("$$\na\n\\\\ b$$", ("a\n\\\\ b",)),
        ("it costs $5, or $6", ()),
        ("from $5 to $10 and $x$", ("x",)),
        (r"\$5 and $y$", ("y",)),
        ("`$x$` and ```\n$y$\n```", ()),
        ("```latex\n\\frac{1}{2}\n```", (r"\frac{1}{2}",)),
        ("```tex\na\n```", ("a",)),
        (r"\begin{align} a &= b \end{align}", (r"\begin{align} a &= b \end{align}",)),
        ("$ x $", ()),
        ("$x$ " * 30, ("x",) * 10),
        ("", ()),
        ("$" * 5_000, ()),
        (r"\[" * 3_000, ()),
    ],
)
def test_formulas_in_a_message(message: str, found: tuple[str, ...]) -> None:
    begun = time.process_time()
    assert formulas_in(message) == found
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("source", "ours"),
    [
        ("log_2(8) = 3", True),
        ("sqrt(x)", True),
        (r"\log_2 8", False),
        ("log x", False),
        ("x^{2}", False),
        ("hello!", False),
    ],
)
def test_what_is_not_latex_but_reads_is_set_as_on_the_cards(source: str, ours: bool) -> None:
    formula = formula_of(source, "en")
    assert (formula.markup != "") == ours
    assert (formula.box is None) == ours


@pytest.mark.parametrize(
    ("source", "alt"),
    [
        (r"\frac{1}{x}", "1 over x"),
        (r"$\log_a x$", "log base a of x"),
        (r"\log x", r"\log x"),
        (r"\int x dx", r"\int x dx"),
        ("x" * 3_000, "x" * 1_023 + "…"),
    ],
)
def test_the_alt_text_is_spoken_where_there_is_no_doubt(source: str, alt: str) -> None:
    assert alt_of(source, "en") == alt
