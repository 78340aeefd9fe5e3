"""Workings that were marked by hand: what is said of every line is what a teacher wrote beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tutor.maths.workings import WorkingChecker, first_wrong, read_rows, telling
from tutor.maths.workings.telling import ALGEBRA
from tutor.services.engines import solver
from tutor.services.library import library, misconceptions

TABLE = tomllib.loads((Path(__file__).parent / "tables" / "marked_workings.toml").read_text(encoding="utf-8"))
MARKED = TABLE["working"]
VERDICTS = {"given": True, "right": True, "wrong": False, "unclear": None}
CHECKER = WorkingChecker(library().laws, misconceptions(), solver=solver())


def typed(line):
    return next(line[mark] for mark in VERDICTS if mark in line)


def verdict(line):
    return next(VERDICTS[mark] for mark in VERDICTS if mark in line)


def judged(working):
    """For every typed line what is said of it; a chain of equalities has several."""
    return judged_lines(tuple(map(typed, working["lines"])))


@cache
def judged_lines(lines):
    rows = read_rows(lines)
    found = iter(CHECKER.check([line for row in rows for line in row]))
    return [[next(found) for _ in row] for row in rows]


@pytest.mark.parametrize("working", MARKED, ids=lambda working: "; ".join(map(typed, working["lines"])))
def test_every_line_is_marked_as_the_teacher_marks_it(working):
    for line, found in zip(working["lines"], judged(working), strict=True):
        said = next((one for one in found if one.ok is not True), found[0])
        assert said.ok is verdict(line), line
        if said.ok:
            laws = [law for one in found for law in one.laws]
            assert "given" in line or set(telling(laws)) - ALGEBRA <= set(line.get("by", ())) <= set(laws), line
            changes = [one.domain.kind for one in found if one.domain is not None]
            assert changes == ([line["domain"]] if "domain" in line else []), line
            assert any(one.added or one.counterexample for one in found) is line.get("gains", False), line
        else:
            assert said.fault == line["because"], line
            assert "+".join(said.misconception) == line.get("mistake", ""), line


def test_the_first_wrong_line_is_the_first_that_the_teacher_marks_wrong():
    for working in MARKED:
        found = [min((one.ok is not False, index) for one in row) for index, row in enumerate(judged(working))]
        wrong = next((index for right, index in found if not right), None)
        assert wrong == next((index for index, line in enumerate(working["lines"]) if "wrong" in line), None)


def test_the_table_is_long_enough():
    assert len(MARKED) >= 120
    assert any(len(working["lines"]) >= 10 for working in MARKED)


def test_what_is_marked_is_known():
    for working in MARKED:
        assert "given" in working["lines"][0]
        for line in working["lines"]:
            assert set(line.get("by", ())) <= set(library().laws)
            assert line.get("mistake", "") in {"", *(one.id for one in misconceptions())}


def test_a_working_without_a_wrong_line_has_no_first_wrong_one():
    assert first_wrong(CHECKER.check([line for row in read_rows(["2^x = 8", "x = 3"]) for line in row])) is None
