### Help, and the welcome.

command-help = help
    .description = What to try first, and each command in two lines
option-help-about = about
    .description = Which command

help-first = What to try first
help-first-how = Press a button below: each runs what stands on it, and only you see the answer. Commands take what you would write on paper: log_2(8), e^(3x), √x, ln x.
help-line = `/{ $name }` – { $about }

help-derive = A formula by number or name, an expression to differentiate, or A = B: every step as a picture, each with the law that allows it.
    Below it, “Why?” opens the law of any step, down to what is taken as known.
help-evaluate = The value of an expression, exactly and as a decimal, with the steps.
    Letters take values: at: x = 2. Huge powers tell how many digits they have.
help-rewrite = Expand, condense, simplify, or change the base, each step with its law.
    Where a step needs a condition, the card says so.
help-solve = The steps to the solutions of an equation or inequality.
    Each candidate is put back, and one that is outside the domain is refused with the reason.
help-check = Your own working, line by line: the first line that does not follow, and why.
    Part the lines by “;” or leave the option out and type them into a form.
help-formula = A formula’s card: what it says, when it holds, what it rests on, where it is used.
    By number (2.4) or by name (log of a quotient).
help-plot = The graph of an expression, on request with its derivative.
    Gaps and poles are shown as such.
help-latex = LaTeX as a picture.
    The message menu has it too, as “Render LaTeX”.
help-quiz = practice: questions for you alone. review: what is due today. party: the channel races.
    Choose a letter or type your answer in any form; a wrong one is told what went wrong.
help-daily = One question each day in a channel, at your time and in your time zone; answers are private.
    For those who manage the server: setup, status, now, stop.
help-progress = me: mastery, streak and a year’s calendar. server: the leaderboard of those who chose to be shown.
    export gives you all that I keep of you; forget deletes it.
help-settings = Language, colours, what log means, time zone, reminders, leaderboard, text instead of pictures.
    Without an option it shows how they stand.
help-help = What to try first; with a command’s name, that command in two lines.
    Every example is one press away.

button-first-steps = What to try first
welcome = Hello, I am Napier. I show every step of logarithms and exponentials, each with the law that allows it: try `/derive 3.1` or `/quiz practice`.
    For those who manage this server: `/daily setup` gives one question each day; `/settings server_language` chooses my language here.
