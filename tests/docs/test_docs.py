"""Every command, option and variable stands in the documents, and nothing that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest_asyncio
from discord import app_commands

from bot.settings import Settings
from playground import Playground
from tests.bot.booting import running

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def registered(tmp_path_factory):
    """Options by command, as the bot registers them: {"/daily setup": {"channel", …}, "Check working": set()}."""
    async with Playground() as playground, running(playground, tmp_path_factory.mktemp("cache")) as app:
        found: dict[str, set[str]] = {}
        for command in app.client.tree.walk_commands():
            if isinstance(command, app_commands.Command):
                found[f"/{command.qualified_name}"] = {str(option.display_name) for option in command.parameters}
        for command in app.client.tree.walk_commands(type=app_commands.commands.AppCommandType.message):
            found[command.name] = set()
        yield found


def documented() -> dict[str, set[str]]:
    """The same from docs/commands.md: rows of | `/command` | `option`, `option` | what it does |."""
    rows = re.findall(r"^\| `?\**([^|`*]+)`?\** \| ([^|]*) \|", COMMANDS, re.MULTILINE)
    return {
        name.strip(): set(re.findall(r"`([^`]+)`", options))
        for name, options in rows
        if name.strip() not in {"command", "---"}
    }


async def test_every_command_and_option_is_documented(registered):
    assert documented() == registered


async def test_the_readme_names_every_command(registered):
    for name in registered:
        assert name.split()[0] in README or name in README, name


def test_every_variable_is_documented():
    named = set(re.findall(r"`([A-Z][A-Z_]+)`", README))
    assert {name.upper() for name in Settings.model_fields} <= named


def test_every_file_that_the_readme_points_to_exists():
    for target in re.findall(r'\]\(([^)#:]+)\)|src="([^"]+)"', README):
        path = ROOT / (target[0] or target[1])
        assert path.exists(), path
