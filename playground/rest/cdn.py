"""The addresses of uploaded files."""

from __future__ import annotations

from aiohttp import web

from playground.files import FileStore
from playground.messages import Attachment

# What somebody uploaded may be a page or a drawing with a script in it: it must not run here.
HARMLESS = {"Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff"}


def file_response(file: Attachment | None) -> web.Response:
    """A file, or Discord's sentence where there is none any more."""
    if file is None:
        return web.Response(status=404, text="This content is no longer available.")
    kind = "inline" if file.content_type.startswith("image/") else "attachment"
    headers = HARMLESS | {
        "Content-Type": file.content_type,
        "Content-Disposition": f'{kind}; filename="{file.filename}"',
    }
    return web.Response(body=file.data, headers=headers)


class Cdn:
    """Serves files at signed addresses that expire."""

    def __init__(self, files: FileStore) -> None:
        self._files = files

    async def handle(self, request: web.Request) -> web.Response:
        """Serve one file."""
        part = request.match_info
        path = f"attachments/{part['channel_id']}/{part['file_id']}/{part['filename']}"
        expires, signature = request.query.get("ex", ""), request.query.get("hm", "")
        return file_response(self._files.open(path, expires, signature))
