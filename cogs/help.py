"""`/help`: what to try first, and each command in two lines; the examples are run by a press."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import discord
from discord import app_commands
from discord.ext import commands

from cogs.host import Host, Interaction
from cogs.items import Item
from cogs.localising import locale_of, localised, options
from cogs.presenting import Reply, answer, refuse
from tutor.services.sentences import expired_words
from tutor.words.messages import Locale, message_ids, text

VERSION = "nh1"
TEMPLATE = re.compile(rf"{VERSION}:(?P<action>try|about|first):(?P<what>[a-z0-9-]{{1,40}})")
PER_ROW = 3
MOST_CHOICES = 25
Run = app_commands.Command[Any, ..., Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A command with its options, as a button runs it.

    Attributes:
        command: its name, a subcommand's with its group's.
        options: the options by their English names.
    """

    command: str
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What a person would type."""
        return " ".join((f"/{self.command}", *map(str, self.options.values())))


EXAMPLES: Mapping[str, Example] = {
    "derive-formula": Example("derive", {"what": "3.1"}),
    "derive-loss": Example("derive", {"what": "cross-entropy"}),
    "derive-slope": Example("derive", {"what": "x^2 ln x"}),
    "evaluate-log": Example("evaluate", {"expression": "log_2(8)"}),
    "rewrite-expand": Example("rewrite", {"expression": "ln(x^2 y)", "to": "expand"}),
    "solve-log": Example("solve", {"equation": "ln(x) + ln(x - 1) = ln(6)"}),
    "check-working": Example("check", {"working": "ln(x^2) = 2; 2 ln(x) = 2; x = e"}),
    "formula-quotient": Example("formula", {"which": "2.4"}),
    "plot-log": Example("plot", {"expression": "ln(x)"}),
    "latex-fraction": Example("latex", {"source": r"\frac{1}{x \ln a}"}),
    "quiz-practice": Example("quiz practice", {"topic": "logarithms"}),
    "quiz-review": Example("quiz review"),
    "progress-me": Example("progress me"),
    "settings-show": Example("settings"),
}
"""Examples by the id that a button carries."""
FIRST = (
    *("derive-formula", "derive-slope", "derive-loss"),
    *("evaluate-log", "solve-log", "check-working"),
    *("quiz-practice", "formula-quotient", "progress-me"),
)
"""What to try first, in this order."""


class HelpButton(Item, template=TEMPLATE):
    """Runs an example, or tells about a command; restart-proof."""

    def __init__(self, item: discord.ui.Item[Any], action: str, what: str) -> None:
        super().__init__(item)
        self.action = action
        self.what = what

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button of a message that may be older than this process."""
        return cls(item, match["action"], match["what"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what it is for; the answer is for the one who pressed."""
        host: Host = interaction.client
        example = EXAMPLES.get(self.what)
        command = _command(host, example.command) if example is not None and self.action == "try" else None
        if self.action == "first":
            await answer(interaction, _first_steps(host, locale_of(interaction)), private=True)
        elif command is None or example is None:
            await refuse(interaction, expired_words(locale_of(interaction)))
        else:
            await _run(interaction, command, example)


class Help(commands.Cog):
    """The command."""

    @app_commands.command(name=localised("command-help"), description=localised("command-help.description"))
    @options("help", "about")
    async def tell(self, interaction: Interaction, about: str | None = None) -> None:
        """Tell about a command, or what to try first."""
        locale = locale_of(interaction)
        host = interaction.client
        known = None if about is None else _meant(host, about)
        work = _first_steps(host, locale) if known is None else _about(host, known, locale)
        await answer(interaction, work, private=True)

    @tell.autocomplete("about")
    async def _suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        locale = locale_of(interaction)
        wanted = typed.strip().casefold().lstrip("/")
        found = [one for one in _families(interaction.client) if wanted in one or wanted in _name(one, locale)]
        return [app_commands.Choice(name=f"/{_name(one, locale)}", value=one) for one in found[:MOST_CHOICES]]


def first_steps_button(locale: Locale) -> discord.ui.View:
    """A button that tells what to try first, for the one who presses it."""
    return _view([_button("first", "steps", text(locale, "button-first-steps"))])


async def _first_steps(host: Host, locale: Locale) -> Reply:
    lines = [f"**{text(locale, 'help-first')}**", text(locale, "help-first-how"), ""]
    lines += [text(locale, "help-line", name=_name(one, locale), about=_short(one, locale)) for one in _families(host)]
    return Reply("\n".join(lines), view=_examples(host, FIRST))


async def _about(host: Host, family: str, locale: Locale) -> Reply:
    """A command in two lines, with its examples."""
    lines = [f"**/{_name(family, locale)}**", text(locale, f"help-{family}")]
    fitting = tuple(name for name, one in EXAMPLES.items() if one.command.split()[0] == family)
    return Reply("\n".join(lines), view=_examples(host, fitting))


async def _run(interaction: Interaction, command: Run, example: Example) -> None:
    """Run a command as if it had been typed, with a private answer where it offers that."""
    options = dict(example.options)
    if any(one.name == "private" for one in command.parameters):
        options["private"] = True
    callback: Any = command.callback
    await callback(command.binding, interaction, **options)


def _examples(host: Host, names: tuple[str, ...]) -> discord.ui.View | None:
    there = [name for name in names if _command(host, EXAMPLES[name].command) is not None]
    if not there:
        return None
    return _view(
        [_button("try", name, EXAMPLES[name].label, row=number // PER_ROW) for number, name in enumerate(there)]
    )


def _families(host: Host) -> list[str]:
    """The commands that there are, in the order in which they are told about."""
    known = {one.name for one in host.tree.get_commands(type=discord.AppCommandType.chat_input)}
    return [family for family in _told() if family in known]


def _told() -> Iterator[str]:
    """The commands that the help has words for, in their order."""
    for family in ORDER:
        if f"help-{family}" in message_ids("en"):
            yield family


ORDER = (
    "derive",
    "evaluate",
    "rewrite",
    "solve",
    "check",
    "formula",
    "plot",
    "latex",
    "quiz",
    "daily",
    "progress",
    "settings",
    "help",
)


def _command(host: Host, name: str) -> Run | None:
    """A command by its name; None where there is none, or it is a group."""
    first, *rest = name.split()
    found: Any = host.tree.get_command(first)
    for part in rest:
        found = found.get_command(part) if isinstance(found, app_commands.Group) else None
    return found if isinstance(found, app_commands.Command) else None


def _meant(host: Host, about: str) -> str | None:
    wanted = about.strip().casefold().lstrip("/").split(" ")[0]
    names = {_name(one, locale): one for one in _families(host) for locale in ("ja", "en")}
    return names.get(wanted, wanted if wanted in names.values() else None)


def _name(family: str, locale: Locale) -> str:
    return text(locale, f"command-{family}")


def _short(family: str, locale: Locale) -> str:
    return text(locale, f"command-{family}.description")


def _button(action: str, what: str, label: str, *, row: int = 0) -> HelpButton:
    button: discord.ui.Button[Any] = discord.ui.Button(
        label=label[:80], custom_id=f"{VERSION}:{action}:{what}", row=row
    )
    return HelpButton(button, action, what)


def _view(buttons: list[HelpButton]) -> discord.ui.View:
    """A view that discord.py need not keep, as its buttons answer by their custom ids alone."""
    view = discord.ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    view.stop()
    return view


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    host.add_dynamic_items(HelpButton)
    await host.add_cog(Help())
