"""Keeps pages from elsewhere from reaching the playground through a name that leads to this machine."""

from __future__ import annotations

import ipaddress

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware


def only_by_address(host: str) -> Middleware:
    """A middleware that serves requests to an address, to localhost or to `host`, and to no other name."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        asked = request.url.host or ""
        if asked not in ("localhost", host) and not _is_address(asked):
            raise web.HTTPForbidden(text="The playground is reached by its address only.")
        return await handler(request)

    return guard


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
