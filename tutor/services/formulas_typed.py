"""Pictures of formulas that people type as LaTeX."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tutor.maths.expressions import Expression
from tutor.maths.reading import Reading, read
from tutor.maths.writing import typst
from tutor.services.clock import Clock
from tutor.services.errors import ExpiredError, LatexError
from tutor.services.exhibits import Picture
from tutor.services.formula_pictures import Formula, Formulas, NoGlyphError, TooWideError
from tutor.services.latex.boxes import read_boxes, unwrapped
from tutor.services.latex.finding import MOST_FOUND, formulas_in
from tutor.services.pictures import PictureError, Theme
from tutor.services.records.errors import RecordsError
from tutor.services.references import KeptRequests
from tutor.words.alt_text import ALT_LIMIT
from tutor.words.messages import Locale
from tutor.words.spoken import spoken

log = logging.getLogger(__name__)

LATEX_SIGNS = frozenset("\\{}$&~%")
"""A source without any of these is mathematics as one types it elsewhere, such as ``log_2(8)``."""


@dataclass(frozen=True, slots=True)
class TypedFormula:
    """One source and what became of it.

    Attributes:
        source: as it was typed.
        picture: as drawn; None where it was not.
        error: why not.
    """

    source: str
    picture: Picture | None = None
    error: LatexError | None = None


@dataclass(frozen=True, slots=True)
class TypedFormulas:
    """The formulas of a request.

    Attributes:
        name: by which buttons find them again; "" where they could not be kept.
        formulas: at least one.
    """

    name: str
    formulas: tuple[TypedFormula, ...]


class TypedFormulaService:
    """Draws what people type."""

    def __init__(self, formulas: Formulas, records: KeptRequests, clock: Clock) -> None:
        """Wire the use case.

        Args:
            formulas: who draws.
            records: where sources are kept that buttons refer to.
            clock: what time it is.
        """
        self._formulas = formulas
        self._records = records
        self._clock = clock

    async def show(self, source: str, locale: Locale, theme: Theme) -> TypedFormulas:
        """One formula, drawn.

        Raises:
            LatexError: where it is not understood, or cannot be drawn.
        """
        typed = await self._drawn(source, locale, theme)
        if typed.error is not None:
            raise typed.error
        return TypedFormulas(await self._name((source,)), (typed,))

    async def show_message(self, message: str, locale: Locale, theme: Theme) -> TypedFormulas:
        """The formulas of a message; those that are not understood say why.

        Raises:
            LatexError: where there is none.
        """
        return await self._all(formulas_in(message), locale, theme)

    async def again(self, name: str, locale: Locale, theme: Theme) -> TypedFormulas:
        """The formulas that a button refers to.

        Raises:
            ExpiredError: where nobody remembers them.
            RecordsError: where the records are away.
        """
        return await self._all(await self.sources(name), locale, theme)

    async def sources(self, name: str) -> tuple[str, ...]:
        """The sources that a button refers to.

        Raises:
            ExpiredError: where nobody remembers them.
            RecordsError: where the records are away.
        """
        return _sources_of(await self._records.requests.find(name))

    async def _all(self, sources: Sequence[str], locale: Locale, theme: Theme) -> TypedFormulas:
        if not sources:
            raise LatexError("latex_nothing_found")
        drawn = [await self._drawn(source, locale, theme) for source in sources]
        return TypedFormulas(await self._name(sources), tuple(drawn))

    async def _drawn(self, source: str, locale: Locale, theme: Theme) -> TypedFormula:
        try:
            formula = formula_of(source, locale)
        except LatexError as error:
            return TypedFormula(source, error=error)
        try:
            png = await self._formulas.formula(formula, theme)
        except TooWideError:
            return TypedFormula(source, error=LatexError("latex_too_wide"))
        except NoGlyphError as error:
            at = max(source.find(error.character), 0)
            return TypedFormula(source, error=LatexError("latex_unknown_character", source, at, error.character))
        except PictureError as error:
            log.warning("A formula was not drawn: %s", error)
            return TypedFormula(source, error=LatexError("latex_not_drawn"))
        return TypedFormula(source, Picture(png, alt_of(source, locale)))

    async def _name(self, sources: Sequence[str]) -> str:
        try:
            body: dict[str, Any] = {"do": "latex", "sources": list(sources)}
            return await self._records.requests.keep(body, self._clock.now())
        except RecordsError as error:
            log.warning("Sources could not be kept, so their answer has no buttons: %r", error)
            return ""


def formula_of(source: str, locale: Locale) -> Formula:
    """What is drawn for a source: boxes as LaTeX sets them; what is not LaTeX at all but reads, as on the cards.

    Args:
        source: as it was typed.
        locale: the reader's language.

    Raises:
        LatexError: where it is not understood.
    """
    if not LATEX_SIGNS & set(source) and (expression := understood(source)) is not None:
        return Formula(markup=typst(expression), locale=locale)
    return Formula(box=read_boxes(source), locale=locale)


def understood(source: str) -> Expression | None:
    """The expression that a source means, where there is no doubt about it."""
    reading = read(unwrapped(source).strip())
    return reading.expression if isinstance(reading, Reading) and not reading.notes else None


def alt_of(source: str, locale: Locale) -> str:
    """A formula for those who do not see it: spoken where it is understood, else its source."""
    expression = understood(source)
    said = source if expression is None else spoken(expression, locale)
    return said if len(said) <= ALT_LIMIT else said[: ALT_LIMIT - 1] + "…"


def _sources_of(body: dict[str, Any] | None) -> tuple[str, ...]:
    sources = (body or {}).get("sources")
    if not isinstance(sources, list) or not 0 < len(sources) <= MOST_FOUND:
        raise ExpiredError
    if not all(isinstance(source, str) for source in sources):
        raise ExpiredError
    return tuple(sources)
