/**
 * The event stream: gateway -> store, with reconnection.
 *
 * Browsers allow six connections to one host over HTTP/1.1, shared by all tabs. So that more personas than
 * that can be open at once, a hidden tab gives its stream back and asks for the chat list now and then (unread
 * marks); when it is seen again it connects and synchronises.
 */

const RETRY_MS = [500, 1000, 2000, 4000, 8000];
const NOTICE_AFTER_MS = 800;
const HIDDEN_POLL_MS = 4000;
const TYPING_MS = 6000;

/** Keeps one persona's store up to date. */
export class Feed {
  #source = null;
  #attempts = 0;
  #timers = { retry: 0, notice: 0, poll: 0 };

  constructor(session) {
    this.session = session;
    this.store = session.store;
  }

  /** Connect now, and follow the visibility of the tab. */
  start() {
    document.addEventListener("visibilitychange", () => this.#follow());
    window.addEventListener("online", () => this.#connect());
    this.#follow();
  }

  #follow() {
    clearInterval(this.#timers.poll);
    if (document.hidden) {
      this.#close();
      this.#timers.poll = setInterval(() => this.session.refreshChats().catch(() => {}), HIDDEN_POLL_MS);
    } else {
      this.#connect();
    }
  }

  #close() {
    clearTimeout(this.#timers.retry);
    clearTimeout(this.#timers.notice);
    this.#source?.close();
    this.#source = null;
  }

  #connect() {
    this.#close();
    this.#timers.notice = setTimeout(() => this.#setOnline(false), NOTICE_AFTER_MS);
    const source = new EventSource(this.session.api.eventsUrl);
    this.#source = source;
    source.addEventListener("open", () => this.#opened());
    source.addEventListener("error", () => this.#broken(source));
    for (const [type, handle] of Object.entries(HANDLERS)) {
      source.addEventListener(type, (event) => handle(this.session, JSON.parse(event.data)));
    }
  }

  async #opened() {
    try {
      await this.session.synchronise();
      this.#attempts = 0;
      clearTimeout(this.#timers.notice);
      this.#setOnline(true);
    } catch {
      this.#failed();
    }
  }

  /** A stream that was refused says no reason; an ordinary request to the same server does. */
  #broken(source) {
    if (source.readyState === EventSource.CLOSED) {
      this.session.refreshChats().catch(() => {});
    }
    this.#failed();
  }

  #failed() {
    this.#close();
    this.#setOnline(false);
    const delay = RETRY_MS[Math.min(this.#attempts, RETRY_MS.length - 1)];
    this.#attempts += 1;
    this.#timers.retry = setTimeout(() => this.#connect(), delay);
  }

  #setOnline(isOnline) {
    if (this.store.isOnline !== isOnline) {
      this.store.isOnline = isOnline;
      this.store.emit("connection");
    }
  }
}

const HANDLERS = {
  message(session, { chat_id: chatId, message }) {
    stopTyping(session.store, chatId, message);
    session.receive(chatId, message);
    noteInList(session, chatId, message);
  },
  edited(session, { chat_id: chatId, message }) {
    session.receive(chatId, message);
    const entry = session.store.chatEntry(chatId);
    if (entry?.last_message?.message_id === message.message_id) {
      entry.last_message = message;
      session.store.emit("chats");
    }
  },
  deleted(session, { chat_id: chatId, message_id: messageId }) {
    session.forget(chatId, messageId);
    session.refreshChats().catch(() => {});
  },
  callback_answer(session, answer) {
    session.answer(answer);
  },
  action(session, { chat_id: chatId }) {
    const { store } = session;
    clearTimeout(store.typing.get(chatId));
    store.typing.set(
      chatId,
      setTimeout(() => endTyping(store, chatId), TYPING_MS),
    );
    store.emit("typing", { chatId });
  },
  commands(session, { chat_id: chatId }) {
    if (chatId === undefined || chatId === session.store.activeChatId) {
      session.refreshCommands(session.store.activeChatId).catch(() => {});
    }
  },
  chats(session) {
    session.refreshChats().catch(() => {});
  },
  clock({ store }, clock) {
    store.clockOffsetMs = Date.parse(clock.now) - Date.now();
    store.emit("clock", clock);
  },
};

function endTyping(store, chatId) {
  clearTimeout(store.typing.get(chatId));
  if (store.typing.delete(chatId)) {
    store.emit("typing", { chatId });
  }
}

function stopTyping(store, chatId, message) {
  if (!store.isOwn(message)) {
    endTyping(store, chatId);
  }
}

function noteInList(session, chatId, message) {
  const { store } = session;
  const entry = store.chatEntry(chatId);
  if (!entry) {
    session.refreshChats().catch(() => {});
    return;
  }
  const isNew = message.message_id > (entry.last_message?.message_id ?? 0);
  entry.last_message = message;
  entry.unread += isNew && !store.isOwn(message) ? 1 : 0;
  store.chats = [entry, ...store.chats.filter((other) => other !== entry)];
  store.emit("chats");
  if (chatId === store.activeChatId) {
    session.markRead(chatId).catch(() => {});
  }
}
