"""A filled-in form, as its submission carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from playground.interactions.interaction import Modal
from playground.interactions.options import CannotDoError
from playground.limits.modals import CHECKBOX, INPUT_VALUE
from playground.messages import LABEL, ROW, TEXT_INPUT

Value = str | Sequence[str] | bool


def submitted(modal: Modal, values: Mapping[str, Value]) -> list[dict[str, Any]]:
    """The components of a submission. Raises CannotDoError where no field takes a value."""
    used: set[str] = set()
    parts: list[dict[str, Any]] = []
    for part in modal.components:
        if part["type"] == ROW:
            inner = [_field(field, field.get("label"), values, used) for field in part["components"]]
            parts.append({"type": ROW, "id": part["id"], "components": inner})
        elif part["type"] == LABEL:
            field = _field(part["component"], part.get("label"), values, used)
            parts.append({"type": LABEL, "id": part["id"], "component": field})
        else:
            parts.append({"type": part["type"], "id": part["id"]})
    if unknown := set(values) - used:
        message = f"the form has no field {min(unknown)!r}"
        raise CannotDoError(message)
    return parts


def _field(field: dict[str, Any], label: str | None, values: Mapping[str, Value], used: set[str]) -> dict[str, Any]:
    key = next((name for name in (field["custom_id"], label) if name in values), None)
    if key is not None:
        used.add(key)
    head = {"type": field["type"], "id": field["id"], "custom_id": field["custom_id"]}
    if field["type"] == TEXT_INPUT:
        text = values[key] if key is not None else field.get("value") or ""
        return head | {"value": _text(field, text)}
    if field["type"] == CHECKBOX:
        return head | {"value": bool(values[key]) if key is not None else bool(field.get("default"))}
    chosen = (
        values[key] if key is not None else [one["value"] for one in field.get("options") or [] if one.get("default")]
    )
    return head | {"values": _chosen(field, chosen)}


def _text(field: dict[str, Any], text: object) -> str:
    name = field["custom_id"]
    if not isinstance(text, str):
        message = f"the field {name!r} takes text"
        raise CannotDoError(message)
    if not text and field.get("required", True):
        message = f"the field {name!r} is required"
        raise CannotDoError(message)
    if text and not (field.get("min_length") or 0) <= len(text) <= (field.get("max_length") or INPUT_VALUE):
        message = f"the field {name!r} does not take a text of that length ({len(text)})"
        raise CannotDoError(message)
    return text


def _chosen(field: dict[str, Any], chosen: object) -> list[str]:
    values = [chosen] if isinstance(chosen, str) else list(chosen if isinstance(chosen, Sequence) else [])
    offered = [one["value"] for one in field.get("options") or []]
    least = field.get("min_values", 1) if field.get("required", True) else 0
    if any(value not in offered for value in values) or not least <= len(values) <= field.get("max_values", 1):
        message = f"the field {field['custom_id']!r} does not take {values!r}"
        raise CannotDoError(message)
    return values
