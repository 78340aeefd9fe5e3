### What one can learn, and what an exercise asks. A skill that is a law has the law's name.

skill-evaluate-power = Evaluate powers
skill-evaluate-logarithm = Evaluate logarithms
skill-expand-logarithm = Expand logarithms
skill-condense-logarithms = Condense to one logarithm
skill-solve-exponential = Exponential equations
skill-solve-logarithmic = Logarithmic equations
skill-chain-rule = Chain rule

## What is asked

prompt-apply = Use “{ $law }”. What does it become?
prompt-change = Change to base e. What does it become?
prompt-expand = Write as a sum of logarithms of single letters and numbers.
prompt-condense = Write as a single logarithm.
prompt-evaluate = What is the exact value?
prompt-differentiate = Differentiate with respect to { $variable }.
prompt-solve = Solve for { $variable }.
prompt-name-rule = Which law leads from the first line to the second?
prompt-fill-line = Which line was left out?
prompt-find-wrong = Which line does not follow from the one before it?
line-choice = Line { $number }
line-choice-none = Every line is right

## Slips that are no misconception, behind some of the wrong choices

slip-lost-minus-sign = A minus sign lost
    .explanation = The value is right but for a sign. Follow the minus sign from line to line.
slip-numeral-slip = A number a little off
    .explanation = The form is right; one number is not. Work the numbers out once more.
slip-part-left-out = A part left out
    .explanation = One of the terms or factors did not come along to the answer. Put the answer back in to see it.
slip-wrong-inverse = The wrong way to undo it
    .explanation = Adding is undone by subtracting, multiplying by dividing, and a power by a logarithm.
slip-another-law = Another law
    .explanation = That law says something else. Hold its two sides against the two lines.
slip-sound-line = That line is right
    .explanation = It follows from the line before it. Look for the first line whose value is another.
