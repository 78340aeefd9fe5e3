"""Short names of what can go wrong, for lists; the sentences that people are told stand elsewhere."""

from __future__ import annotations

from tutor.words.messages import Locale, text


def error_name(locale: Locale, kind: str) -> str:
    """The name of a kind of error.

    Raises:
        MessageError: for a kind without a name.
    """
    return text(locale, f"kind-{kind.replace('_', '-')}")
