"""What solving is made of: bounds, roots of numbers, polynomials, sets as lines, statements in writing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from tests.maths.strategies import expressions
from tutor.maths.balls import NoValueError, evaluate, precision
from tutor.maths.derivations import Place
from tutor.maths.expressions import Absolute, Derivative, E, Equation, Inequality, Power, Root, Symbol, number
from tutor.maths.grading import compare
from tutor.maths.numerals import rational_value
from tutor.maths.reading import read
from tutor.maths.sampling import exact_ball
from tutor.maths.solving.ground import Ground
from tutor.maths.solving.lines import intervals_of, line_of
from tutor.maths.solving.numeric import find_roots
from tutor.maths.solving.polynomials import TooManyTermsError, polynomial, written
from tutor.maths.solving.solver import Solver
from tutor.maths.solving.spans import INFINITE, NowhereDefinedHereError, Span, bounds, course
from tutor.maths.solving.surds import quadratic_roots, real_root
from tutor.maths.statements import ALWAYS, NEVER, Alternatives, Together, both, either, flattened, opened
from tutor.maths.writing import ascii_text, latex, typst, unicode_text
from tutor.services.library import library
from tutor.words.spoken import spoken

X = Symbol("x")
MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
fractions = st.fractions(min_value=-8, max_value=8, max_denominator=12)


def expression(text):
    return read(text).expression


@MANY
@given(expressions((X,), leaf_count=8), fractions, fractions, st.integers(0, 4))
@example(Absolute(Power(X, number(Fraction(1, 2)))), Fraction(0), Fraction(0), 0)
@example(Absolute(Power(X, number(0))), Fraction(0), Fraction(-1), 0)
@example(Power(X, number(-2)), Fraction(-1), Fraction(-3), 1)
@example(Power(X, number(Fraction(3, 2))), Fraction(0), Fraction(-1), 0)
def test_bounds_hold_every_value_and_every_slope(node, one, other, part):
    low, high = sorted((one, other))
    at = low + (high - low) * Fraction(part, 4)
    with precision(128):
        span = Span(exact_ball(low), exact_ball(high))
        try:
            value = evaluate(node, {X: exact_ball(at)})
        except NoValueError:
            return
        try:
            found = bounds(node, X, span)
        except NoValueError:
            return
        assert not value < found.low
        assert not value > found.high
        try:
            slope = evaluate(Derivative(X, node), {X: exact_ball(at)})
            slopes = course(node, X, span).slopes
        except NoValueError:
            return
        assert not slope < slopes.low
        assert not slope > slopes.high


def test_bounds_reach_to_infinity_and_to_the_edge():
    far = bounds(expression("x + ln(x)"), X, Span(arb(1000), INFINITE))
    assert far.low > 1000
    assert far.high == INFINITE
    edge = bounds(expression("x + ln(x)"), X, Span(arb(0), arb(1) / 4))
    assert edge.low == -INFINITE
    assert edge.high < 0


def test_bounds_of_what_is_defined_nowhere():
    with pytest.raises(NowhereDefinedHereError):
        bounds(expression("ln(x)"), X, Span(arb(-2), arb(-1)))


@pytest.mark.parametrize(
    ("text", "roots", "low", "high"),
    [
        ("x^2 - 2", 2, None, None),
        ("e^x - x", 0, None, None),
        ("x - 2000", 0, None, 1000),
        ("2^x - x^2", 3, None, 1000),
        ("|x| - 1", 2, None, None),
    ],
)
def test_roots_are_counted(text, roots, low, high):
    found = find_roots(expression(text), X, None)
    assert len(found.roots) == roots
    assert found.unclear == ()
    assert (found.low, found.high) == (low, high)


@MANY
@given(st.integers(2, 6), st.fractions(min_value=-400, max_value=400, max_denominator=50))
def test_a_real_root_is_one(index, value):
    assume(index % 2 == 1 or value >= 0)
    root = real_root(index, number(value))
    with precision(200):
        assert (evaluate(root, {}) ** index).overlaps(exact_ball(value))


@pytest.mark.parametrize(
    ("index", "radicand", "root"),
    [
        (2, number(9), "3"),
        (2, number(12), "2*sqrt(3)"),
        (2, number(Fraction(1, 4)), "1/2"),
        (2, number(Fraction(3, 4)), "sqrt(3)/2"),
        (2, number(Fraction(1, 3)), "sqrt(3)/3"),
        (3, number(-8), "-2"),
        (3, number(16), "2*root(3, 2)"),
        (4, number(4), "sqrt(2)"),
        (2, Power(E, number(4)), "e^2"),
        (2, Power(E, number(3)), "e^(3/2)"),
        (2, E, "sqrt(e)"),
        (2, expression("ln(3)"), "sqrt(ln(3))"),
    ],
)
def test_roots_as_one_writes_them(index, radicand, root):
    assert ascii_text(real_root(index, radicand)) == root


coefficients = st.fractions(min_value=-20, max_value=20, max_denominator=6)


@MANY
@given(coefficients.filter(bool), coefficients, coefficients)
def test_quadratic_roots_are_roots_in_order(a, b, c):
    roots = quadratic_roots(a, b, c)
    inside = b * b - 4 * a * c
    assert len(roots) == (2 if inside > 0 else 1 if inside == 0 else 0)
    with precision(200):
        balls = [evaluate(root, {}) for root in roots]
        assert all((exact_ball(a) * ball * ball + exact_ball(b) * ball + exact_ball(c)).contains(0) for ball in balls)
        assert len(balls) < 2 or balls[0] < balls[1]


@MANY
@given(expressions((X, Symbol("a")), leaf_count=8))
def test_multiplying_out_keeps_the_value(node):
    try:
        after = written(polynomial(node), X)
    except TooManyTermsError:
        return
    assert compare(node, after).outcome != "different"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("(x-1)(x+1)", "x^2 - 1"),
        ("x(x-3) - 10", "x^2 - 3*x - 10"),
        ("(2^x - 1)^2", "(2^x)^2 - 2*2^x + 1"),
        ("(x+1) ln 3", "x*ln(3) + ln(3)"),
        ("sqrt(x)^2 + x", "2*x"),
        ("x/2 + x/3", "5*x/6"),
        ("(1 + sqrt(x))^2", "x + 2*sqrt(x) + 1"),
        ("e x - x e", "0"),
    ],
)
def test_multiplied_out(text, after):
    assert ascii_text(written(polynomial(expression(text)), X)) == after


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x = 1 or x = 2", 2),
        ("x > 1", 1),
        ("x >= 1 and x < 3 or x = 5", 2),
        ("x < 0 or x > 0", 2),
        ("x != 1", 2),
        ("x <= 1 or x >= 1", 1),
    ],
)
def test_a_set_comes_back_as_the_same_set(text, count):
    ground = Ground(X, Equation(X, X))
    line = either(both(map(expression, part.split(" and "))) for part in text.split(" or "))
    values = ground.set_of(line)
    parts = intervals_of(values)
    assert parts is not None
    assert len(parts) == count
    again = ground.set_of(line_of(values, X))
    assert values.minus(again).is_empty
    assert again.minus(values).is_empty


ONE, TWO = Equation(X, number(1)), Equation(X, number(2))
ABOVE, BELOW = Inequality(X, ">", number(0)), Inequality(X, "<", number(3))


def test_statements_are_opened():
    nested = Alternatives((ONE, Alternatives((TWO, ONE))))
    assert opened(nested) == Alternatives((ONE, TWO))
    assert flattened(nested) == Alternatives((ONE, TWO, ONE))
    assert opened(Alternatives((NEVER, ONE))) == ONE
    assert opened(Alternatives((ALWAYS, ONE))) == ALWAYS
    assert opened(Together((ALWAYS, ONE))) == ONE
    assert opened(Together((NEVER, ONE))) == NEVER
    assert flattened(Alternatives((NEVER, NEVER))) == NEVER
    assert flattened(Together((ALWAYS, NEVER))) == NEVER


@pytest.mark.parametrize(
    ("line", "plain", "for_people", "tex", "markup", "words"),
    [
        (
            Alternatives((ONE, TWO)),
            "x = 1 or x = 2",
            "x = 1 ∨ x = 2",
            r"x = 1 \lor x = 2",
            "x = 1 or x = 2",
            "x equals 1, or x equals 2",
        ),
        (
            Together((ABOVE, BELOW)),
            "x > 0 and x < 3",
            "0 < x < 3",
            "0 < x < 3",
            "0 < x < 3",
            "x is greater than 0 and x is less than 3",
        ),
        (
            Together((ABOVE, Alternatives((ONE, TWO)))),
            "x > 0 and (x = 1 or x = 2)",
            "x > 0 ∧ (x = 1 ∨ x = 2)",
            r"x > 0 \land (x = 1 \lor x = 2)",
            "x > 0 and (x = 1 or x = 2)",
            "x is greater than 0 and any of this: x equals 1, or x equals 2, end of any",
        ),
        (NEVER, "0 = 1", "0 = 1", "0 = 1", "0 = 1", "0 equals 1"),
        (ALWAYS, "0 = 0", "0 = 0", "0 = 0", "0 = 0", "0 equals 0"),
    ],
)
def test_statements_are_written(line, plain, for_people, tex, markup, words):
    assert ascii_text(line) == plain
    assert unicode_text(line) == for_people
    assert latex(line) == tex
    assert typst(line) == markup
    assert spoken(line, "en") == words


@pytest.mark.parametrize(
    "text",
    ["x = 1/(x-x)", "x = |1/(0*x)|", "1/0 = x", "x = ln(-1)", "x < 1/(x-x)", "x > ln(x-x)", "ln(x) + ln(-x) = 1"],
)
def test_what_is_defined_nowhere_has_no_solution(text):
    found = Solver(library().laws).solve(expression(text), X)
    assert found.complete
    assert found.solution_set.kind == "none"
    assert found.solutions == ()
    assert found.derivation.checked == "proved"


def test_a_root_with_a_large_index_is_left_as_it_is():
    assert real_root(3_200_000, number(Fraction(1, 2))) == Root(number(3_200_000), number(Fraction(1, 2)))
    assert real_root(1_000, number(Fraction(1, 2**1_000))) == number(Fraction(1, 2))


def test_a_chain_gives_way_to_a_mark_on_part_of_it():
    chain = Together((Inequality(X, "<=", number(3)), Inequality(X, ">", number(0))))
    assert typst(chain) == "0 < x <= 3"
    assert typst(chain, Place(())) == "changed(0 < x <= 3)"
    assert typst(chain, Place((1,))) == "x <= 3 and changed(x > 0)"
    assert unicode_text(Together((Inequality(X, ">", number(0)), Inequality(X, ">", number(3))))) == "x > 0 ∧ x > 3"


def test_a_root_of_a_root_is_read_as_numbers_only():
    assert rational_value(real_root(2, number(16))) == 4
    assert isinstance(real_root(2, number(7)), Root)
