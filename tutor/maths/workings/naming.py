"""Letters and functions that a working gives a meaning on the way: t = 2^x, y = ln x, f(x) = x^2."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.maths.definitions import unfolded, value_of
from tutor.maths.expressions import (
    Application,
    Derivative,
    Equation,
    Expression,
    Symbol,
    free_symbols,
    rebuild,
    walk,
)
from tutor.maths.ordering import same


class Names:
    """What has been given a meaning so far."""

    def __init__(self) -> None:
        self._functions: tuple[Equation, ...] = ()
        self._letters: dict[Symbol, Expression] = {}

    @property
    def letters(self) -> Mapping[Symbol, Expression]:
        """Letters, with what they stand for."""
        return self._letters

    def note(self, line: Expression, known: frozenset[Symbol]) -> None:
        """Take notice of a line, if it gives a meaning to something new.

        Args:
            line: any line.
            known: letters that have been spoken of before.
        """
        if not isinstance(line, Equation):
            return
        match line.left:
            case Application(function, Symbol(), 0) if not _applies(line.right, function):
                self._functions = (*self._functions, line)
            case Symbol() as letter if letter not in known and letter not in free_symbols(line.right):
                if free_symbols(line.right):
                    self._letters.setdefault(letter, line.right)
            case _:
                pass

    def written_out(self, line: Expression) -> Expression:
        """A line with every letter and function that has a meaning replaced by it."""
        for _ in range(len(self._letters) + 1):
            line = rebuild(line, self._meaning)
        return line

    def _meaning(self, node: Expression) -> Expression:
        match node:
            case Symbol() if node in self._letters:
                return self._letters[node]
            case Symbol() if node.subscripts:
                return self._of_family(node) or node
            case Application(function, argument, 0):
                return unfolded(function, argument, self._functions) or node
            case Application(function, Symbol() as variable, 1):
                body = unfolded(function, variable, self._functions)
                return node if body is None else Derivative(variable, body)
            case _:
                return node

    def _of_family(self, symbol: Symbol) -> Expression | None:
        """What y_m stands for where y_k is defined for every k."""
        try:
            return value_of(symbol, [Equation(letter, value) for letter, value in self._letters.items()])
        except ValueError:
            return None

    def uses(self, line: Expression) -> bool:
        """Whether a line speaks of something that has been given a meaning."""
        return bool(self._letters) and not same(self.written_out(line), line)

    def claim(self, line: Expression) -> tuple[Expression, Expression] | None:
        """The two sides of a line that says what something known comes to: f'(x) = 2x, dy/dx = 1/x; else None."""
        if not isinstance(line, Equation):
            return None
        left = self.written_out(line.left)
        named = isinstance(line.left, Application) or (
            isinstance(line.left, Derivative) and isinstance(line.left.body, Symbol | Application)
        )
        if not named or left == line.left or any(isinstance(node, Application) for _, node in walk(left)):
            return None
        return left, self.written_out(line.right)


def is_name(left: Expression) -> bool:
    """Whether it only names what it is said to be equal to: y, f(x), f'(x), dy/dx."""
    match left:
        case Symbol() | Application():
            return True
        case Derivative(_, body):
            return is_name(body)
        case _:
            return False


def name_of(line: Expression) -> Expression | None:
    """What stands alone on the left of an equation and not on its right: a name for what follows; else None."""
    if not isinstance(line, Equation) or not isinstance(line.left, Symbol | Application):
        return None
    return None if any(node == line.left for _, node in walk(line.right)) else line.left


def _applies(expression: Expression, function: str) -> bool:
    return any(isinstance(node, Application) and node.function == function for _, node in walk(expression))
