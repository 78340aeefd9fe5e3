"""Formulas alone, drawn with Typst in a process that can be stopped, and kept by content."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from bot.pictures.drawers import PIXELS_PER_INCH, compiler
from bot.pictures.glyphs import covered
from bot.pictures.keeper import Keeper
from bot.pictures.limits import check_markup
from bot.pictures.png import squeezed
from bot.workers import ProcessWorkers
from tutor.data_folder import data_folder
from tutor.services.errors import TookTooLongError, TooLargeError, WorkerDiedError
from tutor.services.formula_pictures import Formula, NoGlyphError, TooWideError
from tutor.services.latex.cursor import DEEPEST, MOST_BOXES
from tutor.services.latex.tree import Box, walk_boxes
from tutor.services.pictures import PictureError, Theme
from tutor.services.workers import Job

TEMPLATE = "formula.typ"
_MEGABYTE = 1_000_000
LONGEST_WORDS = 300
BLANKS = frozenset(" \u00a0")
TOO_WIDE = "too wide for a picture"
"""What the template says of a formula that is."""


class FormulaPictures:
    """Implements `tutor.services.formula_pictures.Formulas`."""

    def __init__(self, workers: ProcessWorkers, folder: Path | None = None) -> None:
        """Draw nothing yet.

        Args:
            workers: who draws.
            folder: where pictures are kept beyond the process. None: in memory only.
        """
        self._workers = workers
        self._keeper = Keeper(folder, memory_bytes=16 * _MEGABYTE, disk_bytes=100 * _MEGABYTE)

    async def formula(self, formula: Formula, theme: Theme) -> bytes:
        """See `tutor.services.formula_pictures.Formulas.formula`."""
        check_formula(formula)
        content = formula_json(formula)
        key = hashlib.sha256(f"{_version()}\n{theme}\n{content}".encode(errors="surrogatepass")).hexdigest()
        return await self._keeper.picture(
            key, lambda: self._drawn(content, theme), lambda drawn: squeezed(drawn, theme)
        )

    async def settled(self) -> None:
        """Wait until all that is being squeezed and written has been."""
        await self._keeper.settled()

    async def aclose(self) -> None:
        """Write what is still to be written; the workers are not ended."""
        await self._keeper.aclose()

    async def _drawn(self, content: str, theme: Theme) -> bytes:
        try:
            return await self._workers.run(Job(draw_formula, (content, str(theme))))
        except (TookTooLongError, TooLargeError, WorkerDiedError) as error:
            raise PictureError(f"a formula was not drawn: {error.kind}") from error


def draw_formula(content: str, theme: str) -> bytes:
    """In a worker: the formula as a PNG.

    Raises:
        TooWideError: where it does not fit into a picture.
        PictureError: where Typst refuses anything else.
    """
    try:
        drawn = _compiler().compile(
            format="png", ppi=PIXELS_PER_INCH, sys_inputs={"formula": content, "theme": theme}, timestamp=0
        )
    except typst.TypstError as error:
        raise (TooWideError if TOO_WIDE in str(error) else PictureError)(str(error)) from None
    if not isinstance(drawn, bytes):
        raise PictureError("a formula of several pages")
    return drawn


@cache
def _compiler() -> typst.Compiler:
    return compiler(TEMPLATE)


def formula_json(formula: Formula) -> str:
    """The formula as the template reads it."""
    box = {} if formula.box is None else formula.box.as_json
    return json.dumps({"locale": formula.locale, "markup": formula.markup, "box": box}, ensure_ascii=False)


def check_formula(formula: Formula) -> None:
    """Hold a formula against the bounds.

    Raises:
        NoGlyphError: where a character in its words cannot be drawn.
        PictureError: where it is too large or too deep, or its markup is more than maths.
    """
    check_markup(formula.markup)
    if formula.box is None:
        return
    boxes = list(walk_boxes(formula.box))
    if len(boxes) > 4 * MOST_BOXES or _depth(formula.box) > 3 * DEEPEST:
        raise PictureError("a formula of too many boxes")
    if any(len(box.text) > LONGEST_WORDS for box in boxes):
        raise PictureError("a formula with too long words")
    for box in boxes:
        if box.kind in {"words", "tag"} and (missing := set(box.text) - covered() - BLANKS):
            raise NoGlyphError(next(char for char in box.text if char in missing))


def _depth(box: Box) -> int:
    return 1 + max(map(_depth, box.parts), default=0)


@cache
def _version() -> str:
    digest = hashlib.sha256(f"formula {version('typst')} {PIXELS_PER_INCH}".encode())
    for name in ("formula.typ", "look.typ", "look.toml"):
        digest.update((data_folder() / "templates" / name).read_bytes())
    return digest.hexdigest()
