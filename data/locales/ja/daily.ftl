### 日替わり問題：設定、投稿、解答、結果。

timezone-label = { $city } – { $id }（{ $offset }）
timezone-fixed = 一年中 { $offset }

error-unknown-zone = 「{ $what }」に当てはまるタイムゾーンが 1 つに決まりません。一覧から選ぶか、{ $near } のような地名を入力してください。
error-unread-time = 「{ $what }」は時刻として読めません。08:00 や 午後8時 のように入力してください。
error-no-daily = このサーバーには日替わり問題がまだ設定されていません。/daily setup で設定してください。
error-answer-first = まず解答してください。そのあとで解き方をお見せします。
error-discord-unsure = このサーバーについて Discord から応答がありません。少し待ってから、もう一度お試しください。

## 日付

daily-day = { $year }年{ $month }月{ $day }日

## 投稿

daily-title = 日替わり問題 · { $day }
daily-how = ボタンで答えてください。正解かどうかは、あなたにだけ表示されます。
daily-level = レベル { $level }
daily-missed = 休んでいたため、{ $days } は問題がありませんでした。
daily-missed-many = 休んでいたため、{ $first } から { $last } までの { $count } 日間は問題がありませんでした。
button-open-question = 問題を開く

## 結果

daily-result = 日替わり問題 · { $day } · 結果
daily-answered = { $answered } 人が解答し、{ $right } 人が正解しました。
daily-nobody = この問題には誰も解答しませんでした。

## 解答した本人への返事

daily-before = この問題にはもう解答しています。最初の解答が有効です。

## ベル

bell-on = 🔔 { $role } を付けました。新しい問題が出るたびにお知らせします。やめるには、もう一度 🔔 を押してください。
bell-off = 🔕 { $role } を外しました。新しい問題のお知らせは届きません。
bell-cannot = ここではそのロールを付け外しできません。サーバーの管理者に頼んでください。

## 設定

daily-set-up = 日替わり問題を設定しました
daily-set-when = 毎日 { $time } に { $channel } · { $zone }
daily-set-what = 内容：{ $what }
daily-set-role = { $role } に知らせます。
daily-set-bell = 問題の下の 🔔 で、誰でもこのロールを付け外しできます。
daily-set-no-bell = 問題の下に 🔔 は付きません。渡せるのは、わたしのロールより下にあり特別な権限のないロールだけで、「ロールの管理」の権限も必要です。
daily-set-thread = 問題ごとにスレッドを作ります。
daily-set-no-history = { $channel } の履歴を読めません。投稿の途中で止まったときは、2 回投稿するより、投稿しないほうを選びます。
daily-set-next = 次回：{ $moment }
daily-hindered = まだ実行できません：
daily-stopped = 日替わり問題を停止しました。投稿済みの問題は残り、解答もできます。
daily-status = 日替わり問題
daily-status-paused = ⏸ 休止中です。{ $why }そのあと /daily now か /daily setup で再開してください。
daily-status-hindered = ⚠️ 次の問題を投稿できません：
daily-status-last = 前回の問題：{ $link } · 解答 { $count } 件
daily-now-posted = 今日の問題を投稿しました：{ $link }
daily-now-before = 今日の問題はもう投稿されています。1 日に 1 問です：{ $link }
daily-now-on-its-way = 今日の問題を投稿しているところです。1、2 分後にもう一度確認してください。
daily-now-skipped = 今日の問題は見送りました。途中で止まり、投稿できたかどうかわからないためです。次の問題は明日です。

## 妨げになっていること

hindrance-away = わたしはもうこのサーバーにいません。
hindrance-channel-gone = チャンネルがなくなったか、テキストチャンネルではありません。/daily setup で選び直してください。
hindrance-cannot-view = { $channel } が見えません。「チャンネルを見る」を許可してください。
hindrance-cannot-send = { $channel } に書き込めません。「メッセージを送信」を許可してください。
hindrance-cannot-attach = { $channel } に画像を投稿できません。「ファイルを添付」を許可してください。
hindrance-cannot-open-threads = { $channel } にスレッドを作れません。「公開スレッドの作成」を許可するか、スレッドなしで設定してください。
hindrance-role-gone = 知らせる相手のロールがなくなりました。/daily setup で選び直してください。
hindrance-role-is-everyone = @everyone には知らせません。付け外しできるロールを選ぶか、ロールなしにしてください。
hindrance-cannot-mention = { $role } をメンションできません。ロールをメンション可能にするか、{ $channel } で「@everyone、@here、全てのロールにメンション」を許可してください。
hindrance-zone-unknown = タイムゾーンが見つかりません。/daily setup で選び直してください。
hindrance-unknown = 何かが妨げになっています。/daily setup で設定し直してください。

## 管理者への一度だけのお知らせ

daily-paused = ⏸ 日替わり問題を休止しました。{ $why }そのあと /daily now か /daily setup で再開してください。削除したものはありません。
daily-unsure = { $channel } に { $day } の問題を投稿している途中で止まりました。履歴を読めないため、届いたかどうかわかりません。もう一度の投稿はしていません。「メッセージ履歴を読む」を許可すれば、これは起こりません。

## コマンド

command-daily = 日替わり
    .description = サーバーのみんなで毎日 1 問
command-daily-setup = 設定
    .description = 日替わり問題の投稿先、時刻、内容を決めます
command-daily-status = 状況
    .description = 日替わり問題の設定、次回の投稿、妨げになっていること
command-daily-now = 今すぐ
    .description = 今日の問題をすぐに投稿し、休止を終えます
command-daily-stop = 停止
    .description = 日替わり問題の投稿をやめます。何も削除しません
option-daily-channel = チャンネル
    .description = 投稿先
option-daily-time = 時刻
    .description = 投稿する時刻。08:00、午後8時 など
option-daily-timezone = タイムゾーン
    .description = どこの時刻か。東京、JST、UTC+9 など
option-daily-role = ロール
    .description = 知らせる相手。指定しなければ誰にも知らせません
option-daily-topic = 分野
    .description = 出題する分野。指定しなければすべて
option-daily-level = レベル
    .description = 難しさ、1 から 5。指定しなければ 2
option-daily-thread = スレッド
    .description = 問題ごとにスレッドを作ります
