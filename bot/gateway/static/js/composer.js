/** Where the persona writes: text, replies, edits, commands, inline queries, attachments. */

import { Attach } from "./attach.js";
import { iconButton } from "./buttons.js";
import { CommandMenu } from "./command_menu.js";
import { ComposeBar } from "./compose_bar.js";
import { el } from "./dom.js";
import { InlineMode } from "./inline_mode.js";
import { currentMarkup, ReplyKeyboard } from "./reply_keyboard.js";

const MAX_HEIGHT_PX = 180;

/** The bottom of the chat pane. */
export class Composer {
  /** Messages leave one after the other, in the order of writing. */
  #queue = Promise.resolve();
  #forcedReplyId = null;

  constructor(page) {
    this.page = page;
    const clear = () => this.#write("");
    this.input = textBox(page.t("write"));
    this.bar = new ComposeBar(page, () => this.#leaveMode());
    this.commands = new CommandMenu(this.input, page, clear);
    this.inline = new InlineMode(this.input, page, clear);
    this.keyboard = new ReplyKeyboard(page);
    this.attach = new Attach(page);
    this.form = this.#form();
    this.element = el(
      "div",
      { class: "composer" },
      this.commands.suggestions.element,
      this.inline.suggestions.element,
      this.bar.element,
      this.form,
      this.keyboard.element,
    );
    this.#listen();
  }

  #form() {
    const { t } = this.page;
    const openCommands = () => this.#openCommands();
    const toggleKeyboard = () => this.keyboard.toggle();
    this.menuButton = iconButton("menu", "command-menu", t("commands"), { on: { click: openCommands } });
    this.keyboardButton = iconButton("keyboard", "keyboard-toggle", t("keyboard"), {
      on: { click: toggleKeyboard },
    });
    this.sendButton = iconButton("send", "send", t("send"), { type: "submit", class: "send" });
    const box = el("div", { class: "composer-box" }, this.input, this.keyboardButton);
    return el("form", { class: "composer-row" }, this.menuButton, this.attach.element, box, this.sendButton);
  }

  #listen() {
    const { store } = this.page;
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.input.addEventListener("input", () => this.#changed());
    this.input.addEventListener("keydown", (event) => this.#keyed(event));
    this.input.addEventListener("blur", () => this.commands.suggestions.hide());
    store.on("compose", (request) => this.#compose(request));
    store.on("active", ({ chatId }) => this.#opened(chatId));
    store.on("commands", () => {
      this.commands.refresh();
      this.#showButtons();
    });
    store.on("messages", ({ chatId }) => chatId === store.activeChatId && this.#followMarkup());
  }

  #opened(chatId) {
    this.inline.close();
    this.commands.suggestions.hide();
    this.bar.clear();
    this.#forcedReplyId = null;
    this.#write(this.page.store.drafts.get(chatId) ?? "");
    this.#followMarkup();
    this.#showButtons();
  }

  /** Put text into the box as if it had been typed. */
  #write(text) {
    this.input.value = text;
    this.#changed();
  }

  #changed() {
    const { store } = this.page;
    if (!this.bar.isEditing) {
      store.drafts.set(store.activeChatId, this.input.value);
    }
    this.#grow();
    this.sendButton.disabled = !this.input.value.trim();
    if (this.bar.isEditing || this.inline.follow(this.input.value)) {
      this.commands.suggestions.hide();
    } else {
      this.commands.follow(this.input.value);
    }
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, MAX_HEIGHT_PX)}px`;
  }

  #showButtons() {
    this.menuButton.hidden = this.commands.commands.length === 0;
    this.keyboardButton.hidden = !this.keyboard.hasKeyboard;
  }

  #followMarkup() {
    const { store, t } = this.page;
    const current = currentMarkup(store.messages.get(store.activeChatId) ?? [], store.persona.user);
    this.keyboard.update(current);
    this.input.placeholder = current?.markup.input_field_placeholder ?? t("write");
    const isForced = current?.markup.force_reply && this.#forcedReplyId !== current.message.message_id;
    if (isForced) {
      this.#forcedReplyId = current.message.message_id;
      this.#compose({ mode: "reply", message: current.message });
    }
    this.#showButtons();
  }

  #compose({ mode, message, text, replaces }) {
    if (mode === "insert") {
      this.#write(replaces ? text : `${this.input.value}${text}`);
    } else {
      this.bar.show(mode, message);
    }
    if (mode === "edit") {
      this.#write(message.text);
    }
    this.focus();
  }

  /** Put the cursor at the end of the text. */
  focus() {
    this.input.focus();
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  #openCommands() {
    this.input.focus();
    this.commands.toggle();
  }

  #leaveMode() {
    const wasEditing = this.bar.isEditing;
    this.bar.clear();
    if (wasEditing) {
      this.#write(this.page.store.drafts.get(this.page.store.activeChatId) ?? "");
    }
    this.input.focus();
  }

  #keyed(event) {
    const isUsed =
      this.commands.suggestions.key(event) || this.inline.suggestions.key(event) || this.#ownKey(event);
    if (isUsed) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #ownKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      this.form.requestSubmit();
      return true;
    }
    if (event.key === "Escape" && this.bar.mode) {
      this.#leaveMode();
      return true;
    }
    return event.key === "ArrowUp" && this.input.value === "" && !this.bar.mode && this.#editLast();
  }

  #editLast() {
    const { store } = this.page;
    const own = (store.messages.get(store.activeChatId) ?? []).filter(
      (message) => store.isOwn(message) && message.text && !message.via_bot,
    );
    if (own.length) {
      this.#compose({ mode: "edit", message: own.at(-1) });
    }
    return own.length > 0;
  }

  #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) {
      return;
    }
    const chatId = this.page.store.activeChatId;
    const { mode, message } = this.bar;
    this.inline.close();
    this.bar.clear();
    this.#write(mode === "edit" ? (this.page.store.drafts.get(chatId) ?? "") : "");
    this.#queue = this.#queue.then(() => this.#send({ chatId, text, mode, message }));
  }

  async #send({ chatId, text, mode, message }) {
    const { session, notify, store } = this.page;
    try {
      await (mode === "edit"
        ? session.edit(chatId, message.message_id, text)
        : session.send(chatId, text, message?.message_id));
    } catch (error) {
      if (mode !== "edit" && chatId === store.activeChatId && !this.input.value) {
        this.#write(text);
      }
      notify.error(error);
    }
  }
}

function textBox(label) {
  return el("textarea", {
    class: "composer-input",
    testid: "composer",
    rows: 1,
    dir: "auto",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-label": label,
    placeholder: label,
  });
}
