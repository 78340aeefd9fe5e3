"""Threads that draw: each owns one Typst compiler, since a compiler serves one thread at a time."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Mapping
from typing import Final

import typst

from tutor.data_folder import data_folder
from tutor.services.pictures import PictureError

PIXELS_PER_INCH: Final = 144
"""Two pixels a point: sharp on a screen of double density, where Discord shows a point as a pixel."""


def compiler(template: str) -> typst.Compiler:
    """A compiler that sees our templates and our fonts and nothing else.

    Args:
        template: a file's name in `data/templates`.
    """
    templates = data_folder() / "templates"
    return typst.Compiler(
        str(templates / template),
        root=str(templates),
        font_paths=[str(data_folder() / "fonts")],
        ignore_system_fonts=True,
    )


class _Drawer:
    """One thread. It is a daemon: a drawing that never ends must not keep the process from ending."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        threading.Thread(target=self._work, name="drawer", daemon=True).start()

    def draw(self, template: str, inputs: Mapping[str, str]) -> asyncio.Future[bytes]:
        job = _Job(template, dict(inputs))
        self._jobs.put(job)
        return job.done

    def end(self) -> None:
        self._jobs.put(None)

    def _work(self) -> None:
        compilers: dict[str, typst.Compiler] = {}
        while (job := self._jobs.get()) is not None:
            try:
                if job.template not in compilers:
                    compilers[job.template] = compiler(job.template)
                drawn = compilers[job.template].compile(
                    format="png", ppi=PIXELS_PER_INCH, sys_inputs=job.inputs, timestamp=0
                )
                job.finish(drawn if isinstance(drawn, bytes) else b"", None)
            except typst.TypstError as error:
                job.finish(b"", PictureError(error.message))
            except BaseException as error:  # noqa: BLE001 - a panic of the drawing library is no Exception
                compilers.clear()
                job.finish(b"", PictureError(f"{type(error).__name__} while drawing"))


class _Job:
    def __init__(self, template: str, inputs: dict[str, str]) -> None:
        self.template = template
        self.inputs = inputs
        self._loop = asyncio.get_running_loop()
        self.done: asyncio.Future[bytes] = self._loop.create_future()

    def finish(self, drawn: bytes, error: PictureError | None) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._settle, drawn, error)

    def _settle(self, drawn: bytes, error: PictureError | None) -> None:
        if self.done.done():
            return
        if error is None and drawn:
            self.done.set_result(drawn)
        else:
            self.done.set_exception(error or PictureError("nothing was drawn"))


class Drawers:
    """A few drawing threads behind one awaitable call."""

    def __init__(self, *, threads: int = 2, seconds: float = 5.0, most_waiting: int = 200, most_lost: int = 4) -> None:
        """Start nothing yet; a thread starts when it is first needed.

        Args:
            threads: how many pictures are drawn at once.
            seconds: how long a drawing may take before its thread is given up.
            most_waiting: how many callers may wait for a free thread.
            most_lost: how many given-up threads may still be running before nothing more is drawn.
        """
        self._threads = threads
        self._seconds = seconds
        self._most_waiting = most_waiting
        self._most_lost = most_lost
        self._idle: list[_Drawer] = []
        self._free = asyncio.Semaphore(threads)
        self._waiting = 0
        self._lost = 0

    async def draw(self, template: str, inputs: Mapping[str, str]) -> bytes:
        """Draw one picture.

        Args:
            template: a file's name in `data/templates`.
            inputs: what the template finds in `sys.inputs`.

        Returns:
            The PNG as Typst made it.

        Raises:
            PictureError: where the template refuses, the time is over, or too many wait.
        """
        if self._waiting >= self._most_waiting:
            raise PictureError("too many pictures are waiting to be drawn")
        self._waiting += 1
        try:
            await self._free.acquire()
        finally:
            self._waiting -= 1
        try:
            return await self._drawn(template, inputs)
        finally:
            self._free.release()

    async def _drawn(self, template: str, inputs: Mapping[str, str]) -> bytes:
        if self._lost >= self._most_lost:
            raise PictureError("the drawing threads are stuck")
        drawer = self._idle.pop() if self._idle else _Drawer()
        done = drawer.draw(template, inputs)
        # Shielded, so that the future still tells when the thread comes back after its caller has gone.
        try:
            drawn = await asyncio.wait_for(asyncio.shield(done), self._seconds)
        except PictureError:
            self._idle.append(drawer)
            raise
        except (TimeoutError, asyncio.CancelledError) as gone:
            self._give_up(drawer, done)
            if isinstance(gone, asyncio.CancelledError):
                raise
            raise PictureError(f"drawing took more than {self._seconds} seconds") from None
        self._idle.append(drawer)
        return drawn

    def _give_up(self, drawer: _Drawer, done: asyncio.Future[bytes]) -> None:
        self._lost += 1
        drawer.end()

        def found(future: asyncio.Future[bytes]) -> None:
            self._lost -= 1
            if not future.cancelled():
                future.exception()

        done.add_done_callback(found)

    def close(self) -> None:
        """End the idle threads; a busy one ends with its drawing."""
        while self._idle:
            self._idle.pop().end()
