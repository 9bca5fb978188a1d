/** The bar above the text box that says what is being replied to or edited. */

import { iconButton } from "./buttons.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { previewText } from "./previews.js";
import { fullName } from "./users.js";

/** Holds the composer's mode: null, "reply" or "edit", and the message it is about. */
export class ComposeBar {
  mode = null;
  message = null;

  constructor(page, onCancel) {
    this.page = page;
    this.text = el("div", { class: "bar-text" });
    this.picture = el("span", { class: "bar-icon" });
    this.element = el(
      "div",
      { class: "compose-bar", testid: "compose-bar", hidden: true },
      this.picture,
      this.text,
      iconButton("close", "compose-cancel", page.t("cancel"), { on: { click: onCancel } }),
    );
  }

  get isEditing() {
    return this.mode === "edit";
  }

  /** @param {"reply"|"edit"} mode */
  show(mode, message) {
    const { t, store } = this.page;
    this.mode = mode;
    this.message = message;
    const name = store.isOwn(message) ? t("you") : fullName(message.from);
    fill(this.picture, icon(mode));
    fill(
      this.text,
      el("strong", {}, mode === "edit" ? t("editing") : t("replyTo", { name })),
      el("span", { dir: "auto" }, previewText(message, t)),
    );
    this.element.hidden = false;
  }

  clear() {
    this.mode = null;
    this.message = null;
    this.element.hidden = true;
  }
}
