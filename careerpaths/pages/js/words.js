// Interface texts with values put in. The texts themselves come with the page; none is written in a script.

export function makeWords(texts) {
  const counting = new Intl.NumberFormat("en");

  function template(key) {
    if (!Object.hasOwn(texts, key)) throw new Error(`no text is called ${key}`);
    return texts[key];
  }

  // The text as a list of parts: strings, and values that are shown in a way of their own (a role as a link).
  function phrase(key, values = {}) {
    const parts = template(key).split(/\{(\w+)\}/);
    return parts.flatMap((part, place) => (place % 2 ? values[part] : part)).filter((part) => part !== "");
  }

  function say(key, values = {}) {
    return phrase(key, values).map(String).join("");
  }

  function chosen(key, count) {
    return count === 1 && Object.hasOwn(texts, `${key}_one`) ? `${key}_one` : key;
  }

  function count(key, number, values = {}) {
    return say(chosen(key, number), { ...values, count: counting.format(number) });
  }

  function countPhrase(key, number, values = {}) {
    return phrase(chosen(key, number), { ...values, count: counting.format(number) });
  }

  // "A, B and C".
  function listed(names) {
    return names.length > 1 ? say("and", { first: names.slice(0, -1).join(", "), last: names.at(-1) }) : names.join("");
  }

  return { say, phrase, count, countPhrase, listed, has: (key) => Object.hasOwn(texts, key) };
}
