/** Light or dark: as the system says, until the person chooses; the choice is kept for all tabs. */

import { iconButton } from "./buttons.js";

const KEY = "ilecu-theme";

/** Apply the kept choice and follow it when another tab changes it. */
export function applyTheme() {
  show(localStorage.getItem(KEY));
  window.addEventListener("storage", (event) => event.key === KEY && show(event.newValue));
}

/** The button that changes between light and dark. */
export function themeButton(label) {
  const toggle = () => {
    const theme = isDark() ? "light" : "dark";
    localStorage.setItem(KEY, theme);
    show(theme);
  };
  return iconButton("theme", "theme-toggle", label, { on: { click: toggle } });
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function show(theme) {
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
}
