"""Grading by meaning: are two expressions equal, where, and does the answer have the form that was asked for?"""

from tutor.maths.grading.domains import DomainComparison, compare_domains
from tutor.maths.grading.equality import Comparison, compare
from tutor.maths.grading.forms import Form, FormReason, form_named, why_not
from tutor.maths.grading.verdict import Grade, Verdict, grade, grade_against

__all__ = [
    "Comparison",
    "DomainComparison",
    "Form",
    "FormReason",
    "Grade",
    "Verdict",
    "compare",
    "compare_domains",
    "form_named",
    "grade",
    "grade_against",
    "why_not",
]
