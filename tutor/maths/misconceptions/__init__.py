"""Wrong rules that learners follow, and finding the one that leads to an answer."""

from tutor.maths.misconceptions.diagnosis import diagnose
from tutor.maths.misconceptions.misconception import Misconception, misconception_from

__all__ = ["Misconception", "diagnose", "misconception_from"]
