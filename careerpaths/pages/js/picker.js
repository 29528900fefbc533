// A text field that offers roles while somebody types: the combobox pattern of the ARIA Authoring Practices.

import { byId, element } from "./dom.js";

const LISTED = 40;

// `find(text)` gives role numbers, best first; `titleOf` and `describe` a role's title and second line; `onChoose(number or null)` is called when another role is chosen, or none.
export function makePicker(name, { find, titleOf, describe, words, announce, onChoose }) {
  const input = byId(`${name}-input`);
  const list = byId(`${name}-list`);
  const popup = list.parentElement;
  const note = popup.querySelector(".picker-note");
  const clear = byId(name).querySelector(".picker-clear");
  let chosen = null;
  let offered = [];
  let active = -1;

  input.addEventListener("input", () => offer(true));
  input.addEventListener("click", () => offer(false));
  input.addEventListener("keydown", pressed);
  input.addEventListener("blur", left);
  // A press on the list must not take the focus out of the field before the click arrives.
  popup.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(offered[Number(option.dataset.place)]);
  });
  clear.addEventListener("click", () => {
    choose(null);
    input.focus();
  });

  function offer(typed) {
    const asked = chosen !== null && input.value === titleOf(chosen) ? "" : input.value;
    offerAll(find(asked));
    if (typed) announce(note.textContent);
  }

  function offerAll(found) {
    offered = found.slice(0, LISTED);
    list.replaceChildren(...offered.map(option));
    active = -1;
    point();
    clear.hidden = !input.value;
    note.textContent = said(found.length);
    popup.hidden = false;
    open(offered.length > 0);
  }

  // Opens the list of what a name can mean, with the focus in the field; nothing is chosen by itself.
  function offerThese(text, numbers, why) {
    input.value = text;
    input.focus();
    if (!numbers.length) return;
    offerAll(numbers);
    note.textContent = why;
  }

  function said(count) {
    if (!count) return words.say("no_matches");
    return count > LISTED ? words.count("matches_more", count, { shown: String(LISTED) }) : words.count("matches", count);
  }

  function option(number, place) {
    return element("li", { role: "option", id: `${name}-option-${place}`, "aria-selected": "false", "data-place": place },
      element("span", { class: "option-title" }, titleOf(number)), element("span", { class: "option-facts" }, ` ${describe(number)}`));
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
  }

  function close() {
    popup.hidden = true;
    open(false);
    active = -1;
    point();
  }

  function point() {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", `${name}-option-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  }

  function pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) offer(false);
      if (!offered.length) return;
      active = active < 0 ? (step > 0 ? 0 : offered.length - 1) : (active + step + offered.length) % offered.length;
      point();
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      choose(offered[active]);
    } else if (event.key === "Enter" && take()) {
      close();
    } else if (event.key === "Escape" && !popup.hidden) {
      event.preventDefault();
      close();
    }
  }

  function left() {
    close();
    take();
  }

  // Takes what was typed where it means one role; an emptied field means none. True where something is chosen.
  function take() {
    if (!input.value.trim()) {
      if (chosen !== null) choose(null);
      return false;
    }
    if (chosen !== null && input.value === titleOf(chosen)) return true;
    const found = find(input.value);
    if (found.length === 1) choose(found[0]);
    return found.length === 1;
  }

  function choose(number) {
    show(number);
    close();
    onChoose(number);
  }

  // Shows a choice that was made elsewhere.
  function show(number) {
    chosen = number;
    input.value = number === null ? "" : titleOf(number);
    clear.hidden = number === null;
    input.removeAttribute("aria-invalid");
  }

  // What stands in the field and the roles that it can mean; null where nothing stands there.
  function asked() {
    const text = input.value.trim();
    if (!text) return null;
    return { text, numbers: chosen !== null && input.value === titleOf(chosen) ? [chosen] : find(text) };
  }

  return { show, asked, offerThese, input, chosen: () => chosen };
}
