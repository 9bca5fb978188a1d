/** Inline keyboards under a bubble. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { safeUrl } from "./links.js";
import { pendingKey } from "./store.js";

const STYLES = new Set(["danger", "success", "primary"]);

/**
 * Draw a message's inline keyboard.
 *
 * @param {Object} message
 * @param {{store: Object, actions: Object}} page
 * @returns {HTMLElement|null}
 */
export function inlineKeyboard(message, page) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) {
    return null;
  }
  return el(
    "div",
    { class: "inline-keyboard", testid: "inline-keyboard" },
    rows.map((row) =>
      el(
        "div",
        { class: "inline-row" },
        row.map((button) => inlineButton(message, button, page)),
      ),
    ),
  );
}

function inlineButton(message, button, page) {
  const style = STYLES.has(button.style) ? ` inline-button--${button.style}` : "";
  const attributes = { class: `inline-button${style}`, testid: "inline-button" };
  const address = button.url ?? button.login_url?.url ?? button.web_app?.url;
  return address
    ? linkButton(button, address, attributes, page)
    : pressButton(message, button, attributes, page);
}

function linkButton(button, address, attributes, { actions }) {
  const href = safeUrl(address);
  const follow = (event) => {
    if (!href || actions.link(href)) {
      event.preventDefault();
    }
  };
  return el(
    "a",
    { ...attributes, href, target: "_blank", rel: "noopener noreferrer", on: { click: follow } },
    label(button),
    icon("link"),
  );
}

function pressButton(message, button, attributes, { store, actions }) {
  const isPending = store.pending.has(pendingKey(message.chat.id, message.message_id, button.callback_data));
  return el(
    "button",
    {
      ...attributes,
      type: "button",
      "data-callback": button.callback_data,
      "aria-busy": isPending ? "true" : null,
      on: { click: () => actions.press(message, button) },
    },
    label(button),
    kindIcon(button),
    el("span", { class: "progress", "aria-hidden": "true" }),
  );
}

function label(button) {
  return el("span", { class: "inline-label", dir: "auto" }, button.text);
}

function kindIcon(button) {
  if (button.copy_text) {
    return icon("copy");
  }
  const switches = [
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
  ];
  return switches.some((field) => button[field] !== undefined) ? icon("switch") : null;
}
