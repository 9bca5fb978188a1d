/** What a persona does: each method calls the gateway, puts the outcome in the store and tells the page. */

import { pendingKey } from "./store.js";

const CALLBACK_TIMEOUT_MS = 15000;

/** Joins the API and the store of one persona. Methods throw `ApiError`. */
export class Session {
  /** @type {Map<string, {key: string, chatId: number, messageId: number, timer: number}>} */
  #waiting = new Map();
  /** Answers that overtook the response naming their query. */
  #earlyAnswers = new Map();
  /** @type {Map<number, Array<Object>>} chat id -> messages received while that chat is being fetched. */
  #arrivals = new Map();

  constructor(api, store) {
    this.api = api;
    this.store = store;
  }

  async refreshChats() {
    this.store.chats = await this.api.chats();
    this.store.emit("chats");
  }

  async refreshMessages(chatId) {
    await this.#load(chatId);
    this.store.emit("messages", { chatId, change: "reset" });
  }

  async refreshCommands(chatId) {
    const { commands } = await this.api.commands(chatId);
    this.store.commands.set(chatId, commands);
    this.store.emit("commands", { chatId });
  }

  /** Bring everything on the screen up to date, after the event stream was away. */
  async synchronise() {
    await this.refreshChats();
    const chatId = this.store.activeChatId;
    [...this.store.messages.keys()]
      .filter((id) => id !== chatId)
      .forEach((id) => this.store.messages.delete(id));
    if (chatId !== null) {
      await Promise.all([this.refreshMessages(chatId), this.refreshCommands(chatId)]);
      await this.markRead(chatId);
    }
  }

  /** Show a chat; null goes back to the list. */
  async open(chatId) {
    const { store } = this;
    if (store.activeChatId === chatId) {
      return;
    }
    const unread = store.chatEntry(chatId)?.unread ?? 0;
    store.activeChatId = chatId;
    store.firstUnreadId = null;
    store.emit("active", { chatId });
    if (chatId === null) {
      return;
    }
    const messages = await this.#load(chatId);
    if (store.activeChatId !== chatId) {
      return;
    }
    store.firstUnreadId = firstUnread(
      messages.filter((message) => !store.isOwn(message)),
      unread,
    );
    store.emit("messages", { chatId, change: "reset" });
    await Promise.all([this.refreshCommands(chatId), this.markRead(chatId)]);
  }

  async markRead(chatId) {
    const entry = this.store.chatEntry(chatId);
    if (!entry?.unread || document.hidden) {
      return;
    }
    entry.unread = 0;
    this.store.emit("chats");
    await this.api.markRead(chatId);
  }

  async send(chatId, text, replyToMessageId) {
    this.receive(chatId, await this.api.send(chatId, text, replyToMessageId));
  }

  async edit(chatId, messageId, text) {
    this.receive(chatId, await this.api.edit(chatId, messageId, text));
  }

  async upload(chatId, attachment) {
    this.receive(chatId, await this.api.upload(chatId, attachment));
  }

  async choose(inlineQueryId, resultId) {
    const chatId = this.store.activeChatId;
    this.receive(chatId, await this.api.choose(inlineQueryId, resultId, chatId));
  }

  /** Follow a deep link: open the private chat and send "/start PAYLOAD" there. */
  async start(payload) {
    const chatId = this.store.privateChat?.chat.id;
    if (chatId === undefined) {
      return;
    }
    await this.open(chatId);
    if (payload !== null) {
      await this.send(chatId, payload ? `/start ${payload}` : "/start");
    }
  }

  /** Press a callback button: it stays marked until the bot's answer, at most 15 s. */
  async press(chatId, messageId, callbackData) {
    const key = pendingKey(chatId, messageId, callbackData);
    if (this.store.pending.has(key)) {
      return;
    }
    this.#mark(key, { chatId, messageId }, true);
    try {
      const { callback_query_id: queryId } = await this.api.press(chatId, messageId, callbackData);
      const timer = setTimeout(() => this.answer({ callback_query_id: queryId }), CALLBACK_TIMEOUT_MS);
      this.#waiting.set(queryId, { key, chatId, messageId, timer });
    } catch (error) {
      this.#mark(key, { chatId, messageId }, false);
      throw error;
    }
    this.#earlyAnswers.forEach((answer) => this.answer(answer));
  }

  /**
   * End the wait of a pressed button.
   *
   * @param {{callback_query_id: string, text?: string, show_alert?: boolean, url?: string}} answer
   */
  answer(answer) {
    const queryId = answer.callback_query_id;
    const waiting = this.#waiting.get(queryId);
    if (!waiting) {
      this.#earlyAnswers.set(queryId, answer);
      setTimeout(() => this.#earlyAnswers.delete(queryId), CALLBACK_TIMEOUT_MS);
      return;
    }
    this.#waiting.delete(queryId);
    this.#earlyAnswers.delete(queryId);
    clearTimeout(waiting.timer);
    this.#mark(waiting.key, waiting, false);
    this.store.emit("answer", answer);
  }

  /** Put a new or changed message in its place; a known one is replaced, so an echo does no harm. */
  receive(chatId, message) {
    this.#arrivals.get(chatId)?.push(message);
    const known = this.store.messages.get(chatId);
    if (known) {
      const change = upsert(known, message) ? "added" : "changed";
      this.store.emit("messages", { chatId, change, message });
    }
  }

  /** Take a message away. */
  forget(chatId, messageId) {
    const known = this.store.messages.get(chatId) ?? [];
    this.store.messages.set(
      chatId,
      known.filter((message) => message.message_id !== messageId),
    );
    this.store.emit("messages", { chatId, change: "removed", messageId });
  }

  /** Fetch a chat's messages; what arrives while the answer is on its way is kept. */
  async #load(chatId) {
    const arrivals = [];
    this.#arrivals.set(chatId, arrivals);
    const messages = await this.api.messages(chatId);
    arrivals.forEach((message) => upsert(messages, message));
    this.#arrivals.delete(chatId);
    this.store.messages.set(chatId, messages);
    return messages;
  }

  #mark(key, { chatId, messageId }, isPending) {
    if (isPending) {
      this.store.pending.add(key);
    } else {
      this.store.pending.delete(key);
    }
    this.store.emit("pending", { chatId, messageId });
  }
}

/** Replace the message with the same id or insert it in order; true if it was new. */
function upsert(messages, message) {
  const position = messages.findIndex((other) => other.message_id >= message.message_id);
  const isKnown = position >= 0 && messages[position].message_id === message.message_id;
  messages.splice(position < 0 ? messages.length : position, isKnown ? 1 : 0, message);
  return !isKnown;
}

function firstUnread(incoming, unread) {
  return unread > 0 ? (incoming.at(-Math.min(unread, incoming.length))?.message_id ?? null) : null;
}
