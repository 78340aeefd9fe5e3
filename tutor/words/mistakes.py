"""What is said of a text that was not understood, and of one that could have been read otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.maths.reading.reader import LONGEST
from tutor.maths.reading.result import Misreading, Note, caret
from tutor.maths.reading.scanner import MOST_DIGITS
from tutor.words.messages import Locale, text

_MOST = {"too_long": LONGEST, "too_many_digits": MOST_DIGITS}
_WITHOUT_PLACE = frozenset(("empty", "too_long"))


@dataclass(frozen=True, slots=True)
class MistakeWords:
    """A mistake as it is told; a face may set each part in its own way.

    Attributes:
        sentence: what was wrong.
        pointer: the text as typed and under it a caret, two lines for a fixed-width font; "" where no place is to
            blame.
        suggestion: "Did you mean …", or "".
    """

    sentence: str
    pointer: str = ""
    suggestion: str = ""

    @property
    def plain(self) -> str:
        """All parts, each on its own lines, for a terminal."""
        return "\n".join(part for part in (self.sentence, self.pointer, self.suggestion) if part)


def mistake_sentence(locale: Locale, misreading: Misreading) -> str:
    """What was wrong, in one sentence.

    Raises:
        MessageError: for a kind of mistake without a sentence.
    """
    return text(
        locale,
        f"misreading-{_kebab(misreading.kind)}",
        found=misreading.found,
        shown="yes" if misreading.found.strip() else "no",
        most=_MOST.get(misreading.kind, 0),
    )


def mistake_words(locale: Locale, misreading: Misreading, typed: str) -> MistakeWords:
    """What was wrong, where, and what would read.

    Args:
        locale: the reader's language.
        misreading: what reading gave.
        typed: the whole text as it was typed.

    Raises:
        MessageError: for a kind of mistake without a sentence.
    """
    return MistakeWords(
        mistake_sentence(locale, misreading),
        "" if misreading.kind in _WITHOUT_PLACE else caret(typed, misreading.at),
        "" if misreading.suggestion is None else text(locale, "suggestion", text=misreading.suggestion),
    )


def note_sentence(locale: Locale, note: Note) -> str:
    """How something was read that could have been read otherwise.

    Raises:
        MessageError: for a note without a sentence.
    """
    return text(locale, f"note-{_kebab(note.id)}", base=note.detail)


def _kebab(name: str) -> str:
    return name.replace("_", "-")
