/** Keyboards of the reply kind: which one holds in a chat now, and its buttons below the composer. */

import { el, fill } from "./dom.js";

/**
 * The reply markup that holds after these messages.
 *
 * The newest markup meant for the persona counts. A one-time keyboard is folded away once the persona has
 * written after it; a forced reply is over then.
 *
 * @param {Array<Object>} messages oldest first.
 * @param {Object} user the persona.
 * @returns {{message: Object, markup: Object, isUsed: boolean}|null}
 */
export function currentMarkup(messages, user) {
  const newestFirst = [...messages].reverse();
  const position = newestFirst.findIndex(
    (message) => isReplyMarkup(message.reply_markup) && concerns(message, user),
  );
  if (position < 0 || newestFirst[position].reply_markup.remove_keyboard) {
    return null;
  }
  const message = newestFirst[position];
  const isUsed = newestFirst.slice(0, position).some((later) => later.from?.id === user.id);
  return message.reply_markup.force_reply && isUsed
    ? null
    : { message, markup: message.reply_markup, isUsed };
}

function isReplyMarkup(markup) {
  return Boolean(markup?.keyboard || markup?.remove_keyboard || markup?.force_reply);
}

/** A selective markup is for those the message mentions or replies to. */
function concerns(message, user) {
  const mentions = (message.entities ?? []).some(
    (entity) =>
      entity.user?.id === user.id ||
      (entity.type === "mention" &&
        message.text.slice(entity.offset + 1, entity.offset + entity.length) === user.username),
  );
  return !message.reply_markup.selective || mentions || message.reply_to_message?.from?.id === user.id;
}

/** Draws the current keyboard; a button sends its text. */
export class ReplyKeyboard {
  #shownFor = null;

  constructor(page) {
    this.page = page;
    this.element = el("div", {
      class: "reply-keyboard",
      testid: "reply-keyboard",
      role: "group",
      "aria-label": page.t("keyboard"),
      hidden: true,
    });
    this.hasKeyboard = false;
  }

  /** Follow the chat; an unfolded keyboard stays as it is until another one comes. */
  update(current) {
    const keyboard = current?.markup.keyboard;
    this.hasKeyboard = Boolean(keyboard);
    if (!keyboard) {
      this.element.hidden = true;
      this.#shownFor = null;
      return;
    }
    const shouldFold = current.isUsed && current.markup.one_time_keyboard;
    const key = `${current.message.chat.id}:${current.message.message_id}:${shouldFold}`;
    if (key !== this.#shownFor) {
      this.#shownFor = key;
      this.#draw(keyboard);
      this.element.hidden = Boolean(shouldFold);
    }
  }

  toggle() {
    this.element.hidden = !this.element.hidden;
  }

  #draw(rows) {
    fill(
      this.element,
      ...rows.map((row) =>
        el(
          "div",
          { class: "reply-row" },
          row.map((button) => {
            const text = typeof button === "string" ? button : button.text;
            return el(
              "button",
              {
                type: "button",
                class: "reply-button",
                testid: "reply-button",
                dir: "auto",
                on: { click: () => this.#send(text) },
              },
              text,
            );
          }),
        ),
      ),
    );
  }

  #send(text) {
    const { store, session, actions } = this.page;
    actions.attempt(() => session.send(store.activeChatId, text));
  }
}
