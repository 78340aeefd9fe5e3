"""Every card of every formula that ships, in both languages: drawn whole, within the bounds, no glyph missing."""

from __future__ import annotations

import functools

import pytest
import typst

from bot.pictures.content import as_json
from bot.pictures.drawers import compiler
from bot.pictures.limits import check
from tutor.services.cards import exhibit
from tutor.services.exhibits import View
from tutor.services.library import library

NUMBERS = [law.number for law in library().formulas]


@functools.cache
def _compiler() -> typst.Compiler:
    return compiler("card.typ")


@pytest.mark.parametrize("locale", ["en", "ja"])
@pytest.mark.parametrize("number", NUMBERS)
def test_every_page_of_a_formula(number, locale):
    book = library()
    law = next(law for law in book.formulas if law.number == number)
    for view in View:
        for page in exhibit(law, view, book, locale).pages:
            check(page.card)
            # PDF/A forbids characters without a glyph.
            _, warnings = _compiler().compile_with_warnings(
                format="pdf", pdf_standards=["a-2b"], sys_inputs={"card": as_json(page.card)}, timestamp=0
            )
            assert not warnings
