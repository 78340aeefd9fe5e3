"""LaTeX and dvipng, as the TeX bots run them: what the benchmarks hold our pictures against."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

INSTALL = (
    "apt-get install --no-install-recommends "
    "texlive-latex-base texlive-latex-recommended texlive-fonts-recommended dvipng"
)
MISSING = f"pdflatex and dvipng are not installed, so they are left out. On Debian: {INSTALL}"
DOCUMENT = r"""\documentclass[12pt]{article}
\usepackage{amsmath,amssymb,mathtools,bm,xcolor}
\IfFileExists{cancel.sty}{\usepackage{cancel}}{}
\pagestyle{empty}
\begin{document}
%s
\end{document}
"""


def has_tex() -> bool:
    """Whether both programs are there."""
    return shutil.which("pdflatex") is not None and shutil.which("dvipng") is not None


def tex_png(body: str) -> bytes:
    """What stands in a document, cut out of its page.

    Raises:
        CalledProcessError: where LaTeX refuses it.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "x.tex").write_text(DOCUMENT.replace("%s", body), encoding="utf-8")
        options = ("-output-format=dvi", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error")
        subprocess.run(["pdflatex", *options, "x.tex"], cwd=folder, check=True, capture_output=True, timeout=20)
        drawing = ["dvipng", "-D", "144", "-T", "tight", "-o", "x.png", "x.dvi"]
        subprocess.run(drawing, cwd=folder, check=True, capture_output=True, timeout=20)
        return (Path(folder) / "x.png").read_bytes()
