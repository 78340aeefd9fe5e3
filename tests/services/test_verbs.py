"""What programs ask for: each verb's answer in the contract's form."""

from __future__ import annotations

import json

import pytest

from tutor.maths.reading import Reading, read
from tutor.services.errors import FieldError
from tutor.services.library import library
from tutor.services.sentences import error_words, expired_words, unexpected_words
from tutor.services.verbs import VERBS, answer, answer_line

KEYS = {"read", "start", "steps", "result", "latex", "conditions", "checked"}


@pytest.mark.parametrize("number", [formula.number for formula in library().formulas])
def test_every_formula_is_derived_in_the_contracts_form(number: str) -> None:
    given = answer({"do": "derive", "what": number})
    assert set(given) >= KEYS
    assert given["checked"] == ("sampled" if given["ground"] else "proved")
    lines = [given["start"], *(step["expression"] for step in given["steps"])]
    assert lines[-1] == given["result"]
    for line in (given["read"], *lines, *given["conditions"]):
        assert line.isascii()
        assert isinstance(read(line), Reading), line
    for step in given["steps"]:
        assert set(step) >= {"expression", "latex", "rule", "formula", "conditions"}
        assert step["rule"] in library().laws
        assert step["formula"] == library().laws[step["rule"]].number
        assert all(isinstance(read(condition), Reading) for condition in step["conditions"])
    assert bool(given["steps"]) is not given["ground"]


def test_the_derivative_of_the_logarithm_takes_its_seventeen_steps() -> None:
    given = answer({"do": "derive", "what": "3.1"})
    assert len(given["steps"]) == 17
    assert given["conditions"] == ["a > 0", "a != 1", "x > 0"]
    assert [step["formula"] for step in given["steps"] if step["formula"]] == ["2.4", "2.6", "1.4", "2.6", "2.7", "2.2"]


@pytest.mark.parametrize("of", ["formulas", "rules"])
def test_lists_name_everything_in_both_languages(of: str) -> None:
    items = answer({"do": "list", "of": of})["items"]
    assert items
    assert len({item["id"] for item in items}) == len(items)
    assert all(item["name"]["en"] and item["name"]["ja"] for item in items)


@pytest.mark.parametrize(
    ("request_", "kind", "field"),
    [
        (None, "not_an_object", None),
        ("derive", "not_an_object", None),
        ([], "not_an_object", None),
        ({}, "missing_field", "do"),
        ({"do": None}, "missing_field", "do"),
        ({"do": 3}, "unknown_verb", "do"),
        ({"do": "Derive"}, "unknown_verb", "do"),
        ({"do": "derive"}, "missing_field", "what"),
        ({"do": "derive", "what": None}, "missing_field", "what"),
        ({"do": "derive", "what": {}}, "wrong_type", "what"),
        ({"do": "list", "of": "stars"}, "unknown_value", "of"),
    ],
)
def test_what_is_no_request_is_refused(request_: object, kind: str, field: str | None) -> None:
    with pytest.raises(FieldError) as caught:
        answer(request_)
    assert (caught.value.name, caught.value.field) == (kind, field)
    for locale in ("en", "ja"):
        words = error_words(caught.value, locale)  # type: ignore[arg-type]
        assert words.sentence
        assert "\n" not in words.plain


@pytest.mark.parametrize(
    "line", [b"", b"\n", b"{", b"\xff", b"[" * 50_000, b"{}" * 2, b"9" * 9_999, b'{"do": "derive"}', b"\xef\xbb\xbf{}"]
)
def test_any_line_gets_one_line_of_json(line: bytes) -> None:
    given = answer_line(line, "ja")
    assert given.endswith(b"\n")
    assert given.count(b"\n") == 1
    assert set(json.loads(given)["error"]) == {"kind", "message", "at", "field"}


def test_every_verb_checks_its_fields() -> None:
    for name, verb in VERBS.items():
        assert verb.fields
        required = [field.name for field in verb.fields if field.required]
        if required:
            with pytest.raises(FieldError):
                answer({"do": name})


def test_our_own_faults_have_sentences() -> None:
    assert {expired_words("en").sentence, unexpected_words("en").sentence}.isdisjoint(
        {expired_words("ja").sentence, unexpected_words("ja").sentence}
    )
