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

choice-view-all = All steps
choice-view-step = One step at a time

autocomplete-formula = { $number } { $name }
