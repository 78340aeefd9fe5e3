"""Which graph goes with a law: one of the lesson's own pictures, or that of the function that the law is about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tutor.maths.rules.rule import Rule
from tutor.services.lesson_plots import PREFIX
from tutor.services.plot_requests import PlotRequest

NAPIER, MIRROR, SLOPE, ENTROPY = (PlotRequest(PREFIX + name) for name in ("napier", "mirror", "slope", "entropy"))

GRAPHS: Mapping[str, PlotRequest] = MappingProxyType(
    {
        "definition-of-e": NAPIER,
        "continuity-of-log": PlotRequest("ln x"),
        "power-of-log": MIRROR,
        "log-of-own-power": MIRROR,
        "log-of-one": MIRROR,
        "log-of-base": MIRROR,
        "derivative-of-inverse": MIRROR,
        "power-zero": PlotRequest("2^x"),
        "power-positive": PlotRequest("2^x"),
        "log-of-even-power": PlotRequest("ln(x^2) = 2 ln x"),
        "derivative-of-log": PlotRequest("log_2 x", derivative=True),
        "derivative-of-natural-log": PlotRequest("ln x", derivative=True),
        "derivative-of-log-of-absolute": PlotRequest("ln|x|", derivative=True),
        "derivative-of-log-of-absolute-to-base": PlotRequest("log_2|x|", derivative=True),
        "derivative-of-exponential": SLOPE,
        "derivative-of-natural-exponential": PlotRequest("e^x", derivative=True),
        "derivative-of-reciprocal": PlotRequest("1/x", derivative=True),
        "derivative-of-root": PlotRequest("sqrt(x)", derivative=True),
        "derivative-of-absolute": PlotRequest("|x|", derivative=True),
        "derivative-of-sigmoid": PlotRequest("1/(1 + e^(-x))", derivative=True),
        "cross-entropy-by-output": ENTROPY,
        "cross-entropy": ENTROPY,
    }
)


def graph_of_law(law: Rule) -> PlotRequest | None:
    """What the *Plot* button under a law's card or derivation asks for; None where there is nothing to be seen."""
    return GRAPHS.get(law.id)
