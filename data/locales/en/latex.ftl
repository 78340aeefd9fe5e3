### LaTeX that people type: the command, its buttons, and what is wrong with a source.

command-latex = latex
    .description = A formula in LaTeX as a picture; without a source, a form opens
option-latex-source = source
    .description = LaTeX, with or without dollar signs, such as \frac{"{1}{x}"}
option-latex-private = private
    .description = Show the answer to you only
menu-render-latex = Render LaTeX
button-source = Show source
latex-guess = Did you mean { $guess }?

error-latex-empty = There is no formula in it.
error-latex-too-long = That formula is too long to draw: at most 2,000 characters.
error-latex-too-deep = That formula is nested too deeply to draw.
error-latex-too-much = That formula has too many parts to draw.
error-latex-unknown-command = I do not know the command { $found }.
error-latex-forbidden = I do not follow { $found }: I draw formulas, and neither define commands nor open files.
error-latex-unknown-environment = I do not know the environment “{ $found }”.
error-latex-unknown-character = I have no letters for { $found }.
error-latex-unknown-length = I do not understand “{ $found }” here.
error-latex-unknown-colour = I do not know the colour “{ $found }”.
error-latex-unclosed = What begins here is never closed.
error-latex-unopened = { $found } closes nothing that was opened.
error-latex-missing-argument = Something is missing after { $found }.
error-latex-misplaced = { $found } cannot stand here.
error-latex-double-script = There are two { $found } at the same place; put braces around one of them.
error-latex-no-delimiter = After { $found } a bracket must follow; write a dot for none.
error-latex-too-wide = That formula is too wide for a picture. Break it into lines with \\ .
error-latex-not-drawn = That formula could not be drawn in time. Try something shorter.
error-latex-nothing-found = There is no LaTeX in that message: I look for formulas between dollar signs, \( \) or \[ \].

form-latex = A formula in LaTeX
form-latex-label = LaTeX
form-latex-hint = With or without dollar signs; several lines too
