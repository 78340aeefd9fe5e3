"""Discord's errors: a status, a code, a message and, for forms, what is wrong with which field."""

from __future__ import annotations

from typing import Any

Path = tuple[str | int, ...]


class ApiError(Exception):
    """An answer that refuses a request, as Discord words it."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(f"{status} {code} {message} {errors or ''}".strip())
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> dict[str, Any]:
        """The JSON that the bot receives."""
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.errors:
            body["errors"] = self.errors
        return body


class Faults:
    """Collects what is wrong with a form, so that one answer can name all of it."""

    def __init__(self) -> None:
        self._tree: dict[str, Any] = {}

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._tree)

    def add(self, path: Path, code: str, message: str) -> None:
        """Note one fault at a field."""
        node = self._tree
        for part in path:
            node = node.setdefault(str(part), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def required(self, path: Path) -> None:
        """Note that a field is missing."""
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required")

    def length(self, path: Path, value: object, low: int, high: int) -> bool:
        """Check a text's length; whether it is a text of that length."""
        if not isinstance(value, str):
            self.add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.")
            return False
        if len(value) > high:
            if low:
                message = f"Must be between {low} and {high} in length."
                self.add(path, "BASE_TYPE_BAD_LENGTH", message)
            else:
                message = f"Must be {high} or fewer in length."
                self.add(path, "BASE_TYPE_MAX_LENGTH", message)
            return False
        if len(value) < low:
            if not value:
                self.required(path)
            else:
                message = f"Must be between {low} and {high} in length."
                self.add(path, "BASE_TYPE_BAD_LENGTH", message)
            return False
        return True

    def count(self, path: Path, value: object, low: int, high: int) -> bool:
        """Check a list's length; whether it is a list of that length."""
        if not isinstance(value, list):
            self.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return False
        if not low <= len(value) <= high:
            message = f"Must be between {low} and {high} in length."
            self.add(path, "BASE_TYPE_BAD_LENGTH", message)
            return False
        return True

    def error(self) -> ApiError:
        """The refusal that names everything noted so far."""
        return ApiError(400, 50035, "Invalid Form Body", self._tree)

    def raise_if_any(self) -> None:
        """Refuse the form when anything is wrong with it."""
        if self._tree:
            raise self.error()


def invalid_form(path: Path, code: str, message: str) -> ApiError:
    """The refusal of a form with one fault."""
    faults = Faults()
    faults.add(path, code, message)
    return faults.error()
