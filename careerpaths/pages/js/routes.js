// Which ways an answer holds, as the Python function `routes` chooses them: those that no other is as good as in every
// measure, the best by what somebody prefers, and where these are few, the next by moves to choose from.

import { distances, movesOf } from "./around.js";
import { bestPaths } from "./paths.js";
import { lightest, tradeoffs } from "./tradeoffs.js";
import { compare, makeWeigher, sum } from "./weights.js";

// { routes: [{ path, measures, isBeaten }], fewest, hasMore, isCut }, best first. `prefer` is a key of `model.search.orders`, of
// which the first is by the fewest moves; `mostRoutes`: how many at most. `fewest` is the way of the fewest moves, listed or not; not `isSure` where the search for it was cut.
export function routes(model, start, end, prefer, mostRoutes = model.search.most_routes) {
  const { orders, most_detour: mostDetour, enough, most_routes: counted } = model.search;
  const [byMoves] = Object.keys(orders);
  const fewest = distances(model, end, "feeders")[start];
  if (fewest < 0) return { routes: [], fewest: null, hasMore: false, isCut: false };
  const longest = fewest + mostDetour;
  const sought = { start, end, order: orders[prefer] };
  // So many are looked for in any case, so that an answer of fewer knows whether it leaves some out.
  const mostPaths = Math.max(mostRoutes, counted) + 1;
  const found = tradeoffs(model, sought, { longest, mostPaths });
  const paths = prefer === byMoves ? found.paths : withTheBest(found.paths, lightest(model, sought));
  if (!paths.length) return { routes: [], fewest: null, hasMore: false, isCut: found.isCut };
  const plain = { ...sought, order: orders[byMoves] };
  const { path: first, isFound } = shortestOf(model, plain, paths, longest);
  const kept = withTheShortest(first, paths, Math.max(mostRoutes, enough));
  const more = kept.length < enough ? nextByMoves(model, plain, kept, longest) : [];
  const shown = mostRoutes < enough ? withTheShortest(first, paths, mostRoutes) : kept;
  const chosen = [...shown.map((path) => route(model, path, false)), ...more.map((path) => route(model, path, true))];
  const isCounted = !found.isCut && found.paths.length < mostPaths;
  const total = isCounted ? Math.max(paths.length, kept.length) + more.length : paths.length;
  const listed = chosen.slice(0, mostRoutes);
  const isSure = isFound || first.length - 1 === fewest;
  return { routes: listed, fewest: route(model, first, false), isSure, hasMore: paths.length > mostRoutes || total > listed.length, isCut: found.isCut };
}

function route(model, path, isBeaten) {
  const nothing = model.search.measures.map(() => 0);
  return { path, isBeaten, measures: movesOf(model, path).reduce((total, move) => sum(total, move.measures), nothing) };
}

export function isAmong(path, paths) {
  return paths.some((other) => other.length === path.length && other.every((role, place) => role === path[place]));
}

function withTheBest(paths, best) {
  return best === null || isAmong(best, paths) ? paths : [best, ...paths];
}

// The way of the fewest moves; where the search for it was cut, that of those known.
function shortestOf(model, plain, paths, longest) {
  const [shortest] = tradeoffs(model, plain, { longest, mostPaths: 1 }).paths;
  if (shortest) return { path: shortest, isFound: true };
  const known = paths.map((path) => route(model, path, false));
  return { path: known.reduce((best, one) => (compare(one.measures, best.measures) < 0 ? one : best)).path, isFound: false };
}

// So many of them, with the way of the fewest moves among them where there is room for two.
function withTheShortest(shortest, paths, mostRoutes) {
  const shown = paths.slice(0, mostRoutes);
  if (mostRoutes === 1 || isAmong(shortest, shown)) return shown;
  return [...shown.slice(0, mostRoutes - 1), shortest];
}

// The next ways by moves beside those that are kept, up to so many in all.
function nextByMoves(model, plain, kept, longest) {
  const { most_detour: mostDetour, enough } = model.search;
  const fewest = Math.min(...kept.map((path) => path.length)) - 1;
  const limit = Math.min(longest, fewest + mostDetour);
  const nothing = model.search.measures.map(() => 0);
  const found = bestPaths(arcsOf(model, plain, limit), plain.start, plain.end, { nothing, longest: limit, most: kept.length + enough });
  return found.filter((path) => !isAmong(path, kept)).slice(0, enough - kept.length);
}

// The moves between roles that a way of at most so many moves can pass.
function arcsOf(model, { start, end, order }, longest) {
  const weightOf = makeWeigher(order);
  const half = longest - Math.floor(longest / 2);
  const away = distances(model, start, "next", longest - half);
  const ahead = distances(model, end, "feeders", half);
  const roles = model.roles.map((_, number) => number).filter((number) => away[number] >= 0 || ahead[number] >= 0);
  const near = new Set(roles);
  return new Map(roles.map((role) => (
    [role, model.next[role].filter((move) => near.has(move.end)).map((move) => [move.end, weightOf(move)])])));
}
