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

choice-view-all = すべて
choice-view-step = 1 行ずつ

autocomplete-formula = { $number } { $name }
