"""The losses' gradients against plain arithmetic, and losses known again however they are written."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from flint import arb

from tutor.maths.balls import Setting, evaluate, precision
from tutor.maths.checker import check
from tutor.maths.conditions import FreeOf
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import Symbol
from tutor.maths.indices import alike, apart, may_be_same, mentioned, reindexed
from tutor.maths.making.differentiation import Differentiator
from tutor.maths.making.losses import known_gradient
from tutor.maths.ordering import same
from tutor.maths.reading import Reading, read
from tutor.maths.rules.applying import uses
from tutor.maths.writing import ascii_text, condition_unicode, latex
from tutor.services.library import library

LAWS = library().laws
LOSSES = (
    "cross-entropy",
    "cross-entropy-by-output",
    "binary-cross-entropy",
    "binary-cross-entropy-by-output",
    "cross-entropy-of-one",
    "cross-entropy-of-one-by-output",
    "binary-cross-entropy-of-one",
    "binary-cross-entropy-of-one-by-output",
    "derivative-of-softmax",
    "derivative-of-sigmoid",
)


def expression(text):
    found = read(text)
    assert isinstance(found, Reading), text
    return found.expression


def family(name, *rows):
    """Values of x_ik, one row for each i."""
    if not isinstance(rows[0], tuple):
        return {Symbol(name, (str(i),)): arb(value) for i, value in enumerate(rows, 1)}
    return {
        Symbol(name, (str(i), str(k))): arb(value) for i, row in enumerate(rows, 1) for k, value in enumerate(row, 1)
    }


@pytest.mark.parametrize("name", LOSSES)
def test_every_step_was_compared_with_values(name):
    derivation = LAWS[name].derivation
    verdict = check(derivation, LAWS)
    assert verdict.faults == ()
    assert verdict.gained == ()
    assert all(verdict.compared)


@pytest.mark.parametrize(("j", "m"), [(1, 1), (1, 3), (2, 2), (2, 3)])
def test_the_softmax_gradient_is_what_differences_give(j, m):
    """By plain floating-point arithmetic, which knows nothing of our expressions."""
    t = ((0, 1, 0), (0.25, 0.25, 0.5))
    x = [[0.5, -1.0, 2.0], [1.5, 0.25, -0.5]]

    def loss(inputs):
        total = 0.0
        for row, wanted in zip(inputs, t, strict=True):
            below = sum(map(math.exp, row))
            total += sum(w * math.log(math.exp(value) / below) for w, value in zip(wanted, row, strict=True))
        return -total / len(inputs)

    step = 1e-6
    up, down = ([list(row) for row in x] for _ in range(2))
    up[j - 1][m - 1] += step
    down[j - 1][m - 1] -= step
    by_differences = (loss(up) - loss(down)) / (2 * step)
    law = LAWS["cross-entropy"]
    point = {**family("t", *t), **family("x", *map(tuple, x)), Symbol("N"): arb(2), Symbol("K"): arb(3)}
    point |= {Symbol("j"): arb(j), Symbol("m"): arb(m)}
    with precision(128):
        setting = Setting(law.derivation.given)
        left, right = (evaluate(side, point, setting) for side in (law.left, law.right))
    assert left.overlaps(right)
    assert float(right) == pytest.approx(by_differences, abs=1e-8)


@pytest.mark.parametrize("j", [1, 2, 3])
def test_the_sigmoid_gradient_is_output_minus_target(j):
    t, x = (0, 1, 0.5), (0.5, -1.0, 2.0)
    law = LAWS["binary-cross-entropy"]
    point = {**family("t", *t), **family("x", *x), Symbol("N"): arb(3), Symbol("j"): arb(j)}
    with precision(128):
        left = evaluate(law.left, point, Setting(law.derivation.given))
    assert float(left) == pytest.approx((1 / (1 + math.exp(-x[j - 1])) - t[j - 1]) / 3)


def test_targets_that_do_not_add_up_to_one_break_the_law():
    """The condition is needed: without it the two sides differ."""
    law = LAWS["cross-entropy"]
    point = {**family("t", (1, 1, 0), (0, 1, 0)), **family("x", (0.5, -1, 2), (1.5, 0.25, -0.5))}
    point |= {Symbol("N"): arb(2), Symbol("K"): arb(3), Symbol("j"): arb(1), Symbol("m"): arb(2)}
    with precision(128):
        left, right = (evaluate(side, point, Setting(law.derivation.given)) for side in (law.left, law.right))
    assert not left.overlaps(right)


@pytest.mark.parametrize(
    ("written", "variable", "law"),
    [
        ("-1/N sum_(i)^N sum_(k)^K t_ik log y_ik", None, "cross-entropy"),
        (r"\ - \frac{1}{N} \sum_{i}^{N} \sum_{k}^{K} t_{ik} \log y_{ik} \tag{1}", None, "cross-entropy"),
        ("L = -(sum_(n=1)^M sum_(c=1)^C p_nc ln q_nc)/M", None, "cross-entropy"),
        ("-1/N sum_(i)^N sum_(k)^K t_ik log y_ik", "y_jl", "cross-entropy-by-output"),
        ("d/dy_jl (-1/N*sum_(i=1)^N sum_(k=1)^K t_ik*ln(y_ik))", None, "cross-entropy-by-output"),
        ("-1/N sum_(i)^N sum_(k)^K t_ik log y_ik", "x_jm", "cross-entropy"),
        ("-1/N sum_(i)^N [t_i log y_i + (1-t_i) log(1-y_i)]", None, "binary-cross-entropy"),
        ("-1/N sum_(i)^N [t_i log y_i + (1-t_i) log(1-y_i)]", "y_j", "binary-cross-entropy-by-output"),
        ("-sum_(k)^K t_k log y_k", None, "cross-entropy-of-one"),
        ("-sum_k t_k ln y_k", None, "cross-entropy-of-one"),
        ("-sum_(k=1)^K t_k ln y_k", "x_m", "cross-entropy-of-one"),
        ("-sum_(k=1)^K t_k ln y_k", "z_m", "cross-entropy-of-one"),
        ("-sum_(k=1)^K t_k ln y_k", "y_m", "cross-entropy-of-one-by-output"),
        ("H = -sum_(i=1)^n p_i log q_i", None, "cross-entropy-of-one"),
        ("-sum_(i=1)^n p_i log q_i", "q_j", "cross-entropy-of-one-by-output"),
        ("-sum_(i=1)^n p_i log p_i", None, None),
        ("-(t ln y + (1-t) ln(1-y))", None, "binary-cross-entropy-of-one"),
        ("-[t log y + (1-t) log(1-y)]", "x", "binary-cross-entropy-of-one"),
        ("-(p ln q + (1-p) ln(1-q))", None, "binary-cross-entropy-of-one"),
        ("-t ln y - (1-t) ln(1-y)", None, "binary-cross-entropy-of-one"),
        ("-(t ln y + (1-t) ln(1-y))", "y", "binary-cross-entropy-of-one-by-output"),
        ("-(t ln x + (1-t) ln(1-x))", None, "binary-cross-entropy-of-one-by-output"),
        ("-(t ln y + (1-t) ln(1-y))", "t", None),
        ("-(3 ln y + (1-3) ln(1-y))", None, None),
        ("ln x + ln(1-x)", None, None),
        ("1/N sum_(i)^N sum_(k)^K t_ik log y_ik", None, None),
        ("-1/N sum_(i)^N sum_(k)^K t_ik log t_ik", None, None),
        ("sum_(i)^N (y_i - t_i)^2", None, None),
        ("ln(x)", None, None),
    ],
)
def test_a_loss_is_known_again(written, variable, law):
    letter = None if variable is None else expression(variable)
    found = known_gradient(expression(written), letter, LAWS)
    assert (found.id if found else None) == law


@pytest.mark.parametrize(
    ("written", "variable", "result", "conditions"),
    [
        ("sum_(i=1)^N (y_i-t_i)^2", "y_j", "2*(y_j-t_j)", ["j ∈ {1, …, N}"]),
        ("-sum_(k=1)^K t_k ln(y_k)", "y_l", "-t_l/y_l", ["yₖ > 0 (∀ k)", "l ∈ {1, …, K}"]),
        ("-sum_(k=1)^K t_k ln(y_k)", "y_k", "-t_k/y_k", ["yᵢ > 0 (∀ i)", "k ∈ {1, …, K}"]),
        ("ln(sum_(k=1)^K e^x_k)", "x_m", "e^x_m/sum_(k=1)^K e^x_k", ["m ∈ {1, …, K}"]),
        ("sum_(i=1)^N a_i*x^i", "x", "sum_(i=1)^N a_i*i*x^(i-1)", ["x ≠ 0"]),
        ("sum_(i=1)^N w_i*x_i + b", "w_j", "x_j", ["j ∈ {1, …, N}"]),
        ("x_1^2 + x_2^2", "x_1", "2*x_1", []),
    ],
)
def test_sums_over_an_index_are_differentiated(written, variable, result, conditions):
    made = Differentiator(LAWS).differentiate(expression(written), expression(variable))
    assert same(made.result, expression(result))
    assert made.checked == "proved"
    assert [condition_unicode(one) for one in made.conditions] == conditions


@pytest.mark.parametrize(
    ("written", "variable", "statement"),
    [
        ("-sum_(i=1)^n p_i log q_i", None, "d/dx_m (-(sum_(i=1)^n p_i*ln(q_i))) = q_m - p_m"),
        ("-sum_(k=1)^K t_k ln y_k", "z_j", "d/dz_j (-(sum_(k=1)^K t_k*ln(y_k))) = y_j - t_j"),
        ("-sum_(m=1)^M p_m ln q_m", None, "d/dx_a (-(sum_(m=1)^M p_m*ln(q_m))) = q_a - p_a"),
        ("-sum_(i=1)^n p_i log q_i", "q_j", "d/dq_j (-(sum_(i=1)^n p_i*ln(q_i))) = -(p_j/q_j)"),
        ("-(p ln q + (1-p) ln(1-q))", None, "d/dx (-(p*ln(q) + (1-p)*ln(1-q))) = q - p"),
        ("-(p ln q + (1-p) ln(1-q))", "z", "d/dz (-(p*ln(q) + (1-p)*ln(1-q))) = q - p"),
        ("-1/M sum_(n=1)^M sum_(c=1)^C p_nc ln q_nc", "x_nc", None),
    ],
)
def test_a_loss_keeps_its_letters(written, variable, statement):
    found = known_gradient(expression(written), None if variable is None else expression(variable), LAWS)
    assert statement is None or found.statement == expression(statement)
    verdict = check(found.derivation, LAWS)
    assert verdict.faults == ()
    assert all(verdict.compared)
    assert found.derivation.checked == "proved"


def test_a_letter_that_is_bound_is_not_caught():
    inner = expression("sum_(k=1)^K t_ik")
    assert reindexed(inner, {"i": Symbol("j")}) == expression("sum_(k=1)^K t_jk")
    assert reindexed(inner, {"k": Symbol("j")}) == inner
    with pytest.raises(ValueError, match="bound"):
        reindexed(inner, {"i": Symbol("k")})
    with pytest.raises(ValueError, match="letter"):
        reindexed(inner, {"i": expression("j+1")})


def test_names_of_bound_letters_do_not_count():
    assert alike(expression("sum_(k=1)^K t_ik"), expression("sum_(l=1)^K t_il"))
    assert not alike(expression("sum_(k=1)^K t_ik"), expression("sum_(k=1)^K t_jk"))
    assert apart(expression("sum_(k=1)^K t_k"), expression("y_k")) == expression("sum_(i=1)^K t_i")


def test_subscripts_are_letters_of_an_expression():
    assert mentioned(expression("sum_(k=1)^K t_ik")) >= {Symbol("i"), Symbol("K")}
    assert Symbol("k") not in mentioned(expression("sum_(k=1)^K t_ik"))
    assert may_be_same(expression("y_ik"), expression("y_j2"))
    assert not may_be_same(expression("y_1"), expression("y_2"))


def test_a_derivative_by_one_of_many_is_not_taken_for_zero():
    """Indices may be equal: the constant rule must not apply to y_i by y_j."""
    law = LAWS["derivative-of-constant"]
    line = expression("d/dy_j y_i")
    [asked] = [
        one
        for one in law.conditions_for({Symbol("c"): line.body, Symbol("x"): line.variable})
        if isinstance(one, FreeOf)
    ]
    assert not entails(Facts(), asked)


def test_entropy_is_no_cross_entropy():
    """The law about -sum t ln y must not be used where targets and outputs are the same letters."""
    law = LAWS["cross-entropy-by-output"]
    line = expression("d/dt_jl (-1/N*sum_(i=1)^N sum_(k=1)^K t_ik*ln(t_ik))")
    step = next(uses(line, law))
    assert any(isinstance(one, FreeOf) and not entails(Facts(), one) for one in step.conditions)


def test_sums_are_added_up():
    point = {**family("a", 2, 3, 5), Symbol("n"): arb(3)}
    with precision(64):
        assert float(evaluate(expression("sum_(i=1)^n i*a_i"), point)) == 23
        assert float(evaluate(expression("sum_(i=1)^2 a_i"), point)) == 5
        assert Fraction(str(evaluate(expression("sum_(i=1)^n delta_i2*a_i"), point).unique_fmpz())) == 3


@pytest.mark.parametrize("name", LOSSES)
def test_every_line_reads_back(name):
    for line in LAWS[name].derivation.lines:
        assert expression(ascii_text(line)) == line
        assert expression(latex(line)) == line
