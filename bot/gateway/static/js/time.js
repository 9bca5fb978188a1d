/** Dates and times in a persona's zone and language. Unix seconds in, strings out. */

import { calendarOf } from "./calendar.js";

const DAY_MS = 86400000;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY = { weekday: "long", day: "numeric", month: "long" };

/** Formats instants for one persona. */
export class TimeFormat {
  /**
   * @param {string} locale BCP 47 tag; English where neither the browser nor `calendar.js` knows it.
   * @param {string} timeZone IANA zone.
   */
  constructor(locale, timeZone) {
    this.timeZone = timeZone;
    const isKnown = Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0;
    this.calendar = isKnown ? null : calendarOf(locale);
    this.locale = isKnown && locale !== "en" ? locale : "en-GB";
    const format = (options) => new Intl.DateTimeFormat(this.locale, { timeZone, ...options });
    this.timeFormat = format(TIME);
    this.dayFormat = format(DAY);
    this.dayYearFormat = format({ ...DAY, year: "numeric" });
    this.shortFormat = format({ day: "2-digit", month: "2-digit", year: "2-digit" });
    this.keyFormat = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    this.clockFormat = new Intl.DateTimeFormat("en-GB", { timeZone, ...TIME });
  }

  /** "14:05" */
  time(seconds) {
    return this.timeFormat.format(seconds * 1000);
  }

  /** "2026-03-29": equal for two instants of the same day in this zone. */
  dayKey(seconds) {
    return this.keyFormat.format(seconds * 1000);
  }

  /** "Today", "Yesterday", "Monday, 3 March", with the year where it is another one. */
  day(seconds, nowSeconds) {
    const key = this.dayKey(seconds);
    const nowKey = this.dayKey(nowSeconds);
    const daysAgo = Math.round((Date.parse(nowKey) - Date.parse(key)) / DAY_MS);
    if (daysAgo === 0 || daysAgo === 1) {
      return capitalise(this.#relativeDay(daysAgo), this.locale);
    }
    return this.#namedDay(seconds, key.slice(0, 4) !== nowKey.slice(0, 4));
  }

  /** Time today, date on other days: for the chat list. */
  brief(seconds, nowSeconds) {
    return this.dayKey(seconds) === this.dayKey(nowSeconds)
      ? this.time(seconds)
      : this.shortFormat.format(seconds * 1000);
  }

  /** Weekday, date and time, for tooltips and the clock. */
  full(seconds) {
    return `${this.#namedDay(seconds, true)}, ${this.time(seconds)}`;
  }

  /** "1 hr", "1 day", for the buttons that move the clock. */
  unit(name) {
    const format = new Intl.NumberFormat(this.locale, { style: "unit", unit: name, unitDisplay: "short" });
    return this.calendar ? this.calendar[name] : format.format(1);
  }

  /** ISO 8601 for `<time datetime>`. */
  iso(seconds) {
    return new Date(seconds * 1000).toISOString();
  }

  /** "2026-03-29T14:05" in this zone, as `<input type="datetime-local">` wants it. */
  inputValue(seconds) {
    return `${this.dayKey(seconds)}T${this.clockFormat.format(seconds * 1000)}`;
  }

  /** The instant (ms) that an input value like "2026-03-29T14:05" names in this zone. */
  parseInput(value) {
    const asUtc = Date.parse(`${value}:00Z`);
    // The offset is looked up twice, because the first guess may lie beyond a change of the clocks.
    return asUtc - this.#offsetAt(asUtc - this.#offsetAt(asUtc));
  }

  #offsetAt(instant) {
    return Date.parse(`${this.inputValue(instant / 1000)}:00Z`) - Math.floor(instant / 60000) * 60000;
  }

  #relativeDay(daysAgo) {
    if (this.calendar) {
      return daysAgo ? this.calendar.yesterday : this.calendar.today;
    }
    return new Intl.RelativeTimeFormat(this.locale, { numeric: "auto" }).format(-daysAgo, "day");
  }

  #namedDay(seconds, withYear) {
    if (!this.calendar) {
      return (withYear ? this.dayYearFormat : this.dayFormat).format(seconds * 1000);
    }
    const date = new Date(`${this.dayKey(seconds)}T00:00:00Z`);
    const { weekdays, months } = this.calendar;
    const named = `${weekdays[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
    return withYear ? `${named} ${date.getUTCFullYear()}` : named;
  }
}

function capitalise(text, locale) {
  // Georgian has no capital at the beginning of a sentence.
  const first = text.charAt(0);
  return /[\u10d0-\u10ff]/.test(first) ? text : first.toLocaleUpperCase(locale) + text.slice(1);
}
