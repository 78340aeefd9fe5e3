// A command that is being filled in: one field an option, with suggestions.
import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { Listbox } from "./listbox.js";
import { currentLocale, localDescription, localName, word } from "./words.js";

const STRING = 3, INTEGER = 4, BOOLEAN = 5, NUMBER = 10, ATTACHMENT = 11;
const ENTITIES = [6, 7, 8, 9];
const PAUSE = 90;

export class CommandForm {
  constructor(command, app, { leave, send }) {
    this.command = command;
    this.app = app;
    this.leave = leave;
    this.send = send;
    this.fields = new Map();
    this.row = h("div.options");
    this.extra = h("div.extra");
    this.trouble = h("p.trouble", { role: "alert" });
    this.node = h("div.command-form", { role: "group", "aria-label": `/${command.local}` },
      h("div.command-head", {}, h("strong", {}, `/${command.local}`), h("span", {}, command.hint),
        h("button.quit", { type: "button", title: word("leave"), "aria-label": word("leave"), onclick: leave }, icon("close"))),
      this.row, this.extra, this.trouble);
    this.node.addEventListener("keydown", (event) => this.key(event));
    for (const option of command.options.filter((one) => one.required)) this.add(option);
    this.offer();
  }

  // Whether there is a field to write in.
  begin(typed) {
    if (!this.fields.size && this.command.options.length && typed) this.add(this.command.options[0]);
    const [first] = this.fields.values();
    if (first && typed) first.fill(typed);
    first?.input.focus();
    return Boolean(first);
  }

  add(option, focus = false) {
    const field = new Field(option, this);
    this.fields.set(option.name, field);
    this.row.append(field.node);
    this.offer();
    if (focus) field.input.focus();
  }

  remove(option) {
    if (option.required) return;
    this.fields.get(option.name)?.node.remove();
    this.fields.delete(option.name);
    this.offer();
    const last = [...this.fields.values()].at(-1);
    (last?.input ?? this.extra.querySelector("button"))?.focus();
  }

  offer() {
    const locale = currentLocale();
    const left = this.command.options.filter((option) => !this.fields.has(option.name));
    this.extra.replaceChildren(...left.map((option) => h("button.add", { type: "button", "data-option": option.name, title: localDescription(option, locale),
      "aria-label": `${word("addOption")}: ${localName(option, locale)}`, onclick: () => this.add(option, true) }, `+ ${localName(option, locale)}`)));
  }

  next(field) {
    const empty = [...this.fields.values()].find((one) => one !== field && one.option.required && one.value() === undefined);
    (empty ?? field).input.focus();
  }

  key(event) {
    if (event.key === "Escape") this.leave();
    else if (event.key === "Enter" && event.target.tagName === "INPUT") this.send();
    else if (event.key === "Backspace" && event.target.tagName === "INPUT" && !event.target.value) {
      const field = [...this.fields.values()].find((one) => one.input === event.target);
      if (field && !field.option.required) this.remove(field.option);
      else if (this.fields.size === 1 || field === [...this.fields.values()][0]) this.leave();
      else return;
    } else return;
    event.preventDefault();
  }

  // The values by option name, or null where something is missing or wrong.
  values() {
    const values = {};
    for (const field of this.fields.values()) {
      const wrong = field.fault();
      field.input.setAttribute("aria-invalid", wrong ? "true" : "false");
      if (wrong) {
        this.trouble.textContent = `${field.label}: ${wrong}`;
        field.input.focus();
        return null;
      }
      const value = field.value();
      if (value !== undefined) values[field.option.name] = value;
    }
    return values;
  }

  // What is filled in so far, for an autocomplete.
  soFar() {
    return Object.fromEntries([...this.fields.values()].filter((field) => field.value() !== undefined && !field.fault()).map((field) => [field.option.name, field.value()]));
  }
}

class Field {
  constructor(option, form) {
    const locale = currentLocale();
    this.option = option;
    this.form = form;
    this.label = localName(option, locale);
    this.picked = undefined;
    const id = freshId("option");
    const hint = h("span.hint", { id: `${id}-hint` }, localDescription(option, locale));
    this.input = option.type === ATTACHMENT
      ? h("input", { id, type: "file", "aria-describedby": `${id}-hint` })
      : h("input", { id, type: "text", "aria-describedby": `${id}-hint`, "aria-required": String(Boolean(option.required)),
        inputmode: option.type === INTEGER || option.type === NUMBER ? "decimal" : null, maxlength: option.max_length ? String(option.max_length) : null });
    this.node = h("div.option", {}, h("label", { for: id }, this.label), this.input, hint);
    if (!option.required) this.node.append(h("button.remove", { type: "button", "aria-label": `${word("remove")}: ${this.label}`, onclick: () => form.remove(option) }, icon("close")));
    if (option.type === ATTACHMENT) this.input.addEventListener("change", () => this.read());
    else if (option.autocomplete || this.choices()) this.suggesting();
  }

  choices() {
    const { option, form } = this;
    const locale = currentLocale();
    if (option.choices?.length) return option.choices.map((choice) => ({ label: localName(choice, locale), value: choice.value }));
    if (option.type === BOOLEAN) return [{ label: word("yes"), value: true }, { label: word("no"), value: false }];
    if (ENTITIES.includes(option.type)) {
      const kinds = option.channel_types;
      return form.app.mentionables(entityMenu(option.type)).filter((one) => !kinds || one.type === undefined || kinds.includes(one.type)).map((one) => ({ label: one.name, value: one.id }));
    }
    return null;
  }

  suggesting() {
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.list = new Listbox(this.input, this.label, (entry) => {
      this.picked = entry;
      this.input.value = entry.label;
      this.list.hide();
      this.form.next(this);
    });
    this.node.append(this.list.list);
    this.input.addEventListener("input", () => { this.picked = undefined; this.suggest(); });
    this.input.addEventListener("focus", () => this.picked === undefined && this.suggest());
    this.input.addEventListener("blur", () => this.list.hide());
    this.input.addEventListener("keydown", (event) => this.list.key(event));
  }

  suggest() {
    const choices = this.choices();
    const typed = this.input.value.trim().toLowerCase();
    if (choices) return this.list.show(choices.filter((choice) => choice.label.toLowerCase().includes(typed)));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
    return undefined;
  }

  async ask() {
    const typed = this.input.value;
    const answer = await this.form.app.wish("autocomplete", { command: this.form.command.name, option: this.option.name, typed, options: this.form.soFar() });
    if (this.input.value !== typed || document.activeElement !== this.input || !answer.choices) return;
    const locale = currentLocale();
    this.list.show(answer.choices.map((choice) => ({ label: localName(choice, locale), value: choice.value })));
  }

  fill(text) {
    this.input.value = text;
  }

  async read() {
    const [file] = this.input.files;
    if (!file) return void (this.picked = undefined);
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = "";
    for (let start = 0; start < bytes.length; start += 32768) binary += String.fromCharCode(...bytes.subarray(start, start + 32768));
    this.picked = { value: { name: file.name, data: btoa(binary) } };
  }

  value() {
    if (this.picked) return this.picked.value;
    const text = this.input.value.trim();
    if (this.option.type === ATTACHMENT || !text) return undefined;
    const choice = this.choices()?.find((one) => one.label.toLowerCase() === text.toLowerCase() || one.value === text);
    if (choice) return choice.value;
    if (this.choices()) return undefined;
    return this.option.type === STRING ? text : Number(text.replace(",", "."));
  }

  fault() {
    const value = this.value();
    if (value === undefined) return this.option.required || this.input.value.trim() ? word("checkRequired") : null;
    const { type, min_value: low, max_value: high, min_length: least } = this.option;
    if (type === STRING && least && String(value).length < least) return `${word("outOfRange")} ${least} ${word("and")} ${this.option.max_length ?? 6000}`;
    if (type !== INTEGER && type !== NUMBER) return null;
    const wrong = Number.isNaN(value) || (type === INTEGER && !Number.isInteger(value)) || (low !== undefined && value < low) || (high !== undefined && value > high);
    return wrong ? `${word("outOfRange")} ${low ?? "−∞"} ${word("and")} ${high ?? "∞"}` : null;
  }
}

// An option's type, as the menu component of the same kind numbers it.
const entityMenu = (type) => ({ 6: 5, 7: 8, 8: 6, 9: 7 })[type];
