### What could not be read, and how something was read.
### $found is the piece of text in question; $shown says whether there is one.

## Mistakes

misreading-empty = There is nothing to read yet. Type an expression such as log_2(8).
misreading-too-long = That is longer than I read: at most { $most } characters, please.
misreading-too-deep = That is nested too deeply for me. Try it in smaller parts.
misreading-too-many-digits = The number { $found } has too many digits: at most { $most }, please.
misreading-unknown-character = I do not know the character “{ $found }”.
misreading-unknown-name = I do not know the name “{ $found }”.
misreading-unexpected = { $shown ->
    [yes] I did not expect “{ $found }” here.
   *[no] Something is missing at the end.
}
misreading-unclosed = “{ $found }” is opened but never closed.
misreading-unopened = “{ $found }” closes something that was never opened.
misreading-missing-argument = { $shown ->
    [yes] “{ $found }” needs something to work on.
   *[no] A function here needs something to work on.
}
misreading-missing-operand = { $shown ->
    [yes] Something is missing after “{ $found }”.
   *[no] Something is missing here.
}
misreading-two-relations = One line can hold only one sign such as = or <, and “{ $found }” is the second.
misreading-decimal-comma = A decimal is written with a point, not a comma.
misreading-thousands-comma = “{ $found }” separates thousands; numbers are written here without commas.
misreading-scientific = “{ $found }” looks like scientific notation, which I do not read. Write a power of 10 instead.
misreading-bad-base = Only log can have a base written below it.
misreading-bad-index = { $shown ->
    [yes] “{ $found }” cannot be an index. Use letters or digits, as in x_1 or t_ik.
   *[no] The index here does not read. Use letters or digits, as in x_1 or t_ik.
}
misreading-which-variable = I cannot tell which letter to differentiate by. Write d/dx in front instead.

suggestion = Did you mean { $text } ?

## Notes on a reading

note-bare-log = { $base ->
    [e] I read log without a base as the natural logarithm (base e).
   *[other] I read log without a base as the logarithm to base { $base }.
}
note-lg = I read lg as the logarithm to base { $base }.
note-lb = I read lb as the logarithm to base { $base }.
note-implicit-denominator = Factors side by side bind tighter than /, so 1/2x means 1/(2x).
note-function-argument = A function without brackets takes the factors right behind it and stops at /, *, + and -.
note-written-base = I read the number { $base } that touches log as its base.
note-power-one-factor = A power takes one factor: e^2x means (e^2)·x. Write e^(2x) for the other.
note-root-one-factor = A root without brackets takes one factor: √2x means (√2)·x.
note-sum-from-one = I start the sum at 1, as no start is given.
note-sum-to-usual-end = I add up from 1 to { $base }, as no ends are given.
