// The messages of a place: what was said, by whom, with its pictures, buttons and menus.
import { components } from "./components.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { markdown } from "./markdown.js";
import { openMenu } from "./menu.js";
import { attachmentNode, pictureNode } from "./pictures.js";
import { currentLocale, localName, word } from "./words.js";

const DISCORD_EPOCH = 1420070400000n;
const V2 = 1 << 15;

export class Log {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.nodes = new Map();
  }

  reset(messages, place) {
    this.nodes.clear();
    this.root.replaceChildren(h("p.beginning", {}, `${word("welcome")} ${place}`));
    messages.forEach((message) => this.put(message));
    this.root.scrollTop = this.root.scrollHeight;
  }

  put(message) {
    const node = this.draw(message);
    const known = this.nodes.get(message.id);
    const low = this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 120;
    if (known) {
      const held = known.contains(document.activeElement) && document.activeElement.dataset.key;
      known.replaceWith(node);
      if (held) node.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
    } else this.root.append(node);
    this.nodes.set(message.id, node);
    if (low) this.toEnd(node);
  }

  toEnd(node) {
    this.root.scrollTop = this.root.scrollHeight;
    for (const image of node.querySelectorAll("img")) {
      image.addEventListener("load", () => { this.root.scrollTop = this.root.scrollHeight; }, { once: true });
    }
  }

  remove(id) {
    this.nodes.get(id)?.remove();
    this.nodes.delete(id);
  }

  // What Discord's client says by itself, to this person only.
  say(text, heading) {
    const close = h("button.link", { type: "button", onclick: () => node.remove() }, word("dismiss"));
    const node = h("article.message.failed", {}, avatar(this.app.bot),
      h("div.body", {}, heading && h("p.used", {}, heading), head(this.app.bot, new Date(), this.app),
        h("p.failure", {}, text), h("p.private", {}, icon("eye"), ` ${word("onlyYou")} · `, close)));
    this.root.append(node);
    this.toEnd(node);
  }

  draw(message) {
    const { app } = this;
    const made = new Date(Number((BigInt(message.id) >> 22n) + DISCORD_EPOCH));
    const node = h("article.message", { "data-message": message.id, "aria-label": `${message.author.name}` });
    if (message.pinged) node.classList.add("pinged");
    if (message.private) node.classList.add("only-you");
    const body = h("div.body", {}, this.used(message), head(message.author, made, app, message));
    if (message.loading) body.append(h("p.thinking", {}, h("span.dots", { "aria-hidden": "true" }), `${message.author.name} ${word("thinking")}`));
    if (message.content) body.append(markdown(message.content, app.names));
    if (message.edited_timestamp && message.content) body.lastChild.append(h("span.edited", {}, ` ${word("edited")}`));
    if (!(message.flags & V2)) body.append(...message.attachments.map((file) => attachmentNode(file)));
    body.append(...message.embeds.map((embed) => embedNode(embed, app)));
    if (message.components.length) body.append(components(message, app));
    if (message.private) body.append(h("p.private", {}, icon("eye"), ` ${word("onlyYou")} · `,
      h("button.link", { type: "button", onclick: () => app.wish("dismiss", { message: message.id }) }, word("dismiss"))));
    node.append(avatar(message.author), body, this.more(message, node));
    return node;
  }

  used(message) {
    const about = message.interaction_metadata;
    if (!about?.name || message.type === 0) return null;
    const slash = about.command_type === 1;
    const command = this.app.commands.find((one) => one.name === about.name);
    const name = command ? localName(command, currentLocale()) : about.name;
    return h("p.used", {}, h("strong", {}, about.user.global_name ?? about.user.username), ` ${word("used")} `,
      h("span.mention", {}, slash ? `/${name}` : name));
  }

  more(message, node) {
    const open = (event) => {
      event.preventDefault();
      const commands = this.app.commands.filter((command) => command.type === 3);
      const entries = commands.map((command) => ({
        label: localName(command, currentLocale()), group: word("apps"),
        act: () => this.app.act("use", { command: command.name, message: message.id }, command.name),
      }));
      if (!entries.length) entries.push({ label: word("noApps"), disabled: true });
      if (message.content) entries.push({ label: word("copy"), act: () => navigator.clipboard?.writeText(message.content) });
      openMenu(button, entries, event.type === "contextmenu" ? event : null);
    };
    const button = h("button.more", { type: "button", title: word("more"), "aria-label": word("more"), "aria-haspopup": "menu",
      "data-key": "more", onclick: open }, icon("more"));
    node.addEventListener("contextmenu", (event) => event.target.closest("a, img, input") || open(event));
    return button;
  }
}

function avatar(user) {
  if (user.bot) return h("img.avatar", { src: "/page/icon.svg", alt: "" });
  const node = h("span.avatar", { "aria-hidden": "true" }, user.name[0]);
  node.style.setProperty("--hue", String([...user.name].reduce((sum, letter) => sum + letter.codePointAt(0) * 47, 0) % 360));
  return node;
}

function head(author, made, app, message) {
  const time = new Intl.DateTimeFormat(currentLocale(), { timeStyle: "short" }).format(made);
  const node = h("header", {}, h("strong.author", {}, author.name), author.bot && h("span.badge", {}, word("app")),
    h("time", { datetime: made.toISOString(), title: made.toLocaleString(currentLocale()) }, time));
  if (message?.pinged) node.append(h("span.visually-hidden", {}, word("mentioned")));
  return node;
}

function embedNode(embed, app) {
  const node = h("div.embed");
  if (embed.color) node.style.setProperty("--accent", `#${embed.color.toString(16).padStart(6, "0")}`);
  if (embed.author?.name) node.append(h("p.embed-author", {}, embed.author.name));
  if (embed.title) node.append(h("p.embed-title", {}, embed.title));
  if (embed.description) node.append(markdown(embed.description, app.names));
  if (embed.fields?.length) node.append(h("dl", {}, embed.fields.map((field) =>
    h(field.inline ? "div.inline-field" : "div", {}, h("dt", {}, field.name), h("dd", {}, markdown(field.value, app.names))))));
  if (embed.image) node.append(pictureNode(embed.image.url, embed.description ?? "", embed.image));
  if (embed.footer?.text) node.append(h("p.embed-footer", {}, embed.footer.text));
  return node;
}
