"""Everything that can go wrong in a use case, as one tree.

TutorError
    RequestError                what was asked for
        UnreadableError         a text that cannot be read: what is wrong with it, and where
        UnknownFormulaError     no formula has this number or name
        UnknownLawError         no law has this id
        NotAnExpressionError    an equation or inequality stands where a value is needed
        NotARelationError       there is no equation or inequality to be solved
            NoUnknownError      the letter that it is to be solved for is not in it
        WhichVariableError      several letters, and none of them was named
        BadValuesError          what should give letters their values does not
        BaseError               another base is asked for and not said, or said and not asked for
        ExpiredError            a button refers to what nobody remembers
        PlotError               there is no such graph, or no such window
        LatexError              LaTeX that cannot be drawn: what is wrong with it, and where
        FieldError              a request written by a program lacks a field, or has a wrong one
    NoAnswerError               the request was understood, and there is no answer to it
        UndefinedError          it has no value: which part, and the condition that fails
        NoRuleError             no rule of differentiation is known for a part
        TooManyStepsError       it takes more steps than anyone would read
        UncheckedError          the checker refused a step of ours, so that nothing is shown
    WorkError                   the work on it
        BusyError               too much is waiting already
        TooManyAtOnceError      this person has enough in flight
        TookTooLongError        it ran over its time and was stopped
        TooLargeError           it ran over its memory and was stopped
        WorkerDiedError         the process that worked on it ended

Each has a ``kind``, which names its sentence in the locales, and pickles, since it may be raised in a worker.
"""

from tutor.services.errors.latex import LatexError
from tutor.services.errors.outcomes import (
    NoRuleError,
    TooManyStepsError,
    UncheckedError,
    UndefinedError,
)
from tutor.services.errors.plots import PlotError
from tutor.services.errors.requests import (
    BadValuesError,
    BaseError,
    ExpiredError,
    FieldError,
    NotAnExpressionError,
    NotARelationError,
    NoUnknownError,
    UnknownFormulaError,
    UnknownLawError,
    UnreadableError,
    WhichVariableError,
)
from tutor.services.errors.tree import (
    NoAnswerError,
    RequestError,
    TutorError,
    WorkError,
    shortened,
)
from tutor.services.errors.work import (
    BusyError,
    TookTooLongError,
    TooLargeError,
    TooManyAtOnceError,
    WorkerDiedError,
)

__all__ = [
    "BadValuesError",
    "BaseError",
    "BusyError",
    "ExpiredError",
    "FieldError",
    "LatexError",
    "NoAnswerError",
    "NoRuleError",
    "NoUnknownError",
    "NotARelationError",
    "NotAnExpressionError",
    "PlotError",
    "RequestError",
    "TooLargeError",
    "TooManyAtOnceError",
    "TooManyStepsError",
    "TookTooLongError",
    "TutorError",
    "UncheckedError",
    "UndefinedError",
    "UnknownFormulaError",
    "UnknownLawError",
    "UnreadableError",
    "WhichVariableError",
    "WorkError",
    "WorkerDiedError",
    "shortened",
]
