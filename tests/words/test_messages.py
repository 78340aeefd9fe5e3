"""The Fluent files: the two languages say the same, with the same arguments, and nothing stands unused."""

from __future__ import annotations

import ast as python
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast

from tutor.data_folder import data_folder
from tutor.maths.reading.result import KINDS
from tutor.words.messages import (
    LOCALES,
    Locale,
    MessageError,
    message_ids,
    messages_in,
    messages_of,
    nearest_locale,
    text,
)

ROOT = data_folder().parent
EACH_LANGUAGE = pytest.mark.parametrize("locale", LOCALES)
ISOLATION = re.compile("[\u2066-\u2069]")
SAMPLE = "1"
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")
"""As Discord has it: letters of any script, digits, hyphens, underscores and apostrophes."""


@cache
def arguments(locale: Locale) -> dict[str, frozenset[str]]:
    """What each message, and each of its attributes, takes."""
    patterns: dict[str, ast.Pattern] = {}
    for message in messages_in(locale):
        if message.value is not None:
            patterns[message.id.name] = message.value
        patterns.update({f"{message.id.name}.{one.id.name}": one.value for one in message.attributes})
    return {message_id: frozenset(variables(pattern, patterns)) for message_id, pattern in patterns.items()}


def variables(pattern: ast.Pattern, patterns: dict[str, ast.Pattern]) -> Iterator[str]:
    """The arguments of a pattern, and those of the messages that it quotes."""
    for node in nodes(pattern):
        if isinstance(node, ast.VariableReference):
            yield node.id.name
        elif isinstance(node, ast.MessageReference):
            yield from variables(patterns[node.id.name], patterns)


def nodes(pattern: ast.Pattern) -> Iterator[ast.BaseNode]:
    pending: list[object] = [pattern]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending.extend(node)
        elif isinstance(node, ast.BaseNode):
            yield node
            pending.extend(vars(node).values())


def said(locale: Locale, message_id: str) -> str:
    """The sentence with something put for each argument."""
    return text(locale, message_id, **dict.fromkeys(arguments(locale)[message_id], SAMPLE))


def test_both_languages_have_the_same_messages():
    assert message_ids("en") == message_ids("ja")


def test_both_languages_take_the_same_arguments():
    english, japanese = arguments("en"), arguments("ja")
    different = {one: (english[one], japanese[one]) for one in english if english[one] != japanese.get(one)}
    assert different == {}


@EACH_LANGUAGE
def test_every_message_can_be_said(locale: Locale):
    for message_id in message_ids(locale):
        sentence = said(locale, message_id)
        assert sentence.strip()
        assert not ISOLATION.search(sentence), message_id
        assert "�" not in sentence
        assert "???" not in sentence
        assert message_id not in sentence


def test_only_what_is_a_sign_is_the_same_in_both_languages():
    same = {one for one in message_ids("en") if said("en", one) == said("ja", one)}
    assert {one for one in same if re.search("[A-Za-z]{2}", said("en", one))} <= {"text-file-name"}


def test_japanese_is_written_with_japanese_marks():
    halfwidth = re.compile("[ぁ-んァ-ヶ一-龠ー][,:;?!]|[ぁ-んァ-ヶ一-龠ー]\\([ぁ-んァ-ヶ一-龠]")
    assert [one for one in sorted(message_ids("ja")) if halfwidth.search(said("ja", one))] == []


def test_english_has_no_japanese():
    assert [one for one in sorted(message_ids("en")) if re.search("[ぁ-んァ-ヶ一-龠]", said("en", one))] == []


@EACH_LANGUAGE
def test_an_unknown_message_is_an_error(locale: Locale):
    with pytest.raises(MessageError, match="no message no-such-thing"):
        text(locale, "no-such-thing")
    with pytest.raises(MessageError, match="no message"):
        text(locale, "command-derive.no-such-attribute")


@EACH_LANGUAGE
def test_a_missing_argument_is_an_error(locale: Locale):
    with pytest.raises(MessageError, match="pages"):
        text(locale, "card-page", page=1)


@EACH_LANGUAGE
@pytest.mark.parametrize("typed", ["{ $page }", "{ -term }", "*bold*", "\\u2068", '{ "x" }', "law-log-of-one", "「」"])
def test_what_a_person_typed_stays_data(locale: Locale, typed: str):
    assert typed in text(locale, "error-unknown-formula", what=typed)


@EACH_LANGUAGE
def test_long_arguments_are_put_in_whole(locale: Locale):
    whole = "x" * 50_000
    assert whole in text(locale, "error-unknown-formula", what=whole)


@pytest.mark.parametrize(
    ("locale", "message_id", "count", "sentence"),
    [
        ("en", "card-steps", 1, "1 step"),
        ("en", "card-steps", 2, "2 steps"),
        ("en", "card-steps", 0, "0 steps"),
        ("en", "card-steps", 1200, "1,200 steps"),
        ("ja", "card-steps", 1, "全 1 行"),
        ("ja", "card-steps", 1200, "全 1,200 行"),
        ("en", "alt-more", 1, "1 more line; press Text for all."),
        ("en", "alt-more", 5, "5 more lines; press Text for all."),
        ("ja", "alt-more", 5, "あと 5 行あります。「文字で見る」を押すと、すべて読めます。"),
    ],
)
def test_counts(locale: Locale, message_id: str, count: int, sentence: str):
    assert text(locale, message_id, count=count) == sentence


@EACH_LANGUAGE
def test_the_alt_text_names_the_button(locale: Locale):
    assert text(locale, "button-text") in text(locale, "alt-more", count=2)


@pytest.mark.parametrize(
    ("discord_locale", "fallback", "nearest"),
    [
        ("ja", "en", "ja"),
        ("ja-JP", "en", "ja"),
        ("en-US", "ja", "en"),
        ("en-GB", "ja", "en"),
        ("en_GB", "ja", "en"),
        ("fr", "en", "en"),
        ("fr", "ja", "ja"),
        ("zh-CN", "ja", "ja"),
        ("", "ja", "ja"),
        (None, "en", "en"),
        (None, "ja", "ja"),
    ],
)
def test_nearest_locale(discord_locale: str | None, fallback: Locale, nearest: Locale):
    assert nearest_locale(discord_locale, fallback) == nearest


def test_a_file_that_does_not_read_is_an_error(tmp_path: Path):
    (tmp_path / "a.ftl").write_text("good = good\nbad = { $x\n", encoding="utf-8")
    with pytest.raises(MessageError, match="does not read"):
        messages_of(tmp_path)


def test_an_id_that_stands_twice_is_an_error(tmp_path: Path):
    (tmp_path / "a.ftl").write_text("one = one\n", encoding="utf-8")
    (tmp_path / "b.ftl").write_text("one = uno\n", encoding="utf-8")
    with pytest.raises(MessageError, match="stands twice"):
        messages_of(tmp_path)


@EACH_LANGUAGE
def test_commands_keep_discords_limits(locale: Locale):
    for message_id in message_ids(locale):
        name, _, attribute = message_id.partition(".")
        if name.startswith(("command-", "option-")):
            words = text(locale, message_id)
            if attribute == "description":
                assert 1 <= len(words) <= 100, message_id
            else:
                assert COMMAND_NAME.fullmatch(words), message_id
                assert words == words.lower()
                assert f"{name}.description" in message_ids(locale)
        elif name.startswith("choice-"):
            assert 1 <= len(text(locale, message_id)) <= 100


@EACH_LANGUAGE
def test_buttons_keep_discords_limits(locale: Locale):
    for message_id in message_ids(locale):
        if message_id.startswith("button-"):
            assert len(said(locale, message_id)) <= 80


@EACH_LANGUAGE
def test_the_options_of_a_command_have_different_names(locale: Locale):
    for command in ("derive", "formula", "evaluate", "rewrite"):
        names = [text(locale, one) for one in message_ids(locale) if re.fullmatch(rf"option-{command}-[a-z]+", one)]
        assert len(names) == len(set(names)) > 1


@EACH_LANGUAGE
def test_every_kind_of_mistake_has_its_sentence_and_no_other(locale: Locale):
    sentences = {one.removeprefix("misreading-") for one in message_ids(locale) if one.startswith("misreading-")}
    assert sentences == {kind.replace("_", "-") for kind in KINDS}


@cache
def code() -> tuple[python.AST, ...]:
    paths = [path for room in ("tutor", "cogs", "bot") for path in sorted((ROOT / room).rglob("*.py"))]
    return tuple(python.parse(path.read_text(encoding="utf-8")) for path in paths)


def asked_for() -> Iterator[python.expr]:
    """What stands as the id wherever the code calls `text`."""
    for tree in code():
        for node in python.walk(tree):
            if not isinstance(node, python.Call) or len(node.args) < 2:
                continue
            function = node.func
            name = function.id if isinstance(function, python.Name) else getattr(function, "attr", "")
            if name == "text":
                chosen = node.args[1]
                yield from (chosen.body, chosen.orelse) if isinstance(chosen, python.IfExp) else (chosen,)


def test_every_id_that_the_code_asks_for_exists():
    missing = []
    for expression in asked_for():
        if isinstance(expression, python.Constant) and expression.value not in message_ids("en"):
            missing.append(expression.value)
        if isinstance(expression, python.JoinedStr) and isinstance(expression.values[0], python.Constant):
            lead = str(expression.values[0].value)
            if not any(one.startswith(lead) for one in message_ids("en")):
                missing.append(lead)
    assert missing == []


def test_every_message_is_used():
    """By its whole id, by the lead of an f-string (f"law-{id}"), or by family and kind (f"{family}-{kind}")."""
    literals: set[str] = set()
    leads: set[str] = set()
    for tree in code():
        for node in python.walk(tree):
            if isinstance(node, python.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            elif isinstance(node, python.JoinedStr) and isinstance(node.values[0], python.Constant):
                lead = str(node.values[0].value)
                if re.fullmatch("[a-z]+(-[a-z]+)*-", lead):
                    leads.add(lead)

    def is_used(name: str) -> bool:
        family, _, kind = name.partition("-")
        by_kind = family in literals and kind.replace("-", "_") in literals
        return name in literals or by_kind or name.startswith(tuple(leads))

    assert sorted(name for name in {one.partition(".")[0] for one in message_ids("en")} if not is_used(name)) == []
