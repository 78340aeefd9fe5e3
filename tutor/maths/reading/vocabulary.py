"""Every sign, name and LaTeX command that the scanner knows."""

from __future__ import annotations

SIGNS = {
    "+": ("PLUS", "+"),
    "-": ("MINUS", "-"),
    "*": ("TIMES", "*"),
    "/": ("DIVIDE", "/"),
    "^": ("POW", "^"),
    "**": ("POW", "^"),
    "_": ("SUB", "_"),
    "(": ("LPAR", "("),
    "[": ("LPAR", "["),
    ")": ("RPAR", ")"),
    "]": ("RPAR", "]"),
    "{": ("LBRACE", "{"),
    "}": ("RBRACE", "}"),
    ",": ("COMMA", ","),
    "|": ("BAR", "|"),
    "'": ("PRIME", "'"),
    "->": ("ARROW", "->"),
    "→": ("ARROW", "->"),
    "√": ("SQRT", "√"),
    "∛": ("CBRT", "∛"),
    "∑": ("SUM", "∑"),
    "Σ": ("SUM", "Σ"),
    "π": ("CONST", "pi"),
    "∞": ("CONST", "oo"),
    "㏑": ("LN", "e"),
    "㏒": ("LOG", ""),
    "½": ("VULGAR", "1/2"),
    "⅓": ("VULGAR", "1/3"),
    "⅔": ("VULGAR", "2/3"),
    "¼": ("VULGAR", "1/4"),
    "¾": ("VULGAR", "3/4"),
    "⅕": ("VULGAR", "1/5"),
    "⅙": ("VULGAR", "1/6"),
    "⅛": ("VULGAR", "1/8"),
}
RELATIONS = {
    "=": "=",
    "==": "=",
    ":=": "=",
    "<": "<",
    ">": ">",
    "<=": "<=",
    "=<": "<=",
    "≤": "<=",
    ">=": ">=",
    "≥": ">=",
    "!=": "!=",
    "<>": "!=",
    "/=": "!=",
    "≠": "!=",
}
FUNCTIONS = {
    "ln": ("LN", "e"),
    "lg": ("LN", "10"),
    "log": ("LOG", ""),
    "exp": ("EXP", ""),
    "sqrt": ("SQRT", ""),
    "lim": ("LIM", ""),
}
"""Names that letters may touch: ``lnx`` is ln(x), ``xlnx`` is x·ln(x)."""
WHOLE_NAMES = {
    "lb": ("LN", "2"),
    "loge": ("LN", "e"),
    "cbrt": ("CBRT", ""),
    "root": ("ROOT", ""),
    "abs": ("ABS", ""),
    "sum": ("SUM", ""),
    "oo": ("CONST", "oo"),
    "inf": ("CONST", "oo"),
    "infty": ("CONST", "oo"),
    "infinity": ("CONST", "oo"),
}
"""Names that are known only where no further letter touches them."""
PI = ("CONST", "pi")
NAMES = {**FUNCTIONS, **WHOLE_NAMES, "pi": PI}
KNOWN_ELSEWHERE = frozenset(
    ("max", "min", "mod", "gcd", "lcm", "det", "arg", "erf", "sgn", "sign", "ceil", "and", "not", "the", "for", "mean")
)
"""Short words that people mean as words, not as a product of letters."""

LATEX_SIGNS = {
    "cdot": "*",
    "times": "*",
    "ast": "*",
    "div": "/",
    "to": "→",
    "rightarrow": "→",
    "longrightarrow": "→",
    "le": "≤",
    "leq": "≤",
    "leqq": "≤",
    "leqslant": "≤",
    "ge": "≥",
    "geq": "≥",
    "geqq": "≥",
    "geqslant": "≥",
    "lt": "<",
    "gt": ">",
    "ne": "≠",
    "neq": "≠",
    "vert": "|",
    "mid": "|",
    "|": "|",
    "lbrack": "[",
    "rbrack": "]",
    "lbrace": "(",
    "rbrace": ")",
    "{": "(",
    "}": ")",
    "prime": "'",
}
LATEX_FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac"))
_SIZES = ("left", "right", "middle", *(big + side for big in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r")))
_SPACES = (*",;:!()[] ", "\\", "quad", "qquad")
_STYLES = ("displaystyle", "textstyle", "limits", "nolimits", "mathrm", "mathit", "mathbf", "rm")
LATEX_IGNORED = frozenset((*_SIZES, *_SPACES, *_STYLES))
