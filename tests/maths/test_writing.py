"""How expressions are written: one row for each place in which a bracket, a dot or a space matters."""

from __future__ import annotations

import pytest

from tutor.maths.conditions import AllOf, AnyOf, Condition, Differentiable, FreeOf, HasValue, Whole
from tutor.maths.expressions import (
    ONE,
    ZERO,
    Application,
    Expression,
    Inequality,
    Kronecker,
    Limit,
    Negative,
    Number,
    Product,
    Quotient,
    Sum,
    Symbol,
    ln,
    number,
)
from tutor.maths.reading import Reading, read
from tutor.maths.writing import (
    ascii_text,
    condition_ascii,
    condition_latex,
    condition_typst,
    condition_unicode,
    latex,
    typst,
    unicode_text,
)


def expression(text: str) -> Expression:
    reading = read(text)
    assert isinstance(reading, Reading), reading
    return reading.expression


ROWS = [
    # plain, Unicode, LaTeX, Typst
    ("log_2(x)", "log₂(x)", r"\log_{2} x", "log_2 x"),
    ("log_a(x + h)", "logₐ(x + h)", r"\log_{a}(x + h)", "log_a (x + h)"),
    ("log_b(x)", "log_b(x)", r"\log_{b} x", "log_b x"),
    ("log_10(x)", "log₁₀(x)", r"\log_{10} x", "log_10 x"),
    ("log_(1/2)(x)", "log_(1/2)(x)", r"\log_{\frac{1}{2}} x", "log_(frac(1, 2)) x"),
    ("ln(x)", "ln(x)", r"\ln x", "ln x"),
    ("ln(|x|)", "ln(|x|)", r"\ln \left|x\right|", "ln abs(x)"),
    ("ln(ln(x))", "ln(ln(x))", r"\ln(\ln x)", "ln (ln x)"),
    ("ln(x)^2", "ln(x)²", r"(\ln x)^{2}", "(ln x)^2"),
    ("ln(x^2)", "ln(x²)", r"\ln(x^{2})", "ln (x^2)"),
    ("ln(x)*y", "ln(x)·y", r"\ln(x) y", "ln (x) y"),
    ("x*ln(x)", "x·ln(x)", r"x \ln x", "x ln x"),
    ("2*ln(x)", "2 ln(x)", r"2 \ln x", "2 ln x"),
    ("(-2)^2", "(−2)²", "(-2)^{2}", "(-2)^2"),
    ("-2^2", "−2²", "-2^{2}", "-2^2"),
    ("(a^b)^c", "(aᵇ)ᶜ", "(a^{b})^{c}", "(a^b)^c"),
    ("a^(b^c)", "a^(bᶜ)", "a^{b^{c}}", "a^(b^c)"),
    ("e^(2*x)", "e²ˣ", "e^{2 x}", "e^(2 x)"),
    ("e^(-x)", "e⁻ˣ", "e^{-x}", "e^(-x)"),
    ("2^(x + 1)", "2ˣ⁺¹", "2^{x + 1}", "2^(x + 1)"),
    ("x^(1/2)", "x^(1/2)", r"x^{\frac{1}{2}}", "x^(frac(1, 2))"),
    ("(1/2)^x", "(1/2)ˣ", r"\left(\frac{1}{2}\right)^{x}", "(frac(1, 2))^x"),
    ("(x + 1)*(x - 1)", "(x + 1)·(x − 1)", "(x + 1) (x - 1)", "(x + 1) (x - 1)"),
    ("a - (b - c)", "a − (b − c)", "a - (b - c)", "a - (b - c)"),
    ("a - b - c", "a − b − c", "a - b - c", "a - b - c"),
    ("a + (b + c)", "a + (b + c)", "a + (b + c)", "a + (b + c)"),
    ("a - (-b)", "a − (−b)", "a - (-b)", "a - (-b)"),
    ("-(a + b)", "−(a + b)", "-(a + b)", "-(a + b)"),
    ("a/(b/c)", "a/(b/c)", r"\frac{a}{\frac{b}{c}}", "frac(a, frac(b, c))"),
    ("(a/b)/c", "(a/b)/c", r"\frac{\frac{a}{b}}{c}", "frac(frac(a, b), c)"),
    ("(-a)/b", "(−a)/b", r"\frac{-a}{b}", "frac(-a, b)"),
    ("-a/b", "−a/b", r"-\frac{a}{b}", "-frac(a, b)"),
    ("a/(b*c)", "a/(b·c)", r"\frac{a}{b c}", "frac(a, b c)"),
    ("1/2*x", "(1/2)·x", r"\frac{1}{2} x", "frac(1, 2) x"),
    ("x*(1/2)", "x·(1/2)", r"x \cdot \frac{1}{2}", "x dot.c frac(1, 2)"),
    ("2*3", "2·3", r"2 \cdot 3", "2 dot.c 3"),
    ("2*(-3)", "2·(−3)", r"2 \cdot (-3)", "2 dot.c (-3)"),
    ("(-2)*x", "(−2)·x", "(-2) x", "(-2) x"),
    ("2*3^x", "2·3ˣ", r"2 \cdot 3^{x}", "2 dot.c 3^x"),
    ("2*x", "2x", "2 x", "2 x"),
    ("2*(x + 1)", "2(x + 1)", "2 (x + 1)", "2 (x + 1)"),
    ("f*(x + 1)", "f·(x + 1)", r"f \cdot (x + 1)", "f dot.c (x + 1)"),
    ("d*x", "d·x", r"d \cdot x", "d dot.c x"),
    ("a*(b*c)", "a·(b·c)", "a (b c)", "a (b c)"),
    ("0.5*x", "0.5x", "0.5 x", "0.5 x"),
    ("sqrt(x + 1)", "√(x + 1)", r"\sqrt{x + 1}", "sqrt(x + 1)"),
    ("root(3, -8)", "∛(−8)", r"\sqrt[3]{-8}", "root(3, -8)"),
    ("root(n, x)", "root(n, x)", r"\sqrt[n]{x}", "root(n, x)"),
    ("|x - |y||", "|x − |y||", r"\left|x - \left|y\right|\right|", "abs(x - abs(y))"),
    ("lim_(h->0) (x + h)", "lim_(h→0) (x + h)", r"\lim_{h \to 0} (x + h)", "lim_(h -> 0) (x + h)"),
    ("lim_(h->0) (x*h)", "lim_(h→0) (x·h)", r"\lim_{h \to 0} x h", "lim_(h -> 0) x h"),
    ("lim_(x->0+) (ln(x))", "lim_(x→0+) (ln(x))", r"\lim_{x \to 0^{+}} \ln x", "lim_(x -> 0^(+)) ln x"),
    ("lim_(x->-oo) (e^x)", "lim_(x→−∞) (eˣ)", r"\lim_{x \to -\infty} e^{x}", "lim_(x -> -infinity) e^x"),
    ("(lim_(x->0) (x))*y", "(lim_(x→0) (x))·y", r"\left(\lim_{x \to 0} x\right) y", "(lim_(x -> 0) x) y"),
    ("d/dx (x + 1)", "d/dx (x + 1)", r"\frac{d}{dx} (x + 1)", "frac(d, d x) (x + 1)"),
    ("d/dx (x^2)", "d/dx (x²)", r"\frac{d}{dx} x^{2}", "frac(d, d x) x^2"),
    ("d/dalpha (x*y)", "d/dα (x·y)", r"\frac{d}{d \alpha} (x y)", "frac(d, d alpha) (x y)"),
    (
        "sum_(i=1)^N (t_i*ln(y_i))",
        "∑_(i=1)^N (tᵢ·ln(yᵢ))",
        r"\sum_{i = 1}^{N} t_{i} \ln y_{i}",
        "sum_(i = 1)^N t_i ln y_i",
    ),
    ("delta_ij", "δ_ij", r"\delta_{ij}", "delta_(i j)"),
    ("delta_{1,2}", "δ_{1,2}", r"\delta_{1,2}", 'delta_(1"," 2)'),
    ("t_ik", "tᵢₖ", "t_{ik}", "t_(i k)"),
    ("x_{1,2}", "x_{1,2}", "x_{1,2}", 'x_(1"," 2)'),
    ("alpha*pi", "α·π", r"\alpha \pi", "alpha pi"),
    ("f''(x)", "f''(x)", "f''(x)", "f''(x)"),
    ("f'(x) = 1/x", "f'(x) = 1/x", r"f'(x) = \frac{1}{x}", "f'(x) = frac(1, x)"),
    ("a != 1", "a ≠ 1", r"a \neq 1", "a != 1"),
    ("x >= 0", "x ≥ 0", r"x \geq 0", "x >= 0"),
]


@pytest.mark.parametrize(("plain", "pretty", "tex", "markup"), ROWS)
def test_is_written_as(plain: str, pretty: str, tex: str, markup: str):
    tree = expression(plain)
    assert (ascii_text(tree), unicode_text(tree), latex(tree), typst(tree)) == (plain, pretty, tex, markup)


X = Symbol("x")


@pytest.mark.parametrize(
    ("tree", "plain"),
    [
        (Sum((Negative(X), ONE)), "-x + 1"),
        (Sum((X, Negative(Sum((X, ONE))))), "x - (x + 1)"),
        (Sum((X, Limit(X, ZERO, X), ONE)), "x + lim_(x->0) (x) + 1"),
        (Product((X, Limit(X, ZERO, X))), "x*lim_(x->0) (x)"),
        (Quotient(Product((X, Limit(X, ZERO, X))), X), "(x*lim_(x->0) (x))/x"),
        (Quotient(ONE, Limit(X, ZERO, X)), "1/(lim_(x->0) (x))"),
        (Product((Product((X, X)), X)), "(x*x)*x"),
        (number(-3), "-3"),
        (Application("f", X, 2), "f''(x)"),
        (Kronecker(X, ln(X)), "delta(x, ln(x))"),
    ],
)
def test_a_tree_is_written_as(tree: Expression, plain: str):
    assert ascii_text(tree) == plain
    assert expression(plain) == tree


def test_a_numeral_keeps_every_digit():
    assert ascii_text(Number(number(1).value / 2**20)) == "0.00000095367431640625"  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["yhat", 'a"', "x]", '"); #panic("', "\\"])
def test_no_name_becomes_markup(name: str):
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    assert typst(Symbol(name)) == f'"{escaped}"'


def test_what_is_no_expression_is_refused():
    with pytest.raises(TypeError):
        ascii_text(Expression())
    with pytest.raises(TypeError):
        latex(Expression())


POSITIVE = Inequality(Symbol("a"), ">", ZERO)
WHOLE = Whole(Symbol("n"))


@pytest.mark.parametrize(
    ("condition", "plain", "pretty", "tex", "markup"),
    [
        (Inequality(Symbol("a"), "!=", ONE), "a != 1", "a ≠ 1", r"a \neq 1", "a != 1"),
        (WHOLE, "n in Z", "n ∈ ℤ", r"n \in \mathbb{Z}", "n in ZZ"),
        (HasValue(ln(X)), "ln(x) in R", "ln(x) ∈ ℝ", r"\ln x \in \mathbb{R}", "ln x in RR"),
        (FreeOf(Symbol("c"), X), "d/dx (c) = 0", "d/dx (c) = 0", r"\frac{d}{dx} c = 0", "frac(d, d x) c = 0"),
        (
            Differentiable(Symbol("u"), X),
            "d/dx (u) in R",
            "d/dx (u) ∈ ℝ",
            r"\frac{d}{dx} u \in \mathbb{R}",
            "frac(d, d x) u in RR",
        ),
        (
            AnyOf((POSITIVE, AllOf((Inequality(Symbol("a"), "!=", ZERO), WHOLE)))),
            "a > 0 or (a != 0 and n in Z)",
            "a > 0 ∨ (a ≠ 0 ∧ n ∈ ℤ)",
            r"a > 0 \lor (a \neq 0 \land n \in \mathbb{Z})",
            "a > 0 or (a != 0 and n in ZZ)",
        ),
    ],
)
def test_a_condition_is_written_as(condition: Condition, plain: str, pretty: str, tex: str, markup: str):
    written = (
        condition_ascii(condition),
        condition_unicode(condition),
        condition_latex(condition),
        condition_typst(condition),
    )
    assert written == (plain, pretty, tex, markup)
