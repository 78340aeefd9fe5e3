"""The skipped steps between two lines, found by searching from both."""

from tutor.maths.bridging.bridge import Bridge
from tutor.maths.bridging.bridger import Bridger

__all__ = ["Bridge", "Bridger"]
