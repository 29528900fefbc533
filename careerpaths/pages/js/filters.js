// Narrows the list of all roles and the picture to a job family, a job function, a category.

import { byId, element } from "./dom.js";

const FILTERS = { family: "family", function: "functionName", category: "category" };

export function makeFilters(model, words, announce, onChange) {
  const selects = Object.keys(FILTERS).map((name) => [FILTERS[name], byId(`filter-${name}`)]);
  const rows = [...document.querySelectorAll("tr[data-role]")];
  const tables = [...document.querySelectorAll("details.function")];
  const wasOpen = new Map(tables.map((table) => [table, table.open]));
  for (const [field, select] of selects) {
    const names = [...new Set(model.roles.map((role) => role[field]).filter((name) => name !== null))];
    select.append(...names.map((name) => element("option", { value: name }, name)));
    select.addEventListener("change", apply);
  }

  // Whether a role is let through; a role that is only named stays with the roles that name it.
  function passes(number) {
    const shownBy = model.roles[number].standing === "undefined" ? model.feeders[number].map((move) => move.start) : [number];
    return shownBy.some((one) => selects.every(([field, select]) => !select.value || model.roles[one][field] === select.value));
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
      table.open = narrowed ? !table.hidden && shown <= 300 : wasOpen.get(table);
    }
    const said = words.count("filter_shown", shown);
    byId("filter-said").textContent = narrowed ? said : "";
    announce(said);
    onChange();
  }

  return { passes, narrowed: () => selects.some(([, select]) => select.value) };
}
