// An answer as text to paste into a mail: what the page shows, with the address that leads back to it.

import { sentenceOf } from "./words.js";

export function makePlain(model, words) {
  const { say } = words;
  const inline = (parts) => parts.map((part) => (typeof part === "string" ? part : model.roles[part.role].title)).join("");

  function block(value) {
    if (value.kind === "paragraph") return [inline(value.parts)];
    if (value.kind === "steps") return value.items.map((item, place) => step(item, value.ordered ? `${place + 1}. ` : "- "));
    if (value.kind === "roles") return [`${value.title}: ${value.numbers.map((number) => model.roles[number].title).join("; ")}`];
    if (value.kind === "facts") return value.rows.map(([label, text]) => `${label}: ${text}`);
    return [];
  }

  function step({ parts, events }, mark) {
    return events.length ? `${mark}${inline(parts)}: ${sentenceOf(events).join("")}` : `${mark}${inline(parts)}.`;
  }

  function section({ heading, blocks }) {
    return ["", ...(heading ? [heading] : []), ...blocks.flatMap(block)];
  }

  return function plain(value, head, address) {
    const lines = [value.heading, head, "", inline(value.summary), ...value.sections.flatMap(section), "",
      `${say("not_an_offer")} ${say("not_an_offer_more")}`, value.todo.at(-1)];
    return [...lines, ...(address ? [address] : [])].join("\n") + "\n";
  };
}
