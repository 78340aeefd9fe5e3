"""What every worker begins with: imported once by the forkserver, and shared by its children's memory."""

from __future__ import annotations

from tutor.services import verbs
from tutor.services.library import library

__all__ = ["verbs"]

library()
