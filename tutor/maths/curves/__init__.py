"""Graphs as numbers: sampled as closely as the eye needs, broken exactly where the expression is not defined.

`curve` gives a graph with its asymptotes, holes, ends, corners, zeros and highest points; `Tracer` lets several graphs
share one window.
"""

from tutor.maths.curves.curve import LINEAR, Curve, Ending, Scales, Spot, Stretch, Turn, Upright, Zero
from tutor.maths.curves.framing import usual_width
from tutor.maths.curves.tracer import Tracer, curve, mirrored

__all__ = [
    "LINEAR",
    "Curve",
    "Ending",
    "Scales",
    "Spot",
    "Stretch",
    "Tracer",
    "Turn",
    "Upright",
    "Zero",
    "curve",
    "mirrored",
    "usual_width",
]
