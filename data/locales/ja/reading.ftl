### 読めなかったところと、どう読んだか。
### $found は問題の部分、$shown はそれがあるかどうか。

## 間違い

misreading-empty = まだ何も入力されていません。log_2(8) のような式を入力してください。
misreading-too-long = 長すぎて読めません。{ $most } 文字以内で入力してください。
misreading-too-deep = 入れ子が深すぎて読めません。小さく分けて試してみてください。
misreading-too-many-digits = 数 { $found } の桁が多すぎます。{ $most } 桁以内で入力してください。
misreading-unknown-character = 「{ $found }」という文字は使えません。
misreading-unknown-name = 「{ $found }」という名前はわかりません。
misreading-unexpected = { $shown ->
    [yes] ここに「{ $found }」が来るとは思いませんでした。
   *[no] 最後に何かが足りません。
}
misreading-unclosed = 「{ $found }」が開いたまま、閉じられていません。
misreading-unopened = 「{ $found }」で閉じていますが、対応する開きがありません。
misreading-missing-argument = { $shown ->
    [yes] 「{ $found }」の中身が足りません。
   *[no] ここの関数の中身が足りません。
}
misreading-missing-operand = { $shown ->
    [yes] 「{ $found }」のあとに何かが足りません。
   *[no] ここに何かが足りません。
}
misreading-two-relations = = や < のような記号は 1 行に 1 つだけです。「{ $found }」は 2 つ目です。
misreading-decimal-comma = 小数はコンマではなく、ピリオドで書いてください。
misreading-thousands-comma = 「{ $found }」は桁の区切りのようです。数はコンマを入れずに書いてください。
misreading-scientific = 「{ $found }」のような指数表記は読めません。10 の累乗で書いてください。
misreading-bad-base = 下に底を書けるのは log だけです。
misreading-bad-index = { $shown ->
    [yes] 「{ $found }」は添え字にできません。x_1 や t_ik のように、文字か数字を使ってください。
   *[no] ここの添え字が読めません。x_1 や t_ik のように、文字か数字を使ってください。
}
misreading-which-variable = どの文字で微分するのかわかりません。代わりに d/dx を前に書いてください。

suggestion = もしかして { $text } ですか？

## 読み方についてのひとこと

note-bare-log = { $base ->
    [e] 底のない log は自然対数（底は e）として読みました。
   *[other] 底のない log は { $base } を底とする対数として読みました。
}
note-lg = lg は { $base } を底とする対数として読みました。
note-lb = lb は { $base } を底とする対数として読みました。
note-implicit-denominator = 並べて書いた積は / より強く結びつくので、1/2x は 1/(2x) と読みました。
note-function-argument = かっこのない関数は、すぐ後ろに並んだ積を真数とし、/、*、+、- の前で終わると読みました。
note-written-base = log のすぐ後ろの数 { $base } は底として読みました。
note-power-one-factor = 指数になるのはすぐ後ろの 1 つだけなので、e^2x は (e^2)·x と読みました。もう一方は e^(2x) と書いてください。
note-root-one-factor = かっこのない根号はすぐ後ろの 1 つだけにかかるので、√2x は (√2)·x と読みました。
note-sum-from-one = 始まりが書かれていないので、和は 1 から始めました。
note-sum-to-usual-end = 範囲が書かれていないので、1 から { $base } までの和としました。
