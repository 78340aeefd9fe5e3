"""Graphs in words: what a picture of one says to those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from tutor.maths.curves import Curve, Ending, Spot, Turn
from tutor.maths.expressions import Expression
from tutor.maths.grading.domains import plain_conditions
from tutor.maths.numerals import rational_value
from tutor.maths.writing import condition_unicode, unicode_text
from tutor.words.messages import Locale, text
from tutor.words.spoken import spoken, spoken_condition

DIGITS = 4
LONGEST_EXACT = 24
"""A formula for a place that is longer than this is told as a decimal alone."""


def number_words(value: float, around: float = 0.0) -> str:
    """A number to a few digits, with a true minus sign.

    Args:
        value: the number.
        around: the size of what is looked at; a number that is nothing beside it is 0.
    """
    if abs(value) <= 1e-9 * around:
        return "0"
    shown = f"{value:.{DIGITS}g}"
    mantissa, _, exponent = shown.partition("e")
    factor = {"1": "", "-1": "-"}.get(mantissa, f"{mantissa} × ")
    written = mantissa if not exponent else f"{factor}10^{int(exponent)}"
    return written.replace("-", "−")


class GraphWords:
    """Tells graphs in one language, with formulas spoken (for alt text) or written (for plain text)."""

    def __init__(self, locale: Locale, *, aloud: bool) -> None:
        self._locale = locale
        self._aloud = aloud

    def formula(self, expression: Expression) -> str:
        """An expression."""
        return spoken(expression, self._locale) if self._aloud else unicode_text(expression)

    def listed(self, parts: Iterable[str]) -> str:
        """Several in a row."""
        return text(self._locale, "alt-separator").join(parts)

    def head(self, graph: Curve, shown: Expression | None = None, *, both: bool = False) -> str:
        """What is drawn, and from where to where.

        Args:
            graph: the graph.
            shown: what it is called by, where that is not its own expression.
            both: whether ``shown`` is an equation whose two sides are drawn.
        """
        width = graph.high - graph.low
        ends = {"low": number_words(graph.low, width), "high": number_words(graph.high, width)}
        name = self.formula(graph.variable)
        said = self.formula(shown or graph.expression)
        if both:
            return text(self._locale, "graph-of-both", equation=said, variable=name, **ends)
        return text(self._locale, "graph-of", expression=said, variable=name, **ends)

    def features(self, graph: Curve) -> Iterator[str]:
        """Where it is defined, how it goes, its asymptotes, holes, ends, corners, zeros and turns, a sentence each."""
        yield from self._domain(graph)
        yield from self._trend(graph)
        if graph.uprights:
            yield self._counted("upright", [self._equation(graph, one.x, one.value) for one in graph.uprights])
        if graph.levels:
            yield text(
                self._locale, "graph-level", list=self.listed(f"y = {number_words(one)}" for one in graph.levels)
            )
        if graph.holes:
            yield self._counted("hole", [self.point(graph, one) for one in graph.holes])
        for ending in graph.endings:
            yield self._ending(graph, ending)
        if graph.kinks:
            yield self._counted("corner", [self.point(graph, one) for one in graph.kinks])
        yield self._zeros(graph)
        yield from self._turns(graph)

    def _domain(self, graph: Curve) -> Iterator[str]:
        domain = graph.domain
        if domain is None:
            return
        if not domain.edges and not domain.is_empty:
            yield text(self._locale, "graph-defined-everywhere")
            return
        conditions = plain_conditions(domain, graph.variable)
        if conditions:
            said = (
                spoken_condition(one, self._locale) if self._aloud else condition_unicode(one) for one in conditions
            )
            yield text(self._locale, "graph-defined-where", conditions=self.listed(said))

    def _trend(self, graph: Curve) -> Iterator[str]:
        if len(graph.stretches) != 1 or graph.turns:
            return
        first, last = graph.stretches[0][0], graph.stretches[0][-1]
        if first.y != last.y:
            yield text(self._locale, "graph-rises" if last.y > first.y else "graph-falls")

    def _ending(self, graph: Curve, ending: Ending) -> str:
        message = "graph-end-reached" if ending.reached else "graph-end-open"
        return text(self._locale, message, list=self.point(graph, ending.spot))

    def _zeros(self, graph: Curve) -> str:
        if graph.vanishes:
            return text(self._locale, "graph-zero-everywhere")
        if not graph.zeros:
            return text(self._locale, "graph-no-zero")
        return self._counted("zero", [self._equation(graph, one.x, one.value) for one in graph.zeros])

    def _turns(self, graph: Curve) -> Iterator[str]:
        for kind in ("highest", "lowest"):
            found: Sequence[Turn] = [one for one in graph.turns if one.kind == kind]
            if found:
                yield self._counted(kind, [self.point(graph, one.spot) for one in found])

    def _counted(self, kind: str, parts: Sequence[str]) -> str:
        return text(self._locale, f"graph-{kind}", count=len(parts), list=self.listed(parts))

    def _equation(self, graph: Curve, x: float, value: Expression | None) -> str:
        return f"{self.formula(graph.variable)} = {self._place(x, value, graph.high - graph.low)}"

    def _place(self, x: float, value: Expression | None, around: float) -> str:
        decimal = number_words(x, around)
        if value is None or _is_plain(value) or len(unicode_text(value)) > LONGEST_EXACT:
            return decimal
        return text(self._locale, "graph-about", exact=self.formula(value), decimal=decimal)

    def point(self, graph: Curve, spot: Spot) -> str:
        """A point by its two numbers."""
        across = graph.high - graph.low
        up = max((abs(one.y) for stretch in graph.stretches for one in stretch), default=1.0)
        x, y = number_words(spot.x, across), number_words(spot.y, min(up, 1e3))
        return text(self._locale, "graph-point", x=x, y=y)


def _is_plain(value: Expression) -> bool:
    """Whether a decimal says all of it."""
    exact = rational_value(value)
    return exact is not None and Fraction(f"{float(exact):.{DIGITS}g}") == exact
