### カードや文字の答えの組み立て方。

labelled = { $heading }：{ $content }
list-comma = {"、"}
list-dot = {" · "}
heading-here = ここでは
button-step = 1 行ずつ
button-derivation = 導出
page-of = { $title } – { $place }

## プログラムからのリクエストに足りないもの

field-blank = 行が空です。
field-not-json = 行が JSON ではありません。
field-not-an-object = 行が JSON オブジェクトではありません。
field-unknown-verb = その名前の処理はありません。使えるのは { $allowed } です。
field-missing-field = フィールド「{ $field }」がありません。
field-wrong-type = フィールド「{ $field }」の種類が違います。正しくは { $allowed } です。
field-unknown-value = フィールド「{ $field }」には次のどれかを指定してください：{ $allowed }
field-out-of-range = フィールド「{ $field }」が範囲の外です：{ $allowed }
field-not-both = 「{ $field }」と「{ $allowed }」は、どちらか一方だけを指定してください。
field-unknown-skill = その名前のスキルはありません。あるのは { $allowed } です。
field-unknown-level = そのレベルはありません：{ $allowed }
field-unknown-kind = その種類の問題はここにはありません。あるのは { $allowed } です。

## ターミナル

cli-run = Discord でボットを動かします。
cli-derive = 導出の途中式を 1 行ずつ、使った法則とともに表示します。
cli-evaluate = 式の値を、途中式とともに、正確な値と小数で表示します。
cli-rewrite = 展開、まとめる、簡単にする、底の変換をした式を、途中式とともに表示します。
cli-grade = 答えを評価し、どんな間違いから来たかを表示します。
cli-exercise = 問題を表示します。シードが同じなら、いつも同じ問題です。
cli-expression = 式（log_2(8) など）。
cli-at = 文字の値（「x = 2」など）。何度でも指定できます。
cli-digits = 小数の桁数（1 から 100）。
cli-to = どう変形するか：{ $allowed }
cli-base = 新しい底。
cli-answer = 評価する答え。
cli-expected = 答えと等しいはずの式。
cli-question-differentiate = 問題：これを微分する。
cli-question-evaluate = 問題：これを計算する。
cli-question-rewrite = 問題：これを --to のように変形する。
cli-question-solve = 問題：これを解く。
cli-form = 求められた形：single_log、expanded、exact、simplified、または「base 2」。
cli-skill = 練習するスキル。「napier list skills」で一覧が出ます。
cli-level = 難しさ（1 から 5）。
cli-seed = 好きな整数。
cli-kind = 問題の種類。省くと、そのスキルのもの。
cli-solution = 解答も表示します。
cli-list = Napier が知っているものを一覧にします。
cli-batch = 標準入力の JSON リクエストに、1 行ずつ JSON で答えます。
cli-what = 公式の番号か名前（3.1、底の変換公式など）。
cli-of = 一覧にするもの：{ $allowed }
cli-variable = 微分する文字。
cli-json = JSON オブジェクトを 1 つ出力します。
cli-lang = 言語（en または ja）。
cli-ready = 準備ができました。{ $address } を開いてください。
cli-ready-on-discord = Napier は Discord で動いています。止めるには Ctrl-C を押してください。
error-playground-ended = プレイグラウンドが終了してしまいました。理由は上の行にあります。
