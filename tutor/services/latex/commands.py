r"""The commands that shape a formula: styles, accents, marks, spaces, sizes, environments."""

from __future__ import annotations

STYLES = {
    "mathrm": "upright", "mathup": "upright", "operatorname": "upright", "rm": "upright", "mathbf": "bold",
    "bf": "bold", "boldsymbol": "bold-italic", "bm": "bold-italic", "pmb": "bold-italic", "mathit": "italic",
    "it": "italic", "mathnormal": "italic", "mathbb": "bb", "Bbb": "bb", "mathcal": "cal", "cal": "cal",
    "mathscr": "scr", "mathfrak": "frak", "frak": "frak", "mathsf": "sans", "mathsfit": "sans", "sf": "sans",
    "mathtt": "mono", "tt": "mono",
}  # fmt: skip
SWITCHES = frozenset(("rm", "bf", "it", "cal", "sf", "tt"))
"""Styles that hold to the end of the group they stand in."""
TEXTS = {
    "text": "", "textrm": "", "textnormal": "", "textup": "", "mbox": "", "hbox": "", "fbox": "", "textbf": "bold",
    "textit": "italic", "emph": "italic", "texttt": "mono", "textsf": "sans",
}  # fmt: skip
LOGOS = {"TeX": "TeX", "LaTeX": "LaTeX", "KaTeX": "KaTeX"}
INFIX = {
    "over": ("", ""),
    "atop": ("", "binom"),
    "choose": ("()", "binom"),
    "brace": ("{}", "binom"),
    "brack": ("[]", "binom"),
}
"""Fractions that are written between what is above and what is below: what stands around them, and their kind."""
SIZES = {
    "displaystyle": "display", "textstyle": "inline", "scriptstyle": "script", "scriptscriptstyle": "script",
}  # fmt: skip
FRACTIONS = {"frac": "", "dfrac": "display", "cfrac": "display", "tfrac": "inline"}
BINOMIALS = {"binom": "", "dbinom": "display", "tbinom": "inline"}
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "widetilde": "\u0303", "vec": "\u20d7",
    "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db", "acute": "\u0301", "grave": "\u0300", "breve": "\u0306",
    "check": "\u030c", "mathring": "\u030a", "overrightarrow": "\u20d7", "overleftarrow": "\u20d6",
    "overleftrightarrow": "\u20e1",
}  # fmt: skip
MARKS = {
    "overline": "overline", "underline": "underline", "cancel": "cancel", "bcancel": "bcancel", "xcancel": "xcancel",
    "boxed": "boxed", "phantom": "phantom", "hphantom": "hphantom", "vphantom": "vphantom", "smash": "plain",
}  # fmt: skip
BRACES = {
    "overbrace": "overbrace", "underbrace": "underbrace", "overbracket": "overbracket", "underbracket": "underbracket",
}  # fmt: skip
CLASSES = {
    "mathop": "large", "mathrel": "relation", "mathbin": "binary", "mathord": "normal", "mathopen": "opening",
    "mathclose": "closing", "mathpunct": "punctuation",
}  # fmt: skip
ARROWS = {
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐",
    "xmapsto": "↦", "xlongequal": "=", "xrightleftharpoons": "⇌",
}  # fmt: skip
SPACES = {
    ",": 1 / 6, "thinspace": 1 / 6, ":": 2 / 9, ">": 2 / 9, "medspace": 2 / 9, ";": 5 / 18, "thickspace": 5 / 18,
    "!": -1 / 6, "negthinspace": -1 / 6, "quad": 1.0, "qquad": 2.0, "enspace": 0.5, "enskip": 0.5, " ": 1 / 3,
    "space": 1 / 3, "nobreakspace": 1 / 3, "/": 0.0,
}  # fmt: skip
"""In em, by the name without the backslash."""
BIGNESS = {"big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
SIZED = {name + side: height for name, height in BIGNESS.items() for side in ("", "l", "r", "m")}
"""Delimiters of a given height, in em."""
UNITS = {"em": 1.0, "ex": 0.43, "mu": 1 / 18, "pt": 0.1, "px": 0.075, "mm": 0.2845, "cm": 2.845, "in": 7.23}
"""Units of length, in em of a font of ten points."""
LEAST_SPACE, MOST_SPACE = -2.0, 8.0
SILENT = frozenset(
    (
        *(
            "mathstrut",
            "strut",
            "nonumber",
            "notag",
            "left.",
            "relax",
            "allowbreak",
            "nobreak",
            "noindent",
            "centering",
        ),
        *("tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge"),
    )
)
"""Commands that leave no mark on paper, or only ask for another size of the whole."""
FORBIDDEN = frozenset(
    (
        *("def", "gdef", "edef", "xdef", "let", "newcommand", "renewcommand", "providecommand", "DeclareMathOperator"),
        *("newenvironment", "csname", "expandafter", "catcode", "loop", "usepackage", "documentclass", "special"),
        *("input", "include", "includegraphics", "openin", "openout", "read", "write", "immediate", "href", "url"),
    )
)
"""Commands that define others, read files or run something: they are told apart from those that are misspelt."""
COLOURS = {
    "red": "bad", "blue": "accent", "green": "good", "orange": "changed", "yellow": "changed", "gray": "quiet",
    "grey": "quiet", "black": "text", "white": "text", "cyan": "accent", "purple": "accent", "brown": "changed",
    "teal": "good", "magenta": "bad", "violet": "accent",
}  # fmt: skip
"""Colours by name, as those of the look, so that they can be read in both themes."""
DELIMITERS = {
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "/": "/", ".": "", "<": "⟨", ">": "⟩", "\\{": "{", "\\}": "}",
    "\\|": "‖", "\\lbrace": "{", "\\rbrace": "}", "\\lbrack": "[", "\\rbrack": "]", "\\langle": "⟨", "\\rangle": "⟩",
    "\\lvert": "|", "\\rvert": "|", "\\vert": "|", "\\lVert": "‖", "\\rVert": "‖", "\\Vert": "‖", "\\lfloor": "⌊",
    "\\rfloor": "⌋", "\\lceil": "⌈", "\\rceil": "⌉", "\\backslash": "\\", "\\uparrow": "↑", "\\downarrow": "↓",
    "\\updownarrow": "↕", "\\Uparrow": "⇑", "\\Downarrow": "⇓", "⟨": "⟨", "⟩": "⟩", "‖": "‖", "\\lgroup": "⟮",
    "\\rgroup": "⟯",
}  # fmt: skip
"""What may stand behind ``\\left``, ``\\right``, ``\\middle`` and ``\\big``."""
GRIDS = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"), "smallmatrix": ("", ""), "psmallmatrix": ("(", ")"), "bsmallmatrix": ("[", "]"),
    "array": ("", ""), "subarray": ("", ""), "tabular": ("", ""), "darray": ("", ""),
}  # fmt: skip
CASES = {"cases": "", "dcases": "display", "rcases": "reverse", "drcases": "reverse display"}
ALIGNED = frozenset(
    (
        "aligned",
        "align",
        "alignat",
        "alignedat",
        "split",
        "eqnarray",
        "flalign",
        "gather",
        "gathered",
        "multline",
        "multlined",
    )
)
WHOLE = frozenset(("equation", "displaymath", "math"))
COUNTED = frozenset(("alignat", "alignedat"))
"""Environments that take a number of columns first."""
