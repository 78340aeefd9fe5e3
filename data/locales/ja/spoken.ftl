### 読み上げソフトが読む数式。文字や数 1 つより長いものは、言葉で開いて言葉で閉じ、
### 間（ま）がなくても、違う式が同じに聞こえないようにします。読点は間です。重なったものや端のものは取り除かれます。

## 文字と定数

spoken-capital = 大文字の { $letter }
spoken-subscripted = { $letter } 添え字 { $subscripts }
spoken-constant-e = e
spoken-constant-pi = 円周率
spoken-constant-oo = 無限大
spoken-letter-alpha = アルファ
spoken-letter-beta = ベータ
spoken-letter-gamma = ガンマ
spoken-letter-delta = デルタ
spoken-letter-epsilon = イプシロン
spoken-letter-zeta = ゼータ
spoken-letter-eta = イータ
spoken-letter-theta = シータ
spoken-letter-iota = イオタ
spoken-letter-kappa = カッパ
spoken-letter-lambda = ラムダ
spoken-letter-mu = ミュー
spoken-letter-nu = ニュー
spoken-letter-xi = クシー
spoken-letter-rho = ロー
spoken-letter-sigma = シグマ
spoken-letter-tau = タウ
spoken-letter-phi = ファイ
spoken-letter-chi = カイ
spoken-letter-psi = プサイ
spoken-letter-omega = オメガ

## 計算

spoken-pause = { $words }、
spoken-quantity = 、かっこ { $inside }、かっこ閉じ、
spoken-plus = { $left } プラス { $right }
spoken-minus = { $left } マイナス { $right }
spoken-negative = マイナス { $operand }
spoken-times = { $left } かける { $right }
spoken-over = { $denominator } 分の { $numerator }
spoken-fraction-simple = 分数 { $denominator } 分の { $numerator }
spoken-fraction = 、分数、分母 { $denominator }、分子 { $numerator }、分数終わり、
spoken-squared = { $base } の 2 乗
spoken-cubed = { $base } の 3 乗
spoken-power = { $base } の { $exponent } 乗
spoken-power-fraction = { $base } の { $exponent } 乗
spoken-power-compound = { $base } の、かっこ { $exponent }、かっこ閉じ、乗、
spoken-square-root = ルート { $radicand }
spoken-square-root-compound = ルート { $radicand }、ルート終わり、
spoken-cube-root = 3 乗根 { $radicand }
spoken-cube-root-compound = 3 乗根 { $radicand }、根号終わり、
spoken-root = { $index } 乗根 { $radicand }
spoken-root-compound = { $index } 乗根 { $radicand }、根号終わり、
spoken-absolute = 絶対値 { $operand }
spoken-absolute-compound = 絶対値 { $operand }、絶対値終わり、

## 関数

spoken-natural-log = 底 e の { $argument } の対数
spoken-log = 底 { $base } の { $argument } の対数
spoken-function = { $function } { $argument }
spoken-function-prime = { $function } ダッシュ { $argument }
spoken-function-double-prime = { $function } ツーダッシュ { $argument }
spoken-function-primes = { $function } ダッシュ { $order } 個 { $argument }
spoken-kronecker = クロネッカーのデルタ { $left } と { $right }

## 極限、微分、和：あとに続くものがなければ終わりを言わない

spoken-limit = 、{ $variable } が { $target } に近づくときの極限、{ $body }
spoken-limit-closed = { spoken-limit }、極限終わり、
spoken-limit-above = 、{ $variable } が { $target } に右から近づくときの極限、{ $body }
spoken-limit-above-closed = { spoken-limit-above }、極限終わり、
spoken-limit-below = 、{ $variable } が { $target } に左から近づくときの極限、{ $body }
spoken-limit-below-closed = { spoken-limit-below }、極限終わり、
spoken-derivative = 、{ $variable } についての微分、{ $body }
spoken-derivative-closed = { spoken-derivative }、微分終わり、
spoken-big-sum = 、{ $index } が { $lower } から { $upper } までの和、{ $body }
spoken-big-sum-closed = { spoken-big-sum }、和終わり、

## 関係と条件

spoken-equal = { $left } イコール { $right }
spoken-less = { $left } は { $right } より小さい
spoken-at-most = { $left } は { $right } 以下
spoken-greater = { $left } は { $right } より大きい
spoken-at-least = { $left } は { $right } 以上
spoken-unequal = { $left } は { $right } と等しくない
spoken-whole = { $expression } は整数
spoken-among = { $index } は { $lower } から { $upper } までのどれか
spoken-each = すべての { $indices } について、{ $condition }
spoken-list = { $left } と { $right }
spoken-has-value = { $expression } は値をもつ
spoken-free-of = { $expression } は { $symbol } によらない
spoken-differentiable = { $expression } は { $symbol } について微分可能
spoken-and = { $left }、かつ { $right }
spoken-or = { $left }、または { $right }
spoken-all-of = 次のすべて、{ $inside }、以上
spoken-any-of = 次のどれか、{ $inside }、以上

## 導出の代替テキスト、1 行ずつ

alt-law = { $name }。
alt-formula = 公式 { $number }、{ $name }。
alt-given = 前提：{ $equations }。
alt-conditions = 条件：{ $conditions }。
alt-start = { $line }。
alt-equals = { $law }より、イコール { $line }。
alt-so = { $law }より、{ $line }。
alt-law-number = { $name }（{ $number }）
alt-line-label = { $line }（式 { $label }）
alt-separator = 、
alt-cut = { $line }…
alt-more = あと { $count } 行あります。「文字で見る」を押すと、すべて読めます。
