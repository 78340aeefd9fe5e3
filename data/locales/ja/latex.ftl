### 入力された LaTeX：コマンド、ボタン、まちがいの説明。

command-latex = 数式
    .description = LaTeX で書いた数式を画像にする（ソースなしなら入力欄が開く）
option-latex-source = ソース
    .description = LaTeX（ドル記号はあってもなくてもよい。例：\frac{"{1}{x}"}）
option-latex-private = 自分だけ
    .description = 答えを自分だけに見せる
menu-render-latex = LaTeX を画像にする
button-source = ソースを見る
latex-guess = もしかして { $guess } ですか？

error-latex-empty = 数式がありません。
error-latex-too-long = その式は長すぎて描けません。2,000 文字までです。
error-latex-too-deep = その式は入れ子が深すぎて描けません。
error-latex-too-much = その式は部品が多すぎて描けません。
error-latex-unknown-command = { $found } というコマンドはわかりません。
error-latex-forbidden = { $found } は使えません。数式を描くだけで、コマンドの定義やファイルの読み込みはしません。
error-latex-unknown-environment = 「{ $found }」という環境はわかりません。
error-latex-unknown-character = { $found } は描けない文字です。
error-latex-unknown-length = ここの「{ $found }」は読み取れません。
error-latex-unknown-colour = 「{ $found }」という色は使えません。
error-latex-unclosed = ここで始まったものが閉じられていません。
error-latex-unopened = { $found } に対応する始まりがありません。
error-latex-missing-argument = { $found } の後に、必要なものが足りません。
error-latex-misplaced = { $found } はここには置けません。
error-latex-double-script = 同じ場所に { $found } が二つあります。片方を波かっこで囲んでください。
error-latex-no-delimiter = { $found } の後には括弧が必要です。括弧をつけないときは点（.）を書いてください。
error-latex-too-wide = その式は横に長すぎます。\\ で行を分けてください。
error-latex-not-drawn = その式は時間内に描けませんでした。もっと短くしてみてください。
error-latex-nothing-found = そのメッセージに LaTeX が見つかりません。ドル記号、\( \)、\[ \] の間を探します。

form-latex = LaTeX の数式
form-latex-label = LaTeX のソース
form-latex-hint = ドル記号はあってもなくてもよい。何行でもよい
