/** A list above the composer; an entry is chosen by pointer or keyboard while the focus stays in the text. */

import { el, fill } from "./dom.js";

/** A listbox tied to a text box. At first nothing is highlighted: Enter sends what was typed. */
export class Suggestions {
  #items = [];
  #active = -1;

  /**
   * @param {HTMLTextAreaElement} input
   * @param {{name: string, label: string}} options `name`: id and data-testid of the list.
   */
  constructor(input, { name, label }) {
    this.input = input;
    this.name = name;
    this.head = el("div", { class: "suggestions-head" });
    this.list = el("div", {
      class: "suggestions-list",
      role: "listbox",
      id: name,
      testid: name,
      "aria-label": label,
    });
    this.element = el("div", { class: "suggestions", hidden: true }, this.head, this.list);
    // Keeps the focus in the text box when an entry is clicked.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * Show entries.
   *
   * @param {Array<{testid: string, value: string, content: Array<Node>, choose: function(): void}>} items
   * @param {...Node} head what stands above the list, may be empty.
   */
  show(items, ...head) {
    this.#items = items;
    this.#active = -1;
    fill(this.head, ...head);
    fill(this.list, ...items.map((item, index) => this.#option(item, index)));
    this.list.scrollTop = 0;
    this.element.hidden = false;
    this.input.setAttribute("aria-controls", this.name);
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Add entries at the end. */
  append(items) {
    const start = this.#items.length;
    this.#items = [...this.#items, ...items];
    this.list.append(...items.map((item, index) => this.#option(item, start + index)));
  }

  hide() {
    this.element.hidden = true;
    this.#items = [];
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.input.removeAttribute("aria-controls");
  }

  /** Handle a key of the text box; true if it is used up. */
  key(event) {
    if (!this.isOpen || event.isComposing || event.shiftKey) {
      return false;
    }
    switch (event.key) {
      case "Escape":
        this.hide();
        return true;
      case "ArrowDown":
        return this.#step(1);
      case "ArrowUp":
        return this.#step(-1);
      case "Enter":
        return this.#choose();
      default:
        return false;
    }
  }

  #step(step) {
    const count = this.#items.length;
    const start = this.#active < 0 && step < 0 ? count : this.#active;
    if (count) {
      this.#highlight((start + step + count) % count);
    }
    return count > 0;
  }

  #choose() {
    const item = this.#items[this.#active];
    item?.choose();
    return item !== undefined;
  }

  #option(item, index) {
    const option = el(
      "div",
      {
        class: "suggestion",
        role: "option",
        id: `${this.name}-${index}`,
        testid: item.testid,
        "data-value": item.value,
        "aria-selected": "false",
        on: { click: item.choose },
      },
      item.content,
    );
    return option;
  }

  #highlight(index) {
    this.list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.list.children[index];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }
}
