"""Reading what people type: `read` gives an expression, or a value that says what was wrong and where.

Where people differ, one reading is fixed, and the reply shows it:

======================  =======================  ==============================================================
typed                   read as                  why
======================  =======================  ==============================================================
``1/2x``                ``1/(2*x)``              factors side by side bind tighter than ``/`` and ``*``
``e^2x``                ``e^2*x``                a power takes one factor; braces or brackets take more
``ln 3x``               ``ln(3*x)``              a function without brackets takes the factors side by side
``ln x/2``              ``ln(x)/2``              … and stops at ``/``, ``*``, ``+`` and ``-``
``log_2 x y``           ``log_2(x*y)``           spaces do not count, as in LaTeX
``ln x ln y``           ``ln(x)*ln(y)``          … and stops before the next function
``ln(x)y``, ``ln(x)^2``  ``ln(x)*y``, ``ln(x)^2``  with brackets it takes what stands in them, and no more
``ln x^2``              ``ln(x^2)``              a power belongs to what stands right before it
``log^2 x``             ``log(x)^2``             a power on a function's name is a power of its value
``log 8``               by setting               natural unless the person chose base 10; the reply says which
``lg x``, ``lb x``      base 10, base 2          as ISO 80000-2 has them
======================  =======================  ==============================================================
"""

from tutor.maths.reading.reader import read
from tutor.maths.reading.result import Misreading, Note, Reading, caret

__all__ = ["Misreading", "Note", "Reading", "caret", "read"]
