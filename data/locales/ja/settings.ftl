### 一人ひとりの設定。

command-settings = 設定
    .description = 言語、色、log の意味、タイムゾーン、通知、ランキングへの表示。自分だけの設定です
option-settings-language = 言語
    .description = 返事の言語
option-settings-theme = 配色
    .description = 画像の色：暗い色か明るい色
option-settings-log = 対数
    .description = 底のない log の意味
option-settings-timezone = タイムゾーン
    .description = 一日の始まりの基準。都市、国、JST、UTC+9 など
option-settings-reminders = 通知
    .description = ダイレクトメッセージでお知らせしてよいか
option-settings-leaderboard = ランキング
    .description = ランキングに自分を表示してよいか
option-settings-text = 文字だけ
    .description = 画像の代わりに文字で答えるか
option-settings-server-language = サーバーの言語
    .description = サーバー管理者向け：誰も選んでいないときの言語

choice-language-auto = Discord に合わせる
choice-language-en = 英語（English）
choice-language-ja = 日本語
choice-theme-dark = 暗い
choice-theme-light = 明るい
choice-log-natural = 自然対数：log x は ln x
choice-log-common = 常用対数：log x の底は 10

settings-title = あなたの設定
setting-language = 言語
setting-theme = 画像の色
setting-log = 底のない log
setting-timezone = タイムゾーン
setting-reminders = 通知
setting-leaderboard = ランキングへの表示
setting-text = 画像の代わりに文字
setting-server-language = このサーバーの言語
settings-on = オン
settings-off = オフ
settings-assumed = { $value }（未設定のため仮のもの）

error-only-managers = サーバーの言語を選べるのは、そのサーバーの管理者だけです。
