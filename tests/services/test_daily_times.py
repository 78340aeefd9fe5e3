"""Times of day and time zones as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.services.clock_times import UnreadTimeError, time_typed
from tutor.services.timezones import UnknownZoneError, named_zones, suggest_zones, zone_label, zone_named, zone_of
from tutor.words.messages import Locale

SUMMER = datetime(2025, 7, 1, tzinfo=UTC)
WINTER = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", time(8)),
        ("08:00", time(8)),
        ("8.30", time(8, 30)),
        ("0830", time(8, 30)),
        ("7h30", time(7, 30)),
        ("8 pm", time(20)),
        ("8:30 P.M.", time(20, 30)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("24:00", time(0)),
        ("２０：１５", time(20, 15)),
        ("午後8時半", time(20, 30)),
        ("午前７時５分", time(7, 5)),
        ("8時", time(8)),
        ("20時30分", time(20, 30)),
        ("夜9時", time(21)),
        ("正午", time(12)),
    ],
)
def test_times_as_people_type_them(typed: str, meant: time) -> None:
    assert time_typed(typed) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "8:60", "13 pm", "-1", "8:0", "1234567", "午後13時", "2460"])
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(UnreadTimeError):
        time_typed(typed)


@given(st.times())
def test_every_minute_is_read_back(at: time) -> None:
    assert time_typed(at.strftime("%H:%M")) == at.replace(second=0, microsecond=0)


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_refused(typed: str) -> None:
    with suppress(UnreadTimeError):
        assert time_typed(typed).second == 0


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("America/New York", "America/New_York"),
        ("JST", "Asia/Tokyo"),
        ("Tokyo", "Asia/Tokyo"),
        ("東京", "Asia/Tokyo"),
        ("Osaka", "Asia/Tokyo"),
        ("大阪", "Asia/Tokyo"),
        ("ＪＳＴ", "Asia/Tokyo"),
        ("EST", "America/New_York"),
        ("London", "Europe/London"),
        ("sao paulo", "America/Sao_Paulo"),
        ("utc", "UTC"),
        ("GMT", "UTC"),
        ("UTC+9", "Etc/GMT-9"),
        ("utc+09:00", "Etc/GMT-9"),
        ("−5", "Etc/GMT+5"),
        ("+5:30", "Asia/Kolkata"),
        ("gmt+0", "UTC"),
    ],
)
def test_zones_as_people_call_them(typed: str, zone: str) -> None:
    assert zone_named(typed) == ZoneInfo(zone)


@pytest.mark.parametrize("typed", ["", "Toyko", "CST", "IST", "UTC+15", "UTC+5:17", "../etc/passwd", "x" * 500])
def test_what_names_no_zone_or_several_is_refused_with_a_guess(typed: str) -> None:
    with pytest.raises(UnknownZoneError) as caught:
        zone_named(typed)
    assert zone_named(str(caught.value.arguments["near"]))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "Asia/Tokyo"),
        ("tok", "Asia/Tokyo"),
        ("東", "Asia/Tokyo"),
        ("Toyko", "Asia/Tokyo"),
        ("UTC+9", "Etc/GMT-9"),
        ("new y", "America/New_York"),
        ("paris", "Europe/Paris"),
        ("Antarctica/Tr", "Antarctica/Troll"),
    ],
)
@pytest.mark.parametrize("locale", ["en", "ja"])
def test_what_is_offered_first(typed: str, first: str, locale: Locale) -> None:
    offered = suggest_zones(typed, locale, SUMMER)
    assert offered[0].value == first
    assert len(offered) <= 25
    assert all(len(one.name) <= 100 and len(one.value) <= 64 for one in offered)


@pytest.mark.parametrize("typed", ["UTC+9", "+09:00"])
def test_an_offset_offers_those_who_have_it_now(typed: str) -> None:
    assert {"Asia/Tokyo", "Asia/Seoul"} <= {one.value for one in suggest_zones(typed, "en", SUMMER)}


def test_several_zones_of_one_name_are_all_offered() -> None:
    assert {"Asia/Kolkata", "Europe/Dublin"} <= {one.value for one in suggest_zones("IST", "en", SUMMER)[:3]}


def test_labels_say_what_the_clocks_say_now() -> None:
    assert zone_label("Europe/London", "en", SUMMER) == "London – Europe/London (UTC+1)"
    assert zone_label("Europe/London", "en", WINTER) == "London – Europe/London (UTC)"
    assert zone_label("Asia/Tokyo", "ja", SUMMER) == "東京 – Asia/Tokyo（UTC+9）"
    assert "UTC−3:30" in zone_label("America/St_Johns", "en", WINTER)
    assert "UTC+9" in zone_label("Etc/GMT-9", "en", SUMMER)


@given(st.text(max_size=200))
def test_any_text_is_answered(typed: str) -> None:
    assert len(suggest_zones(typed, "en", SUMMER)) <= 25


def test_every_named_zone_is_there_and_found_by_its_first_names() -> None:
    for zone in named_zones():
        assert zone_of(zone.id) is not None
        assert {zone_named(names[0]).key for names in zone.names.values()} == {zone.id}
    assert zone_of("Mars/Olympus") is None
