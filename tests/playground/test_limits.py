"""What Discord refuses, row by row: the field that is named and the code that is given."""

from __future__ import annotations

from typing import Any

import pytest

from playground import ApiError
from playground.limits.commands import check_commands
from playground.limits.messages import FILE_SIZE, check_files, check_message
from playground.limits.modals import check_modal
from playground.messages import COMPONENTS_V2

Path = list[str]


def refusals(error: ApiError) -> dict[str, str]:
    """The codes by the path of their field."""
    found: dict[str, str] = {}

    def walk(node: dict[str, Any], path: Path) -> None:
        for entry in node.get("_errors", []):
            found[".".join(path)] = entry["code"]
        for key, inner in node.items():
            if key != "_errors":
                walk(inner, [*path, key])

    walk(error.errors or {}, [])
    return found


def command(**changes: Any) -> dict[str, Any]:
    return {"name": "derive", "description": "Shows every step", "type": 1} | changes


def option(**changes: Any) -> dict[str, Any]:
    return {"name": "what", "description": "What to derive", "type": 3} | changes


def choices(count: int, **changes: Any) -> list[dict[str, Any]]:
    return [{"name": f"n{number}", "value": f"v{number}"} | changes for number in range(count)]


GOOD_COMMANDS = [
    [],
    [command()],
    [command(name="d" * 32, description="d" * 100)],
    [command(name="導出", name_localizations={"ja": "導出", "en-GB": "derive"})],
    [command(), command(name="Derive", type=3, description="")],
    [command(options=[option(name=f"o{number}") for number in range(25)])],
    [command(options=[option(choices=choices(25))])],
    [command(options=[option(required=True), option(name="view", autocomplete=True)])],
    [command(options=[option(type=1, name="practice", options=[option()])])],
    [command(options=[option(type=2, name="group", options=[option(type=1, options=[option()])])])],
    [command(contexts=[0, 1, 2], integration_types=[0, 1])],
    [command(name=f"c{number}") for number in range(100)],
]


@pytest.mark.parametrize("commands", GOOD_COMMANDS)
def test_commands_that_are_taken(commands: list[dict[str, Any]]) -> None:
    check_commands(commands)


BAD_COMMANDS = [
    (["no object"], "0", "MODEL_TYPE_CONVERT"),
    ([command(type=9)], "0.type", "BASE_TYPE_CHOICES"),
    ([command(name="d" * 33)], "0.name", "BASE_TYPE_BAD_LENGTH"),
    ([command(name="Derive")], "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
    ([command(name="two words")], "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
    ([command(name=None)], "0.name", "BASE_TYPE_REQUIRED"),
    ([command(description="")], "0.description", "BASE_TYPE_REQUIRED"),
    ([command(description="d" * 101)], "0.description", "BASE_TYPE_BAD_LENGTH"),
    ([command(name_localizations={"jp": "x"})], "0.name_localizations.jp", "BASE_TYPE_CHOICES"),
    ([command(name_localizations={"ja": "A B"})], "0.name_localizations.ja", "APPLICATION_COMMAND_INVALID_NAME"),
    ([command(description_localizations={"ja": "x" * 101})], "0.description_localizations.ja", "BASE_TYPE_BAD_LENGTH"),
    ([command(), command()], "1", "APPLICATION_COMMANDS_DUPLICATE_NAME"),
    ([command(name=f"c{number}") for number in range(101)], "100", "APPLICATION_COMMANDS_MAX"),
    ([command(name=f"m{n}", type=3, description="") for n in range(16)], "15", "APPLICATION_COMMANDS_MAX"),
    ([command(type=3)], "0.description", "APPLICATION_COMMANDS_CONTEXT_MENU_NO_DESCRIPTION"),
    ([command(options=[option(name=f"o{number}") for number in range(26)])], "0.options", "BASE_TYPE_BAD_LENGTH"),
    ([command(options=[option(), option()])], "0.options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID"),
    ([command(options=[option(type=12)])], "0.options.0.type", "BASE_TYPE_CHOICES"),
    ([command(options=[option(type=None)])], "0.options.0.type", "BASE_TYPE_CHOICES"),
    ([command(options=[option(choices=choices(26))])], "0.options.0.choices", "BASE_TYPE_BAD_LENGTH"),
    (
        [command(options=[option(choices=choices(1, value="v" * 101))])],
        "0.options.0.choices.0.value",
        "BASE_TYPE_BAD_LENGTH",
    ),
    ([command(options=[option(type=4, choices=choices(1))])], "0.options.0.choices.0.value", "NUMBER_TYPE_COERCE"),
    (
        [command(options=[option(autocomplete=True, choices=choices(1))])],
        "0.options.0.choices",
        "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
    ),
    (
        [command(options=[option(type=5, autocomplete=True)])],
        "0.options.0.autocomplete",
        "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID",
    ),
    (
        [command(options=[option(), option(name="must", required=True)])],
        "0.options.1",
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    (
        [command(options=[option(type=1), option(name="other")])],
        "0.options",
        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    (
        [command(options=[option(type=1, options=[option(type=1)])])],
        "0.options.0.options.0.type",
        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    ([command(contexts=[3])], "0.contexts.0", "ENUM_TYPE_COERCE"),
    ([command(integration_types=[])], "0.integration_types", "BASE_TYPE_BAD_LENGTH"),
    (
        [command(options=[option(name=f"o{n}", choices=choices(25, value="v" * 90)) for n in range(4)])],
        "0",
        "APPLICATION_COMMAND_TOO_LARGE",
    ),
]


@pytest.mark.parametrize(("commands", "field", "code"), BAD_COMMANDS)
def test_commands_that_are_refused(commands: list[dict[str, Any]], field: str, code: str) -> None:
    with pytest.raises(ApiError) as caught:
        check_commands(commands)
    assert (caught.value.status, caught.value.code) == (400, 50035)
    assert refusals(caught.value)[field] == code


def button(**changes: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Next", "custom_id": "next"} | changes


def row(*components: Any) -> dict[str, Any]:
    return {"type": 1, "components": list(components)}


def select(count: int = 2, **changes: Any) -> dict[str, Any]:
    options = [{"label": f"l{number}", "value": f"v{number}"} for number in range(count)]
    return {"type": 3, "custom_id": "law", "options": options} | changes


def buttons(count: int) -> list[dict[str, Any]]:
    return [button(custom_id=f"b{number}") for number in range(count)]


def text(content: str = "x") -> dict[str, Any]:
    return {"type": 10, "content": content}


def gallery(*items: dict[str, Any]) -> dict[str, Any]:
    return {"type": 12, "items": list(items)}


CARD = {"media": {"url": "attachment://card.png"}, "description": "A card"}

GOOD_MESSAGES = [
    ({"content": "c" * 2000}, 0),
    ({"embeds": [{"title": "t" * 256, "description": "d" * 4096}]}, 0),
    ({"embeds": [{"image": {"url": "attachment://card.png"}}]}, 0),
    ({"attachments": [{"id": 0, "description": "a" * 1024}]}, 0),
    ({"components": [row(*buttons(5)), row(select(25))]}, 0),
    ({"components": [row(button(style=5, custom_id=None, url="https://example.org"))]}, 0),
    ({"components": [row(button(label=None, emoji={"name": "👍"}))]}, 0),
    ({"components": [row(select(max_values=2))]}, 0),
    ({"components": [gallery(CARD), text()]}, COMPONENTS_V2),
    ({"components": [{"type": 17, "components": [text(), gallery(CARD), {"type": 14}]}]}, COMPONENTS_V2),
    ({"components": [{"type": 9, "components": [text()], "accessory": button()}, gallery(CARD)]}, COMPONENTS_V2),
    ({"components": [{"type": 13, "file": {"url": "attachment://card.png"}}]}, COMPONENTS_V2),
    ({"allowed_mentions": {"parse": ["users"], "roles": ["1"]}}, 0),
]


@pytest.mark.parametrize(("payload", "flags"), GOOD_MESSAGES)
def test_messages_that_are_taken(payload: dict[str, Any], flags: int) -> None:
    check_message(payload, flags=flags, filenames={"card.png"})


BAD_MESSAGES = [
    ({"content": "c" * 2001}, 0, "content", "BASE_TYPE_MAX_LENGTH"),
    ({"content": 7}, 0, "content", "STRING_TYPE_CONVERT"),
    ({"embeds": [{}] * 11}, 0, "embeds", "BASE_TYPE_BAD_LENGTH"),
    ({"embeds": [{"title": "t" * 257}]}, 0, "embeds.0.title", "BASE_TYPE_MAX_LENGTH"),
    ({"embeds": [{"description": "d" * 4097}]}, 0, "embeds.0.description", "BASE_TYPE_MAX_LENGTH"),
    ({"embeds": [{"footer": {"text": "f" * 2049}}]}, 0, "embeds.0.footer.text", "BASE_TYPE_BAD_LENGTH"),
    ({"embeds": [{"fields": [{"name": "n", "value": "v"}] * 26}]}, 0, "embeds.0.fields", "BASE_TYPE_BAD_LENGTH"),
    ({"embeds": [{"fields": [{"name": "", "value": "v"}]}]}, 0, "embeds.0.fields.0.name", "BASE_TYPE_REQUIRED"),
    ({"embeds": [{"description": "d" * 3001}] * 2}, 0, "embeds", "MAX_EMBED_SIZE_EXCEEDED"),
    ({"embeds": [{"image": {"url": "ftp://x"}}]}, 0, "embeds.0.image.url", "URL_TYPE_INVALID_SCHEME"),
    (
        {"embeds": [{"image": {"url": "attachment://no.png"}}]},
        0,
        "embeds.0.image.url",
        "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    ({"attachments": [{"id": 0, "description": "a" * 1025}]}, 0, "attachments.0.description", "BASE_TYPE_MAX_LENGTH"),
    ({"components": [row(*buttons(6))]}, 0, "components.0.components", "BASE_TYPE_BAD_LENGTH"),
    ({"components": [row(button())] * 6}, 0, "components", "BASE_TYPE_BAD_LENGTH"),
    (
        {"components": [row(button(custom_id="c" * 101))]},
        0,
        "components.0.components.0.custom_id",
        "BASE_TYPE_BAD_LENGTH",
    ),
    ({"components": [row(button(custom_id=None))]}, 0, "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED"),
    ({"components": [row(button(label="l" * 81))]}, 0, "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH"),
    ({"components": [row(button(style=9))]}, 0, "components.0.components.0.style", "BASE_TYPE_CHOICES"),
    (
        {"components": [row(button(style=5, custom_id=None))]},
        0,
        "components.0.components.0.url",
        "URL_TYPE_INVALID_URL",
    ),
    (
        {"components": [row(button(label=None))]},
        0,
        "components.0.components.0",
        "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
    ),
    (
        {"components": [row(button(), button())]},
        0,
        "components.0.components.1.custom_id",
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    ({"components": [row(select(26))]}, 0, "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH"),
    ({"components": [row(select(max_values=3))]}, 0, "components.0.components.0.max_values", "NUMBER_TYPE_MAX"),
    ({"components": [row(select(), button())]}, 0, "components.0.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    ({"components": [button()]}, 0, "components.0.type", "UNION_TYPE_CHOICES"),
    ({"components": [text()]}, 0, "components.0.type", "UNION_TYPE_CHOICES"),
    ({"components": ["no object"]}, 0, "components.0", "MODEL_TYPE_CONVERT"),
    (
        {"content": "c", "components": [gallery(CARD)]},
        COMPONENTS_V2,
        "content",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    ({"components": [gallery(CARD), *[text()] * 40]}, COMPONENTS_V2, "components", "BASE_TYPE_BAD_LENGTH"),
    (
        {"components": [gallery(CARD), text("x" * 3000), text("x" * 3000)]},
        COMPONENTS_V2,
        "components",
        "COMPONENT_MAX_TOTAL_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    ({"components": [text()]}, COMPONENTS_V2, "attachments", "UNREFERENCED_ATTACHMENT"),
    (
        {"components": [gallery(CARD | {"description": "a" * 1025})]},
        COMPONENTS_V2,
        "components.0.items.0.description",
        "BASE_TYPE_MAX_LENGTH",
    ),
    (
        {"components": [{"type": 9, "components": [text()]}, gallery(CARD)]},
        COMPONENTS_V2,
        "components.0.accessory",
        "BASE_TYPE_REQUIRED",
    ),
    (
        {"components": [{"type": 17, "components": [{"type": 17, "components": [text()]}]}]},
        COMPONENTS_V2,
        "components.0.components.0.type",
        "UNION_TYPE_CHOICES",
    ),
    (
        {"allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        0,
        "allowed_mentions",
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
]


@pytest.mark.parametrize(("payload", "flags", "field", "code"), BAD_MESSAGES)
def test_messages_that_are_refused(payload: dict[str, Any], flags: int, field: str, code: str) -> None:
    with pytest.raises(ApiError) as caught:
        check_message(payload, flags=flags, filenames={"card.png"})
    assert refusals(caught.value)[field] == code


def test_files_over_their_number_or_size() -> None:
    check_files({f"f{number}": b"" for number in range(10)})
    check_files({"f": bytes(FILE_SIZE)})
    with pytest.raises(ApiError) as caught:
        check_files({f"f{number}": b"" for number in range(11)})
    assert refusals(caught.value) == {"attachments": "BASE_TYPE_MAX_LENGTH"}
    with pytest.raises(ApiError) as caught:
        check_files({"f": bytes(FILE_SIZE + 1)})
    assert (caught.value.status, caught.value.code) == (413, 40005)


def modal(*parts: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {"custom_id": "m", "title": "Title", "components": list(parts)} | changes


def field(**changes: Any) -> dict[str, Any]:
    return {"type": 4, "custom_id": "f", "style": 1} | changes


def label(component: Any, **changes: Any) -> dict[str, Any]:
    return {"type": 18, "label": "Label", "component": component} | changes


@pytest.mark.parametrize(
    "data",
    [
        modal(label(field())),
        modal(row(field(label="Label"))),
        modal(text(), label(field(max_length=4000, style=2)), title="t" * 45),
        modal(label(select())),
        modal(*(label(field(custom_id=f"f{number}")) for number in range(5))),
    ],
)
def test_modals_that_are_taken(data: dict[str, Any]) -> None:
    check_modal(data)


@pytest.mark.parametrize(
    ("data", "where", "code"),
    [
        (modal(), "components", "BASE_TYPE_BAD_LENGTH"),
        (modal(*[label(field())] * 6), "components", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(field()), title="t" * 46), "title", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(field()), custom_id="c" * 101), "custom_id", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(field()), title=None), "title", "BASE_TYPE_REQUIRED"),
        (modal(label(field(), label="l" * 46)), "components.0.label", "BASE_TYPE_BAD_LENGTH"),
        (modal(label(field(), description="d" * 101)), "components.0.description", "BASE_TYPE_MAX_LENGTH"),
        (modal(row(field())), "components.0.components.0.label", "STRING_TYPE_CONVERT"),
        (modal(row(button())), "components.0.components.0.type", "UNION_TYPE_CHOICES"),
        (modal(label(button())), "components.0.component.type", "UNION_TYPE_CHOICES"),
        (modal(label(None)), "components.0.component", "BASE_TYPE_REQUIRED"),
        (modal(button()), "components.0.type", "UNION_TYPE_CHOICES"),
        (modal(label(field(style=3))), "components.0.component.style", "BASE_TYPE_CHOICES"),
        (modal(label(field(value="v" * 4001))), "components.0.component.value", "BASE_TYPE_MAX_LENGTH"),
        (modal(label(field(max_length=4001))), "components.0.component.max_length", "NUMBER_TYPE_MAX"),
        (modal(label(field(min_length=9, max_length=3))), "components.0.component.max_length", "NUMBER_TYPE_MAX"),
        (modal(label(field()), label(field())), "components.1.component.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
    ],
)
def test_modals_that_are_refused(data: dict[str, Any], where: str, code: str) -> None:
    with pytest.raises(ApiError) as caught:
        check_modal(data)
    assert refusals(caught.value)[f"data.{where}"] == code
