"""Limits of application commands."""

from __future__ import annotations

import re
from typing import Any

from playground.faults import Faults, Path

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUB_COMMAND, SUB_COMMAND_GROUP, STRING, INTEGER, BOOLEAN = 1, 2, 3, 4, 5
USER_OPTION, CHANNEL_OPTION, ROLE_OPTION, MENTIONABLE, NUMBER, ATTACHMENT = 6, 7, 8, 9, 10, 11

NAME_LENGTH, DESCRIPTION_LENGTH, MOST_OPTIONS, MOST_CHOICES = 32, 100, 25, 25
CHOICE_LENGTH, WHOLE_COMMAND, MOST_COMMANDS = 100, 8000, {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}
NESTED_WITHIN: dict[int | None, set[int]] = {
    None: {SUB_COMMAND, SUB_COMMAND_GROUP},
    SUB_COMMAND_GROUP: {SUB_COMMAND},
    SUB_COMMAND: set(),
}
CHAT_NAME = re.compile(r"^[-_'\w]{1,32}$")
# fmt: off
LOCALES = frozenset((
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko", "ar", "he",
))
# fmt: on


def check_commands(commands: list[Any]) -> None:
    """Refuse a bulk overwrite that Discord would refuse."""
    faults = Faults()
    seen: set[tuple[int, str]] = set()
    counts: dict[int, int] = {}
    for index, command in enumerate(commands):
        if not isinstance(command, dict):
            faults.add((index,), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            continue
        check_command(command, faults, (index,))
        kind = command.get("type") or CHAT_INPUT
        key = (kind, str(command.get("name")))
        if key in seen:
            message = "Application command names must be unique"
            faults.add((index,), "APPLICATION_COMMANDS_DUPLICATE_NAME", message)
        seen.add(key)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] > MOST_COMMANDS.get(kind, 100):
            message = "Maximum number of application commands reached"
            faults.add((index,), "APPLICATION_COMMANDS_MAX", message)
    faults.raise_if_any()


def check_command(command: dict[str, Any], faults: Faults, path: Path) -> None:
    """Note everything that Discord refuses in one command."""
    kind = command.get("type") or CHAT_INPUT
    if kind not in MOST_COMMANDS:
        faults.add((*path, "type"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}.")
        return
    _check_name(command, faults, path, chat=kind == CHAT_INPUT)
    if kind == CHAT_INPUT:
        _check_description(command, faults, path)
        _check_options(command.get("options") or [], faults, (*path, "options"), within=None)
    else:
        if command.get("description"):
            message = "Context menu commands cannot have descriptions"
            code = "APPLICATION_COMMANDS_CONTEXT_MENU_NO_DESCRIPTION"
            faults.add((*path, "description"), code, message)
        if command.get("options"):
            message = "Context menu commands cannot have options"
            faults.add((*path, "options"), "APPLICATION_COMMANDS_CONTEXT_MENU_NO_OPTIONS", message)
    _check_values(command, "contexts", {0, 1, 2}, faults, path)
    _check_values(command, "integration_types", {0, 1}, faults, path)
    if characters_of(command) > WHOLE_COMMAND:
        message = f"Command exceeds maximum size ({WHOLE_COMMAND})"
        faults.add(path, "APPLICATION_COMMAND_TOO_LARGE", message)


def characters_of(command: dict[str, Any]) -> int:
    """Characters that count towards the 8,000: names, descriptions, values, the longest locale."""

    def longest(part: dict[str, Any], key: str) -> int:
        localized = (part.get(f"{key}_localizations") or {}).values()
        return max(len(text) for text in (part.get(key) or "", *localized))

    total = longest(command, "name") + longest(command, "description")
    for choice in command.get("choices") or []:
        total += longest(choice, "name")
        total += len(choice["value"]) if isinstance(choice.get("value"), str) else 0
    return total + sum(characters_of(option) for option in command.get("options") or [])


def _check_values(command: dict[str, Any], key: str, allowed: set[int], faults: Faults, path: Path) -> None:
    values = command.get(key)
    if values is None:
        return
    if not isinstance(values, list) or not values or len(set(values)) != len(values):
        faults.add((*path, key), "BASE_TYPE_BAD_LENGTH", "Must be a non-empty set of values.")
        return
    for index, value in enumerate(values):
        if value not in allowed:
            message = f"Value must be one of {allowed}."
            faults.add((*path, key, index), "ENUM_TYPE_COERCE", message)


def _check_name(part: dict[str, Any], faults: Faults, path: Path, *, chat: bool) -> None:
    names = {(*path, "name"): part.get("name")}
    localized = part.get("name_localizations") or {}
    for locale, text in localized.items():
        names[(*path, "name_localizations", locale)] = text
    _check_locales(localized, faults, (*path, "name_localizations"))
    for where, name in names.items():
        if name is None:
            faults.required(where)
        elif (
            faults.length(where, name, 1, NAME_LENGTH) and chat and (not CHAT_NAME.match(name) or name != name.lower())
        ):
            faults.add(where, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _check_description(part: dict[str, Any], faults: Faults, path: Path) -> None:
    if part.get("description") is None:
        faults.required((*path, "description"))
    else:
        faults.length((*path, "description"), part["description"], 1, DESCRIPTION_LENGTH)
    localized = part.get("description_localizations") or {}
    _check_locales(localized, faults, (*path, "description_localizations"))
    for locale, text in localized.items():
        where = (*path, "description_localizations", locale)
        faults.length(where, text, 1, DESCRIPTION_LENGTH)


def _check_locales(localized: dict[str, Any], faults: Faults, path: Path) -> None:
    for locale in localized:
        if locale not in LOCALES:
            faults.add((*path, locale), "BASE_TYPE_CHOICES", "Value must be one of Discord's locales.")


def _check_options(options: list[Any], faults: Faults, path: Path, *, within: int | None) -> None:
    if not faults.count(path, options, 0, MOST_OPTIONS):
        return
    names: set[str] = set()
    optional_seen = False
    kinds = {option.get("type") in (SUB_COMMAND, SUB_COMMAND_GROUP) for option in options}
    if len(kinds) > 1:
        message = "Sub-command and sub-command group option types are mutually exclusive to all others"
        faults.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
    for index, option in enumerate(options):
        where = (*path, index)
        _check_name(option, faults, where, chat=True)
        _check_description(option, faults, where)
        if option.get("name") in names:
            message = "Option names must be unique"
            faults.add((*where, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", message)
        names.add(str(option.get("name")))
        if option.get("required") and optional_seen:
            message = "Required options must be placed before non-required options"
            faults.add(where, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
        optional_seen = optional_seen or not option.get("required")
        _check_option(option, faults, where, within=within)


def _check_option(option: dict[str, Any], faults: Faults, path: Path, *, within: int | None) -> None:
    kind = option.get("type")
    if not isinstance(kind, int) or not SUB_COMMAND <= kind <= ATTACHMENT:
        faults.add((*path, "type"), "BASE_TYPE_CHOICES", "Value must be one of (1, ..., 11).")
        return
    if kind in (SUB_COMMAND, SUB_COMMAND_GROUP):
        if kind not in NESTED_WITHIN[within]:
            message = "Sub-commands cannot nest here"
            faults.add((*path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
        _check_options(option.get("options") or [], faults, (*path, "options"), within=kind)
        return
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        message = "Cannot have choices and autocomplete on the same option"
        faults.add((*path, "choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", message)
    if option.get("autocomplete") and kind not in (STRING, INTEGER, NUMBER):
        message = "Autocomplete is for strings, integers and numbers"
        faults.add((*path, "autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", message)
    check_choices(choices, kind, faults, (*path, "choices"))


def check_choices(choices: list[Any], kind: int, faults: Faults, path: Path) -> None:
    """Note what is wrong with an option's choices or with autocomplete results."""
    if not faults.count(path, choices, 0, MOST_CHOICES):
        return
    names: set[str] = set()
    for index, choice in enumerate(choices):
        where = (*path, index)
        faults.length((*where, "name"), choice.get("name"), 1, CHOICE_LENGTH)
        for locale, text in (choice.get("name_localizations") or {}).items():
            faults.length((*where, "name_localizations", locale), text, 1, CHOICE_LENGTH)
        if kind == STRING:
            faults.length((*where, "value"), choice.get("value"), 1, CHOICE_LENGTH)
        elif not isinstance(choice.get("value"), int | float):
            message = f"Value {choice.get('value')!r} is not a number."
            faults.add((*where, "value"), "NUMBER_TYPE_COERCE", message)
        if choice.get("name") in names:
            message = "Choice names must be unique"
            faults.add((*where, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", message)
        names.add(str(choice.get("name")))
