// The grammar of titles, as the program has it: words, folding, abbreviations spelt out, the level number in digits.

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*(?:\+\+|#)?|&/gu;
const ROMAN = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10 };
const JOINING = "-\u2010\u2011&/'+#_";
const GLUED = /^(\p{L}{3,})(\d{1,2})$/u;
const LONG = 4;

// The words of a text: { text, closing }, `closing` being its value where it closes a title as the level number.
function parsed(text) {
  const known = text.replace(/[\u2018\u2019\u02bc\u00b4`\u2032]/g, "'").replace(/[\p{Cf}\ufffd]/gu, "").normalize("NFKC");
  return [...known.matchAll(WORD)].map((match) => word(match[0], known, match.index));
}

function word(raw, text, start) {
  if (raw === "&") return { text: "and", closing: null };
  if (/^\d+$/.test(raw)) return { text: raw.length < LONG ? String(Number(raw)) : raw, closing: Number(raw.slice(0, 9)) };
  const roman = ROMAN[raw.toUpperCase()] ?? null;
  const joins = (mark) => mark !== "" && JOINING.includes(mark);
  const [before, after, behind] = [start - 1, start + raw.length, start + raw.length + 1].map((place) => text[place] ?? "");
  // No mark joins a numeral to another word: the X of "X-Ray" and the I of "I&C" are none.
  const isFree = !joins(before) && !joins(after) && !(after === "." && /[\p{L}\p{N}]/u.test(behind));
  return { text: raw.toLowerCase().replaceAll("'", ""), closing: isFree ? roman : null };
}

// Folded words, as they are written.
export function folded(text) {
  return parsed(text).map((one) => one.text);
}

// Gives a function from a title to its folded words, spelt out with the abbreviations, phrases and suffixes known.
export function makeSpelling({ abbreviations, phrases, suffixes, nouns }) {
  const isNoun = (text) => Object.hasOwn(abbreviations, text) || nouns.includes(text);

  function levelPlace(parts) {
    const last = parts.length - 1;
    if (last >= 1 && suffixes.includes(parts[last].text) && parts[last - 1].closing !== null) return last - 1;
    return last >= 0 && parts[last].closing !== null ? last : -1;
  }

  function spell(texts, at, level) {
    const phrase = phrases.find(([words]) => words.every((one, place) => texts[at + place] === one));
    if (phrase) return [phrase[0].length, phrase[1]];
    if (at === level || !Object.hasOwn(abbreviations, texts[at])) return [1, [texts[at]]];
    const isHead = at + 1 === texts.length || at + 1 === level;
    return [1, abbreviations[texts[at]][isHead ? 0 : 1].split(" ")];
  }

  return function spelt(title) {
    const parts = parsed(title);
    const texts = parts.map((one) => one.text);
    let level = levelPlace(parts);
    const glued = level < 0 && texts.length ? GLUED.exec(texts.at(-1)) : null;
    if (level >= 0) texts[level] = String(parts[level].closing);
    else if (glued && isNoun(glued[1])) {
      texts.splice(-1, 1, glued[1], String(Number(glued[2])));
      level = texts.length - 1;
    }
    const out = [];
    for (let at = 0; at < texts.length;) {
      const [taken, words] = spell(texts, at, level);
      out.push(...words);
      at += taken;
    }
    return out;
  };
}
