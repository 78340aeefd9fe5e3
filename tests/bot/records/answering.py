"""A process in which 200 learners answer as fast as they can, to be killed.

Run as ``python -m tests.bot.records.answering ADDRESS RUN``. Every answer that was told as saved is printed, as
``learner question``, after the records said so; each is pressed twice.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import sys

from bot.records.addresses import address_of
from bot.records.store import SqlRecords, records_at
from tests.bot.records.making import DAY, NOW, answer, judging, question, sitting
from tutor.services.records.sittings import SittingKind

LEARNERS = 200


async def one_learner(records: SqlRecords, learner: int, run: str) -> None:
    """Answer private questions and shared ones until killed."""
    for number in itertools.count():
        name = f"{run}-{learner}-{number}"
        if number % 10 == 9:
            begun = sitting(f"{run}-{number}", None, kind=SittingKind.DAILY, guild=1)
            shared = f"{run}-shared-{number}"
            await records.sittings.start(begun, [question(shared, begun.id)])
            name = shared
        elif number % 10 == 0:
            begun = sitting(name, learner, guild=1)
            asked = [question(f"{run}-{learner}-{number + k}", name, k, str(k % 3)) for k in range(9)]
            await records.sittings.start(begun, asked)
        at = NOW + number * DAY
        presses = (records.attempts.record(answer(name, learner, at=at, token=key), judging(at=at)) for key in "ab")
        first, second = await asyncio.gather(*presses)
        assert first.fresh != second.fresh
        os.write(1, f"{learner} {name}\n".encode())


async def main(address: str, run: str) -> None:
    """Answer until killed."""
    records = records_at(address_of(address))
    await records.open()
    await asyncio.gather(*(one_learner(records, learner, run) for learner in range(1, LEARNERS + 1)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
