### How a learner stands, and how a server does.

progress-title = { $name }’s progress
progress-mastery = Mastery
progress-year = The last year: practised on { $days ->
    [one] { $days } day
   *[other] { $days } days
}
progress-streak = streak
progress-longest = longest streak
progress-recent = right in 30 days
progress-overall = right of { $count } in all
progress-due = due today
progress-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
progress-percent = { $percent } %
progress-none = –
progress-not-met = new
progress-month = { $month }: { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
} on { $days ->
    [one] { $days } day
   *[other] { $days } days
}
progress-less = less
progress-more = more
progress-freeze-left = This week’s freeze is still there: a day missed breaks no streak.
progress-freeze-spent = This week’s freeze is spent. Days with nothing due break no streak.
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

## A server’s board

board-title = { $server }: { $period }
board-week = this week
board-month = this month
board-all = all time
board-line = { $place }. { $who } · { $points } points · { $right } of { $answered } right
board-empty = Nobody to be seen yet.
board-how = Shown are those who chose to be, with /settings leaderboard. Points are for what is new or due: what one knows already earns little.
error-only-in-servers = A leaderboard belongs to a server; ask for it there.

## Export and deletion

progress-export = Everything I keep of you, as JSON.
progress-export-empty = I keep nothing of you.
progress-forget = This deletes everything I keep of you, at once and for ever: answers, memory, streaks, settings, your places on boards. Take a copy first with /progress export.
progress-forgotten = Everything is deleted. If you answer again, you begin anew.
progress-forgotten-nothing = There was nothing to delete.
progress-kept = Nothing was deleted.
button-forget = Delete everything
button-keep = Keep it
button-as-text = As text

## The commands, as Discord lists them

command-progress = progress
    .description = How you stand, the server’s leaderboard, your data
command-progress-me = me
    .description = Mastery of each formula, streak, accuracy and a year’s calendar
command-progress-server = server
    .description = This server’s leaderboard: week, month, all time
command-progress-export = export
    .description = Everything I keep of you, as a JSON file
command-progress-forget = forget
    .description = Delete everything I keep of you
option-progress-period = period
    .description = Since when
choice-period-week = this week
choice-period-month = this month
choice-period-all = all time
