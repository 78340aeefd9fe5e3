### 式に値がない理由。

undefined = { $part } には値がありません：{ $why }
undefined-never = どこでも値がありません：{ $condition } は決して成り立ちません。
undefined-fails = 値がありません：{ $condition } が成り立ちません。
undefined-unknown = { $part } の値はわかりません。

## コロンのあと

undefined-argument = 真数 { $value } が 0 より大きくありません。
undefined-base = 底 { $value } が 0 より大きくありません。
undefined-base-one = { $plain ->
    [yes] 底が 1 なので、何乗しても 1 です。
   *[no] 底 { $value } は 1 なので、何乗しても 1 です。
}
undefined-denominator = { $plain ->
    [yes] 分母が 0 です。
   *[no] 分母 { $value } が 0 です。
}
undefined-radicand = 負の数 { $value } の偶数乗根は実数ではありません。
undefined-index = 根号の指数 { $value } は 0 にできません。
undefined-zero-power = 0 の 0 乗は定義されません。
undefined-power-of-zero = 0 の { $exponent } 乗は定義されません。
undefined-negative-base = 底 { $value } が負で、指数 { $exponent } が整数ではありません。
undefined-because = { $condition } が成り立ちません。
