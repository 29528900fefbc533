// Which roles a name means, by the same rules and in the same order as on the command line: exact title, code, id, title
// spelt out, short form, beginnings of words, typing errors. The first rule with a match decides; the level number is
// never forgiven.

import { distance } from "./search.js";
import { folded, makeSpelling } from "./titles.js";

const SHORTEST_BEGINNING = 3;
const MUST_BE_EXACT = 3;
const LONG = 8;
const isNumber = (word) => /^\d+$/.test(word);

export function makeLookup(model, vocabulary) {
  const spelt = makeSpelling(vocabulary);
  const known = model.roles.map((role) => {
    const titles = [role.title, ...role.aliases];
    const keys = titles.map(spelt);
    return { ...role, titles, keys, spellings: titles.map((title, place) => new Set([...keys[place], ...folded(title)])) };
  });
  const rules = [byTitle, byCode, byAnyCase, byId, byKey, byShortForm, byBeginnings, byMisspelling];

  // Numbers of the roles that the first rule with a match gives, in reading order.
  function matches(text) {
    const asked = text.trim();
    if (!asked) return [];
    const name = { asked, low: asked.toLowerCase(), key: spelt(asked), words: folded(asked), isNear: remembered(isNear) };
    for (const rule of rules) {
      const found = known.filter((role) => rule(name, role));
      if (found.length) return found.map((role) => role.number);
    }
    return [];
  }

  // The candidates of two fields, resolved together: where one can be several roles, those that share a function with
  // the other end are preferred.
  function together(starts, ends) {
    if (starts.length === 1 && ends.length === 1) return [starts, ends];
    const goesWith = (one, others) => others.some((other) => [...functions(one)].some((name) => functions(other).has(name)));
    const narrowed = [starts.filter((one) => goesWith(one, ends)), ends.filter((one) => goesWith(one, starts))];
    return narrowed[0].length ? narrowed : [starts, ends];
  }

  // An undefined role counts in the functions of those who name it.
  function functions(number) {
    const naming = model.feeders[number].map((move) => move.start);
    const homes = model.roles[number].standing === "undefined" ? naming : [number];
    return new Set(homes.map((home) => folded(model.roles[home].functionName ?? "").join(" ")));
  }

  return { matches, together };
}

function byTitle({ asked }, role) {
  return role.titles.includes(asked);
}

function byCode({ asked }, role) {
  return role.code === asked;
}

function byAnyCase({ low }, role) {
  return role.code !== null && role.code.toLowerCase() === low;
}

function byId({ asked, words }, role) {
  return role.id === asked || role.id === words.join("-");
}

function byKey({ key }, role) {
  return key.length > 0 && role.keys.some((one) => one.join(" ") === key.join(" "));
}

function byShortForm({ key }, role) {
  return role.keys.some((title) => isShortFor(key, title, () => false));
}

function byBeginnings({ key }, role) {
  const begins = (part, word) => part.length >= SHORTEST_BEGINNING && word.startsWith(part);
  return role.keys.some((title) => isShortFor(key, title, begins));
}

function byMisspelling({ words, isNear: near }, role) {
  if (words.every(isNumber)) return false;
  const fits = (spellings) => words.every((part) => [...spellings].some((word) => near(part, word)));
  return role.keys.some((title, place) => isSameLevel(words, title) && fits(role.spellings[place]));
}

// Whether all words asked for stand in a title, in any order, each for a word of its own; numbers exactly.
function isShortFor(parts, title, fits) {
  if (!parts.length || !isSameLevel(parts, title)) return false;
  const left = [...title];
  return parts.every((part) => {
    const place = left.findIndex((word) => part === word || (!isNumber(part) && fits(part, word)));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

// Whether the last number asked for, if any, is the level number of a title; a number with words behind it may stand
// inside the title, behind the same word: the 2 of "tier 2 anl".
export function isSameLevel(parts, title) {
  const asked = parts.filter(isNumber);
  if (!asked.length || asked.at(-1) === title.filter(isNumber).at(-1)) return true;
  const follows = (list) => list.flatMap((word, place) => (place && isNumber(word) ? [`${list[place - 1]} ${word}`] : []));
  const inside = follows(title);
  const found = follows(parts);
  return !isNumber(parts.at(-1)) && found.length === asked.length && found.every((pair) => inside.includes(pair));
}

// The same comparison of two words, made once for each pair: most titles share their words.
function remembered(compare) {
  const known = new Map();
  return (part, word) => {
    const pair = `${part} ${word}`;
    if (!known.has(pair)) known.set(pair, compare(part, word));
    return known.get(pair);
  };
}

function isNear(part, word) {
  if (part === word) return true;
  const holdsNumber = (text) => /\d/.test(text) || /^[ivx]+$/.test(text);
  if (part.length <= MUST_BE_EXACT || holdsNumber(part) || holdsNumber(word)) return false;
  const allowed = part.length >= LONG ? 2 : 1;
  return distance(part, word, allowed) <= allowed;
}
