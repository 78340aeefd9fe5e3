"""Column types that mean the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Row, Text
from sqlalchemy.types import TypeDecorator

AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"
"""A row of which nothing is said."""

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
"""A key that the database counts up; SQLite counts only what is called INTEGER."""


class Instant(TypeDecorator[datetime]):
    """A moment: aware outside, UTC inside. SQLite keeps it as text of one width, which sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The moment in UTC.

        Raises:
            ValueError: for a moment without a zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The moment, aware and in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """JSON as text in one canonical spelling, so that equal values are equal texts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002
        """The text."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002
        """The value."""
        return None if value is None else json.loads(value)


def canonical(value: Any) -> str:  # noqa: ANN401 - whatever JSON takes
    """A value as JSON: sorted keys, no spaces, no not-a-numbers, ASCII only (a lone surrogate is no UTF-8).

    Raises:
        TypeError, ValueError: for what JSON does not know.
    """
    return json.dumps(value, allow_nan=False, sort_keys=True, separators=(",", ":"))


def storable(written: str) -> str:
    """A person's text without what a database refuses: NUL and lone surrogates become the replacement character."""
    return written.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
