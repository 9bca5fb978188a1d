/** The dialog before a file is sent: what it is, and room for a caption. */

import { fileSize } from "./attachments.js";
import { el } from "./dom.js";
import { showDialog } from "./notify.js";

const MAX_CAPTION = 1024;

/**
 * Show a file and ask whether to send it.
 *
 * @param {File} file
 * @param {"photo"|"document"} kind a photo is shown, of a document its name.
 * @param {function(string): string} t
 * @param {function(string): void} onSend called with the caption, "" for none.
 */
export function previewFile(file, kind, t, onSend) {
  const address = kind === "photo" ? URL.createObjectURL(file) : null;
  const label = t("caption");
  const limits = { class: "field", testid: "caption", maxlength: MAX_CAPTION };
  const caption = el("input", { ...limits, placeholder: label, "aria-label": label });
  const dialog = el("dialog", { class: "dialog", testid: "attach-preview", "aria-label": t("attach") });
  const submit = (event) => {
    event.preventDefault();
    dialog.close();
    onSend(caption.value.trim());
  };
  dialog.append(
    el(
      "form",
      { on: { submit } },
      address ? el("img", { class: "preview-photo", alt: "", src: address }) : null,
      el(
        "p",
        { class: "preview-file" },
        el("strong", { dir: "auto" }, file.name),
        el("span", {}, fileSize(file.size)),
      ),
      caption,
      actions(dialog, t),
    ),
  );
  dialog.addEventListener("close", () => address && URL.revokeObjectURL(address));
  showDialog(dialog);
  caption.focus();
}

function actions(dialog, t) {
  const cancel = { type: "button", class: "button", on: { click: () => dialog.close() } };
  const send = { type: "submit", class: "button button--primary", testid: "attach-send" };
  return el(
    "div",
    { class: "dialog-actions" },
    el("button", cancel, t("cancel")),
    el("button", send, t("send")),
  );
}
