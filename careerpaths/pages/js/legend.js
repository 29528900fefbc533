// "How to read it": of all that the picture can show, only what it shows now is explained.

const PATTERNS = { lateral: "cross-function", unknown: "step-back" };

// Keys of the explanations that these roles and moves need; `marks` as in the looks of roles and moves.
export function keysOfRoles(model, numbers, edges, marks) {
  const keys = new Set(["roles"]);
  for (const number of numbers) {
    const { standing, track } = model.roles[number];
    keys.add(standing === "undefined" ? "undefined" : track || "other");
    if (standing === "dead-end") keys.add("dead-end");
    if (marks.chosen.has(number)) keys.add("chosen");
  }
  for (const { from, to } of edges) {
    const { kind } = model.next[from].find((move) => move.end === to);
    keys.add(PATTERNS[kind] ?? kind);
    const key = `${from}-${to}`;
    if (marks.way.has(key)) keys.add("route");
    else if (marks.ways.has(key)) keys.add("other-way");
  }
  return keys;
}

export function keysOfBlocks(edges) {
  return new Set(edges.length ? ["block", "block-line"] : ["block"]);
}

export function explain(keys) {
  for (const entry of document.querySelectorAll(".legend [data-key]")) entry.hidden = !keys.has(entry.dataset.key);
}
