/**
 * Day and month names for languages that a browser may have no data for (Chromium: Georgian, Macedonian).
 *
 * Where the browser knows the language, `time.js` uses its own data and this is not asked.
 */

const CALENDARS = {
  ka: {
    months:
      "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    weekdays: "კვირა ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი",
    today: "დღეს",
    yesterday: "გუშინ",
    hour: "1 სთ",
    day: "1 დღე",
  },
  mk: {
    months: "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    weekdays: "недела понеделник вторник среда четврток петок сабота",
    today: "денес",
    yesterday: "вчера",
    hour: "1 ч.",
    day: "1 ден",
  },
};

/**
 * The names for a language.
 *
 * @param {string} languageCode "ka", "mk".
 * @returns {{months: string[], weekdays: string[], today: string, yesterday: string, hour: string,
 *   day: string}|null} weekdays from Sunday; null where we hold none.
 */
export function calendarOf(languageCode) {
  const calendar = CALENDARS[languageCode.toLowerCase().split("-")[0]];
  return calendar
    ? { ...calendar, months: calendar.months.split(" "), weekdays: calendar.weekdays.split(" ") }
    : null;
}
