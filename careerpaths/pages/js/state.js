// What is asked, as the part of the address behind "#": role=ID, or from=ID and to=ID, each of which may be missing.

export const NOTHING = { from: null, to: null, card: null };

// What an address asks; null where it asks nothing (a link to a heading); `unknown` lists ids that are no role here.
export function parse(hash, byId) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const names = { role: "card", from: "from", to: "to" };
  const stated = Object.keys(names).filter((name) => asked.get(name));
  if (!stated.length) return null;
  const state = { ...NOTHING };
  const unknown = [];
  for (const name of stated) {
    const number = byId.get(asked.get(name));
    if (number === undefined) unknown.push(asked.get(name));
    else state[names[name]] = number;
  }
  return { state, unknown };
}

export function format(state, roles) {
  if (state.card !== null) return `#role=${roles[state.card].id}`;
  const parts = ["from", "to"].filter((name) => state[name] !== null).map((name) => `${name}=${roles[state[name]].id}`);
  return parts.length ? `#${parts.join("&")}` : "";
}
