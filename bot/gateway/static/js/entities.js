/**
 * Bot API text and entities -> DOM nodes.
 *
 * Offsets and lengths are UTF-16 units, which is what JavaScript strings count. Entities may nest; one that
 * crosses the end of another is cut there and continued behind it. Text is only ever put into text nodes.
 */

import { el } from "./dom.js";
import { safeUrl } from "./links.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const INLINE_TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const LONG_QUOTE = { lines: 3, characters: 180 };

/**
 * Render a text.
 *
 * @param {string} text
 * @param {Array<Object>} entities MessageEntity objects, in any order.
 * @param {{link: Function, command: Function, mention: Function, copy: Function, label: Function}} actions
 *   what a click does: `link(href)` returns true if it was handled, `command(text)`, `mention(text)`,
 *   `copy(text)`; `label(key)` translates the few labels.
 * @returns {DocumentFragment}
 */
export function renderText(text, entities, actions) {
  const ordered = (entities ?? [])
    .map((entity) => ({ ...entity, end: Math.min(entity.offset + entity.length, text.length) }))
    .filter((entity) => entity.offset < entity.end && entity.offset >= 0)
    .sort((one, other) => one.offset - other.offset || other.end - one.end);
  return renderRange(text, ordered, { start: 0, end: text.length }, actions);
}

function renderRange(text, entities, { start, end }, actions) {
  const fragment = document.createDocumentFragment();
  const queue = [...entities];
  let position = start;
  while (queue.length) {
    const entity = queue.shift();
    fragment.append(text.slice(position, entity.offset));
    const { inner, later } = partition(queue, entity.end);
    queue.splice(0, queue.length, ...later);
    const content = renderRange(text, inner, { start: entity.offset, end: entity.end }, actions);
    fragment.append(wrap(entity, content, text.slice(entity.offset, entity.end), actions));
    position = afterEntity(text, entity);
  }
  fragment.append(text.slice(position, end));
  return fragment;
}

/** Split what follows in entities (or parts) before `end` and entities (or parts) from `end` on. */
function partition(entities, end) {
  const inner = entities
    .filter((entity) => entity.offset < end)
    .map((entity) => ({ ...entity, end: Math.min(entity.end, end) }));
  const later = entities
    .filter((entity) => entity.end > end)
    .map((entity) => ({ ...entity, offset: Math.max(entity.offset, end) }));
  return { inner, later: later.sort((one, other) => one.offset - other.offset || other.end - one.end) };
}

/** A block already breaks the line, so the newline that follows it is not shown again. */
function afterEntity(text, entity) {
  return BLOCKS.has(entity.type) && text[entity.end] === "\n" ? entity.end + 1 : entity.end;
}

function wrap(entity, content, plain, actions) {
  if (entity.type in INLINE_TAGS) {
    return el(INLINE_TAGS[entity.type], {}, content);
  }
  return (RENDERERS[entity.type] ?? renderOther)(entity, content, plain, actions);
}

function renderOther(entity, content) {
  return el("span", { class: `entity entity--${entity.type}` }, content);
}

function renderLink(href, content, actions) {
  if (!href) {
    return el("span", {}, content);
  }
  const follow = (event) => {
    if (actions.link(href)) {
      event.preventDefault();
    }
  };
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", on: { click: follow } }, content);
}

function renderButton(kind, content, onClick) {
  return el(
    "button",
    {
      type: "button",
      class: `entity-button entity-button--${kind}`,
      testid: `entity-${kind}`,
      on: { click: onClick },
    },
    content,
  );
}

function renderSpoiler(entity, content, plain, actions) {
  const reveal = (event) => {
    const isKey = event.type === "keydown";
    if (spoiler.classList.contains("is-revealed") || (isKey && event.key !== "Enter" && event.key !== " ")) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    spoiler.classList.add("is-revealed");
    ["role", "tabindex", "aria-label"].forEach((name) => spoiler.removeAttribute(name));
  };
  const spoiler = el(
    "span",
    {
      class: "spoiler",
      testid: "spoiler",
      role: "button",
      tabindex: 0,
      "aria-label": actions.label("showSpoiler"),
    },
    el("span", { class: "spoiler-text" }, content),
  );
  spoiler.addEventListener("click", reveal, { capture: true });
  spoiler.addEventListener("keydown", reveal, { capture: true });
  return spoiler;
}

function renderPre(entity, content, plain, actions) {
  const copy = el(
    "button",
    { type: "button", class: "pre-copy", on: { click: () => actions.copy(plain) } },
    actions.label("copy"),
  );
  return el(
    "div",
    { class: "pre" },
    el("div", { class: "pre-head" }, el("span", {}, entity.language ?? ""), copy),
    el("pre", { tabindex: 0 }, el("code", {}, content)),
  );
}

function renderQuote(entity, content) {
  return el("blockquote", {}, content);
}

function renderExpandableQuote(entity, content, plain, actions) {
  const isLong = plain.split("\n").length > LONG_QUOTE.lines || plain.length > LONG_QUOTE.characters;
  if (!isLong) {
    return renderQuote(entity, content);
  }
  const body = el("div", { class: "quote-body" }, content);
  const toggle = el(
    "button",
    { type: "button", class: "quote-toggle", testid: "quote-toggle", "aria-expanded": "false" },
    actions.label("showMore"),
  );
  const quote = el("blockquote", { class: "expandable" }, body, toggle);
  toggle.addEventListener("click", () => {
    const isOpen = quote.classList.toggle("is-open");
    toggle.setAttribute("aria-expanded", String(isOpen));
    toggle.textContent = actions.label(isOpen ? "showLess" : "showMore");
  });
  return quote;
}

const RENDERERS = {
  code: (entity, content, plain, actions) =>
    el("code", { on: { click: () => actions.copy(plain) } }, content),
  pre: renderPre,
  blockquote: renderQuote,
  expandable_blockquote: renderExpandableQuote,
  spoiler: renderSpoiler,
  text_link: (entity, content, plain, actions) => renderLink(safeUrl(entity.url ?? ""), content, actions),
  url: (entity, content, plain, actions) => renderLink(safeUrl(plain), content, actions),
  email: (entity, content, plain, actions) => renderLink(safeUrl(`mailto:${plain}`), content, actions),
  phone_number: (entity, content, plain, actions) =>
    renderLink(safeUrl(`tel:${plain.replace(/[^\d+]/g, "")}`), content, actions),
  mention: (entity, content, plain, actions) =>
    renderButton("mention", content, () => actions.mention(plain)),
  bot_command: (entity, content, plain, actions) =>
    renderButton("command", content, () => actions.command(plain)),
};
