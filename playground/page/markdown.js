// Discord's markdown, as far as bots use it, turned into elements.
import { h } from "./dom.js";
import { currentLocale, word } from "./words.js";

const BLOCK = /```(?:([\w+-]+)\n)?\n?([\s\S]*?)```/;
const INLINE = [
  [/^\\([*_~`|>\\#-])/, (m) => m[1]],
  [/^``(.+?)``/, (m) => h("code.inline", {}, m[1])],
  [/^`([^`\n]+)`/, (m) => h("code.inline", {}, m[1])],
  [/^\*\*\*(.+?)\*\*\*/s, (m, names) => h("strong", {}, h("em", {}, inline(m[1], names)))],
  [/^\*\*(.+?)\*\*(?!\*)/s, (m, names) => h("strong", {}, inline(m[1], names))],
  [/^__(.+?)__/s, (m, names) => h("u", {}, inline(m[1], names))],
  [/^~~(.+?)~~/s, (m, names) => h("s", {}, inline(m[1], names))],
  [/^\|\|(.+?)\|\|/s, (m, names) => spoiler(inline(m[1], names))],
  [/^\*(?!\s)(.+?)\*/s, (m, names) => h("em", {}, inline(m[1], names))],
  [/^_(?!\s)(.+?)_(?!\w)/s, (m, names) => h("em", {}, inline(m[1], names))],
  [/^<t:(-?\d+)(?::([tTdDfFR]))?>/, (m) => moment(Number(m[1]), m[2] ?? "f")],
  [/^<@!?(\d+)>/, (m, names) => h("span.mention", {}, `@${names.users.get(m[1]) ?? m[1]}`)],
  [/^<@&(\d+)>/, (m, names) => h("span.mention", {}, `@${names.roles.get(m[1]) ?? m[1]}`)],
  [/^<#(\d+)>/, (m, names) => h("span.mention", {}, `#${names.channels.get(m[1]) ?? m[1]}`)],
  [/^<\/([^:>]+):\d+>/, (m) => h("span.mention", {}, `/${m[1]}`)],
  [/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (m, names) => link(m[2], inline(m[1], names))],
  [/^<?(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]"'])>?/, (m) => link(m[1], [m[1]])],
  [/^@(?:everyone|here)\b/, (m) => h("span.mention", {}, m[0])],
];

export function markdown(text, names) {
  const parts = [];
  let rest = text;
  for (let found = BLOCK.exec(rest); found; found = BLOCK.exec(rest)) {
    parts.push(...lines(rest.slice(0, found.index).replace(/\n$/, ""), names));
    parts.push(h("pre", { tabindex: "0" }, h("code", { "data-language": found[1] }, found[2].replace(/\n$/, ""))));
    rest = rest.slice(found.index + found[0].length).replace(/^\n/, "");
  }
  parts.push(...lines(rest, names));
  return h("div.markdown", {}, parts);
}

function lines(text, names) {
  if (!text) return [];
  const blocks = [];
  let paragraph = [];
  const flush = () => {
    if (paragraph.length) blocks.push(h("div.line", {}, inline(paragraph.join("\n"), names)));
    paragraph = [];
  };
  for (const line of text.split("\n")) {
    const heading = /^(#{1,3})\s+(.+)/.exec(line);
    const item = /^(\s*)(?:[-*]|(\d+)\.)\s+(.+)/.exec(line);
    if (!heading && !item && !/^(>|-#) /.test(line)) {
      paragraph.push(line);
      continue;
    }
    flush();
    if (heading) blocks.push(h(`div.heading.h${heading[1].length}`, { role: "heading", "aria-level": String(heading[1].length + 2) }, inline(heading[2], names)));
    else if (line.startsWith("-# ")) blocks.push(h("div.subtext", {}, inline(line.slice(3), names)));
    else if (line.startsWith("> ")) blocks.push(h("blockquote", {}, inline(line.slice(2), names)));
    else {
      const node = h("div.item", {}, h("span.bullet", { "aria-hidden": "true" }, item[2] ? `${item[2]}.` : "•"), h("span", {}, inline(item[3], names)));
      if (item[1].length) node.classList.add("nested");
      blocks.push(node);
    }
  }
  flush();
  return blocks;
}

function inline(text, names) {
  const parts = [];
  let plain = "";
  let rest = text;
  let before = "";
  while (rest) {
    const rule = /[\\`*_~|<[h@]/.test(rest[0]) && !(rest[0] === "_" && /\w/.test(before))
      ? INLINE.map(([pattern, make]) => [pattern.exec(rest), make]).find(([match]) => match)
      : null;
    if (rule) {
      if (plain) parts.push(plain);
      plain = "";
      parts.push(rule[1](rule[0], names));
      before = rule[0][0].at(-1);
      rest = rest.slice(rule[0][0].length);
    } else {
      before = rest[0];
      plain += before;
      rest = rest.slice(1);
    }
  }
  if (plain) parts.push(plain);
  return parts;
}

function spoiler(content) {
  const show = (event) => {
    event.currentTarget.classList.add("shown");
    event.currentTarget.removeAttribute("role");
    event.currentTarget.removeAttribute("aria-label");
  };
  return h("span.spoiler", { role: "button", tabindex: "0", "aria-label": word("spoiler"), onclick: show,
    onkeydown: (event) => (event.key === "Enter" || event.key === " ") && show(event) }, content);
}

const link = (address, content) => h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, content);

const STYLES = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
};

function moment(seconds, style) {
  const date = new Date(seconds * 1000);
  const whole = new Intl.DateTimeFormat(currentLocale(), STYLES.F).format(date);
  const text = style === "R" ? relative(seconds) : new Intl.DateTimeFormat(currentLocale(), STYLES[style]).format(date);
  return h("time.moment", { datetime: date.toISOString(), title: whole }, text);
}

export function relative(seconds) {
  const distance = seconds - Date.now() / 1000;
  const units = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? units.at(-1);
  return new Intl.RelativeTimeFormat(currentLocale(), { numeric: "auto" }).format(Math.round(distance / size), unit);
}
