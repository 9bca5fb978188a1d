/** What clicks inside a message do: links, commands, mentions, copying, inline buttons. */

import { botLink, safeUrl } from "./links.js";
import { copyToClipboard } from "./clipboard.js";

/** Builds on the page's store, session, translator and `notify` (toast, alert, chat picker). */
export class Actions {
  constructor({ store, session, t, notify }) {
    this.store = store;
    this.session = session;
    this.notify = notify;
    this.label = t;
    // Handed to listeners one by one, so they must know their object.
    for (const name of ["link", "command", "mention", "copy", "label", "press"]) {
      this[name] = this[name].bind(this);
    }
  }

  /** Run a request; a refusal becomes a toast. */
  async attempt(work) {
    try {
      return await work();
    } catch (error) {
      this.notify.error(error);
      return null;
    }
  }

  /** Handle a deep link of our bot; false leaves the address to the browser. */
  link(href) {
    const link = botLink(href, this.store.bot?.username);
    if (!link) {
      return false;
    }
    if (link.group !== null) {
      this.#startGroup(link.group);
    } else {
      this.attempt(() => this.session.start(link.start));
    }
    return true;
  }

  /** Send a command into the open chat, addressed to the bot where others listen. */
  command(text) {
    const { activeChat, bot } = this.store;
    const isAddressed = text.includes("@") || activeChat.chat.type === "private" || !bot?.username;
    const complete = isAddressed ? text : `${text}@${bot.username}`;
    return this.attempt(() => this.session.send(activeChat.chat.id, complete));
  }

  /** A click on @username: the bot's opens its private chat, others go into the composer. */
  mention(text) {
    const isBot = text.slice(1).toLowerCase() === this.store.bot?.username?.toLowerCase();
    if (isBot) {
      this.attempt(() => this.session.start(null));
    } else {
      this.store.emit("compose", { mode: "insert", text: `${text} ` });
    }
  }

  async copy(text) {
    await copyToClipboard(text);
    this.notify.toast(this.label("copied"));
  }

  /** Press an inline button of a message. */
  press(message, button) {
    if (button.callback_data !== undefined) {
      return this.attempt(() =>
        this.session.press(message.chat.id, message.message_id, button.callback_data),
      );
    }
    if (button.copy_text) {
      return this.copy(button.copy_text.text);
    }
    const query = button.switch_inline_query_current_chat;
    if (query !== undefined) {
      return this.#composeInline(query);
    }
    return this.#switchInline(
      button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query ?? "",
    );
  }

  /** Open an address that the bot answered with. */
  open(address) {
    const href = safeUrl(address);
    if (href && !this.link(href)) {
      window.open(href, "_blank", "noopener,noreferrer");
    }
  }

  #composeInline(query) {
    this.store.emit("compose", {
      mode: "insert",
      text: `@${this.store.bot.username} ${query}`,
      replaces: true,
    });
  }

  async #switchInline(query) {
    const entry = await this.notify.chooseChat(this.store.chats);
    if (entry) {
      await this.attempt(() => this.session.open(entry.chat.id));
      this.#composeInline(query);
    }
  }

  async #startGroup(payload) {
    const groups = this.store.chats.filter((entry) => entry.chat.type !== "private");
    const entry = await this.notify.chooseChat(groups);
    if (entry) {
      await this.attempt(() => this.session.open(entry.chat.id));
      await this.attempt(() =>
        this.session.send(entry.chat.id, `/start@${this.store.bot.username} ${payload}`.trim()),
      );
    }
  }
}
