### Discord に登録するスラッシュコマンド。名前は 32 文字以内、説明は 100 文字以内。

command-derive = 導出
    .description = 導出の途中式を 1 行ずつ、使った法則の名前とともに画像で見せます
option-derive-what = 何を
    .description = 公式（3.1、底の変換公式など）、微分したい式、または A = B
option-derive-variable = 変数
    .description = どの文字で微分するか（指定がなければ x）
option-derive-view = 表示
    .description = 一度にすべて、または 1 行ずつ
option-derive-private = 自分だけ
    .description = 答えを自分だけに表示します

command-formula = 公式
    .description = 公式のカード：内容、条件、もとになる公式、使われる公式
option-formula-which = どれ
    .description = 公式の番号か名前（2.4、商の対数など）
option-formula-private = 自分だけ
    .description = 答えを自分だけに表示します

command-evaluate = 計算
    .description = 式の値を、途中式とともに、正確な値と小数で示します
option-evaluate-expression = 式
    .description = 計算する式（log_2(8)、2^1000000 など）
option-evaluate-at = 代入
    .description = 文字の値（x = 2, y = 1/3 など）
option-evaluate-digits = 桁数
    .description = 小数の桁数（1 から 100）
option-evaluate-private = 自分だけ
    .description = 答えを自分だけに表示します

command-rewrite = 変形
    .description = 展開、まとめる、簡単にする、底の変換を、途中式と成り立つ条件とともに示します
option-rewrite-expression = 式
    .description = 変形する式（ln(x^2 y) など）
option-rewrite-to = 何を
    .description = どう変形するか
option-rewrite-base = 底
    .description = 新しい底（底の変換のとき）
option-rewrite-private = 自分だけ
    .description = 答えを自分だけに表示します

choice-view-all = すべて
choice-view-step = 1 行ずつ
choice-to-expand = 展開する
choice-to-condense = 一つの対数にまとめる
choice-to-simplify = 簡単にする
choice-to-base = 底を変える

autocomplete-formula = { $number } { $name }
autocomplete-reading = { $typed } → { $read }
