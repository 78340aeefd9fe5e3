"""Sentences by id, in the reader's language, from the Fluent files in `data/locales`.

A person's text goes in as an argument and stays data: it is never read as Fluent. What Discord's markdown would
make of it is the cog's business.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from tutor.data_folder import data_folder

Locale = Literal["en", "ja"]
LOCALES: tuple[Locale, ...] = get_args(Locale)
LONGEST_ARGUMENT = 2_000
"""Longer ones are put in after the sentence is made."""


class MessageError(Exception):
    """A sentence that cannot be said: no such id, an argument left out, or a file that does not read."""


def text(locale: Locale, message_id: str, /, **arguments: str | float) -> str:
    """One sentence.

    Args:
        locale: the reader's language.
        message_id: the message's id, with ``.attribute`` behind it for one of its attributes.
        arguments: what the message's variables stand for; numbers are written and counted as the language does.

    Raises:
        MessageError: where the message is unknown or an argument is missing. An id is never shown in its place.
    """
    bundle = _bundle(locale)
    name, _, attribute = message_id.partition(".")
    pattern = None
    if bundle.has_message(name):
        message = bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
    if pattern is None:
        raise MessageError(f"no message {message_id} in {locale}")
    short, long = _shortened(arguments)
    value, errors = bundle.format_pattern(pattern, short)
    if errors:
        raise MessageError(f"{message_id} in {locale}: {'; '.join(map(str, errors))}")
    said = str(value)
    for stand_in, argument in long.items():
        said = said.replace(stand_in, argument)
    return said


def _shortened(arguments: dict[str, str | float]) -> tuple[dict[str, str | float], dict[str, str]]:
    """The arguments with stand-ins for the long ones, which fluent.runtime refuses, and what they stand for."""
    short, long = dict(arguments), {}
    for number, (name, value) in enumerate(arguments.items()):
        if isinstance(value, str) and len(value) > LONGEST_ARGUMENT:
            stand_in = f"\ue000{number}\ue001"
            short[name], long[stand_in] = stand_in, value
    return short, long


def nearest_locale(discord_locale: str | None, fallback: Locale = "en") -> Locale:
    """The language to answer in.

    Args:
        discord_locale: what Discord says of the person or the server, such as ``en-GB``; None where it says nothing.
        fallback: the language for every locale that is neither English nor Japanese.
    """
    language = (discord_locale or "").replace("_", "-").partition("-")[0].lower()
    return next((locale for locale in LOCALES if locale == language), fallback)


@cache
def message_ids(locale: Locale) -> frozenset[str]:
    """Every id that `text` takes in a language, attributes included as ``message.attribute``."""
    found: set[str] = set()
    for entry in messages_in(locale):
        if entry.value is not None:
            found.add(entry.id.name)
        found.update(f"{entry.id.name}.{attribute.id.name}" for attribute in entry.attributes)
    return frozenset(found)


@cache
def messages_in(locale: Locale) -> tuple[ast.Message, ...]:
    """The messages of a language as parsed, file by file.

    Raises:
        MessageError: where a file does not read, or an id stands twice.
    """
    return messages_of(data_folder() / "locales" / locale)


def messages_of(folder: Path) -> tuple[ast.Message, ...]:
    """The messages of all Fluent files in a folder, in the order of the files' names.

    Raises:
        MessageError: where a file does not read, or an id stands twice.
    """
    found: dict[str, ast.Message] = {}
    for path in sorted(folder.glob("*.ftl")):
        for entry in FluentResource(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Junk):
                raise MessageError(f"{folder.name}/{path.name} does not read: {(entry.content or '')[:60]!r}")
            if not isinstance(entry, ast.Message):
                continue
            if entry.id.name in found:
                raise MessageError(f"{folder.name}/{path.name}: {entry.id.name} stands twice")
            found[entry.id.name] = entry
    return tuple(found.values())


@cache
def _bundle(locale: Locale) -> FluentBundle:
    """Without isolation marks: the fonts of the pictures have no glyph for them."""
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(ast.Resource(list(messages_in(locale))))
    return bundle
