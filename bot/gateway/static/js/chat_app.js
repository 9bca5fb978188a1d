/** The page of one persona, put together: store, session, feed and what is drawn from them. */

import { Actions } from "./actions.js";
import { PersonaApi } from "./api.js";
import { ChatPane } from "./chat_pane.js";
import { ClockStrip } from "./clock_strip.js";
import { el } from "./dom.js";
import { Feed } from "./feed.js";
import { Notify } from "./notify.js";
import { Session } from "./session.js";
import { sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { translator } from "./strings.js";
import { TimeFormat } from "./time.js";

const WIDE = "(min-width: 760px)";

/** Runs the chat of one persona inside `root`. */
export class ChatApp {
  constructor(root, persona, bot) {
    this.root = root;
    const t = translator(persona.user.language_code);
    const store = new Store(persona, bot);
    const session = new Session(new PersonaApi(persona.id), store);
    const notify = new Notify(t);
    const time = new TimeFormat(persona.user.language_code ?? "en", persona.time_zone);
    this.page = { store, session, t, time, notify, actions: new Actions({ store, session, t, notify }) };
    document.documentElement.lang = persona.user.language_code ?? "en";
  }

  /** Draw the page, load the chats, and stay up to date. */
  async start() {
    const { session, notify } = this.page;
    this.#draw();
    this.#listen();
    await session.refreshChats().catch((error) => notify.error(error));
    this.#followAddress();
    new Feed(session).start();
  }

  #draw() {
    const { t } = this.page;
    const clock = new ClockStrip(this.page);
    this.connection = el("div", { class: "connection", testid: "connection", role: "status" });
    this.shell = el(
      "div",
      { class: "shell", testid: "shell", "data-screen": "list" },
      sidebar(this.page, (chatId) => this.#goTo(chatId)),
      new ChatPane(this.page, () => this.#goTo(null)).element,
    );
    this.root.replaceChildren(this.connection, clock.element, this.shell);
    clock.start();
    this.page.store.on("connection", () => {
      this.connection.textContent = this.page.store.isOnline ? "" : t("connecting");
    });
  }

  #listen() {
    const { store } = this.page;
    store.on("answer", (answer) => this.#showAnswer(answer));
    store.on("chats", () => this.#title());
    store.on("active", ({ chatId }) => this.#showScreen(chatId));
    window.addEventListener("hashchange", () => this.#followAddress());
    window.addEventListener("keydown", (event) => this.#keyed(event));
  }

  /** The open chat is part of the address, so that "back" and reloading do what one expects. */
  #goTo(chatId) {
    location.hash = chatId === null ? "" : `chat=${chatId}`;
  }

  #followAddress() {
    const { store, session, actions } = this.page;
    const named = Number(/^#chat=(-?\d+)$/.exec(location.hash)?.[1]);
    const isWide = matchMedia(WIDE).matches;
    const fallback = isWide ? ((store.privateChat ?? store.chats[0])?.chat.id ?? null) : null;
    const chatId = store.chatEntry(named) ? named : fallback;
    actions.attempt(() => session.open(chatId));
  }

  #showScreen(chatId) {
    this.shell.dataset.screen = chatId === null ? "list" : "chat";
    if (chatId === null) {
      this.shell.querySelector(".chat-item")?.focus();
    } else if (location.hash !== `#chat=${chatId}`) {
      history.replaceState(null, "", `#chat=${chatId}`);
    }
  }

  #showAnswer({ text, show_alert: isAlert, url }) {
    const { notify, actions } = this.page;
    if (url) {
      actions.open(url);
    }
    if (text) {
      notify[isAlert ? "alert" : "toast"](text);
    }
  }

  #title() {
    const { store } = this.page;
    const unread = store.chats.reduce((sum, entry) => sum + entry.unread, 0);
    document.title = `${unread ? `(${unread}) ` : ""}${store.persona.label} – ILECU`;
  }

  #keyed(event) {
    const isBusy = document.querySelector("dialog[open], :popover-open");
    if (event.key !== "Escape" || event.defaultPrevented || isBusy) {
      return;
    }
    if (matchMedia(WIDE).matches) {
      this.shell.querySelector(".chat-item[aria-current]")?.focus();
    } else {
      this.#goTo(null);
    }
  }
}
