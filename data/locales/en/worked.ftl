### Derivatives, values and rewritings of an expression.

title-derive = Derivative with respect to { $variable }
title-evaluate = Value
title-expand = Expanded
title-condense = Condensed
title-simplify = Simplified
title-base = Logarithms to base { $base }

nothing-to-derive = That is worked out already.
nothing-to-evaluate = That is as far as it goes exactly.
nothing-to-rewrite = It has that form already.

## Figures

heading-decimal = Decimal
heading-size = Size
decimal-rounded = ≈ { $decimal } ({ $digits ->
    [one] { $digits } digit
   *[other] { $digits } digits
})
decimal-exact = = { $decimal }
magnitude = { $digits } digits, the first of them { $leading }…
magnitude-alone = { $digits } digits
lacking-undefined = None that I can give: it is too large, or not a number that I can work out.
lacking-undecided = None that is certain: it is too near to 0, or to the middle between two decimals.

## How it was read

read-as = Read as
