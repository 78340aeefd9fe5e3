// The form that a bot opens.
import { freshId, h } from "./dom.js";
import { markdown } from "./markdown.js";
import { word } from "./words.js";

export function openModal(modal, interaction, app) {
  const fields = [];
  const parts = modal.components.map((part) => {
    if (part.type === 10) return markdown(part.content, app.names);
    const inner = part.type === 1 ? part.components[0] : part.component;
    const field = fieldOf(inner, part.label ?? inner.label ?? inner.custom_id, part.description);
    fields.push({ id: inner.custom_id, read: field.read });
    return field.node;
  });
  const trouble = h("p.trouble", { role: "alert" });
  const send = h("button.button.primary", { type: "submit" }, word("submit"));
  const form = h("form", {}, h("h2", { id: freshId("title") }, modal.title), h("div.fields", {}, parts), trouble,
    h("div.actions", {}, h("button.button.secondary", { type: "button", onclick: () => dialog.close() }, word("cancel")), send));
  const dialog = h("dialog.modal", { "aria-labelledby": form.firstChild.id, onclose: () => dialog.remove() }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    const values = Object.fromEntries(fields.map((field) => [field.id, field.read()]));
    const answer = await app.wish("submit", { modal: interaction, values });
    send.disabled = false;
    if (answer.type === "answered") return dialog.close();
    trouble.textContent = answer.message ?? word("formFailed");
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("textarea, input, select")?.focus();
}

function fieldOf(inner, label, description) {
  const id = freshId("field");
  const needed = inner.required ?? true;
  const title = h("label", { for: id }, label, needed && h("span.needed", { "aria-hidden": "true" }, " *"));
  const hint = description && h("p.hint", { id: `${id}-hint` }, description);
  const common = { id, required: needed, "aria-describedby": hint ? `${id}-hint` : null };
  if (inner.type === 4) {
    const limits = { maxlength: String(inner.max_length ?? 4000), minlength: inner.min_length ? String(inner.min_length) : null, placeholder: inner.placeholder };
    const input = inner.style === 2 ? h("textarea", { ...common, ...limits, rows: 5 }) : h("input", { ...common, ...limits, type: "text" });
    input.value = inner.value ?? "";
    return { node: h("div.field", {}, title, hint, input), read: () => input.value };
  }
  if (inner.type === 23) {
    const box = h("input", { id, type: "checkbox", checked: Boolean(inner.default) });
    return { node: h("div.field.inline", {}, box, title, hint), read: () => box.checked };
  }
  const options = inner.options ?? [];
  const several = (inner.max_values ?? 1) > 1;
  const select = h("select", { ...common, multiple: several, size: several ? Math.min(6, options.length) : null },
    !several && h("option", { value: "" }, inner.placeholder ?? word("choose")),
    options.map((option) => h("option", { value: option.value, selected: Boolean(option.default) }, option.description ? `${option.label} — ${option.description}` : option.label)));
  const read = () => [...select.selectedOptions].map((option) => option.value).filter(Boolean);
  return { node: h("div.field", {}, title, hint, select), read };
}
