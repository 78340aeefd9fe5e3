### 途中式のチェック。

command-check = チェック
    .description = 自分の途中式を 1 行ずつ前の行と比べ、最初の間違いとその理由を示します
option-check-working = 途中式
    .description = 「;」か「=>」で区切った行。省くと入力フォームが開きます
option-check-private = 自分だけ
    .description = 答えを自分だけに表示します（指定がなければ、はい）
menu-check = 途中式をチェック

form-check = 途中式のチェック
form-check-label = 途中式を 1 行ずつ
form-check-hint = 例：ln(x) + ln(x-3) = ln(10)

cli-check = 途中式を、1 行ずつ前の行と比べてチェックします。
cli-lines = 途中式の行。1 行ずつ引数にするか、「;」で区切ります。

title-check = あなたの途中式
check-line = { $line } 行目
check-right = 前の行から導けます。
check-wrong = 前の行からは導けません。
check-unread = この行は読み取れません
check-all-follow = どの行も、前の行から正しく導けます
check-one-line = 1 行しかないので、比べるものがありません
check-some-unknown = 間違いは見つかりませんが、判断できない行があります
check-first-wrong = { $line } 行目が、最初に正しくない行です

check-differ = 前の行と値が違います。{ $point } で確かめてください。
check-differ-relation = 前の行と解が違います。{ $point } は、2 つの行のうち片方だけの解です。
check-not-equal = 前の行と同じことを表していません。
check-gained = 前の行では成り立たない { $point } でも成り立ちます。最後に、解をはじめの式に代入して確かめてください。
check-widened = 前の行に値のない { $point } でも値があります。定義域が変わりました。
check-other-unknown = 前の行とは別の文字についての式なので、比べられません。
check-other-kind = この行と前の行の片方は等式か不等式ですが、もう片方はそうではありません。
check-undecided = 前の行から導けるかどうか、判断できません。
check-narrowed = 前の行に値のある { $point } で値がありません。定義域が変わりました。
check-lost = 前の行の解 { $point } が、この行では失われています。
check-added = 前の行にはない解 { $point } があります。
check-extraneous = { $point } は、はじめの式の解ではありません。求めた値をはじめの式に代入して確かめてください。
check-lost-values = 前の行に値のある { $point } で値がありません。
check-nowhere = どこにも値がありません。
check-several-laws = いくつかの公式
check-laws = 使われているのは、{ $laws }です。
check-taken-apart = 空白から、{ $expression } の意味に取りました。
check-not-value = 前の行と値が違います。
check-always = すべての実数で成り立つ
