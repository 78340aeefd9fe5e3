// Where a person writes: messages, or a command picked from the palette.
import { CommandForm } from "./command-form.js";
import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { Listbox } from "./listbox.js";
import { currentLocale, localDescription, localName, word } from "./words.js";

export class Composer {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.form = null;
    root.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.rest();
  }

  // Text mode.
  rest(text = "", focus = false) {
    this.form = null;
    const id = freshId("entry");
    this.entry = h("input.entry", { id, type: "text", role: "combobox", "aria-autocomplete": "list", maxlength: "2000", placeholder: word("write") });
    this.entry.value = text;
    this.palette = new Listbox(this.entry, word("commands"), (found) => this.start(found));
    this.palette.list.classList.add("palette");
    this.entry.addEventListener("input", () => this.search());
    this.entry.addEventListener("keydown", (event) => this.palette.key(event));
    this.entry.addEventListener("blur", () => this.palette.hide());
    this.root.replaceChildren(this.palette.list, h("label.visually-hidden", { for: id }, word("message")), this.entry, sendButton());
    if (focus) this.entry.focus();
  }

  // Every command that can be run, subcommands by their whole name.
  runnable() {
    const locale = currentLocale();
    const found = [];
    const walk = (thing, name, local, command) => {
      const nested = (thing.options ?? []).filter((option) => option.type <= 2);
      if (!nested.length) {
        found.push({ value: name, label: `/${local}`, hint: localDescription(thing, locale), name, local, options: thing.options ?? [], command });
      }
      for (const option of nested) walk(option, `${name} ${option.name}`, `${local} ${localName(option, locale)}`, command);
    };
    for (const command of this.app.commands.filter((one) => one.type === 1)) walk(command, command.name, localName(command, locale), command);
    return found;
  }

  search() {
    const text = this.entry.value;
    if (!text.startsWith("/")) return this.palette.hide();
    const wanted = text.slice(1).toLowerCase();
    const all = this.runnable();
    const whole = all.find((one) => wanted.startsWith(`${one.local} `) || wanted.startsWith(`${one.name} `));
    if (whole) {
      const length = wanted.startsWith(`${whole.local} `) ? whole.local.length : whole.name.length;
      return this.start(whole, text.slice(length + 2).trimStart());
    }
    const rank = (one) => (one.local.startsWith(wanted) || one.name.startsWith(wanted) ? 0 : 1);
    const fitting = all.filter((one) => one.local.includes(wanted) || one.name.includes(wanted)).sort((a, b) => rank(a) - rank(b));
    this.palette.show(fitting, { note: word("noCommands") });
  }

  start(found, typed = "") {
    this.palette.hide();
    this.form = new CommandForm(found, this.app, { leave: () => this.rest("", true), send: () => this.submit() });
    const send = sendButton();
    send.addEventListener("keydown", (event) => ["Escape", "Backspace"].includes(event.key) && this.rest("", true));
    this.root.replaceChildren(this.form.node, send);
    if (!this.form.begin(typed)) send.focus();
  }

  submit() {
    if (this.form) {
      const options = this.form.values();
      if (options === null) return;
      const { name, local } = this.form.command;
      this.rest("", true);
      this.app.act("run", { command: name, options }, `/${local}`);
    } else if (this.entry.value.trim() && !this.entry.value.startsWith("/")) {
      this.app.act("say", { text: this.entry.value });
      this.rest("", true);
    }
  }
}

const sendButton = () => h("button.send", { type: "submit", "aria-label": word("send"), title: word("send") }, icon("send"));
