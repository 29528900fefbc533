// An answer as elements of the page.

import { element } from "./dom.js";

const LISTED = 24;

export function makeRender(model, words, speech) {
  const { say } = words;

  function link(number) {
    const { id, title } = model.roles[number];
    return element("a", { href: `#role=${id}` }, title);
  }

  function inline(parts) {
    return parts.map((part) => (typeof part === "string" ? part : link(part.role)));
  }

  function section({ heading, mark, blocks }) {
    const marked = mark ? [" ", element("span", { class: "mark" }, mark)] : [];
    return element("section", {}, heading ? element("h3", {}, heading, marked) : null, blocks.map(shown));
  }

  function shown(block) {
    return { paragraph, steps, roles, facts, more }[block.kind](block);
  }

  function paragraph({ parts, isLong }) {
    return element("p", { class: isLong ? "long" : null }, inline(parts));
  }

  function steps({ ordered, items }) {
    return element(ordered ? "ol" : "ul", { class: ordered ? "steps" : "steps steps-plain" }, items.map(step));
  }

  // One sentence, then what it asks and changes, one line under the other.
  function step({ parts, rest, lines, more: asks, way }) {
    const told = lines.map((line) => [" ", element("span", { class: "line" }, line)]);
    const sentence = element("p", { class: "step" }, element("span", { class: "move" }, inline(parts), rest ? `: ${rest}.` : "."), told);
    const before = way ? element("p", { class: "only-paper" }, say("asks_as_before", { number: String(way) })) : null;
    return element("li", { class: way ? "told" : null }, sentence, more(asks), before);
  }

  function roles({ title, numbers, far }) {
    const first = numbers.slice(0, LISTED);
    const list = element("ul", { class: "roles-list" }, first.map(listed));
    const rest = numbers.length - first.length;
    const all = rest ? element("button", { type: "button", onclick: () => {
      list.append(...numbers.slice(LISTED).map(listed));
      all.remove();
    } }, words.count("reach_rest", rest, { moves: words.count("moves_count", far) })) : null;
    return element("div", { class: "reach" }, element("h4", {}, title), list, all);
  }

  function listed(number) {
    const { standing } = model.roles[number];
    const marked = standing === "undefined" || standing === "dead-end";
    const label = element("span", { class: marked ? `facts mark-${standing}` : "facts" }, ` ${speech.facts(number)}`);
    return element("li", {}, link(number), label);
  }

  function facts({ rows, isLong }) {
    return element("dl", { class: isLong ? "long" : null }, rows.map(([label, text, place]) => element("div", {}, element("dt", {}, label),
      element("dd", {}, text, place ? element("span", { class: "place" }, ` (${place})`) : null))));
  }

  // `about` tells one from another for the ear; the eye sees where it stands.
  function more({ title, about, blocks, isLong }) {
    const hint = about ? element("span", { class: "unseen" }, ` (${about})`) : null;
    const details = element("details", { class: isLong ? "more long" : "more" }, element("summary", {}, title, hint));
    // Made when first opened, or for printing: a role may have pages of text.
    details.fill = () => {
      if (details.childElementCount === 1) details.append(...blocks.map(shown));
    };
    details.addEventListener("toggle", details.fill);
    return details;
  }

  function offer(todo) {
    return element("aside", { class: "offer", "aria-label": say("not_an_offer") },
      element("p", {}, element("strong", {}, say("not_an_offer")), ` ${say("not_an_offer_more")}`),
      element("h3", {}, say("do_next")),
      element("ul", {}, todo.map((text) => element("li", {}, text))));
  }

  // Heading, summary, `tools` (elements that belong to the page), sections, and what is under every answer.
  function answer(value, tools, actions) {
    return [
      element("h2", { id: "answer-heading", tabindex: -1 }, value.heading),
      element("p", { class: "summary" }, inline(value.summary)),
      ...tools,
      ...value.sections.map(section),
      offer(value.todo),
      actions,
    ];
  }

  return { answer };
}
