"""Each branch of the tree of errors as one sentence, in the reader's language."""

from __future__ import annotations

from tutor.maths.reading.result import KINDS, caret
from tutor.services.errors import (
    BadValuesError,
    BaseError,
    BusyError,
    FieldError,
    LatexError,
    NoRuleError,
    NotAnExpressionError,
    NotARelationError,
    NoUnknownError,
    TookTooLongError,
    TooLargeError,
    TooManyStepsError,
    TutorError,
    UncheckedError,
    UndefinedError,
    UnknownFormulaError,
    UnreadableError,
    WhichVariableError,
    WorkerDiedError,
)
from tutor.words.messages import Locale, text
from tutor.words.mistakes import MistakeWords, mistake_words
from tutor.words.undefined import undefined_sentence

_ERRORS = (
    UnknownFormulaError,
    NotAnExpressionError,
    NotARelationError,
    NoUnknownError,
    WhichVariableError,
    UndefinedError,
    NoRuleError,
    TooManyStepsError,
    UncheckedError,
    BusyError,
    TookTooLongError,
    TooLargeError,
    WorkerDiedError,
)
_SEVERAL = (*BadValuesError.KINDS, *BaseError.KINDS, *FieldError.KINDS)
ERROR_KINDS = tuple(dict.fromkeys((*KINDS, *(error.kind for error in _ERRORS), *_SEVERAL, "internal")))
"""Every kind of error that a program can be told."""


def error_words(error: TutorError, locale: Locale) -> MistakeWords:
    """What to tell a person: a sentence, and for a text that cannot be read the caret and a suggestion."""
    if isinstance(error, UnreadableError):
        return mistake_words(locale, error.misreading, error.text)
    if isinstance(error, LatexError):
        return _latex_words(error, locale)
    if isinstance(error, UndefinedError):
        return MistakeWords(undefined_sentence(locale, error.condition, error.part))
    family = "field" if isinstance(error, FieldError) else "error"
    return MistakeWords(text(locale, f"{family}-{error.name.replace('_', '-')}", **error.arguments))


def _latex_words(error: LatexError, locale: Locale) -> MistakeWords:
    """With the place where there is one, and what may have been meant."""
    sentence = text(locale, f"error-{error.name.replace('_', '-')}", **error.arguments)
    pointer = "" if error.at is None else caret(error.source, error.at)
    guess = text(locale, "latex-guess", guess=error.guess) if error.guess else ""
    return MistakeWords(sentence, pointer, guess)


def unexpected_words(locale: Locale) -> MistakeWords:
    """What to tell a person about a fault of ours, whatever it was."""
    return MistakeWords(text(locale, "error-internal"))


def expired_words(locale: Locale) -> MistakeWords:
    """What to tell a person who pressed a button that nobody answers to any more."""
    return MistakeWords(text(locale, "error-expired"))
