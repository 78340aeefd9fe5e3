### グラフ：見えない人に伝える言葉と、凡例の言葉。

graph-of = { $expression } のグラフ。{ $variable } は { $low } から { $high } まで。
graph-of-both = { $equation } の両辺のグラフ。{ $variable } は { $low } から { $high } まで。
graph-values = ここで { $values }。
graph-height = 縦は { $bottom } から { $top } まで見えます。
graph-scale-log-y = 縦軸は対数目盛です。
graph-scale-log-x = 横軸は対数目盛です。
graph-scale-log-both = 両軸とも対数目盛です。
graph-defined-everywhere = すべての実数で定義されます。
graph-defined-where = 定義される範囲：{ $conditions }。
graph-rises = 左から右へ増加します。
graph-falls = 左から右へ減少します。
graph-upright = 縦の漸近線（{ $count } 本）：{ $list }。
graph-level = 遠くでは { $list } に近づきます。
graph-hole = 抜けている点（{ $count } 個）：{ $list }。
graph-end-reached = 端の点（含む）：{ $list }。
graph-end-open = 端の点（含まない）：{ $list }。
graph-corner = 角のある点（{ $count } 個）：{ $list }。
graph-zero = 零点（{ $count } 個）：{ $list }。
graph-zero-everywhere = 定義されるところでは、つねに 0 です。
graph-no-zero = この範囲に零点はありません。
graph-highest = 極大の点（{ $count } 個）：{ $list }。
graph-lowest = 極小の点（{ $count } 個）：{ $list }。
graph-same = この範囲では、両辺とも値を持つところで両辺は一致します。
graph-meets = 交わる点（{ $count } 個）：{ $list }。
graph-derivative = 破線：導関数 { $expression }。
graph-inverse = 一点鎖線：逆関数。直線 y = x に関して対称です。
graph-mirror = 一点鎖線：直線 y = x に関する対称移動。これは関数ではありません。
graph-tangent = 点線：{ $place } での接線。傾きは { $slope }。
graph-table = 値の表
graph-point = （{ $x }, { $y }）
graph-about = { $exact }（約 { $decimal }）

legend-derivative = 導関数
legend-inverse = 逆関数
legend-mirror = 対称移動
legend-tangent = 接線
legend-left = 左辺
legend-right = 右辺

## 講座の図

lesson-picture-napier = 極限としてのネイピア数
lesson-picture-mirror = 指数関数と対数関数は互いに鏡映し
lesson-picture-slope = aˣ の 0 での傾きは ln a
lesson-picture-entropy = 交差エントロピー：損失 −ln y
lesson-napier-alt = t が 0 に近づくと、高さは e（約 2.71828）に近づきます。t = 0 の点だけは抜けています。t と高さの表：{ $rows }。
lesson-napier-footer = e = 2.71828…（二塁から内野にわたる）は、t が 0 に近づくときに y が近づく値。t = 0 では値がない。
lesson-mirror-alt = 直線 y = x に関して対称な二つのグラフ。2 の x 乗は （0, 1） と （1, 2） を通り、ますます急に増加します。2 を底とする x の対数は （1, 0） と （2, 1） を通り、ますますゆるやかに増加します。
lesson-mirror-footer = 一方の点 (p, q) の向かいに、もう一方の点 (q, p) がある。
lesson-slope-alt = 左：{ $graphs } のグラフと、0 での接線。右：a に対する 0 での傾き。a の自然対数のグラフと重なります。{ $slopes }。
lesson-slope-one = a = { $a } のとき傾き { $slope }
lesson-slope-footer = 点は 0 での傾き m、曲線は ln a のグラフ。a = e のとき傾きは 1。
lesson-entropy-alt = 正解に与えた確率 y（0 から 1 まで）に対する損失、y の自然対数のマイナスのグラフ。y = 1 で 0、y が 0 に近づくと限りなく大きくなります。破線：傾き、マイナス y 分の 1。
lesson-entropy-footer = 自信があって正しければ損失は 0。自信があって誤れば、損失は限りなく大きい。
lesson-entropy-loss = 損失
lesson-entropy-slope = 傾き

## エラーとボタン

error-not-plottable = { $part } は描けません。描けるのは、数・文字・累乗・根号・対数・絶対値でできた式です。
error-bad-window = { $low } から { $high } までは範囲になりません。左端は右端より小さく、どちらも 0 から一兆以内にしてください。
error-not-a-place = 「{ $shown }」は軸の上の数ではありません。
error-log-window = 対数目盛には 0 より大きいところしか表せません。「から」を 0 より大きくしてください。
error-defined-nowhere = { $shown } はどこでも値を持たないので、描くものがありません。
error-nothing-seen = { $low } から { $high } までの範囲に、{ $shown } のグラフの線は見えません。
error-no-tangent = { $place } には接線がありません。
button-plot = グラフ
button-theme = 配色を変える
button-delete = 削除
error-not-asker = 削除できるのは、頼んだ本人だけです。

## コマンド

command-plot = グラフ
    .description = 関数のグラフを、漸近線・抜けた点・零点・極値とともに描く
option-plot-expression = 式
    .description = x ln x のような関数、等式 A = B、または講座の図
option-plot-from = から
    .description = 左端
option-plot-to = まで
    .description = 右端
option-plot-derivative = 導関数
    .description = 導関数も描く
option-plot-inverse = 逆関数
    .description = 逆関数も描く（y = x に関する対称移動）
option-plot-tangent = 接線
    .description = この点での接線も描く（1 や e など）
option-plot-at = 値
    .description = ほかの文字の値（a = 1/2 など）
option-plot-scale = 目盛
    .description = ふつうの目盛か対数目盛か
option-plot-private = 自分だけ
    .description = 答えを自分だけに見せる
choice-scale-even = ふつう
choice-scale-log-y = 縦軸を対数目盛
choice-scale-log-x = 横軸を対数目盛
choice-scale-log-both = 両軸を対数目盛
