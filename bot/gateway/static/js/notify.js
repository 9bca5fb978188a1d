/** Toasts, alerts and the question "which chat?". */

import { el } from "./dom.js";
import { chatAvatar } from "./users.js";

const TOAST_MS = 4500;

/** What the page says outside the chat. */
export class Notify {
  #toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });

  constructor(t) {
    this.t = t;
    document.body.append(this.#toasts);
  }

  /** A short note that goes by itself. */
  toast(text) {
    const toast = el("div", { class: "toast", testid: "toast" }, text);
    this.#toasts.append(toast);
    setTimeout(() => toast.remove(), Math.max(TOAST_MS, text.length * 60));
  }

  /** A refused request, in the gateway's words where it has any. */
  error(error) {
    if (error.name === "ApiError" || error.status !== undefined) {
      this.toast(error.status === 0 ? this.t("offline") : error.message || this.t("failed"));
      return;
    }
    this.toast(this.t("failed"));
    throw error;
  }

  /** A text that must be closed by hand. */
  alert(text) {
    const ok = el(
      "button",
      { type: "button", class: "button button--primary", testid: "alert-ok" },
      this.t("alertOk"),
    );
    const dialog = el(
      "dialog",
      { class: "dialog", testid: "alert", role: "alertdialog" },
      el("p", { class: "dialog-text" }, text),
      el("div", { class: "dialog-actions" }, ok),
    );
    ok.addEventListener("click", () => dialog.close());
    showDialog(dialog);
  }

  /**
   * Let the persona choose one of some chats.
   *
   * @returns {Promise<Object|null>} the list entry, null if cancelled.
   */
  chooseChat(entries) {
    return new Promise((resolve) => {
      const dialog = el(
        "dialog",
        { class: "dialog", testid: "chat-picker", "aria-label": this.t("chooseChat") },
        el("h2", { class: "dialog-title" }, this.t("chooseChat")),
      );
      let chosen = null;
      const choose = (entry) => {
        chosen = entry;
        dialog.close();
      };
      dialog.append(
        ...entries.map((entry) =>
          el(
            "button",
            {
              type: "button",
              class: "picker-item",
              testid: "chat-picker-item",
              "data-chat-id": entry.chat.id,
              on: { click: () => choose(entry) },
            },
            chatAvatar(entry),
            el("span", {}, entry.title),
          ),
        ),
      );
      dialog.addEventListener("close", () => resolve(chosen));
      showDialog(dialog);
    });
  }
}

/** Show a modal `<dialog>`; a click beside it or Esc closes it, and it leaves the document. */
export function showDialog(dialog) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
