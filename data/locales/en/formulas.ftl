### The lessons' formulas as titles, by the id of their rule.

formula-product-of-powers = Law of exponents: product of powers
formula-reciprocal-of-power = Law of exponents: reciprocal of a power
formula-quotient-of-powers = Law of exponents: quotient of powers
formula-power-of-power = Law of exponents: power of a power
formula-derivative-of-exponential = Derivative of the exponential function
formula-derivative-of-natural-exponential = Derivative of the exponential function to the base e
formula-log-of-one = Logarithm of 1
formula-log-of-base = Logarithm of the base
formula-log-of-product = Logarithm of a product
formula-log-of-quotient = Logarithm of a quotient
formula-log-of-reciprocal = Logarithm of a reciprocal
formula-log-of-power = Logarithm of a power
formula-change-of-base = Change of base
formula-derivative-of-log = Derivative of the logarithm
formula-derivative-of-natural-log = Derivative of the natural logarithm
