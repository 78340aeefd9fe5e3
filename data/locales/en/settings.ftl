### What each person chooses.

command-settings = settings
    .description = Language, colours, what log means, time zone, reminders, leaderboard: yours alone
option-settings-language = language
    .description = The language of my answers
option-settings-theme = theme
    .description = Dark or light pictures
option-settings-log = log
    .description = What log without a base means
option-settings-timezone = timezone
    .description = Where your days begin: a city, a country, JST, UTC+9 …
option-settings-reminders = reminders
    .description = Whether I may remind you by a direct message
option-settings-leaderboard = leaderboard
    .description = Whether others may see you on leaderboards
option-settings-text = text
    .description = Whether I answer with text instead of pictures
option-settings-server-language = server_language
    .description = For those who manage the server: its language where nobody chose another

choice-language-auto = as Discord has it
choice-language-en = English
choice-language-ja = Japanese
choice-theme-dark = dark
choice-theme-light = light
choice-log-natural = natural: log x is ln x
choice-log-common = common: log x has base 10

settings-title = Your settings
setting-language = Language
setting-theme = Pictures
setting-log = log without a base
setting-timezone = Time zone
setting-reminders = Reminders
setting-leaderboard = Shown on leaderboards
setting-text = Text instead of pictures
setting-server-language = This server’s language
settings-on = on
settings-off = off
settings-assumed = { $value }, as you have named none

error-only-managers = Only those who manage a server choose its language, and only in that server.
