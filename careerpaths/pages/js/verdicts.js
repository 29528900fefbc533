// What is said of ways that were chosen by a preference, as the program says it: whether any of them gives what was asked
// for, or which asks the least.

import { moveBetween } from "./around.js";

export function makeVerdicts(model, words) {
  const { say, count, listed } = words;
  const { measures: names } = model.search;
  const title = (number) => model.roles[number].title;
  const place = (name) => names.indexOf(name);
  // For a preference that is to keep something: the beginning of its texts, whether it is lost in a role, reached from
  // another one or begun in (null; null where it is not stated), and how a role is named of which its title alone tells.
  const kept = {
    "keep-overtime": ["overtime", (_, number) => model.roles[number].isNotEligible],
    "stay-professional": ["leading", (before, number) => (
      before === null ? model.roles[number].leadsPeople : moveBetween(model, before, number).comesToLead), "leads_by_title"],
  };
  // For a preference that is for little of something: what is counted beside what is not known, and its texts.
  const least = {
    "least-new": [["requirements", "certificates"], "least_new", "total_nothing"],
    "fewest-unknowns": [[], "unknowns", "nothing_unknown"],
  };

  function verdict({ routes }, preference) {
    const said = [];
    if (preference in kept) said.push(...keeping(routes.map(({ path }) => path), ...kept[preference]));
    if (preference === "stay-professional") said.push(...tracks(routes));
    if (preference in least && routes.length > 1) said.push(asking(routes, ...least[preference]));
    return said;
  }

  function keeping(paths, key, loses, byTitle) {
    const [start] = paths[0];
    if (loses(null, start)) return [say(`${key}_before`, { title: title(start) })];
    const losses = paths.map((path, at) => firstLoss(path, at + 1, loses, byTitle));
    if (losses.every((loss) => loss !== null)) return lost(key, losses);
    const keeps = losses.flatMap((loss, at) => (loss === null ? [at + 1] : []));
    const open = [...new Set(keeps.flatMap((number) => unstated(paths[number - 1], loses)))];
    const said = [count(`${key}_kept`, keeps.length, { numbers: listed(keeps.map(String)) })];
    return open.length ? [...said, count(`${key}_open`, open.length, { titles: listed(open) })] : said;
  }

  const before = (path, at) => (at ? path[at - 1] : null);

  function firstLoss(path, route, loses, byTitle) {
    const states = path.map((number, at) => loses(before(path, at), number));
    const move = states.indexOf(true);
    if (move < 0) return null;
    const loss = { move, route, title: named(path[move], byTitle), since: null, open: [] };
    const stated = states.lastIndexOf(false, move);
    if (byTitle || move === 0 || stated < 0 || stated === move - 1) return loss;
    return { ...loss, since: title(path[stated]), open: path.slice(stated + 1, move).map(title) };
  }

  function named(number, byTitle) {
    const { standing, category } = model.roles[number];
    return byTitle && standing === "undefined" && category === null ? say(byTitle, { title: title(number) }) : title(number);
  }

  function unstated(path, loses) {
    return path.filter((number, at) => loses(before(path, at), number) === null).map(title);
  }

  // Where it is lost on every route, and of which roles before that it is not stated.
  function lost(key, losses) {
    const late = losses.reduce((best, one) => (one.move > best.move ? one : best));
    const early = losses.reduce((best, one) => (one.move < best.move ? one : best));
    const isOne = new Set(losses.map((one) => one.title)).size === 1;
    const isSince = late.since !== null && new Set(losses.map((one) => one.since)).size === 1;
    if (isOne && isSince) return [count(`${key}_since`, losses.length, { start: late.since, end: late.title })];
    const said = isOne ? count(`${key}_lost`, losses.length, { end: late.title }) : say(`${key}_lost_between`, {
      last: late.title, latest: late.move, late: late.route, first: early.title, earliest: early.move, early: early.route });
    const open = [...new Set(losses.flatMap((one) => one.open))];
    return open.length ? [said, count(`${key}_open`, open.length, { titles: listed(open) })] : [said];
  }

  // That no way stays in its track, where that is not said by who comes to lead people.
  function tracks(routes) {
    const isChanged = routes.every(({ measures }) => measures[place("tracks")] && !measures[place("leading")]);
    return isChanged && !model.roles[routes[0].path[0]].leadsPeople ? [say("tracks_all")] : [];
  }

  // How little the first asks, and whether any other asks more.
  function asking(routes, counted, key, nothing) {
    const told = routes.map(({ measures }) => sentence(measures, counted, nothing));
    return say(told.every((one) => one === told[0]) ? `${key}_equal` : `${key}_best`, { told: told[0] });
  }

  function sentence(measures, counted, nothing) {
    const counts = Object.fromEntries(names.map((name, at) => [name, measures[at]]));
    counts.requirements -= counts.certificates;
    const told = counted.filter((name) => counts[name]).map((name) => count(`total_${name}`, counts[name])).join(", ");
    const stated = counted.length || !counts.unknown ? [told || say(nothing)] : [];
    return [...stated, ...(counts.unknown ? [count("open_steps", counts.unknown)] : [])].join("; ");
  }

  return { verdict };
}
