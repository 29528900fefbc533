// What the picture can show, from everything down to one function, and what it shows unless somebody chooses otherwise.

import { inReadingOrder } from "./data.js";
import { element } from "./dom.js";

// Functions up to which the list of choices needs no headings.
const FEW = 20;

export function makeChoices(model, words, drawing, select) {
  const { bands, families, roles } = model;
  const isLarge = bands.length > drawing.most_blocks && families.length > 1;

  // Choices for an organisation, with the answer first where there is one.
  function offer(hasAnswer) {
    const wide = [];
    if (hasAnswer) wide.push(["answer", words.say("scope_answer")]);
    if (isLarge) wide.push(["families", words.say("scope_families")]);
    else if (bands.length > 1) wide.push(["blocks", words.say("scope_blocks")]);
    if (roles.length <= drawing.most_at_once || !bands.length) wide.push(["all", words.say("scope_all")]);
    const inside = isLarge ? families.map((family, place) => [`family ${place}`, words.say("scope_family", { name: words.familyName(family) })]) : [];
    select.replaceChildren(...[...wide, ...inside].map(option), ...(bands.length > FEW ? grouped() : inReadingOrder(bands).map(ofBand).map(option)));
  }

  function option([value, label]) {
    return element("option", { value }, label);
  }

  function ofBand(band) {
    const name = words.bandName(band);
    return [`band ${band.number}`, band.isShared ? name : words.say("scope_function", { name })];
  }

  function grouped() {
    return families.map((family) => element("optgroup", { label: words.familyName(family) },
      inReadingOrder(family.bands.map((number) => bands[number])).map(ofBand).map(option)));
  }

  // What is drawn before anything is asked: as much as can be read.
  function first() {
    if (roles.length <= drawing.most_at_first) return "all";
    if (bands.length === 1) return "band 0";
    return isLarge ? "families" : "blocks";
  }

  // What a block stands for: a job family with several functions shows these, any other its roles.
  function ofBlock(block, shown) {
    if (shown !== "families") return `band ${block}`;
    const inside = families[block].bands;
    return inside.length > 1 ? `family ${block}` : `band ${inside[0]}`;
  }

  return { offer, first, ofBlock };
}
