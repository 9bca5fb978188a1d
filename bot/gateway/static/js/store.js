/**
 * What the page knows: one mutable object. Chats and messages are changed by `session.js` and `feed.js` only,
 * drafts by the composer, the clock's offset by the clock strip; everybody else reads and listens.
 */

/**
 * State of one persona's page.
 *
 * Events (the listener gets the detail): `chats`, `active` {chatId}, `messages` {chatId, change:
 * "reset"|"added"|"changed"|"removed", message?, messageId?}, `commands` {chatId}, `connection`,
 * `typing` {chatId}, `pending` {chatId, messageId}, `answer` (to a pressed button), `clock`,
 * `compose` {mode: "reply"|"edit"|"insert", message?, text?, replaces?}.
 */
export class Store {
  #target = new EventTarget();

  constructor(persona, bot) {
    this.persona = persona;
    this.bot = bot;
    this.chats = [];
    /** @type {Map<number, Array<Object>>} chat id -> messages, oldest first. */
    this.messages = new Map();
    /** @type {Map<number, Array<Object>>} chat id -> commands on offer. */
    this.commands = new Map();
    /** @type {Map<number, string>} chat id -> text typed and not sent. */
    this.drafts = new Map();
    /** @type {Map<number, number>} chat id -> timer that ends the "typing" state. */
    this.typing = new Map();
    /** @type {Set<string>} pressed inline buttons that wait for an answer, see `pendingKey`. */
    this.pending = new Set();
    this.activeChatId = null;
    /** @type {number|null} first message that was unread when the chat was opened. */
    this.firstUnreadId = null;
    this.isOnline = true;
    this.clockOffsetMs = 0;
  }

  on(type, listener) {
    this.#target.addEventListener(type, (event) => listener(event.detail ?? {}));
  }

  emit(type, detail = {}) {
    this.#target.dispatchEvent(new CustomEvent(type, { detail }));
  }

  get activeChat() {
    return this.chatEntry(this.activeChatId);
  }

  /** The list entry of a chat ({chat, title, unread, last_message}), or undefined. */
  chatEntry(chatId) {
    return this.chats.find((entry) => entry.chat.id === chatId);
  }

  /** The entry of the persona's private chat with the bot, or undefined. */
  get privateChat() {
    return this.chats.find((entry) => entry.chat.type === "private");
  }

  isOwn(message) {
    return message.from?.id === this.persona.user.id;
  }

  isBot(user) {
    return Boolean(user) && user.id === this.bot?.id;
  }

  message(chatId, messageId) {
    return this.messages.get(chatId)?.find((message) => message.message_id === messageId);
  }

  /** Milliseconds since the epoch by the assistant's clock, which demos may move. */
  now() {
    return Date.now() + this.clockOffsetMs;
  }
}

/** Names one inline button of one message; survives edits that keep the button. */
export function pendingKey(chatId, messageId, callbackData) {
  return `${chatId}:${messageId}:${callbackData}`;
}
