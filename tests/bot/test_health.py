"""The health page and the figures."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.health import Health
from bot.metrics import Metrics
from bot.settings import StartError
from playground import Playground
from tests.bot.booting import running


def free_port() -> int:
    with socket.create_server(("", 0)) as server:
        return int(server.getsockname()[1])


async def test_it_is_healthy_while_connected_and_counts_answers(tmp_path: Path) -> None:
    port = free_port()
    async with Playground() as playground, running(playground, tmp_path, health_port=port), ClientSession() as web:
        async with web.get(f"http://127.0.0.1:{port}/health") as answer:
            assert (answer.status, await answer.json()) == (200, {"ready": True})
        ada = playground.person("Ada")
        message = await ada.run("derive", {"what": "3.1"}).message()
        await ada.press(message, "Text").message()
        await ada.run("derive", {"what": "log_2("}).message()
        async with web.get(f"http://127.0.0.1:{port}/metrics") as answer:
            figures = await answer.text()
    assert 'napier_answers_total{name="derive",outcome="answered"} 1.0' in figures
    assert 'napier_answers_total{name="derive",outcome="unclosed"} 1.0' in figures
    assert 'napier_answers_total{name="nd1:text",outcome="answered"} 1.0' in figures
    assert "log_2(" not in figures


async def test_it_is_not_healthy_before_the_bot_is_connected() -> None:
    port = free_port()
    health = Health(port, lambda: False, Metrics())
    await health.start()
    async with ClientSession() as web, web.get(f"http://127.0.0.1:{port}/health") as answer:
        assert answer.status == 503
    with pytest.raises(StartError) as caught:
        await Health(port, lambda: True, Metrics()).start()
    assert str(port) in caught.value.sentence("en")
    await health.close()


async def test_without_a_port_nothing_is_served() -> None:
    health = Health(0, lambda: True, Metrics())
    await health.start()
    await health.close()
