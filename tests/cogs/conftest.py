"""One playground and one bot for all tests of a module."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.app import App
from playground import Person, Playground
from tests.bot.booting import running
from tests.playground.openapi import discord_document


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def playground() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def app(playground: Playground, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    async with running(playground, tmp_path_factory.mktemp("cache")) as app:
        yield app


@pytest.fixture
def requests(playground: Playground, app: App) -> Iterator[Playground]:
    """The playground with no requests recorded yet; in the end each is held against Discord's document."""
    playground.requests.clear()
    yield playground
    refused = [(one.path, one.answer) for one in playground.requests if one.status is None or one.status >= 400]
    assert refused == []
    assert discord_document().faults(playground.requests) == []


@pytest.fixture
def ada(requests: Playground) -> Person:
    return requests.person("Ada")


@pytest.fixture
def yuki(requests: Playground) -> Person:
    return requests.person("Yuki")


@pytest.fixture
def emil(requests: Playground) -> Person:
    return requests.person("Emil")
