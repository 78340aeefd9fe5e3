### The laws: the short name beside a step, and one sentence on why the step is allowed.
### .mnemonic: what helps to remember it.

## The lessons' formulas

law-product-of-powers = Product of powers
    .explanation = To multiply powers of the same base, add the exponents: first x factors, then y more, make x + y factors.
law-reciprocal-of-power = Reciprocal of a power
    .explanation = One over a power is the same base with the exponent’s sign turned round, because the two multiply to 1.
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
    .explanation = Multiplying powers adds exponents, and logarithms are exponents; so the log of a product is a sum of logs.
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
    .explanation = The log has no jumps, so the log of a limit is the limit of the logs, as long as that limit is positive.
law-continuity-of-power = Continuity of powers
    .explanation = For a fixed exponent a power of a positive base has no jumps, so the limit can go inside, to the base.
law-derivative-definition = Definition of the derivative
    .explanation = The derivative is what the slope between x and x + h goes to as h goes to 0.
law-derivative-of-inverse = Derivative of an inverse
    .explanation = A function and its inverse mirror each other, so their slopes at matching points are reciprocals.
law-chain-rule = Chain rule
    .explanation = The rate of a function within a function is the rate of the outside times the rate of the inside.
law-chain-rule-for-log = Chain rule for the log
    .explanation = Differentiate the natural log outside, one over what is inside, then multiply by the derivative of the inside.

## Laws of limits

law-limit-of-sum = Limit of a sum
    .explanation = The limit of a sum is the sum of the limits, where both limits exist.
law-limit-of-constant = Limit of a constant
    .explanation = What does not change as the variable moves is its own limit.
law-constant-out-of-limit = Constant out of the limit
    .explanation = A factor that does not change as the variable moves can stand in front of the limit.
law-limit-substitution = Substitution in the limit
    .explanation = With a new letter for a fixed multiple of the old one, both go to their targets together, so the limit is the same.

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
    .explanation = A factor on top can stand in front of the fraction: multiplying before or after dividing is the same.
law-quotient-of-equals = Same over same
    .explanation = A nonzero number divided by itself is 1.
law-cancel-terms = Cancel terms
    .explanation = A term and its opposite add up to 0.
law-multiply-by-one = Factor 1
    .explanation = Multiplying or dividing by 1 changes nothing.
law-add-zero = Term 0
    .explanation = Adding 0 changes nothing.

## Derivatives

law-constant-factor = Constant factor
    .explanation = A factor that does not depend on the variable stays in front while the rest is differentiated.
law-derivative-of-variable = Derivative of the variable
    .explanation = The graph of y = x is a line of slope 1.
