### コマンドライン。

cli-about = Napier:対数と指数の途中式を、1 行ずつ法則の名前つきで、検証して示します。
cli-read-as = 読み取った式：{ $expression }
cli-no-such-formula = 公式 { $what } は見つかりません。`napier list formulas` ですべて表示できます。
cli-cannot-read = 読み取れませんでした。
