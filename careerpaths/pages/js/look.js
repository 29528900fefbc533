// How roles and moves look in the picture: what the page's drawing says of them, with the colours of the theme.

// Sizes of texts, widths of roles, and the columns and rows that they stand in, in the picture's units. Narrow roles need
// more lines.
export const ROLE_TEXT = 14;
export const BLOCK_TEXT = 18;
export const WIDE = {
  all: { box: 172, column: 206, row: 98 }, normal: { box: 152, column: 202, row: 98 }, narrow: { box: 130, column: 178, row: 116 },
};
// Corners tell the tracks apart as well as colours do: from square to round.
export const CORNERS = { operational: 0, professional: 6, supervisory: 14, managerial: 24, other: 6 };

// `marks`: { way: Map "start-end" -> number of the step, ways: Set of "start-end", chosen: Set of role numbers, dim: Set or null }.
export function roleLook(node, spot, theme, marks, dead, wide) {
  const { colours, font } = theme;
  const kind = Object.hasOwn(CORNERS, node.group) ? node.group : "other";
  const isUndefined = node.group === "undefined";
  const dim = marks.lit !== null && !marks.lit.has(node.id);
  const chosen = marks.chosen.has(node.id);
  const fill = isUndefined ? colours.paper : colours[`${kind}-fill`];
  const border = isUndefined ? colours.muted : colours[kind];
  return {
    id: node.id, label: node.label, shape: node.shape, ...spot,
    color: { background: chosen ? colours.accent : fill, border: chosen ? colours.accent : border,
      highlight: { background: chosen ? colours.accent : fill, border: colours.accent }, hover: { background: fill, border: colours.accent } },
    font: { color: chosen ? colours["accent-ink"] : colours.ink, face: font, size: ROLE_TEXT },
    borderWidth: chosen ? 2.5 : 1.5, borderWidthSelected: 3, opacity: dim ? 0.3 : 1,
    shapeProperties: { borderDashes: isUndefined ? [6, 4] : false, borderRadius: CORNERS[kind] },
    margin: dead ? 13 : 10, widthConstraint: { minimum: wide, maximum: wide },
  };
}

export function moveLook(edge, theme, marks) {
  const { colours } = theme;
  const key = `${edge.from}-${edge.to}`;
  const step = marks.way.get(key);
  const onWay = step !== undefined || marks.ways.has(key);
  const dim = marks.lit !== null && !(marks.lit.has(edge.from) && marks.lit.has(edge.to));
  const colour = step !== undefined ? colours.accent : onWay ? colours.ink : colours.muted;
  return {
    ...edge, smooth: edge.smooth ?? false, width: step !== undefined ? 4 : onWay ? 2 : 1.3,
    color: { color: colour, highlight: colour, hover: colour, opacity: dim ? 0.2 : 1 },
    arrows: { to: { enabled: true, scaleFactor: 0.6 } },
  };
}

export function blockLook(node, theme) {
  const { colours, font } = theme;
  return {
    ...node, color: { background: colours.paper, border: colours.muted, highlight: { background: colours.paper, border: colours.accent },
      hover: { background: colours["professional-fill"], border: colours.accent } },
    font: { color: colours.ink, face: font, size: BLOCK_TEXT }, margin: 14, borderWidth: 1.5,
    shapeProperties: { borderRadius: 8 }, widthConstraint: { minimum: 180, maximum: 180 },
  };
}
