"""From a bridge to what shows it: the steps, or what is known of the two lines where there are none."""

from __future__ import annotations

from tutor.maths.bridging import Bridge
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Equation, Expression, Inequality
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.writing import unicode_text
from tutor.services.bridged import Bridged
from tutor.services.exhibits import Exhibit, View
from tutor.services.pictures import Tone
from tutor.services.plain import point_text, steps_text
from tutor.services.subjects import Remark, Subject
from tutor.services.worked_cards import steps_exhibit
from tutor.words.messages import Locale, text
from tutor.words.mistakes import note_sentence


def bridged_exhibit(found: Bridged, what: str, view: View, book: Lawbook, locale: Locale) -> Exhibit:
    """The steps between two lines, made ready to be shown.

    Args:
        found: the steps, or where the lines differ.
        what: by which the same answer is found again; "" where it cannot be.
        view: how it is laid out; step by step, else all at once.
        book: where the laws stand that the steps cite.
        locale: the reader's language.
    """
    bridge = found.bridge
    read = f"{unicode_text(bridge.start)} → {unicode_text(bridge.goal)}"
    echo = (read, _notes(found, locale))
    return steps_exhibit(_subject(bridge, locale), _steps(bridge), echo, (what, view), book, locale)


def bridged_text(found: Bridged, book: Lawbook, locale: Locale) -> str:
    """The steps between two lines as plain text, with how the lines were read."""
    return steps_text(_subject(found.bridge, locale), _steps(found.bridge), _notes(found, locale), book, locale)


def _notes(found: Bridged, locale: Locale) -> tuple[str, ...]:
    return tuple(note_sentence(locale, note) for note in found.notes)


def _steps(bridge: Bridge) -> Derivation:
    return bridge.derivation if bridge.derivation is not None else Derivation(bridge.start, ())


def _subject(bridge: Bridge, locale: Locale) -> Subject:
    title = text(locale, "title-bridge")
    return Subject(
        title=title,
        spoken=title,
        statement=_statement(bridge),
        remarks=() if bridge.derivation is not None and bridge.derivation.steps else (_remark(bridge, locale),),
        unconditional=bool(_steps(bridge).steps),
    )


def _statement(bridge: Bridge) -> Expression | None:
    if bridge.equal is None:
        return None
    sides = bridge.start, bridge.goal
    return Equation(*sides) if bridge.equal else Inequality(sides[0], "!=", sides[1])


def _remark(bridge: Bridge, locale: Locale) -> Remark:
    if bridge.found:
        return Remark(text(locale, "bridge-same"), tone=Tone.GOOD)
    if bridge.equal is None:
        return Remark(text(locale, "bridge-unknown"))
    if bridge.equal:
        return Remark(text(locale, "bridge-no-steps"), tone=Tone.GOOD)
    if not bridge.differ_at:
        return Remark(text(locale, "bridge-differ"), tone=Tone.BAD)
    return Remark(text(locale, "bridge-differ-at", point=point_text(bridge.differ_at, locale)), tone=Tone.BAD)
