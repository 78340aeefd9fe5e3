"""The environment: what it may say, and the sentence for what it may not."""

from __future__ import annotations

import pytest

from bot.settings import DISCORD_API, StartError, settings_from_environment

NAMES = (
    "DISCORD_TOKEN",
    "DISCORD_API_BASE",
    "DATABASE_URL",
    "SHARD_COUNT",
    "SHARD_IDS",
    "WORKERS",
    "HEALTH_PORT",
    "LOG_LEVEL",
)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_everything_has_a_default() -> None:
    settings = settings_from_environment()
    assert (settings.discord_token, settings.discord_api_base) == ("", DISCORD_API)
    assert (settings.shard_count, settings.shard_ids, settings.health_port, settings.log_level) == (
        None,
        None,
        0,
        "INFO",
    )
    assert settings.workers >= 1


def test_everything_can_be_said(bare_environment: pytest.MonkeyPatch) -> None:
    said = (" abc.def ", "http://127.0.0.1:1/api/v10/", "sqlite+aiosqlite:///x", "4", "0, 1", "3", "8080", "debug")
    for name, value in zip(NAMES, said, strict=True):
        bare_environment.setenv(name, value)
    settings = settings_from_environment()
    assert settings.discord_token == "abc.def"
    assert settings.discord_api_base == "http://127.0.0.1:1/api/v10"
    assert (settings.shard_count, settings.shard_ids) == (4, (0, 1))
    assert (settings.workers, settings.health_port, settings.log_level) == (3, 8080, "DEBUG")


@pytest.mark.parametrize(("said", "meant"), [("0", (0,)), ("3", (3,)), ("0,1", (0, 1)), (" 2 , 3 ", (2, 3))])
def test_shards_are_listed_with_commas(bare_environment: pytest.MonkeyPatch, said: str, meant: tuple[int, ...]) -> None:
    bare_environment.setenv("SHARD_COUNT", "4")
    bare_environment.setenv("SHARD_IDS", said)
    assert settings_from_environment().shard_ids == meant


def test_an_empty_variable_is_one_that_is_not_set(bare_environment: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        bare_environment.setenv(name, "")
    settings = settings_from_environment()
    assert settings.discord_api_base == DISCORD_API
    assert settings.shard_ids is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WORKERS", "0"),
        ("WORKERS", "many"),
        ("HEALTH_PORT", "70000"),
        ("HEALTH_PORT", "-1"),
        ("LOG_LEVEL", "LOUD"),
        ("SHARD_COUNT", "0"),
        ("SHARD_IDS", "0,x"),
        ("SHARD_IDS", "-1"),
        ("SHARD_IDS", "0"),
        ("DISCORD_API_BASE", "discord.com"),
        ("DISCORD_API_BASE", "file:///etc/passwd"),
        ("DISCORD_TOKEN", "my secret token"),
    ],
)
def test_a_bad_value_is_one_sentence_that_names_the_variable(
    bare_environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    bare_environment.setenv(name, value)
    with pytest.raises(StartError) as caught:
        settings_from_environment()
    for locale in ("en", "ja"):
        sentence = caught.value.sentence(locale)  # type: ignore[arg-type]
        assert name in sentence
        assert "\n" not in sentence
        assert "secret" not in sentence


def test_the_shards_must_exist(bare_environment: pytest.MonkeyPatch) -> None:
    bare_environment.setenv("SHARD_COUNT", "2")
    bare_environment.setenv("SHARD_IDS", "1,2")
    with pytest.raises(StartError) as caught:
        settings_from_environment()
    assert caught.value.sentence("en") == "The setting SHARD_IDS is not valid: the ids run from 0 to 1."
