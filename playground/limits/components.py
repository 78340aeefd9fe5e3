"""Limits of message components, of the older kind and of Components V2."""

from __future__ import annotations

from typing import Any

from playground.faults import Faults, Path
from playground.messages import (
    BUTTON,
    CONTAINER,
    FILE,
    GALLERY,
    LINK_STYLE,
    ROW,
    SECTION,
    SELECTS,
    SEPARATOR,
    STRING_SELECT,
    TEXT_DISPLAY,
    THUMBNAIL,
    walk_components,
)

CUSTOM_ID, BUTTON_LABEL, MOST_SELECT_OPTIONS, OPTION_TEXT, PLACEHOLDER = 100, 80, 25, 100, 150
MOST_ROWS, MOST_BUTTONS, MOST_V2, V2_TEXT, GALLERY_ITEMS, ALT_TEXT = 5, 5, 40, 4000, 10, 1024
TOP_LEVEL_V2 = {ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR, CONTAINER}
IN_CONTAINER = TOP_LEVEL_V2 - {CONTAINER}


class _Checker:
    """One message's components, and what was learned on the way through them."""

    def __init__(self, faults: Faults, *, v2: bool, filenames: set[str]) -> None:
        self.faults = faults
        self.v2 = v2
        self.filenames = filenames
        self.custom_ids: set[str] = set()
        self.used_files: set[str] = set()
        self.characters = 0

    def custom_id(self, component: dict[str, Any], path: Path) -> None:
        value = component.get("custom_id")
        if value is None:
            self.faults.required((*path, "custom_id"))
        elif self.faults.length((*path, "custom_id"), value, 1, CUSTOM_ID):
            if value in self.custom_ids:
                message = "Component custom id cannot be duplicated"
                self.faults.add((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message)
            self.custom_ids.add(value)

    def one(self, component: dict[str, Any], path: Path, allowed: set[int]) -> None:
        kind = component.get("type")
        if kind not in allowed:
            message = f'Value of field "type" must be one of {tuple(sorted(allowed))}.'
            self.faults.add((*path, "type"), "UNION_TYPE_CHOICES", message)
            return
        check = {
            ROW: self.row,
            BUTTON: self.button,
            TEXT_DISPLAY: self.text_display,
            THUMBNAIL: lambda part, where: self.media(part, "media", where),
            FILE: lambda part, where: self.media(part, "file", where),
            GALLERY: self.gallery,
            SECTION: self.section,
            CONTAINER: self.container,
            **dict.fromkeys(SELECTS, self.select),
        }.get(kind)
        if check is not None:
            check(component, path)

    def many(self, components: list[Any], path: Path, allowed: set[int], low: int, high: int = MOST_V2) -> None:
        if not self.faults.count(path, components, low, high):
            return
        for index, component in enumerate(components):
            if isinstance(component, dict):
                self.one(component, (*path, index), allowed)
            else:
                message = "Only dictionaries may be used in a ModelType"
                self.faults.add((*path, index), "MODEL_TYPE_CONVERT", message)

    def text_display(self, component: dict[str, Any], path: Path) -> None:
        if self.faults.length((*path, "content"), component.get("content"), 1, V2_TEXT):
            self.characters += len(component["content"])

    def gallery(self, component: dict[str, Any], path: Path) -> None:
        items = component.get("items") or []
        if self.faults.count((*path, "items"), items, 1, GALLERY_ITEMS):
            for index, item in enumerate(items):
                self.media(item, "media", (*path, "items", index))

    def container(self, component: dict[str, Any], path: Path) -> None:
        self.many(component.get("components") or [], (*path, "components"), IN_CONTAINER, 1)

    def row(self, component: dict[str, Any], path: Path) -> None:
        inner = component.get("components") or []
        where = (*path, "components")
        if not self.faults.count(where, inner, 1, MOST_BUTTONS):
            return
        if len(inner) > 1 and any(isinstance(part, dict) and part.get("type") in SELECTS for part in inner):
            message = "The specified component exceeds the maximum width"
            self.faults.add(where, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)
        self.many(inner, where, {BUTTON, *SELECTS}, 1, MOST_BUTTONS)

    def section(self, component: dict[str, Any], path: Path) -> None:
        inner = component.get("components") or []
        self.many(inner, (*path, "components"), {TEXT_DISPLAY}, 1, 3)
        if not isinstance(component.get("accessory"), dict):
            self.faults.required((*path, "accessory"))
        else:
            self.one(component["accessory"], (*path, "accessory"), {BUTTON, THUMBNAIL})

    def button(self, component: dict[str, Any], path: Path) -> None:
        style = component.get("style")
        if style not in range(1, 7):
            message = "Value must be one of {1, 2, 3, 4, 5, 6}."
            self.faults.add((*path, "style"), "BASE_TYPE_CHOICES", message)
        if style == LINK_STYLE:
            if not str(component.get("url") or "").startswith(("http://", "https://", "discord://")):
                message = "Not a well formed URL."
                self.faults.add((*path, "url"), "URL_TYPE_INVALID_URL", message)
            if component.get("custom_id"):
                message = "A custom id and url cannot both be specified"
                self.faults.add((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL", message)
        else:
            self.custom_id(component, path)
        if component.get("label"):
            self.faults.length((*path, "label"), component["label"], 0, BUTTON_LABEL)
        elif not component.get("emoji"):
            message = "A label or an emoji is required"
            self.faults.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", message)

    def select(self, component: dict[str, Any], path: Path) -> None:
        self.custom_id(component, path)
        if component.get("placeholder"):
            self.faults.length((*path, "placeholder"), component["placeholder"], 0, PLACEHOLDER)
        low, high = component.get("min_values", 1), component.get("max_values", 1)
        options = component.get("options") or []
        if component["type"] == STRING_SELECT:
            check_select_options(options, self.faults, (*path, "options"))
        most = len(options) if component["type"] == STRING_SELECT else MOST_SELECT_OPTIONS
        if not (0 <= low <= MOST_SELECT_OPTIONS and 1 <= high <= most and low <= high):
            message = f"Must be between 1 and {most}, and min_values at most max_values."
            self.faults.add((*path, "max_values"), "NUMBER_TYPE_MAX", message)

    def media(self, holder: dict[str, Any], key: str, path: Path) -> None:
        url = str((holder.get(key) or {}).get("url") or "")
        where = (*path, key, "url")
        name = url.removeprefix("attachment://")
        if not url:
            self.faults.required(where)
        elif url.startswith("attachment://"):
            if name in self.filenames:
                self.used_files.add(name)
            else:
                message = "The referenced attachment was not found"
                code = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"
                self.faults.add(where, code, message)
        elif not url.startswith(("http://", "https://")):
            message = "Scheme must be one of ('http', 'https', 'attachment')."
            self.faults.add(where, "URL_TYPE_INVALID_SCHEME", message)
        else:
            # An edit may send back the address of a file that the message has already.
            self.used_files.add(url.split("?", 1)[0].rsplit("/", 1)[-1])
        if holder.get("description") is not None:
            self.faults.length((*path, "description"), holder["description"], 0, ALT_TEXT)


def check_select_options(options: list[dict[str, Any]], faults: Faults, path: Path) -> None:
    """Note what Discord refuses in a menu's options."""
    if not faults.count(path, options, 1, MOST_SELECT_OPTIONS):
        return
    values: set[str] = set()
    for index, option in enumerate(options):
        where = (*path, index)
        faults.length((*where, "label"), option.get("label"), 1, OPTION_TEXT)
        faults.length((*where, "value"), option.get("value"), 1, OPTION_TEXT)
        if option.get("description"):
            faults.length((*where, "description"), option["description"], 0, OPTION_TEXT)
        if option.get("value") in values:
            message = "The specified option value is already used"
            faults.add((*where, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
        values.add(str(option.get("value")))


def check_components(
    components: list[dict[str, Any]],
    faults: Faults,
    path: Path,
    *,
    v2: bool,
    filenames: set[str],
) -> set[str]:
    """Note what Discord refuses; the names of the files that stand in a component."""
    checker = _Checker(faults, v2=v2, filenames=filenames)
    if v2:
        checker.many(components, path, TOP_LEVEL_V2, 0)
        if len(list(walk_components(components))) > MOST_V2:
            message = f"The total number of components must be {MOST_V2} or fewer"
            faults.add(path, "BASE_TYPE_BAD_LENGTH", message)
        if checker.characters > V2_TEXT:
            message = f"The total displayable text must be {V2_TEXT} or fewer in length"
            faults.add(path, "COMPONENT_MAX_TOTAL_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
    else:
        checker.many(components, path, {ROW}, 0, MOST_ROWS)
    return checker.used_files
