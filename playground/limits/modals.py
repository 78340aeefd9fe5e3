"""Limits of modals."""

from __future__ import annotations

from typing import Any

from playground.faults import Faults, Path
from playground.limits.components import CUSTOM_ID, MOST_SELECT_OPTIONS, check_select_options
from playground.messages import LABEL, ROW, SELECTS, STRING_SELECT, TEXT_DISPLAY, TEXT_INPUT

TITLE, LABEL_TEXT, LABEL_DESCRIPTION, MOST_PARTS = 45, 45, 100, 5
INPUT_VALUE, INPUT_PLACEHOLDER = 4000, 100
FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 19, 21, 22, 23
IN_LABEL = {TEXT_INPUT, *SELECTS, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX}


def check_modal(data: dict[str, Any], path: Path = ("data",)) -> None:
    """Refuse a modal that Discord would refuse."""
    faults = Faults()
    for key, most in (("custom_id", CUSTOM_ID), ("title", TITLE)):
        if data.get(key) is None:
            faults.required((*path, key))
        else:
            faults.length((*path, key), data[key], 1, most)
    parts = data.get("components") or []
    where = (*path, "components")
    custom_ids: set[str] = set()
    if faults.count(where, parts, 1, MOST_PARTS):
        for index, part in enumerate(parts):
            _check_part(part, faults, (*where, index), custom_ids)
    faults.raise_if_any()


def _check_part(part: dict[str, Any], faults: Faults, path: Path, custom_ids: set[str]) -> None:
    kind = part.get("type")
    if kind == ROW:
        inner = part.get("components") or []
        if faults.count((*path, "components"), inner, 1, 1):
            field, where = inner[0], (*path, "components", 0)
            if field.get("type") != TEXT_INPUT:
                message = 'Value of field "type" must be one of (4,).'
                faults.add((*where, "type"), "UNION_TYPE_CHOICES", message)
                return
            faults.length((*where, "label"), field.get("label"), 1, LABEL_TEXT)
            _check_field(field, faults, where, custom_ids)
    elif kind == LABEL:
        faults.length((*path, "label"), part.get("label"), 1, LABEL_TEXT)
        if part.get("description"):
            faults.length((*path, "description"), part["description"], 0, LABEL_DESCRIPTION)
        field = part.get("component")
        if not isinstance(field, dict):
            faults.required((*path, "component"))
        elif field.get("type") not in IN_LABEL:
            message = f'Value of field "type" must be one of {tuple(sorted(IN_LABEL))}.'
            faults.add((*path, "component", "type"), "UNION_TYPE_CHOICES", message)
        else:
            _check_field(field, faults, (*path, "component"), custom_ids)
    elif kind != TEXT_DISPLAY:
        message = 'Value of field "type" must be one of (1, 10, 18).'
        faults.add((*path, "type"), "UNION_TYPE_CHOICES", message)


def _check_field(field: dict[str, Any], faults: Faults, path: Path, custom_ids: set[str]) -> None:
    if faults.length((*path, "custom_id"), field.get("custom_id"), 1, CUSTOM_ID):
        if field["custom_id"] in custom_ids:
            message = "Component custom id cannot be duplicated"
            faults.add((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message)
        custom_ids.add(field["custom_id"])
    if field.get("type") == TEXT_INPUT:
        _check_text_input(field, faults, path)
    elif field.get("type") == STRING_SELECT:
        check_select_options(field.get("options") or [], faults, (*path, "options"))
        if field.get("max_values", 1) > MOST_SELECT_OPTIONS:
            message = f"int value should be less than or equal to {MOST_SELECT_OPTIONS}."
            faults.add((*path, "max_values"), "NUMBER_TYPE_MAX", message)


def _check_text_input(field: dict[str, Any], faults: Faults, path: Path) -> None:
    if field.get("style") not in (1, 2):
        faults.add((*path, "style"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2}.")
    for key, most in (("placeholder", INPUT_PLACEHOLDER), ("value", INPUT_VALUE)):
        if field.get(key):
            faults.length((*path, key), field[key], 0, most)
    low, high = field.get("min_length") or 0, field.get("max_length")
    high = INPUT_VALUE if high is None else high
    if not (0 <= low <= INPUT_VALUE and 1 <= high <= INPUT_VALUE and low <= high):
        message = f"Must be between 1 and {INPUT_VALUE}, and min_length at most max_length."
        faults.add((*path, "max_length"), "NUMBER_TYPE_MAX", message)
