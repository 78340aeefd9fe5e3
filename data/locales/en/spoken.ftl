### Mathematics as a screen reader says it. What is more than a single letter or numeral is opened and closed by
### words, so that no two different expressions sound the same, even without the pauses. Commas are pauses: where
### several meet, or one ends the text, what is too much is taken out.

## Letters and constants

spoken-capital = capital { $letter }
spoken-subscripted = { $letter } sub { $subscripts }
spoken-constant-e = e
spoken-constant-pi = pi
spoken-constant-oo = infinity
spoken-letter-alpha = alpha
spoken-letter-beta = beta
spoken-letter-gamma = gamma
spoken-letter-delta = delta
spoken-letter-epsilon = epsilon
spoken-letter-zeta = zeta
spoken-letter-eta = eta
spoken-letter-theta = theta
spoken-letter-iota = iota
spoken-letter-kappa = kappa
spoken-letter-lambda = lambda
spoken-letter-mu = mu
spoken-letter-nu = nu
spoken-letter-xi = xi
spoken-letter-rho = rho
spoken-letter-sigma = sigma
spoken-letter-tau = tau
spoken-letter-phi = phi
spoken-letter-chi = chi
spoken-letter-psi = psi
spoken-letter-omega = omega

## Arithmetic

spoken-pause = { $words },
spoken-quantity = the quantity { $inside }, end of quantity,
spoken-plus = { $left } plus { $right }
spoken-minus = { $left } minus { $right }
spoken-negative = minus { $operand }
spoken-times = { $left } times { $right }
spoken-over = { $numerator } over { $denominator }
spoken-fraction-simple = the fraction { $numerator } over { $denominator }
spoken-fraction = the fraction { $numerator }, over { $denominator }, end of fraction,
spoken-squared = { $base } squared
spoken-cubed = { $base } cubed
spoken-power = { $base } to the power { $exponent }
spoken-power-fraction = { $base } to the power { $exponent }, end of exponent,
spoken-power-compound = { $base } to the power { $exponent }, end of exponent,
spoken-square-root = the square root of { $radicand }
spoken-square-root-compound = the square root of { $radicand }, end of root,
spoken-cube-root = the cube root of { $radicand }
spoken-cube-root-compound = the cube root of { $radicand }, end of root,
spoken-root = the root of index { $index } of { $radicand }
spoken-root-compound = the root of index { $index } of { $radicand }, end of root,
spoken-absolute = the absolute value of { $operand }
spoken-absolute-compound = the absolute value of { $operand }, end of absolute value,

## Functions

spoken-natural-log = natural log of { $argument }
spoken-log = log base { $base } of { $argument }
spoken-function = { $function } of { $argument }
spoken-function-prime = { $function } prime of { $argument }
spoken-function-double-prime = { $function } double prime of { $argument }
spoken-function-primes = { $function } with { $order } primes of { $argument }
spoken-kronecker = Kronecker delta of { $left } and { $right }

## Limits, derivatives, sums: without an end where nothing follows

spoken-limit = the limit as { $variable } goes to { $target } of { $body }
spoken-limit-closed = { spoken-limit }, end of limit,
spoken-limit-above = the limit as { $variable } goes to { $target } from above of { $body }
spoken-limit-above-closed = { spoken-limit-above }, end of limit,
spoken-limit-below = the limit as { $variable } goes to { $target } from below of { $body }
spoken-limit-below-closed = { spoken-limit-below }, end of limit,
spoken-derivative = the derivative with respect to { $variable } of { $body }
spoken-derivative-closed = { spoken-derivative }, end of derivative,
spoken-big-sum = the sum from { $index } equals { $lower } to { $upper } of { $body }
spoken-big-sum-closed = { spoken-big-sum }, end of sum,

## Relations and conditions

spoken-equal = { $left } equals { $right }
spoken-less = { $left } is less than { $right }
spoken-at-most = { $left } is less than or equal to { $right }
spoken-greater = { $left } is greater than { $right }
spoken-at-least = { $left } is greater than or equal to { $right }
spoken-unequal = { $left } is not equal to { $right }
spoken-whole = { $expression } is a whole number
spoken-among = { $index } is one of { $lower } to { $upper }
spoken-each = { $condition }, for every { $indices }
spoken-list = { $left } and { $right }
spoken-has-value = { $expression } has a value
spoken-free-of = { $expression } does not depend on { $symbol }
spoken-differentiable = { $expression } can be differentiated with respect to { $symbol }
spoken-and = { $left } and { $right }
spoken-or = { $left }, or { $right }
spoken-all-of = all of this: { $inside }, end of all
spoken-any-of = any of this: { $inside }, end of any

## The alt text of a derivation, line by line

alt-law = { $name }.
alt-formula = Formula { $number }: { $name }.
alt-given = Given: { $equations }.
alt-conditions = Conditions: { $conditions }.
alt-start = { $line }.
alt-equals = { $law }: equals { $line }.
alt-so = { $law }: so { $line }.
alt-law-number = { $name } ({ $number })
alt-line-label = { $line } (Line { $label }.)
alt-separator = {"; "}
alt-cut = { $line }…
alt-more = { $count ->
    [one] { $count } more line; press Text for all.
   *[other] { $count } more lines; press Text for all.
}
