"""`bridge`: the skipped steps between two lines, or a point where they differ."""

from __future__ import annotations

from tutor.maths.expressions import Equation
from tutor.maths.writing import ascii_text, latex
from tutor.services.bridged import bridged_between
from tutor.services.verbs.steps import derivation_answer, point_answer
from tutor.services.verbs.verb import Answer, Field, Request, Verb


def _bridge(request: Request) -> Answer:
    found = bridged_between(request["from"], request["to"])
    bridge = found.bridge
    known = {
        "found": bridge.found,
        "equal": bridge.equal,
        "differ_at": point_answer(bridge.differ_at) if bridge.differ_at is not None else None,
        "notes": [note.id for note in found.notes],
    }
    if bridge.derivation is not None:
        return {**derivation_answer(Equation(bridge.start, bridge.goal), bridge.derivation), **known}
    return {
        "read": ascii_text(Equation(bridge.start, bridge.goal)),
        "start": ascii_text(bridge.start),
        "steps": [],
        "result": ascii_text(bridge.goal) if bridge.equal else None,
        "latex": latex(bridge.goal) if bridge.equal else None,
        "conditions": [],
        "checked": "sampled",
        **known,
    }


BRIDGE = Verb((Field("from"), Field("to")), _bridge)
