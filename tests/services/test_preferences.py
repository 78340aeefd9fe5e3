"""What people have chosen: whose word goes first, and what is known while the records are away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.records.addresses import address_of
from bot.records.store import SqlRecords, records_at
from tests.fakes.fake_clock import FakeClock
from tutor.services.pictures import Theme
from tutor.services.preferences import FRESH, Preferences, Reader, Whereabouts
from tutor.services.records.errors import RecordsUnavailableError
from tutor.words.messages import Locale

ADA, SCHOOL = 1, 7


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[SqlRecords]:
    records = records_at(address_of(f"sqlite+aiosqlite:///{tmp_path / 'napier.sqlite3'}"))
    await records.open()
    yield records
    await records.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def preferences(records: SqlRecords, clock: FakeClock) -> Preferences:
    return Preferences(records, clock)


@pytest.mark.parametrize(
    ("chosen", "own", "server", "guild_locale", "expected"),
    [
        (None, "en-GB", None, "ja", "en"),
        (None, "ja", None, "en-US", "ja"),
        (None, "fr", None, "ja", "ja"),
        (None, "fr", "en", "ja", "en"),
        (None, "fr", "ja", "fr", "ja"),
        (None, "fr", None, "fr", "en"),
        (None, "en-US", "ja", "ja", "en"),
        ("ja", "en-US", "en", "en-US", "ja"),
        ("en", "ja", "ja", "ja", "en"),
        (None, None, None, None, "en"),
    ],
)
async def test_the_persons_setting_then_discord_then_the_server(
    preferences: Preferences,
    chosen: Locale | None,
    own: str | None,
    server: Locale | None,
    guild_locale: str | None,
    expected: Locale,
) -> None:
    if chosen is not None:
        await preferences.change(ADA, language=chosen)
    if server is not None:
        await preferences.set_server_language(SCHOOL, server)
    where = Whereabouts(own, SCHOOL, guild_locale)
    assert (await preferences.reader(ADA, where)).locale == expected
    assert (await preferences.reader(ADA, Whereabouts(own))).locale == (chosen or ("ja" if own == "ja" else "en"))


async def test_the_defaults_of_somebody_unknown(preferences: Preferences) -> None:
    assert await preferences.reader(ADA, Whereabouts("en-US")) == Reader(ADA)
    assert (await preferences.reader(ADA, Whereabouts("ja"))).zone.key == "Asia/Tokyo"


async def test_what_is_chosen_is_known_at_once(preferences: Preferences) -> None:
    await preferences.reader(ADA, Whereabouts("en-US"))
    await preferences.change(ADA, theme="light", log_base="10", timezone="Europe/Paris", text_only=True)
    reader = await preferences.reader(ADA, Whereabouts("en-US"))
    assert (reader.theme, reader.log_base, reader.zone.key, reader.text_only) == (
        Theme.LIGHT,
        "10",
        "Europe/Paris",
        True,
    )
    preferences.forget(ADA)
    assert (await preferences.reader(ADA, Whereabouts("en-US"))).theme is Theme.LIGHT


async def test_what_another_process_changed_is_known_soon(
    preferences: Preferences, records: SqlRecords, clock: FakeClock
) -> None:
    await preferences.reader(ADA, Whereabouts("en-US"))
    await records.learners.change(ADA, clock.now(), theme="light")
    assert (await preferences.reader(ADA, Whereabouts("en-US"))).theme is Theme.DARK
    clock.move(FRESH)
    assert (await preferences.reader(ADA, Whereabouts("en-US"))).theme is Theme.LIGHT


async def test_while_the_records_are_away_the_last_choice_holds_and_nothing_is_changed(
    preferences: Preferences, clock: FakeClock, tmp_path: Path
) -> None:
    await preferences.change(ADA, theme="light", language="ja")
    file, aside = tmp_path / "napier.sqlite3", tmp_path / "aside"
    file.rename(aside)
    clock.move(FRESH)
    reader = await preferences.reader(ADA, Whereabouts("en-US"))
    assert (reader.theme, reader.locale) == (Theme.LIGHT, "ja")
    assert await preferences.reader(2, Whereabouts("en-US", SCHOOL)) == Reader(2)
    with pytest.raises(RecordsUnavailableError):
        await preferences.change(ADA, theme="dark")
    assert (await preferences.reader(ADA, Whereabouts("en-US"))).theme is Theme.LIGHT
    aside.rename(file)
    clock.move(FRESH + timedelta(seconds=1))
    assert (await preferences.change(ADA, theme="dark")).language == "ja"
