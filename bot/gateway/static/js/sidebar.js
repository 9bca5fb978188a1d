/** The left side of the page, the first screen of a phone: who one is, and the chats. */

import { ChatList } from "./chat_list.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { themeButton } from "./theme.js";
import { avatar } from "./users.js";

/**
 * Draw the side.
 *
 * @param {Object} page
 * @param {function(number): void} onOpen called with the id of the chat to open.
 * @returns {HTMLElement}
 */
export function sidebar(page, onOpen) {
  const { persona } = page.store;
  const { t } = page;
  const zone = el("span", { class: "self-zone" });
  const tick = () => {
    zone.textContent = `${persona.time_zone.replace(/_/g, " ")} · ${page.time.time(page.store.now() / 1000)}`;
  };
  page.store.on("clock", tick);
  setInterval(tick, 5000);
  tick();
  return el(
    "aside",
    { class: "sidebar" },
    el(
      "header",
      { class: "self", testid: "self" },
      avatar({ id: persona.user.id, name: persona.label, kind: "person" }),
      el("span", { class: "self-about" }, el("strong", {}, persona.label), zone),
      themeButton(t("theme")),
      el(
        "a",
        {
          class: "icon-button",
          href: "/",
          testid: "switch-persona",
          "aria-label": t("switchPersona"),
          title: t("switchPersona"),
        },
        icon("people"),
      ),
    ),
    new ChatList(page, onOpen).element,
  );
}
