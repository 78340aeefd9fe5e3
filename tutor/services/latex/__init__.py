"""LaTeX that people type, as a tree of boxes to be drawn: no macro is ever run, and nothing unknown is left out.

`boxes.read_boxes` gives the tree, or a `LatexError` that says what is not understood and where.
"""
