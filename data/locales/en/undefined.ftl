### Why an expression has no value.

undefined = { $part } has no value: { $why }.
undefined-never = That has no value anywhere: { $condition } can never hold.
undefined-fails = That has no value: { $condition } does not hold.
undefined-unknown = { $part } has no value that I know.

## What follows the colon

undefined-argument = the argument { $value } is not greater than 0
undefined-base = the base { $value } is not greater than 0
undefined-base-one = { $plain ->
    [yes] the base is 1, and every power of 1 is 1
   *[no] the base { $value } is 1, and every power of 1 is 1
}
undefined-denominator = { $plain ->
    [yes] the denominator is 0
   *[no] the denominator { $value } is 0
}
undefined-radicand = an even root of the negative number { $value } is not real
undefined-index = the index { $value } of a root cannot be 0
undefined-zero-power = 0 to the power 0 is left undefined
undefined-power-of-zero = 0 has no power with the exponent { $exponent }
undefined-negative-base = the base { $value } is negative and the exponent { $exponent } is not a whole number
undefined-because = { $condition } does not hold
