"""Serves the page, its files and its websocket, to browsers on this machine only."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from playground.live.browser import Browser
from playground.parts import Parts
from playground.rest.cdn import file_response

PAGE = Path(__file__).resolve().parent.parent / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
LARGEST_WISH = 32 * 1024 * 1024
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Site:
    """The page's routes."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._open: set[web.WebSocketResponse] = set()

    def add_to(self, app: web.Application) -> None:
        """Add the routes to an application."""
        app.router.add_get("/", self._index)
        app.router.add_get("/page/live", self._live)
        app.router.add_get("/page/files/{file_id}/{filename}", self._file)
        app.router.add_get("/page/{name}", self._asset)
        app.router.add_get("/favicon.ico", self._icon)
        app.on_shutdown.append(self._close)

    async def _close(self, _: web.Application) -> None:
        for socket in tuple(self._open):
            await socket.close(code=1001)

    async def _index(self, _: web.Request) -> web.Response:
        return _page("index.html")

    async def _icon(self, _: web.Request) -> web.Response:
        return _page("icon.svg")

    async def _asset(self, request: web.Request) -> web.Response:
        return _page(request.match_info["name"])

    async def _file(self, request: web.Request) -> web.Response:
        text = request.match_info["file_id"]
        return file_response(self._parts.world.files.by_id(int(text)) if text.isascii() and text.isdigit() else None)

    async def _live(self, request: web.Request) -> web.StreamResponse:
        # A page from elsewhere must not act here: browsers say where a websocket comes from.
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="This websocket is for the playground's own page.")
        socket = web.WebSocketResponse(max_msg_size=LARGEST_WISH)
        await socket.prepare(request)
        self._open.add(socket)
        try:
            await Browser(self._parts, socket).run()
        finally:
            self._open.discard(socket)
        return socket


def _page(name: str) -> web.Response:
    known = {path.name: path for path in PAGE.iterdir() if path.suffix in TYPES}
    if name not in known:
        return web.Response(status=404, text="There is no such page here.")
    headers = {
        "Content-Type": f"{TYPES[known[name].suffix]}; charset=utf-8",
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    return web.Response(body=known[name].read_bytes(), headers=headers)
