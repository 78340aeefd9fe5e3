"""All laws together, each with its derivation, and what rests on what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from tutor.maths.checker import Fault, Laws, RefusedError, check
from tutor.maths.derivations import Derivation
from tutor.maths.expressions import Application, Derivative, Equation, Expression, Symbol, instance, rebuild
from tutor.maths.ordering import same
from tutor.maths.rules.notation import Entry, NotationError, derivation_from, expression_from, law_from
from tutor.maths.rules.procedures import unfold_definition
from tutor.maths.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Lawbook:
    """The laws.

    Attributes:
        laws: every law by id, in the order of the files: the familiar ones first.
        formulas: the lesson's formulas in the lesson's order.
    """

    laws: Laws
    formulas: tuple[Rule, ...]

    @property
    def losses(self) -> tuple[Rule, ...]:
        """The lessons' losses: what has a number of theirs and is none of the formulas."""
        return tuple(law for law in self.laws.values() if law.number is not None and law not in self.formulas)

    def rests_on(self, law: Rule) -> tuple[Rule, ...]:
        """The laws that a law is derived from, in the order in which they are first used."""
        return tuple(self.laws[name] for name in cited_by(law))

    def used_in(self, law: Rule) -> tuple[Rule, ...]:
        """The laws whose derivations cite a law."""
        return tuple(other for other in self.laws.values() if law.id in cited_by(other))


def cited_by(law: Rule) -> tuple[str, ...]:
    """Ids of the laws that a law's derivation cites, and of those that it rests on besides."""
    steps = law.derivation.steps if law.derivation is not None else ()
    return tuple(dict.fromkeys((*(step.rule for step in steps), *law.rests_on)))


def lawbook(laws: Iterable[Entry], formulas: Iterable[Entry]) -> Lawbook:
    """Read all laws and derive what is to be derived.

    Args:
        laws: the entries of the law files, in order.
        formulas: the entries of the formulas' file: ``number``, ``law`` and ``derivation``.

    Raises:
        NotationError: where an entry cannot be read, or derivations cite each other in a circle.
        RefusedError: where the checker refuses a derivation.
    """
    entries = list(laws)
    book: dict[str, Rule] = {}
    for entry in entries:
        law = law_from(entry)
        if law.id in book:
            raise NotationError(f"{law.id} stands twice")
        book[law.id] = law
    written = {str(entry["id"]): entry["derivation"] for entry in entries if "derivation" in entry}
    numbered: list[str] = []
    for formula in formulas:
        name = str(formula["law"])
        if name not in book:
            raise NotationError(f"{formula['number']}: there is no law {name}")
        numbered.append(name)
        book[name] = replace(book[name], number=str(formula["number"]))
        if "derivation" in formula:
            written[name] = formula["derivation"]
    for name in _in_order(book, written):
        book[name] = _derived(book[name], written.get(name), book)
    return Lawbook(book, tuple(book[name] for name in numbered))


def _in_order(book: Mapping[str, Rule], written: Mapping[str, Entry]) -> Iterator[str]:
    """Every law after those that it rests on."""
    rests = {
        name: {*law.rests_on, *(step["law"] for step in written.get(name, {}).get("steps", ()))}
        for name, law in book.items()
    }
    try:
        yield from TopologicalSorter(rests).static_order()
    except CycleError as error:
        raise NotationError(f"derived in a circle: {' -> '.join(error.args[1])}") from error


def _derived(law: Rule, entry: Entry | None, laws: Laws) -> Rule:
    if entry is None:
        if not law.ground and law.procedure is None and not law.rests_on:
            raise NotationError(f"{law.id} is neither ground nor derived")
        return law
    instances = {Symbol(name): expression_from(text) for name, text in entry.get("where", {}).items()}
    derived = replace(law, derivation=derivation_from(entry, law, laws), instances=tuple(instances.items()))
    faults = law_faults(derived, laws)
    if faults:
        raise RefusedError(faults)
    assert derived.derivation is not None  # noqa: S101 - just made
    return replace(derived, derivation=replace(derived.derivation, checked="proved"))


def law_faults(law: Rule, laws: Laws) -> tuple[Fault, ...]:
    """Why a law's derivation does not derive it; nothing where it does.

    Besides what `check` finds: the first line must be the law's left side and the last its right side, no condition
    may be gained, and nothing that it cites may rest on the law itself.
    """
    derivation = law.derivation
    if derivation is None:
        return ()
    verdict = check(derivation, laws)
    faults = list(verdict.faults)
    last = max(len(derivation.steps) - 1, 0)
    if not _derives(derivation, law):
        faults.append(Fault(last, "proves_something_else", law.id))
    if verdict.gained:
        faults.append(Fault(last, "conditions", law.id))
    for number, step in enumerate(derivation.steps):
        if law.id in _ancestry(step.rule, laws):
            faults.append(Fault(number, "circular", step.rule))
    return tuple(faults)


def _ancestry(name: str, laws: Laws) -> frozenset[str]:
    """A law and all that it rests on, down to the ground."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(cited_by(laws[one]) if one in laws else ())
    return frozenset(found)


def _derives(derivation: Derivation, law: Rule) -> bool:
    if law.left is None or law.right is None:
        return False
    left, right = (instance(side, dict(law.instances)) for side in (law.left, law.right))
    ends = ((derivation.start, left), (derivation.result, right))
    return all(same(_plain(shown, derivation.given), _plain(side, derivation.given)) for shown, side in ends)


def _plain(expression: Expression, given: tuple[Equation, ...]) -> Expression:
    """Definitions written out, and f'(x) as the derivative that it is."""

    def primes(node: Expression) -> Expression:
        if isinstance(node, Application) and node.order == 1 and isinstance(node.argument, Symbol):
            return Derivative(node.argument, Application(node.function, node.argument))
        return node

    unfolded = next((made.after for made in unfold_definition(expression, given, {})), expression)
    return rebuild(unfolded, primes)
