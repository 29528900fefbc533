// Roles and moves out of the page's block of data: texts are kept there once and referred to by place (-1 = not stated).

export function unpack(data) {
  const text = (place) => (place < 0 ? null : data.strings[place]);
  const roles = data.roles.map((row, number) => role(row, number, text));
  const moves = data.moves.map((row) => move(row, text, data.changes));
  const next = roles.map(() => []);
  const feeders = roles.map(() => []);
  for (const one of moves) {
    next[one.start].push(one);
    feeders[one.end].push(one);
  }
  // Moves are stored by start, then end; feeders come out by start, which is reading order as well.
  const byId = new Map(roles.map((one) => [one.id, one.number]));
  return { roles, moves, next, feeders, byId, contact: data.contact, vocabulary: data.vocabulary, texts: (number) => longTexts(data, number, text) };
}

function role(row, number, text) {
  const [id, title, code, level, category, functionName, family, program, flsa, tracking, overtime, scope] = row;
  const [track, standing, x, y, aliases, requirements, documents] = row.slice(12);
  return {
    number, id, title, track, standing, x, y,
    code: text(code), level: text(level), category: text(category), functionName: text(functionName),
    family: text(family), program: text(program), flsa: text(flsa), tracking: text(tracking),
    overtime: text(overtime), scope: text(scope), aliases: aliases.map(text), documents: documents.map(text),
    requirements: pairs(requirements.map(text)),
  };
}

function pairs(flat) {
  return flat.flatMap((label, place) => (place % 2 ? [] : [[label, flat[place + 1]]]));
}

function move([start, end, kind, direction, basis, sources, reasons], text, changes) {
  return {
    start, end, kind, direction, basis,
    sources: sources.map(([document, row, column, cell, line, page, sheet]) => (
      { document: text(document), row: text(row), column: text(column), text: text(cell), line, page, sheet })),
    changes: reasons.map((reason) => ({ sentence: text(changes[reason][0]), attribute: changes[reason][1] })),
  };
}

// Every row that is stated of a role; null where the page was made without the long texts.
function longTexts(data, number, text) {
  if (data.texts === null) return null;
  return data.texts[number].map(([label, said, document, line, page, sheet, isDemand]) => (
    { label: text(label), text: text(said), document: text(document), line, page, sheet, isDemand: Boolean(isDemand) }));
}
