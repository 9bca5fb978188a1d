/** The first screen: who do you want to be? Each persona opens in a tab of its own. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { themeButton } from "./theme.js";
import { TimeFormat } from "./time.js";
import { languageName, translator } from "./strings.js";
import { avatar } from "./users.js";

/**
 * Draw the screen.
 *
 * @param {Array<Object>} personas as `GET /web/personas` lists them.
 * @returns {HTMLElement}
 */
export function personaPicker(personas) {
  const t = translator(navigator.language);
  return el(
    "main",
    { class: "picker" },
    el(
      "header",
      { class: "picker-head" },
      el("span", { class: "picker-logo" }, icon("shield")),
      el("h1", {}, "ILECU Assistant"),
      themeButton(t("theme")),
    ),
    el(
      "p",
      { class: "picker-intro" },
      "Choose who you are. Each persona opens in its own tab, so that several can chat side by side.",
    ),
    el(
      "ul",
      { class: "picker-list", role: "list" },
      personas.map((persona) => el("li", {}, personaCard(persona))),
    ),
  );
}

function personaCard({ id, user, label, time_zone: zone }) {
  const time = new TimeFormat(user.language_code ?? "en", zone);
  return el(
    "a",
    {
      class: "persona-card",
      testid: "persona-card",
      "data-persona": id,
      href: `/?persona=${encodeURIComponent(id)}`,
      target: `persona-${id}`,
    },
    avatar({ id: user.id, name: label, kind: "person" }),
    el(
      "span",
      { class: "persona-about" },
      el("strong", {}, label),
      el(
        "span",
        {},
        [languageName(user.language_code), `${zone.replace(/_/g, " ")} ${time.time(Date.now() / 1000)}`]
          .filter(Boolean)
          .join(" · "),
      ),
    ),
  );
}
