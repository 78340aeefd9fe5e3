### Graphs: what a picture of them says to those who do not see it, and what stands in its legend.

graph-of = Graph of { $expression }, for { $variable } from { $low } to { $high }.
graph-of-both = Graphs of both sides of { $equation }, for { $variable } from { $low } to { $high }.
graph-values = Here { $values }.
graph-height = Seen from { $bottom } to { $top } upwards.
graph-scale-log-y = The vertical scale is logarithmic.
graph-scale-log-x = The horizontal scale is logarithmic.
graph-scale-log-both = Both scales are logarithmic.
graph-defined-everywhere = Defined everywhere.
graph-defined-where = Defined where { $conditions }.
graph-rises = It rises from left to right.
graph-falls = It falls from left to right.
graph-upright = { $count ->
    [one] Vertical asymptote: { $list }.
   *[other] Vertical asymptotes: { $list }.
}
graph-level = Far out it comes near to { $list }.
graph-hole = { $count ->
    [one] Hole at { $list }.
   *[other] Holes at { $list }.
}
graph-end-reached = A piece ends at { $list }, which belongs to it.
graph-end-open = A piece ends at { $list }, which does not belong to it.
graph-corner = { $count ->
    [one] Corner at { $list }.
   *[other] Corners at { $list }.
}
graph-zero = { $count ->
    [one] Zero: { $list }.
   *[other] Zeros: { $list }.
}
graph-zero-everywhere = It is 0 wherever it is defined.
graph-no-zero = No zero in this window.
graph-highest = { $count ->
    [one] Highest point of its surroundings: { $list }.
   *[other] Highest points of their surroundings: { $list }.
}
graph-lowest = { $count ->
    [one] Lowest point of its surroundings: { $list }.
   *[other] Lowest points of their surroundings: { $list }.
}
graph-same = Wherever both sides have a value, they are the same in this window.
graph-meets = { $count ->
    [one] They meet at { $list }.
   *[other] They meet at { $list }.
}
graph-derivative = Dashed: its derivative, { $expression }.
graph-inverse = Dashed with dots: the inverse function, its mirror image in the line y = x.
graph-mirror = Dashed with dots: its mirror image in the line y = x, which is no function.
graph-tangent = Dotted: the tangent at { $place }, with the slope { $slope }.
graph-table = Values
graph-point = ({ $x }, { $y })
graph-about = { $exact }, about { $decimal }

legend-derivative = derivative
legend-inverse = inverse
legend-mirror = mirror image
legend-tangent = tangent
legend-left = left side
legend-right = right side

## The lesson’s own pictures

lesson-picture-napier = Napier’s number as a limit
lesson-picture-mirror = Powers and logarithms as mirror images
lesson-picture-slope = The slope of aˣ at 0 is ln a
lesson-picture-entropy = Cross-entropy: the loss −ln y
lesson-napier-alt = As t goes to 0, the height goes to e, about 2.71828. At 0 itself there is a hole. Table of t and the height: { $rows }.
lesson-napier-footer = e = 2.71828… is what y comes near to as t goes to 0; at t = 0 itself y has no value.
lesson-mirror-alt = Two graphs, mirror images in the line y = x: 2 to the x, which rises ever faster through (0, 1) and (1, 2), and log base 2 of x, which rises ever more slowly through (1, 0) and (2, 1).
lesson-mirror-footer = Each point (p, q) of one lies opposite the point (q, p) of the other.
lesson-slope-alt = Left: { $graphs } with their tangents at 0. Right: the slope at 0 against a, which is the graph of the natural log of a. { $slopes }.
lesson-slope-one = a = { $a }: slope { $slope }
lesson-slope-footer = Each dot is the slope m at 0, drawn over the graph of ln a. For a = e the slope is 1.
lesson-entropy-alt = The loss minus natural log of y against the probability y given to the right answer, from 0 to 1. It is 0 at y = 1 and grows without bound towards y = 0. Dashed: its slope, minus 1 over y.
lesson-entropy-footer = Sure and right costs nothing; sure and wrong costs without bound.
lesson-entropy-loss = loss
lesson-entropy-slope = slope

## Errors and buttons

error-not-plottable = I cannot draw { $part }: I draw what is made of numbers, letters, powers, roots, logarithms and absolute values.
error-bad-window = { $low } to { $high } is no window: the left end must be less than the right one, both at most a million million from 0.
error-not-a-place = “{ $shown }” is no number on the axis.
error-log-window = A logarithmic scale shows only what is greater than 0. Choose a “from” that is.
error-defined-nowhere = { $shown } has no value anywhere, so there is nothing to draw.
error-nothing-seen = No line of { $shown } can be seen from { $low } to { $high }.
error-no-tangent = There is no tangent at { $place }.
button-plot = Plot
button-theme = Change theme
button-delete = Delete
error-not-asker = Only the person who asked for this can delete it.

## The command

command-plot = plot
    .description = The graph of a function, with its asymptotes, holes, zeros and highest points
option-plot-expression = expression
    .description = A function such as x ln x, an equation A = B, or one of the lesson’s pictures
option-plot-from = from
    .description = The left end of the window
option-plot-to = to
    .description = The right end of the window
option-plot-derivative = derivative
    .description = Draw the derivative too
option-plot-inverse = inverse
    .description = Draw the inverse too: the mirror image in y = x
option-plot-tangent = tangent
    .description = Draw the tangent at this place, such as 1 or e
option-plot-at = at
    .description = What other letters stand for, such as a = 1/2
option-plot-scale = scale
    .description = Even or logarithmic scales
option-plot-private = private
    .description = Show the answer to you only
choice-scale-even = Even
choice-scale-log-y = Logarithmic upwards
choice-scale-log-x = Logarithmic across
choice-scale-log-both = Logarithmic both ways
