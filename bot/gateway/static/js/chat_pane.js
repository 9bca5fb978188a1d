/** The open chat: head, messages, composer; and what stands there while no chat is open or it is empty. */

import { iconButton } from "./buttons.js";
import { chatAvatar } from "./users.js";
import { Composer } from "./composer.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { MessageList } from "./message_list.js";

/** The right side of the page, the second screen of a phone. */
export class ChatPane {
  constructor(page, onBack) {
    this.page = page;
    const { t } = page;
    this.picture = el("span", { class: "head-picture" });
    this.title = el("h1", { class: "head-title", testid: "chat-title", dir: "auto" });
    this.status = el("p", { class: "head-status", testid: "chat-status", "aria-live": "polite" });
    this.head = el(
      "header",
      { class: "chat-head" },
      iconButton("back", "back", t("back"), { class: "back", on: { click: onBack } }),
      this.picture,
      el("div", { class: "head-about" }, this.title, this.status),
    );
    this.empty = el("div", { class: "empty", testid: "empty-chat", hidden: true });
    this.messages = new MessageList(page);
    this.composer = new Composer(page);
    this.placeholder = el("div", { class: "placeholder" }, icon("chat"), el("p", {}, t("chooseChat")));
    this.chat = el(
      "div",
      { class: "chat", testid: "chat" },
      this.head,
      this.messages.element,
      this.empty,
      this.composer.element,
    );
    this.element = el("main", { class: "pane" }, this.chat, this.placeholder);
    this.composer.attach.acceptFrom(this.chat);
    this.#listen();
    this.#draw();
  }

  #listen() {
    const { store } = this.page;
    ["active", "chats", "typing"].forEach((type) => store.on(type, () => this.#draw()));
    store.on(
      "active",
      ({ chatId }) => chatId !== null && matchMedia("(hover: hover)").matches && this.composer.focus(),
    );
    store.on("active", () => {
      this.empty.hidden = true;
    });
    store.on("messages", ({ chatId }) => chatId === store.activeChatId && this.#drawEmpty());
  }

  #draw() {
    const { store, t } = this.page;
    const entry = store.activeChat;
    this.chat.hidden = !entry;
    this.placeholder.hidden = Boolean(entry);
    if (!entry) {
      return;
    }
    const isTyping = store.typing.has(entry.chat.id);
    fill(this.picture, chatAvatar(entry));
    this.title.textContent = entry.title;
    this.status.classList.toggle("is-typing", isTyping);
    const about = entry.chat.type === "private" ? `@${store.bot?.username ?? ""}` : t("group");
    this.status.textContent = isTyping ? t("typing") : about;
  }

  #drawEmpty() {
    const { store, session, t, actions } = this.page;
    const isEmpty = store.messages.get(store.activeChatId).length === 0;
    this.empty.hidden = !isEmpty;
    if (!isEmpty) {
      return;
    }
    const start = el(
      "button",
      {
        type: "button",
        class: "button button--primary",
        testid: "start",
        on: { click: () => actions.attempt(() => session.start("")) },
      },
      t("start"),
    );
    fill(
      this.empty,
      icon("shield"),
      el("p", {}, t("noMessages")),
      store.activeChat.chat.type === "private" ? start : null,
    );
  }
}
