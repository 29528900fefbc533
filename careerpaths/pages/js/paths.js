// The best ways between two roles one after the other, whatever beats them: Yen's algorithm (1971) with Lawler's rule that a
// way is only left behind the place where it left another (1972), each search best first (A*; Hart, Nilsson and Raphael, 1968).

import { makeQueue } from "./queue.js";
import { compare, sum } from "./weights.js";

// Lists of role numbers, best first, none with a role twice. `arcs`: Map of a role to its [role, weight]s; the first measure of
// a weight is the moves, and `nothing` is the weight of no move. `most`: how many at most; `longest`: moves that one has at most.
export function bestPaths(arcs, start, end, { nothing, most, longest }) {
  const ahead = weightsTo(arcs, end, nothing);
  const waiting = makeQueue((a, b) => (compare(a.total, b.total) || compare(a.path, b.path)) < 0);
  const onward = new Map();
  const taken = [];
  const offer = (prefix) => {
    const found = bestBehind(arcs, ahead, { prefix, banned: onward.get(prefix.join()) ?? new Set(), end, longest, nothing });
    if (found) waiting.add({ ...found, leftBehind: prefix.length });
  };
  if (ahead.has(start)) offer([start]);
  while (waiting.size() && taken.length < most) {
    const { path, leftBehind } = waiting.take();
    taken.push(path);
    for (let length = 1; length < path.length; length += 1) {
      const key = path.slice(0, length).join();
      onward.set(key, (onward.get(key) ?? new Set()).add(path[length]));
    }
    for (let length = leftBehind; length < path.length; length += 1) offer(path.slice(0, length));
  }
  return taken;
}

// The least weight from each role to the last one (Dijkstra, 1959, backward).
function weightsTo(arcs, end, nothing) {
  const into = new Map([...arcs.keys()].map((role) => [role, []]));
  for (const [role, ends] of arcs) for (const [other, weight] of ends) into.get(other).push([role, weight]);
  const settled = new Map();
  const waiting = makeQueue((a, b) => compare(a.cost, b.cost) < 0);
  waiting.add({ cost: nothing, here: end });
  while (waiting.size()) {
    const { cost, here } = waiting.take();
    if (settled.has(here)) continue;
    settled.set(here, cost);
    for (const [before, more] of into.get(here)) waiting.add({ cost: sum(more, cost), here: before });
  }
  return settled;
}

// The best way that begins with a prefix and goes on to none of the banned roles: { total, path }.
function bestBehind(arcs, ahead, { prefix, banned, end, longest, nothing }) {
  const closed = new Set(prefix.slice(0, -1));
  const waiting = makeQueue((a, b) => (compare(a.total, b.total) || compare(a.path, b.path)) < 0);
  const begun = weightOf(arcs, prefix, nothing);
  waiting.add({ total: sum(begun, ahead.get(prefix.at(-1))), path: prefix, passed: begun });
  while (waiting.size()) {
    const { total, path, passed } = waiting.take();
    const here = path.at(-1);
    if (here === end) return { total, path };
    if (closed.has(here)) continue;
    closed.add(here);
    for (const [other, weight] of arcs.get(here)) {
      if (!ahead.has(other) || closed.has(other) || (path.length === prefix.length && banned.has(other))) continue;
      const after = sum(passed, weight);
      const estimate = sum(after, ahead.get(other));
      if (estimate[0] <= longest) waiting.add({ total: estimate, path: [...path, other], passed: after });
    }
  }
  return null;
}

function weightOf(arcs, path, nothing) {
  return path.slice(1).reduce((total, role, place) => sum(total, arcs.get(path[place]).find(([other]) => other === role)[1]), nothing);
}
