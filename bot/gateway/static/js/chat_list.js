/** The list of the persona's chats. */

import { el, fill } from "./dom.js";
import { previewText } from "./previews.js";
import { chatAvatar, fullName } from "./users.js";

/** Draws `store.chats`; arrow keys move through it, Enter opens. */
export class ChatList {
  constructor(page, onOpen) {
    this.page = page;
    this.onOpen = onOpen;
    this.list = el("ul", { class: "chat-list", role: "list", testid: "chat-list" });
    this.element = el("nav", { class: "chat-nav", "aria-label": page.t("chats") }, this.list);
    this.list.addEventListener("keydown", (event) => this.#move(event));
    ["chats", "active", "typing"].forEach((type) => page.store.on(type, () => this.#draw()));
  }

  #draw() {
    const focused = document.activeElement?.closest?.(".chat-item")?.dataset.chatId;
    const { store } = this.page;
    const tabStop = store.activeChat ?? store.chats[0];
    fill(this.list, ...store.chats.map((entry) => el("li", {}, this.#item(entry, entry === tabStop))));
    if (focused) {
      this.list.querySelector(`[data-chat-id="${focused}"]`)?.focus();
    }
  }

  #item(entry, isTabStop) {
    const { store, t } = this.page;
    const isActive = entry.chat.id === store.activeChatId;
    return el(
      "button",
      {
        type: "button",
        class: "chat-item",
        testid: "chat-list-item",
        "data-chat-id": entry.chat.id,
        "data-unread": entry.unread,
        "aria-current": isActive ? "true" : null,
        tabindex: isTabStop ? 0 : -1,
        on: { click: () => this.onOpen(entry.chat.id) },
      },
      chatAvatar(entry),
      el(
        "span",
        { class: "chat-about" },
        el(
          "span",
          { class: "chat-line" },
          el("span", { class: "chat-title", dir: "auto" }, entry.title),
          this.#when(entry),
        ),
        el(
          "span",
          { class: "chat-line" },
          this.#preview(entry),
          entry.unread
            ? el(
                "span",
                { class: "badge", testid: "unread", "aria-label": t("unread", { count: entry.unread }) },
                entry.unread,
              )
            : null,
        ),
      ),
    );
  }

  #when({ last_message: message }) {
    const { time, store } = this.page;
    return message
      ? el(
          "time",
          { class: "chat-time", datetime: time.iso(message.date) },
          time.brief(message.date, store.now() / 1000),
        )
      : null;
  }

  #preview({ chat, last_message: message }) {
    const { store, t } = this.page;
    if (store.typing.has(chat.id)) {
      return el("span", { class: "chat-preview is-typing" }, t("typing"));
    }
    if (!message) {
      return el("span", { class: "chat-preview" }, t("noMessages"));
    }
    const isNamed = store.isOwn(message) || chat.type !== "private";
    const name = store.isOwn(message) ? t("you") : fullName(message.from);
    return el(
      "span",
      { class: "chat-preview", dir: "auto" },
      isNamed && name ? el("span", { class: "chat-sender" }, `${name}: `) : null,
      previewText(message, t),
    );
  }

  #move(event) {
    const items = [...this.list.querySelectorAll(".chat-item")];
    const position = items.indexOf(document.activeElement);
    const target = { ArrowDown: position + 1, ArrowUp: position - 1, Home: 0, End: items.length - 1 }[
      event.key
    ];
    if (target !== undefined && items[target]) {
      event.preventDefault();
      items.forEach((item, index) => {
        item.tabIndex = index === target ? 0 : -1;
      });
      items[target].focus();
    }
  }
}
