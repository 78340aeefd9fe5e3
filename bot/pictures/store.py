"""Pictures kept by their content: in memory, and in a folder that outlives the process."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections import OrderedDict
from pathlib import Path

from bot.pictures.png import is_whole

_log = logging.getLogger(__name__)


class MemoryStore:
    """The pictures asked for last, up to so many bytes. For the event loop's thread alone."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def get(self, key: str) -> bytes | None:
        """The picture, now the last one asked for; None where it is not kept."""
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
        return picture

    def put(self, key: str, picture: bytes) -> None:
        """Keep the picture, and let go of those longest not asked for."""
        self._bytes += len(picture) - len(self._pictures.pop(key, b""))
        self._pictures[key] = picture
        while self._bytes > self._most_bytes:
            _, dropped = self._pictures.popitem(last=False)
            self._bytes -= len(dropped)


class DiskStore:
    """A folder of pictures, up to so many bytes. A folder that fails is a cache that misses: nothing is raised.

    Its methods block and may be called from any thread; several processes may share the folder.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._bytes: int | None = None
        self._failing = False

    def get(self, key: str) -> bytes | None:
        """The picture; None where it is missing, unreadable or not whole (such a file is removed)."""
        path = self._path(key)
        try:
            picture = path.read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):
            if not is_whole(picture):
                path.unlink()
                return None
            os.utime(path)
        return picture

    def has(self, key: str) -> bool:
        """Whether a file stands there; it need not be whole."""
        return self._path(key).exists()

    def put(self, key: str, picture: bytes) -> None:
        """Write the picture aside and move it to its place; then remove the oldest where there is too much."""
        path = self._path(key)
        aside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(picture)
            aside.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                aside.unlink()
            if not self._failing:
                _log.warning("Pictures are not kept on disk: %s", error)
            self._failing = True
            return
        self._failing = False
        with self._lock:
            self._bytes = None if self._bytes is None else self._bytes + len(picture)
            if self._bytes is None or self._bytes > self._most_bytes:
                self._bytes = self._tidied()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.png"

    def _tidied(self) -> int:
        """Remove the files longest not read until a tenth of the room is free; the bytes that stay."""
        files: list[tuple[float, int, Path]] = []
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):
                status = path.stat()
                files.append((status.st_mtime, status.st_size, path))
        total = sum(size for _, size, _ in files)
        if total > self._most_bytes:
            for _, size, path in sorted(files):
                if total <= self._most_bytes * 0.9:
                    break
                with contextlib.suppress(OSError):
                    path.unlink()
                    total -= size
        return total
