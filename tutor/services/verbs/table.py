"""Every verb by its name."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.services.verbs.bridging import BRIDGE
from tutor.services.verbs.checking import CHECK
from tutor.services.verbs.deriving import DERIVE
from tutor.services.verbs.evaluating import EVALUATE
from tutor.services.verbs.exercising import EXERCISE
from tutor.services.verbs.grading import GRADE
from tutor.services.verbs.listing import LIST
from tutor.services.verbs.rewriting import REWRITE
from tutor.services.verbs.solving import SOLVE
from tutor.services.verbs.verb import Verb

VERBS: Mapping[str, Verb] = {
    "derive": DERIVE,
    "evaluate": EVALUATE,
    "rewrite": REWRITE,
    "solve": SOLVE,
    "bridge": BRIDGE,
    "check": CHECK,
    "grade": GRADE,
    "exercise": EXERCISE,
    "list": LIST,
}
