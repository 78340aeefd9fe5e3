### 値は正しいのに、求められた形になっていない理由。$part はその箇所。

form-logarithms-left = 一つの対数にまとめる問題ですが、対数が { $count } 個残っています。
form-coefficient-outside = 一つの対数にまとめる問題です。{ $part } の前にあるものも中に入れます。
form-something-outside = 一つの対数にまとめる問題ですが、{ $part } の外にまだ何か残っています。
form-product-inside = { $part } の中の積はまだ分けられます。
form-quotient-inside = { $part } の中の商はまだ分けられます。
form-power-inside = { $part } の中の指数はまだ前に出せます。
form-root-inside = { $part } の中の根号は累乗なので、まだ前に出せます。
form-decimal = 正確な値を答える問題ですが、{ $part } は小数です。
form-rounded = { $part } は丸めた値です。正確な値を答えてください。
form-not-worked-out = { $part } はまだ計算できます。
form-like-terms = { $part } の同類項はまだまとめられます。
form-like-factors = { $part } の因数はまだまとめられます。
form-common-factor = { $part } はまだ約分できます。
form-inverse-functions = { $part } では、指数と対数がまだ打ち消し合います。
form-neutral-member = { $part } に、あっても変わらない 0 や 1 が残っています。
form-double-minus = { $part } の二つのマイナスは打ち消し合います。
form-other-base = { $part } の底は、求められた底ではありません。
