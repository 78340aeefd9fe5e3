"""Uploaded files and their addresses, which are signed and expire as those of Discord's CDN do."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from playground.clock import Clock
from playground.messages import Attachment

LIFETIME = 24 * 60 * 60
UNSAFE = re.compile(r"[^A-Za-z0-9._-]")


class FileStore:
    """Keeps every uploaded file by id and gives it an address."""

    def __init__(self, clock: Clock) -> None:
        self.base = ""
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._files: dict[int, Attachment] = {}

    def keep(self, file_id: int, channel_id: int, filename: str, data: bytes) -> Attachment:
        """Keep a file; the attachment that stands for it."""
        name = safe_name(filename)
        expires = f"{int(self._clock.now()) + LIFETIME:x}"
        path = f"attachments/{channel_id}/{file_id}/{name}"
        url = f"{self.base}/{path}?ex={expires}&is={int(self._clock.now()):x}&hm={self._signature(path, expires)}"
        attachment = Attachment(file_id, name, data, url)
        self._files[file_id] = attachment
        return attachment

    def by_id(self, file_id: int) -> Attachment | None:
        """A file by id, whatever its address says: for the page, which is no business of the bot's."""
        return self._files.get(file_id)

    def open(self, path: str, expires: str, signature: str) -> Attachment | None:
        """The file at a signed address, or None where the signature is wrong or has expired."""
        if not hmac.compare_digest(signature, self._signature(path, expires)):
            return None
        if int(expires, 16) < self._clock.now():
            return None
        return self._files.get(int(path.split("/")[2]))

    def _signature(self, path: str, expires: str) -> str:
        return hmac.new(self._secret, f"{path}?{expires}".encode(), hashlib.sha256).hexdigest()


def safe_name(filename: str) -> str:
    """A file's name as Discord keeps it: plain ASCII letters, digits, dots, dashes and underscores."""
    return UNSAFE.sub("", filename.replace(" ", "_")) or "unknown"
