"""A place in a source that moves on, and how a mistake at it is told."""

from __future__ import annotations

from tutor.services.errors import LatexError
from tutor.services.latex.tokens import Token, tokens

LONGEST = 2_000
DEEPEST = 24
MOST_BOXES = 1_500
END = Token("", -1)


class Cursor:
    """Walks over the tokens of a source, and counts how deep it is and how much it has made."""

    def __init__(self, source: str) -> None:
        """Cut the source into tokens.

        Raises:
            LatexError: where it is too long.
        """
        self.source = source
        if len(source) > LONGEST:
            raise LatexError("latex_too_long", source, LONGEST)
        self._tokens = list(tokens(source))
        self._next = 0
        self._level = 0
        self._made = 0

    @property
    def peeked(self) -> Token:
        """The token that comes next; `END` at the end."""
        return self._tokens[self._next] if self._next < len(self._tokens) else END

    def take(self) -> Token:
        """The token that comes next, passed over."""
        token = self.peeked
        self._next += token is not END
        return token

    def back(self) -> None:
        """Go back before the last token."""
        self._next -= 1

    def skip_spaces(self) -> Token:
        """Pass over white space; the token that comes next."""
        while self.peeked.text == " ":
            self._next += 1
        return self.peeked

    def took(self, text: str) -> bool:
        """Whether the next token is this one; it is passed over then, with white space before it."""
        here = self._next
        if self.skip_spaces().text == text:
            self._next += 1
            return True
        self._next = here
        return False

    def mistake(self, kind: str, token: Token, found: str | None = None, guess: str = "") -> LatexError:
        """What is to be raised.

        Args:
            kind: one of `LatexError.KINDS`.
            token: where.
            found: what is told of it, where that is not the token.
            guess: what may have been meant.
        """
        at = len(self.source) if token is END else token.at
        return LatexError(kind, self.source, at, token.text if found is None else found, guess)

    def deeper(self, token: Token) -> None:
        """Go one level down.

        Raises:
            LatexError: where it is too deep.
        """
        self._level += 1
        if self._level > DEEPEST:
            raise self.mistake("latex_too_deep", token)

    def higher(self) -> None:
        """Come back up."""
        self._level -= 1

    def count(self, token: Token) -> None:
        """One more box has been made.

        Raises:
            LatexError: where there are too many.
        """
        self._made += 1
        if self._made > MOST_BOXES:
            raise self.mistake("latex_too_much", token)

    def raw_group(self, token: Token) -> str:
        """What stands between braces, as characters: a name, a length, a number.

        Args:
            token: what asks for it.

        Raises:
            LatexError: where there is no group.
        """
        if self.skip_spaces().text != "{":
            raise self.mistake("latex_missing_argument", token)
        opening = self.take()
        parts: list[str] = []
        level = 1
        while True:
            taken = self.take()
            if taken is END:
                raise self.mistake("latex_unclosed", opening)
            level += (taken.text == "{") - (taken.text == "}")
            if level == 0:
                return "".join(parts)
            parts.append(taken.text)

    def raw_option(self) -> str | None:
        """What stands between square brackets, as characters; None where there are none."""
        if not self.took("["):
            return None
        parts: list[str] = []
        while (taken := self.take()) is not END and taken.text != "]":
            parts.append(taken.text)
        return "".join(parts)
