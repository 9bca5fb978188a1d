/** Inline mode: "@bot words" in the composer asks the bot for results; the chosen one is sent. */

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { safeUrl } from "./links.js";
import { Suggestions } from "./suggestions.js";

const DEBOUNCE_MS = 350;
const NEAR_END_PX = 80;

/** Follows the composer's text. */
export class InlineMode {
  #timer = 0;
  #request = null;
  #query = null;
  #next = null;

  constructor(input, page, onChosen) {
    this.page = page;
    this.onChosen = onChosen;
    this.suggestions = new Suggestions(input, {
      name: "inline-results",
      label: page.t("inlineResults", { name: page.store.bot?.username ?? "" }),
    });
    this.suggestions.list.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  /** The words behind "@bot ", or null if the text is no inline query. */
  queryOf(text) {
    const username = this.page.store.bot?.username;
    const match = /^@(\w+)\s([^]*)$/.exec(text);
    return match && username && match[1].toLowerCase() === username.toLowerCase() ? match[2] : null;
  }

  /** Ask for what is typed now, once typing pauses; true while the text is an inline query. */
  follow(text) {
    const query = this.queryOf(text);
    if (query === this.#query) {
      return query !== null;
    }
    this.close();
    if (query !== null) {
      this.#query = query;
      this.#timer = setTimeout(() => this.#ask(query), DEBOUNCE_MS);
    }
    return query !== null;
  }

  close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#query = null;
    this.#next = null;
    this.suggestions.hide();
  }

  async #ask(query) {
    this.suggestions.show([], this.#note("inlineHint", "inline-loading"));
    const answer = await this.#fetch(query, "");
    if (!answer) {
      return;
    }
    const items = this.#items(answer);
    const head = [
      this.#button(answer.button),
      items.length || answer.button ? null : this.#note("inlineEmpty", "inline-empty"),
    ];
    this.suggestions.show(items, ...head);
  }

  async #fetch(query, offset) {
    const request = new AbortController();
    this.#request = request;
    try {
      const answer = await this.page.session.api.inline(query, offset, request.signal);
      this.#next = answer.next_offset || null;
      return request.signal.aborted ? null : answer;
    } catch (error) {
      if (!request.signal.aborted) {
        this.#failed(error);
      }
      return null;
    }
  }

  #failed(error) {
    if (error.status === 504) {
      this.suggestions.show([], this.#note("noAnswer", "inline-empty"));
    } else {
      this.suggestions.hide();
      this.page.notify.error(error);
    }
  }

  async #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.suggestions.list;
    if (this.#next === null || scrollHeight - scrollTop - clientHeight > NEAR_END_PX) {
      return;
    }
    const offset = this.#next;
    this.#next = null;
    const answer = await this.#fetch(this.#query, offset);
    if (answer) {
      this.suggestions.append(this.#items(answer));
    }
  }

  #note(key, testid) {
    return el("p", { class: "suggestions-note", role: "status", testid }, this.page.t(key));
  }

  #button(button) {
    if (!button) {
      return null;
    }
    const open = () => {
      this.close();
      this.onChosen();
      if (button.start_parameter !== undefined) {
        this.page.actions.attempt(() => this.page.session.start(button.start_parameter));
      }
    };
    return el(
      "button",
      { type: "button", class: "suggestions-button", testid: "inline-top-button", on: { click: open } },
      button.text,
    );
  }

  #items(answer) {
    return answer.results.map((result) => ({
      testid: "inline-result",
      value: result.id,
      content: resultContent(result),
      choose: () => this.#choose(answer.inline_query_id, result.id),
    }));
  }

  #choose(inlineQueryId, resultId) {
    this.close();
    this.onChosen();
    this.page.actions.attempt(() => this.page.session.choose(inlineQueryId, resultId));
  }
}

function resultContent(result) {
  const title = result.title ?? [result.first_name, result.last_name].filter(Boolean).join(" ");
  const about = result.description ?? result.address ?? result.phone_number ?? result.caption ?? "";
  return [
    el("span", { class: "result-picture" }, thumbnail(result) ?? icon("file")),
    el(
      "span",
      { class: "result-about" },
      el("strong", { dir: "auto" }, title || result.type),
      el("span", { dir: "auto" }, about),
    ),
  ];
}

/** Only pictures of this server are shown: the page asks nobody else for anything. */
function thumbnail({ thumbnail_url: address }) {
  const href = address && safeUrl(address);
  return href && new URL(href).origin === location.origin
    ? el("img", { src: href, alt: "", width: 40, height: 40 })
    : null;
}
