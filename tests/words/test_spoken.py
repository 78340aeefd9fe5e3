"""How expressions are said: a table for each language, to which a teacher can add a row."""

from __future__ import annotations

import pytest

from tutor.maths.conditions import AllOf, AnyOf, Condition, Differentiable, FreeOf, HasValue, Whole
from tutor.maths.expressions import ZERO, Application, Expression, Inequality, Power, Product, Sum, Symbol
from tutor.maths.reading import Reading, read
from tutor.words.messages import Locale
from tutor.words.spoken import spoken, spoken_condition

TABLE = (
    ("3", "3", "3"),
    ("2.5", "2.5", "2.5"),
    ("x", "x", "x"),
    ("pi", "pi", "円周率"),
    ("X", "capital X", "大文字の X"),
    ("theta", "theta", "シータ"),
    ("x_1", "x sub 1", "x 添え字 1"),
    ("t_ik", "t sub i k", "t 添え字 i k"),
    ("a + b", "a plus b", "a プラス b"),
    ("a - b", "a minus b", "a マイナス b"),
    ("-x", "minus x", "マイナス x"),
    ("-x + y", "minus x, plus y", "マイナス x、プラス y"),
    ("a - (b + c)", "a minus the quantity b plus c, end of quantity", "a マイナス、かっこ b プラス c、かっこ閉じ"),
    ("x*y", "x times y", "x かける y"),
    ("2x", "2 times x", "2 かける x"),
    ("(a+b)*c", "the quantity a plus b, end of quantity, times c", "かっこ a プラス b、かっこ閉じ、かける c"),
    ("-(a*b)", "minus a times b", "マイナス a かける b"),
    ("(-a)*b", "the quantity minus a, end of quantity, times b", "かっこ マイナス a、かっこ閉じ、かける b"),
    ("1/x", "1 over x", "x 分の 1"),
    ("(a+b)/c", "the fraction a plus b, over c, end of fraction", "分数、分母 c、分子 a プラス b、分数終わり"),
    ("a + b/c", "a plus the fraction b over c", "a プラス 分数 c 分の b"),
    ("a/(b*c)", "the fraction a, over b times c, end of fraction", "分数、分母 b かける c、分子 a、分数終わり"),
    ("x^2", "x squared", "x の 2 乗"),
    ("x^3", "x cubed", "x の 3 乗"),
    ("a^x", "a to the power x", "a の x 乗"),
    ("a^(x+y)", "a to the power x plus y, end of exponent", "a の、かっこ x プラス y、かっこ閉じ、乗"),
    ("a^x + y", "a to the power x, plus y", "a の x 乗、プラス y"),
    ("a^(-x)", "a to the power minus x", "a の マイナス x 乗"),
    ("e^(2x)", "e to the power 2 times x, end of exponent", "e の、かっこ 2 かける x、かっこ閉じ、乗"),
    (
        "(a^x)^y",
        "the quantity a to the power x, end of quantity, to the power y",
        "かっこ a の x 乗、かっこ閉じ、の y 乗",
    ),
    ("a^(x^y)", "a to the power x to the power y, end of exponent", "a の、かっこ x の y 乗、かっこ閉じ、乗"),
    ("a^(1/h)", "a to the power 1 over h, end of exponent", "a の h 分の 1 乗"),
    ("-x^2", "minus x squared", "マイナス x の 2 乗"),
    ("(-x)^2", "the quantity minus x, end of quantity, squared", "かっこ マイナス x、かっこ閉じ、の 2 乗"),
    ("sqrt(x)", "the square root of x", "ルート x"),
    ("sqrt(x+1)", "the square root of x plus 1, end of root", "ルート x プラス 1、ルート終わり"),
    ("cbrt(x)", "the cube root of x", "3 乗根 x"),
    ("|x|", "the absolute value of x", "絶対値 x"),
    ("|x - 1|", "the absolute value of x minus 1, end of absolute value", "絶対値 x マイナス 1、絶対値終わり"),
    ("ln(x)", "natural log of x", "底 e の x の対数"),
    (
        "ln(x)^2",
        "the quantity natural log of x, end of quantity, squared",
        "かっこ 底 e の x の対数、かっこ閉じ、の 2 乗",
    ),
    (
        "ln(x^2)",
        "natural log of the quantity x squared, end of quantity",
        "底 e の、かっこ x の 2 乗、かっこ閉じ、の対数",
    ),
    ("log_a(x)", "log base a of x", "底 a の x の対数"),
    ("log_2(8)", "log base 2 of 8", "底 2 の 8 の対数"),
    ("log_a(x) + y", "log base a of x, plus y", "底 a の x の対数、プラス y"),
    (
        "log_a(x + y)",
        "log base a of the quantity x plus y, end of quantity",
        "底 a の、かっこ x プラス y、かっこ閉じ、の対数",
    ),
    ("log_a(x/y)", "log base a of the fraction x over y", "底 a の 分数 y 分の x の対数"),
    (
        "log_a(X*Y)",
        "log base a of the quantity capital X times capital Y, end of quantity",
        "底 a の、かっこ 大文字の X かける 大文字の Y、かっこ閉じ、の対数",
    ),
    (
        "log_a(X^Y)",
        "log base a of the quantity capital X to the power capital Y, end of quantity",
        "底 a の、かっこ 大文字の X の 大文字の Y 乗、かっこ閉じ、の対数",
    ),
    ("y*log_a(x)", "y times log base a of x", "y かける 底 a の x の対数"),
    ("ln(ln(x))", "natural log of natural log of x", "底 e の 底 e の x の対数 の対数"),
    (
        "log_a(b) = log_c(b)/log_c(a)",
        "log base a of b, equals the fraction log base c of b, over log base c of a, end of fraction",
        "底 a の b の対数、イコール、分数、分母 底 c の a の対数、分子 底 c の b の対数、分数終わり",
    ),
    ("f(x)", "f of x", "f x"),
    ("f(x+h)", "f of the quantity x plus h, end of quantity", "f、かっこ x プラス h、かっこ閉じ"),
    ("f'(x)", "f prime of x", "f ダッシュ x"),
    ("f''(x)", "f double prime of x", "f ツーダッシュ x"),
    ("f(x)^2", "the quantity f of x, end of quantity, squared", "かっこ f x、かっこ閉じ、の 2 乗"),
    (
        "lim_(h->0) (f(x+h)-f(x))/h",
        (
            "the limit as h goes to 0 of the fraction f of the quantity x plus h, end of quantity, minus f of x, "
            "over h, end of fraction"
        ),
        "h が 0 に近づくときの極限、分数、分母 h、分子 f、かっこ x プラス h、かっこ閉じ、マイナス f x、分数終わり",
    ),
    (
        "lim_(t->0) (1+t)^(1/t)",
        "the limit as t goes to 0 of the quantity 1 plus t, end of quantity, to the power 1 over t, end of exponent",
        "t が 0 に近づくときの極限、かっこ 1 プラス t、かっこ閉じ、の t 分の 1 乗",
    ),
    (
        "lim_(x->0+) ln(x)",
        "the limit as x goes to 0 from above of natural log of x",
        "x が 0 に右から近づくときの極限、底 e の x の対数",
    ),
    ("lim_(x->oo) 1/x", "the limit as x goes to infinity of 1 over x", "x が 無限大 に近づくときの極限、x 分の 1"),
    (
        "1 + lim_(h->0) h",
        "1 plus the limit as h goes to 0 of h, end of limit",
        "1 プラス、h が 0 に近づくときの極限、h、極限終わり",
    ),
    ("d/dx ln(x)", "the derivative with respect to x of natural log of x", "x についての微分、底 e の x の対数"),
    ("d/dx x * y", "the derivative with respect to x of x times y", "x についての微分、x かける y"),
    (
        "sum_(i=1)^N x_i",
        "the sum from i equals 1 to capital N of x sub i",
        "i が 1 から 大文字の N までの和、x 添え字 i",
    ),
    ("delta_ij", "Kronecker delta of i and j", "クロネッカーのデルタ i と j"),
    ("x < y", "x is less than y", "x は y より小さい"),
    ("x <= 0", "x is less than or equal to 0", "x は 0 以下"),
    ("x >= 1", "x is greater than or equal to 1", "x は 1 以上"),
    ("x > 0", "x is greater than 0", "x は 0 より大きい"),
    ("a != 1", "a is not equal to 1", "a は 1 と等しくない"),
)


EACH_ROW = pytest.mark.parametrize(("typed", "english", "japanese"), TABLE)
X, N = Symbol("x"), Symbol("n")


def expression(typed: str) -> Expression:
    reading = read(typed)
    assert isinstance(reading, Reading)
    return reading.expression


@EACH_ROW
def test_english(typed: str, english: str, japanese: str):
    assert spoken(expression(typed), "en") == english


@EACH_ROW
def test_japanese(typed: str, english: str, japanese: str):
    assert spoken(expression(typed), "ja") == japanese


@pytest.mark.parametrize("locale", ["en", "ja"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(a+b)/c", "a+b/c"),
        ("a/(b+c)", "a/b+c"),
        ("a/(b*c)", "(a/b)*c"),
        ("(a/b)/c", "a/(b/c)"),
        ("ln(x)^2", "ln(x^2)"),
        ("a^(b+c)", "a^b+c"),
        ("a^(b*c)", "a^b*c"),
        ("(a^b)^c", "a^(b^c)"),
        ("log_a(x)+y", "log_a(x+y)"),
        ("log_a(x)*y", "log_a(x*y)"),
        ("log_a(x)/y", "log_a(x/y)"),
        ("log_(a*b)(x)", "a*log_b(x)"),
        ("-(a+b)", "-a+b"),
        ("(-x)^2", "-x^2"),
        ("sqrt(x)+1", "sqrt(x+1)"),
        ("sqrt(x)^2", "sqrt(x^2)"),
        ("|x|+1", "|x+1|"),
        ("f(x)+h", "f(x+h)"),
        ("f(x)^2", "f(x^2)"),
        ("lim_(h->0) (h+x)", "(lim_(h->0) h) + x"),
        ("d/dx (x*y)", "(d/dx x)*y"),
        ("x", "X"),
        ("x_1", "x*1"),
        ("a-(b-c)", "a-b-c"),
    ],
)
def test_what_is_easily_confused_sounds_different(locale: Locale, one: str, other: str):
    assert spoken(expression(one), locale) != spoken(expression(other), locale)


@pytest.mark.parametrize(
    ("condition", "english", "japanese"),
    [
        (Whole(N), "n is a whole number", "n は整数"),
        (FreeOf(Symbol("a"), X), "a does not depend on x", "a は x によらない"),
        (
            Differentiable(Application("f", X), X),
            "f of x can be differentiated with respect to x",
            "f x は x について微分可能",
        ),
        (HasValue(Power(X, N)), "x to the power n has a value", "x の n 乗 は値をもつ"),
        (
            AllOf((Inequality(X, ">", ZERO), Whole(N))),
            "x is greater than 0 and n is a whole number",
            "x は 0 より大きい、かつ n は整数",
        ),
        (
            AnyOf((Inequality(X, ">", ZERO), AllOf((Inequality(X, "!=", ZERO), Whole(N))))),
            "x is greater than 0, or all of this: x is not equal to 0 and n is a whole number, end of all",
            "x は 0 より大きい、または 次のすべて、x は 0 と等しくない、かつ n は整数、以上",
        ),
        (AllOf((Whole(N),)), "n is a whole number", "n は整数"),
    ],
)
def test_conditions(condition: Condition, english: str, japanese: str):
    assert spoken_condition(condition, "en") == english
    assert spoken_condition(condition, "ja") == japanese


@pytest.mark.parametrize("kind", [Sum, Product])
def test_the_nesting_of_sums_and_products_is_not_heard(kind: type[Sum | Product]):
    """Nor does it need to be: a + (b + c) and a + b + c differ by no rule."""
    a, b, c = map(Symbol, "abc")
    assert spoken(kind((a, kind((b, c)))), "en") == spoken(kind((a, b, c)), "en")
