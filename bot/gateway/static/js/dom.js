/** Building DOM nodes. Foreign text only becomes text nodes or attribute values: no HTML is parsed here. */

/**
 * Create an element.
 *
 * @param {string} tag element name.
 * @param {Object<string, *>} [attributes] `class`, `testid` (data-testid), `on` ({event: listener}),
 *   booleans (true: present, false/null/undefined: absent), anything else as a string.
 * @param {...(Node|string|null|undefined|false)} children strings become text; empty values are left out.
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(element, name, value);
  }
  element.append(...present(children));
  return element;
}

/** Replace what `element` holds; empty values are left out. */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
}

function present(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "");
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name === "on") {
    Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
  } else if (name === "testid") {
    element.dataset.testid = value;
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}
