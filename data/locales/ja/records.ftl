### 記録について、うまくいかなかったことを一文で。

error-records-unavailable = いまは記録に届かないため、何も保存されていません。少し待ってからもう一度お試しください。
error-records-full = ディスクがいっぱいのため、何も保存されていません。運用している人に知らせて、あとでもう一度お試しください。
error-records-damaged = 記録を読み取れないため、何も保存されていません。運用している人に知らせてください。
error-records-newer = このデータベースは新しい版の Napier（スキーマ { $version }）が作ったものです。その版を起動するか、バックアップを戻してください。
error-question-gone = この問題はもう残っていません。新しく始めてください。
error-not-yours = これは別の人の問題です。自分の問題は /quiz practice で始められます。
error-too-late = もう締め切られました。
error-nothing-to-undo = 取り消せる解答がここにはありません。

## バックアップ

cli-backup = ボットを動かしたまま、記録を新しいファイルに写します。戻すときはボットを止めて、そのファイルをデータベースの場所に置きます。
cli-backup-file = 作るファイル。
cli-backed-up = { $file } に記録を写し、検査も済みました({ $kilobytes } KB)。
error-backup-postgresql = この記録はPostgreSQLにあります。pg_dump --format=custom --file={ $file } で写し、pg_restore で戻してください。
error-backup-nothing = 写すデータベースがまだありません。DATABASE_URL を確かめてください。
error-backup-exists = { $file } はすでにあります。別の名前にしてください。
error-backup-unwritten = { $file } に書き込めません。フォルダがあるか、空きがあるかを確かめてください。
error-backup-unsound = データベースが検査に通らなかったため、写しは作られませんでした。
