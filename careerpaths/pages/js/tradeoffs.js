// The ways between two roles that no other is as good as in every measure, as the program finds them: multi-criteria label
// setting (Martins, 1984), labels taken by what a way through them weighs at least, then in reading order.
//
// `sought` is { start, end, order }: `order` holds the places of the measures in the order in which ways are compared.

import { distances } from "./around.js";
import { makeQueue } from "./queue.js";
import { compare, isCovered, makeWeigher, sum } from "./weights.js";

// { paths, isCut }: at most `mostPaths` ways of at most `longest` moves, best first; a search that looks at more than
// `model.search.most_labels` ways is cut. None passes a role twice: what went round is beaten by what did not.
export function tradeoffs(model, sought, { longest, mostPaths }) {
  const search = begun(model, sought, longest);
  const mostLabels = model.search.most_labels;
  const paths = [];
  let count = 0;
  while (search.waiting.size() && count < mostLabels && paths.length < mostPaths) {
    const label = search.waiting.take();
    if (isCovered(label.bound, search.goal) || isBeaten(search, label)) continue;
    count += 1;
    if (label.path.at(-1) === sought.end) {
      paths.push(label.path);
      search.goal.push(label.passed);
    } else {
      settle(search, label);
      goOn(search, label);
    }
  }
  return { paths, isCut: search.waiting.size() > 0 && count >= mostLabels };
}

function begun(model, { start, end, order }, longest) {
  // Behind a role that is farther from the end than half of the longest way at most the other half is left.
  const half = longest - Math.floor(longest / 2);
  const far = distances(model, end, "feeders", half);
  const ahead = (role) => (far[role] < 0 ? half + 1 : far[role]);
  const waiting = makeQueue((a, b) => (compare(a.bound, b.bound) || compare(a.path, b.path)) < 0);
  const nothing = order.map(() => 0);
  if (ahead(start) <= longest) waiting.add({ bound: nothing, passed: nothing, path: [start] });
  const oneMove = order.map((place) => Number(model.search.measures[place] === "moves"));
  return { model, longest, ahead, waiting, oneMove, weightOf: makeWeigher(order), settled: new Map(), goal: [] };
}

function settle({ settled }, { passed, path }) {
  const here = path.at(-1);
  if (!settled.has(here)) settled.set(here, []);
  settled.get(here).push(passed);
}

// Whether another way to the same role is as good in every measure.
function isBeaten({ settled }, { passed, path }) {
  return isCovered(passed, settled.get(path.at(-1)) ?? []);
}

// The ways that go on from one, as far as they can be short enough and nothing known beats them.
function goOn(search, { passed, path }) {
  for (const move of search.model.next[path.at(-1)]) {
    const left = search.ahead(move.end);
    if (left > search.longest - path.length) continue;
    const after = sum(passed, search.weightOf(move));
    const bound = sum(after, search.oneMove.map((one) => one * left));
    const following = { bound, passed: after, path: [...path, move.end] };
    if (!isCovered(bound, search.goal) && !isBeaten(search, following)) search.waiting.add(following);
  }
}

// The best way in the order sought, however long (Dijkstra, 1959); null where none leads there.
export function lightest(model, { start, end, order }) {
  const far = distances(model, end, "feeders");
  const weightOf = makeWeigher(order);
  const waiting = makeQueue((a, b) => (compare(a.passed, b.passed) || compare(a.path, b.path)) < 0);
  const done = new Set();
  waiting.add({ passed: order.map(() => 0), path: [start] });
  while (waiting.size()) {
    const { passed, path } = waiting.take();
    const here = path.at(-1);
    if (here === end) return path;
    if (done.has(here)) continue;
    done.add(here);
    for (const move of model.next[here]) {
      if (!done.has(move.end) && far[move.end] >= 0) waiting.add({ passed: sum(passed, weightOf(move)), path: [...path, move.end] });
    }
  }
  return null;
}
