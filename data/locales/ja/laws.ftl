### 法則：行のとなりに書く短い名前と、その変形が許される理由をひとことで。
### .mnemonic:覚え方。

## レッスンの公式

law-product-of-powers = 同じ底の累乗の積
    .explanation = 底が同じ累乗の積では指数を足します。x 個かけて、さらに y 個かければ、全部で x + y 個です。
law-reciprocal-of-power = 累乗の逆数
    .explanation = かけ合わせると 1 になるので、累乗の逆数は、同じ底で指数の符号を変えたものです。
law-quotient-of-powers = 同じ底の累乗の商
    .explanation = 底が同じ累乗の商では指数を引きます。分母の 1 個ごとに、分子の 1 個が約分されます。
law-power-of-power = 累乗の累乗
    .explanation = 累乗の累乗では指数をかけます。x 個の組が y 組あれば、全部で xy 個です。
law-derivative-of-exponential = 指数関数の微分
    .explanation = 指数関数の増え方は自分自身に比例し、その比例定数が底の自然対数です。
law-derivative-of-natural-exponential = e^x の微分
    .explanation = 底が e なら比例定数が 1 なので、e^x は微分しても自分自身になります。
law-log-of-one = 1 の対数
    .explanation = 底を 0 乗すると 1 になるので、1 の対数は 0 です。
law-log-of-base = 底の対数
    .explanation = 底を 1 乗すると底そのものなので、底の対数は 1 です。
law-log-of-product = 積の対数
    .explanation = 累乗の積では指数を足し、対数は指数なので、積の対数は対数の和になります。
    .mnemonic = 中のかけ算は、外で足し算。
law-log-of-quotient = 商の対数
    .explanation = 累乗の商では指数を引くので、商の対数は対数の差になります。
    .mnemonic = 中のわり算は、外で引き算。
law-log-of-reciprocal = 逆数の対数
    .explanation = 商の対数で分子を 1 とすると、1 の対数は 0 なので、マイナスの項だけが残ります。
law-log-of-power = 累乗の対数
    .explanation = 累乗の累乗では指数をかけるので、真数の指数は対数の前に出て係数になります。
    .mnemonic = 肩の指数は、前に下ろす。
law-change-of-base = 底の変換公式
    .explanation = どんな対数も、新しい底の 2 つの対数の商で書けます。分子は真数の対数、分母はもとの底の対数です。
    .mnemonic = 真数は上へ、底は下へ。
law-derivative-of-log = 対数関数の微分
    .explanation = 対数関数の x での傾きは、x 分の 1 を、底の自然対数で割ったものです。
law-derivative-of-natural-log = 自然対数の微分
    .explanation = 底が e なら log_e e = 1 で割ることになるので、x での傾きは x 分の 1 です。

## 既知とするもの

law-power-zero = 0 乗
    .explanation = 0 でない数の 0 乗は 1 です。指数を足す法則が成り立つ値は、これだけです。
law-power-one = 1 乗
    .explanation = 1 乗は、その数が 1 個だけなので、その数そのものです。
law-power-positive = 正の底の累乗は正
    .explanation = 底が正なら、指数がどんな実数でも累乗は正です。
law-power-of-log = 対数の定義
    .explanation = 対数とは「底を何乗すると x になるか」の答えなので、底をその数だけ累乗すると x に戻ります。
law-log-of-own-power = 底の累乗の対数
    .explanation = 対数は「底の何乗か」を問うもので、その答えは指数にそのまま見えています。
law-definition-of-e = ネイピア数 e の定義
    .explanation = ネイピア数 e は、t が 0 に近づくときの (1 + t) の t 分の 1 乗の極限として定義されます。
    .mnemonic = 2.71828 = 二塁から内野にわたる
law-continuity-of-log = 対数関数の連続性
    .explanation = 対数関数は途切れないので、真数の極限が正なら、極限を対数の中に入れられます。
law-continuity-of-power = 累乗の連続性
    .explanation = 指数が一定なら、正の底の累乗は途切れないので、極限を底の中に入れられます。
law-derivative-definition = 微分の定義
    .explanation = 微分とは、x と x + h の間の傾きが、h を 0 に近づけるとき近づいていく値です。
law-derivative-of-inverse = 逆関数の微分
    .explanation = 関数と逆関数は鏡に映したような関係なので、対応する点での傾きは互いに逆数です。
law-chain-rule = 合成関数の微分
    .explanation = 外側の関数の変化率に、中身の変化率をかけます。
law-chain-rule-for-log = 対数の合成関数の微分
    .explanation = 外側の自然対数を微分して「中身」分の 1 とし、さらに中身の微分をかけます。

## 極限の法則

law-limit-of-sum = 和の極限
    .explanation = それぞれの極限があれば、和の極限は極限の和です。
law-limit-of-constant = 定数の極限
    .explanation = 変数が動いても変わらないものは、極限もそのままです。
law-constant-out-of-limit = 定数を極限の外へ
    .explanation = 変数が動いても変わらない因数は、極限の前に出せます。
law-limit-substitution = 極限での置き換え
    .explanation = 一定の倍率で新しい文字に置き換えると、2 つの文字は同時にそれぞれの行き先へ近づくので、極限は同じです。

## 式の変形

law-arithmetic = 数の計算
    .explanation = 数の部分を計算します。
law-unfold-definition = 関数の定義
    .explanation = 関数を、その定義の式に置き換えます。
law-split-fraction = 分数を分ける
    .explanation = 分子が和の分数は、項ごとに同じ分母の分数に分けられます。
law-quotient-as-product = 分数を積に
    .explanation = わり算は、逆数をかけることと同じです。
law-cancel-factor = 約分
    .explanation = 分子と分母に共通の 0 でない因数は、割ると 1 になります。
law-expand-by = かけて割る
    .explanation = 0 でない同じ数をかけて割っても、値は変わりません。
law-product-of-reciprocals = 逆数の積
    .explanation = ある数で割ってから別の数で割ることは、2 つの積で割ることと同じです。
law-factor-out-of-difference = 共通因数でくくる
    .explanation = 差の両方の項にある因数は、かっこの前に 1 つにまとめて出せます。
law-factor-out-of-quotient = 因数を分数の前へ
    .explanation = 割る前にかけても、割ったあとにかけても同じなので、分子の因数は分数の前に出せます。
law-quotient-of-equals = 同じものの商
    .explanation = 0 でない数を自分自身で割ると 1 です。
law-cancel-terms = 項の打ち消し
    .explanation = 符号だけが違う 2 つの項は、足すと 0 になります。
law-multiply-by-one = 1 をかける
    .explanation = 1 をかけても、1 で割っても、値は変わりません。
law-add-zero = 0 を足す
    .explanation = 0 を足しても値は変わりません。
law-zero-factor = 0 をかける
    .explanation = 0 を含む積は 0 です。
law-zero-over = 0 を割る
    .explanation = 0 を 0 でないもので割ると 0 です。
law-over-one = 1 で割る
    .explanation = 1 で割っても値は変わりません。
law-power-of-one = 1 の累乗
    .explanation = 1 は何回かけても 1 のままです。
law-double-negative = マイナスのマイナス
    .explanation = 符号を 2 回変えると、もとの数に戻ります。
law-negative-factor = 積のマイナスを前へ
    .explanation = 因数の 1 つについたマイナスは、積全体のマイナスになります。
law-negative-numerator = 分子のマイナスを前へ
    .explanation = 分子のマイナスは、分数全体のマイナスになります。
law-negative-denominator = 分母のマイナスを前へ
    .explanation = 分母のマイナスは、分数全体のマイナスになります。
law-multiply-into-fraction = 分子にかける
    .explanation = 分数に何かをかけるには、分子にかけます。
law-multiply-by-reciprocal = 逆数をかける
    .explanation = 逆数をかけることは、割ることと同じです。
law-multiply-fractions = 分数の積
    .explanation = 分数の積は、分子どうし、分母どうしをかけます。
law-divide-fraction = 分数を割る
    .explanation = 分数を何かで割るには、分母にかけます。
law-divide-by-fraction = 分数で割る
    .explanation = 分数で割ることは、ひっくり返してかけることと同じです。
law-like-terms = 同類項をまとめる
    .explanation = 係数だけが違う項は、係数を足してまとめられます。
law-collect-powers = 累乗をまとめる
    .explanation = 底が同じ因数は、指数を足して 1 つの累乗にできます。
law-cancel-in-fraction = 分数の約分
    .explanation = 分子と分母の共通の因数は約分でき、底が同じ累乗は指数の差だけが残ります。
law-cancel-numerals = 数の約分
    .explanation = 分子と分母の数を、最大公約数で割ります。

## 微分

law-constant-factor = 定数倍の微分
    .explanation = 変数によらない因数はそのまま前に置き、残りを微分します。
law-derivative-of-variable = 変数そのものの微分
    .explanation = y = x のグラフは傾き 1 の直線です。
law-chain-rule-for-log-to-base = 底 a の対数の合成関数の微分
    .explanation = 自然対数のときと同じで、さらに底の自然対数で割ります。
law-derivative-of-log-of-absolute = ln|u| の微分
    .explanation = 絶対値は u と u の微分の符号を同時に変えるので、その商は ln u のときと同じです。
law-derivative-of-log-of-absolute-to-base = log_a|u| の微分
    .explanation = ln|u| のときと同じで、さらに底の自然対数で割ります。
law-derivative-of-constant = 定数の微分
    .explanation = 変わらないものの傾きは 0 です。
law-derivative-of-negative = マイナスつきの微分
    .explanation = グラフを上下に返すと、傾きの符号が変わります。
law-constant-divisor = 定数で割った式の微分
    .explanation = 変数によらない分母はそのまま残し、残りを微分します。
law-derivative-of-sum = 和の微分
    .explanation = 変化率は足し合わせられるので、和は項ごとに微分できます。
law-product-rule = 積の微分
    .explanation = 片方を止めてもう片方を動かしたときの変化を、それぞれ足し合わせます。
law-quotient-rule = 商の微分
    .explanation = 「分子の微分かける分母」から「分子かける分母の微分」を引き、分母の 2 乗で割ります。
law-derivative-of-reciprocal = 逆数の微分
    .explanation = 商の微分で分子が定数の場合です。定数の微分は 0 です。
law-power-rule = 累乗の微分
    .explanation = 指数が係数として前に下り、新しい指数は 1 だけ小さくなります。
law-derivative-of-root = 平方根の微分
    .explanation = 平方根は 2 分の 1 乗なので、累乗の微分から「平方根の 2 倍」分の 1 になります。
law-derivative-of-absolute = |u| の微分
    .explanation = 傾きは中身の符号に従います。中身が正ならそのまま、負なら逆の符号です。
law-chain-rule-for-exponential = a^u の微分
    .explanation = 指数関数そのものの微分に、指数の微分をかけます。
law-chain-rule-for-natural-exponential = e^u の微分
    .explanation = e^u は微分しても自分自身なので、それに指数の微分をかけます。
law-logarithmic-differentiation = 対数微分法
    .explanation = 対数をとって指数を前に下ろし、微分してから、もとの累乗をかけます。
law-root-as-power = 累乗根を指数で表す
    .explanation = n 乗根は n 乗すると元の数になる数なので、指数が 1/n の累乗に等しくなります。

## 値・累乗根・絶対値

law-substitute-values = 値の代入
    .explanation = それぞれの文字を、与えられた値で置き換えます。
law-write-as-power = 累乗で表す
    .explanation = 数を累乗の形に書くと、指数や対数の法則が使えるようになります。
law-write-as-product = 積で表す
    .explanation = 数を積の形に書くと、因数ごとに計算できるようになります。
law-distribute = 分配法則
    .explanation = かっこの外の因数を、かっこの中のすべての項にかけます。
law-negative-of-sum = かっこの前のマイナス
    .explanation = かっこの前のマイナスは、かっこの中のすべての項の符号を変えます。
law-power-of-product = 積の累乗
    .explanation = どの因数も指数の回数だけかけるので、それぞれの因数に指数が付きます。
law-power-of-quotient = 商の累乗
    .explanation = 分子も分母も指数の回数だけかけるので、それぞれに指数が付きます。
law-even-power = 偶数乗
    .explanation = マイナスは 2 つずつ打ち消し合うので、偶数乗の値は、もとの数でもその絶対値でも同じです。
law-log-of-even-power = 偶数乗の対数
    .explanation = 指数は前に出ます。中身は負かもしれないので、絶対値を付けておきます。
law-log-times-log = 対数の連鎖
    .explanation = 底の変換公式により、一方の真数ともう一方の底が約分されます。
law-root-of-power = 累乗の累乗根
    .explanation = 累乗根は、同じ数の累乗を打ち消します。
law-root-of-even-power = 偶数乗の累乗根
    .explanation = 偶数の累乗根は負にならないので、もとに戻るのは絶対値です。
law-power-of-root = 累乗根の累乗
    .explanation = 累乗は、同じ数の累乗根を打ち消します。これが累乗根の意味です。
law-root-of-product = 積の累乗根
    .explanation = 累乗根は指数が分数の累乗なので、それぞれの因数に根号が付きます。
law-root-of-quotient = 商の累乗根
    .explanation = 累乗根は指数が分数の累乗なので、分子と分母のそれぞれに根号が付きます。
law-absolute-of-positive = 正の数の絶対値
    .explanation = 負でない数の絶対値は、その数そのものです。
law-absolute-of-negative = 負の数の絶対値
    .explanation = 負の数の絶対値は、符号を変えた数です。
law-absolute-of-product = 積の絶対値
    .explanation = 符号と大きさは別々にかけ合わされるので、因数ごとに絶対値を付けられます。
law-absolute-of-quotient = 商の絶対値
    .explanation = 符号と大きさは別々に割られるので、分子と分母のそれぞれに絶対値を付けられます。
law-absolute-of-power = 累乗の絶対値
    .explanation = 累乗は同じ因数の積なので、絶対値を底に付けられます。
law-root-of-zero = 0 の累乗根
    .explanation = かけ合わせて 0 になる数は 0 だけです。
law-root-of-one = 1 の累乗根
    .explanation = 1 は何回かけても 1 なので、累乗根も 1 です。
law-power-of-whole-power = 整数乗の累乗
    .explanation = 指数が整数なら底が負でも同じで、m 個の組が n 組あれば、全部で mn 個です。
law-power-of-zero = 0 の累乗
    .explanation = 0 は何回かけても 0 です。

## 方程式と不等式

law-swap-sides = 両辺の入れかえ
    .explanation = u = v ならば v = u です。不等式では、辺とともに不等号の向きも変わります。
law-move-terms = 移項
    .explanation = 項は符号を変えて反対の辺に移せます。両辺に同じ数を足すのと同じことです。
law-multiply-sides = 両辺に同じ数をかける
    .explanation = 0 でない同じ数を両辺にかけます。不等式では、負の数をかけると不等号の向きが変わります。
law-divide-sides = 両辺を同じ数で割る
    .explanation = 0 でない同じ数で両辺を割ります。不等式では、負の数で割ると不等号の向きが変わります。
law-invert-sides = 両辺の逆数をとる
    .explanation = 0 でない 2 つの数が等しいのは、その逆数が等しいとき、そのときだけです。
law-raise-sides = 両辺を累乗する
    .explanation = 等しい数は累乗しても等しいです。偶数乗では解が増えることがあるので、あとで確かめます。
law-take-logs = 両辺の対数をとる
    .explanation = 正の数が等しいのは対数が等しいときだけです。底が 1 より小さいと不等号の向きが変わります。
law-compare-exponents = 底をそろえて指数を比べる
    .explanation = 底が同じ累乗が等しいのは、指数が等しいときだけです。底が 1 より小さいと不等号の向きが変わります。
law-compare-arguments = 底をそろえて真数を比べる
    .explanation = 底が同じ対数が等しいのは、真数が等しいときだけです。底が 1 より小さいと不等号の向きが変わります。
law-log-to-power = 対数を累乗に直す
    .explanation = log_a u = v は u = a^v と同じことです。底が 1 より小さいと不等号の向きが変わります。
law-power-to-log = 累乗を対数に直す
    .explanation = a^u = v は u = log_a v と同じことです。底が 1 より小さいと不等号の向きが変わります。
law-take-root = 累乗根をとる
    .explanation = 累乗は累乗根で元に戻ります。偶数乗のときは、正と負の両方がありえます。
law-undo-root = 根号をはずす
    .explanation = 右辺が負でなければ、根号の中は右辺の累乗に等しくなります。
law-undo-absolute = 絶対値記号をはずす
    .explanation = 絶対値が v である数は、v か −v です。
law-split-absolute = 絶対値の場合分け
    .explanation = u が 0 以上なら |u| = u、u が負なら |u| = −u なので、場合に分けて考えます。
law-zero-product = 積が 0
    .explanation = 積が 0 になるのは、因数のどれかが 0 のとき、そのときだけです。
law-quadratic-formula = 解の公式
    .explanation = 判別式が正なら解は 2 つ、0 なら 1 つ、負なら実数解はありません。
law-quadratic-inequality = 2 次不等式
    .explanation = 下に凸の放物線は、2 つの解の間でだけ 0 より小さくなります。
law-sign-chart = 符号の表
    .explanation = 0 になる点と定義域の切れ目の間では、式の符号は変わりません。
law-interval-search = 区間演算による証明
    .explanation = 値と傾きの範囲を厳密に計算すると、両辺が等しくなる点はほかにないとわかります。
law-let = 文字に置きかえる
    .explanation = くり返し現れる部分を、ひとつの文字で表します。
law-put-back = 文字を元に戻す
    .explanation = 置いた文字を、それが表していた式に戻します。
law-always-true = 定義域でつねに成り立つ
    .explanation = 両辺が定義されるすべての数について成り立ちます。
law-never-true = 成り立つことはない
    .explanation = 一方の辺がつねに他方より大きいので、解はありません。
law-within-domain = 定義域に入るものを残す
    .explanation = 元の式のすべての部分が定義される数だけが、解になりえます。
law-on-trial = 代入して確かめる
    .explanation = 元の式に代入すると成り立たないので、この値は解ではありません。
law-multiply-out = 展開して整理する
    .explanation = かっこをはずして各項どうしをかけ、同類項をまとめます。
law-factorise = 因数分解
    .explanation = 積を展開すると、元の式に戻ります。
law-collect-by = ひとつの文字について整理する
    .explanation = 同じ次数の項を、その文字の累乗でくくります。
law-square-of-absolute = 絶対値の 2 乗
    .explanation = 2 乗すると符号は消えるので、絶対値を付けても変わりません。
law-square-over-absolute = 2 乗を絶対値で割る
    .explanation = 2 乗は絶対値どうしの積なので、1 つが約分されます。

## 添字についての和と、レッスンが目指す損失関数

law-derivative-of-indexed-sum = Σ の微分
    .explanation = 変化の割合は足し合わされるので、項がいくつあっても、1 項ずつ微分できます。
law-constant-out-of-indexed-sum = 定数を Σ の外へ
    .explanation = どの項にも同じようにかかっている因数は、和全体の前に出せます。
law-negative-out-of-indexed-sum = マイナスを Σ の外へ
    .explanation = どの項にもマイナスが付いていれば、和全体にマイナスが付きます。
law-indexed-sum-of-sums = Σ を分ける
    .explanation = 足す順番は自由なので、部分ごとに別々に足し合わせられます。
law-delta-picks-term = δ が 1 項を選ぶ
    .explanation = クロネッカーの δ は添字が等しいときだけ 1、ほかは 0 なので、1 項だけが残ります。
law-delta-of-equals = 同じ添字の δ
    .explanation = クロネッカーの δ は、2 つの添字が等しいとき 1 です。
law-independent-variables = 独立な変数の微分
    .explanation = 変数は自分自身で微分すると 1、別の変数で微分すると 0 で、これがクロネッカーの δ です。
law-write-out-definition = 定義
    .explanation = 定義した文字と、それが表す式は、たがいに置きかえられます。
law-as-assumed = 仮定より
    .explanation = はじめに仮定したことから、2 つは等しくなります。
law-chain-rule-over-outputs = すべての出力を通る連鎖律
    .explanation = いくつもの y を通して変わる量の変化は、それぞれの y を通る変化の合計です。
law-derivative-of-sigmoid = シグモイド関数の微分
    .explanation = シグモイド関数の傾きは、自分の値と、1 からそれを引いたものの積です。
    .also = シグモイド | シグモイド関数 | ロジスティック関数
law-derivative-of-softmax = ソフトマックス関数の微分
    .explanation = 1 つの入力を増やすと、その出力は増え、すべての出力はその大きさに応じて減ります。
    .also = ソフトマックス | ソフトマックス関数
law-cross-entropy-by-output = 交差エントロピーの出力での微分
    .explanation = 対数の中にその出力がある項だけが変わり、対数の傾きは真数の逆数です。
law-cross-entropy = 交差エントロピーとソフトマックス
    .explanation = 対数の傾きとソフトマックスの因数が約分され、出力と正解の差だけが残ります。
    .also = 交差エントロピー | 交差エントロピー関数 | 交差エントロピー誤差 | 多値分類用の交差エントロピー関数 | 多クラス交差エントロピー | 損失関数 1
law-binary-cross-entropy-by-output = 二値交差エントロピーの出力での微分
    .explanation = 1 つの出力を含む 2 つの対数が変わり、出力が増えると一方は増え、他方は減ります。
law-binary-cross-entropy = 二値交差エントロピーとシグモイド
    .explanation = シグモイド関数の傾きと 2 つの分母が約分され、出力と正解の差だけが残ります。
    .also = 二値交差エントロピー | 二値分類用の交差エントロピー関数 | 2値交差エントロピー | バイナリ交差エントロピー | 損失関数 2
