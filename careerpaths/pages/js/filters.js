// Narrows the list of all roles and the picture to a job family, a job function, a category.

import { byId, element } from "./dom.js";

const FILTERS = { family: "family", function: "functionName", category: "category" };

function valueOf(name) {
  return name === null ? "missing" : `stated ${name}`;
}

export function makeFilters(model, words, announce, onChange) {
  const selects = Object.keys(FILTERS).map((name) => [FILTERS[name], byId(`filter-${name}`)]);
  const rows = [...document.querySelectorAll("tr[data-role]")];
  const tables = [...document.querySelectorAll("details.function")];
  const wasOpen = new Map(tables.map((table) => [table, table.open]));
  for (const [field, select] of selects) {
    const names = [...new Set(model.roles.map((role) => role[field]))];
    // Values are apart from texts: an employer may call a category "not stated".
    select.append(...names.filter((name) => name !== null).map((name) => element("option", { value: valueOf(name) }, name)));
    if (names.includes(null)) select.append(element("option", { value: valueOf(null) }, words.say("not_stated")));
    select.addEventListener("change", apply);
  }

  // Whether a role is let through: by what is stated of it, never by what is stated of a role that names it.
  function passes(number) {
    return selects.every(([field, select]) => !select.value || valueOf(model.roles[number][field]) === select.value);
  }

  function apply() {
    const narrowed = selects.some(([, select]) => select.value);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !passes(model.byId.get(row.dataset.role));
      shown += row.hidden ? 0 : 1;
    }
    for (const table of tables) {
      table.hidden = !table.querySelector("tbody tr:not([hidden])");
      countIn(table, narrowed);
      table.open = narrowed ? !table.hidden && shown <= 300 : wasOpen.get(table);
    }
    const said = narrowed
      ? words.count("filter_shown_of", shown, { all: words.count("counts", rows.length) }) : words.count("filter_shown", shown);
    byId("filter-said").textContent = narrowed ? said : "";
    announce(said);
    onChange();
  }

  function countIn(table, narrowed) {
    const all = table.querySelectorAll("tbody tr").length;
    const shown = table.querySelectorAll("tbody tr:not([hidden])").length;
    const whole = words.count("counts", all);
    table.querySelector(".count").textContent = narrowed ? words.say("counts_of", { shown: String(shown), all: whole }) : whole;
  }

  return { passes, narrowed: () => selects.some(([, select]) => select.value) };
}
