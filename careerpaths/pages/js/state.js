// What is asked, as the part of the address behind "#": role=ID, or from=ID and to=ID, each of which may be missing, and
// prefer=NAME where both are there and something else than the fewest moves comes first. A job code stands for an id as well.

export const NOTHING = { from: null, to: null, card: null, prefer: null };

// What an address asks; null where it asks nothing (a link to a heading). `named` gives the roles that a text names;
// `unknown` lists the texts that name none here, `several` those that name more than one: [part, text, numbers]. Of the
// `preferences` the first is meant where none is stated.
export function parse(hash, named, preferences = []) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const names = { role: "card", from: "from", to: "to" };
  const stated = Object.keys(names).filter((name) => asked.get(name));
  if (!stated.length) return null;
  const prefer = asked.get("prefer");
  const state = { ...NOTHING, prefer: preferences.slice(1).includes(prefer) ? prefer : null };
  const [unknown, several] = [[], []];
  for (const name of stated) {
    const text = asked.get(name);
    const numbers = named(text);
    if (numbers.length === 1) [state[names[name]]] = numbers;
    else if (numbers.length) several.push([name, text, numbers]);
    else unknown.push(text);
  }
  return { state, unknown, several };
}

export function format(state, roles) {
  if (state.card !== null) return `#role=${roles[state.card].id}`;
  const parts = ["from", "to"].filter((name) => state[name] !== null).map((name) => `${name}=${roles[state[name]].id}`);
  if (parts.length === 2 && state.prefer !== null) parts.push(`prefer=${state.prefer}`);
  return parts.length ? `#${parts.join("&")}` : "";
}
