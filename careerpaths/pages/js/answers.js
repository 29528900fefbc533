// Answers as plain values: a heading, a summary, and sections of blocks. One value is shown on the page, read out, and
// copied as text.
//
// A block is { kind: "paragraph", parts } | { kind: "steps", ordered, items: [{ parts, events, more }] }
// | { kind: "roles", numbers, title } | { kind: "facts", rows: [[label, text]] } | { kind: "more", title, blocks }.
// `isLong`: left out on paper, unless somebody opened it.

import { distances, moveBetween, routes, within } from "./routes.js";

export function makeAnswers(model, words, speech) {
  const { say, phrase, count, countPhrase } = words;
  const { role, link } = speech;
  const titleOf = (number) => role(number).title;
  const paragraph = (...parts) => ({ kind: "paragraph", parts });

  function answer({ from, to }) {
    if (from !== null && to !== null) return between(from, to);
    return from !== null ? onward(from) : toward(to);
  }

  function onward(number) {
    const title = titleOf(number);
    const sections = model.next[number].length ? [
      { heading: say("card_next"), blocks: nextSteps(number) },
      { heading: say("reach_heading"), blocks: reach(number, "next") },
    ] : [];
    return whole(say("from_heading", { title }), nextSummary(number), sections, number);
  }

  function nextSummary(number) {
    const lists = within(model, number, "next");
    if (!lists.length) return [speech.ending(number)];
    const next = count("next_count", lists[0].length);
    const all = lists.flat().length;
    if (lists.length === 1) return [say("from_summary_one", { title: titleOf(number), next })];
    return phrase("from_summary", { title: titleOf(number), next, count: String(all), moves: count("moves_count", lists.length) });
  }

  function toward(number) {
    const title = titleOf(number);
    const lists = within(model, number, "feeders");
    const sections = [];
    if (lists.length) {
      sections.push({ heading: say("card_feeders"), blocks: feeders(number) });
      sections.push({ heading: say("reach_to_heading"), blocks: reach(number, "feeders") });
    }
    const all = lists.flat().length;
    const isUnknown = role(number).standing === "undefined";
    const summary = lists.length
      ? [count("to_summary", all, { title, direct: String(lists[0].length) })] : [say("to_none", { title })];
    if (isUnknown) sections.unshift({ heading: null, blocks: [paragraph(speech.undefinedSentence(number))] });
    return whole(say("to_heading", { title }), summary, sections, lists.length ? null : number);
  }

  function between(from, to) {
    const heading = say("route_heading", { from: titleOf(from), to: titleOf(to) });
    if (from === to) return whole(heading, [say("route_same", { title: titleOf(from) })], []);
    const found = routes(model, from, to);
    if (!found.length) return { ...noWay(from, to, heading), roles: [from, to] };
    const values = { from: titleOf(from), to: titleOf(to) };
    const summary = [count("route_summary", found[0].length - 1, values), " ",
      found.length > 1 ? count("route_more", found.length) : say("route_only")];
    const sections = found.map((way, place) => routeSection(way, place + 1, way.filter((one) => !found[0].includes(one))));
    sections.push({ heading: null, blocks: [paragraph(say("route_time"))] });
    return { ...whole(heading, summary, sections), ways: found };
  }

  // `others` are the roles that the first way does not pass: they tell the ways apart.
  function routeSection(way, number, others) {
    const steps = way.slice(1).map((end, place) => stepItem(moveBetween(model, way[place], end)));
    const start = phrase("route_starts", { role: link(way[0]), facts: speech.facts(way[0]) });
    return {
      heading: count(others.length ? "route_title_by" : "route_title", steps.length,
        { number: String(number), roles: speech.listed(others.map(titleOf)) }),
      blocks: [paragraph(...start), { kind: "steps", ordered: true, items: steps }],
    };
  }

  function noWay(from, to, heading) {
    const onwards = within(model, from, "next").flat();
    const backwards = within(model, to, "feeders").flat();
    const values = { from: titleOf(from), to: titleOf(to) };
    const said = [
      onwards.length ? count("route_none_reach", onwards.length, values) : speech.ending(from),
      backwards.length ? say("route_none_begin", { ...values, feeders: shortened(backwards) }) : say("to_none", { title: titleOf(to) }),
    ];
    const unknown = onwards.filter((number) => role(number).standing === "undefined");
    if (unknown.length) said.push(say("route_none_unknown", { roles: shortened(unknown) }));
    if (backwards.length && distances(model, to, "next")[from] > 0) said.unshift(say("route_other_way", values));
    const sections = [{ heading: null, blocks: said.map((text) => paragraph(text)) }];
    if (onwards.length) sections.push({ heading: say("from_heading", { title: titleOf(from) }), blocks: nextSteps(from) });
    if (backwards.length) sections.push({ heading: say("to_heading", { title: titleOf(to) }), blocks: feeders(to) });
    return whole(heading, [say("route_none", values)], sections, from);
  }

  // The first titles of a long list, and how many others there are.
  function shortened(numbers) {
    const titles = numbers.slice(0, 4).map(titleOf);
    return speech.listed(numbers.length > 4 ? [...titles, count("others", numbers.length - 4)] : titles);
  }

  function nextSteps(number) {
    return [{ kind: "steps", ordered: false, items: model.next[number].map(stepItem) }];
  }

  function feeders(number) {
    const items = model.feeders[number].map((move) => ({ parts: speech.feeder(move), events: [], more: asks(move) }));
    return [{ kind: "steps", ordered: false, items }];
  }

  function stepItem(move) {
    return { parts: speech.step(move), events: speech.events(move), more: asks(move) };
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

  function reach(number, direction) {
    const lists = within(model, number, direction);
    return lists.map((numbers, place) => ({ kind: "roles", numbers, far: place + 1, title: count("reach_moves", place + 1) }));
  }

  // `number`: the role that the answer is about, where somebody stands there and may have no step to read about.
  function whole(heading, summary, sections, number = null) {
    return { heading, summary, sections, offer: true, todo: speech.todo(number) };
  }

  // Roles that the picture shows for a question, and how far each is from it.
  function around(number, direction, far) {
    return distances(model, number, direction).flatMap((moves, other) => (moves >= 0 && moves <= far ? [other] : []));
  }

  return { answer, nextSteps, feeders, reach, asked, around, paragraph, nextSummary, countPhrase };
}
