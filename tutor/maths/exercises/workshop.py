"""Where exercises are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from random import Random

from tutor.maths.checker import Laws
from tutor.maths.derivations import Derivation, Step
from tutor.maths.exercises.distractors import (
    Wrong,
    by_misconception,
    by_slip,
    certainly_different,
    chosen,
    wrong_results,
)
from tutor.maths.exercises.engines import Engines, X
from tutor.maths.exercises.equations import Poser, expression_of
from tutor.maths.exercises.exercise import Choice, Exercise, Kind, LawName, LineNumber
from tutor.maths.exercises.slots import Slots
from tutor.maths.exercises.templates import LEVELS, Skill
from tutor.maths.expressions import Derivative, Expression, Log, walk
from tutor.maths.misconceptions import Misconception
from tutor.maths.rules.completing import NoStepError, complete

TRIES = 60
"""Tasks drawn for one exercise before it is given up; a draw fails where two choices would be the same."""
ANOTHER_LAW = "another-law"
SOUND_LINE = "sound-line"


class NoExerciseError(Exception):
    """There is no such exercise; ``what`` is "skill", "level" or "kind"."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Workshop:
    """Makes exercises from skills; a pure function of skill, level, kind and seed."""

    def __init__(self, laws: Laws, skills: Mapping[str, Skill], misconceptions: Sequence[Misconception]) -> None:
        self._laws = laws
        self._skills = skills
        self._misconceptions = misconceptions
        self._engines = Engines(laws)
        self._poser = Poser(laws, misconceptions, X)

    def exercise(self, skill: str, level: int, seed: int, kind: Kind | None = None) -> Exercise:
        """One exercise.

        Args:
            skill: id of a skill.
            level: 1 to 5.
            seed: any whole number; the same one gives the same exercise.
            kind: one of the skill's kinds; the skill's own where it is left out.

        Raises:
            NoExerciseError: for a skill, level or kind that does not exist.
        """
        chosen_skill = self._skills.get(skill)
        if chosen_skill is None:
            raise NoExerciseError("skill")
        if level not in LEVELS:
            raise NoExerciseError("level")
        wanted = kind or chosen_skill.kinds[0]
        if wanted not in chosen_skill.kinds:
            raise NoExerciseError("kind")
        random = Random(f"{skill} {level} {wanted} {seed}")  # noqa: S311 - exercises, not secrets
        make = self._maker(wanted)
        for _ in range(TRIES):
            made = make(chosen_skill, level, seed, random)
            if made is not None:
                return made
        raise NoExerciseError("kind")

    def _maker(self, kind: Kind) -> Callable[[Skill, int, int, Random], Exercise | None]:
        match kind:
            case "solve":
                return self._to_solve
            case "name_rule":
                return self._rule_to_name
            case "fill_line":
                return self._line_to_fill
            case "find_wrong":
                return self._wrong_line_to_find
            case _:
                return self._task

    def _task(self, skill: Skill, level: int, seed: int, random: Random) -> Exercise | None:
        """Apply, evaluate or differentiate: the key is the engine's answer."""
        question = expression_of(Slots(random).fill(random.choice(skill.levels[level - 1])))
        derivation = self._engines.work(skill.task, skill.id, question)
        if derivation is None or not derivation.steps:
            return None
        key = self._engines.finish(skill.task, derivation.result) if skill.task == "apply" else derivation.result
        wrong = chosen(key, chain(self._wrong(skill, derivation), by_slip(key)), 3)
        if len(wrong) < 3:
            return None
        shown = derivation.start.body if isinstance(derivation.start, Derivative) else derivation.start
        choices, names = _shuffled([(key, None), *wrong], random)
        return Exercise(
            skill=skill.id,
            kind=skill.kinds[0],
            level=level,
            seed=seed,
            task=skill.task,
            question=shown,
            lines=(),
            key=key,
            choices=choices,
            misconceptions=names,
            derivation=derivation,
            variable=X if skill.task == "differentiate" else None,
            law=skill.id if skill.task == "apply" else None,
        )

    def _wrong(self, skill: Skill, derivation: Derivation) -> Iterator[Wrong]:
        lines = derivation.lines[:-1]
        return by_misconception(lines[:4], lambda line: self._engines.finish(skill.task, line), self._misconceptions)

    def _to_solve(self, skill: Skill, level: int, seed: int, random: Random) -> Exercise | None:
        """An equation that the solver solves completely."""
        template = random.choice(skill.equations[level - 1])
        posed = self._poser.pose(template, Slots(random), self._engines.exact)
        if posed is None:
            return None
        choices, names = _shuffled([(posed.key, None), *posed.wrong], random)
        return Exercise(
            skill=skill.id,
            kind="solve",
            level=level,
            seed=seed,
            task="solve",
            question=posed.equation,
            lines=(),
            key=posed.key,
            choices=choices,
            misconceptions=names,
            variable=X,
        )

    def _several_lines(self, skill: Skill, level: int, random: Random, least: int) -> Derivation | None:
        texts = skill.lines if skill.lines and level <= 3 else (*skill.lines, *skill.levels[level - 1])
        question = expression_of(Slots(random).fill(random.choice(texts or skill.levels[level - 1])))
        if skill.task == "apply":
            derivation = self._engines.applied_and_worked_out(skill.id, question)
        else:
            task = "evaluate" if skill.task == "change" else skill.task
            derivation = self._engines.work(task, skill.id, question)
        return derivation if derivation is not None and len(derivation.steps) >= least else None

    def _rule_to_name(self, skill: Skill, level: int, seed: int, random: Random) -> Exercise | None:
        """Two lines, and four laws of which one leads from the first to the second."""
        derivation = self._several_lines(skill, level, random, 1)
        if derivation is None:
            return None
        nameable = self._nameable()
        steps = [step for step in derivation.steps if step.rule in nameable]
        if not steps:
            return None
        own = [step for step in steps if step.rule == skill.id]
        step = random.choice(own or steps)
        others = [name for name in nameable if name != step.rule and not self._allows(name, step)]
        random.shuffle(others)
        others.sort(key=lambda name: self._subject(name) != self._subject(step.rule))
        wrong: list[tuple[Choice, str | None]] = [(LawName(name), ANOTHER_LAW) for name in others[:3]]
        if len(wrong) < 3:
            return None
        key = LawName(step.rule)
        choices, names = _shuffled([(key, None), *wrong], random)
        return Exercise(
            skill=skill.id,
            kind="name_rule",
            level=level,
            seed=seed,
            task=skill.task,
            question=step.before,
            lines=(step.before, step.after),
            key=key,
            choices=choices,
            misconceptions=names,
            derivation=derivation,
        )

    def _nameable(self) -> list[str]:
        """Laws that one should know by name: the lessons' formulas, the skills, the rules of differentiation."""
        return [
            law.id
            for law in self._laws.values()
            if law.number is not None or law.id in self._skills or isinstance(law.left, Derivative)
        ]

    def _subject(self, name: str) -> str:
        law = self._laws[name]
        nodes = [] if law.left is None else [node for _, node in walk(law.left)]
        if any(isinstance(node, Derivative) for node in nodes):
            return "derivatives"
        return "logarithms" if any(isinstance(node, Log) for node in nodes) else "powers"

    def _allows(self, name: str, step: Step) -> bool:
        rule = self._laws.get(name)
        if rule is None:
            return False
        for backwards in (False, True):
            try:
                complete(step.before, rule, step.after, backwards=backwards)
            except NoStepError:
                continue
            return True
        return False

    def _line_to_fill(self, skill: Skill, level: int, seed: int, random: Random) -> Exercise | None:
        """Lines with one left out; the other choices are false lines that a misconception leads to."""
        derivation = self._several_lines(skill, level, random, 2)
        if derivation is None:
            return None
        lines = derivation.lines
        missing = self._missing(skill, derivation, random)
        if missing is None:
            return None
        key = lines[missing]
        mistaken = list(wrong_results(lines[missing - 1], self._misconceptions))
        wrong = chosen(key, chain(mistaken, by_slip(key)), 3)
        if len(wrong) < 3 or not any(name == other for _, name in wrong for _, other in mistaken):
            return None
        first, last = max(0, missing - 2), min(len(lines), missing + 3)
        choices, names = _shuffled([(key, None), *wrong], random)
        return Exercise(
            skill=skill.id,
            kind="fill_line",
            level=level,
            seed=seed,
            task=skill.task,
            question=lines[first],
            lines=tuple(None if place == missing else lines[place] for place in range(first, last)),
            key=key,
            choices=choices,
            misconceptions=names,
            derivation=derivation,
        )

    def _missing(self, skill: Skill, derivation: Derivation, random: Random) -> int | None:
        """Which line to leave out: one that a law leads to, not one that is only worked out; the skill's law first."""
        nameable = set(self._nameable())
        reached = {number: step.rule for number, step in enumerate(derivation.steps[:-1], 1)}
        by_law = [number for number, rule in reached.items() if rule in nameable]
        own = [number for number in by_law if reached[number] == skill.id]
        if not by_law:
            return None
        return random.choice(own or by_law)

    def _wrong_line_to_find(self, skill: Skill, level: int, seed: int, random: Random) -> Exercise | None:
        """A working of four lines or five with one false line; those after it follow from it."""
        derivation = self._several_lines(skill, level, random, 2)
        if derivation is None:
            return None
        lines = derivation.lines
        before = random.randrange(0, min(3, len(lines) - 1))
        made = list(wrong_results(lines[before], self._misconceptions))
        random.shuffle(made)
        for wrong, name in (*made, *by_slip(lines[before + 1])):
            if not certainly_different(wrong, lines[before]):
                continue
            task = "evaluate" if skill.task in {"change", "evaluate"} else "tidy"
            shown = (*lines[: before + 1], *self._engines.continued(task, wrong))
            if len(shown) >= 4:
                return self._found(skill, level, seed, shown[:5], before + 2, name)
        return None

    @staticmethod
    def _found(
        skill: Skill, level: int, seed: int, shown: tuple[Expression, ...], at: int, name: str
    ) -> Exercise | None:
        if at > len(shown):
            return None
        numbers = [number for number in range(2, len(shown) + 1) if number != at][:3]
        if len(numbers) < 3:
            numbers = [*numbers, 0]
        choices: list[Choice] = [LineNumber(number) for number in sorted((*numbers, at), key=lambda n: (n == 0, n))]
        return Exercise(
            skill=skill.id,
            kind="find_wrong",
            level=level,
            seed=seed,
            task=skill.task,
            question=shown[0],
            lines=shown,
            key=LineNumber(at),
            choices=tuple(choices),
            misconceptions=tuple(None if choice == LineNumber(at) else SOUND_LINE for choice in choices),
            behind=name,
        )


def _shuffled(
    offered: Sequence[tuple[Choice, str | None]], random: Random
) -> tuple[tuple[Choice, ...], tuple[str | None, ...]]:
    mixed = list(offered)
    random.shuffle(mixed)
    return tuple(choice for choice, _ in mixed), tuple(name for _, name in mixed)
