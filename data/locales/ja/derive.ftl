### 導出のカード、文字での答え、その下のボタン。

## カードの見出し

heading-conditions = 条件
heading-gained = この変形に必要な条件
heading-given = 前提
heading-known = 既知とするもの
heading-example = 例
heading-rests-on = もとになる公式
heading-used-in = 使われる公式
heading-remember = 覚え方

## 小さな文字

checked-proved = 検証済み：すべての行を証明
checked-sampled = 証明ではなく、いくつかの値での比較
card-page = { $page } / { $pages } ページ
card-steps = 全 { $count } 行
card-step-of = { $steps } 行中 { $step } 行目
nothing-rests-on = なし（既知とするもの）
nothing-uses = このレッスンの公式にはまだありません
no-conditions = なし（いつでも成り立ちます）

## ボタンと選択

button-back = 戻る
button-next = 次へ
button-all = すべて
button-text = 文字で見る
select-why = なぜ？ 法則を選ぶ
select-why-number = { $name }（{ $number }）

## 文字での答え

text-file-name = derivation.txt
text-step = { $expression }  ［{ $law }］
text-too-long = 1 つのメッセージに収まらないので、ファイルでお届けします。
