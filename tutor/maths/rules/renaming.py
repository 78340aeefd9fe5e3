"""A law in other letters: the same law, its conditions and its derivation with every name exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from string import ascii_lowercase
from typing import Any, cast

from tutor.maths.checker import Laws
from tutor.maths.derivations import Step
from tutor.maths.expressions import Symbol
from tutor.maths.rules.rule import Rule


def in_letters(law: Rule, letters: Mapping[str, str], laws: Laws) -> Rule:
    """A law with other letters.

    Args:
        law: one with a derivation.
        letters: new names by old ones, for symbols and for subscripts; a letter of the law that is not named and would
            be one of the new names gets a name of its own.
        laws: every law; those cited keep the letters of their own that are bound in their conditions.
    """
    taken = set(letters.values())
    own = _names_in(law) - set(letters)
    free = (one for one in ascii_lowercase if one not in taken | own and one != "e")
    names = {**{one: next(free) for one in sorted(own & taken)}, **letters}
    renamed = cast("Rule", _renamed(law, names))
    assert renamed.derivation is not None  # noqa: S101 - asked for
    steps = tuple(_with_conditions(step, laws[step.rule]) for step in renamed.derivation.steps)
    return replace(renamed, derivation=replace(renamed.derivation, steps=steps))


def _with_conditions(step: Step, law: Rule) -> Step:
    """A step with what its law asks of it, as the law says it."""
    if law.procedure is not None:
        return step
    matches = {symbol: value for name, value in step.bindings if (symbol := _symbol(name)) in law.metavariables}
    return replace(step, conditions=tuple(dict.fromkeys(law.conditions_for(matches))))


def _symbol(name: str) -> Symbol:
    letter, *subscripts = name.split("_")
    return Symbol(letter, tuple(subscripts))


def _names_in(value: object) -> set[str]:
    match value:
        case Symbol(name, subscripts):
            return {name, *subscripts}
        case tuple():
            return {name for one in value for name in _names_in(one)}
        case _ if is_dataclass(value):
            return {name for one in fields(value) if one.init for name in _names_in(getattr(value, one.name))}
        case _:
            return set()


def _renamed(value: object, names: Mapping[str, str]) -> object:
    match value:
        case Symbol(name, subscripts):
            return Symbol(names.get(name, name), tuple(names.get(one, one) for one in subscripts))
        case tuple():
            return tuple(_renamed(one, names) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            made: dict[str, Any] = {
                one.name: _renamed(getattr(value, one.name), names) for one in fields(value) if one.init
            }
            return type(value)(**made)
        case _:
            return value
