// Sentences about roles and moves, as parts: strings, and { role: number } where a link to the role belongs.

export function makeSpeech(model, words) {
  const { say, phrase, count } = words;
  const role = (number) => model.roles[number];
  const link = (number) => ({ role: number });

  // "Experienced, code 8797", or what stands in its place.
  function facts(number) {
    const { standing, level, code } = role(number);
    if (standing === "undefined") return say("undefined_label");
    const key = level ? (code ? "facts_level_code" : "facts_level") : (code ? "facts_code" : "facts_none");
    const ending = standing === "dead-end" ? `; ${say("dead_end_label")}` : "";
    return say(key, { level, code }) + ending;
  }

  function direction(move) {
    return say(`direction_${move.direction || "none"}`);
  }

  function tracked(move) {
    return move.kind === "change-of-track" && role(move.end).track;
  }

  function elsewhere(move) {
    return move.kind === "cross-function" && role(move.end).functionName;
  }

  function step(move) {
    const { kind } = move;
    const bare = (kind === "change-of-track" && !tracked(move)) || (kind === "cross-function" && !elsewhere(move));
    return phrase(`step_${kind}${bare ? "_unknown" : ""}`, {
      role: link(move.end), facts: facts(move.end), direction: direction(move),
      track: tracked(move) && words.track(role(move.end).track), function: elsewhere(move),
    });
  }

  function feeder(move) {
    const from = role(move.start).functionName ?? say("no_function");
    return phrase(`feeder_${move.kind}`, { role: link(move.start), facts: facts(move.start), function: from });
  }

  // What the step asks and changes: lines under it, or, where nobody says what it asks, `rest` of its own sentence.
  function told(move) {
    const lines = move.lines.filter((line) => line !== null);
    return role(move.end).standing === "undefined" ? { rest: lines[0] ?? null, lines: lines.slice(1) } : { rest: null, lines };
  }

  function source(stated) {
    const places = ["row", "column", "line", "page", "sheet"].filter((name) => stated[name] !== null);
    const place = places.map((name) => say(`place_${name}`, stated)).join(", ");
    return say("says_who", { ...stated, place });
  }

  function undefinedSentence(number) {
    const { contact } = model;
    const key = contact ? "undefined_sentence_contact" : "undefined_sentence";
    return say(key, { title: role(number).title, contact });
  }

  // Why a role that leads nowhere leads nowhere.
  function ending(number) {
    const { title, standing } = role(number);
    if (standing === "undefined") return undefinedSentence(number);
    const key = { top: "top_sentence", "not-stated": "not_stated_sentence" }[standing] ?? "dead_end_sentence";
    return say(key, { title });
  }

  // What to do with an answer: read its steps, or, where a role leads nowhere, look around it.
  function todo(number) {
    const ask = model.contact ? say("do_ask_contact", { contact: model.contact }) : say("do_ask");
    if (number === null || model.next[number].length) return [say("do_read"), say("do_talk"), ask];
    const { title, functionName } = role(number);
    const said = model.feeders[number].length ? [say("do_who_leads", { title })] : [];
    if (functionName) said.push(say("do_look_around", { function: functionName }));
    return [...said, say("do_talk"), ask];
  }

  function listed(titles) {
    return words.listed(titles);
  }

  return { role, link, facts, step, feeder, told, source, undefinedSentence, ending, todo, listed, say, phrase, count };
}
