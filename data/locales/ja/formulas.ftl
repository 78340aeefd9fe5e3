### レッスンの公式の題。id は法則の id です。

formula-product-of-powers = 指数法則（累乗の積）
formula-reciprocal-of-power = 指数法則（累乗の逆数）
formula-quotient-of-powers = 指数法則（累乗の商）
formula-power-of-power = 指数法則（累乗の累乗）
formula-derivative-of-exponential = 指数関数の微分の公式
formula-derivative-of-natural-exponential = e を底とする指数関数の微分の公式
formula-log-of-one = 1 の対数
formula-log-of-base = 底の対数
formula-log-of-product = 積の対数
formula-log-of-quotient = 商の対数
formula-log-of-reciprocal = 逆数の対数
formula-log-of-power = 累乗の対数
formula-change-of-base = 底の変換公式
formula-derivative-of-log = 対数関数の微分の公式
formula-derivative-of-natural-log = e を底とする対数関数の微分の公式
