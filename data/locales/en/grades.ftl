### What an answer is worth, as the terminal prints it.

verdict-correct = Correct.
verdict-other-form = The right value, in another form than was asked for.
verdict-partial-domain = Right, but not everywhere.
verdict-wrong = Wrong.
verdict-not-understood = I do not understand that answer.

grade-domain = It is right where { $conditions }.
grade-differ = They differ at { $point }.
grade-undefined = At { $point } only one of the two has a value.
grade-proved = This is proved.
grade-agreed = This is not proved: they agree to { $digits } digits at { $points } points.
grade-not-proved = This is not proved.
no-solution = no solution
