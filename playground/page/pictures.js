// Pictures with their alt text, opened large on a press; other files as something to download.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { word } from "./words.js";

export function pictureNode(url, description, size = {}, spoiler = false) {
  const image = h("img", { src: url, alt: description || "", loading: "eager" });
  if (size.width && size.height) {
    image.setAttribute("width", String(size.width));
    image.setAttribute("height", String(size.height));
  }
  const open = h("button.picture", { type: "button", "data-key": `picture ${url}`, title: word("openPicture"), onclick: () => enlarge(url, description) }, image);
  const node = h("figure", {}, open);
  if (description) node.append(h("details.alt", {}, h("summary", { title: word("alt") }, "ALT"), h("p", {}, description)));
  if (spoiler) cover(node, open);
  return node;
}

function cover(node, open) {
  node.classList.add("covered");
  const lift = h("button.lift", { type: "button", onclick: () => { node.classList.remove("covered"); lift.remove(); open.focus(); } }, word("spoiler"));
  node.append(lift);
}

export function attachmentNode(file) {
  const spoiler = file.filename.startsWith("SPOILER_");
  if (file.content_type?.startsWith("image/")) return pictureNode(file.url, file.description, file, spoiler);
  return fileNode(file.filename, file.size, file.url);
}

export function fileNode(name, size, url) {
  return h("a.file", { href: url, download: name }, icon("sheet"),
    h("span", {}, h("span.file-name", {}, name), h("span.size", {}, `${size.toLocaleString()} ${word("bytes")}`)),
    h("span.visually-hidden", {}, word("download")));
}

function enlarge(url, description) {
  const close = h("button.close", { type: "button", "aria-label": word("close"), onclick: () => dialog.close() }, icon("close"));
  const dialog = h("dialog.lightbox", { "aria-label": word("openPicture"), onclick: (event) => event.target === dialog && dialog.close(),
    onclose: () => dialog.remove() }, h("img", { src: url, alt: description || "" }), close);
  document.body.append(dialog);
  dialog.showModal();
}
