### The laws: the short name beside a step, and one sentence on why the step is allowed.
### .mnemonic: what helps to remember it.

## The lessons' formulas

law-product-of-powers = Product of powers
    .explanation = Powers of the same base multiply by adding exponents: x factors and y more make x + y.
law-reciprocal-of-power = Reciprocal of a power
    .explanation = One over a power turns the exponent’s sign round, because the two powers multiply to 1.
law-quotient-of-powers = Quotient of powers
    .explanation = To divide powers of the same base, subtract the exponents: each factor below cancels one above.
law-power-of-power = Power of a power
    .explanation = To raise a power to a power, multiply the exponents: y groups of x factors each are xy factors.
law-derivative-of-exponential = Derivative of an exponential
    .explanation = An exponential grows in proportion to itself; the natural logarithm of the base is the proportion.
law-derivative-of-natural-exponential = Derivative of e^x
    .explanation = For the base e the proportion is 1, so the function e^x is its own derivative.
law-log-of-one = Log of 1
    .explanation = The base to the power 0 is 1, so the logarithm of 1 is 0.
law-log-of-base = Log of the base
    .explanation = The base to the power 1 is the base itself, so its logarithm is 1.
law-log-of-product = Log of a product
    .explanation = Multiplying powers adds exponents, and logs are exponents; so the log of a product is a sum.
    .mnemonic = Times inside, plus outside.
law-log-of-quotient = Log of a quotient
    .explanation = Dividing powers subtracts exponents, so the log of a quotient is a difference of logs.
    .mnemonic = Over inside, minus outside.
law-log-of-reciprocal = Log of a reciprocal
    .explanation = It is the log of a quotient with 1 on top, and the log of 1 is 0; only the minus sign stays.
law-log-of-power = Log of a power
    .explanation = A power of a power multiplies exponents, so the exponent comes out in front of the log as a factor.
    .mnemonic = The exponent climbs down and stands in front.
law-change-of-base = Change of base
    .explanation = Any log is a quotient of two logs to a new base: the argument’s log over the old base’s log.
    .mnemonic = The base goes to the bottom.
law-derivative-of-log = Derivative of a logarithm
    .explanation = The slope of a logarithm at x is 1 over x, divided by the natural logarithm of the base.
law-derivative-of-natural-log = Derivative of the natural log
    .explanation = For the base e the divisor is log_e e = 1, so the slope at x is simply 1 over x.

## Taken as known

law-power-zero = Exponent 0
    .explanation = A nonzero number to the power 0 is 1: the only value that keeps the law of adding exponents true.
law-power-one = Exponent 1
    .explanation = A number to the power 1 is one factor of it: the number itself.
law-power-positive = Powers of a positive base
    .explanation = A positive base stays positive whatever real exponent it is raised to.
law-power-of-log = Definition of the log
    .explanation = The log is the exponent that gives x, so raising the base to exactly that exponent gives x back.
law-log-of-own-power = Log of the base’s power
    .explanation = The log asks which exponent gives the power, and the power shows that exponent openly.
law-definition-of-e = Definition of e
    .explanation = Napier’s number e is defined as the limit of (1 + t) to the power 1 over t as t goes to 0.
    .mnemonic = 2.7 1828 1828: count the letters of “To express e, remember to memorize a sentence”.
law-continuity-of-log = Continuity of the log
    .explanation = The log has no jumps, so the limit can go inside it, as long as that limit is positive.
law-continuity-of-power = Continuity of powers
    .explanation = With a fixed exponent, a power of a positive base has no jumps: the limit can go to the base.
law-derivative-definition = Definition of the derivative
    .explanation = The derivative is what the slope between x and x + h goes to as h goes to 0.
law-derivative-of-inverse = Derivative of an inverse
    .explanation = A function and its inverse mirror each other, so their slopes at matching points are reciprocals.
law-chain-rule = Chain rule
    .explanation = The rate of a function within a function is the rate of the outside times the rate of the inside.
law-chain-rule-for-log = Chain rule for the log
    .explanation = One over the inside is the log’s rate; multiply it by the rate of the inside.

## Laws of limits

law-limit-of-sum = Limit of a sum
    .explanation = The limit of a sum is the sum of the limits, where both limits exist.
law-limit-of-constant = Limit of a constant
    .explanation = What does not change as the variable moves is its own limit.
law-constant-out-of-limit = Constant out of the limit
    .explanation = A factor that does not change as the variable moves can stand in front of the limit.
law-limit-substitution = Substitution in the limit
    .explanation = The new letter is a fixed multiple of the old one; both arrive together, so the limit is the same.

## Algebra

law-arithmetic = Arithmetic
    .explanation = The numbers are worked out.
law-unfold-definition = Definition of the function
    .explanation = The function is replaced by what it is defined to be.
law-split-fraction = Split the fraction
    .explanation = A sum over one denominator is the sum of its terms, each over that denominator.
law-quotient-as-product = Fraction as a product
    .explanation = To divide by something is to multiply by one over it.
law-cancel-factor = Cancel a common factor
    .explanation = A nonzero factor that stands above and below divides to 1.
law-expand-by = Multiply and divide
    .explanation = To multiply by a nonzero number and divide by it again changes nothing.
law-product-of-reciprocals = Product of reciprocals
    .explanation = To divide by one number and then by another is to divide by their product.
law-factor-out-of-difference = Common factor out
    .explanation = A factor that stands in both terms of a difference can stand once in front of the bracket.
law-factor-out-of-quotient = Factor out of a fraction
    .explanation = Multiplying before or after dividing is the same, so a factor on top can stand in front.
law-quotient-of-equals = Same over same
    .explanation = A nonzero number divided by itself is 1.
law-cancel-terms = Cancel terms
    .explanation = A term and its opposite add up to 0.
law-multiply-by-one = Factor 1
    .explanation = Multiplying or dividing by 1 changes nothing.
law-add-zero = Term 0
    .explanation = Adding 0 changes nothing.
law-zero-factor = Factor 0
    .explanation = A product with a factor 0 is 0.
law-zero-over = 0 divided
    .explanation = 0 divided by anything nonzero is 0.
law-over-one = Denominator 1
    .explanation = Dividing by 1 changes nothing.
law-power-of-one = Power of 1
    .explanation = However often 1 is multiplied by itself, it stays 1.
law-double-negative = Double minus
    .explanation = The opposite of the opposite is the number itself.
law-negative-factor = Minus out of a product
    .explanation = A minus sign on one factor is a minus sign on the whole product.
law-negative-numerator = Minus out of a numerator
    .explanation = A minus sign on the numerator is a minus sign on the whole fraction.
law-negative-denominator = Minus out of a denominator
    .explanation = A minus sign on the denominator is a minus sign on the whole fraction.
law-multiply-into-fraction = Multiply into a fraction
    .explanation = To multiply a fraction by something is to multiply its numerator.
law-multiply-by-reciprocal = Multiply by a reciprocal
    .explanation = To multiply by one over something is to divide by it.
law-multiply-fractions = Product of fractions
    .explanation = Fractions are multiplied top by top and bottom by bottom.
law-divide-fraction = Divide a fraction
    .explanation = To divide a fraction by something is to multiply its denominator.
law-divide-by-fraction = Divide by a fraction
    .explanation = To divide by a fraction is to multiply by it turned upside down.
law-like-terms = Like terms
    .explanation = Terms that differ only in their number are added by adding the numbers.
law-collect-powers = Collect powers
    .explanation = Factors with the same base make one power: their exponents add up.
law-cancel-in-fraction = Cancel in a fraction
    .explanation = What stands above and below cancels; of powers of the same base the difference stays.
law-cancel-numerals = Reduce the numbers
    .explanation = Numbers above and below are divided by their greatest common divisor.

## Derivatives

law-constant-factor = Constant factor
    .explanation = A factor that does not depend on the variable stays in front while the rest is differentiated.
law-derivative-of-variable = Derivative of the variable
    .explanation = The graph of y = x is a line of slope 1.
law-chain-rule-for-log-to-base = Chain rule for log to base a
    .explanation = As for the natural log, and divided by the natural log of the base.
law-derivative-of-log-of-absolute = Derivative of ln|u|
    .explanation = The bars turn the sign of u and of its rate together, so their quotient is as for ln u.
law-derivative-of-log-of-absolute-to-base = Derivative of log_a|u|
    .explanation = As for ln|u|, and divided by the natural log of the base.
law-derivative-of-constant = Derivative of a constant
    .explanation = What does not change has slope 0.
law-derivative-of-negative = Derivative with a minus
    .explanation = Turning a graph upside down turns its slope’s sign round.
law-constant-divisor = Constant divisor
    .explanation = A divisor that does not depend on the variable stays while the rest is differentiated.
law-derivative-of-sum = Derivative of a sum
    .explanation = Rates add up, so a sum is differentiated term by term.
law-product-rule = Product rule
    .explanation = Each factor changes while the other stands still; the two changes add up.
law-quotient-rule = Quotient rule
    .explanation = The numerator’s rate times the denominator, minus the other way round, over the square below.
law-derivative-of-reciprocal = Derivative of a reciprocal
    .explanation = The quotient rule with a constant numerator, whose own rate is 0.
law-power-rule = Power rule
    .explanation = The exponent comes down as a factor, and the new exponent is one less.
law-derivative-of-root = Derivative of a root
    .explanation = A square root is the power one half, so the power rule gives one over twice the root.
law-derivative-of-absolute = Derivative of |u|
    .explanation = The slope keeps the sign of what is inside: plus where it is positive, minus where negative.
law-chain-rule-for-exponential = Chain rule for a^u
    .explanation = The exponential’s own rate, times the rate of its exponent.
law-chain-rule-for-natural-exponential = Chain rule for e^u
    .explanation = The function e^u is its own rate; multiply it by the rate of its exponent.
law-logarithmic-differentiation = Logarithmic differentiation
    .explanation = Take the log, so that the exponent comes down, differentiate, and multiply by the power again.
law-root-as-power = Root as a power
    .explanation = The n-th root and the power with exponent 1/n both give the number back when raised to n.

## Values, roots and absolute values

law-substitute-values = Put in the values
    .explanation = Each letter is replaced by the value that it was given.
law-write-as-power = Write as a power
    .explanation = The number is written as a power, so that the laws of powers and logs can take hold of it.
law-write-as-product = Write as a product
    .explanation = The number is written as a product, one factor of which can be worked on.
law-distribute = Multiply out
    .explanation = A factor beside a bracket multiplies every term in the bracket.
law-negative-of-sum = Minus before a bracket
    .explanation = A minus sign before a bracket turns the sign of every term in it.
law-power-of-product = Power of a product
    .explanation = Every factor is repeated as often as the exponent says, so each factor gets the exponent.
law-power-of-quotient = Power of a quotient
    .explanation = Top and bottom are repeated as often as the exponent says, so each gets the exponent.
law-even-power = Even power
    .explanation = Minus signs vanish in pairs, so an even power is the same for a number and its absolute value.
law-log-of-even-power = Log of an even power
    .explanation = The exponent comes out in front; the bars stay, because the base of the power may be negative.
law-log-times-log = Chain of logs
    .explanation = By the change of base, what one log is taken of and the other is taken to cancels.
law-root-of-power = Root of a power
    .explanation = The root undoes the power with the same number.
law-root-of-even-power = Root of an even power
    .explanation = An even root is never negative, so what comes back is the absolute value.
law-power-of-root = Power of a root
    .explanation = The power undoes the root with the same number: that is what the root means.
law-root-of-product = Root of a product
    .explanation = A root is a power with a fraction for its exponent, so each factor gets the root.
law-root-of-quotient = Root of a quotient
    .explanation = A root is a power with a fraction for its exponent, so top and bottom each get the root.
law-absolute-of-positive = Bars around a positive number
    .explanation = The absolute value of a number that is not negative is the number itself.
law-absolute-of-negative = Bars around a negative number
    .explanation = The absolute value of a negative number is its opposite.
law-absolute-of-product = Absolute value of a product
    .explanation = Signs and sizes multiply apart, so each factor gets its own bars.
law-absolute-of-quotient = Absolute value of a quotient
    .explanation = Signs and sizes divide apart, so top and bottom get their own bars.
law-absolute-of-power = Absolute value of a power
    .explanation = A power is a product of equal factors, so the bars can go to the base.
