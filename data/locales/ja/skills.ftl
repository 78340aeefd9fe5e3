### 学べることと、問題文。公式そのものを学ぶときは、公式の名前を使います。

skill-evaluate-power = 累乗の値を求める
skill-evaluate-logarithm = 対数の値を求める
skill-expand-logarithm = 対数を和に分ける
skill-condense-logarithms = 1 つの対数にまとめる
skill-solve-exponential = 指数方程式
skill-solve-logarithmic = 対数方程式
skill-chain-rule = 合成関数の微分

## 問題文

prompt-apply = 「{ $law }」を使うと、どうなりますか。
prompt-change = 底を e に変えると、どうなりますか。
prompt-expand = 文字や数 1 つずつの対数の和で表してください。
prompt-condense = 1 つの対数にまとめてください。
prompt-evaluate = 正確な値はいくつですか。
prompt-differentiate = { $variable } で微分してください。
prompt-solve = { $variable } について解いてください。
prompt-name-rule = 1 行目から 2 行目へ導く公式はどれですか。
prompt-fill-line = 抜けている行はどれですか。
prompt-find-wrong = 前の行から導けない行はどれですか。
line-choice = { $number } 行目
line-choice-none = どの行も正しい

## 誤概念ではない、うっかりした間違い

slip-lost-minus-sign = マイナスの書き忘れ
    .explanation = 符号だけが違います。マイナスを 1 行ずつ追ってみましょう。
slip-numeral-slip = 数のずれ
    .explanation = 形は合っていますが、数が 1 つ違います。もう一度計算してみましょう。
slip-part-left-out = 一部の抜け
    .explanation = 項か因数が 1 つ抜けています。答えを元の式に戻して確かめましょう。
slip-wrong-inverse = 逆の操作の取り違え
    .explanation = 足し算は引き算で、掛け算は割り算で、累乗は対数で元に戻します。
slip-another-law = 別の公式
    .explanation = その公式は別のことを述べています。両辺を 2 つの行と見比べましょう。
slip-sound-line = その行は正しい
    .explanation = 前の行から正しく導けます。値が変わる最初の行を探しましょう。
