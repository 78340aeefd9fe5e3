r"""The characters that commands stand for, and the names of functions: ``\alpha`` is α, ``\le`` is ≤."""

from __future__ import annotations

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "varkappa": "ϰ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "digamma": "ϝ",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_LETTERS = {
    "infty": "∞", "partial": "∂", "nabla": "∇", "hbar": "ℏ", "hslash": "ℏ", "ell": "ℓ", "Re": "ℜ", "Im": "ℑ", "wp": "℘",
    "aleph": "ℵ", "beth": "ℶ", "imath": "ı", "jmath": "ȷ", "emptyset": "∅", "varnothing": "∅", "forall": "∀",
    "exists": "∃", "nexists": "∄", "neg": "¬", "lnot": "¬", "top": "⊤", "bot": "⊥", "angle": "∠", "measuredangle": "∡",
    "triangle": "△", "square": "□", "Box": "□", "blacksquare": "■", "diamond": "⋄", "Diamond": "◇", "degree": "°",
    "prime": "′", "backslash": "\\", "dagger": "†", "ddagger": "‡", "checkmark": "✓", "star": "⋆", "bigstar": "★",
    "clubsuit": "♣", "diamondsuit": "♢", "heartsuit": "♡", "spadesuit": "♠", "flat": "♭", "natural": "♮", "sharp": "♯",
    "complement": "∁", "eth": "ð", "mho": "℧", "surd": "√", "pounds": "£", "yen": "¥", "copyright": "©",
    "S": "§", "P": "¶", "ldots": "…", "dots": "…", "dotsc": "…", "cdots": "⋯", "dotsb": "⋯", "dotsm": "⋯", "dotsi": "⋯",
    "vdots": "⋮", "ddots": "⋱", "colon": ":", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]",
    "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|", "vert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "lgroup": "⟮", "rgroup": "⟯", "ulcorner": "⌜",
    "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "Reals": "ℝ", "Complex": "ℂ",
    "urcorner": "⌝", "llcorner": "⌞", "lrcorner": "⌟", "qed": "∎", "smile": "⌣", "frown": "⌢",
}  # fmt: skip
_OPERATORS = {
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cdot": "⋅", "ast": "∗", "circ": "∘", "bullet": "∙", "cap": "∩",
    "cup": "∪", "uplus": "⊎", "sqcap": "⊓", "sqcup": "⊔", "vee": "∨", "lor": "∨", "wedge": "∧", "land": "∧",
    "setminus": "∖", "smallsetminus": "∖", "wr": "≀", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗", "oslash": "⊘",
    "odot": "⊙", "bigcirc": "◯", "amalg": "⨿", "ltimes": "⋉", "rtimes": "⋊", "bowtie": "⋈", "boxplus": "⊞",
    "boxtimes": "⊠", "boxminus": "⊟", "centerdot": "⋅", "lhd": "⊲", "rhd": "⊳", "triangleleft": "◁",
    "triangleright": "▷", "barwedge": "⊼", "veebar": "⊻", "doublebarwedge": "⩞", "divideontimes": "⋇",
}  # fmt: skip
_RELATIONS = {
    "le": "≤", "leq": "≤", "leqslant": "⩽", "leqq": "≦", "ge": "≥", "geq": "≥", "geqslant": "⩾", "geqq": "≧", "ne": "≠",
    "neq": "≠", "lt": "<", "gt": ">", "ll": "≪", "gg": "≫", "lll": "⋘", "ggg": "⋙", "approx": "≈", "approxeq": "≊",
    "sim": "∼", "simeq": "≃", "cong": "≅", "equiv": "≡", "propto": "∝", "varpropto": "∝", "asymp": "≍", "doteq": "≐",
    "triangleq": "≜", "coloneqq": "≔", "coloneq": "≔", "eqqcolon": "≕", "in": "∈", "notin": "∉", "ni": "∋",
    "owns": "∋", "subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇", "subsetneq": "⊊", "supsetneq": "⊋",
    "nsubseteq": "⊈", "nsupseteq": "⊉", "sqsubset": "⊏", "sqsubseteq": "⊑", "sqsupset": "⊐", "sqsupseteq": "⊒",
    "perp": "⟂", "parallel": "∥", "nparallel": "∦", "mid": "∣", "nmid": "∤", "prec": "≺", "preceq": "⪯", "succ": "≻",
    "succeq": "⪰", "vdash": "⊢", "dashv": "⊣", "models": "⊨", "vDash": "⊨", "Vdash": "⊩", "nless": "≮", "ngtr": "≯",
    "nleq": "≰", "ngeq": "≱", "lesssim": "≲", "gtrsim": "≳", "lessgtr": "≶", "gtrless": "≷", "therefore": "∴",
    "because": "∵", "between": "≬", "pitchfork": "⋔", "ncong": "≇", "nsim": "≁", "risingdotseq": "≓",
    "fallingdotseq": "≒", "backsim": "∽", "thicksim": "∼", "thickapprox": "≈",
}  # fmt: skip
_ARROWS = {
    "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftarrow": "⇐", "Leftrightarrow": "⇔", "mapsto": "↦", "longmapsto": "⟼", "longrightarrow": "⟶",
    "longleftarrow": "⟵", "longleftrightarrow": "⟷", "Longrightarrow": "⟹", "Longleftarrow": "⟸",
    "Longleftrightarrow": "⟺", "implies": "⟹", "impliedby": "⟸", "iff": "⟺", "uparrow": "↑", "downarrow": "↓",
    "updownarrow": "↕", "Uparrow": "⇑", "Downarrow": "⇓", "Updownarrow": "⇕", "nearrow": "↗", "searrow": "↘",
    "swarrow": "↙", "nwarrow": "↖", "hookrightarrow": "↪", "hookleftarrow": "↩", "rightharpoonup": "⇀",
    "rightharpoondown": "⇁", "leftharpoonup": "↼", "leftharpoondown": "↽", "rightleftharpoons": "⇌",
    "leftrightharpoons": "⇋", "leadsto": "⇝", "rightsquigarrow": "⇝", "nrightarrow": "↛", "nleftarrow": "↚",
    "nRightarrow": "⇏", "nLeftarrow": "⇍", "nLeftrightarrow": "⇎", "twoheadrightarrow": "↠", "rightarrowtail": "↣",
    "curvearrowright": "↷", "circlearrowright": "↻", "circlearrowleft": "↺", "upharpoonright": "↾", "restriction": "↾",
    "rightrightarrows": "⇉", "leftleftarrows": "⇇", "rightleftarrows": "⇄", "leftrightarrows": "⇆", "multimap": "⊸",
}  # fmt: skip
_BIG = {
    "sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮", "oiint": "∯",
    "bigcup": "⋃", "bigcap": "⋂", "bigvee": "⋁", "bigwedge": "⋀", "bigoplus": "⨁", "bigotimes": "⨂", "bigodot": "⨀",
    "biguplus": "⨄", "bigsqcup": "⨆",
}  # fmt: skip
_ESCAPED = {char: char for char in "%$#&_{}"} | {"|": "‖", "lq": "‘", "rq": "’"}

SYMBOLS: dict[str, str] = {**_GREEK, **_LETTERS, **_OPERATORS, **_RELATIONS, **_ARROWS, **_BIG, **_ESCAPED}
"""What a command stands for, by its name without the backslash."""
BIG = frozenset(_BIG.values())
"""Signs that are large in a displayed formula."""
INTEGRALS = frozenset("∫∬∭∮∯")
"""Those among them whose bounds stand beside them."""
FUNCTIONS = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh".split()  # noqa: SIM905
)
LIMITED = frozenset("det gcd inf lim liminf limsup max min Pr sup injlim projlim argmax argmin".split())  # noqa: SIM905
"""Functions whose bounds stand below them."""
SHOWN_AS = {"liminf": "lim inf", "limsup": "lim sup", "injlim": "inj lim", "projlim": "proj lim"}
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+−n", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+−", strict=True))
PLAIN = frozenset('+*/=<>()[]|,;:.!?@"')
"""Characters on a keyboard that stand for themselves, besides letters and digits."""
REPLACED = {"-": "−", "*": "∗", "`": "‘"}
"""Characters that look otherwise in mathematics than on a keyboard."""
KNOWN = frozenset(SYMBOLS.values()) | PLAIN | frozenset("ℝℕℤℚℂℙℍ′″‴ϵ°·−≔€")
"""Characters that the font of mathematics has and that may be typed as they are."""
