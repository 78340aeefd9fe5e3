### 問題のまわりの言葉。

topic-everything = すべて
topic-powers = 累乗
topic-logarithms = 対数
topic-derivatives = 微分
topic-equations = 方程式

question-line = { $number } 行目：{ $line }
question-missing = 抜けています
question-answer = 答えは { $letter }
question-answer-named = 答えは { $letter }：{ $name }

error-unknown-topic = 「{ $what }」という分野はありません。一覧から選んでください。
