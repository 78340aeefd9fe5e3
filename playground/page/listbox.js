// A list of choices below a field or a button, for mouse and keyboard (the ARIA combobox pattern).
import { freshId, h } from "./dom.js";
import { word } from "./words.js";

export class Listbox {
  // entries: [{label, hint, value}]; chosen(entry) is called with the one that was taken.
  constructor(owner, label, chosen) {
    this.owner = owner;
    this.chosen = chosen;
    this.entries = [];
    this.active = -1;
    this.list = h("ul.listbox", { role: "listbox", id: freshId("list"), "aria-label": label, hidden: true });
    owner.setAttribute("aria-controls", this.list.id);
    owner.setAttribute("aria-expanded", "false");
    owner.setAttribute("aria-haspopup", "listbox");
  }

  get isOpen() { return !this.list.hidden; }

  show(entries, { note = word("none"), pick = 0 } = {}) {
    this.entries = entries;
    this.list.replaceChildren(...entries.map((entry, index) => this.row(entry, index)));
    if (!entries.length) this.list.append(h("li.note", {}, note));
    this.list.hidden = false;
    this.place();
    this.owner.setAttribute("aria-expanded", "true");
    this.mark(entries.length ? pick : -1);
  }

  // Above its owner where there is no room below it.
  place() {
    this.list.classList.remove("up");
    const frame = this.list.closest('[role="log"]')?.getBoundingClientRect();
    const box = this.list.getBoundingClientRect();
    const above = this.owner.getBoundingClientRect().top - (frame?.top ?? 0);
    if (frame && box.bottom > frame.bottom && above > frame.bottom - box.top) this.list.classList.add("up");
  }

  row(entry, index) {
    return h("li", {
      role: "option", id: freshId("choice"), "aria-selected": entry.selected ? "true" : "false", "data-value": String(entry.value),
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => this.take(index),
      onpointermove: () => this.mark(index),
    }, entry.group && h("span.group", {}, entry.group), h("span.label", {}, entry.label), entry.hint && h("span.hint", {}, entry.hint));
  }

  hide() {
    this.list.hidden = true;
    this.active = -1;
    this.owner.setAttribute("aria-expanded", "false");
    this.owner.removeAttribute("aria-activedescendant");
  }

  mark(index) {
    if (index === this.active && this.list.children[index]?.classList.contains("active")) return;
    this.list.children[this.active]?.classList.remove("active");
    this.active = index;
    const row = this.list.children[index];
    if (!row || index < 0) return this.owner.removeAttribute("aria-activedescendant");
    row.classList.add("active");
    row.scrollIntoView({ block: "nearest" });
    this.owner.setAttribute("aria-activedescendant", row.id);
  }

  take(index) {
    const entry = this.entries[index];
    if (entry) this.chosen(entry);
  }

  // Whether the key was for the list.
  key(event) {
    if (!this.isOpen) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && this.entries.length) {
      this.mark((this.active + steps[event.key] + this.entries.length) % this.entries.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && this.active >= 0) {
      this.take(this.active);
    } else if (event.key === "Escape") {
      this.hide();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
