/** One line that stands for a message: in the chat list, in quotes, in the reply bar. */

import { fullName } from "./users.js";

const KINDS = [
  ["photo", (message, t) => t("photo")],
  ["sticker", (message, t) => [message.sticker.emoji, t("sticker")].filter(Boolean).join(" ")],
  ["voice", (message, t) => t("voice")],
  ["document", (message, t) => message.document.file_name ?? t("file")],
  ["audio", (message, t) => message.audio.title ?? message.audio.file_name ?? t("file")],
  ["video", (message, t) => message.video.file_name ?? t("file")],
  ["contact", (message) => fullName(message.contact)],
  ["venue", (message) => message.venue.title],
  ["location", (message, t) => t("location")],
  ["poll", (message) => message.poll.question],
];

const ABOUT_GROUP = [
  "group_chat_created",
  "supergroup_chat_created",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
];

/** The message's text, or what it is. */
export function previewText(message, t) {
  const kind = KINDS.find(([field]) => message[field]);
  const label = kind ? kind[1](message, t) : "";
  const text = hideSpoilers(
    message.text ?? message.caption ?? "",
    message.entities ?? message.caption_entities ?? [],
  );
  return [label, text].filter(Boolean).join(": ") || serviceText(message, t) || "";
}

/** The sentence for a service message (somebody joined, a new title …), or null for an ordinary message. */
export function serviceText(message, t) {
  if (message.new_chat_members) {
    return t("members", { name: message.new_chat_members.map(fullName).join(", ") });
  }
  if (message.left_chat_member) {
    return t("left", { name: fullName(message.left_chat_member) });
  }
  if (message.pinned_message) {
    return t("pinned");
  }
  return message.new_chat_title ?? (ABOUT_GROUP.some((field) => message[field]) ? message.chat.title : null);
}

function hideSpoilers(text, entities) {
  return entities
    .filter((entity) => entity.type === "spoiler")
    .reduce(
      (shown, { offset, length }) =>
        shown.slice(0, offset) + "▒".repeat(length) + shown.slice(offset + length),
      text,
    );
}
