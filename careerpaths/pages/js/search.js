// Finds roles by what people type: parts of words, abbreviations, small typing errors. A number is never forgiven:
// "Spec 4" for "Spec 5" would be another role.

const ROMAN = { i: "1", ii: "2", iii: "3", iv: "4", v: "5", vi: "6" };
const TITLE = 3;
const OTHER = 1;
const EXACT = 100;

export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export function words(text) {
  const found = fold(text).match(/\p{L}+|\p{N}+/gu) ?? [];
  return found.map((word) => ROMAN[word] ?? word);
}

export function makeSearch(roles) {
  const places = new Map();
  for (const role of roles) {
    index(places, role, [role.title, ...role.aliases], TITLE);
    index(places, role, [role.code, role.level, role.functionName, role.category], OTHER);
  }
  const vocabulary = [...places.keys()];
  const names = roles.map((role) => new Set([role.title, ...role.aliases, role.code ?? ""].map((text) => words(text).join(" "))));
  const levels = roles.map((role) => [role.title, ...role.aliases].map((title) => words(title).filter(isShort).at(-1)));

  // Numbers of the roles that match every word of the query, best first, ties in reading order.
  function find(query) {
    const asked = words(query);
    if (!asked.length) return roles.map((role) => role.number);
    const scores = asked.map((word) => scored(word, vocabulary, places));
    const [first, ...rest] = scores;
    const whole = asked.join(" ");
    const level = asked.filter(isShort).at(-1);
    const found = [...first.keys()].filter((number) => rest.every((one) => one.has(number))
      && (level === undefined || levels[number].includes(level)));
    const total = (number) => scores.reduce((sum, one) => sum + one.get(number), (names[number].has(whole) ? EXACT : 0));
    return found.map((number) => [total(number), number]).sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(([, n]) => n);
  }

  // Roles that share most words with a query that nothing matches.
  function nearest(query, most) {
    const scores = new Map();
    for (const word of words(query)) {
      for (const [number, score] of scored(word, vocabulary, places)) scores.set(number, (scores.get(number) ?? 0) + score);
    }
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([number]) => number);
  }

  return { find, nearest };
}

// Whether a word is a number short enough to be a level: a longer one may be the beginning of a code.
function isShort(word) {
  return /^\p{N}{1,2}$/u.test(word);
}

function index(places, role, texts, weight) {
  for (const word of new Set(texts.filter((text) => text !== null).flatMap(words))) {
    if (!places.has(word)) places.set(word, new Map());
    const found = places.get(word);
    found.set(role.number, Math.max(weight, found.get(role.number) ?? 0));
  }
}

function scored(word, vocabulary, places) {
  const scores = new Map();
  for (const known of vocabulary) {
    const nearness = near(word, known);
    if (!nearness) continue;
    for (const [number, weight] of places.get(known)) {
      scores.set(number, Math.max(scores.get(number) ?? 0, nearness * weight));
    }
  }
  return scores;
}

// How well a typed word stands for a known one: 4 the same, 0 not at all.
export function near(word, known) {
  if (word === known) return 4;
  if (/\p{N}/u.test(word)) return word.length > 2 && known.startsWith(word) ? 3 : 0;
  if (/\p{N}/u.test(known)) return 0;
  if (known.startsWith(word)) return 3;
  if (abbreviates(word, known) || abbreviates(known, word)) return 2;
  const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  return allowed && distance(word, known, allowed) <= allowed ? 1 : 0;
}

// "mgr" for "manager": same first letter, the others in order, at least two left out.
function abbreviates(short, long) {
  if (short.length < 3 || long.length < short.length + 2 || short[0] !== long[0]) return false;
  let place = 0;
  for (const letter of long) if (letter === short[place]) place += 1;
  return place === short.length;
}

// Letters to change, add, leave out or swap with their neighbour (Damerau, optimal string alignment).
export function distance(word, known, most) {
  if (Math.abs(known.length - word.length) > most) return most + 1;
  let before = null;
  let last = Array.from({ length: known.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= known.length; column += 1) {
      const same = word[row - 1] === known[column - 1];
      current[column] = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && word[row - 1] === known[column - 2] && word[row - 2] === known[column - 1];
      if (swapped) current[column] = Math.min(current[column], before[column - 2] + 1);
    }
    before = last;
    last = current;
  }
  return last[known.length];
}
