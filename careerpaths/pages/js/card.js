// The card of one role, as the same kind of value as an answer.

const ATTRIBUTES = [
  ["job_code", "code"], ["level", "level"], ["category", "category"], ["job_function", "functionName"],
  ["job_family", "family"], ["personnel_program", "program"], ["flsa", "overtime"], ["tracking_code", "tracking"],
];

export function makeCard(model, words, speech, answers) {
  const { say, count } = words;

  function card(number) {
    const { title, standing } = model.roles[number];
    const sections = [
      ...optional("card_next", "next", number, () => answers.nextSteps(number)),
      ...(answers.leadsFar(number, "next") ? [{ heading: say("card_reach"), blocks: reach(number) }] : []),
      ...optional("card_feeders", "feeders", number, () => [...answers.feeders(number), ...farFeeders(number)]),
      { heading: say(standing === "undefined" ? "card_named" : "card_facts"), blocks: [...facts(number), ...sources(number)] },
    ];
    const moves = [...model.next[number], ...model.feeders[number]];
    const drawn = [...new Set([number, ...moves.flatMap((move) => [move.start, move.end])])];
    return { heading: title, summary: [summary(number)], sections, todo: speech.todo(number), drawn, moves: answers.keysOf(moves) };
  }

  function reach(number) {
    return [answers.paragraph(...answers.nextSummary(number)), ...answers.reach(number, "next", true)];
  }

  // The first lines: what the role is, what its scope begins with, and why it leads nowhere where it does.
  function summary(number) {
    if (model.roles[number].standing === "undefined") return speech.undefinedSentence(number);
    const said = [sentence(number), model.roles[number].scope, model.next[number].length ? null : speech.ending(number)];
    return said.filter((part) => part).join(" ");
  }

  function sentence(number) {
    const { title, level, category, functionName, overtime } = model.roles[number];
    const stated = (text) => text ?? say("not_stated");
    const known = { title, level: stated(level), category: stated(category), function: stated(functionName) };
    return say("card_sentence", { ...known, overtime: overtime ?? say("overtime_missing") });
  }

  function optional(heading, direction, number, blocks) {
    return model[direction][number].length ? [{ heading: say(heading), blocks: blocks() }] : [];
  }

  function farFeeders(number) {
    return answers.reach(number, "feeders", true);
  }

  function facts(number) {
    const role = model.roles[number];
    const stated = role.standing === "undefined" ? [] : ATTRIBUTES;
    const rows = stated.map(([key, name]) => [say(`attribute_${key}`), role[name] ?? say("not_stated")]);
    if (role.aliases.length) rows.push([say("card_aliases"), role.aliases.join("; ")]);
    if (role.documents.length) rows.push([say("card_documents"), role.documents.join("; ")]);
    rows.push(...role.requirements);
    return rows.length ? [{ kind: "facts", rows }] : [];
  }

  function sources(number) {
    const moves = [...model.next[number], ...model.feeders[number]];
    const rows = moves.flatMap((move) => move.sources.map((stated) => [between(move), speech.source(stated)]));
    const blocks = [...texts(number)];
    if (rows.length) blocks.push({ kind: "more", title: say("card_sources", { title: model.roles[number].title }), blocks: [{ kind: "facts", rows }] });
    return blocks;
  }

  function between(move) {
    return say("card_source_of", { from: model.roles[move.start].title, to: model.roles[move.end].title });
  }

  function texts(number) {
    if (model.roles[number].standing === "undefined") return [];
    const rows = model.texts(number);
    if (rows === null) return [answers.paragraph(say("texts_not_given"))];
    if (!rows.length) return [];
    const shown = rows.map((row) => [row.label, row.text, place(row)]);
    return [{ kind: "more", title: say("card_texts", { title: model.roles[number].title }), isLong: true, blocks: [{ kind: "facts", rows: shown }] }];
  }

  function place(row) {
    const places = ["line", "page", "sheet"].filter((name) => row[name] !== null);
    return [row.document, ...places.map((name) => say(`place_${name}`, row))].join(", ");
  }

  // One line on how many lead on and how many lead here, for the ear.
  function counts(number) {
    const { standing } = model.roles[number];
    const label = { undefined: "undefined_label", "not-stated": "not_stated_label" }[standing] ?? "dead_end_label";
    const next = model.next[number].length ? count("next_count", model.next[number].length) : say(label);
    return say("card_summary", { title: model.roles[number].title, next, feeders: count("feeders_count", model.feeders[number].length) });
  }

  return { card, counts };
}
