"""What never ends elsewhere, and what has no answer: a sentence in time in every verb, and the batch goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

SOON = 3.0
QUIET = {name: value for name, value in os.environ.items() if not name.startswith(("DISCORD", "LC_", "LANG"))}
NEVER_ENDING = (
    "9**9**9",
    "10**10**10",
    "factorial(10**9)",
    "(10^9)!",
    "1e1000000000",
    "0." + "1" * 100_000,
    "1" * 100_000,
    "3^(10^8 x) - 2^(10^8 x)",
    "(" * 2_000 + "x" + ")" * 2_000,
    "ln(" * 150 + "x" + ")" * 150,
    "9.5^9.5^9.5^9.5",
    "9.5^(9.5^(9.5^9.5))",
    "x^x^x^x^x^x",
    "(x+1)^1000000",
    "(a+b+c+d)^99",
    "x" * 1_000_000,
    "\\frac{" * 30,
)
HEAVY = (
    "*".join(f"(x+{number})" for number in range(60)),
    "+".join(f"ln(x+{number})" for number in range(60)),
    "x^x^x^x^x^x^x^x^x^x",
    " + ".join(f"x^{number} ln(x)" for number in range(2, 80)),
    "ln(" + "+".join(f"x^{number}" for number in range(99)) + ")",
    "|" * 20 + "x" + "|" * 20,
)
ODD = (
    "",
    " \t\n",
    "\x00",
    "x\x1b[31m",
    "\u202ex",
    "x\ud800",
    "𝔘𝔫𝔦",
    '__import__("os").system("true")',
    "eval('1')",
    "{{x}}",
    '#read("/etc/passwd")',
    "'; DROP TABLE learner; --",
    "<script>",
    "$(reboot)",
    "%s%s%n",
)
UNDEFINED = ("ln(0)", "ln(-1)", "log_1(5)", "log_0(5)", "log_(-2)(5)", "0^0", "0^-1", "1/0", "(-8)^(1/3)", "sqrt(-1)")


class Batch:
    """`napier batch`, asked one line at a time."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=QUIET
        )

    def ask(self, request: object) -> tuple[dict[str, Any], float]:
        """The answer, and the seconds that it took."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        begun = time.monotonic()
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer, time.monotonic() - begun


@pytest.fixture(scope="module")
def batch() -> Iterator[Batch]:
    started = Batch()
    assert started.ask({"do": "evaluate", "expression": "log_2 8"})[0]["exact"] == "3"
    yield started
    assert started.process.stdin is not None
    assert started.process.stdout is not None
    started.process.stdin.close()
    started.process.stdout.close()
    assert started.process.wait(10) == 0


def requests(text: str) -> Iterator[dict[str, Any]]:
    """Every field of every verb that takes a person's text."""
    yield {"do": "derive", "what": text}
    yield {"do": "derive", "what": "x", "variable": text}
    yield {"do": "evaluate", "expression": text, "digits": 100}
    yield {"do": "evaluate", "expression": "x", "at": {"x": text}}
    yield {"do": "evaluate", "expression": "x", "at": {text: "2"}}
    for goal in ("expand", "condense", "simplify"):
        yield {"do": "rewrite", "expression": text, "to": goal}
    yield {"do": "rewrite", "expression": text, "to": "base", "base": "2"}
    yield {"do": "rewrite", "expression": "ln(x)", "to": "base", "base": text}
    yield {"do": "grade", "answer": text, "expected": "ln(x) + 1"}
    yield {"do": "grade", "answer": "ln(x) + 1", "expected": text}
    yield {"do": "grade", "answer": text, "expected": text, "form": "single_log"}
    yield {"do": "grade", "answer": "x", "expected": "x", "form": text}
    for kind in ("differentiate", "evaluate", "solve"):
        yield {"do": "grade", "answer": "2", "question": {kind: text}}
    yield {"do": "grade", "answer": "2", "question": {"rewrite": text, "to": "expand"}}
    yield {"do": "grade", "answer": text, "question": {"differentiate": "x^x"}}
    yield {"do": "grade", "answer": text, "question": {"solve": "2^x = 8"}}
    yield {"do": "exercise", "skill": text, "level": 1, "seed": 1}
    yield {"do": "exercise", "skill": "power-rule", "level": 1, "seed": 1, "kind": text}
    yield {"do": "list", "of": text}
    yield {"do": text}


@pytest.mark.parametrize("text", NEVER_ENDING + ODD + UNDEFINED, ids=lambda text: ascii(text)[:30])
def test_every_verb_answers_in_time(batch: Batch, text: str) -> None:
    for request in requests(text):
        answer, seconds = batch.ask(request)
        assert seconds < SOON, request["do"]
        if "error" in answer:
            error = answer["error"]
            assert set(error) == {"kind", "message", "at", "field"}
            assert error["kind"] != "internal", request
            assert len(error["message"]) < 2_000
            assert error["message"].strip()
    again, _ = batch.ask({"do": "evaluate", "expression": "log_2 8"})
    assert again["exact"] == "3"


@pytest.mark.slow
@pytest.mark.parametrize("text", HEAVY, ids=lambda text: ascii(text)[:30])
def test_every_verb_gives_up_in_time(batch: Batch, text: str) -> None:
    test_every_verb_answers_in_time(batch, text)


def test_work_that_takes_too_long_is_stopped_and_the_next_goes_on(batch: Batch) -> None:
    answer, seconds = batch.ask({"do": "rewrite", "expression": HEAVY[0], "to": "expand"})
    assert seconds < SOON
    assert answer["error"]["kind"] in {"took_too_long", "too_many_steps"}
    assert batch.ask({"do": "evaluate", "expression": "log_2 8"})[0]["exact"] == "3"


@pytest.mark.parametrize("text", UNDEFINED)
def test_what_has_no_value_is_said_so(batch: Batch, text: str) -> None:
    for request in (
        {"do": "evaluate", "expression": text},
        {"do": "derive", "what": text},
        {"do": "rewrite", "expression": text, "to": "simplify"},
        {"do": "grade", "answer": "1", "question": {"evaluate": text}},
    ):
        answer, _ = batch.ask(request)
        assert answer["error"]["kind"] == "undefined", request
        assert "has no value: " in answer["error"]["message"]
