/** The page's icons: paths on a 24 x 24 grid, in the current text colour, hidden from screen readers. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  attach:
    "M20 11.500 12.300 19.200a5 5 0 0 1-7.100-7.100l8.200-8.200a3.300 3.300 0 0 1 4.700 4.700l-8.200 8.200a1.700 1.700 0 0 1-2.400-2.400l7.400-7.400",
  back: "M15 5l-7 7 7 7",
  chat: "M4 5h16v11H10l-4 4v-4H4z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.500 2",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  down: "M6 9l6 6 6-6",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  link: "M8 16 16 8M9 8h7v7",
  menu: "M4 7h16M4 12h16M4 17h10",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c.8-4 4-6 8-6s7.200 2 8 6",
  people:
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M2.500 20c.6-3.700 3.200-5.500 6.500-5.500s5.900 1.800 6.500 5.500M16 4.500a3.500 3.500 0 0 1 0 6.300M17.500 14.800c2.200.7 3.600 2.500 4 5.200",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01",
  pin: "M12 21c4.500-5 6.500-8.300 6.500-11a6.500 6.500 0 0 0-13 0c0 2.700 2 6 6.500 11M12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  reply: "M10 6 4 12l6 6M4 12h9c4 0 6.500 2 7 6",
  send: "M4 12 3 4l18 8-18 8zM4 12h8",
  shield:
    "M12 2.800 4.500 5.600v5.600c0 4.600 3 8 7.500 10 4.500-2 7.500-5.400 7.500-10V5.600zM8.800 12l2.300 2.300 4.200-4.500",
  sticker: "M12 3a9 9 0 1 0 9 9h-4a5 5 0 0 1-5-5zM12 3l9 9",
  switch: "M7 4 3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7",
  theme: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  voice: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3M5 11a7 7 0 0 0 14 0M12 18v3",
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * Draw an icon.
 *
 * @param {IconName} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
