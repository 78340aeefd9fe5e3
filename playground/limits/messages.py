"""Limits of messages: content, embeds, files, flags."""

from __future__ import annotations

from typing import Any

from playground.faults import ApiError, Faults, Path
from playground.limits.components import check_components
from playground.messages import COMPONENTS_V2

CONTENT, MOST_EMBEDS, ALL_EMBEDS, MOST_FILES = 2000, 10, 6000, 10
FILE_SIZE = 10 * 1024 * 1024
ALT_TEXT = 1024
EMBED_TEXTS = {"title": 256, "description": 4096}


def check_message(payload: dict[str, Any], *, flags: int, filenames: set[str], path: Path = ()) -> None:
    """Refuse what Discord refuses in a message that is made or edited.

    `filenames` are the files the message will have; `flags` those it will have.
    """
    faults = Faults()
    v2 = bool(flags & COMPONENTS_V2)
    if payload.get("content") is not None:
        faults.length((*path, "content"), payload["content"], 0, CONTENT)
    if v2:
        for key in ("content", "embeds", "poll", "sticker_ids"):
            if payload.get(key):
                message = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
                code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
                faults.add((*path, key), code, message)
    check_embeds(payload.get("embeds") or [], faults, (*path, "embeds"), filenames)
    attachments = payload.get("attachments") or []
    if faults.count((*path, "attachments"), attachments, 0, MOST_FILES):
        for index, attachment in enumerate(attachments):
            if attachment.get("description") is not None:
                where = (*path, "attachments", index, "description")
                faults.length(where, attachment["description"], 0, ALT_TEXT)
    components = payload.get("components") or []
    used = check_components(components, faults, (*path, "components"), v2=v2, filenames=filenames)
    if v2 and "components" in payload:
        for name in sorted(filenames - used):
            message = f"The attachment {name} must stand in a component"
            code = "UNREFERENCED_ATTACHMENT"
            faults.add((*path, "attachments"), code, message)
    _check_mentions(payload.get("allowed_mentions"), faults, (*path, "allowed_mentions"))
    faults.raise_if_any()


def check_files(files: dict[str, bytes]) -> None:
    """Refuse files that are too large or too many."""
    if len(files) > MOST_FILES:
        faults = Faults()
        message = f"Must be {MOST_FILES} or fewer in length."
        faults.add(("attachments",), "BASE_TYPE_MAX_LENGTH", message)
        faults.raise_if_any()
    if any(len(data) > FILE_SIZE for data in files.values()):
        raise ApiError(413, 40005, "Request entity too large")


def check_embeds(embeds: list[dict[str, Any]], faults: Faults, path: Path, filenames: set[str]) -> None:
    """Note what Discord refuses in embeds."""
    if not faults.count(path, embeds, 0, MOST_EMBEDS):
        return
    total = 0
    for index, embed in enumerate(embeds):
        where = (*path, index)
        total += _check_embed(embed, faults, where)
        for key in ("image", "thumbnail"):
            url = (embed.get(key) or {}).get("url") or ""
            check_media_url(url, faults, (*where, key, "url"), filenames)
    if total > ALL_EMBEDS:
        message = f"Embed size exceeds maximum size of {ALL_EMBEDS}"
        faults.add(path, "MAX_EMBED_SIZE_EXCEEDED", message)


def check_media_url(url: str, faults: Faults, path: Path, filenames: set[str]) -> None:
    """Note a picture's address that is neither the web's nor a file of this message."""
    if url.startswith("attachment://"):
        if url.removeprefix("attachment://") not in filenames:
            message = "The referenced attachment was not found"
            faults.add(path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message)
    elif url and not url.startswith(("http://", "https://")):
        message = f"Scheme of {url!r} must be one of ('http', 'https', 'attachment')."
        faults.add(path, "URL_TYPE_INVALID_SCHEME", message)


def _check_embed(embed: dict[str, Any], faults: Faults, path: Path) -> int:
    total = 0
    texts: list[tuple[Path, Any, int, int]] = [((key,), embed.get(key), 0, most) for key, most in EMBED_TEXTS.items()]
    if footer := embed.get("footer"):
        texts.append((("footer", "text"), footer.get("text"), 1, 2048))
    if author := embed.get("author"):
        texts.append((("author", "name"), author.get("name"), 1, 256))
    fields = embed.get("fields") or []
    if faults.count((*path, "fields"), fields, 0, 25):
        for number, item in enumerate(fields):
            texts.append((("fields", number, "name"), item.get("name"), 1, 256))
            texts.append((("fields", number, "value"), item.get("value"), 1, 1024))
    for where, text, low, high in texts:
        if text is None and low == 0:
            continue
        if faults.length((*path, *where), text, low, high):
            total += len(text)
    return total


def _check_mentions(allowed: object, faults: Faults, path: Path) -> None:
    if not isinstance(allowed, dict):
        return
    parse = set(allowed.get("parse") or [])
    for kind in ("users", "roles"):
        if kind in parse and allowed.get(kind):
            message = f"parse:['{kind}'] and {kind}: [ids...] are mutually exclusive."
            faults.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)
        faults.count((*path, kind), allowed.get(kind) or [], 0, 100)
