// The small menu on a message.
import { h } from "./dom.js";

export function openMenu(owner, entries, at) {
  document.querySelector(".popup")?.remove();
  const close = (event) => {
    if (event?.type === "pointerdown" && menu.contains(event.target)) return;
    menu.remove();
    document.removeEventListener("pointerdown", close, true);
    if (event?.type !== "pointerdown") owner.focus();
  };
  const menu = h("div.popup", { role: "menu" }, entries.map((entry) =>
    h("button", { type: "button", role: "menuitem", disabled: Boolean(entry.disabled), onclick: () => { close(); entry.act(); } },
      entry.group && h("span.group", {}, entry.group), entry.label)));
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button:not(:disabled)")];
    const place = items.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items.at((place + step + items.length) % items.length)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close(event);
    else return;
    event.preventDefault();
  });
  document.body.append(menu);
  const place = at ? { x: at.clientX, y: at.clientY } : { x: owner.getBoundingClientRect().right - menu.offsetWidth, y: owner.getBoundingClientRect().bottom + 4 };
  menu.style.left = `${Math.max(8, Math.min(place.x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(place.y, innerHeight - menu.offsetHeight - 8))}px`;
  document.addEventListener("pointerdown", close, true);
  menu.querySelector("button:not(:disabled)")?.focus();
}
