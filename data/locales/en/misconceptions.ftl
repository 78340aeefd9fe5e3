### Wrong rules that learners follow: a short name, and a sentence or two on why the rule is wrong.

## Logarithms of sums, products, quotients and powers

misconception-log-of-sum = Log of a sum, taken apart
    .explanation = A logarithm turns products into sums; the logarithm of a sum has no simpler form. Try ln(1 + 1): it is not ln 1 + ln 1 = 0.
misconception-log-of-product-as-product = Log of a product as a product of logs
    .explanation = The logarithm of a product is the sum of the logarithms: exponents are added when powers are multiplied.
misconception-sum-of-logs-as-product = A sum of logs as their product
    .explanation = Adding logarithms multiplies what stands inside them; it does not multiply the logarithms.
misconception-sum-of-logs-as-log-of-sum = A sum of logs as the log of a sum
    .explanation = Adding logarithms multiplies what stands inside them: ln x + ln y is ln(xy), and ln x − ln y is ln(x/y).
misconception-quotient-of-logs-as-log-of-quotient = A quotient of logs as the log of a quotient
    .explanation = The logarithm of a quotient is a difference. A quotient of two logarithms is a change of base instead.
misconception-quotient-of-logs-as-difference = A quotient of logs as a difference
    .explanation = ln(x/y) is ln x − ln y. But ln x / ln y is a division of two numbers, and stays one.
misconception-logs-cancelled = “log” cancelled
    .explanation = “ln” is a function and no factor, so it cannot be cancelled from the top and the bottom of a fraction.
misconception-log-of-quotient-as-quotient = Log of a quotient as a quotient of logs
    .explanation = The logarithm of a quotient is the difference of the logarithms: exponents are subtracted when powers are divided.
misconception-exponent-taken-from-part = Exponent of one factor taken from the whole
    .explanation = In ln(2x³) only x is cubed. Split the product first: ln 2 + 3 ln x.
misconception-factor-taken-out-of-log = Factor taken out of the log
    .explanation = Only an exponent comes out of a logarithm as a factor. A factor inside becomes a term: ln(3x) = ln 3 + ln x.
misconception-factor-taken-into-log = Factor taken into the log as a factor
    .explanation = A factor before a logarithm becomes an exponent inside it: 3 ln x = ln(x³).
misconception-log-of-power-as-power-of-log = Log of a power as a power of the log
    .explanation = In ln(x³) only x is cubed, so the 3 comes out as a factor. (ln x)³ cubes the logarithm itself.
misconception-power-of-log-as-log-of-power = Power of a log as the log of a power
    .explanation = (ln x)² is ln x times ln x. Only the exponent of what stands inside comes out: ln(x²) = 2 ln|x|.
misconception-sign-spread-over-terms = A minus sign spread over what follows
    .explanation = In ln x − ln y + ln z only ln y is subtracted, so z goes to the top: ln(xz/y).
misconception-log-of-reciprocal-as-reciprocal = Log of a reciprocal as a reciprocal
    .explanation = 1/x is x to the power −1, so its logarithm is −ln x and not 1/ln x.
misconception-log-of-square-loses-negatives = Negative values lost
    .explanation = x² is positive for negative x too, but ln x has no value there. It is ln(x²) = 2 ln|x|; 2 ln x is right for x > 0 only.

## What a logarithm is, and its base

misconception-change-of-base-flipped = Change of base upside down
    .explanation = The base goes to the bottom: log₂ x = ln x / ln 2.
misconception-base-and-argument-swapped = Base and argument swapped
    .explanation = log₂ 8 asks for the exponent that makes 8 out of 2. Swapping the two gives the reciprocal.
misconception-log-as-quotient = A log as a division
    .explanation = log₂ 8 does not divide 8 by 2. It asks how often 2 is a factor: 8 = 2 · 2 · 2, so it is 3.
misconception-log-as-power = A log as a power
    .explanation = log₂ 8 is not 2 to the power 8. It is the exponent that 2 needs to become 8.
misconception-bases-multiplied = Different bases multiplied
    .explanation = Logarithms can only be joined when they have the same base. Change one of the bases first.
misconception-ln-read-as-common-log = ln taken for the log to base 10
    .explanation = ln is the logarithm to base e = 2.718…, log₁₀ the one to base 10. They differ by the factor ln 10.
misconception-log-as-negative-exponential = A log as a negative exponential
    .explanation = ln undoes eˣ, but it is no power of e: the inverse of a function is not its reciprocal.
misconception-log-of-negative-accepted = Log of a negative number accepted
    .explanation = What stands in a logarithm must be positive. Put each solution into the first equation: one that makes a logarithm of a negative number or of 0 is no solution.
misconception-negative-values-rejected = Negative solution thrown away
    .explanation = Not x has to be positive, but what stands in the logarithm. A negative x may well make it positive.

## Powers

misconception-exponential-of-sum = Power of a sum, taken apart into a sum
    .explanation = A sum in the exponent is a product of powers: e^(x+y) = eˣ · eʸ.
misconception-like-powers-added = Exponents added in a sum
    .explanation = Exponents are added when powers are multiplied. 3ˣ + 3ˣ is twice 3ˣ.
misconception-exponents-multiplied-in-product = Exponents multiplied in a product
    .explanation = When powers of one base are multiplied, their exponents are added: x factors and y more are x + y factors.
misconception-exponents-added-in-power = Exponents added in a power of a power
    .explanation = A power of a power multiplies the exponents: y groups of x factors are xy factors.
misconception-power-tower = Brackets of a power moved
    .explanation = In (aˣ)ʸ the whole power is raised: the exponents are multiplied. a^(xʸ) raises the exponent.
misconception-coefficient-taken-into-base = Coefficient taken into the base
    .explanation = In 3 · 2ˣ only the 2 has the exponent. 6ˣ would be 3ˣ · 2ˣ.
misconception-different-bases-joined = Different bases joined
    .explanation = Powers can be joined when they have the same base, or the same exponent. Here both are different.
misconception-negative-exponent-as-negative-value = Negative exponent as a negative value
    .explanation = A minus in the exponent means one over: 2^(−3) = 1/2³ = 1/8. Powers of a positive base are never negative.
misconception-fractional-exponent-swapped = Fraction in the exponent upside down
    .explanation = The denominator is the root, the numerator the power: 8^(2/3) is the cube root of 8, squared.
misconception-exponents-divided = Exponents divided
    .explanation = When powers of one base are divided, their exponents are subtracted.
misconception-power-as-multiple = A power as a multiple
    .explanation = 2ᵏ is a product of k twos, 2k a sum of k twos.
misconception-factor-before-log-kept = Factor before the log kept as a factor
    .explanation = e and ln undo each other only when nothing stands between them. The factor is an exponent first: e^(2 ln x) = e^(ln(x²)) = x².
misconception-summand-beside-log-kept = Summand beside the log kept as a summand
    .explanation = A sum in the exponent is a product of powers: e^(ln x + c) = x · e^c.

## Derivatives

misconception-natural-exponential-by-power-rule = eˣ differentiated by the power rule
    .explanation = The power rule is for xⁿ, where x is the base. In eˣ it is the exponent, and eˣ is its own derivative.
misconception-exponential-by-power-rule = aˣ differentiated by the power rule
    .explanation = The power rule is for xⁿ, where x is the base. With x in the exponent the derivative is aˣ ln a.
misconception-log-of-base-left-out = Factor ln a left out
    .explanation = Only eˣ is its own derivative. For another base there is the factor ln a: (aˣ)′ = aˣ ln a.
misconception-divided-by-log-of-base = Divided by ln a instead of multiplied
    .explanation = aˣ = e^(x ln a), and the chain rule multiplies by ln a. Dividing by it belongs to the integral.
misconception-base-of-log-left-out = Base of the log left out
    .explanation = Only ln x has the derivative 1/x. log_a x is ln x / ln a, so there is ln a in the denominator.
misconception-log-of-base-in-numerator = ln a in the numerator
    .explanation = log_a x is ln x divided by ln a, so ln a belongs in the denominator: 1/(x ln a).
misconception-factor-kept-in-log-derivative = Factor kept in the derivative of a log
    .explanation = ln(5x) = ln 5 + ln x, and ln 5 is constant, so the derivative is 1/x. By the chain rule the factor 5 cancels.
misconception-chain-rule-forgotten = Chain rule forgotten
    .explanation = What stands inside is not just x: the derivative of the outer function has to be multiplied by that of the inner one.
misconception-reciprocal-of-inner-derivative = One over the inner derivative
    .explanation = The derivative of ln u is u′/u: the inner derivative goes to the top, u itself to the bottom.
misconception-product-of-derivatives = Product of the derivatives
    .explanation = A product is differentiated one factor at a time: (uv)′ = u′v + uv′.
misconception-quotient-of-derivatives = Quotient of the derivatives
    .explanation = A quotient has a rule of its own: (u/v)′ = (u′v − uv′)/v².
misconception-variable-power-by-power-rule = Power rule with x in the exponent too
    .explanation = The power rule needs a constant exponent. Where x stands in base and exponent, take logarithms first: y = e^(v ln u).
misconception-variable-power-by-exponential-rule = Exponential rule with x in the base too
    .explanation = (aˣ)′ = aˣ ln a needs a constant base. Where x stands in base and exponent, take logarithms first: y = e^(v ln u).
misconception-not-multiplied-by-y = Not multiplied by y at the end
    .explanation = Logarithmic differentiation gives y′/y. To have y′, multiply by y.
misconception-constant-differentiated = Constant differentiated like a function
    .explanation = There is no x in it: e² and ln 2 are numbers, and the derivative of a number is 0.
