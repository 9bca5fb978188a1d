/** Buttons that show an icon and are named for screen readers and in a tooltip. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

/**
 * A round button with an icon.
 *
 * @param {string} name of the icon.
 * @param {string} testid
 * @param {string} label what it does, in the persona's language.
 * @param {Object<string, *>} [attributes] more of them, as `el` takes them.
 * @returns {HTMLButtonElement}
 */
export function iconButton(name, testid, label, attributes = {}) {
  const { class: more = "", ...others } = attributes;
  const named = {
    type: "button",
    class: `icon-button ${more}`.trim(),
    testid,
    "aria-label": label,
    title: label,
  };
  return el("button", { ...named, ...others }, icon(name));
}

/** An entry of a menu; `testid` tells it from its siblings. */
export function menuItem(name, testid, label, onClick) {
  const attributes = { type: "button", class: "menu-item", role: "menuitem", testid, tabindex: -1 };
  return el("button", { ...attributes, on: { click: onClick } }, icon(name), el("span", {}, label));
}

/** Move the focus among a menu's entries with the arrow keys. */
export function moveInMenu(menu, event) {
  const items = [...menu.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  }
}
