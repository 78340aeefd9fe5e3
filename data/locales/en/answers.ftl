### How parts of an answer are put together, on cards and as text.

labelled = { $heading }: { $content }
list-comma = {", "}
list-dot = {" · "}
heading-here = Here
button-step = Step by step
button-derivation = Derivation
page-of = { $title } – { $place }

## What a program's request lacks

field-blank = The line is empty.
field-not-json = The line is not JSON.
field-not-an-object = The line is not a JSON object.
field-unknown-verb = I know nothing to do by that name. I know: { $allowed }.
field-missing-field = The field “{ $field }” is missing.
field-wrong-type = The field “{ $field }” is not of the right kind: { $allowed }.
field-unknown-value = The field “{ $field }” can be one of: { $allowed }.
field-out-of-range = The field “{ $field }” is out of range: { $allowed }.
field-not-both = Give either “{ $field }” or “{ $allowed }”, not both.
field-unknown-skill = There is no skill of that name. There are: { $allowed }.
field-unknown-level = There is no such level: { $allowed }.
field-unknown-kind = There is no such kind of exercise here. There are: { $allowed }.

## The terminal

cli-run = Start the bot on Discord.
cli-derive = Print every step of a derivation, each with its law.
cli-evaluate = Print the value of an expression with its steps: exactly, and as a decimal.
cli-rewrite = Print an expression expanded, condensed, simplified or with another base, with the steps.
cli-grade = Print what an answer is worth, and which mistake leads to it.
cli-exercise = Print an exercise, always the same for the same seed.
cli-expression = An expression, such as log_2(8).
cli-at = What letters stand for, such as “x = 2”; may be given several times.
cli-digits = How many digits the decimal has, from 1 to 100.
cli-to = What to do with it: { $allowed }.
cli-base = The new base.
cli-answer = The answer to be graded.
cli-expected = What the answer should be equal to.
cli-question-differentiate = The question: differentiate this.
cli-question-evaluate = The question: evaluate this.
cli-question-rewrite = The question: rewrite this, as --to says.
cli-question-solve = The question: solve this.
cli-form = The form that is asked for: single_log, expanded, exact, simplified or “base 2”.
cli-skill = The skill to train; “napier list skills” names them.
cli-level = How hard, from 1 to 5.
cli-seed = Any whole number.
cli-kind = The kind of exercise; left out, the skill’s own.
cli-solution = Print the solution too.
cli-list = List what Napier knows.
cli-batch = Answer one JSON request a line on standard input with one JSON answer a line.
cli-what = A formula by its number or name, such as 3.1 or “change of base”.
cli-of = What to list: { $allowed }.
cli-variable = The letter to differentiate by.
cli-json = Print one JSON object.
cli-lang = The language, en or ja.
cli-ready = Napier is ready: open { $address }
cli-ready-on-discord = Napier is on Discord. Press Ctrl-C to stop it.
error-playground-ended = The playground ended by itself; the lines above say why.
