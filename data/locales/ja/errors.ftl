### うまくいかなかったときの、親切なひとこと。

error-unknown-formula = 「{ $what }」という公式は見つかりませんでした。3.1 のような番号か名前を入力して、候補から選んでください。
error-too-large = 大きすぎて、ここでは計算しきれません。もう少し短くしてみてください。
error-took-too-long = 時間がかかりすぎたので中止しました。もう少し短くしてみてください。
error-busy = ただいま混み合っています。少し待ってから、もう一度お試しください。
error-too-many-at-once = 前のリクエストをまだ処理しています。終わるのを待って、もう一度お試しください。
error-worker-died = 計算が途中で止まってしまいました。失われたものはありません。もう一度お試しください。
error-picture-failed = 画像を作れなかったので、文字でお答えします。
error-internal = こちらで問題が起きました。記録しましたので、もう一度お試しください。
error-which-variable = { $task ->
    [solve] どの文字について解きますか？
   *[derive] どの文字で微分しますか？
} 式には { $found } があります。オプション「変数」で指定してください。
error-expired = このカードは古くなったため、続きを表示できません。もう一度コマンドを実行してください。
error-unknown-law = 「{ $what }」という法則は見つかりませんでした。
error-not-an-expression = 「{ $shown }」は等式か不等式です。ここでは式だけを（たとえば片方の辺だけを）入力してください。
error-bad-values = 文字の値は x = 2 のように書いてください。「{ $shown }」は読めません。
error-circular-values = { $shown } の値に、それ自身が値を与えられた文字が入っています。
error-missing-base = 底を変えるには、新しい底が必要です。
error-needless-base = 底を指定できるのは、底の変換のときだけです。
error-not-a-relation = 「{ $shown }」は、求める文字の入った等式や不等式ではありません。
error-unchecked = 作った途中式が検証に通らなかったため、お見せできません。記録しておきました。
error-bound-values = ここには { $shown } を代入できません。極限、和、微分がその文字を使っています。
error-no-rule = { $part } を微分できる公式がありません。
error-too-many-steps = 行数が多くなりすぎるため、中止しました。もう少し短い式で試してみてください。

## 起動

error-token-missing = Discord のトークンがありません。DISCORD_TOKEN を設定してください。
error-token-refused = Discord にトークンを拒否されました。DISCORD_TOKEN を確認してください。
error-port-in-use = ポート { $port } は使用中です。別のポートを選んでください。
error-bad-setting = 設定 { $name } が正しくありません：{ $reason }
error-no-connection = Discord（{ $address }）に接続できません。
