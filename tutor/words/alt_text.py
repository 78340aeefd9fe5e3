"""What a picture of a derivation says to those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tutor.maths.derivations import Derivation, Step
from tutor.maths.expressions import Equation
from tutor.maths.rules.rule import Rule
from tutor.words.laws import formula_name, law_name
from tutor.words.messages import Locale, text
from tutor.words.spoken import spoken, spoken_condition

ALT_LIMIT = 1_024
"""Characters that Discord takes as the description of a picture."""
_SIGNS = {"<=>": "alt-equivalent", "=>": "alt-implied"}


def spoken_title(rule: Rule, locale: Locale) -> str:
    """The first line for a law: its name, with the lesson's number where it has one."""
    name = formula_name(locale, rule.id)
    return (
        text(locale, "alt-formula", number=rule.number, name=name)
        if rule.number
        else text(locale, "alt-law", name=name)
    )


def spoken_derivation(derivation: Derivation, locale: Locale, laws: Mapping[str, Rule]) -> tuple[str, ...]:
    """A derivation in words: what is given, the conditions, and each line with the law that allows it.

    Args:
        derivation: what to say.
        locale: the listener's language.
        laws: the laws it cites, for the lesson's numbers; a law that is missing there is named without one.

    Raises:
        MessageError: for a law without a name.
    """
    said: list[str] = []
    if derivation.given:
        said.append(
            text(locale, "alt-given", equations=_listed((spoken(one, locale) for one in derivation.given), locale))
        )
    if derivation.needed:
        words = _listed((spoken_condition(one, locale) for one in derivation.needed), locale)
        said.append(text(locale, "alt-conditions", conditions=words))
    said.append(text(locale, "alt-start", line=spoken(derivation.start, locale)))
    said.extend(_spoken_step(step, locale, laws) for step in derivation.steps)
    return tuple(said)


def alt_text(lines: Sequence[str], locale: Locale, limit: int = ALT_LIMIT) -> str:
    """The lines as one text, cut at a line's end where they are too long, with a sentence that says how many follow.

    Args:
        lines: what `spoken_derivation` gave, with a title before it where there is one.
        locale: the listener's language.
        limit: the most characters that are taken.
    """
    whole = "\n".join(lines)
    if len(whole) <= limit:
        return whole
    for kept in range(len(lines) - 1, 0, -1):
        cut = "\n".join((*lines[:kept], text(locale, "alt-more", count=len(lines) - kept)))
        if len(cut) <= limit:
            return cut
    return _cut_within(lines, locale, limit)


def _cut_within(lines: Sequence[str], locale: Locale, limit: int) -> str:
    """Even one line is too long: as much of it as goes, up to a word's end."""
    closing = "\n" + text(locale, "alt-more", count=len(lines))
    room = limit - len(closing) - len(text(locale, "alt-cut", line=""))
    kept = lines[0][:room]
    return text(locale, "alt-cut", line=kept.rpartition(" ")[0] or kept) + closing


def _spoken_step(step: Step, locale: Locale, laws: Mapping[str, Rule]) -> str:
    rule = laws.get(step.rule)
    law = law_name(locale, step.rule)
    if rule is not None and rule.number:
        law = text(locale, "alt-law-number", name=law, number=rule.number)
    words = _SIGNS.get(step.sign) or ("alt-so" if isinstance(step.after, Equation) else "alt-equals")
    line = text(locale, words, line=spoken(step.after, locale), law=law)
    return text(locale, "alt-line-label", line=line, label=step.label) if step.label else line


def _listed(parts: Iterable[str], locale: Locale) -> str:
    return text(locale, "alt-separator").join(parts)
