/** The page's own words, in the persona's language; English where one is missing. */

import EN from "./strings/en.js";
import HU from "./strings/hu.js";
import RO from "./strings/ro.js";
import KA from "./strings/ka.js";
import MK from "./strings/mk.js";
import SR from "./strings/sr.js";
import UK from "./strings/uk.js";

const LANGUAGES = {
  en: "English",
  hu: "magyar",
  ro: "română",
  ka: "ქართული",
  mk: "македонски",
  sr: "српски",
  uk: "українська",
};

const CATALOGS = { en: EN, hu: HU, ro: RO, ka: KA, mk: MK, sr: SR, uk: UK };

/**
 * Choose the words for a language.
 *
 * @param {string|undefined} languageCode "uk", "sr-Latn"; unknown ones give English.
 * @returns {function(string, Object<string, string|number>=): string} key and values -> text.
 */
export function translator(languageCode) {
  const catalog = CATALOGS[(languageCode ?? "en").toLowerCase().split("-")[0]] ?? EN;
  return (key, values = {}) =>
    (catalog[key] ?? EN[key]).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** The name of a language in its own words: "українська"; its code where we have none. */
export function languageName(languageCode) {
  return LANGUAGES[(languageCode ?? "").toLowerCase().split("-")[0]] ?? languageCode ?? "";
}
