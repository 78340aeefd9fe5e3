r"""What stands between ``\begin`` and ``\end``: matrices, cases, aligned lines."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tutor.services.errors import LatexError
from tutor.services.latex.commands import ALIGNED, CASES, COUNTED, GRIDS, WHOLE
from tutor.services.latex.cursor import END
from tutor.services.latex.texts import text_lines
from tutor.services.latex.tokens import Token
from tutor.services.latex.tree import NOTHING, Box, row

if TYPE_CHECKING:
    from tutor.services.latex.parser import Parser

MOST_CELLS = 400
CENTRED = frozenset(("gather", "gathered", "multline", "multlined"))
ROW_ENDS = frozenset(("\\\\", "\\cr", "\\newline"))
COLUMNS = re.compile(r"[lcr|:]*")
SMALL = frozenset(("smallmatrix", "psmallmatrix", "bsmallmatrix", "subarray"))
Row = list[Box]


def environment(parser: Parser, token: Token) -> Box:
    r"""An environment.

    Args:
        parser: stands behind ``\begin``.
        token: that ``\begin``.
    """
    written = parser.raw_group(token).strip()
    name = written.removesuffix("*")
    columns = ""
    if name in COUNTED:
        parser.raw_group(token)
    elif name in {"array", "subarray", "tabular", "darray"}:
        parser.raw_option()
        columns = re.sub(r"\s|@\{.*?\}|[pm]\{.*?\}", "", parser.raw_group(token))
        if COLUMNS.fullmatch(columns) is None:
            raise parser.mistake("latex_unknown_length", token, columns)
    elif name not in GRIDS.keys() | CASES.keys() | ALIGNED | WHOLE:
        guess = get_close_matches(name, (*GRIDS, *CASES, *ALIGNED, *WHOLE), n=1, cutoff=0.7)
        raise parser.mistake("latex_unknown_environment", token, written, guess[0] if guess else "")
    elif name in ALIGNED:
        parser.raw_option()
    rows, lines = _rows(parser, token, written)
    if name in GRIDS:
        return _grid(name, columns, rows, lines)
    if name in CASES:
        return Box("cases", CASES[name], _as_boxes(rows))
    if name in WHOLE and len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return aligned(rows, "centre" if name in CENTRED else "eqnarray" if name == "eqnarray" else "")


def aligned(rows: list[Row], how: str = "") -> Box:
    """Lines below each other, aligned at the starts of their cells.

    Args:
        rows: the cells of each line.
        how: "centre" where they are not aligned; "eqnarray" where the middle cell is a relation.
    """
    return Box("lines", how, _as_boxes(rows))


def _as_boxes(rows: list[Row]) -> tuple[Box, ...]:
    return tuple(Box("row", parts=tuple(cells)) for cells in rows)


def _grid(name: str, columns: str, rows: list[Row], lines: list[int]) -> Box:
    """A grid.

    Its text holds delimiters, columns, the numbers of columns and rows before which rules stand, and the sides of the
    frame, of which there may be any.
    """
    opening, closing = GRIDS[name]
    columns = columns.replace(":", "|")
    bare = columns.replace("|", "")
    upright = {len(columns[:at].replace("|", "")) for at, sign in enumerate(columns) if sign == "|"}
    width = max((len(cells) for cells in rows), default=0)
    sides = {
        "left": 0 in upright,
        "right": any(rule >= width for rule in upright),
        "top": 0 in lines,
        "bottom": any(line >= len(rows) for line in lines),
    }
    text = ";".join(
        (
            f"{opening} {closing}",
            bare,
            ",".join(str(rule) for rule in sorted(upright) if 0 < rule < width),
            ",".join(str(line) for line in sorted(set(lines)) if 0 < line < len(rows)),
            ",".join(side for side, drawn in sides.items() if drawn),
        )
    )
    filled = [[*cells, *[NOTHING] * (width - len(cells))] for cells in rows]
    box = Box("grid", text, _as_boxes(filled))
    return Box("size", "script", (box,)) if name in SMALL else box


def _rows(parser: Parser, token: Token, written: str) -> tuple[list[Row], list[int]]:
    r"""The cells of each row up to the ``\end``, and the rows before which a rule stands."""
    rows: list[Row] = [[]]
    lines: list[int] = []
    stops = ("&", "\\end", *ROW_ENDS)
    cells = 0
    parser.deeper(token)
    while True:
        while parser.skip_spaces().text in {"\\hline", "\\hdashline"}:
            parser.take()
            lines.append(len(rows) - 1)
        rows[-1].append(parser.row_until(stops, token))
        cells += 1
        if cells > MOST_CELLS:
            raise parser.mistake("latex_too_much", token)
        taken = parser.take()
        if taken.text in ROW_ENDS:
            parser.took("*")
            if parser.peeked.text == "[":
                parser.raw_option()
            rows.append([])
        elif taken.text == "\\end":
            closing = parser.raw_group(taken).strip()
            if closing != written:
                raise parser.mistake("latex_unopened", taken, f"\\end{{{closing}}}")
            break
        elif taken is END:
            raise parser.mistake("latex_unclosed", token)
    parser.higher()
    if len(rows) > 1 and rows[-1] == [NOTHING]:
        rows.pop()
    return rows, lines


def substack(parser: Parser, token: Token) -> Box:
    r"""Lines below a sum.

    Args:
        parser: stands behind ``\substack``.
        token: that command.
    """
    if parser.skip_spaces().text != "{":
        raise parser.mistake("latex_missing_argument", token)
    opening = parser.take()
    rows: list[Row] = []
    while True:
        rows.append([parser.row_until(("}", *ROW_ENDS), opening)])
        if parser.take().text == "}":
            return Box("grid", " ;;;;", _as_boxes(rows))


def prose(parser: Parser) -> Box:
    r"""A source of words with formulas between dollar signs, in lines parted by ``\\``.

    Raises:
        LatexError: where it is not understood.
    """
    rows = [[line] for line in text_lines(parser)]
    return rows[0][0] if len(rows) == 1 else Box("size", "display", (Box("grid", " ;l;;;", _as_boxes(rows)),))


def whole(parser: Parser) -> Box:
    r"""A whole source: one line, or several parted by ``\\``.

    Raises:
        LatexError: where it is not understood, or empty.
    """
    stops = ("", "&", *ROW_ENDS)
    rows: list[Row] = [[]]
    while True:
        rows[-1].append(parser.row_until(stops))
        taken = parser.take()
        if taken is END:
            break
        if taken.text in ROW_ENDS:
            if parser.peeked.text == "[":
                parser.raw_option()
            rows.append([])
    if len(rows) > 1 and rows[-1] == [NOTHING]:
        rows.pop()
    if all(cell == NOTHING for cells in rows for cell in cells):
        raise LatexError("latex_empty")
    if len(rows) == 1 and len(rows[0]) == 1:
        return row([rows[0][0]])
    return aligned(rows)
