### Slash commands as Discord lists them. Names: at most 32 characters, lower-case; descriptions: at most 100.

command-derive = derive
    .description = Every step of a derivation as a picture, each line naming the law that allows it
option-derive-what = what
    .description = A formula (3.1, change of base), an expression to differentiate, or A = B
option-derive-variable = variable
    .description = The letter to differentiate by; x unless you say otherwise
option-derive-view = view
    .description = All steps at once, or one step at a time
option-derive-private = private
    .description = Show the answer to you only

command-formula = formula
    .description = A formula’s card: what it says, when it holds, what it rests on, where it is used
option-formula-which = which
    .description = The formula’s number or name, such as 2.4 or log of a quotient
option-formula-private = private
    .description = Show the answer to you only

command-evaluate = evaluate
    .description = The value of an expression with the steps: exactly, and as a decimal
option-evaluate-expression = expression
    .description = What to evaluate, such as log_2(8) or 2^1000000
option-evaluate-at = at
    .description = What the letters stand for, such as x = 2, y = 1/3
option-evaluate-digits = digits
    .description = How many digits the decimal has, from 1 to 100
option-evaluate-private = private
    .description = Show the answer to you only

command-rewrite = rewrite
    .description = Expand, condense, simplify or change the base, with the steps and when they hold
option-rewrite-expression = expression
    .description = What to rewrite, such as ln(x^2 y)
option-rewrite-to = to
    .description = What to do with it
option-rewrite-base = base
    .description = The new base, for another base
option-rewrite-private = private
    .description = Show the answer to you only

choice-view-all = All steps
choice-view-step = One step at a time
choice-to-expand = Expand
choice-to-condense = Condense to one logarithm
choice-to-simplify = Simplify
choice-to-base = Another base

autocomplete-formula = { $number } { $name }
autocomplete-reading = { $typed } → { $read }
