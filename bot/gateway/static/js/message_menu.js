/** The menu of one message: reply, edit (one's own texts), copy. */

import { menuItem, moveInMenu } from "./buttons.js";
import { el } from "./dom.js";

/**
 * Open the menu.
 *
 * @param {Object} message
 * @param {{store: Object, t: Function, actions: Object}} page
 * @param {{x: number, y: number, element: HTMLElement}} place pointer position in the window (0, 0 for the
 *   keyboard) and the message's element, which gets the focus back.
 */
export function openMessageMenu(message, page, { x, y, element }) {
  const menu = el("div", {
    class: "menu",
    role: "menu",
    testid: "message-menu",
    popover: "auto",
    "aria-label": page.t("actions"),
  });
  const choose = (run) => {
    menu.hidePopover();
    run();
  };
  menu.append(
    ...entries(message, page).map(({ name, label, run }) =>
      menuItem(name, `menu-${name}`, label, () => choose(run)),
    ),
  );
  menu.addEventListener("toggle", (event) => event.newState === "closed" && close(menu, element));
  menu.addEventListener("keydown", (event) => moveInMenu(menu, event));
  document.body.append(menu);
  menu.showPopover();
  place(menu, x || element.getBoundingClientRect().left + 60, y || element.getBoundingClientRect().top + 20);
  menu.firstElementChild.focus();
}

function entries(message, { store, t, actions }) {
  const text = message.text ?? message.caption;
  const canEdit = store.isOwn(message) && message.text !== undefined && !message.via_bot;
  return [
    { name: "reply", label: t("reply"), run: () => store.emit("compose", { mode: "reply", message }) },
    canEdit && {
      name: "edit",
      label: t("edit"),
      run: () => store.emit("compose", { mode: "edit", message }),
    },
    text && { name: "copy", label: t("copyText"), run: () => actions.copy(text) },
  ].filter(Boolean);
}

function place(menu, x, y) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, window.innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, window.innerHeight - height - 8))}px`;
}

function close(menu, element) {
  const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
  menu.remove();
  if (hadFocus && element.isConnected) {
    element.focus({ preventScroll: true });
  }
}
