### Solving equations and inequalities.

command-solve = solve
    .description = Solve an equation or inequality, every step and every candidate checked
option-solve-equation = equation
    .description = What to solve, such as 3^(x+1) = 5^x or ln(x) + ln(x-3) > 0
option-solve-variable = variable
    .description = The letter to solve for; x unless you say otherwise
option-solve-private = private
    .description = Show the answer to you only

cli-solve = Print the solutions of an equation or inequality, with the steps and every candidate checked.
cli-equation = An equation or inequality, such as 3^(x+1) = 5^x.
cli-unknown = The letter to solve for.

title-solve = Solving for { $unknown }
heading-domain = Domain
domain-all = All real numbers: both sides are defined everywhere
heading-solutions = Solutions
heading-trial = Put back
heading-rejected = Rejected
heading-approximate = Approximately
heading-unclear = Not certain

solutions-none = none
solutions-all = every number in the domain
solutions-all-real = every real number
solutions-unknown = I cannot solve this exactly.
solutions-some = { $found }; these are not certainly all
solutions-nowhere = none: both sides are defined nowhere together

trial-proved = { $values }: put into the given line, it holds (proved)
trial-sampled = { $values }: put into the given line, both sides agree to 50 digits (not proved)

rejected-outside = { $value } is no solution. { $why }
rejected-false = { $value } is no solution: put into the given line, it does not hold.
rejected-varying-power = { $value } is left out: in { $power } the base and the exponent both vary, so the base is taken to be greater than 0, and { $base } is not.
rejected-plain-outside = { $node } needs { $condition }
rejected-plain-false = the relation does not hold there

approximate-root = { $interval }: exactly one solution lies there
approximate-edge = { $interval }: the two sides are equal at a point there
approximate-searched = Looked for only { $interval }; there may be more beyond.
approximate-all = There are no others.
unclear-root = { $interval }: there the two sides come so near that I cannot tell whether there is a solution

## Spoken

alt-domain = Domain: { $conditions }.
alt-equivalent = { $law }: equivalently, { $line }.
alt-implied = { $law }: from this follows, in this direction only, { $line }.

## Errors

error-no-unknown = { $named ->
    [no] There is no letter in “{ $shown }” to solve for.
   *[other] There is no { $unknown } in “{ $shown }” to solve for.
}

## The steps between two lines

cli-bridge = Print the skipped steps between two expressions, or a point where they differ.
cli-from = The expression that the steps begin with.
cli-goal = The expression that they end with.

title-bridge = The steps between
bridge-same = These are the same line.
bridge-no-steps = They are equal, but I found no steps from one to the other.
bridge-unknown = I found no steps from one to the other, and I cannot tell whether they are equal.
bridge-differ = They are not equal.
bridge-differ-at = They are not equal: they differ at { $point }.
