### 方程式と不等式を解く。

command-solve = 解く
    .description = 方程式や不等式を解きます。途中式と解の候補をすべて検証します
option-solve-equation = 方程式
    .description = 解くもの（3^(x+1) = 5^x、ln(x) + ln(x-3) > 0 など）
option-solve-variable = 変数
    .description = どの文字について解くか（指定がなければ x）
option-solve-private = 自分だけ
    .description = 答えを自分だけに表示します

cli-solve = 方程式や不等式の解を、途中式と解の候補の検証とともに表示します。
cli-equation = 方程式か不等式（3^(x+1) = 5^x など）。
cli-unknown = どの文字について解くか。

title-solve = { $unknown } について解く
heading-domain = 定義域
domain-all = すべての実数（両辺はどこでも定義されます）
heading-solutions = 解
heading-trial = 代入して確認
heading-rejected = 不適
heading-approximate = およその値
heading-unclear = 未確定

solutions-none = なし
solutions-all = 定義域のすべての数
solutions-all-real = すべての実数
solutions-unknown = 正確な形では解けません。
solutions-some = { $found }（これですべてとは限りません）
solutions-nowhere = なし（両辺がともに定義される数がありません）

trial-proved = { $values }：もとの式に代入すると成り立ちます（証明済み）
trial-sampled = { $values }：もとの式に代入すると、両辺が 50 桁まで一致します（証明ではありません）

rejected-outside = { $value } は解ではありません。{ $why }
rejected-false = { $value } は解ではありません。もとの式に代入すると成り立ちません。
rejected-varying-power = { $value } は除きます。{ $power } では底と指数がともに変わるので、底は 0 より大きいものとしますが、{ $base } はそうではありません。
rejected-plain-outside = { $node } には { $condition } が必要です
rejected-plain-false = そこでは式が成り立ちません

approximate-root = { $interval }：この間に解がちょうど 1 つあります
approximate-edge = { $interval }：この間の 1 点で両辺が等しくなります
approximate-searched = 調べたのは { $interval } の範囲だけで、その外にも解があるかもしれません。
approximate-all = ほかに解はありません。
unclear-root = { $interval }：ここでは両辺がとても近く、解があるかどうか決められません

## 読み上げ

alt-domain = 定義域：{ $conditions }。
alt-equivalent = { $law }：同値変形して、{ $line }。
alt-implied = { $law }：この向きにだけ成り立つこととして、{ $line }。

## エラー

error-no-unknown = { $named ->
    [no] 「{ $shown }」には、求める文字がありません。
   *[other] 「{ $shown }」には、求める文字 { $unknown } がありません。
}

## 2 つの行の間の途中式

cli-bridge = 2 つの式の間の、省かれた途中式を表示します。等しくなければ、値が異なる点を示します。
cli-from = 途中式の最初の式。
cli-goal = 途中式の最後の式。

title-bridge = 二つの式をつなぐ途中式
bridge-same = 同じ行です。
bridge-no-steps = 2 つの式は等しいのですが、途中式が見つかりませんでした。
bridge-unknown = 途中式が見つからず、等しいかどうかも決められませんでした。
bridge-differ = 2 つの式は等しくありません。
bridge-differ-at = 2 つの式は等しくありません。{ $point } のとき値が異なります。
