"""A copy of a live database, checked before it gets its name."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.records.addresses import address_of
from bot.records.backing_up import BackupError, back_up, is_sound
from bot.records.store import records_at
from tests.bot.records.making import ADA, DAY, NOW, answered, practice

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where copies go; no half-made file is ever left in it."""
    folder = tmp_path / "copies"
    folder.mkdir()
    yield folder
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def url_in(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'napier.sqlite3'}"


async def test_a_copy_taken_while_answers_are_written_is_whole(tmp_path: Path, folder: Path) -> None:
    records = records_at(address_of(url_in(tmp_path)))
    await records.open()
    await practice(records, count=100)
    saved: list[int] = []

    async def answer() -> None:
        for number in range(100):
            await answered(records, f"s{number}", at=NOW + number * DAY)
            saved.append(number)

    answering = asyncio.create_task(answer())
    copies: list[tuple[int, Path, int]] = []
    while not answering.done():
        target = folder / f"copy{len(copies)}"
        before = len(saved)
        size = await asyncio.to_thread(back_up, records.database.url, target)
        copies.append((before, target, size))
    await answering
    await records.close()
    assert len(copies) > 1
    for before, target, size in copies:
        assert is_sound(target)
        assert (target.stat().st_size, target.stat().st_mode & 0o777) == (size, 0o600)
        restored = records_at(address_of(f"sqlite:///{target}"))
        await restored.open()
        history = await restored.attempts.past(ADA)
        memory = (await restored.memories.of(ADA)).get("2.3")
        assert (memory.answers if memory else 0) == len(history) >= before
        await practice(restored, "more")
        assert (await answered(restored, "more0", at=NOW + 400 * DAY)).fresh
        await restored.close()


async def made(tmp_path: Path) -> str:
    records = records_at(address_of(url_in(tmp_path)))
    await records.open()
    await practice(records)
    await records.close()
    return url_in(tmp_path)


async def test_nothing_is_overwritten(tmp_path: Path, folder: Path) -> None:
    url = await made(tmp_path)
    (folder / "copy").write_text("mine")
    with pytest.raises(BackupError, match="error-backup-exists"):
        back_up(address_of(url), folder / "copy")
    assert (folder / "copy").read_text() == "mine"


@pytest.mark.parametrize(
    ("url", "target", "why"),
    [
        ("postgresql+asyncpg://h/d", "copy", "error-backup-postgresql"),
        ("sqlite:////nowhere/at/all", "copy", "error-backup-nothing"),
        ("", "nowhere/copy", "error-backup-unwritten"),
    ],
)
async def test_why_there_is_no_copy(tmp_path: Path, folder: Path, url: str, target: str, why: str) -> None:
    with pytest.raises(BackupError, match=why):
        back_up(address_of(url or await made(tmp_path)), folder / target)


@pytest.mark.parametrize("offset", [0, 4096])
def test_what_is_damaged_is_not_copied(tmp_path: Path, folder: Path, offset: int) -> None:
    url = address_of(asyncio.run(made(tmp_path)))
    with Path(str(url.database)).open("r+b") as file:
        file.seek(offset)
        file.write(b"\xff" * 4096)
    with pytest.raises(BackupError, match="error-backup-unsound"):
        back_up(url, folder / "copy")


@pytest.mark.parametrize(("lang", "said"), [("C", "checked copy of the records"), ("ja_JP.UTF-8", "検査も済みました")])
def test_on_the_command_line(tmp_path: Path, folder: Path, lang: str, said: str) -> None:
    environment = os.environ | {"DATABASE_URL": asyncio.run(made(tmp_path)), "LC_ALL": lang, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "bot", "backup", str(folder / "copy")]
    first, second = (
        subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        for _ in range(2)
    )
    assert (first.returncode, first.stderr) == (0, "")
    assert said in first.stdout
    assert is_sound(folder / "copy")
    assert (second.returncode, second.stdout) == (1, "")
    assert str(folder / "copy") in second.stderr
