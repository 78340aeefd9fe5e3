// Buttons, menus and the layout components of a message.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { Listbox } from "./listbox.js";
import { markdown } from "./markdown.js";
import { fileNode, pictureNode } from "./pictures.js";
import { word } from "./words.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link-button", 6: "primary" };

export function components(message, app) {
  return h("div.components", {}, message.components.map((part) => draw(part, message, app)));
}

function draw(part, message, app) {
  switch (part.type) {
    case 1: return h("div.row", {}, part.components.map((inner) => draw(inner, message, app)));
    case 2: return button(part, message, app);
    case 3: case 5: case 6: case 7: case 8: return menu(part, message, app);
    case 9: return h("div.section", {}, h("div.grow", {}, part.components.map((inner) => draw(inner, message, app))), draw(part.accessory, message, app));
    case 10: return markdown(part.content, app.names);
    case 11: return pictureNode(part.media.url, part.description, part.media, part.spoiler);
    case 12: return h("div.gallery", { "data-count": String(part.items.length) }, part.items.map((item) => pictureNode(item.media.url, item.description, item.media, item.spoiler)));
    case 13: return fileNode(part.name ?? word("file"), part.size ?? 0, part.file.url);
    case 14: return h("hr", { "data-plain": part.divider === false, "data-wide": part.spacing === 2 });
    case 17: return container(part, message, app);
    default: return null;
  }
}

function container(part, message, app) {
  const node = h("div.container", {}, part.components.map((inner) => draw(inner, message, app)));
  if (part.accent_color !== null && part.accent_color !== undefined) node.style.setProperty("--accent", `#${part.accent_color.toString(16).padStart(6, "0")}`);
  return node;
}

function button(part, message, app) {
  const label = [part.emoji?.name && h("span.emoji", { "aria-hidden": part.label ? "true" : null }, part.emoji.name), part.label];
  if (part.style === 5) {
    return h("a.button.secondary", { href: part.url, target: "_blank", rel: "noopener noreferrer", title: word("opensLink") }, label, " ↗");
  }
  const node = h(`button.button.${STYLES[part.style]}`, { type: "button", disabled: Boolean(part.disabled), "data-key": part.custom_id }, label);
  node.addEventListener("click", () => busy(node, app.act("press", { message: message.id, button: part.custom_id })));
  return node;
}

async function busy(node, work) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  await work;
  node.removeAttribute("aria-busy");
}

function menu(part, message, app) {
  const several = (part.max_values ?? 1) > 1;
  const entries = part.type === 3
    ? part.options.map((option) => ({ label: option.label, hint: option.description, value: option.value, selected: Boolean(option.default) }))
    : app.mentionables(part.type).map((one) => ({ label: one.name, value: one.id }));
  const title = part.placeholder || word("choose");
  const shown = h("span.chosen");
  const owner = h("button.menu", { type: "button", disabled: Boolean(part.disabled), "data-key": part.custom_id, role: "combobox", "aria-label": title }, shown, icon("down"));
  const describe = () => {
    const picked = entries.filter((entry) => entry.selected).map((entry) => entry.label).join(", ");
    shown.textContent = picked || title;
    shown.classList.toggle("placeholder", !picked);
    owner.setAttribute("aria-label", picked ? `${title}: ${picked}` : title);
  };
  const send = () => {
    list.hide();
    const values = entries.filter((entry) => entry.selected).map((entry) => entry.value);
    busy(owner, app.act("choose", { message: message.id, select: part.custom_id, values }));
  };
  const list = new Listbox(owner, title, (entry) => {
    if (several) {
      entry.selected = !entry.selected;
      list.show(entries, { pick: entries.indexOf(entry) });
    } else {
      entries.forEach((one) => { one.selected = one === entry; });
      send();
    }
    describe();
  });
  const open = () => (list.isOpen ? list.hide() : list.show(entries, { pick: Math.max(0, entries.findIndex((one) => one.selected)) }));
  owner.addEventListener("click", open);
  owner.addEventListener("keydown", (event) => {
    if (event.key === "Tab") return void list.hide();
    if (!list.key(event) && ["ArrowDown", "ArrowUp"].includes(event.key)) { event.preventDefault(); open(); }
  });
  owner.addEventListener("blur", (event) => node.contains(event.relatedTarget) || list.hide());
  const node = h("div.menu-holder", {}, owner, list.list);
  if (several) node.append(h("button.button.secondary.confirm", { type: "button", disabled: Boolean(part.disabled), onclick: send }, word("confirm")));
  describe();
  return node;
}
