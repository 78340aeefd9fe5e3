### Quizzes: the questions, the buttons under them, and what is said to an answer.

## What is said to an answer

quiz-verdict-correct = Right
quiz-verdict-wrong = Not right
quiz-verdict-partial-domain = Right in value, but not everywhere
quiz-verdict-dont-know = Here is how it goes
quiz-read-as = I read your answer as { $answer }
quiz-you-chose = You chose { $letter }: { $answer }
quiz-answer = The answer is { $letter }: { $answer }
quiz-differ = At { $at } yours is { $yours }, and the right one is { $right }.
quiz-differ-in-value = Yours is { $yours }, and the right one is { $right }.
quiz-about = ≈ { $value }
quiz-no-value = undefined
quiz-sampled = This was compared at many points, not proved.
quiz-nothing-done = That stands in the question already, or is no value: work it one step further.
quiz-value-right = The value is right.
quiz-not-counted = It does not count as an answer yet; try again.

## Hints

quiz-hint = Hint { $number }: { $hint }
quiz-hint-law = { $law }. { $why }
quiz-hint-line = on the way: { $line }
quiz-hint-not = it is not { $letter }: { $answer }

## A sitting

quiz-place = Question { $number } of { $count }
quiz-level = level { $level }
quiz-summary = { $right } of { $answered } right
quiz-summary-none = You have answered nothing yet.
quiz-missed = Missed: { $skills }
quiz-due-today = { $count ->
    [one] { $count } skill is due again today.
   *[other] { $count } skills are due again today.
}
quiz-learn-next = Next to learn: { $skill }
quiz-all-learnt = You have met everything that I teach.
quiz-nothing-due = Nothing is due today.
quiz-undone = Your answer is taken back. Answer again; it counts less for having seen the solution.
quiz-reported = Thank you. The question goes to whoever runs me, with how it was made.
quiz-reported-before = You have reported this question already. Thank you.

## Buttons and the form

button-type = Type an answer
button-hint = Hint ({ $number } of { $count })
button-dont-know = I don’t know
button-next-question = Next question
button-summary = Summary
button-working = Show the derivation
button-undo = Undo
button-report = Report this question
button-retry = Retry what I missed
button-more = More of the same
button-practise = Practise it
button-show-card = Show the formula
button-stop = Stop here
form-answer = Type an answer
form-answer-label = Your answer
form-answer-hint = For example 2*x, log_2(8), e^(3x), 1/2

## The commands, as Discord lists them

command-quiz = quiz
    .description = Practise, review what is due, or race with the channel
command-quiz-practice = practice
    .description = Questions for you alone; each answer is explained
command-quiz-review = review
    .description = What is due today, so that you do not forget it; else what to learn next
command-quiz-party = party
    .description = A race in this channel: everyone answers in private, right and early counts
option-quiz-seconds = seconds
    .description = How long each question is open, from 10 to 180
option-quiz-topic = topic
    .description = What about: a topic, a formula, or everything
option-quiz-level = level
    .description = How hard, from 1 to 5; adaptive follows how you do
option-quiz-questions = questions
    .description = How many questions, from 1 to 20
choice-level-adaptive = Adaptive: follows how you do
choice-level-1 = 1: first steps
choice-level-2 = 2
choice-level-3 = 3
choice-level-4 = 4
choice-level-5 = 5: hard

## The party

party-title = Quiz party: { $topic }
party-called = { $host } calls you to a race: { $rounds } questions, { $seconds } seconds each. Everyone answers in private; right counts, and early counts more.
party-begins-at = It begins { $when }, or when { $host } presses “Begin now”.
party-players = { $count ->
    [one] { $count } player
   *[other] { $count } players
}: { $names }
party-time = The time is over { $when }. Choose a letter; only you see your choice.
party-next = The next question comes { $when }.
party-over = The party is over: { $topic }
party-line = { $place } { $who } · { $points } points · { $right } right
party-nobody-right = Nobody was right.
party-joined = You are in. The questions come in this message.
party-joined-before = You are in already.
party-begins = Off you go.
party-stopped = The party is over; the points stay.
party-taken = { $letter } is in. How it went you see when the time is over.
party-taken-before = You have answered { $letter } already; the first answer counts.
party-no-answer = You did not answer this question.
button-join = Join
button-begin = Begin now
button-my-answer = My answer

error-party-only-in-servers = A party needs a channel of a server that I am in; alone there is /quiz practice.
error-party-running = There is a party in this channel already.
error-only-host = Only the one who called the party begins and stops it.
error-party-hidden-channel = I cannot see this channel, and a party needs that: let me view it, or call the party elsewhere.

## Reminders

reminder-due = { $count ->
    [one] { $count } skill is due for review.
   *[other] { $count } skills are due for review.
} You can switch this off with /settings reminders.
button-review = Review now
quiz-wrong-line = Line { $line } of your working, { $content }, is the first that does not follow.
