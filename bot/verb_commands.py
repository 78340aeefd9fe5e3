"""The verbs on the command line: readable text, or with ``--json`` the object that `napier batch` answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from bot.saying import ANYTHING, HERE, UNREADABLE, Json, Language, say
from tutor.maths.rules.rule import Rule
from tutor.services.derive import derive as derived
from tutor.services.exercising import exercise_of
from tutor.services.grades import Graded
from tutor.services.grading import graded, key_of
from tutor.services.library import library
from tutor.services.plain import law_text, worked_text
from tutor.services.plain_grade import grade_text
from tutor.services.question_cards import answer_text, question_text
from tutor.services.reading import parted_values, read_value
from tutor.services.verbs import LISTS, answer
from tutor.services.worked import DIGITS, GOALS, evaluated, goal_of, rewritten
from tutor.words.messages import Locale, nearest_locale, text

Expression = Annotated[str, typer.Argument(help=text(HERE, "cli-expression"))]
Variable = Annotated[str | None, typer.Option("--variable", help=text(HERE, "cli-variable"))]
Base = Annotated[str | None, typer.Option("--base", help=text(HERE, "cli-base"))]
GOALS_HELP = text(HERE, "cli-to", allowed=", ".join(GOALS))


def derive(
    what: Annotated[str, typer.Argument(help=text(HERE, "cli-what"))],
    *,
    variable: Variable = None,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print a derivation."""
    locale = nearest_locale(lang)

    def words() -> str:
        found = derived(what, variable, library())
        return law_text(found, library(), locale) if isinstance(found, Rule) else worked_text(found, library(), locale)

    say(lambda: {"do": "derive", "what": what, "variable": variable}, words, locale, as_json=as_json)


def evaluate(
    expression: Expression,
    *,
    at: Annotated[list[str] | None, typer.Option("--at", help=text(HERE, "cli-at"))] = None,
    digits: Annotated[int, typer.Option("--digits", help=text(HERE, "cli-digits"))] = DIGITS,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print a value."""
    locale = nearest_locale(lang)

    def values() -> dict[str, str]:
        return parted_values(";".join(at or ()), read_value(expression, "expression").expression)

    say(
        lambda: {"do": "evaluate", "expression": expression, "at": values(), "digits": digits},
        lambda: worked_text(evaluated(expression, values(), digits), library(), locale),
        locale,
        as_json=as_json,
    )


def rewrite(
    expression: Expression,
    *,
    to: Annotated[str, typer.Option("--to", help=GOALS_HELP)] = "simplify",
    base: Base = None,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print an expression written in another way."""
    locale = nearest_locale(lang)
    say(
        lambda: {"do": "rewrite", "expression": expression, "to": to, "base": base},
        lambda: worked_text(rewritten(expression, goal_of(to), base), library(), locale),
        locale,
        as_json=as_json,
    )


def grade(  # noqa: PLR0913 - each is an option
    given: Annotated[str, typer.Argument(metavar="ANSWER", help=text(HERE, "cli-answer"))],
    expected: Annotated[str | None, typer.Argument(help=text(HERE, "cli-expected"))] = None,
    *,
    differentiate: Annotated[str | None, typer.Option(help=text(HERE, "cli-question-differentiate"))] = None,
    evaluate: Annotated[str | None, typer.Option(help=text(HERE, "cli-question-evaluate"))] = None,
    rewrite: Annotated[str | None, typer.Option(help=text(HERE, "cli-question-rewrite"))] = None,
    solve: Annotated[str | None, typer.Option(help=text(HERE, "cli-question-solve"))] = None,
    variable: Variable = None,
    to: Annotated[str | None, typer.Option("--to", help=GOALS_HELP)] = None,
    base: Base = None,
    form: Annotated[str | None, typer.Option("--form", help=text(HERE, "cli-form"))] = None,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print what an answer is worth.

    Raises:
        typer.Exit: with code 2 for an answer that cannot be read, once that is said.
    """
    locale = nearest_locale(lang)
    asked = {"differentiate": differentiate, "evaluate": evaluate, "rewrite": rewrite, "solve": solve}
    question = {name: value for name, value in {**asked, "variable": variable, "to": to, "base": base}.items() if value}

    def found() -> Graded:
        return graded(given, key_of(expected, question or None), form)

    say(
        lambda: {"do": "grade", "answer": given, "expected": expected, "question": question or None, "form": form},
        lambda: grade_text(found(), given, locale),
        locale,
        as_json=as_json,
    )
    if found().verdict == "not_understood":
        raise typer.Exit(UNREADABLE)


def exercise(  # noqa: PLR0913 - each is an option
    skill: Annotated[str, typer.Argument(help=text(HERE, "cli-skill"))],
    *,
    level: Annotated[int, typer.Option("--level", help=text(HERE, "cli-level"))] = 1,
    seed: Annotated[int, typer.Option("--seed", help=text(HERE, "cli-seed"))] = 0,
    kind: Annotated[str | None, typer.Option("--kind", help=text(HERE, "cli-kind"))] = None,
    solution: Annotated[bool, typer.Option("--solution", help=text(HERE, "cli-solution"))] = False,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print an exercise."""
    locale = nearest_locale(lang)

    def words() -> str:
        made = exercise_of(skill, level, seed, kind)
        return "\n".join((question_text(made, locale), *(("", answer_text(made, locale)) if solution else ())))

    request = {"do": "exercise", "skill": skill, "level": level, "seed": seed, "kind": kind}
    say(lambda: request, words, locale, as_json=as_json)


def list_(
    of: Annotated[str, typer.Argument(help=text(HERE, "cli-of", allowed=", ".join(LISTS)))],
    *,
    as_json: Json = False,
    lang: Language = HERE,
) -> None:
    """Print what there is."""
    locale = nearest_locale(lang)
    request = {"do": "list", "of": of}
    say(lambda: request, lambda: _listing(answer(request), locale), locale, as_json=as_json)


def _listing(found: Mapping[str, Any], locale: Locale) -> str:
    return "\n".join(f"{item.get('formula') or '':4}{item['name'][locale]} [{item['id']}]" for item in found["items"])


def add_verbs(app: typer.Typer) -> None:
    """Give a command line all verbs."""
    app.command(help=text(HERE, "cli-derive"), context_settings=ANYTHING)(derive)
    app.command(help=text(HERE, "cli-evaluate"), context_settings=ANYTHING)(evaluate)
    app.command(help=text(HERE, "cli-rewrite"), context_settings=ANYTHING)(rewrite)
    app.command(help=text(HERE, "cli-grade"), context_settings=ANYTHING)(grade)
    app.command(help=text(HERE, "cli-exercise"))(exercise)
    app.command("list", help=text(HERE, "cli-list"))(list_)
