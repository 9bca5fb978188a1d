/**
 * Keeps what the reader sees in its place while the content of a scrolled box changes.
 *
 * At the end it stays at the end; elsewhere the first visible message stays where it is, even when redrawn.
 */

const NEAR_END_PX = 48;

/** Watches one scrolling element with `[data-message-id]` children inside `content`. */
export class ScrollKeeper {
  isAtEnd = true;
  #anchor = null;
  #onMove;

  constructor(viewport, content, onMove) {
    this.viewport = viewport;
    this.content = content;
    this.#onMove = onMove;
    viewport.addEventListener("scroll", () => this.#note(), { passive: true });
    const observer = new ResizeObserver(() => this.restore());
    observer.observe(viewport);
    observer.observe(content);
  }

  /** Call after every change of the content. */
  restore() {
    if (this.isAtEnd) {
      this.viewport.scrollTop = this.viewport.scrollHeight;
    } else if (this.#anchor) {
      const element = this.element(this.#anchor.id);
      const shift = element ? this.#offset(element) - this.#anchor.offset : 0;
      this.viewport.scrollTop += shift;
    }
    this.#onMove();
  }

  /** Go to the newest message. */
  toEnd({ isSmooth = false } = {}) {
    this.isAtEnd = true;
    this.viewport.scrollTo({ top: this.viewport.scrollHeight, behavior: isSmooth ? "smooth" : "instant" });
    this.#onMove();
  }

  /** Bring a message (or another child) to the upper part of the box. */
  show(element) {
    this.isAtEnd = false;
    element.scrollIntoView({ block: "center" });
    this.#note();
  }

  element(messageId) {
    return this.content.querySelector(`[data-message-id="${messageId}"]`);
  }

  #note() {
    const { scrollTop, scrollHeight, clientHeight } = this.viewport;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    const first = [...this.content.querySelectorAll("[data-message-id]")].find(
      (element) => this.#offset(element) + element.offsetHeight > 0,
    );
    this.#anchor = first ? { id: first.dataset.messageId, offset: this.#offset(first) } : null;
    this.#onMove();
  }

  #offset(element) {
    return element.getBoundingClientRect().top - this.viewport.getBoundingClientRect().top;
  }
}
