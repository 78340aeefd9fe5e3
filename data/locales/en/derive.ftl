### Derivations: the cards, the text answers and the buttons under them.

## Headings on a card

heading-conditions = Conditions
heading-gained = Needed for these steps
heading-given = Given
heading-known = Taken as known
heading-example = Example
heading-rests-on = Rests on
heading-used-in = Used in
heading-remember = To remember it

## Small print

checked-proved = Checked: every step proved
checked-sampled = Compared at sample points, not proved
card-page = page { $page } of { $pages }
card-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
card-step-of = step { $step } of { $steps }
nothing-rests-on = Nothing: it is taken as known
nothing-uses = No formula of the lessons yet
no-conditions = None: it always holds

## Buttons and the select

button-back = Back
button-next = Next
button-all = All steps
button-text = Text
select-why = Why? Choose a law
select-why-number = { $name } ({ $number })

## Text answers

text-file-name = derivation.txt
text-step = { $expression }    [{ $law }]
text-too-long = The text is longer than a message, so here it is as a file.
