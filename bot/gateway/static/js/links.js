/** Links: which are safe to follow, and which are deep links of our own bot that the page handles itself. */

const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:", "tg:", "geo:"]);
const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);

/** The address, with https:// put in front of a bare host, or null if it is none we would follow. */
export function safeUrl(address) {
  const complete =
    /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/:]+:\d+(\/|$)/.test(address)
      ? address
      : `https://${address}`;
  try {
    const url = new URL(complete);
    return SAFE_PROTOCOLS.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Read a deep link of the bot.
 *
 * @param {string} href as `safeUrl` returns it.
 * @param {string} username of the bot, without "@".
 * @returns {{start: string|null, group: string|null}|null} `start`: payload, "" for an empty one, null for a
 *   bare link to the bot; `group`: payload of a `startgroup` link. Null for any other link.
 */
export function botLink(href, username) {
  const url = new URL(href);
  const isTelegram = url.protocol === "tg:" ? /^tg:\/*resolve/i.test(href) : TELEGRAM_HOSTS.has(url.hostname);
  if (!isTelegram || !username) {
    return null;
  }
  const name = url.protocol === "tg:" ? url.searchParams.get("domain") : url.pathname.slice(1);
  if (name?.toLowerCase() !== username.toLowerCase()) {
    return null;
  }
  return { start: url.searchParams.get("start"), group: url.searchParams.get("startgroup") };
}
