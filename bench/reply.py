"""How long a person waits: a bare discord.py bot that sends a ready picture, beside `/derive 3.1` asked again.

Both bots, each in a process of its own, answer on a playground of their own over loopback, in turn within one run, so
that whatever slows the machine slows both. Printed: the medians, their ratio (goal: at most 1.25), and how many HTTP
requests an answer took.

    python -m bench.reply
"""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import discord
from discord import app_commands

from playground import Person, Playground

GOAL = 1.25
BARE, NAPIER = "bare", "napier"


def bare_bot(picture: Path) -> None:
    """The least that can answer: a client with one command, which sends the picture."""
    discord.http.Route.BASE = os.environ["DISCORD_API_BASE"]
    png = picture.read_bytes()

    class Client(discord.AutoShardedClient):
        async def setup_hook(self) -> None:
            await tree.sync()

    client = Client(intents=discord.Intents(guilds=True))
    tree = app_commands.CommandTree(client)

    @tree.command(name="derive", description="Send a picture")
    async def derive(interaction: discord.Interaction, what: str) -> None:
        await interaction.response.send_message(file=discord.File(io.BytesIO(png), "ready.png", description=what))

    client.run(os.environ["DISCORD_TOKEN"], log_handler=None)


async def asked(person: Person, playground: Playground) -> tuple[float, int]:
    """Ask once: the seconds until the answer is there, and the HTTP requests that it took."""
    playground.requests.clear()
    begun = time.perf_counter()
    message = await person.run("derive", {"what": "3.1"}).message()
    taken = time.perf_counter() - begun
    assert message.attachments[0].data.startswith(b"\x89PNG")
    return taken, len(playground.requests)


async def measure(rounds: int) -> int:
    """Run both, print what was found; the exit code is 0 where the goal is met."""
    async with Playground() as theirs, Playground() as ours:
        with tempfile.TemporaryDirectory() as folder:
            napier = start([sys.executable, "-m", "bot", "run"], ours, folder)
            try:
                await ours.ready()
                await ours.commands_uploaded()
                ada = ours.person("Ada")
                first = await ada.run("derive", {"what": "3.1"}).message()
                cold = first.attachments[0].data
                await asyncio.sleep(0.5)  # the squeezed copy of the picture is made in the background
                again = await ada.run("derive", {"what": "3.1"}).message()
                picture = Path(folder) / "ready.png"
                picture.write_bytes(again.attachments[0].data)
                bare = start([sys.executable, "-m", "bench.reply", "--bare", str(picture)], theirs, folder)
                try:
                    await theirs.ready()
                    await theirs.commands_uploaded()
                    return report(await alternate(theirs, ours, rounds), len(cold), picture.stat().st_size)
                finally:
                    end(bare)
            finally:
                end(napier)


async def alternate(theirs: Playground, ours: Playground, rounds: int) -> dict[str, list[tuple[float, int]]]:
    """Ask both bots in turn, which of them first changing from round to round."""
    people = {BARE: (theirs.person("Ada"), theirs), NAPIER: (ours.person("Ada"), ours)}
    found: dict[str, list[tuple[float, int]]] = {BARE: [], NAPIER: []}
    for number in range(rounds + 20):
        for name in (BARE, NAPIER) if number % 2 else (NAPIER, BARE):
            answer = await asked(*people[name])
            if number >= 20:
                found[name].append(answer)
    return found


def report(found: dict[str, list[tuple[float, int]]], cold: int, squeezed: int) -> int:
    """Print the medians and their ratio."""
    medians = {name: statistics.median(seconds for seconds, _ in answers) for name, answers in found.items()}
    requests = {name: sorted({count for _, count in answers}) for name, answers in found.items()}
    ratio = medians[NAPIER] / medians[BARE]
    print(f"bare bot, ready PNG     {medians[BARE] * 1000:7.2f} ms   HTTP requests {requests[BARE]}")
    print(f"/derive 3.1, again      {medians[NAPIER] * 1000:7.2f} ms   HTTP requests {requests[NAPIER]}")
    print(f"picture                 {squeezed / 1000:7.1f} kB   ({cold / 1000:.1f} kB the first time)")
    print(f"ratio of medians        {ratio:7.2f}      goal at most {GOAL}")
    return 0 if ratio <= GOAL and requests[NAPIER] == [1] else 1


def start(command: list[str], playground: Playground, folder: str) -> subprocess.Popen[bytes]:
    """Start a bot against a playground."""
    known = {"DISCORD_TOKEN": playground.token, "DISCORD_API_BASE": playground.api_base, "LOG_LEVEL": "ERROR"}
    return subprocess.Popen(command, env={**os.environ, **known, "XDG_CACHE_HOME": folder}, stdout=subprocess.DEVNULL)


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop a bot and wait until it is gone."""
    process.terminate()
    process.wait(10)


def main() -> int:
    """Parse the arguments and measure."""
    parser = argparse.ArgumentParser(prog="python -m bench.reply", description="A bare bot beside /derive 3.1.")
    parser.add_argument("--rounds", type=int, default=300, help="questions to each bot (default: %(default)s)")
    parser.add_argument("--bare", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.bare:
        bare_bot(options.bare)
        return 0
    return asyncio.run(measure(options.rounds))


if __name__ == "__main__":
    sys.exit(main())
