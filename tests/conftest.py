"""How hypothesis draws its examples: the same ones for the same code, unless new ones are asked for.

A run that fails must fail again for whoever looks into it, so the tests draw the same examples each time.
`make test-explore` draws new ones; what it finds becomes a row of a table or an `@example`.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True)
settings.register_profile("exploring", derandomize=False, print_blob=True)
settings.load_profile("repeatable")
