"""Reading what people type: `read` gives an expression, or a value that says what was wrong and where.

`read_pair` reads ``A -> B`` and ``A = B``, `read_lines` the lines of a working.

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
``log2 x``              ``log_2(x)``             a numeral that touches the name is the base
``sqrt 2x``             ``sqrt(2)*x``            a root takes one factor, as in √2x
``x^1/2``               ``x^1/2``                a power takes one factor; the half is divided by
``2e-3``                ``2*e - 3``              e is Napier's number; ``1e5`` is refused with ``1*10^5``
``-2^2``                ``-(2^2)``               a power binds tighter than a sign
``f(x)``, ``h(x)``      a function, ``h*x``      f, g, F and G are functions before a bracket, else factors
``dy/dx``, ``d/dx y``   a derivative             as Leibniz wrote it
======================  =======================  ==============================================================
"""

from tutor.maths.reading.parts import Line, Pair, read_lines, read_pair
from tutor.maths.reading.reader import read
from tutor.maths.reading.result import Misreading, Note, Reading, caret

__all__ = ["Line", "Misreading", "Note", "Pair", "Reading", "caret", "read", "read_lines", "read_pair"]
