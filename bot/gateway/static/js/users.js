/** Names, initials and colours of people and chats. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

const COLOURS = 7;

/** "First Last" */
export function fullName(user) {
  return [user?.first_name, user?.last_name].filter(Boolean).join(" ");
}

/** Number 0-6 that stays the same for one id; styles give it a colour. */
export function colourOf(id) {
  return Math.abs(Number(id) || 0) % COLOURS;
}

/**
 * A round picture: the bot's shield, a group's people, or initials.
 *
 * @param {{id: number, name: string, kind: "bot"|"group"|"person"}} face
 */
export function avatar({ id, name, kind }) {
  const content = { bot: () => icon("shield"), group: () => icon("people"), person: () => initials(name) }[
    kind
  ]();
  const colour = kind === "bot" ? "bot" : colourOf(id);
  return el("span", { class: `avatar avatar--${colour}`, "aria-hidden": "true" }, content);
}

/** The round picture of a chat list entry. */
export function chatAvatar({ chat, title }) {
  return avatar({ id: chat.id, name: title, kind: chat.type === "private" ? "bot" : "group" });
}

function initials(name) {
  const words = name.split(/[\s,.]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0].toUpperCase())
    .join("");
}
