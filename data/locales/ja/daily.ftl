### 日替わり問題：設定、投稿、解答、結果。

timezone-label = { $city } – { $id }（{ $offset }）
timezone-fixed = 一年中 { $offset }

error-unknown-zone = 「{ $what }」に当てはまるタイムゾーンが 1 つに決まりません。一覧から選ぶか、{ $near } のような地名を入力してください。
error-unread-time = 「{ $what }」は時刻として読めません。08:00 や 午後8時 のように入力してください。
