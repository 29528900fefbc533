// "Not sure of your title?": job functions by job family, then the levels of the chosen one with the first sentence of their
// scope.

import { inReadingOrder } from "./data.js";
import { element } from "./dom.js";
import { fold } from "./search.js";

// Functions up to which they can be looked through without a field to narrow them.
const FEW = 20;

export function makeFinder(model, words, body, { onChoose, announce }) {
  const { say, count } = words;
  const listed = model.bands.map(() => []);
  for (const role of model.roles) if (role.standing !== "undefined") listed[role.band].push(role);
  const levels = element("div", { id: "finder-levels" });
  const families = model.families.map(family).filter(({ buttons }) => buttons.length);
  const buttons = families.flatMap((one) => one.buttons);
  body.replaceChildren(element("p", {}, say("choose_function")), ...(buttons.length > FEW ? [field()] : []),
    ...families.map((one) => one.part), levels);

  // The buttons of a job family, under its name where there are several.
  function family(one) {
    const made = inReadingOrder(one.bands.map((band) => model.bands[band])).filter(({ number }) => listed[number].length).map(button);
    const heading = model.families.length > 1 ? element("h3", {}, words.familyName(one)) : null;
    return { buttons: made, part: element("div", { class: "finder-family" }, heading, element("div", { class: "finder-functions" }, made)) };
  }

  function button(band) {
    const name = words.bandName(band);
    const roles = listed[band.number];
    return element("button", { type: "button", "aria-pressed": "false", "data-name": fold(name),
      onclick: (event) => choose(name, roles, event.currentTarget) }, count("function_item", roles.length, { name }));
  }

  function field() {
    const input = element("input", { id: "finder-filter", type: "text", autocomplete: "off", spellcheck: "false", oninput: () => narrow(input.value) });
    return element("p", { class: "finder-filter" }, element("label", { for: "finder-filter" }, say("finder_filter")), input);
  }

  function narrow(text) {
    const asked = fold(text).split(/\s+/);
    for (const one of buttons) one.hidden = !asked.every((word) => one.dataset.name.includes(word));
    for (const one of families) one.part.hidden = one.buttons.every((made) => made.hidden);
    announce(count("finder_matches", buttons.filter((one) => !one.hidden).length));
  }

  function choose(name, roles, pressed) {
    for (const one of buttons) one.setAttribute("aria-pressed", String(one === pressed));
    const heading = element("h3", { tabindex: -1 }, say("levels_of", { name }));
    levels.replaceChildren(heading, element("ul", { class: "finder-levels" }, roles.map(level)));
    heading.focus();
  }

  function level(role) {
    return element("li", {},
      element("p", {}, element("strong", {}, role.level ?? say("facts_none")), ": ", role.scope ?? say("scope_missing")),
      element("button", { type: "button", onclick: () => onChoose(role.number) }, say("this_is_me", { title: role.title })));
  }
}
