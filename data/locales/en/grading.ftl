### Why an answer with the right value does not have the form that was asked for. $part is the place in question.

form-logarithms-left = A single logarithm was asked for, and { $count ->
        [2] two logarithms are
       *[other] { $count } logarithms are
    } left.
form-coefficient-outside = A single logarithm was asked for: what stands before { $part } goes into it.
form-something-outside = A single logarithm was asked for, and something still stands outside { $part }.
form-product-inside = The product inside { $part } can still be split.
form-quotient-inside = The quotient inside { $part } can still be split.
form-power-inside = The exponent inside { $part } can still come out.
form-root-inside = The root inside { $part } can still come out: it is a power.
form-decimal = An exact value was asked for, and { $part } is a decimal.
form-rounded = { $part } is a rounded value; the exact one was asked for.
form-not-worked-out = { $part } can still be worked out.
form-like-terms = Like terms in { $part } can still be added.
form-like-factors = Factors in { $part } can still be put together.
form-common-factor = Something still cancels in { $part }.
form-inverse-functions = Exponential and logarithm still undo each other in { $part }.
form-neutral-member = There is still a 0 or a 1 in { $part } that changes nothing.
form-double-minus = Two minus signs cancel in { $part }.
form-other-base = { $part } does not have the base that was asked for.
