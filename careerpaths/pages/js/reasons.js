// Why a way is worth a look, in one line: what sets it apart from the one with the fewest moves.

import { isAmong } from "./routes.js";

const FIRST = ["requirements", "certificates"];

export function makeReasons(model, words) {
  const { say, count } = words;
  const { measures: names } = model.search;
  // In the order in which they are told; requirements without the certificates among them.
  const told = [...FIRST, ...names.filter((name) => name !== "moves" && !FIRST.includes(name))];

  function why(one, { routes, fewest: first, isSure }) {
    if (isAmong(one.path, [first.path])) return say(isSure ? "fewest_moves" : "fewest_moves_found");
    const more = one.path.length - first.path.length;
    // Where the other is not listed, it is not plain what is meant by "more".
    const key = isAmong(first.path, routes.map(({ path }) => path)) ? "moves_more" : "moves_more_than_fewest";
    const length = [more ? count(key, more) : say("as_few_moves"), ...differences(one, first)].join(", ");
    const titles = one.path.filter((number) => !first.path.includes(number)).map((number) => model.roles[number].title);
    return titles.length ? say("by_way_of", { length, titles: titles.join(", ") }) : length;
  }

  function differences(one, first) {
    const counts = Object.fromEntries(names.map((name, place) => [name, one.measures[place] - first.measures[place]]));
    counts.requirements -= counts.certificates;
    return told.filter((name) => counts[name])
      .map((name) => count(`${name}_${counts[name] > 0 ? "more" : "less"}`, Math.abs(counts[name])));
  }

  return { why };
}
