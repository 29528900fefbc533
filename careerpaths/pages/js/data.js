// Roles and moves out of the page's block of data: texts are kept there once and referred to by place (-1 = not stated).

export function unpack(data) {
  const text = (place) => (place < 0 ? null : data.strings[place]);
  const roles = data.roles.map((row, number) => role(row, number, text));
  const moves = data.moves.map((row) => move(row, text, data));
  const bands = bandsOf(data, roles, text);
  const next = roles.map(() => []);
  const feeders = roles.map(() => []);
  for (const one of moves) {
    next[one.start].push(one);
    feeders[one.end].push(one);
  }
  // Moves are stored by start, then end; feeders come out by start, which is reading order as well.
  const byId = new Map(roles.map((one) => [one.id, one.number]));
  const named = namesOf(roles);
  return { roles, moves, bands, families: familiesOf(bands), next, feeders, byId, named, contact: data.contact, vocabulary: data.vocabulary, search: data.search, texts: (number) => longTexts(data, number, text) };
}

// Gives a function from what a link names, an id or a job code in any case, to the roles that it can mean.
function namesOf(roles) {
  const ids = new Map(roles.map((one) => [one.id.toLowerCase(), [one.number]]));
  const codes = new Map();
  for (const { code, number } of roles.filter((one) => one.code !== null)) {
    codes.set(code.toLowerCase(), [...(codes.get(code.toLowerCase()) ?? []), number]);
  }
  return (text) => ids.get(text.toLowerCase()) ?? codes.get(text.trim().toLowerCase()) ?? [];
}

// Functions in the order of the picture; `first` is the role that comes first in reading order.
function bandsOf(data, roles, text) {
  const firsts = new Map();
  for (const { band, number } of roles) if (!firsts.has(band)) firsts.set(band, number);
  return data.bands.map(([name, family, isShared], number) => (
    { number, name: text(name), family: text(family), isShared: Boolean(isShared), first: firsts.get(number) }));
}

// The same functions in the order in which they are read, those that are none last.
export function inReadingOrder(bands) {
  return [...bands].sort((a, b) => a.isShared - b.isShared || a.first - b.first);
}

// Job families in the order of the picture: { name, isShared, bands }; the roles that several functions name are none.
function familiesOf(bands) {
  const families = new Map();
  for (const { number, family, isShared } of bands) {
    const key = `${isShared} ${family === null} ${family}`;
    if (!families.has(key)) families.set(key, { name: family, isShared, bands: [] });
    families.get(key).bands.push(number);
  }
  return [...families.values()];
}

function role(facts, number, text) {
  const [id, title, code, level, category, functionName, family, program, flsa, tracking, overtime, scope] = facts;
  const [track, standing, band, row, column, ladder, order, aliases, requirements, documents] = facts.slice(12);
  const [saysWhatItAsks, isNotEligible, leadsPeople] = facts.slice(22);
  return {
    number, id, title, track, standing, band, row, column, ladder, order,
    code: text(code), level: text(level), category: text(category), functionName: text(functionName),
    family: text(family), program: text(program), flsa: text(flsa), tracking: text(tracking),
    overtime: text(overtime), scope: text(scope), aliases: aliases.map(text), documents: documents.map(text),
    requirements: pairs(requirements.map(text)), saysWhatItAsks: Boolean(saysWhatItAsks),
    isNotEligible: answered(isNotEligible), leadsPeople: answered(leadsPeople),
  };
}

function pairs(flat) {
  return flat.flatMap((label, place) => (place % 2 ? [] : [[label, flat[place + 1]]]));
}

// Yes and no; null where nothing is stated that tells.
function answered(number) {
  return number < 0 ? null : Boolean(number);
}

// `lines`: what must newly be had, what changes for the person, how much of the work is new, or what all is not stated;
// null where it is not said. `comesToLead`: whether the role behind the move leads people.
function move([start, end, kind, direction, basis, sources, leads, measures, lines], text, data) {
  return {
    start, end, kind, direction, basis, measures: data.measures[measures], lines: data.lines[lines].map(text), comesToLead: answered(leads),
    sources: sources.map(([document, row, column, cell, line, page, sheet]) => (
      { document: text(document), row: text(row), column: text(column), text: text(cell), line, page, sheet })),
  };
}

// Every row that is stated of a role; null where the page was made without the long texts.
function longTexts(data, number, text) {
  if (data.texts === null) return null;
  return data.texts[number].map(([label, said, document, line, page, sheet, isDemand]) => (
    { label: text(label), text: text(said), document: text(document), line, page, sheet, isDemand: Boolean(isDemand) }));
}
