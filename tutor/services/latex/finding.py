r"""The formulas in a message: ``$…$``, ``$$…$$``, ``\(…\)``, ``\[…\]``, environments, and code marked as LaTeX."""

from __future__ import annotations

import re

MOST_FOUND = 10
LONGEST_MESSAGE = 6_000
FOUND = re.compile(
    r"```(?:latex|tex|math)\s*\n(?P<code>.+?)```"
    r"|(?P<other>```.*?```|`[^`\n]+`)"
    r"|\$\$(?P<display>(?:[^$\\]|\\.)+?)\$\$"
    r"|\\\[(?P<square>.+?)\\\]"
    r"|\\\((?P<round>.+?)\\\)"
    r"|(?P<environment>\\begin\s*\{(?P<name>[a-z]+\*?)\}.+?\\end\s*\{(?P=name)\})"
    # As Pandoc has it: no blank inside the signs, and no digit behind them, or prices would be formulas.
    r"|(?<![\\$])\$(?![\s$])(?P<inline>(?:[^$\\\n`]|\\.)+?)(?<!\s)\$(?![\d$])",
    re.DOTALL,
)


def formulas_in(message: str) -> tuple[str, ...]:
    """The sources of the formulas in a message, at most `MOST_FOUND`.

    Args:
        message: what was written, with its markdown.
    """
    found: list[str] = []
    for match in FOUND.finditer(message[:LONGEST_MESSAGE]):
        groups = match.groupdict()
        source = next((groups[kind] for kind in KINDS if groups[kind] and groups[kind].strip()), None)
        if source is not None:
            found.append(source.strip())
    return tuple(found[:MOST_FOUND])


KINDS = ("code", "display", "square", "round", "environment", "inline")
