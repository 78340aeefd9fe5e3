"""The command line as people and programs use it: real processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

QUIET = {name: value for name, value in os.environ.items() if not name.startswith(("DISCORD", "LC_", "LANG"))}


def napier(*arguments: str, text: str | bytes | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    given = text.encode() if isinstance(text, str) else text
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        timeout=60,
        env={**QUIET, **environment},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def told(*arguments: str) -> Result:
    """The same in this process, where the laws are read already."""
    return CliRunner().invoke(app, list(arguments), prog_name="napier")


def batch(*lines: str | bytes) -> list[dict[str, Any]]:
    given = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    done = napier("batch", text=given)
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines)
    return answers


def test_derive_prints_every_step_with_its_law() -> None:
    done = napier("derive", "3.1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3.1 Derivative of the logarithm\n")
    lines = [line for line in done.stdout.splitlines() if line.startswith("= ")]
    assert len(lines) >= 12
    assert all(line.endswith(")") or "  " in line for line in lines)
    assert "Checked: every step proved" in done.stdout


def test_derive_speaks_japanese_where_it_is_asked_to_or_the_terminal_does() -> None:
    asked = told("derive", "商の対数", "--lang", "ja")
    assert asked.stdout.startswith("2.4 ")
    assert asked.stdout == napier("derive", "2.4", LANG="ja_JP.UTF-8").stdout
    assert asked.stdout != told("derive", "2.4", "--lang", "en").stdout


def test_derive_gives_one_json_object() -> None:
    done = told("derive", "2.4", "--json")
    answer = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert answer["result"] == "log_a(Y) - log_a(X)"
    assert answer["checked"] == "proved"
    assert answer["conditions"] == ["a > 0", "a != 1", "X > 0", "Y > 0"]


@pytest.mark.parametrize("options", [(), ("--json",)])
@pytest.mark.parametrize(("what", "pointer"), [("log_2(", "log_2(\n     ^"), ("-ln(", "-ln(\n   ^")])
def test_what_cannot_be_read_is_a_sentence_with_a_caret_and_exit_code_2(
    what: str, pointer: str, options: tuple[str, ...]
) -> None:
    done = told("derive", what, *options)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert pointer in done.stderr


def test_an_unknown_formula_is_a_sentence_and_exit_code_2() -> None:
    done = napier("derive", "9.9", LANG="ja_JP.UTF-8")
    assert done.returncode == 2
    assert "9.9" in done.stderr
    assert done.stderr.count("\n") == 1


def test_list_prints_and_gives_json() -> None:
    assert "3.1" in told("list", "formulas").stdout
    items = json.loads(told("list", "formulas", "--json").stdout)["items"]
    assert [item["formula"] for item in items][:3] == ["1.1", "1.2", "1.3"]
    assert all(set(item["name"]) == {"en", "ja"} for item in items)
    assert told("list", "planets").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("derive", "y = x^x"), ["Derivative with respect to x", "  [Product rule]", "Conditions: x > 0"]),
        (("derive", "a x", "--variable", "a"), ["Derivative with respect to a"]),
        (("evaluate", "log_8 4"), ["log₈(4) = 2/3", "[Change of base (2.7)]", "Decimal: ≈ 0.66666666666666666667"]),
        (("evaluate", "-ln x", "--at", "x = 2", "--digits", "3"), ["Given: x = 2", "Decimal: ≈ −0.693 (3 digits)"]),
        (("evaluate", "x^y", "--at", "x=2", "--at", "y=3"), ["= 8"]),
        (("evaluate", "2^1000000"), ["Size: 301,030 digits, the first of them 99006562292958982506…"]),
        (("evaluate", "log 2"), ["I read log without a base as the natural logarithm (base e)."]),
        (("rewrite", "ln x^2", "--to", "expand"), ["ln(x²) = 2 ln(|x|)", "Conditions: x ≠ 0"]),
        (("rewrite", "log_2 x", "--to", "base", "--base", "10"), ["Logarithms to base 10"]),
        (("rewrite", "ln x"), ["It has that form already."]),
        (("grade", "2 ln x", "ln x^2"), ["Right, but not everywhere.", "It is right where x > 0.", "This is proved."]),
        (("grade", "x x^(x-1)", "--differentiate", "x^x"), ["Wrong.", "They differ at x = 2.", "Power rule with x"]),
        (("grade", "ln x + ln y", "ln(xy)", "--form", "single_log"), ["two logarithms are left"]),
        (("grade", "3", "--solve", "2^x = 8"), ["Correct."]),
        (("grade", "none", "--solve", "ln(x-5) = ln(2-x)"), ["Read as: no solution"]),
        (("exercise", "power-rule", "--level", "2", "--seed", "4"), ["Differentiate", "A  ", "D  "]),
        (("exercise", "power-rule", "--kind", "find_wrong", "--solution"), ["Which line", "(1)", "The answer is"]),
        (("list", "skills"), ["Chain rule [chain-rule]"]),
        (("list", "misconceptions", "--lang", "ja"), ["[log-of-sum]", "和の対数を分けた"]),
        (("evaluate", "ln 2", "--lang", "ja"), ["小数：≈ 0.69314718055994530942（20 桁）"]),
    ],
)
def test_every_verb_prints_text_and_gives_json(arguments: tuple[str, ...], lines: list[str]) -> None:
    done = told(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    for line in lines:
        assert line in done.stdout
    given = told(*(one for one in arguments if one != "--solution"), "--json")
    assert given.exit_code == 0
    assert given.stdout.count("\n") == 1
    assert "error" not in json.loads(given.stdout)


@pytest.mark.parametrize("options", [(), ("--json",)])
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("derive", "a b"), 2, "Which letter"),
        (("evaluate", "ln("), 2, "ln(\n  ^"),
        (("evaluate", "x", "--at", "x = ("), 2, "never closed"),
        (("evaluate", "x + y", "--at", "2"), 2, "such as x = 2"),
        (("evaluate", "2", "--digits", "0"), 2, "out of range"),
        (("rewrite", "x", "--to", "gold"), 2, "expand, condense, simplify, base"),
        (("rewrite", "x", "--to", "base"), 2, "I need the new base"),
        (("grade", "x"), 2, "“expected” is missing"),
        (("grade", "x", "y", "--evaluate", "z"), 2, "not both"),
        (("exercise", "flying"), 2, "There are: product-of-powers"),
        (("evaluate", "ln(-1)"), 1, "ln(−1) has no value"),
        (("derive", "f(x)"), 1, "no rule"),
        (
            ("rewrite", "*".join(f"(x+{number})" for number in range(12)), "--to", "expand"),
            1,
            "more steps than anyone would read",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence_on_standard_error(
    arguments: tuple[str, ...], code: int, said: str, options: tuple[str, ...]
) -> None:
    done = told(*arguments, *options)
    assert done.exit_code == code
    assert done.stdout == ""
    assert said in done.stderr


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_an_answer_that_cannot_be_read_is_told_with_exit_code_2(options: tuple[str, ...]) -> None:
    done = told("grade", "ln(", "x", *options)
    assert done.exit_code == 2
    assert ("not_understood" if options else "I do not understand that answer.\n“(” is opened") in done.stdout


def test_the_core_does_not_import_discord() -> None:
    check = (
        "import sys; import bot.cli, bot.batch, bot.preload; from tutor.services.verbs import answer;"
        "answer({'do': 'derive', 'what': '3.1'}); answer({'do': 'grade', 'answer': 'x', 'question': {'solve': 'x=1'}});"
        "answer({'do': 'evaluate', 'expression': 'x'}); answer({'do': 'list', 'of': 'skills'});"
        "sys.exit(any(name in sys.modules for name in ('discord', 'matplotlib', 'typst', 'sqlalchemy', 'aiohttp')))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False, timeout=60).returncode == 0


def test_batch_answers_each_line_in_order_and_goes_on_after_a_refusal() -> None:
    good = '{"do": "derive", "what": "3.1"}'
    answers = batch(good, "", "  ", "nonsense", "[1]", "null", '{"do": "dance"}', '{"what": "3.1"}', good)
    kinds = [answer.get("error", {}).get("kind") for answer in answers]
    assert kinds == [
        None,
        "blank",
        "blank",
        "not_json",
        "not_an_object",
        "not_an_object",
        "unknown_verb",
        "missing_field",
        None,
    ]
    assert answers[0] == answers[-1]
    steps = answers[0]["steps"]
    assert len(steps) >= 12
    assert all(step["rule"] for step in steps)
    for answer in answers[1:-1]:
        assert set(answer["error"]) == {"kind", "message", "at", "field"}
        assert answer["error"]["message"]


def test_batch_says_what_is_wrong_and_where() -> None:
    answers = batch(
        '{"do": "derive", "what": "log_2("}',
        '{"do": "derive", "what": 31}',
        '{"do": "derive", "what": "3.1", "variable": ["x"]}',
        '{"do": ["derive"]}',
        '{"do": "derive", "what": "9.9"}',
        '{"do": "derive", "what": "\\ud800"}',
        b"\xff\xfe",
        "[" * 100_000,
        '{"do": "derive", "what": "' + "(" * 100_000 + '"}',
        '{"do": "list", "of": "planets"}',
        "1" * 10_000,
    )
    errors = [answer["error"] for answer in answers]
    assert [(error["kind"], error["at"], error["field"]) for error in errors] == [
        ("unclosed", 5, "what"),
        ("wrong_type", None, "what"),
        ("wrong_type", None, "variable"),
        ("unknown_verb", None, "do"),
        ("unknown_formula", None, "what"),
        ("unknown_character", 0, "what"),
        ("not_json", None, None),
        ("not_json", None, None),
        ("too_long", 1000, "what"),
        ("unknown_value", None, "of"),
        ("not_json", None, None),
    ]


def test_batch_answers_before_the_next_line_comes() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=QUIET
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in ("2.1", "2.2"):
            process.stdin.write(f'{{"do": "derive", "what": "{number}"}}\n'.encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["checked"] == "proved"
        process.stdin.close()
        assert process.wait(10) == 0


def test_batch_ends_quietly_where_nobody_reads_on() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=QUIET,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(b'{"do": "derive", "what": "3.1"}\n' * 3)
        process.stdin.close()
        assert process.wait(20) == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("arguments", "environment", "named"),
    [
        ((), {}, "DISCORD_TOKEN"),
        (("run",), {"DISCORD_TOKEN": "x", "WORKERS": "none"}, "WORKERS"),
        (("run",), {"DISCORD_TOKEN": "x", "DISCORD_API_BASE": "http://127.0.0.1:9/api"}, "127.0.0.1:9"),
    ],
)
def test_what_keeps_the_bot_from_starting_is_one_sentence(
    arguments: tuple[str, ...], environment: dict[str, str], named: str
) -> None:
    done = napier(*arguments, LOG_LEVEL="ERROR", **environment)
    assert done.returncode == 1
    assert done.stdout == ""
    assert named in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.create_server(("", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = napier("run", DISCORD_TOKEN="x", HEALTH_PORT=port, LOG_LEVEL="ERROR")
    assert done.returncode == 1
    assert port in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.fixture
def try_out() -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.try_out"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=QUIET, text=True
    )
    yield process
    process.kill()
    process.communicate()


def children(process: subprocess.Popen[str]) -> list[int]:
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
    return [int(word) for word in listed.split()]


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""


def gone(pids: list[int]) -> bool:
    deadline = time.monotonic() + 10
    while any(command(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not any(command(pid) for pid in pids)


@pytest.mark.parametrize("number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.slow)])
def test_the_try_out_prints_the_page_and_ends_both_processes(
    try_out: subprocess.Popen[str], number: signal.Signals
) -> None:
    assert try_out.stdout is not None
    line = try_out.stdout.readline()
    assert line.startswith("Napier is ready: open http://127.0.0.1:")
    started = children(try_out)
    assert any("playground" in command(pid) for pid in started)
    try_out.send_signal(number)
    assert try_out.wait(15) == 0
    assert gone(started)


def test_the_try_out_ends_where_the_playground_dies(try_out: subprocess.Popen[str]) -> None:
    assert try_out.stdout is not None
    assert try_out.stderr is not None
    assert try_out.stdout.readline()
    [playground] = [pid for pid in children(try_out) if "playground" in command(pid)]
    os.kill(playground, signal.SIGKILL)
    assert try_out.wait(15) == 1
    assert "playground" in try_out.stderr.read()
