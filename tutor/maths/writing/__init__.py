"""Writing expressions and conditions: plain ASCII, Unicode text, LaTeX and Typst's mathematics.

What the first three write reads back, by `tutor.maths.reading.read`, to the very same tree: a sum inside a sum keeps
its brackets, and a logarithm to base 10 its base. Typst is written for the pictures only.
"""

from tutor.maths.writing.conditions import condition_ascii, condition_latex, condition_typst, condition_unicode
from tutor.maths.writing.latex import latex
from tutor.maths.writing.plain import ascii_text, unicode_text
from tutor.maths.writing.typst import typst

__all__ = [
    "ascii_text",
    "condition_ascii",
    "condition_latex",
    "condition_typst",
    "condition_unicode",
    "latex",
    "typst",
    "unicode_text",
]
