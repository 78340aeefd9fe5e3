"""Learners, servers and requests; what is exported, and what goes when somebody is forgotten."""

from __future__ import annotations

import json
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from bot.records import schema
from bot.records.store import SqlRecords
from tests.bot.records.making import (
    ADA,
    CLUB,
    DAY,
    EMIL,
    MINUTE,
    NOW,
    SCHOOL,
    YUKI,
    answered,
    practice,
    question,
    sitting,
)
from tutor.services.records.dailies import Daily, DailyPost
from tutor.services.records.learners import LearnerSettings, Reminder
from tutor.services.records.parties import Party
from tutor.services.records.sittings import SittingKind

TODAY = date(2026, 3, 1)


async def rows(records: SqlRecords) -> dict[str, int]:
    """How many rows each table has."""

    def work(connection: object) -> dict[str, int]:
        return {
            table.name: len(connection.execute(select(table)).all())  # type: ignore[attr-defined]
            for table in schema.metadata.sorted_tables
        }

    return await records.database.read(work)


async def everything_of(records: SqlRecords, learner: int) -> None:
    """Leave something of a learner in every table that can hold it."""
    name = f"of{learner}-"
    await practice(records, name, learner, guild=SCHOOL)
    await records.learners.change(learner, NOW, visible=True, reminders=True, timezone="Asia/Tokyo")
    await records.turns.hint(learner, f"{name}0", 1, NOW)
    await answered(records, f"{name}0", learner, credit=100)
    await records.reports.add(learner, f"{name}1", {"why": "変"}, NOW)
    await records.freezes.spend(learner, [TODAY])
    party = sitting(f"p{learner}", None, kind=SittingKind.PARTY, guild=CLUB)
    await records.parties.open(Party(party.id, CLUB, 5, learner, 3, 20), party)
    await records.parties.join(party.id, learner, NOW)
    await records.dailies.set_up(Daily(CLUB, 5, time(8), "Asia/Tokyo", set_by=learner), NOW)


async def test_settings(records: SqlRecords) -> None:
    assert await records.learners.settings(ADA) == LearnerSettings()
    changed = await records.learners.change(ADA, NOW, language="ja", log_base="10", timezone="Asia/Tokyo")
    assert changed == LearnerSettings(language="ja", log_base="10", timezone="Asia/Tokyo")
    changed = await records.learners.change(ADA, NOW, language=None, visible=True, reminders=True, theme="light")
    assert changed == await records.learners.settings(ADA)
    assert changed == LearnerSettings(None, "light", "10", "Asia/Tokyo", reminders=True, visible=True)
    assert await records.learners.settings(YUKI) == LearnerSettings()
    with pytest.raises(TypeError):
        await records.learners.change(ADA, NOW, reminded_on=TODAY)  # type: ignore[call-arg]


async def test_reminders_go_out_once_a_day(records: SqlRecords) -> None:
    for learner in (ADA, YUKI):
        await practice(records, f"s{learner}", learner)
        await answered(records, f"s{learner}0", learner)
    await records.learners.change(ADA, NOW, reminders=True)
    assert await records.learners.to_remind(NOW) == []
    assert await records.learners.to_remind(NOW + 30 * DAY) == [Reminder(ADA, None, None, 1)]
    assert await records.learners.claim_reminder(ADA, TODAY)
    assert not await records.learners.claim_reminder(ADA, TODAY)
    assert not await records.learners.claim_reminder(ADA, TODAY - DAY)
    assert await records.learners.claim_reminder(ADA, TODAY + DAY)
    assert not await records.learners.claim_reminder(YUKI, TODAY)
    assert (await records.learners.to_remind(NOW + 30 * DAY))[0].reminded_on == TODAY + DAY


async def test_languages_of_servers(records: SqlRecords) -> None:
    assert await records.guilds.language(SCHOOL) is None
    await records.guilds.set_language(SCHOOL, "ja", NOW)
    assert await records.guilds.language(SCHOOL) == "ja"
    await records.guilds.set_language(SCHOOL, None, NOW)
    assert await records.guilds.language(SCHOOL) is None


async def test_a_welcome_is_due_when_the_bot_comes(records: SqlRecords) -> None:
    await records.guilds.set_language(SCHOOL, "ja", NOW)
    assert await records.guilds.joined(SCHOOL, NOW)
    assert not await records.guilds.joined(SCHOOL, NOW)
    assert await records.guilds.present() == [SCHOOL]
    await records.guilds.left(SCHOOL, NOW + DAY)
    assert await records.guilds.present() == []
    assert await records.guilds.joined(SCHOOL, NOW + 2 * DAY)
    assert await records.guilds.purge(NOW + 9 * DAY) == 0


async def test_a_server_that_was_left_goes_and_learners_keep_their_answers(records: SqlRecords) -> None:
    await practice(records, guild=SCHOOL)
    await records.learners.change(ADA, NOW, visible=True)
    await answered(records, "s0", credit=100)
    await records.dailies.set_up(Daily(SCHOOL, 5, time(8), "Asia/Tokyo"), NOW)
    shared = sitting("d", None, kind=SittingKind.DAILY, guild=SCHOOL)
    await records.posts.claim(DailyPost(SCHOOL, TODAY, "t", NOW, 5), shared, question("q", "d"))
    await answered(records, "q", YUKI)
    await records.guilds.joined(SCHOOL, NOW)
    await records.guilds.left(SCHOOL, NOW)
    await records.guilds.left(SCHOOL, NOW + 5 * DAY)  # the first time counts
    assert await records.guilds.purge(NOW) == 0
    assert await records.guilds.purge(NOW + MINUTE) == 1
    assert await records.dailies.of(SCHOOL) is None
    assert await records.posts.of(SCHOOL, TODAY) is None
    assert await records.boards.of(SCHOOL) == []
    assert [one.guild for one in await records.attempts.of_sitting("s", ADA)] == [None]
    assert [one.answer.question for one in await records.attempts.of_sitting("d", YUKI)] == ["q"]
    assert await records.memories.of(ADA) != {}


async def test_requests_are_named_after_their_content(records: SqlRecords) -> None:
    body = {"do": "derive", "what": "x^" * 500 + "対数 \0", "nested": {"b": 1, "a": [None, True]}}
    name = await records.requests.keep(body, NOW)
    assert await records.requests.keep(dict(reversed(body.items())), NOW + DAY) == name
    assert await records.requests.keep(body | {"what": "x"}, NOW) != name
    assert await records.requests.find(name) == body
    assert await records.requests.find("x") is None
    assert len(name) == 16
    assert name.isalnum()


async def test_what_is_exported_is_everything_of_one_learner(records: SqlRecords) -> None:
    assert await records.learners.export(ADA) == {}
    await everything_of(records, ADA)
    await everything_of(records, YUKI)
    await records.dailies.set_up(Daily(SCHOOL, 5, time(8), "Asia/Tokyo", set_by=ADA), NOW)
    exported = await records.learners.export(ADA)
    assert json.loads(json.dumps(exported)) == exported
    named = {
        key.parent.table.name
        for table in schema.metadata.tables.values()
        for key in table.foreign_keys
        if key.column is schema.learner.c.id
    }
    assert set(exported) == named | {"learner", "question"}
    assert str(YUKI) not in json.dumps(exported)
    assert exported["learner"][0]["timezone"] == "Asia/Tokyo"
    assert exported["attempt"][0]["given"] == "3"
    assert exported["report"][0]["details"] == {"why": "変"}
    assert [one["id"] for one in exported["question"]] == [f"of{ADA}-{number}" for number in range(3)]


async def test_forgetting_leaves_nothing_of_one_learner(records: SqlRecords) -> None:
    await everything_of(records, YUKI)
    only_yuki = await rows(records)
    await everything_of(records, ADA)
    assert len(await records.boards.of(SCHOOL)) == 2
    assert await records.learners.forget(ADA)
    assert await records.learners.export(ADA) == {}
    assert [line.learner for line in await records.boards.of(SCHOOL)] == [YUKI]
    after = await rows(records)
    # What is the server's stays, without the learner.
    assert after == only_yuki | {name: only_yuki[name] + 1 for name in ("sitting", "party")}
    daily = await records.dailies.of(CLUB)
    assert daily is not None
    assert daily.set_by is None
    party = await records.parties.find(f"p{ADA}")
    assert party is not None
    assert party.host is None
    assert not await records.learners.forget(ADA)
    assert not await records.learners.forget(EMIL)


async def test_somebody_forgotten_can_begin_anew(records: SqlRecords) -> None:
    await records.sittings.start(sitting("d", None, kind=SittingKind.DAILY), [question("q", "d")])
    await answered(records, "q")
    await records.learners.forget(ADA)
    assert (await answered(records, "q", at=NOW + timedelta(seconds=1))).fresh
