### 学習者がたどりがちな誤った規則:短い名前と、なぜ誤りかの一言。

## 和・積・商・累乗の対数

misconception-log-of-sum = 和の対数を分けた
    .explanation = 対数は積を和に変えます。和の対数はそれ以上簡単になりません。ln(1 + 1) は ln 1 + ln 1 = 0 ではありません。
misconception-log-of-product-as-product = 積の対数を対数の積にした
    .explanation = 積の対数は対数の和です。累乗をかけるとき、指数は足されるからです。
misconception-sum-of-logs-as-product = 対数の和を対数の積にした
    .explanation = 対数を足すと、かけ合わさるのは真数です。対数どうしがかけ合わさるのではありません。
misconception-sum-of-logs-as-log-of-sum = 対数の和を和の対数にした
    .explanation = 対数を足すと真数はかけ算になります。ln x + ln y は ln(xy)、ln x − ln y は ln(x/y) です。
misconception-quotient-of-logs-as-log-of-quotient = 対数の商を商の対数にした
    .explanation = 商の対数は対数の差です。対数どうしの商は、底の変換を表します。
misconception-quotient-of-logs-as-difference = 対数の商を差にした
    .explanation = ln x − ln y になるのは ln(x/y) です。ln x / ln y は二つの数の割り算で、差にはなりません。
misconception-logs-cancelled = log を約分した
    .explanation = ln は関数で、かけられている数ではありません。分子と分母から約分することはできません。
misconception-log-of-quotient-as-quotient = 商の対数を対数の商にした
    .explanation = 商の対数は対数の差です。累乗を割るとき、指数は引かれるからです。
misconception-exponent-taken-from-part = 一部だけの指数を全体の前に出した
    .explanation = ln(2x³) で 3 乗されているのは x だけです。先に積を分けて ln 2 + 3 ln x とします。
misconception-factor-taken-out-of-log = 真数の係数を前に出した
    .explanation = 対数の前に出せるのは指数だけです。真数の係数は項になります。ln(3x) = ln 3 + ln x です。
misconception-factor-taken-into-log = 対数の係数を真数にかけた
    .explanation = 対数の前の係数は、真数の指数になります。3 ln x = ln(x³) です。
misconception-log-of-power-as-power-of-log = 累乗の対数を対数の累乗にした
    .explanation = ln(x³) で 3 乗されているのは x だけなので、3 は係数として前に出ます。(ln x)³ は対数そのものの 3 乗です。
misconception-power-of-log-as-log-of-power = 対数の累乗を累乗の対数にした
    .explanation = (ln x)² は ln x かける ln x です。前に出せるのは真数の指数だけで、ln(x²) = 2 ln|x| です。
misconception-sign-spread-over-terms = マイナスを後ろの項まで広げた
    .explanation = ln x − ln y + ln z で引かれているのは ln y だけです。z は分子に入り、ln(xz/y) となります。
misconception-log-of-reciprocal-as-reciprocal = 逆数の対数を対数の逆数にした
    .explanation = 1/x は x の −1 乗なので、その対数は −ln x です。1/ln x ではありません。
misconception-log-of-square-loses-negatives = 負の値を落とした
    .explanation = x² は x が負でも正ですが、ln x はそこで定義されません。ln(x²) = 2 ln|x| です。2 ln x が正しいのは x > 0 のときだけです。

## 対数の意味と底

misconception-change-of-base-flipped = 底の変換で上下を逆にした
    .explanation = 底は分母に入ります。log₂ x = ln x / ln 2 です。
misconception-base-and-argument-swapped = 底と真数を入れかえた
    .explanation = log₂ 8 は「2 を何乗すると 8 になるか」です。入れかえると逆数になってしまいます。
misconception-log-as-quotient = 対数を割り算とみなした
    .explanation = log₂ 8 は 8 ÷ 2 ではありません。2 を何回かけると 8 になるかを表し、8 = 2 · 2 · 2 なので 3 です。
misconception-log-as-power = 対数を累乗とみなした
    .explanation = log₂ 8 は 2 の 8 乗ではありません。2 を 8 にするための指数です。
misconception-bases-multiplied = 異なる底をかけ合わせた
    .explanation = 対数をまとめられるのは底が同じときだけです。先に底をそろえます。
misconception-ln-read-as-common-log = ln を常用対数と読んだ
    .explanation = ln の底は e = 2.718…、log₁₀ の底は 10 です。両者は ln 10 倍だけ違います。
misconception-log-as-negative-exponential = 対数を e の負の累乗とみなした
    .explanation = ln は eˣ の逆関数ですが、e の累乗ではありません。逆関数と逆数は別のものです。
misconception-log-of-negative-accepted = 負の数の対数を認めた
    .explanation = 真数は正でなければなりません。解をもとの方程式に代入して、真数が 0 以下になるものは解から除きます。
misconception-negative-values-rejected = 負の解を捨ててしまった
    .explanation = 正でなければならないのは x ではなく真数です。x が負でも真数が正になることがあります。

## 累乗

misconception-exponential-of-sum = 指数の和を累乗の和にした
    .explanation = 指数の和は累乗の積になります。e^(x+y) = eˣ · eʸ です。
misconception-like-powers-added = 和なのに指数を足した
    .explanation = 指数を足すのは累乗をかけるときです。3ˣ + 3ˣ は 3ˣ の 2 倍です。
misconception-exponents-multiplied-in-product = 積なのに指数をかけた
    .explanation = 同じ底の累乗をかけるときは指数を足します。x 個と y 個で x + y 個になります。
misconception-exponents-added-in-power = 累乗の累乗で指数を足した
    .explanation = 累乗の累乗では指数をかけます。x 個の組が y 組で xy 個です。
misconception-power-tower = 累乗のかっこを移した
    .explanation = (aˣ)ʸ は全体を y 乗するので指数をかけます。a^(xʸ) は指数のほうを y 乗したものです。
misconception-coefficient-taken-into-base = 係数を底にかけた
    .explanation = 3 · 2ˣ で x 乗されているのは 2 だけです。6ˣ は 3ˣ · 2ˣ です。
misconception-different-bases-joined = 底も指数も違う累乗をまとめた
    .explanation = 累乗をまとめられるのは、底か指数が同じときです。ここではどちらも違います。
misconception-negative-exponent-as-negative-value = 負の指数を負の値とみなした
    .explanation = 指数のマイナスは逆数を表します。2^(−3) = 1/2³ = 1/8 です。正の底の累乗が負になることはありません。
misconception-fractional-exponent-swapped = 分数の指数の上下を逆にした
    .explanation = 分母が根号、分子が累乗です。8^(2/3) は 8 の 3 乗根の 2 乗です。
misconception-exponents-divided = 指数を割った
    .explanation = 同じ底の累乗を割るときは、指数を引きます。
misconception-power-as-multiple = 累乗を倍数とみなした
    .explanation = 2ᵏ は 2 を k 個かけたもの、2k は 2 を k 個足したものです。
misconception-factor-before-log-kept = 対数の係数をそのまま係数にした
    .explanation = e と ln が打ち消し合うのは、あいだに何もないときだけです。係数は先に指数にします。e^(2 ln x) = e^(ln(x²)) = x² です。
misconception-summand-beside-log-kept = 対数に足した数をそのまま足した
    .explanation = 指数の和は累乗の積になります。e^(ln x + c) = x · e^c です。

## 微分

misconception-natural-exponential-by-power-rule = eˣ を xⁿ の公式で微分した
    .explanation = xⁿ の公式は x が底のときのものです。eˣ では x は指数で、微分しても eˣ のままです。
misconception-exponential-by-power-rule = aˣ を xⁿ の公式で微分した
    .explanation = xⁿ の公式は x が底のときのものです。x が指数なら、微分は aˣ ln a です。
misconception-log-of-base-left-out = ln a をかけ忘れた
    .explanation = 微分して変わらないのは eˣ だけです。ほかの底では ln a がかかり、(aˣ)′ = aˣ ln a です。
misconception-divided-by-log-of-base = ln a をかけずに割った
    .explanation = aˣ = e^(x ln a) なので、合成関数の微分で ln a がかかります。割るのは積分のときです。
misconception-base-of-log-left-out = 対数の底を忘れた
    .explanation = 微分が 1/x になるのは ln x だけです。log_a x = ln x / ln a なので、分母に ln a が入ります。
misconception-log-of-base-in-numerator = ln a を分子に置いた
    .explanation = log_a x は ln x を ln a で割ったものなので、ln a は分母に入り、1/(x ln a) となります。
misconception-factor-kept-in-log-derivative = 対数の微分に係数を残した
    .explanation = ln(5x) = ln 5 + ln x で、ln 5 は定数なので、微分は 1/x です。合成関数の微分でも 5 は約分されます。
misconception-chain-rule-forgotten = 合成関数の微分を忘れた
    .explanation = 中にあるのは x だけではありません。外側の微分に、内側の微分をかけます。
misconception-reciprocal-of-inner-derivative = 内側の微分の逆数にした
    .explanation = ln u の微分は u′/u です。内側の微分が分子、u 自身が分母です。
misconception-product-of-derivatives = 積の微分を微分の積にした
    .explanation = 積は一つずつ微分します。(uv)′ = u′v + uv′ です。
misconception-quotient-of-derivatives = 商の微分を微分の商にした
    .explanation = 商には商の公式があります。(u/v)′ = (u′v − uv′)/v² です。
misconception-variable-power-by-power-rule = 指数にも x があるのに xⁿ の公式を使った
    .explanation = xⁿ の公式は指数が定数のときのものです。底と指数の両方に x があれば、先に対数をとり y = e^(v ln u) とします。
misconception-variable-power-by-exponential-rule = 底にも x があるのに aˣ の公式を使った
    .explanation = (aˣ)′ = aˣ ln a は底が定数のときのものです。底と指数の両方に x があれば、先に対数をとり y = e^(v ln u) とします。
misconception-not-multiplied-by-y = 最後に y をかけ忘れた
    .explanation = 対数微分法で得られるのは y′/y です。y′ にするには y をかけます。
misconception-constant-differentiated = 定数を関数のように微分した
    .explanation = x が入っていません。e² も ln 2 もただの数なので、微分は 0 です。
