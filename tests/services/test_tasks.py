"""What a button refers to: tasks written and kept, found again, and shown again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.addresses import address_of
from bot.records.store import SqlRecords, records_at
from tests.fakes.fake_pictures import FakePictures
from tutor.services.derive import DeriveRequest, DeriveService
from tutor.services.errors import ExpiredError, TutorError, UnknownFormulaError, UnreadableError
from tutor.services.evaluate import EvaluateRequest, EvaluateService
from tutor.services.exhibits import Look, View
from tutor.services.formulas import FormulaService
from tutor.services.library import library
from tutor.services.pictures import Theme
from tutor.services.records.learners import LogBase
from tutor.services.references import References
from tutor.services.rewrite import RewriteRequest, RewriteService
from tutor.services.showing import ReopenService, TaskService
from tutor.services.tasks import LONGEST_WRITTEN, BrokenTaskError, Task, task_of, task_written, worked
from tutor.services.worked import GOALS
from tutor.services.workers import InlineWorkers

LONG = " + ".join(f"{number} ln(x + {number})" for number in range(2, 10))
LOGS = st.sampled_from(get_args(LogBase))
texts = st.text(max_size=30)
tasks = st.one_of(
    st.builds(Task, st.just("derive"), texts, variable=texts, log=LOGS),
    st.builds(
        Task,
        st.just("evaluate"),
        texts,
        at=texts,
        digits=st.integers(1, 100).map(str),
        log=LOGS,
    ),
    st.builds(Task, st.just("rewrite"), texts, to=st.sampled_from(GOALS), base=texts),
)


class Noon:
    def now(self) -> datetime:
        return datetime(2025, 1, 1, 12, tzinfo=UTC)

    async def sleep_until(self, moment: datetime) -> None:
        raise NotImplementedError


class Services:
    """The use cases over real records and pictures that are none."""

    def __init__(self, records: SqlRecords) -> None:
        self.workers, self.pictures = InlineWorkers(), FakePictures()
        self.references = References(records, Noon())
        tasks = TaskService(self.workers, self.pictures, self.references)
        formulas = FormulaService(self.workers, self.pictures)
        self.derive, self.evaluate = DeriveService(formulas, tasks), EvaluateService(tasks)
        self.rewrite, self.reopen = RewriteService(tasks), ReopenService(formulas, tasks, self.references)


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[SqlRecords]:
    records = records_at(address_of(f"sqlite:///{tmp_path / 'napier.sqlite3'}"))
    await records.open()
    yield records
    await records.close()


@pytest.fixture
def services(records: SqlRecords) -> Services:
    return Services(records)


@given(tasks)
def test_a_task_is_read_back_from_what_is_kept_of_it(task: Task) -> None:
    assert task_of(task.body) == task
    if task.written is not None:
        assert len(task.written) <= LONGEST_WRITTEN
        assert task_written(task.written) == task


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"do": "derive"},
        {"do": "fly", "expression": "x"},
        {"do": "derive", "expression": 3},
        {"do": "derive", "expression": "x", "more": "y"},
        {"do": "rewrite", "expression": "x", "to": "gold"},
        {"do": "evaluate", "expression": "x", "digits": "1e9"},
        {"do": "evaluate", "expression": "x", "log": "7"},
    ],
)
def test_what_is_no_task_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(BrokenTaskError):
        task_of(body)


@given(st.text(max_size=60))
def test_any_line_is_a_task_or_refused(line: str) -> None:
    with suppress(BrokenTaskError):
        assert task_written(line).do in {"derive", "evaluate", "rewrite"}


@settings(deadline=None)
@given(tasks)
def test_any_task_is_worked_out_or_told_why_not(task: Task) -> None:
    with suppress(TutorError):
        assert worked(task).derivation.checked == "proved"


@pytest.mark.parametrize("expression", ["x^x", LONG])
async def test_a_reference_leads_back_to_its_task(services: Services, expression: str) -> None:
    task = Task("derive", expression, log="10")
    name = await services.references.refer(task)
    assert len(name) <= LONGEST_WRITTEN + 1
    assert name == await services.references.refer(task)
    assert await services.references.find(name) == task
    assert await Services(services.references._records).references.find(name) == task  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["~", "~x;y", "~d;x", "~r;gold;;e;x", "=", "=aaaaaaaaaaaaaaaa"])
async def test_a_forged_reference_is_expired(services: Services, name: str) -> None:
    with pytest.raises(ExpiredError):
        await services.references.find(name)
    assert await services.references.find("3.1") is None


@pytest.mark.parametrize("view", [View.ALL, View.STEP])
async def test_what_was_shown_is_shown_again(services: Services, view: View) -> None:
    look = Look(view, 1, "ja", Theme.LIGHT)
    shown = (
        await services.derive.show(DeriveRequest(LONG, look=look)),
        await services.derive.show(DeriveRequest("3.1", look=look)),
        await services.derive.show(DeriveRequest("x^x", "x", look=look)),
        await services.evaluate.show(EvaluateRequest("log_8 x", "4", 30, look=look)),
        await services.rewrite.show(RewriteRequest("ln(x^2 y)", "expand", look=look)),
    )
    for one in shown:
        assert await services.reopen.show(one.exhibit.what, look) == one
        assert one.page.card.locale == "ja"
        assert 0 < len(one.page.alt) <= 1_024
    assert shown[0].number == 1


async def test_a_law_that_is_cited_opens_from_any_answer(services: Services) -> None:
    shown = await services.evaluate.show(EvaluateRequest("log_8 4"))
    for citation in shown.page.citations:
        opened = await services.reopen.show(citation.law, Look(View.WHY))
        assert opened.exhibit.what in {citation.law, library().laws[citation.law].number}


async def test_log_means_what_the_reader_chose(services: Services) -> None:
    natural = await services.evaluate.show(EvaluateRequest("log 100"))
    common = await services.evaluate.show(EvaluateRequest("log 100", log="10"))
    assert natural.exhibit.echo is not None
    assert common.exhibit.echo is not None
    assert natural.exhibit.echo.read == "ln(100)"
    assert common.exhibit.echo.read == "log₁₀(100)"
    assert "base 10" in common.exhibit.echo.notes[0]
    again = await services.reopen.show(common.exhibit.what, Look(View.STEP))
    assert again.exhibit.echo == common.exhibit.echo


async def test_a_name_is_no_expression_and_an_expression_no_name(services: Services) -> None:
    for what in ("hello world", "9.9"):
        with pytest.raises(UnknownFormulaError):
            await services.derive.show(DeriveRequest(what))
    with pytest.raises(UnreadableError):
        await services.derive.show(DeriveRequest("~d;;e;x"))


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("log_2 8", ["log_2 8 → log₂(8)"]),
        ("log₂(8)", ["log₂(8)"]),
        ("ln(", ["ln("]),
        ("", []),
        ("  ", []),
        ("x" * 101, []),
        ("9" * 90, ["9" * 90]),
    ],
)
def test_previews_show_the_reading(services: Services, typed: str, offered: Sequence[str]) -> None:
    found = services.evaluate.suggest(typed, "en")
    assert [one.name for one in found] == offered
    assert all(one.value == typed and len(one.name) <= 100 for one in found)


def test_derive_offers_formulas_first_and_never_too_many(services: Services) -> None:
    offered = services.derive.suggest("log", "en")
    assert offered[-1].value == "log"
    assert len(services.derive.suggest("", "en")) <= 25
    assert [one.value for one in services.derive.suggest("3.1", "en")].count("3.1") == 1
