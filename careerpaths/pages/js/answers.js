// Answers as plain values: a heading, a summary, and sections of blocks. One value is shown on the page, read out, and
// copied as text.
//
// A block is { kind: "paragraph", parts } | { kind: "steps", ordered, items: [{ parts, rest, lines, more }] }
// | { kind: "roles", numbers, title } | { kind: "facts", rows: [[label, text]] } | { kind: "more", title, blocks }.
// `isLong`: left out on paper, unless somebody opened it. `way`: the step was explained in the way of that number. `mark`
// stands beside the heading of a section.
//
// `drawn` are the roles that the picture of an answer shows: those that its words name, and no others. `moves`, where it
// is there, holds the moves that it shows ("start-end"); else it shows all between those roles.

import { distances, moveBetween, within } from "./around.js";
import { makeReasons } from "./reasons.js";
import { routes } from "./routes.js";
import { makeVerdicts } from "./verdicts.js";

// Roles up to which lists of those farther away stand open, and are in the picture.
const MOST_OPEN = 12;

export function makeAnswers(model, words, speech) {
  const { say, phrase, count } = words;
  const { role, link } = speech;
  const reasons = makeReasons(model, words);
  const { verdict } = makeVerdicts(model, words);
  const titleOf = (number) => role(number).title;
  const paragraph = (...parts) => ({ kind: "paragraph", parts });

  function answer({ from, to, prefer }) {
    if (from !== null && to !== null) return between(from, to, prefer);
    return from !== null ? onward(from) : toward(to);
  }

  function onward(number) {
    const title = titleOf(number);
    const sections = model.next[number].length ? [{ heading: say("card_next"), blocks: nextSteps(number) }] : [];
    if (leadsFar(number, "next")) sections.push({ heading: say("reach_heading"), blocks: reach(number, "next") });
    const drawn = [number, ...opened(number, "next").flat()];
    return { ...whole(say("from_heading", { title }), nextSummary(number), sections, number), drawn };
  }

  function nextSummary(number) {
    const lists = within(model, number, "next");
    if (!lists.length) return [speech.ending(number)];
    const next = count("next_count", lists[0].length);
    if (lists.length === 1) return [say("from_summary_one", { title: titleOf(number), next })];
    return [count("from_summary", lists.flat().length, { title: titleOf(number), next, moves: count("moves_count", lists.length) })];
  }

  function toward(number) {
    const title = titleOf(number);
    const lists = within(model, number, "feeders");
    const sections = [];
    if (lists.length) sections.push({ heading: say("card_feeders"), blocks: feeders(number) });
    if (leadsFar(number, "feeders")) sections.push({ heading: say("reach_to_heading"), blocks: reach(number, "feeders") });
    const all = lists.flat().length;
    const isUnknown = role(number).standing === "undefined";
    const summary = lists.length
      ? [count("to_summary", all, { title, direct: String(lists[0].length) })] : [say("to_none", { title })];
    if (isUnknown) sections.unshift({ heading: null, blocks: [paragraph(speech.undefinedSentence(number))] });
    const drawn = [number, ...opened(number, "feeders").flat()];
    return { ...whole(say("to_heading", { title }), summary, sections, lists.length ? null : number), drawn };
  }

  function between(from, to, prefer) {
    const heading = say("route_heading", { from: titleOf(from), to: titleOf(to) });
    if (from === to) return { ...whole(heading, [say("route_same", { title: titleOf(from) })], []), drawn: [from] };
    const choice = routes(model, from, to, prefer ?? Object.keys(model.search.orders)[0]);
    const found = choice.routes.map(({ path }) => path);
    if (!found.length) return noWay(from, to, heading);
    const told = new Map();
    const sections = choice.routes.map((one, place) => routeSection(one, place + 1, choice, told));
    sections.push({ heading: null, blocks: [paragraph(say("route_time"))] });
    const said = whole(heading, [routesSummary(choice, from, to, prefer)], sections);
    return { ...said, ways: found, drawn: [...new Set(found.flat())], moves: new Set(told.keys()) };
  }

  // How many moves and ways, what comes first, and what is not known or not shown.
  function routesSummary(choice, from, to, prefer) {
    const many = choice.routes.length;
    const fewest = Math.min(...[...choice.routes, choice.fewest].map(({ path }) => path.length)) - 1;
    const said = [count("route_summary", fewest, { from: titleOf(from), to: titleOf(to) }), ...unknownTarget(to)];
    if (many === 1) said.push(say("route_only"));
    else said.push(prefer ? count("route_more_by", many, { preference: say(`prefer_${prefer}`) }) : count("route_more", many));
    if (prefer) said.push(...verdict(choice, prefer));
    if (choice.isCut) said.push(say("search_cut"));
    else if (choice.hasMore) said.push(say("route_left_out"));
    return said.join(" ");
  }

  // That nobody says what the role asks that is wanted, where that is so.
  function unknownTarget(number) {
    if (role(number).saysWhatItAsks) return [];
    const isUndefined = role(number).standing === "undefined";
    return [say(isUndefined ? "target_not_described" : "target_asks_nothing", { title: titleOf(number) })];
  }

  // A way with why it is worth a look. `told` says in which way a move was explained first.
  function routeSection(one, number, choice, told) {
    const { path, isBeaten } = one;
    const steps = path.slice(1).map((end, place) => {
      const key = `${path[place]}-${end}`;
      const item = { ...stepItem(moveBetween(model, path[place], end)), way: told.get(key) ?? null };
      if (item.way === null) told.set(key, number);
      return item;
    });
    const start = phrase("route_starts", { role: link(path[0]), facts: speech.facts(path[0]) });
    const why = say("route_why", { why: reasons.why(one, choice) });
    return {
      heading: count("route_title", steps.length, { number: String(number) }), mark: isBeaten ? say("beaten") : null,
      blocks: [paragraph(why), paragraph(...start), { kind: "steps", ordered: true, items: steps }],
    };
  }

  function noWay(from, to, heading) {
    const onwards = within(model, from, "next").flat();
    const backwards = within(model, to, "feeders").flat();
    const values = { from: titleOf(from), to: titleOf(to) };
    const said = [
      onwards.length ? count("route_none_reach", onwards.length, values) : speech.ending(from),
      backwards.length ? count("route_none_begin", backwards.length, values) : say("to_none", { title: titleOf(to) }),
    ];
    const unknown = onwards.filter((number) => role(number).standing === "undefined");
    if (backwards.length && distances(model, to, "next")[from] > 0) said.unshift(say("route_other_way", values));
    const sections = [{ heading: null, blocks: [...said.map((text) => paragraph(text)), ...unknownEnds(unknown)] }];
    if (onwards.length) sections.push({ heading: say("from_heading", { title: titleOf(from) }), blocks: nextSteps(from) });
    if (backwards.length) sections.push({ heading: say("to_heading", { title: titleOf(to) }), blocks: feeders(to) });
    const steps = [...model.next[from], ...model.feeders[to]];
    const drawn = new Set([from, to, ...steps.flatMap((move) => [move.start, move.end])]);
    return { ...whole(heading, [say("route_none", values)], sections, from), drawn: [...drawn], moves: keysOf(steps) };
  }

  function keysOf(moves) {
    return new Set(moves.map((move) => `${move.start}-${move.end}`));
  }

  // Roles within reach of which nobody knows where they lead.
  function unknownEnds(numbers) {
    if (!numbers.length) return [];
    const list = { kind: "roles", numbers, far: 0, title: say("undefined_label") };
    return [paragraph(count("route_none_unknown", numbers.length)),
      { kind: "more", title: say("route_none_which"), blocks: [list], isLong: true }];
  }

  function nextSteps(number) {
    return [{ kind: "steps", ordered: false, items: model.next[number].map(stepItem) }];
  }

  function feeders(number) {
    const items = model.feeders[number].map((move) => ({ parts: speech.feeder(move), rest: null, lines: [], more: asks(move) }));
    return [{ kind: "steps", ordered: false, items }];
  }

  function stepItem(move) {
    return { parts: speech.step(move), ...speech.told(move), more: asks(move) };
  }

  // What the role at the end of a move asks, and who says that the move can be made.
  function asks(move) {
    const values = { from: titleOf(move.start), to: titleOf(move.end) };
    const blocks = role(move.end).standing === "undefined"
      ? [paragraph(speech.undefinedSentence(move.end))] : [...asked(move.end), ...newTexts(move, values)];
    if (move.basis === "title") blocks.push(paragraph(say("basis_title")));
    blocks.push(...move.sources.map((stated) => paragraph(speech.source(stated))));
    return { kind: "more", title: say("asks"), about: say("card_source_of", values), blocks };
  }

  function asked(number) {
    const { requirements } = role(number);
    return requirements.length ? [{ kind: "facts", rows: requirements }] : [paragraph(say("nothing_asked"))];
  }

  function newTexts(move, values) {
    const texts = model.texts(move.end);
    if (texts === null) return [paragraph(say("texts_not_given"))];
    const before = new Set(model.texts(move.start).map((row) => row.text));
    const listedAlready = new Set(role(move.end).requirements.map(([label]) => label));
    const rows = texts.filter((row) => row.isDemand && !before.has(row.text) && !listedAlready.has(row.label) && row.text.length > 40);
    if (!rows.length) return [paragraph(say("texts_same"))];
    const differing = { kind: "facts", rows: rows.map((row) => [row.label, row.text]), isLong: true };
    return [{ ...paragraph(say("texts_differ", values)), isLong: true }, differing];
  }

  // Whether anything is more than one move away.
  function leadsFar(number, direction) {
    return within(model, number, direction).length > 1;
  }

  // The lists that stand open: all roles one move away, and those farther away while they are few.
  function opened(number, direction) {
    let sum = 0;
    return within(model, number, direction).filter((numbers, place) => {
      sum += numbers.length;
      return !place || sum <= MOST_OPEN;
    });
  }

  // All within reach, by how far it is; what is too much for the eye can be opened. `isClosed`: as is all beyond one move.
  function reach(number, direction, isClosed = false) {
    const lists = within(model, number, direction);
    const blocks = lists.map((numbers, place) => ({ kind: "roles", numbers, far: place + 1, title: count("reach_moves", place + 1) }));
    const near = isClosed ? 1 : opened(number, direction).length;
    const rest = lists.slice(near).flat().length;
    const farther = { kind: "more", title: count("reach_farther", rest, { moves: count("moves_count", near + 1) }), blocks: blocks.slice(near), isLong: true };
    return [...blocks.slice(isClosed ? 1 : 0, near), ...(rest ? [farther] : [])];
  }

  // `number`: the role that the answer is about, where somebody stands there and may have no step to read about.
  function whole(heading, summary, sections, number = null) {
    return { heading, summary, sections, todo: speech.todo(number) };
  }

  return { answer, nextSteps, feeders, reach, leadsFar, keysOf, paragraph, nextSummary };
}
