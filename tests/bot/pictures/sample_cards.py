"""Cards of every shape for the tests of pictures; the markup is of the kind that `tutor.maths.writing` makes."""

from __future__ import annotations

from tutor.services.pictures import Card, CardLine, CardNote, Tone

_LIMIT = "lim_(h -> 0)"
_STEPS = (
    (f"{_LIMIT} frac(f(x + h) - f(x), h)", "Definition of the derivative", "導関数の定義", "", ""),
    (f"{_LIMIT} frac(changed(log_a (x + h) - log_a x), h)", "Substitute the function", "関数を代入", "", ""),
    (
        f"{_LIMIT} changed(frac(1, h) (log_a (x + h) - log_a x))",
        "Division as multiplication",
        "割り算は逆数の掛け算",
        "",
        "4.1",
    ),
    (f"{_LIMIT} frac(1, h) changed(log_a (frac(x + h, x)))", "Logarithm of a quotient", "商の対数", "2.4", "4.2"),
    (f"{_LIMIT} frac(1, h) log_a (changed(frac(x, x) + frac(h, x)))", "Split the fraction", "分数を分ける", "", ""),
    (f"{_LIMIT} frac(1, h) log_a (changed(1) + frac(h, x))", "A number over itself is 1", "約分", "", ""),
    (f"{_LIMIT} changed(log_a ((1 + frac(h, x))^(frac(1, h))))", "Logarithm of a power", "累乗の対数", "2.6", ""),
    ("changed(lim_(t -> 0) log_a ((1 + t)^(frac(1, t x))))", "Substitute t = h/x", "t = h/x と置く", "", ""),
    ("lim_(t -> 0) log_a (changed(((1 + t)^(frac(1, t)))^(frac(1, x))))", "Power of a power", "累乗の累乗", "1.4", ""),
    ("changed(log_a ((lim_(t -> 0) (1 + t)^(frac(1, t)))^(frac(1, x))))", "Continuity", "連続性", "", ""),
    ("log_a (changed(e)^(frac(1, x)))", "Definition of e", "e の定義", "", ""),
    ("changed(frac(1, x) log_a e)", "Logarithm of a power", "累乗の対数", "2.6", "4.3"),
    ("frac(1, x) dot.c changed(frac(log_e e, log_e a))", "Change of base", "底の変換公式", "2.7", ""),
    ("frac(1, x) dot.c frac(changed(1), log_e a)", "Logarithm of the base", "底自身の対数", "2.2", ""),
    ("changed(frac(1, x log_e a))", "Product of fractions", "分数の積", "", "3.1"),
)
LONG_SUM = " + ".join(f"x^{power} log_a (x + {power})" for power in range(1, 18))


def derivation(locale: str = "en") -> Card:
    """The lesson's derivation of 3.1."""
    japanese = locale == "ja"
    return Card(
        title="対数関数の微分" if japanese else "Derivative of the logarithm",
        number="3.1",
        statement="f'(x) = frac(1, x log_e a)",
        lines=tuple(
            CardLine("f'(x)" if index == 0 else "", "=", right, ja if japanese else en, number, label)
            for index, (right, en, ja, number, label) in enumerate(_STEPS)
        ),
        given=(CardNote("ただし" if japanese else "where", ("f(x) = log_a x",)),),
        notes=(
            CardNote("条件" if japanese else "Conditions", ("a > 0", "a != 1", "x > 0")),
            CardNote(
                "既知" if japanese else "Taken as known", (), "極限の性質" if japanese else "limit laws", Tone.GROUND
            ),
            CardNote("検証済み" if japanese else "Checked", (), "全行" if japanese else "every step", Tone.GOOD),
        ),
        footer="Napier",
        locale=locale,
    )


def formula() -> Card:
    """A law's own card."""
    return Card(
        "Change of base",
        "2.7",
        "log_a b = frac(log_c b, log_c a)",
        notes=(CardNote("Conditions", ("a > 0", "a != 1")), CardNote("Rests on", (), "2.6 Logarithm of a power")),
    )


def checked_working() -> Card:
    """Lines that are right and wrong."""
    return Card(
        "Your working",
        lines=(
            CardLine("log_2 (8 + 8)", "", ""),
            CardLine("", "=", "log_2 8 + log_2 8", "a sum has no such law", tone=Tone.BAD),
            CardLine("", "=", "3 + 3", "logarithm of a power", "2.6", tone=Tone.GOOD),
        ),
        notes=(CardNote("First wrong line", (), "the second", Tone.BAD),),
    )


def long_lines() -> Card:
    """Everything too wide to stand on one line."""
    return Card(
        "A derivation whose title is itself so long that it has to wrap, since no picture is as wide as that is long",
        "9.9",
        f"y = {LONG_SUM}",
        (
            CardLine("y", "=", LONG_SUM),
            CardLine("", "=", f"changed({LONG_SUM})", "A law", "2.4"),
            CardLine(
                "",
                "<=>",
                f"lim_(h -> 0) ({LONG_SUM}) + frac(1, h)",
                "A law whose name goes on and on " * 5,
                "2.4",
                "9.9",
            ),
            CardLine("", "=", "log_a x", "Short", "1.1"),
            CardLine("", "=", f"frac({' '.join(f'(x^{n} + {n})' for n in range(2, 9))}, x)", "A law", "2.4", "4.4"),
        ),
        given=(CardNote("where", (f"z = {LONG_SUM}", "w = x")),),
        notes=(CardNote("Conditions", tuple(f"x_{n} > 0" for n in range(30)), "and more words " * 20),),
    )


def tiny() -> Card:
    """The least there is."""
    return Card("x", lines=(CardLine("", "", "x"),))


def all_shapes() -> dict[str, Card]:
    """Every card of this file, by name."""
    return {
        "derivation": derivation(),
        "derivation-ja": derivation("ja"),
        "formula": formula(),
        "checked": checked_working(),
        "long": long_lines(),
        "tiny": tiny(),
    }
