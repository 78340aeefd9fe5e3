"""A playground, and the stock bot in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from playground import ManualClock, Playground
from tests.playground.stock_bot import StockBot, running


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def playground(clock: ManualClock) -> AsyncIterator[Playground]:
    async with Playground(clock=clock) as playground:
        yield playground


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[StockBot]:
    async with running(playground) as bot:
        yield bot
