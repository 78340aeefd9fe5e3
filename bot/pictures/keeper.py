"""Pictures made once and kept by their content: in memory, and in a folder that outlives the process."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.pictures.store import DiskStore, MemoryStore

Draw = Callable[[], Awaitable[bytes]]
Shrink = Callable[[bytes], bytes]


class Keeper:
    """Has pictures drawn that it does not know, each once however many ask at the same time."""

    def __init__(self, folder: Path | None, memory_bytes: int, disk_bytes: int) -> None:
        """Keep nothing yet.

        Args:
            folder: where pictures are kept beyond the process; made when needed. None: in memory only.
            memory_bytes: how much is kept in memory.
            disk_bytes: how much is kept in the folder.
        """
        self._memory = MemoryStore(memory_bytes)
        self._disk = DiskStore(folder, disk_bytes) if folder else None
        self._making: dict[str, asyncio.Task[bytes]] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="squeezer")

    def at_hand(self, key: str) -> bytes | None:
        """The picture, where it is in memory."""
        return self._memory.get(key)

    async def has(self, key: str) -> bool:
        """Whether it is kept anywhere."""
        if self._memory.get(key) is not None:
            return True
        return self._disk is not None and await asyncio.to_thread(self._disk.has, key)

    async def picture(self, key: str, draw: Draw, shrink: Shrink | None = None) -> bytes:
        """The picture; one in the making is waited for, and a caller that goes away does not stop it.

        Args:
            key: its content's name.
            draw: makes it where it is not kept.
            shrink: makes the copy that is kept, in the background; None keeps it as it was drawn.

        Raises:
            Exception: what ``draw`` raises.
        """
        kept = self._memory.get(key)
        if kept is not None:
            return kept
        making = self._making.get(key)
        if making is None:
            making = asyncio.create_task(self._made(key, draw, shrink))
            self._making[key] = making
            making.add_done_callback(lambda done: self._finished(key, done))
        return await asyncio.shield(making)

    async def settled(self) -> None:
        """Wait until all that is being shrunk and written has been."""
        while self._background:
            await asyncio.gather(*self._background, return_exceptions=True)

    async def aclose(self) -> None:
        """Finish what is being made and written, and end the thread."""
        await asyncio.gather(*self._making.values(), return_exceptions=True)
        await self.settled()
        self._hands.shutdown()

    async def _made(self, key: str, draw: Draw, shrink: Shrink | None) -> bytes:
        if self._disk and (kept := await asyncio.to_thread(self._disk.get, key)):
            self._memory.put(key, kept)
            return kept
        picture = await draw()
        self._memory.put(key, picture)
        keeping = asyncio.create_task(self._keep(key, picture, shrink))
        self._background.add(keeping)
        keeping.add_done_callback(self._background.discard)
        return picture

    async def _keep(self, key: str, picture: bytes, shrink: Shrink | None) -> None:
        loop = asyncio.get_running_loop()
        if shrink is not None:
            picture = await loop.run_in_executor(self._hands, shrink, picture)
            self._memory.put(key, picture)
        if self._disk:
            await loop.run_in_executor(self._hands, self._disk.put, key, picture)

    def _finished(self, key: str, done: asyncio.Task[bytes]) -> None:
        del self._making[key]
        if not done.cancelled():
            done.exception()
