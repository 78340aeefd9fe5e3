### クイズ：問題、その下のボタン、解答への返事。

## 解答への返事

quiz-verdict-correct = 正解
quiz-verdict-wrong = 不正解
quiz-verdict-partial-domain = 値は合っていますが、成り立たないところがあります
quiz-verdict-dont-know = 解き方はこうです
quiz-read-as = 解答を { $answer } と読みました
quiz-you-chose = 選んだ答え { $letter }：{ $answer }
quiz-answer = 正しい答えは { $letter }：{ $answer }
quiz-differ = { $at } のとき、あなたの答えは { $yours }、正しい答えは { $right } です。
quiz-differ-in-value = あなたの答えの値は { $yours }、正しい値は { $right } です。
quiz-about = ≈ { $value }
quiz-no-value = 定義されない値
quiz-sampled = これは多くの点での比較による判定で、証明ではありません。
quiz-nothing-done = 問題にすでにある式か、値になっていない式です。もう一歩進めてください。
quiz-value-right = 値は合っています。
quiz-not-counted = まだ解答として数えません。もう一度どうぞ。

## ヒント

quiz-hint = ヒント { $number }：{ $hint }
quiz-hint-law = { $law }。{ $why }
quiz-hint-line = 途中の式は { $line }
quiz-hint-not = { $letter }（{ $answer }）ではありません

## 一回の練習

quiz-place = { $count } 問中 { $number } 問目
quiz-level = レベル { $level }
quiz-summary = { $answered } 問中 { $right } 問正解
quiz-summary-none = まだ何も答えていません。
quiz-missed = 間違えたところ：{ $skills }
quiz-due-today = 今日復習する項目があと { $count } 件あります。
quiz-learn-next = 次に学ぶこと：{ $skill }
quiz-all-learnt = ここで教えることはひと通り学びました。
quiz-nothing-due = 今日復習するものはありません。
quiz-undone = 解答を取り消しました。もう一度答えられますが、解答を見た分だけ低く数えます。
quiz-reported = ありがとうございます。問題の作り方とともに運営者に届けます。
quiz-reported-before = この問題はすでに報告済みです。ありがとうございます。

## ボタンと入力欄

button-type = 答えを入力
button-hint = ヒント（{ $count } 個中 { $number } 個目）
button-dont-know = わからない
button-next-question = 次の問題
button-summary = まとめ
button-working = 導出を見る
button-undo = 取り消す
button-report = 問題を報告
button-retry = 間違えた問題をもう一度
button-more = 続けて練習
button-practise = 練習する
button-show-card = 公式を見る
button-stop = ここで終える
form-answer = 答えを入力
form-answer-label = あなたの答え
form-answer-hint = 例：2*x、log_2(8)、e^(3x)、1/2

## コマンド（Discord の一覧に出る言葉）

command-quiz = クイズ
    .description = 練習、今日の復習、チャンネルでの競争
command-quiz-practice = 練習
    .description = 自分だけに出る問題。答えるたびに解説します
command-quiz-review = 復習
    .description = 忘れないための今日の復習。なければ次に学ぶこと
command-quiz-party = パーティー
    .description = チャンネルでの競争。答えは本人だけに見え、正しく早い人が勝ちます
option-quiz-seconds = 秒数
    .description = 一問の制限時間、10 から 180 秒
option-quiz-topic = 分野
    .description = 分野、公式、またはすべて
option-quiz-level = レベル
    .description = 1 から 5 の難しさ。自動なら出来に合わせます
option-quiz-questions = 問題数
    .description = 1 から 20 の問題数
choice-level-adaptive = 自動：出来に合わせる
choice-level-1 = 1：はじめの一歩
choice-level-2 = 2
choice-level-3 = 3
choice-level-4 = 4
choice-level-5 = 5：難しい

## パーティー

party-title = クイズパーティー：{ $topic }
party-called = { $host } さんからの挑戦です。{ $rounds } 問、各 { $seconds } 秒。答えは本人にしか見えません。正解に点、早いほど高得点です。
party-begins-at = { $when } に始まります。{ $host } さんが先に始めることもできます。
party-players = 参加者 { $count } 人：{ $names }
party-time = 締め切りは { $when }。記号を選んでください。選んだ答えは自分にしか見えません。
party-next = 次の問題は { $when }。
party-over = パーティー終了：{ $topic }
party-line = { $place } { $who } · { $points } 点 · { $right } 問正解
party-nobody-right = 正解者はいませんでした。
party-joined = 参加しました。問題はこのメッセージに出ます。
party-joined-before = すでに参加しています。
party-begins = 始めます。
party-stopped = パーティーを終えました。点は残ります。
party-taken = { $letter } を受け付けました。結果は締め切りのあとでわかります。
party-taken-before = すでに { $letter } と答えています。最初の答えが有効です。
party-no-answer = この問題には答えていません。
button-join = 参加する
button-begin = すぐに始める
button-my-answer = 自分の答え

error-party-only-in-servers = パーティーは、Napier が参加しているサーバーのチャンネルで開けます。一人なら /quiz practice をどうぞ。
error-party-running = このチャンネルではすでにパーティーが開かれています。
error-only-host = 始めたり終えたりできるのは、パーティーを開いた人だけです。
error-party-hidden-channel = このチャンネルが見えないため、パーティーを開けません。閲覧を許可するか、別のチャンネルで開いてください。

## お知らせ

reminder-due = 復習する項目が { $count } 件あります。このお知らせは /settings の「通知」で止められます。
button-review = 今すぐ復習
quiz-wrong-line = 途中式の { $line } 行目（{ $content }）が、最初に正しくない行です。
