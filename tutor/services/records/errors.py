"""What can go wrong with the records; two branches of the tree in `tutor.services.errors`.

WorkError
    RecordsError                    the records could not do it now, and nothing was half done
        RecordsUnavailableError     the database is away or too busy; worth another try in a moment
        RecordsFullError            its disk is full
        RecordsDamagedError         what is there is no sound database of ours
        RecordsNewerError           it was made by a newer program; only at the start
RequestError
    RefusedError                    the records are well; what was asked for does not stand
        QuestionGoneError           there is no such question or sitting (any more)
        NotYoursError               it is somebody else's private sitting
        TooLateError                the question is closed, the party over, or the minute for an undo past
        NothingToUndoError          there is no answer to take back, or a later one rests on it
"""

from __future__ import annotations

from tutor.services.errors import RequestError, WorkError


class RecordsError(WorkError):
    """The records could not do it; nothing was half done."""

    kind = "records_unavailable"


class RecordsUnavailableError(RecordsError):
    """The database cannot be reached or is too busy; it is tried again with the next request."""


class RecordsFullError(RecordsError):
    """The database's disk is full."""

    kind = "records_full"


class RecordsDamagedError(RecordsError):
    """What stands at the address is damaged, or no database of ours."""

    kind = "records_damaged"


class RecordsNewerError(RecordsError):
    """The database was made by a newer program.

    Attributes:
        version: the version of its schema.
    """

    kind = "records_newer"

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version

    @property
    def arguments(self) -> dict[str, str | float]:
        """The version."""
        return {"version": self.version}


class RefusedError(RequestError):
    """What was asked for does not stand."""


class QuestionGoneError(RefusedError):
    """There is no such question or sitting, or not any more."""

    kind = "question_gone"


class NotYoursError(RefusedError):
    """It is somebody else's private sitting."""

    kind = "not_yours"


class TooLateError(RefusedError):
    """It is over: the question, the party, or the minute in which an answer can be taken back."""

    kind = "too_late"


class NothingToUndoError(RefusedError):
    """There is no answer that could be taken back, or a later one rests on it."""

    kind = "nothing_to_undo"
