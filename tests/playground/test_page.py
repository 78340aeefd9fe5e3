"""The page in a real browser, with the stock bot behind it."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from playground import Playground
from tests.playground.stock_bot import StockBot, running

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as tools:
        browser = await tools.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest_asyncio.fixture(loop_scope="module")
async def bot(playground: Playground) -> AsyncIterator[StockBot]:
    async with running(playground) as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, playground: Playground) -> AsyncIterator[Page]:
    """The page as Ada sees it first; anything that goes wrong in it fails the test."""
    context = await browser.new_context(viewport={"width": 1200, "height": 800}, locale="en-US")
    context.set_default_timeout(5000)
    page = await context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    await page.goto(playground.page_url)
    await expect(page.get_by_role("combobox", name="Message")).to_be_focused()
    yield page
    await context.close()
    assert wrong == []


async def run(page: Page, keys: str) -> None:
    """Type a command, and Enter until it is sent."""
    await page.get_by_role("combobox", name=re.compile("Message|メッセージ")).fill(keys)
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")


async def derive(page: Page) -> None:
    """Run /derive by hand, as a person does."""
    await page.get_by_role("combobox", name="Message").fill("/der")
    await page.keyboard.press("Enter")
    what = page.get_by_role("combobox", name="what")
    await expect(what).to_be_focused()
    await page.keyboard.type("3")
    await expect(page.locator(".listbox").get_by_role("option")).to_have_text(["Formula 3.1", "Formula 3.2"])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(what).to_have_value("Formula 3.2")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Read as 3.2")).to_be_visible()


async def test_a_command_is_found_filled_in_and_answered_with_a_picture(page: Page, bot: StockBot) -> None:
    await page.get_by_role("combobox", name="Message").fill("/")
    await expect(page.get_by_role("option", name="/quiz practice Alone")).to_be_visible()
    await derive(page)
    await expect(page.get_by_text("Ada used /derive")).to_be_visible()
    picture = page.get_by_role("img", name="The derivation of 3.2")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.naturalWidth") == 3
    await page.get_by_role("button", name="The derivation of 3.2").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await page.get_by_text("ALT", exact=True).click()
    await expect(page.locator("details p")).to_have_text("The derivation of 3.2")


async def test_buttons_menus_and_forms(page: Page, bot: StockBot) -> None:
    await derive(page)
    await page.get_by_role("button", name="Next").click()
    await expect(page.get_by_text("Page 2")).to_be_visible()
    await expect(page.get_by_role("img", name="The second")).to_be_visible()
    menu = page.get_by_role("combobox", name="Choose")
    await menu.focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Law law-2-6")).to_be_visible()
    await page.get_by_role("button", name="Ask").click()
    form = page.get_by_role("dialog", name="Your answer")
    await form.get_by_role("textbox", name="Answer").fill("1/x")
    await form.get_by_role("button", name="Submit").click()
    await expect(form).to_be_hidden()
    await expect(page.get_by_text("You said 1/x")).to_be_visible()


async def test_private_replies_are_only_for_one(page: Page, bot: StockBot, playground: Playground) -> None:
    message = await playground.person("Ada").run("derive", {"what": "3.1"}).message()
    await playground.person("Ada").choose(message, 0, ["2.4"]).message()
    private = page.locator(".message", has_text="Law law-2-4")
    await expect(private.get_by_text("Only you can see this")).to_be_visible()
    await page.get_by_label("You are").select_option("Emil")
    await expect(page.get_by_text("Read as 3.1")).to_be_visible()
    await expect(private).to_have_count(0)
    await page.get_by_label("You are").select_option("Ada")
    await private.get_by_role("button", name="Dismiss message").click()
    await expect(private).to_have_count(0)


async def test_japanese_throughout(page: Page, bot: StockBot) -> None:
    await page.get_by_label("You are").select_option("Yuki")
    entry = page.get_by_role("combobox", name="メッセージ")
    await entry.fill("/導")
    await expect(page.get_by_role("option", name="/導出 図にします")).to_be_visible()
    # The command's name and the first option's value in one go.
    await entry.fill("/導出 3.1")
    await expect(page.get_by_role("combobox", name="式")).to_have_value("3.1")
    await page.get_by_role("button", name="オプションを追加: 自分だけ").click()
    await page.get_by_role("option", name="True").click()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("これはあなただけに表示されています")).to_be_visible()
    assert bot.seen[-1].locale.value == "ja"
    await page.get_by_label("言語").select_option("English")
    await expect(page.get_by_text("Only you can see this")).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == "en"


async def test_what_is_missing_or_wrong_is_said(page: Page, bot: StockBot) -> None:
    await page.get_by_role("combobox", name="Message").fill("/derive")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("combobox", name="what")).to_be_focused()
    # Enter would take a suggestion, if one had come by then.
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("alert").filter(has_text="what: This one is required.")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await page.get_by_role("combobox", name="Message").fill("/quiz practice")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Add an option: level").click()
    await page.keyboard.type("9")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert").filter(has_text="level: This must be between 1 and 3")).to_be_visible()
    await page.keyboard.press("Backspace")
    await page.keyboard.type("2")
    await page.get_by_role("button", name="Add an option: person").click()
    await page.locator(".listbox").get_by_role("option", name="Yuki").click()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Level 2 for yuki")).to_be_visible()


async def test_message_commands_and_markdown(page: Page, bot: StockBot) -> None:
    text = "**bold** `code` <img src=x onerror=alert(1)> <t:0:D>"
    await page.get_by_role("combobox", name="Message").fill(text)
    await page.keyboard.press("Enter")
    said = page.locator(".message").first
    await expect(said.locator("strong", has_text="bold")).to_be_visible()
    await expect(said.locator("code")).to_have_text("code")
    await expect(said.locator("time.moment")).to_have_text(re.compile("January 1, 1970|December 31, 1969"))
    await expect(said.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    await said.click(button="right", position={"x": 500, "y": 20})
    await page.get_by_role("menuitem", name="Render LaTeX").click()
    await expect(page.get_by_text("Rendered")).to_be_visible()


async def test_thinking_threads_and_presence(page: Page, bot: StockBot, playground: Playground) -> None:
    await expect(page.get_by_role("status")).to_have_text("Napier is online")
    await run(page, "/slow")
    await expect(page.get_by_text("Napier is thinking…")).to_be_visible()
    bot.gate.set()
    await expect(page.get_by_text("At last")).to_be_visible()
    channel = bot.get_channel(playground.general.id)
    assert channel is not None
    await (await channel.send("Daily")).create_thread(name="Talk")
    await page.get_by_role("button", name="#Talk").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("#Talk")
    await bot.close()
    await expect(page.get_by_role("status")).to_have_text("Napier is not connected yet")
    await page.get_by_role("button", name="#general").click()
    await run(page, "/layout")
    await expect(page.get_by_text("The application did not respond")).to_be_visible()


async def test_every_place_can_be_visited(page: Page, bot: StockBot) -> None:
    for button, title in [("@Napier", "@Napier"), ("Homework", "Homework"), ("#lounge", "#lounge")]:
        await page.get_by_role("button", name=button).click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(title)
        await run(page, "/layout")
        await expect(page.get_by_text("Formula 3.1")).to_be_visible()
        await expect(page.get_by_role("img", name="A card")).to_be_visible()


async def test_everything_has_a_name(page: Page, bot: StockBot) -> None:
    await derive(page)
    await page.get_by_role("button", name="Ask").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    nameless = await page.evaluate("""() => [...document.querySelectorAll("button, input, select, textarea, img, a")]
        .filter((node) => !node.getAttribute("aria-label") && !node.textContent.trim() && !node.labels?.length
            && !node.title && !node.hasAttribute("alt"))
        .map((node) => node.outerHTML)""")
    assert nameless == []


async def test_the_page_comes_back_after_the_playground(browser: Browser) -> None:
    async with Playground() as first:
        page = await browser.new_page()
        await page.goto(first.page_url)
        await expect(page.get_by_role("combobox", name="Message")).to_be_visible()
        port = int(first.page_url.rsplit(":", 1)[1].strip("/"))
    await expect(page.get_by_role("alert").first).to_contain_text("The playground has stopped")
    async with Playground(port=port) as second:
        second.person("Emil").say("Back again")
        await expect(page.get_by_text("Back again")).to_be_visible()
        await expect(page.get_by_text("The playground has stopped")).to_be_hidden()
        await page.close()


async def test_other_sites_cannot_act_here(playground: Playground) -> None:
    async with aiohttp.ClientSession() as session:
        address = playground.page_url + "page/live"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(address, origin="http://elsewhere.example")
        async with session.ws_connect(address, origin=playground.page_url.rstrip("/")) as socket:
            assert (await socket.receive_json())["type"] in {"hello", "presence"}
            for wish in ({"do": "press"}, {"do": "nothing"}, [], {"do": "say", "text": "x" * 2001}):
                await socket.send_json({"id": 1, **wish} if isinstance(wish, dict) else wish)
                while (answer := await asyncio.wait_for(socket.receive_json(), 5))["type"] != "refused":
                    pass
                assert answer["message"]


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("[::1]", 200), ("rebound.example", 403)])
async def test_other_names_do_not_lead_here(playground: Playground, host: str, status: int) -> None:
    async with aiohttp.ClientSession() as session:
        for path in ("", "page/live", "api/v10/gateway"):
            async with session.get(playground.page_url + path, headers={"Host": f"{host}:80"}) as response:
                assert (response.status == 403) is (status == 403)


async def test_uploads_cannot_run_here(playground: Playground) -> None:
    file = playground.world.files.keep(1, playground.general.id, "page.html", b"<script>alert(1)</script>")
    async with aiohttp.ClientSession() as session:
        for address in (file.url, f"{playground.page_url}page/files/{file.id}/page.html"):
            async with session.get(address) as response:
                assert "sandbox" in response.headers["Content-Security-Policy"]
                assert response.headers["Content-Disposition"].startswith("attachment")
        for missing in ("page/files/9/x.png", "page/../server.py", "page/nothing.js", "cdn/attachments/1/1/x"):
            async with session.get(playground.page_url + missing) as response:
                assert response.status == 404
