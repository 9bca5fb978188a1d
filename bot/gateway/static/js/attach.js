/** Sending files: the attach menu, dropped and pasted files. */

import { previewFile } from "./attach_preview.js";
import { iconButton, menuItem, moveInMenu } from "./buttons.js";
import { el } from "./dom.js";
import { sampleSticker, sampleVoice } from "./samples.js";

const MENU_ID = "attach-menu";
const PHOTO_TYPES = new Set(["image/jpeg", "image/png", "image/webp"]);

/** The attach button with its menu; `element` goes into the composer. */
export class Attach {
  constructor(page) {
    this.page = page;
    this.kind = "document";
    this.menu = this.#menu();
    this.input = el("input", {
      type: "file",
      class: "visually-hidden",
      testid: "file-input",
      tabindex: -1,
      "aria-hidden": "true",
    });
    const button = iconButton("attach", "attach", page.t("attach"), {
      popovertarget: MENU_ID,
      "aria-haspopup": "menu",
    });
    this.element = el("div", { class: "attach" }, button, this.menu, this.input);
    this.input.addEventListener("change", () => this.#picked());
    this.menu.addEventListener("keydown", (event) => moveInMenu(this.menu, event));
    this.menu.addEventListener(
      "toggle",
      (event) => event.newState === "open" && this.menu.firstElementChild.focus(),
    );
  }

  #menu() {
    const { t } = this.page;
    return el(
      "div",
      {
        class: "menu menu--attach",
        role: "menu",
        id: MENU_ID,
        testid: MENU_ID,
        popover: "auto",
        "aria-label": t("attach"),
      },
      this.#item("photo", t("photo"), () => this.#browse("photo")),
      this.#item("file", t("file"), () => this.#browse("document")),
      this.#item("voice", t("voice"), () => this.#send({ file: sampleVoice(), kind: "voice" })),
      this.#item("sticker", t("sticker"), async () =>
        this.#send({ file: await sampleSticker(), kind: "sticker" }),
      ),
    );
  }

  #item(name, label, run) {
    return menuItem(name, `attach-${name}`, label, () => {
      this.menu.hidePopover();
      run();
    });
  }

  /** Accept files dropped on or pasted into an element. */
  acceptFrom(target) {
    target.addEventListener("dragover", (event) => event.preventDefault());
    target.addEventListener("drop", (event) => this.#transferred(event, event.dataTransfer));
    target.addEventListener("paste", (event) => this.#transferred(event, event.clipboardData));
  }

  #browse(kind) {
    this.kind = kind;
    this.input.accept = kind === "photo" ? [...PHOTO_TYPES].join(",") : "";
    this.input.value = "";
    this.input.click();
  }

  #picked() {
    const file = this.input.files[0];
    if (file) {
      this.#ask(file, this.kind === "photo" && PHOTO_TYPES.has(file.type) ? "photo" : "document");
    }
  }

  #transferred(event, transfer) {
    const file = transfer?.files[0];
    if (file) {
      event.preventDefault();
      this.#ask(file, PHOTO_TYPES.has(file.type) ? "photo" : "document");
    }
  }

  #ask(file, kind) {
    previewFile(file, kind, this.page.t, (caption) => this.#send({ file, kind, caption }));
  }

  #send(attachment) {
    const { session, store, actions } = this.page;
    return actions.attempt(() => session.upload(store.activeChatId, attachment));
  }
}
