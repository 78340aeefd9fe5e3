// The page's own words, in the languages that a person can choose here.
const WORDS = {
  en: {
    places: "Places", messages: "Messages", youAre: "You are", language: "Language", theme: "Light or dark",
    direct: "Direct messages", server: "Server", group: "Group (installed by you)",
    elsewhere: "Server without the bot",
    online: "is online", offline: "is not connected yet", lost: "The playground has stopped. Waiting for it…",
    write: "Message, or / for commands", message: "Message", send: "Send", commands: "Commands",
    noCommands: "No command fits.", option: "Option", addOption: "Add an option", remove: "Remove",
    required: "required", leave: "Leave the command (Escape)", yes: "True", no: "False", loading: "Loading…",
    none: "Nothing fits.", onlyYou: "Only you can see this", dismiss: "Dismiss message", thinking: "is thinking…",
    used: "used", edited: "(edited)", app: "APP", more: "More on this message", apps: "Apps", copy: "Copy text",
    noApps: "No message command here.", failed: "The application did not respond", pressFailed: "This interaction failed",
    formFailed: "Something went wrong. Try again.", submit: "Submit", cancel: "Cancel", choose: "Choose",
    confirm: "Done", opensLink: "opens a link", openPicture: "Open the picture", close: "Close", bytes: "bytes",
    spoiler: "Spoiler: press to show", mentioned: "You were mentioned", alt: "Alt text", download: "Download",
    welcome: "This is the beginning of", file: "File", pressed: "waiting", checkRequired: "This one is required.",
    outOfRange: "This must be between", and: "and",
  },
  ja: {
    places: "場所", messages: "メッセージ", youAre: "あなた", language: "言語", theme: "ライト／ダーク",
    direct: "ダイレクトメッセージ", server: "サーバー", group: "グループ（個人インストール）",
    elsewhere: "ボットのいないサーバー",
    online: "はオンラインです", offline: "はまだ接続していません", lost: "プレイグラウンドが停止しました。待機中…",
    write: "メッセージを送信、または / でコマンド", message: "メッセージ", send: "送信", commands: "コマンド",
    noCommands: "当てはまるコマンドがありません。", option: "オプション", addOption: "オプションを追加", remove: "取り除く",
    required: "必須", leave: "コマンドをやめる（Escape）", yes: "True", no: "False", loading: "読み込み中…",
    none: "当てはまるものがありません。", onlyYou: "これはあなただけに表示されています", dismiss: "メッセージを削除",
    thinking: "が考え中…", used: "が使用：", edited: "（編集済）", app: "アプリ", more: "このメッセージのメニュー",
    apps: "アプリ", copy: "テキストをコピー", noApps: "ここで使えるメッセージコマンドはありません。",
    failed: "アプリケーションが応答しませんでした", pressFailed: "インタラクションに失敗しました", formFailed: "問題が発生しました。もう一度お試しください。",
    submit: "送信", cancel: "キャンセル", choose: "選択してください", confirm: "決定", opensLink: "リンクを開く",
    openPicture: "画像を開く", close: "閉じる", bytes: "バイト", spoiler: "ネタバレ：押すと表示",
    mentioned: "あなたへのメンション", alt: "代替テキスト", download: "ダウンロード", welcome: "ここから始まります：",
    file: "ファイル", pressed: "応答待ち", checkRequired: "必須の項目です。", outOfRange: "次の範囲で入力してください：",
    and: "～",
  },
};

let language = "en";

export const word = (name) => WORDS[language][name];
export const currentLocale = () => (language === "ja" ? "ja" : "en-US");

export function speak(locale) {
  language = locale.startsWith("ja") ? "ja" : "en";
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", word(node.dataset.label));
  for (const node of document.querySelectorAll("[data-title]")) {
    node.title = word(node.dataset.title);
    node.setAttribute("aria-label", word(node.dataset.title));
  }
}

// A command's or an option's own words in a locale, as Discord picks them.
export const localName = (thing, locale) => thing.name_localizations?.[locale] ?? thing.name;
export const localDescription = (thing, locale) => thing.description_localizations?.[locale] ?? thing.description ?? "";
