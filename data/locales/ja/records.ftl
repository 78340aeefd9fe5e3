### 記録について、うまくいかなかったことを一文で。

error-records-unavailable = いまは記録に届かないため、何も保存されていません。少し待ってからもう一度お試しください。
error-records-full = ディスクがいっぱいのため、何も保存されていません。運用している人に知らせて、あとでもう一度お試しください。
error-records-damaged = 記録を読み取れないため、何も保存されていません。運用している人に知らせてください。
error-records-newer = このデータベースは新しい版のNapier(スキーマ{ $version })が作ったものです。その版を起動するか、バックアップを戻してください。
error-question-gone = この問題はもう残っていません。新しく始めてください。
error-not-yours = これは別の人の問題です。自分の問題は /quiz practice で始められます。
error-too-late = もう締め切られました。
error-nothing-to-undo = 取り消せる解答がここにはありません。
