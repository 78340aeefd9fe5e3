"""`/settings` through the stock client, over real sockets."""

from __future__ import annotations

import pytest

from playground import Person, Playground

pytestmark = pytest.mark.asyncio(loop_scope="module")

EVERYTHING_BACK = {
    "language": "auto",
    "theme": "dark",
    "log": "natural",
    "reminders": False,
    "leaderboard": False,
    "text": False,
}


async def test_what_is_chosen_is_shown_and_kept(ada: Person) -> None:
    said = (await ada.run("settings").message()).content
    assert "- Language: as Discord has it" in said
    assert "- Time zone: UTC" in said
    assert "as you have named none" in said
    chosen = {"theme": "light", "log": "common", "timezone": "東京", "reminders": True, "leaderboard": True}
    message = await ada.run("settings", chosen).message()
    assert message.ephemeral
    again = (await ada.run("settings").message()).content
    assert again == message.content
    for line in ("Pictures: light", "common: log x has base 10", "Asia/Tokyo", "Reminders: on", "leaderboards: on"):
        assert line in again
    assert (await ada.run("settings", EVERYTHING_BACK).message()).content != again


async def test_the_chosen_language_is_that_of_every_answer(ada: Person, yuki: Person) -> None:
    message = await ada.run("settings", {"language": "ja"}).message()
    assert message.content.startswith("**あなたの設定**")
    assert "対数" in (await ada.run("derive", {"what": "3.1", "private": True}).message()).attachments[0].description
    told = await ada.run("derive", {"what": "log_2("}).message()
    assert not told.content.split("\n")[0].isascii()
    offered = await ada.autocomplete("derive", "what", "3.1").choices()
    assert "対数" in offered[0]["name"]
    await ada.run("settings", EVERYTHING_BACK).message()
    assert (await yuki.run("settings", {"language": "en"}).message()).content.startswith("**Your settings**")
    assert (await yuki.run("settings", {"language": "auto"}).message()).content.startswith("**あなたの設定**")


async def test_a_zone_is_found_by_many_names_and_an_unknown_one_changes_nothing(ada: Person) -> None:
    offered = await ada.autocomplete("settings", "timezone", "jst").choices()
    assert offered[0]["value"] == "Asia/Tokyo"
    before = (await ada.run("settings").message()).content
    told = await ada.run("settings", {"timezone": "Atlantis", "theme": "light"}).message()
    assert "Atlantis" in told.content
    assert (await ada.run("settings").message()).content == before


async def test_a_servers_language_is_for_its_managers_and_for_those_who_chose_none(
    ada: Person, emil: Person, requests: Playground
) -> None:
    told = await emil.run("settings", {"server_language": "ja"}).message()
    assert told.content.startswith("Only those who manage")
    assert "language: Japanese" in (await ada.run("settings", {"server_language": "ja"}).message()).content
    told = await ada.run("settings", {"server_language": "ja"}, channel=requests.direct(ada)).message()
    assert told.content.startswith("Only those who manage")
    greek = requests.world.user(emil.user.id)
    greek.locale = "el"
    try:
        assert (await emil.run("settings").message()).content.startswith("**あなたの設定**")
        assert (await emil.run("settings", channel=requests.direct(emil)).message()).content.startswith("**Your")
    finally:
        greek.locale = "en-US"
        await ada.run("settings", {"server_language": "auto"}).message()
