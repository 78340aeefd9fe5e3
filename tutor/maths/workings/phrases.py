"""The words around the mathematics of a line: "hence", "since x > 0,", "(x > 0)", a full stop."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAD = re.compile(
    r"(?:∴|∵|(?:and\s+)?(?:so|thus|hence|therefore|then|i\.e\.)(?=[\s,:])|we (?:get|have|find)(?=\s)|"
    r"(?:let|put|set|with|where|substitute)(?=\s)|ここで|ただし(?=[^<>≤≥≦≧]*$)|"
    r"よって|ゆえに|故に|したがって|従って|すなわち|つまり|これより|以上より|だから)[\s,、，:：]*",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:[^=＝;]{1,40}?|[^=＝;]{0,30}[<>≤≥≦≧＜＞][^=＝;]{1,30}?)(?:より|だから|なので|であるから|から|ので)[\s,、，]*"
    r"|(?:since|because|as|by|from|using)\s[^,，]{1,60}[,，]\s*",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?:[\s。．｡.,，、]|と?(?:おく|おくと|すると|置く|置くと|なる|なります))+$")
_WHERE = re.compile(
    r"(?P<line>.*?\S)\s*(?:"
    r"[(（\[]\s*(?:∵|ただし|但し|if|for|where|when|with|provided)?\s*(?P<inside>[^()（）]*[<>≤≥≦≧＜＞≠][^()（）]*)[)）\]]"
    r"|[,，、]?\s*(?:ただし|但し|\bif\b|\bfor\b|\bwhere\b|\bwhen\b|\bprovided\b)\s*(?P<after>.*[<>≤≥≦≧＜＞≠].*)"
    r"|[,，、]\s*(?P<beside>[^,，、=＝]*[<>≤≥≦≧＜＞≠][^,，、=＝]*))",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[,，、]|\band\b|かつ")
_ABOUT = re.compile(r"≈|≒|≃|\\approx\b|~=")
_PRIME = re.compile(r"(?<![A-Za-z])([A-Za-z])['’′](?!\s*[(（'’′])")


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without the words around it.

    Attributes:
        text: what is left.
        at: where that begins in the text.
    """

    text: str
    at: int = 0


def without_lead(text: str) -> Stripped:
    """The line without "hence" and its like in front, and without a full stop behind."""
    rest, at = text, 0
    while (lead := _LEAD.match(rest)) is not None and lead.end() < len(rest):
        rest, at = rest[lead.end() :], at + lead.end()
    return Stripped(_STOP.sub("", rest) or rest, at)


def without_reason(text: str) -> Stripped | None:
    """The line without a reason in front, 真数条件より or "since x > 0,"; None where there is none."""
    reason = _REASON.match(text)
    return None if reason is None or reason.end() >= len(text) else Stripped(text[reason.end() :], reason.end())


def condition_behind(text: str) -> tuple[str, list[str]] | None:
    """The line, and the conditions under which the person says that it holds; None where none are said."""
    found = _WHERE.fullmatch(text)
    if found is None:
        return None
    said = found["inside"] or found["after"] or found["beside"]
    return found["line"], [part.strip() for part in _COMMA.split(said)]


def as_equation(text: str) -> str | None:
    """A line about a rounded value with an equals sign instead: x ≈ 0.805; None where there is no such sign."""
    changed = _ABOUT.sub("=", text, count=1)
    return None if changed == text else changed.strip().removeprefix("=").strip()


def rounded_behind(text: str) -> tuple[str, Stripped] | None:
    """A line and the rounded value behind it: x = (ln 5)/2 ≈ 0.8; None where there is none."""
    found = _ABOUT.search(text)
    if found is None or not text[: found.start()].strip() or "=" not in text[: found.start()].replace("＝", "="):
        return None
    behind = text[found.end() :]
    lead = len(behind) - len(behind.lstrip())
    return text[: found.start()].strip(), Stripped(behind.strip(), found.end() + lead)


def with_leibniz(text: str, variable: str) -> str | None:
    """The text with y' written as dy/dx; None where there is no such letter."""
    changed = _PRIME.sub(lambda found: f"(d{found[1]}/d{variable})", text)
    return None if changed == text else changed


_AFTER_SLASH = re.compile(r"(?P<before>/\s*(?:\d+|[A-Za-z]))[ 　]+(?=[A-Za-z\\(|√])")
_AFTER_ARGUMENT = re.compile(r"(?P<log>\b(?:ln|lg|lb|log(?:_?(?:\d+|[a-z]))?)\s+[A-Za-z])\s+(?=[(|])")


def read_apart(text: str) -> str | None:
    """The line as its spaces may be meant: 1/2 ln x as (1/2) ln x, ln x (x - 1) as (ln x)(x - 1); None without any."""
    changed = _AFTER_SLASH.sub(r"\g<before> * ", text)
    changed = _AFTER_ARGUMENT.sub(r"(\g<log>) * ", changed)
    return None if changed == text else changed
