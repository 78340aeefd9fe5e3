"""`python -m playground`: serve the stand-in until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys

from playground.server import Playground

MOST = 65_535


def main() -> int:
    """Serve; the exit code is 0 after Ctrl-C or SIGTERM and 1 where the port cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m playground", description="A stand-in for Discord on loopback.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=0, help="port to listen on (default: any that is free)")
    parser.add_argument(
        "--until-closed", action="store_true", help="stop when standard input closes, as it does when a parent dies"
    )
    options = parser.parse_args()
    return asyncio.run(_serve(options.host, options.port, until_closed=options.until_closed))


class _UntilClosed(asyncio.Protocol):
    """Reads nothing; says when there is nobody left who could write."""

    def __init__(self, stop: asyncio.Event) -> None:
        self._stop = stop

    def connection_lost(self, _: Exception | None) -> None:
        """The other end is closed."""
        self._stop.set()


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= MOST:
        message = f"a port is 0 to {MOST}, not {text}"
        raise argparse.ArgumentTypeError(message)
    return port


async def _serve(host: str, port: int, *, until_closed: bool) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signal_number, stop.set)
    playground = Playground(host=host, port=port)
    try:
        await playground.start()
    except OSError as error:
        # asyncio words an OSError of its own around the system's.
        number = error.errno or 0
        reason = os.strerror(number) if number > 0 else error.strerror or str(error)
        sys.stderr.write(f"The playground cannot listen on {host}:{port}: {reason.lower()}.\n")
        return 1
    addresses = {
        "page": playground.page_url,
        "api": playground.api_base,
        "gateway": playground.gateway_url,
        "token": playground.token,
    }
    sys.stdout.write(json.dumps(addresses) + "\n")
    sys.stdout.flush()
    if until_closed:
        await loop.connect_read_pipe(lambda: _UntilClosed(stop), sys.stdin)
    await stop.wait()
    await playground.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
