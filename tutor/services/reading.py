"""Reading what a request holds: values, letters, and values for letters; a text that does not read is an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tutor.maths.expressions import (
    Application,
    Derivative,
    E,
    Equation,
    Expression,
    Inequality,
    Symbol,
    free_symbols,
    walk,
)
from tutor.maths.reading import Misreading, Note, Reading, read
from tutor.maths.writing import ascii_text
from tutor.services.errors import BadValuesError, FieldError, NotAnExpressionError, UnreadableError, WhichVariableError

X = Symbol("x")
OPENING, CLOSING = "([{（［｛", ")]}）］｝"
PARTING = ",;，；、\n"
MOST_VALUES = 20


def read_line(typed: str, field: str, log_base: Expression = E) -> Reading:
    """What a text says: an expression, an equation or an inequality.

    Args:
        typed: what a person or a program wrote.
        field: where it stood, for the error.
        log_base: the base of a ``log`` without one.

    Raises:
        UnreadableError: where it does not read.
    """
    found = read(typed, log_base=log_base)
    if isinstance(found, Misreading):
        raise UnreadableError(found, typed, field)
    return found


def read_value(typed: str, field: str, log_base: Expression = E) -> Reading:
    """The same for a text that must be an expression, not an equation or inequality.

    Raises:
        UnreadableError: where it does not read.
        NotAnExpressionError: where it is a relation.
    """
    found = read_line(typed, field, log_base)
    if isinstance(found.expression, Equation | Inequality):
        raise NotAnExpressionError(found.expression, field)
    return found


def without_name(expression: Expression) -> tuple[Expression, Symbol | None]:
    """What stands behind a lone ``y =`` or ``f(x) =``, and the letter that the name is a function of, where one is.

    ``x = 3x`` is no name with a value, and stays what it is.
    """
    if isinstance(expression, Equation):
        name, value = expression.left, expression.right
        if isinstance(name, Symbol) and name not in free_symbols(value):
            return value, None
        if isinstance(name, Application) and isinstance(name.argument, Symbol) and not _applies(value, name.function):
            return value, name.argument
    return expression, None


def _applies(expression: Expression, function: str) -> bool:
    return any(isinstance(node, Application) and node.function == function for _, node in walk(expression))


def variable_of(expression: Expression, asked: str | None, *, argument: Symbol | None = None) -> Symbol:
    """The letter to differentiate by, or to solve for: the one asked for, else x, else the only one.

    Args:
        expression: whose letters are looked at.
        asked: what was said; None or blank for nothing.
        argument: the letter of ``f(t) =`` in front, which goes before x.

    Raises:
        UnreadableError, WhichVariableError: where it cannot be told.
    """
    if asked is not None and asked.strip():
        named = read_line(asked, "variable").expression
        if not isinstance(named, Symbol):
            raise WhichVariableError(free_symbols(expression) or {X})
        return named
    symbols = free_symbols(expression)
    if argument is not None and (argument in symbols or not symbols):
        return argument
    if isinstance(expression, Derivative):
        return expression.variable
    if X in symbols or not symbols:
        return X
    if len(symbols) > 1:
        raise WhichVariableError(symbols)
    return next(iter(symbols))


def read_values(written: Mapping[str, str], field: str, log_base: Expression = E) -> dict[Symbol, Expression]:
    """What letters stand for.

    Args:
        written: texts of values, by texts of letters.
        field: where they stood, for the error.
        log_base: the base of a ``log`` without one.

    Raises:
        UnreadableError, NotAnExpressionError: where a value does not read; the field is ``at.x`` then.
        BadValuesError: where what should be a letter is none.
        FieldError: where there are too many.
    """
    if len(written) > MOST_VALUES:
        raise FieldError("out_of_range", field, f"≤ {MOST_VALUES}")
    values: dict[Symbol, Expression] = {}
    for name, typed in written.items():
        letter = read(name)
        if isinstance(letter, Misreading) or not isinstance(letter.expression, Symbol):
            raise BadValuesError(f"{name} = {typed}")
        values[letter.expression] = read_value(typed, f"{field}.{name}", log_base).expression
    return values


def parted_values(typed: str, expression: Expression) -> dict[str, str]:
    """Values as people write them, ``x = 2, y = 1/2``, parted into letters and values.

    Args:
        typed: what was written; a lone ``2`` is meant for the only letter.
        expression: whose letters they are for.

    Raises:
        BadValuesError: where a lone value could be for several letters, or for none.
    """
    found: dict[str, str] = {}
    for _, part in parted(typed):
        name, sign, value = part.replace("＝", "=").partition("=")
        if sign:
            found[name.strip()] = value.strip()
            continue
        symbols = free_symbols(expression)
        if len(symbols) != 1:
            raise BadValuesError(part)
        found.update(dict.fromkeys(map(ascii_text, symbols), part))
    return found


def parted(typed: str) -> Iterator[tuple[int, str]]:
    """The members of a list, parted at commas outside of brackets, with the places where they begin; no blanks."""
    level, start = 0, 0
    for place, char in enumerate(typed + PARTING[0]):
        level += (char in OPENING) - (char in CLOSING)
        if (level <= 0 and char in PARTING) or place == len(typed):
            part = typed[start:place]
            if part.strip():
                yield start + len(part) - len(part.lstrip()), part.strip()
            start = place + 1


def notes_of(*readings: Reading) -> tuple[Note, ...]:
    """How they were read where they could have been read otherwise, each note once."""
    return tuple(dict.fromkeys(note for reading in readings for note in reading.notes))
