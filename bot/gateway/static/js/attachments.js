/** What a bubble holds besides text: photos, documents, voice, stickers, contacts, places, polls. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { fullName } from "./users.js";

const PHOTO_WIDTH = 320;
const UNITS = ["B", "KB", "MB", "GB"];

/**
 * Draw a message's attachment.
 *
 * @param {Object} message
 * @param {{session: Object, t: Function}} page
 * @returns {HTMLElement|null} null if it has none.
 */
export function attachment(message, page) {
  const kind = Object.keys(RENDERERS).find((field) => message[field]);
  return kind ? RENDERERS[kind](message[kind], page, message) : null;
}

/** "12.4 KB"; "" where the size is unknown. */
export function fileSize(bytes) {
  if (bytes === undefined || bytes === null) {
    return "";
  }
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), UNITS.length - 1);
  const size = bytes / 1024 ** power;
  return `${power ? size.toFixed(1).replace(/\.0$/, "") : size} ${UNITS[power]}`;
}

function photo(sizes, { session, t }, message) {
  const best = sizes.reduce((one, other) =>
    other.width * other.height > one.width * one.height ? other : one,
  );
  const href = session.api.fileUrl(best.file_id);
  const width = Math.min(best.width || PHOTO_WIDTH, PHOTO_WIDTH);
  const height = best.width ? Math.round((best.height * width) / best.width) : null;
  return el(
    "a",
    { class: "photo", href, target: "_blank", rel: "noopener", testid: "photo" },
    el("img", { src: href, alt: message.caption || t("photo"), width, height, loading: "lazy" }),
  );
}

function document_(file, { session, t }) {
  const name = file.file_name ?? t("file");
  const extension = name.includes(".") ? name.split(".").pop().slice(0, 4) : "";
  return el(
    "a",
    {
      class: "file",
      href: session.api.fileUrl(file.file_id),
      download: name,
      testid: "document",
      "aria-label": `${t("download")}: ${name}`,
    },
    el(
      "span",
      { class: "file-icon", "aria-hidden": "true" },
      extension ? extension.toUpperCase() : icon("file"),
    ),
    el(
      "span",
      { class: "file-about" },
      el("span", { class: "file-name", dir: "auto" }, name),
      el("span", { class: "file-size" }, fileSize(file.file_size)),
    ),
  );
}

function voice(recording, { session, t }) {
  return el(
    "div",
    { class: "voice", testid: "voice" },
    icon("voice"),
    el("audio", {
      controls: true,
      preload: "none",
      src: session.api.fileUrl(recording.file_id),
      "aria-label": t("voice"),
    }),
  );
}

function sticker(picture, { session, t }) {
  const emoji = el("span", { class: "sticker-emoji" }, picture.emoji ?? "🖼");
  if (picture.is_animated || picture.is_video) {
    return el("div", { class: "sticker", testid: "sticker", role: "img", "aria-label": t("sticker") }, emoji);
  }
  const image = el("img", {
    src: session.api.fileUrl(picture.file_id),
    alt: `${t("sticker")} ${picture.emoji ?? ""}`,
    width: 160,
    height: 160,
  });
  image.addEventListener("error", () => image.replaceWith(emoji));
  return el("div", { class: "sticker", testid: "sticker" }, image);
}

function contact(person, { t }) {
  const name = fullName(person);
  const card = el(
    "div",
    { class: "card", testid: "contact" },
    el("span", { class: "card-icon" }, icon("person")),
    el(
      "span",
      { class: "card-about" },
      el("strong", { dir: "auto" }, name),
      el("a", { href: `tel:${person.phone_number.replace(/[^\d+]/g, "")}` }, person.phone_number),
    ),
  );
  if (person.vcard) {
    const href = URL.createObjectURL(new Blob([person.vcard], { type: "text/vcard" }));
    card.append(el("a", { class: "card-action", href, download: `${name}.vcf` }, t("saveContact")));
  }
  return card;
}

function place({ latitude, longitude }, title, address, t) {
  const [north, east] = [Number(latitude), Number(longitude)];
  const href = `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=16/${north}/${east}`;
  return el(
    "div",
    { class: "card", testid: "venue" },
    el("span", { class: "card-icon" }, icon("pin")),
    el(
      "span",
      { class: "card-about" },
      el("strong", { dir: "auto" }, title),
      el("span", { dir: "auto" }, address),
    ),
    el("a", { class: "card-action", href, target: "_blank", rel: "noopener noreferrer" }, t("openMap")),
  );
}

function poll({ question, options, total_voter_count: voters }) {
  return el(
    "div",
    { class: "poll", testid: "poll" },
    el("strong", { dir: "auto" }, question),
    el(
      "ul",
      {},
      options.map((option) =>
        el(
          "li",
          {},
          el("span", { dir: "auto" }, option.text),
          el("span", {}, `${option.voter_count} / ${voters}`),
        ),
      ),
    ),
  );
}

const RENDERERS = {
  photo,
  // Telegram repeats an animation as `document`; either can be downloaded.
  document: document_,
  video: document_,
  audio: document_,
  voice,
  sticker,
  contact,
  venue: (venue, { t }) => place(venue.location, venue.title, venue.address, t),
  location: (location, { t }) =>
    place(location, t("location"), `${location.latitude}, ${location.longitude}`, t),
  poll,
};
