### 答えの評価（ターミナル用）。

verdict-correct = 正解です。
verdict-other-form = 値は正しいですが、求められた形ではありません。
verdict-partial-domain = 正しいですが、どこでも成り立つわけではありません。
verdict-wrong = 正しくありません。
verdict-not-understood = その答えは読めませんでした。

grade-domain = 正しいのは { $conditions } のところです。
grade-differ = { $point } で異なります。
grade-undefined = { $point } では、一方にしか値がありません。
grade-proved = これは証明されています。
grade-agreed = 証明ではありません。{ $points } 個の点で { $digits } 桁まで一致しました。
grade-not-proved = 証明はされていません。
no-solution = 解なし
