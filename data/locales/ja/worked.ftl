### 式の微分、値、書き換え。

title-derive = { $variable } での微分
title-evaluate = 値
title-expand = 展開
title-condense = 一つにまとめる
title-simplify = 簡単にする
title-base = 底を { $base } にする

nothing-to-derive = もう計算できています。
nothing-to-evaluate = 正確な値としては、これ以上簡単になりません。
nothing-to-rewrite = すでにその形になっています。

## 数値

heading-decimal = 小数
heading-size = 大きさ
decimal-rounded = ≈ { $decimal }（{ $digits } 桁）
decimal-exact = = { $decimal }
magnitude = { $digits } 桁、上の桁は { $leading }…
magnitude-alone = { $digits } 桁
lacking-undefined = 示せません。大きすぎるか、計算できる数ではありません。
lacking-undecided = 確かな小数がありません。0 か、2 つの小数の真ん中に近すぎます。

## どう読んだか

read-as = 読み取った式
