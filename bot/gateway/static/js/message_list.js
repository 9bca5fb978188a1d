/** The messages of the open chat: in order, redrawn in place, days separated, the scroll position held. */

import { messageElement, setRun } from "./bubble.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { openMessageMenu } from "./message_menu.js";
import { ScrollKeeper } from "./scroll_keeper.js";

const RUN_SECONDS = 600;

/** Draws `store.messages` of the active chat. */
export class MessageList {
  #log;
  #viewport;
  #keeper;
  #down;
  #newBelow = 0;
  /** What each element on the screen shows, so that a synchronisation redraws only what differs. */
  #drawn = new Map();

  constructor(page) {
    this.page = page;
    this.#log = el("div", {
      class: "log",
      testid: "message-log",
      role: "log",
      "aria-live": "polite",
      "aria-relevant": "additions",
      "aria-label": page.t("messages"),
    });
    this.#viewport = el("div", { class: "viewport" }, this.#log);
    this.#down = el(
      "button",
      {
        type: "button",
        class: "scroll-down",
        testid: "scroll-down",
        "aria-label": page.t("scrollDown"),
        hidden: true,
      },
      icon("down"),
      el("span", { class: "badge" }),
    );
    this.element = el("div", { class: "messages" }, this.#viewport, this.#down);
    this.#keeper = new ScrollKeeper(this.#viewport, this.#log, () => this.#showDown());
    this.#listen();
  }

  #listen() {
    const { store } = this.page;
    store.on("active", () => this.#clear());
    store.on("messages", (change) => change.chatId === store.activeChatId && this.#apply(change));
    store.on(
      "pending",
      ({ chatId, messageId }) =>
        chatId === store.activeChatId && this.#redraw(store.message(chatId, messageId)),
    );
    this.#down.addEventListener("click", () =>
      this.#keeper.toEnd({ isSmooth: !matchMedia("(prefers-reduced-motion: reduce)").matches }),
    );
    this.#log.addEventListener("click", (event) => this.#clicked(event));
    this.#log.addEventListener("contextmenu", (event) => this.#openMenu(event));
    this.#log.addEventListener("keydown", (event) => this.#keyed(event));
  }

  #clear() {
    this.#drawn.clear();
    this.#newBelow = 0;
    this.#keeper.isAtEnd = true;
    this.#log.setAttribute("aria-busy", "true");
    fill(this.#log);
  }

  #apply({ change, message, messageId }) {
    if (change === "reset") {
      this.#reset();
    } else if (change === "removed") {
      this.#log.querySelector(`[data-message-id="${messageId}"]`)?.remove();
      this.#drawn.delete(messageId);
      this.#arrange();
    } else if (change === "changed") {
      this.#redraw(message);
    } else {
      this.#add(message);
    }
  }

  #reset() {
    const isFirstTime = this.#drawn.size === 0;
    const { store } = this.page;
    const messages = store.messages.get(store.activeChatId) ?? [];
    this.#log.setAttribute("aria-busy", "true");
    const current = new Set(messages.map((message) => message.message_id));
    [...this.#drawn.keys()]
      .filter((id) => !current.has(id))
      .forEach((id) => {
        this.#element(id)?.remove();
        this.#drawn.delete(id);
      });
    messages.forEach((message) =>
      this.#drawn.has(message.message_id) ? this.#redraw(message) : this.#insert(message),
    );
    this.#arrange();
    if (isFirstTime) {
      this.#showStart();
    }
    this.#log.setAttribute("aria-busy", "false");
  }

  #showStart() {
    this.#keeper.toEnd();
    const separator = this.#log.querySelector(".separator--unread");
    if (separator && separator.getBoundingClientRect().top < this.#viewport.getBoundingClientRect().top) {
      this.#viewport.scrollTop +=
        separator.getBoundingClientRect().top - this.#viewport.getBoundingClientRect().top;
    }
  }

  #add(message) {
    const isOwn = this.page.store.isOwn(message);
    this.#insert(message);
    if (isOwn) {
      this.#keeper.isAtEnd = true;
    } else if (!this.#keeper.isAtEnd) {
      this.#newBelow += 1;
    }
    this.#arrange();
  }

  #insert(message) {
    const element = messageElement(message, this.page);
    this.#log.insertBefore(element, this.#elementAfter(message.message_id));
    this.#drawn.set(message.message_id, this.#fingerprint(message));
  }

  #elementAfter(messageId) {
    const isLater = (element) => element && Number(element.dataset.messageId) > messageId;
    return isLater(this.#log.lastElementChild)
      ? [...this.#log.querySelectorAll(".message")].find(isLater)
      : null;
  }

  #redraw(message) {
    const old = message && this.#element(message.message_id);
    if (!old || this.#drawn.get(message.message_id) === this.#fingerprint(message)) {
      return;
    }
    const focus = focusedPlace(old);
    const element = messageElement(message, this.page);
    old.replaceWith(element);
    this.#drawn.set(message.message_id, this.#fingerprint(message));
    this.#arrange();
    focusPlace(element, focus);
  }

  #fingerprint(message) {
    const prefix = `${message.chat.id}:${message.message_id}:`;
    return JSON.stringify([message, [...this.page.store.pending].filter((key) => key.startsWith(prefix))]);
  }

  #element(messageId) {
    return this.#log.querySelector(`[data-message-id="${messageId}"]`);
  }

  /** Set day separators, the mark of unread messages, runs of one sender and the one tab stop anew. */
  #arrange() {
    this.#log.querySelectorAll(".separator").forEach((separator) => separator.remove());
    const elements = [...this.#log.querySelectorAll(".message")];
    elements.forEach((element, index) => {
      const isFirst = !isSameRun(elements[index - 1], element);
      setRun(element, { isFirst, isLast: !isSameRun(element, elements[index + 1]) });
      if (elements[index - 1]?.dataset.day !== element.dataset.day) {
        element.before(this.#daySeparator(element));
      }
      element.tabIndex = index === elements.length - 1 ? 0 : -1;
    });
    const unread = this.#element(this.page.store.firstUnreadId);
    unread?.before(
      el(
        "div",
        { class: "separator separator--unread", role: "separator", testid: "unread-separator" },
        el("span", {}, this.page.t("newMessages")),
      ),
    );
    this.#keeper.restore();
  }

  #daySeparator(element) {
    const { time, store } = this.page;
    const day = time.day(Number(element.dataset.date), store.now() / 1000);
    return el("div", { class: "separator", role: "separator", testid: "day-separator" }, el("span", {}, day));
  }

  #showDown() {
    if (this.#keeper.isAtEnd) {
      this.#newBelow = 0;
    }
    this.#down.hidden = this.#keeper.isAtEnd;
    this.#down.querySelector(".badge").textContent = this.#newBelow || "";
  }

  #clicked(event) {
    const jump = event.target.closest("[data-jump]");
    if (jump) {
      this.#jumpTo(Number(jump.dataset.jump));
    } else if (event.target.closest(".message-actions")) {
      this.#openMenu(event);
    }
  }

  #jumpTo(messageId) {
    const element = this.#element(messageId);
    if (element) {
      this.#keeper.show(element);
      element.classList.add("is-found");
      element.addEventListener("animationend", () => element.classList.remove("is-found"), { once: true });
      element.focus({ preventScroll: true });
    }
  }

  #openMenu(event) {
    const element = event.target.closest(".message");
    const hasSelection = !window.getSelection().isCollapsed;
    if (
      !element ||
      element.classList.contains("is-service") ||
      (hasSelection && event.type === "contextmenu") ||
      event.target.closest("a")
    ) {
      return;
    }
    event.preventDefault();
    const { store } = this.page;
    const message = store.message(store.activeChatId, Number(element.dataset.messageId));
    openMessageMenu(message, this.page, { x: event.clientX, y: event.clientY, element });
  }

  #keyed(event) {
    const element = event.target;
    if (!element.classList.contains("message")) {
      return;
    }
    const elements = [...this.#log.querySelectorAll(".message")];
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      event.preventDefault();
      elements[elements.indexOf(element) + step]?.focus();
    } else if (event.key === "Enter") {
      this.#openMenu(event);
    }
  }
}

function isSameRun(one, other) {
  if (!one || !other) {
    return false;
  }
  const gap = Number(other.dataset.date) - Number(one.dataset.date);
  return (
    one.dataset.sender === other.dataset.sender &&
    one.dataset.day === other.dataset.day &&
    gap < RUN_SECONDS &&
    !one.classList.contains("is-service")
  );
}

/** Which link or button of a message has the focus (its position), -1 for the message, null for none. */
function focusedPlace(element) {
  if (!element.contains(document.activeElement)) {
    return null;
  }
  return [...element.querySelectorAll("a, button")].indexOf(document.activeElement);
}

function focusPlace(element, place) {
  if (place !== null) {
    const parts = [...element.querySelectorAll("a, button")];
    (parts[Math.min(place, parts.length - 1)] ?? element).focus({ preventScroll: true });
  }
}
