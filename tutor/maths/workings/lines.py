"""The lines of a working as people write them: also "x = 1 or x = 3", "x = 1, 3", "0 < x < 3" and "no solution"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tutor.maths.expressions import E, Equation, Expression, Inequality
from tutor.maths.reading import Line, Misreading, Reading, read, read_lines
from tutor.maths.statements import NEVER, both, either

_OR = re.compile(r"\s+or\s+|または|又は|もしくは|あるいは|∨|\\lor\b|\\text\s*\{\s*or\s*\}", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+|かつ|∧|\\land\b|&&|\\text\s*\{\s*and\s*\}", re.IGNORECASE)
_COMMA = re.compile(r"[,，、]")
_SIGNS = re.compile(r"<=|>=|≤|≥|≦|≧|\\leq?\b|\\geq?\b|[<>＜＞]")
_PLUS_MINUS = re.compile(r"±|\\pm\b|\+/-|\+-")
_NOTHING = re.compile(r"(?:no (?:real )?solutions?|none|解なし|解はない|解は無い|∅|\\emptyset)\.?。?", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:∴|∵|so\s|thus\s|hence\s|therefore\s|よって|ゆえに|したがって|従って|すなわち|つまり)[\s,、]*", re.IGNORECASE
)
_DOWN = frozenset((">", ">="))
MOST_CASES = 12


def read_working(text: str, *, log_base: Expression = E) -> tuple[Line, ...]:
    """Read a working, its lines parted by line ends, ``;``, ``⇔`` or ``=>``.

    Args:
        text: what a person typed.
        log_base: the base of a ``log`` without one.
    """
    return tuple(_as_statement(line, log_base) for line in read_lines(text, log_base=log_base))


def _as_statement(line: Line, log_base: Expression) -> Line:
    lead = _LEAD.match(line.text)
    if lead is not None and lead.end() < len(line.text):
        rest = line.text[lead.end() :]
        moved = replace(line, text=rest, at=line.at + lead.end(), outcome=read(rest, log_base=log_base))
        return _as_statement(moved, log_base)
    if isinstance(line.outcome, Reading) and not _OR.search(line.text) and not _AND.search(line.text):
        return line
    found = _statement(line.text, log_base)
    return line if found is None else replace(line, outcome=Reading(found))


def _statement(text: str, log_base: Expression) -> Expression | None:
    """A statement that is no single relation; None where the text is none either."""
    text = text.strip()
    if _NOTHING.fullmatch(text):
        return NEVER
    for parting, join in ((_OR, either), (_AND, both)):
        if parting.search(text):
            parts = list(_parts(parting.split(text), log_base))
            return join(parts) if all(parts) and len(parts) <= MOST_CASES else None  # type: ignore[arg-type]
    if _PLUS_MINUS.search(text):
        signs = [_relation(_PLUS_MINUS.sub(sign, text), log_base) for sign in ("+", "-")]
        return either(signs) if all(signs) else None  # type: ignore[arg-type]
    if _COMMA.search(text):
        parts = list(_parts(_COMMA.split(text), log_base))
        if not all(parts) or len(parts) > MOST_CASES:
            return None
        equations = all(isinstance(part, Equation) for part in parts)
        return (either if equations else both)(parts)  # type: ignore[arg-type]
    return _chain(text, log_base)


def _parts(texts: list[str], log_base: Expression) -> Iterator[Expression | None]:
    """The relations of a list; ``x = 1, 3`` says what is on the left only once."""
    left: Expression | None = None
    for text in texts:
        found = _relation(text, log_base) or _statement_inside(text, log_base)
        if found is None and left is not None:
            value = read(text, log_base=log_base)
            single = isinstance(value, Reading) and not isinstance(value.expression, Equation | Inequality)
            found = Equation(left, value.expression) if single and isinstance(value, Reading) else None
        if isinstance(found, Equation):
            left = found.left
        yield found


def _statement_inside(text: str, log_base: Expression) -> Expression | None:
    """``0 < x < 1`` as one case of several."""
    return _statement(text, log_base) if _SIGNS.search(text) or _AND.search(text) else None


def _relation(text: str, log_base: Expression) -> Expression | None:
    found = read(text.strip(), log_base=log_base)
    if isinstance(found, Misreading) or not isinstance(found.expression, Equation | Inequality):
        return None
    return found.expression


def _chain(text: str, log_base: Expression) -> Expression | None:
    """``0 < x < 3`` and ``x = 1 = …``: two relations that share what stands between them."""
    signs = list(_SIGNS.finditer(text))
    if len(signs) != 2:
        return None
    first, second = (
        _relation(text[: signs[1].start()], log_base),
        _relation(text[signs[0].end() :], log_base),
    )
    if not isinstance(first, Inequality) or not isinstance(second, Inequality):
        return None
    same_way = (first.relation in _DOWN) == (second.relation in _DOWN)
    return both((first, second)) if same_way else None
