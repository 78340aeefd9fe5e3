"""A person's own working, each line held against the one before it."""

from tutor.maths.workings.checking import WorkingChecker, first_wrong
from tutor.maths.workings.judgement import DomainChange, Fault, Judgement
from tutor.maths.workings.lines import read_rows, read_working
from tutor.maths.workings.sets import Sets, as_set
from tutor.maths.workings.telling import telling

__all__ = [
    "DomainChange",
    "Fault",
    "Judgement",
    "Sets",
    "WorkingChecker",
    "as_set",
    "first_wrong",
    "read_rows",
    "read_working",
    "telling",
]
