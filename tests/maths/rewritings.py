"""Random rewritings of expressions: some laws used one after another, each where its conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

from tutor.maths.bridging.moves import opened
from tutor.maths.checker import Laws, facts_at
from tutor.maths.entailment import Facts, entails
from tutor.maths.expressions import Expression, Number, Symbol, walk
from tutor.maths.making.having_values import having_values
from tutor.maths.ordering import same
from tutor.maths.rules.applying import uses

LARGEST = 45
NOT_USED = frozenset(("expand-by", "as-assumed", "multiply-out", "even-power", "derivative-definition"))
"""What a person would not write next, or what does too much at once."""


def rewritten(line: Expression, rules: int, laws: Laws, random: Random) -> tuple[Expression, tuple[str, ...]]:
    """The line after at most so many rules, and which they were."""
    facts = Facts(having_values(line))
    used: list[str] = []
    for _ in range(rules):
        found = list(_uses(line, facts, laws))
        if not found:
            break
        law = random.choice(sorted({name for name, _ in found}))
        line = random.choice([new for name, new in found if name == law])
        used.append(law)
    return line, tuple(used)


def _uses(line: Expression, facts: Facts, laws: Laws) -> Iterator[tuple[str, Expression]]:
    for path, node in walk(line):
        if isinstance(node, Symbol):
            continue
        around = facts_at(line, path, facts)
        for law in laws.values():
            if law.sign != "=" or law.fact is not None or law.id in NOT_USED:
                continue
            for backwards in (False,) if law.procedure else (False, True):
                if not law.procedure and isinstance(law.sides(backwards=backwards)[0], Symbol | Number):
                    continue
                for step in islice(uses(line, law, path, backwards=backwards), 3):
                    new = opened(step.after)
                    if same(new, line) or sum(1 for _ in walk(new)) > LARGEST:
                        continue
                    if all(entails(around, one) for one in step.conditions):
                        yield law.id, new
