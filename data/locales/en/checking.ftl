### Checking a working.

command-check = check
    .description = Check your own working: each line against the one before, and what went wrong first
option-check-working = working
    .description = Lines parted by ; or => – leave it out to type them into a form
option-check-private = private
    .description = Show the answer to you only; yes unless you say otherwise
menu-check = Check working

form-check = Check your working
form-check-label = One line of your working on each line
form-check-hint = For example ln(x) + ln(x-3) = ln(10)

cli-check = Check a working, each line against the one before it.
cli-lines = The lines of the working; each an argument, or parted by “;”.

title-check = Your working
check-line = Line { $line }
check-right = It follows.
check-wrong = It does not follow.
check-unread = I cannot read this line
check-all-follow = Every line follows from the one before it
check-one-line = There is only one line, so there is nothing to hold it against
check-some-unknown = I found nothing wrong, and cannot judge every line
check-first-wrong = Line { $line } is the first that does not follow

check-differ = It does not have the value of the line before it: look at { $point }.
check-differ-relation = It does not have the solutions of the line before it: { $point } solves only one of the two.
check-not-equal = It does not say the same as the line before it.
check-gained = It also holds for { $point }, for which the line before it does not: put your solutions into the first line in the end.
check-widened = It also has a value at { $point }, where the line before it has none: the domain has changed.
check-other-unknown = It is about another letter than the line before it, so I cannot hold the two against each other.
check-other-kind = One of this line and the one before it is an equation or inequality, the other is not.
check-undecided = I cannot tell whether it follows from the line before it.
check-narrowed = It has no value at { $point }, where the line before it has one: the domain has changed.
check-lost = The line before it has the solution { $point }, which is lost here.
check-added = It has the solution { $point }, which the line before it has not.
check-extraneous = { $point } is no solution of the first line: put what you find into it.
check-lost-values = It has no value at { $point }, where the line before it has one.
check-nowhere = It has no value at all.
check-several-laws = several laws
check-laws = It takes { $laws }.
check-taken-apart = By its spaces I took it as { $expression }.
check-not-value = It does not have the value of the line before it.
check-always = true for every number
