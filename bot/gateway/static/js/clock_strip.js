/** The strip that shows and moves the assistant's clock in demos; hidden where the gateway has none. */

import { fetchClock, setClock } from "./api.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";

const HOUR = 3600;
const DAY = 24 * HOUR;
const NOTICEABLE_MS = 5000;

/** Shows the clock in the persona's zone. */
export class ClockStrip {
  constructor(page) {
    this.page = page;
    const label = page.t("clock");
    this.time = el("output", { class: "clock-time", testid: "clock-time" });
    this.form = this.#form(label);
    this.more = el(
      "button",
      {
        type: "button",
        class: "chip clock-more",
        testid: "clock-more",
        "aria-expanded": "false",
        "aria-label": label,
      },
      "…",
    );
    this.element = el(
      "section",
      { class: "clock", testid: "clock", "aria-label": label, hidden: true },
      icon("clock"),
      el("span", { class: "clock-label" }, label),
      this.time,
      this.#step("hour", HOUR),
      this.#step("day", DAY),
      this.more,
      this.form,
    );
    this.more.addEventListener("click", () => this.#unfold());
    page.store.on("clock", () => this.#draw());
  }

  /** Show the strip if the gateway has a clock. */
  async start() {
    try {
      this.#adopt(await fetchClock());
    } catch {
      return;
    }
    this.element.hidden = false;
    this.#suggest();
    setInterval(() => this.#draw(), 1000);
  }

  #step(unit, seconds) {
    const advance = () => this.#set({ advance_seconds: seconds });
    const attributes = { type: "button", class: "chip", testid: `clock-${unit}`, on: { click: advance } };
    return el("button", attributes, `+${this.page.time.unit(unit)}`);
  }

  #form(label) {
    const type = "datetime-local";
    this.field = el("input", {
      class: "field",
      type,
      testid: "clock-input",
      required: true,
      "aria-label": label,
    });
    const set = el("button", { type: "submit", class: "chip", testid: "clock-set" }, this.page.t("clockSet"));
    const submit = (event) => this.#submit(event);
    return el("form", { class: "clock-form", on: { submit } }, this.field, set);
  }

  #unfold() {
    const isOpen = this.form.classList.toggle("is-open");
    this.more.setAttribute("aria-expanded", String(isOpen));
  }

  #adopt(clock) {
    this.page.store.clockOffsetMs = Date.parse(clock.now) - Date.now();
    this.page.store.emit("clock", clock);
  }

  #submit(event) {
    event.preventDefault();
    this.#set({ now: new Date(this.page.time.parseInput(this.field.value)).toISOString() });
  }

  async #set(change) {
    const clock = await this.page.actions.attempt(() => setClock(change));
    if (clock) {
      this.#adopt(clock);
      this.#suggest();
    }
  }

  /** The field starts at the present; the clock only goes forward. */
  #suggest() {
    const { store, time } = this.page;
    this.field.value = time.inputValue(store.now() / 1000);
    this.field.min = this.field.value;
  }

  #draw() {
    const { store, time } = this.page;
    this.time.textContent = time.full(store.now() / 1000);
    this.element.classList.toggle("is-moved", Math.abs(store.clockOffsetMs) > NOTICEABLE_MS);
  }
}
