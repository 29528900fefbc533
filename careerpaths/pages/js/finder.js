// "Not sure of your title?": job functions, then the levels of the chosen one with the first sentence of their scope.

import { element } from "./dom.js";

export function makeFinder(model, words, body, onChoose) {
  const { say, count } = words;
  const functions = new Map();
  for (const role of model.roles.filter((one) => one.standing !== "undefined")) {
    const name = role.functionName ?? say("no_function");
    functions.set(name, [...(functions.get(name) ?? []), role]);
  }
  const levels = element("div", { id: "finder-levels" });
  const buttons = [...functions.keys()].map((name) => element("button",
    { type: "button", "aria-pressed": "false", onclick: (event) => choose(name, event.currentTarget) },
    count("function_item", functions.get(name).length, { name })));
  body.replaceChildren(element("p", {}, say("choose_function")), element("div", { class: "finder-functions" }, buttons), levels);

  function choose(name, pressed) {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === pressed));
    const heading = element("h3", { tabindex: -1 }, say("levels_of", { name }));
    levels.replaceChildren(heading, element("ul", { class: "finder-levels" }, functions.get(name).map(level)));
    heading.focus();
  }

  function level(role) {
    return element("li", {},
      element("p", {}, element("strong", {}, role.level ?? say("facts_none")), ": ", role.scope ?? say("scope_missing")),
      element("button", { type: "button", onclick: () => onChoose(role.number) }, say("this_is_me", { title: role.title })));
  }
}
