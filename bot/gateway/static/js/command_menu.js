/** The bot's commands: the whole list from the menu button, the matching ones while "/…" is typed. */

import { el } from "./dom.js";
import { Suggestions } from "./suggestions.js";

/** Offers the active chat's commands; `page.actions.command` sends the chosen one. */
export class CommandMenu {
  #typed = "";

  /**
   * @param {HTMLTextAreaElement} input
   * @param {{store: Object, t: Function, actions: Object}} page
   * @param {function(): void} onChosen called before a command is sent.
   */
  constructor(input, page, onChosen) {
    this.page = page;
    this.onChosen = onChosen;
    this.suggestions = new Suggestions(input, { name: "command-list", label: page.t("commands") });
  }

  get commands() {
    return this.page.store.commands.get(this.page.store.activeChatId) ?? [];
  }

  /** Open with all commands, or close. */
  toggle() {
    if (this.suggestions.isOpen) {
      this.suggestions.hide();
    } else {
      this.#show("");
    }
  }

  /** Follow the text: "/he" shows /help; anything else closes the list. */
  follow(text) {
    const typed = /^\/(\w*)$/.exec(text)?.[1].toLowerCase();
    if (typed === undefined) {
      this.suggestions.hide();
    } else {
      this.#show(typed);
    }
  }

  /** Draw an open list anew: the commands have changed, perhaps into another language. */
  refresh() {
    if (this.suggestions.isOpen) {
      this.#show(this.#typed);
    }
  }

  #show(typed) {
    this.#typed = typed;
    const matching = this.commands.filter(({ command }) => command.startsWith(typed));
    if (!matching.length) {
      this.suggestions.hide();
      return;
    }
    this.suggestions.show(
      matching.map(({ command, description }) => ({
        testid: "command-item",
        value: command,
        content: [
          el("span", { class: "command-name" }, `/${command}`),
          el("span", { class: "command-about", dir: "auto" }, description),
        ],
        choose: () => this.#choose(command),
      })),
    );
  }

  #choose(command) {
    this.suggestions.hide();
    this.onChosen();
    this.page.actions.command(`/${command}`);
  }
}
