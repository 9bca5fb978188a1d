/** One message as an element; `message_list.js` keeps the elements in order. */

import { attachment } from "./attachments.js";
import { iconButton } from "./buttons.js";
import { el } from "./dom.js";
import { renderText } from "./entities.js";
import { inlineKeyboard } from "./inline_keyboard.js";
import { previewText, serviceText } from "./previews.js";
import { avatar, colourOf, fullName } from "./users.js";

const ATTACHMENTS = [
  "photo",
  "document",
  "video",
  "audio",
  "voice",
  "sticker",
  "contact",
  "venue",
  "location",
  "poll",
];

/**
 * Draw a message.
 *
 * @param {Object} message Bot API Message.
 * @param {{store: Object, session: Object, t: Function, time: Object, actions: Object}} page
 * @returns {HTMLElement} `<article data-message-id data-sender data-day>`
 */
export function messageElement(message, page) {
  const service = hasContent(message) ? null : serviceText(message, page.t);
  const isOwn = page.store.isOwn(message);
  const sender = message.sender_chat ?? message.from;
  return el(
    "article",
    {
      class: `message${isOwn ? " is-own" : ""}${service ? " is-service" : ""}`,
      testid: "message",
      tabindex: -1,
      "data-message-id": message.message_id,
      "data-sender": service ? "service" : sender?.id,
      "data-own": isOwn ? "true" : null,
      "data-date": message.date,
      "data-day": page.time.dayKey(message.date),
      "aria-label": `${isOwn ? page.t("you") : nameOf(sender)}, ${page.time.time(message.date)}`,
    },
    service ? el("p", { class: "service" }, service) : content(message, page, { isOwn, sender }),
  );
}

/** Place a message in a run of one sender: the first shows the name, the last the picture. */
export function setRun(element, { isFirst, isLast }) {
  element.classList.toggle("is-first", isFirst);
  element.classList.toggle("is-last", isLast);
}

function hasContent(message) {
  return (
    message.text !== undefined || message.caption !== undefined || ATTACHMENTS.some((field) => message[field])
  );
}

function nameOf(sender) {
  return sender?.title ?? fullName(sender);
}

function content(message, page, { isOwn, sender }) {
  const face = { id: sender?.id, name: nameOf(sender), kind: page.store.isBot(sender) ? "bot" : "person" };
  const isNamed = message.chat.type !== "private" && !isOwn;
  const bubble = el(
    "div",
    { class: `bubble${message.sticker ? " bubble--bare" : ""}` },
    isNamed ? senderName(face) : null,
    origin(message, page),
    quote(message, page),
    body(message, page),
    meta(message, page),
  );
  return [
    isNamed ? avatar(face) : null,
    el("div", { class: "message-column" }, bubble, inlineKeyboard(message, page)),
    iconButton("more", "message-actions", page.t("actions"), { class: "message-actions", tabindex: -1 }),
  ];
}

function senderName({ id, name, kind }) {
  const colour = kind === "bot" ? "bot" : colourOf(id);
  return el("div", { class: `sender sender--${colour}`, testid: "sender", dir: "auto" }, name);
}

function body(message, page) {
  const media = attachment(message, page);
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const words = text
    ? el(
        "div",
        { class: "message-text", testid: "message-text", dir: "auto" },
        renderText(text, entities, page.actions),
      )
    : null;
  if (!media && !words) {
    return el("div", { class: "message-text is-muted" }, page.t("unsupported"));
  }
  return message.show_caption_above_media ? [words, media] : [media, words];
}

function origin(message, { t, actions }) {
  const source = message.forward_origin;
  if (source) {
    const name = source.sender_user_name ?? nameOf(source.sender_user ?? source.sender_chat ?? source.chat);
    return el("div", { class: "origin" }, t("forwarded", { name }));
  }
  if (!message.via_bot) {
    return null;
  }
  const name = message.via_bot.username;
  const insert = () => actions.mention(`@${name}`);
  return el(
    "button",
    { type: "button", class: "origin", testid: "via-bot", on: { click: insert } },
    t("via", { name }),
  );
}

function quote(message, { t, store }) {
  const quoted = message.reply_to_message;
  if (!quoted) {
    return null;
  }
  const name = store.isOwn(quoted) ? t("you") : nameOf(quoted.sender_chat ?? quoted.from);
  return el(
    "button",
    { type: "button", class: "quote", testid: "quote", "data-jump": quoted.message_id },
    el("span", { class: "quote-name", dir: "auto" }, name),
    el("span", { class: "quote-text", dir: "auto" }, message.quote?.text ?? previewText(quoted, t)),
  );
}

function meta(message, { t, time }) {
  const isEdited = Boolean(message.edit_date);
  return el(
    "div",
    { class: "meta" },
    isEdited
      ? el("span", { testid: "message-edited", title: time.full(message.edit_date) }, t("edited"))
      : null,
    el(
      "time",
      { testid: "message-time", datetime: time.iso(message.date), title: time.full(message.date) },
      time.time(message.date),
    ),
  );
}
