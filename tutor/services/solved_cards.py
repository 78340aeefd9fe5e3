"""From a solution to what shows it: the domain first, the steps with their signs, then every candidate put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tutor.maths.conditions import substitute_condition
from tutor.maths.derivations import Derivation
from tutor.maths.domain import positive
from tutor.maths.expressions import Equation, Expression, Power, substitute
from tutor.maths.grading.domains import domain_set
from tutor.maths.grading.real_sets import UndecidedError
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.solving.solution import Bracket, Rejected, Solution
from tutor.maths.writing import unicode_text
from tutor.services.exhibits import Exhibit, View
from tutor.services.pictures import Tone
from tutor.services.plain import comma, steps_text
from tutor.services.plot_reading import is_plottable
from tutor.services.solution_sets import decimals_around, statement_of
from tutor.services.solved import Solved
from tutor.services.subjects import Remark, Subject
from tutor.services.worked_cards import steps_exhibit
from tutor.words.messages import Locale, text
from tutor.words.mistakes import note_sentence
from tutor.words.spoken import spoken_condition
from tutor.words.undefined import undefined_sentence


def solved_exhibit(found: Solved, what: str, view: View, book: Lawbook, locale: Locale) -> Exhibit:
    """A solution, made ready to be shown.

    Args:
        found: what was solved.
        what: by which the same answer is found again; "" where it cannot be.
        view: how it is laid out; step by step, else all at once.
        book: where the laws stand that the steps cite.
        locale: the reader's language.
    """
    subject, derivation = solved_subject(found, locale), _shown(found.solution)
    read, notes = unicode_text(found.read), _notes(found, locale)
    made = steps_exhibit(subject, derivation, (read, notes), (what, view), book, locale)
    return replace(made, plottable=is_plottable(found.read, found.solution.unknown))


def solved_text(found: Solved, book: Lawbook, locale: Locale) -> str:
    """A solution as plain text, with how the relation was read."""
    return steps_text(solved_subject(found, locale), _shown(found.solution), _notes(found, locale), book, locale)


def _notes(found: Solved, locale: Locale) -> tuple[str, ...]:
    return tuple(note_sentence(locale, note) for note in found.notes)


def _shown(solution: Solution) -> Derivation:
    """The steps; the domain stands above them, and is not said again under them."""
    derivation = solution.derivation
    others = tuple(one for one in derivation.conditions if one not in solution.domain)
    return replace(derivation, conditions=others, checked=solution.checked)


def solved_subject(found: Solved, locale: Locale) -> Subject:
    """What was solved, and what is said of its solutions."""
    solution = found.solution
    title = text(locale, "title-solve", unknown=unicode_text(solution.unknown))
    separator = text(locale, "alt-separator")
    domain = separator.join(spoken_condition(one, locale) for one in solution.domain) or text(locale, "domain-all")
    return Subject(
        title=title,
        spoken=f"{title}\n{text(locale, 'alt-domain', conditions=domain)}",
        statement=found.read,
        remarks=tuple(_remarks(solution, locale)),
        unconditional=False,
        domain=solution.domain,
    )


def _remarks(solution: Solution, locale: Locale) -> Iterator[Remark]:
    tone = Tone.GOOD if solution.complete else Tone.PLAIN
    yield Remark(solutions_words(solution, locale), text(locale, "heading-solutions"), tone)
    yield from _trials(solution, locale)
    for one in solution.rejected:
        yield Remark(rejected_words(solution, one, locale), text(locale, "heading-rejected"), Tone.BAD)
    yield from _approximations(solution, locale)


def solutions_words(solution: Solution, locale: Locale) -> str:
    """The solutions in a row, or what there is to say where they are no list."""
    found = statement_of(solution.solution_set, solution.unknown)
    match solution.solution_set.kind:
        case "none":
            return text(locale, "solutions-nowhere" if _is_nowhere(solution) else "solutions-none")
        case "all":
            return text(locale, "solutions-all" if solution.domain else "solutions-all-real")
        case "unknown" if found is not None:
            return text(locale, "solutions-some", found=unicode_text(found))
        case "unknown":
            return text(locale, "solutions-unknown")
        case _ if solution.solutions:
            return comma(locale).join(_given(solution, value) for value in solution.solutions)
        case _:
            return "" if found is None else unicode_text(found)


def _is_nowhere(solution: Solution) -> bool:
    """Whether there is no number at which both sides are defined."""
    try:
        return domain_set(solution.domain, solution.unknown).is_empty
    except UndecidedError:
        return False


def _given(solution: Solution, value: Expression) -> str:
    return unicode_text(Equation(solution.unknown, value))


def _trials(solution: Solution, locale: Locale) -> Iterator[Remark]:
    for message, proved in (("trial-proved", True), ("trial-sampled", False)):
        values = [_given(solution, one.value) for one in solution.tried if one.proved is proved]
        if values:
            words = text(locale, message, values=comma(locale).join(values))
            yield Remark(words, text(locale, "heading-trial"), Tone.GOOD if proved else Tone.PLAIN)


def rejected_words(solution: Solution, rejected: Rejected, locale: Locale) -> str:
    """Why a candidate is no solution: the part that has no value there, or that the two sides do not agree."""
    value = _given(solution, rejected.value)
    if rejected.condition is None:
        return text(locale, "rejected-false", value=value)
    there = {solution.unknown: rejected.value}
    node = rejected.node
    if isinstance(node, Power) and rejected.condition == positive(node.base):
        base = unicode_text(substitute(node.base, there))
        return text(locale, "rejected-varying-power", value=value, power=unicode_text(node), base=base)
    part = None if node is None else substitute(node, there)
    why = undefined_sentence(locale, substitute_condition(rejected.condition, there), part)
    return text(locale, "rejected-outside", value=value, why=why)


def _approximations(solution: Solution, locale: Locale) -> Iterator[Remark]:
    one_root = "approximate-root" if isinstance(solution.relation, Equation) else "approximate-edge"
    for message, brackets in ((one_root, solution.approximate), ("unclear-root", solution.unclear)):
        heading = text(locale, "heading-approximate" if brackets is solution.approximate else "heading-unclear")
        for bracket in brackets:
            yield Remark(text(locale, message, interval=interval_words(solution, bracket)), heading)
    if solution.searched is None:
        return
    low, high = solution.searched
    if low is not None or high is not None:
        yield Remark(text(locale, "approximate-searched", interval=_span(solution, low, high)))
    elif solution.approximate and not solution.unclear:
        yield Remark(text(locale, "approximate-all"))


def interval_words(solution: Solution, bracket: Bracket) -> str:
    """``1.41421356237 < x < 1.41421356238``, as plain text; both ends rounded outwards."""
    low, high = decimals_around(bracket)
    return f"{low} < {unicode_text(solution.unknown)} < {high}".replace("-", "−")


def _span(solution: Solution, low: Fraction | None, high: Fraction | None) -> str:
    unknown = unicode_text(solution.unknown)
    left = "" if low is None else f"{decimals_around(Bracket(low, low))[0]} < "
    right = "" if high is None else f" < {decimals_around(Bracket(high, high))[1]}"
    return f"{left}{unknown}{right}".replace("-", "−")
