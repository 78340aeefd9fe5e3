### 学習者の状況とサーバーの状況。

progress-title = { $name } さんの記録
progress-mastery = 習熟度
progress-year = この一年：{ $days } 日練習
progress-streak = 連続日数
progress-longest = 最長の連続日数
progress-recent = 30 日間の正答率
progress-overall = { $count } 問の正答率
progress-due = 今日の復習
progress-days = { $count } 日
progress-percent = { $percent } %
progress-none = なし
progress-not-met = 未習
progress-month = { $month }：{ $days } 日で { $answers } 問
progress-less = 少ない
progress-more = 多い
progress-freeze-left = 今週の休みはまだ使えます。一日休んでも連続は途切れません。
progress-freeze-spent = 今週の休みは使いました。復習のない日は連続に影響しません。
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
weekday-1 = 月
weekday-2 = 火
weekday-3 = 水
weekday-4 = 木
weekday-5 = 金
weekday-6 = 土
weekday-7 = 日

## サーバーのランキング

board-title = { $server }：{ $period }
board-week = 今週
board-month = 今月
board-all = 全期間
board-line = { $place }. { $who } · { $points } 点 · { $answered } 問中 { $right } 問正解
board-empty = まだ誰も表示されていません。
board-how = /settings で表示を選んだ人だけが載ります。点は新しいことと復習に付きます。すでに覚えていることではほとんど増えません。
error-only-in-servers = ランキングはサーバーごとのものです。サーバーの中で使ってください。

## 書き出しと削除

progress-export = あなたについて保存しているすべてのデータです（JSON）。
progress-export-empty = あなたについて保存しているものはありません。
progress-forget = あなたについて保存しているもの（解答、記憶、連続日数、設定、ランキング）をすべて、ただちに削除します。元には戻せません。先に /progress export で控えを取れます。
progress-forgotten = すべて削除しました。また答えると、はじめからになります。
progress-forgotten-nothing = 削除するものはありませんでした。
progress-kept = 何も削除していません。
button-forget = すべて削除する
button-keep = 残しておく
button-as-text = 文字で見る

## コマンド（Discord の一覧に出る言葉）

command-progress = 記録
    .description = 自分の状況、サーバーのランキング、自分のデータ
command-progress-me = 自分
    .description = 公式ごとの習熟度、連続日数、正答率、一年のカレンダー
command-progress-server = サーバー
    .description = このサーバーのランキング：今週、今月、全期間
command-progress-export = 書き出し
    .description = 保存しているあなたのデータをすべて JSON で
command-progress-forget = 削除
    .description = 保存しているあなたのデータをすべて削除
option-progress-period = 期間
    .description = いつからの成績か
choice-period-week = 今週
choice-period-month = 今月
choice-period-all = 全期間
