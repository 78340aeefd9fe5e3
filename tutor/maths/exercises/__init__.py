"""Exercises: a task made from a seed, its key by the engines, its distractors by misconceptions."""

from tutor.maths.exercises.exercise import KINDS, Choice, Exercise, Kind, LawName, LineNumber, Solutions
from tutor.maths.exercises.workshop import NoExerciseError, Workshop

__all__ = ["KINDS", "Choice", "Exercise", "Kind", "LawName", "LineNumber", "NoExerciseError", "Solutions", "Workshop"]
