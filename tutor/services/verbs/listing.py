"""`list`: what there is, each with its name in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tutor.maths.exercises.templates import LEVELS
from tutor.maths.rules.lawbook import Lawbook
from tutor.maths.rules.rule import Rule
from tutor.maths.writing import ascii_text
from tutor.services.library import library, misconceptions, skills
from tutor.services.sentences import ERROR_KINDS
from tutor.services.verbs.steps import plain_conditions
from tutor.services.verbs.verb import Answer, Field, Request, Verb
from tutor.words.error_names import error_name
from tutor.words.laws import formula_name, law_name
from tutor.words.messages import LOCALES, Locale
from tutor.words.skills import misconception_explanation, misconception_name, skill_name


def _list(request: Request) -> Answer:
    return {"items": LISTS[request["of"]]()}


def _named(id_: str, name: Callable[[Locale, str], str]) -> Answer:
    return {"id": id_, "name": {locale: name(locale, id_) for locale in LOCALES}}


def _formulas() -> list[Answer]:
    book = library()
    return [_law(law, book, formula_name) for law in (*book.formulas, *book.losses)]


def _rules() -> list[Answer]:
    book = library()
    return [_law(law, book, law_name) for law in book.laws.values()]


def _law(law: Rule, book: Lawbook, name: Callable[[Locale, str], str]) -> Answer:
    statement = law.statement or law.fact
    return {
        **_named(law.id, name),
        "formula": law.number,
        "statement": ascii_text(statement) if statement is not None else None,
        "conditions": plain_conditions(law.conditions),
        "ground": law.ground,
        "rests_on": [other.id for other in book.rests_on(law)],
    }


def _misconceptions() -> list[Answer]:
    return [
        {
            **_named(one.id, misconception_name),
            "explanation": {locale: misconception_explanation(locale, one.id) for locale in LOCALES},
            "examples": [
                {"question": ascii_text(question), "answer": ascii_text(wrong)} for question, wrong in one.examples
            ],
        }
        for one in misconceptions()
    ]


def _skills() -> list[Answer]:
    return [
        {
            **_named(skill.id, skill_name),
            "task": skill.task,
            "kinds": list(skill.kinds),
            "levels": list(LEVELS),
            "formula": library().laws[skill.id].number if skill.id in library().laws else None,
        }
        for skill in skills().values()
    ]


def _errors() -> list[Answer]:
    return [_named(kind, error_name) for kind in ERROR_KINDS]


LISTS: Mapping[str, Callable[[], list[Answer]]] = {
    "formulas": _formulas,
    "rules": _rules,
    "misconceptions": _misconceptions,
    "skills": _skills,
    "errors": _errors,
}

LIST = Verb((Field("of", allowed=tuple(LISTS)),), _list)
