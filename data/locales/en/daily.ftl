### The daily question: setting it up, the post, the answers, the result.

timezone-label = { $city } – { $id } ({ $offset })
timezone-fixed = { $offset } all year round

error-unknown-zone = I know no single time zone “{ $what }”. Pick one from the list, or type a city such as { $near }.
error-unread-time = “{ $what }” is no time of day that I understand. Try 08:00 or 8 pm.
error-no-daily = No daily question is set up here yet. Set one up with /daily setup.
error-answer-first = Answer first; then I show how it comes about.
error-discord-unsure = Discord does not answer me about this server at the moment. Please try again shortly.

## Dates

daily-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

## The post

daily-title = Daily question · { $day }
daily-how = Answer with a button. Only you see whether it is right.
daily-level = level { $level }
daily-missed = I was away: there was no question on { $days }.
daily-missed-many = I was away: { $count } days had no question, from { $first } to { $last }.
button-open-question = Open the question

## The result

daily-result = Daily question · { $day } · the result
daily-answered = { $answered ->
    [one] { $answered } person answered
   *[other] { $answered } people answered
}, { $right } of them right.
daily-nobody = Nobody answered this one.

## After an answer, to the one who gave it

daily-before = You have answered this question before; your first answer counts.

## The bell

bell-on = 🔔 You now have { $role }: each new question will call you. Press 🔔 again to stop that.
bell-off = 🔕 You no longer have { $role }: new questions will not call you.
bell-cannot = I cannot give or take that role here. Somebody who manages this server can.

## Setting it up

daily-set-up = The daily question is set up
daily-set-when = Every day at { $time } in { $channel } · { $zone }
daily-set-what = About: { $what }
daily-set-role = It calls { $role }.
daily-set-bell = Anybody can take that role, and give it back, with 🔔 under the question.
daily-set-no-bell = There is no 🔔 under it: I can only hand out a role that is below mine and lets people do nothing special, and I need “Manage Roles”.
daily-set-thread = Each question gets a thread.
daily-set-no-history = I cannot read the history of { $channel }. Should I break off in the middle of posting, I would rather post nothing than post twice.
daily-set-next = Next: { $moment }
daily-hindered = This cannot be done yet:
daily-stopped = The daily question is stopped. What was posted stays, and can still be answered.
daily-status = The daily question
daily-status-paused = ⏸ It pauses. { $why } Then resume it with /daily now or /daily setup.
daily-status-hindered = ⚠️ The next question cannot be posted:
daily-status-last = Last question: { $link } · { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
daily-now-posted = Today’s question is posted: { $link }
daily-now-before = Today’s question is posted already, and there is one a day: { $link }
daily-now-on-its-way = Today’s question is on its way. Look again in a minute or two.
daily-now-skipped = Today’s question was skipped: I do not know whether it had been posted before I broke off. The next one comes tomorrow.

## What stands in the way

hindrance-away = I am not in this server any more.
hindrance-channel-gone = The channel is gone, or is no text channel. Choose one with /daily setup.
hindrance-cannot-view = I cannot see { $channel }: allow me “View Channel” there.
hindrance-cannot-send = I cannot write in { $channel }: allow me “Send Messages” there.
hindrance-cannot-attach = I cannot post pictures in { $channel }: allow me “Attach Files” there.
hindrance-cannot-open-threads = I cannot open threads in { $channel }: allow me “Create Public Threads” there, or set it up without threads.
hindrance-role-gone = The role it should call is gone. Choose another with /daily setup.
hindrance-role-is-everyone = I do not call @everyone. Choose a role that people can take, or none.
hindrance-cannot-mention = I cannot mention { $role }: make the role mentionable, or allow me “Mention @everyone, @here and All Roles” in { $channel }.
hindrance-zone-unknown = Its time zone is not known here. Choose one with /daily setup.
hindrance-unknown = Something stands in its way. Set it up anew with /daily setup.

## To an administrator, once

daily-paused = ⏸ The daily question pauses. { $why } Then resume it with /daily now or /daily setup. Nothing was deleted.
daily-unsure = I broke off while posting the question of { $day } in { $channel }, and cannot see whether it arrived, as I cannot read the history there. I have not posted it again. Allow me “Read Message History” there, and this cannot happen.

## The command

command-daily = daily
    .description = A question for this server, every day
command-daily-setup = setup
    .description = Choose where and when the daily question is posted, and what it asks
command-daily-status = status
    .description = How the daily question stands: settings, next post, what stands in the way
command-daily-now = now
    .description = Post today’s question at once, and end a pause
command-daily-stop = stop
    .description = Post no more daily questions; nothing is deleted
option-daily-channel = channel
    .description = Where to post
option-daily-time = time
    .description = When, such as 08:00 or 8 pm
option-daily-timezone = timezone
    .description = Whose clock: a city, JST, UTC+9 …
option-daily-role = role
    .description = Whom to call; nobody unless you say so
option-daily-topic = topic
    .description = What to ask about; everything unless you say otherwise
option-daily-level = level
    .description = How hard, from 1 to 5; 2 unless you say otherwise
option-daily-thread = thread
    .description = Open a thread under each question
