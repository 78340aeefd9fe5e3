"""Serves the routes: records, authorises, answers and words refusals as Discord does."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import time
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from playground.changes import Changes
from playground.faults import ApiError
from playground.refusals import Refusal
from playground.requests import RecordedRequest, RequestLog, read_body
from playground.rest.calls import Answer, Call, Route

PREFIX = "/api/v10"
LIMIT = 1_000_000
log = logging.getLogger(__name__)


class Trouble:
    """Refusals and delays that a test asks for ahead of time."""

    def __init__(self) -> None:
        self._next: list[tuple[str, str, ApiError]] = []
        self._gates: list[tuple[str, str, asyncio.Event]] = []

    def refuse_next(self, method: str, path: str, error: ApiError) -> None:
        """Refuse the next request with that method and a path that begins so."""
        self._next.append((method, path, error))

    def hold(self, method: str, path: str) -> asyncio.Event:
        """Hold back the answers to such requests until the returned event is set; the requests are not yet done."""
        gate = asyncio.Event()
        self._gates.append((method, path, gate))
        return gate

    async def meet(self, request: RecordedRequest) -> None:
        """Wait or raise, where a test asked for that."""
        for method, path, gate in tuple(self._gates):
            if request.method == method and request.path.startswith(path):
                await gate.wait()
        for entry in tuple(self._next):
            method, path, error = entry
            if request.method == method and request.path.startswith(path):
                self._next.remove(entry)
                raise error


class Rest:
    """The REST interface as an aiohttp application."""

    def __init__(self, routes: Iterable[Route], token: str, requests: RequestLog, changes: Changes) -> None:
        self.trouble = Trouble()
        self._token = token
        self._requests = requests
        self._changes = changes
        self.app = web.Application(client_max_size=64 * 1024 * 1024, middlewares=[self._unknown])
        for route in routes:
            self.app.router.add_route(route.method, route.path, self._serving(route))

    def _serving(self, route: Route) -> Any:  # noqa: ANN401 - aiohttp's handler type is private
        async def serve(request: web.Request) -> web.Response:
            recorded = RecordedRequest(request.method, request.path.removeprefix(PREFIX), dict(request.query))
            self._requests.add(recorded)
            try:
                await read_body(request, recorded)
                self._authorise(route, request)
                await self.trouble.meet(recorded)
                answer = route.handler(Call(recorded, dict(request.match_info)))
            except ApiError as error:
                answer = Answer(error.body(), error.status)
            except Exception:
                log.exception("%s %s failed", request.method, request.path)
                answer = Answer({"message": "500: Internal Server Error", "code": 0}, 500)
            recorded.status, recorded.answer = answer.status, answer.body
            self._changes.notify()
            return _response(answer, limited=route.needs_token, bucket=f"{route.method} {route.path}")

        return serve

    def _authorise(self, route: Route, request: web.Request) -> None:
        if route.needs_token and request.headers.get("Authorization") != f"Bot {self._token}":
            raise Refusal.UNAUTHORIZED.error()

    @web.middleware
    async def _unknown(self, request: web.Request, handler: Any) -> web.StreamResponse:  # noqa: ANN401
        try:
            response: web.StreamResponse = await handler(request)
        except web.HTTPException as error:
            refusal = Refusal.METHOD_NOT_ALLOWED if error.status == 405 else Refusal.NOT_FOUND
            recorded = RecordedRequest(request.method, request.path.removeprefix(PREFIX), status=refusal.value[0])
            self._requests.add(recorded)
            answer = Answer(refusal.error().body(), refusal.value[0])
            return _response(answer, limited=False, bucket="")
        return response


def _response(answer: Answer, *, limited: bool, bucket: str) -> web.Response:
    # Exactly "application/json", without a charset: discord.py compares the whole header.
    headers = {"Content-Type": "application/json"}
    if limited:
        headers |= {
            "X-RateLimit-Limit": str(LIMIT),
            "X-RateLimit-Remaining": str(LIMIT - 1),
            "X-RateLimit-Reset": f"{time.time() + 1:.3f}",
            "X-RateLimit-Reset-After": "1.000",
            "X-RateLimit-Bucket": hashlib.md5(bucket.encode(), usedforsecurity=False).hexdigest(),
        }
    if answer.status == 204:
        return web.Response(status=204, headers={key: value for key, value in headers.items() if key[0] == "X"})
    body = json.dumps(answer.body, ensure_ascii=False, separators=(",", ":")).encode()
    return web.Response(status=answer.status, body=body, headers=headers)
