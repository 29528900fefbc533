// The page: questions in, answers out. Everything it does is done by the modules; here they are put together.

import { makeAnswers } from "./answers.js";
import { makeCard } from "./card.js";
import { copyText } from "./copy.js";
import { unpack } from "./data.js";
import { block, byId, element } from "./dom.js";
import { makeFilters } from "./filters.js";
import { makeFinder } from "./finder.js";
import { makeLookup } from "./lookup.js";
import { makePicker } from "./picker.js";
import { makePicture } from "./picture.js";
import { makePlain } from "./plain.js";
import { makeRender } from "./render.js";
import { makeSearch } from "./search.js";
import { makeSpeech } from "./speech.js";
import { NOTHING, format, parse } from "./state.js";
import { makeWords } from "./words.js";

const model = unpack(block("data"));
const tracks = block("tracks");
const words = { ...makeWords(block("text")), track: (track) => tracks[track] ?? "", bandName, familyName };
const speech = makeSpeech(model, words);
const answers = makeAnswers(model, words, speech);
const cards = makeCard(model, words, speech, answers);
const render = makeRender(model, words, speech);
const plain = makePlain(model, words);
const search = makeSearch(model.roles);
const lookup = makeLookup(model, model.vocabulary);
const head = document.querySelector(".masthead .edition").textContent;
const start = [...byId("answer-body").children];
const narrow = matchMedia("(max-width: 40em)");
const pageTitle = document.title;
const preferences = Object.keys(model.search.orders);
let state = NOTHING;
// Whether "Show the route" waits for a choice among several roles.
let isWaiting = false;

function bandName({ name, isShared }) {
  return isShared ? words.say("shared") : name ?? words.say("no_function");
}

function familyName({ name, isShared }) {
  return isShared ? words.say("shared") : name ?? words.say("no_family");
}

function announce(text) {
  // Emptied first, so that the same sentence twice is read twice.
  byId("announcer").textContent = "";
  setTimeout(() => { byId("announcer").textContent = text; }, 60);
}

function valueOf(asked) {
  if (asked.card !== null) return cards.card(asked.card);
  return asked.from === null && asked.to === null ? null : answers.answer(asked);
}

// Shows the answer to a question; `focus` moves to its heading.
function show(asked, { focus = false } = {}) {
  state = asked;
  isWaiting = false;
  const value = valueOf(asked);
  byId("answer-body").replaceChildren(...(value ? render.answer(value, tools(asked), actions(value)) : start));
  byId("form-error").textContent = "";
  for (const name of ["from", "to"]) {
    // What was typed and means no one role yet stays until it is asked.
    if (asked[name] !== null || pickers[name].chosen() !== null) pickers[name].show(asked[name]);
  }
  pickers.role.show(null);
  showPreference(asked, value);
  document.body.classList.toggle("answered", Boolean(value));
  if (value) announce(plainSummary(value, asked));
  document.title = value ? `${value.heading} \u2013 ${pageTitle}` : pageTitle;
  picture.show(asked, value);
  if (focus) arrive();
}

// What matters most is asked where it can change an answer: where routes are listed.
function showPreference(asked, value) {
  byId("preference").hidden = !value?.ways;
  byId("prefer").value = asked.prefer ?? preferences[0];
}

// Moves to the answer; on a phone its heading comes to the top, where the questions would hide what follows it.
function arrive() {
  byId("answer-heading").focus();
  if (narrow.matches) byId("answer-heading").scrollIntoView({ block: "start" });
}

// On a phone the two questions come first, and the search for any role below them.
function placeLookUp() {
  document.querySelector(narrow.matches ? ".questions" : ".masthead").append(document.querySelector(".look-up"));
}

function plainSummary(value, asked) {
  if (asked.card !== null) return cards.counts(asked.card);
  return value.summary.map((part) => (typeof part === "string" ? part : model.roles[part.role].title)).join("");
}

// Asks something new: the address follows, so that "back" in the browser goes back to the last answer.
function ask(asked, options) {
  const address = format(asked, model.roles);
  if (format(state, model.roles) !== address) history.pushState(null, "", address || location.pathname + location.search);
  show(asked, options);
}

// Buttons of a card: to make the role one end of a question, or to go back to the answer it was opened from.
function tools(asked) {
  if (asked.card === null) return [];
  const { from, to, card, prefer } = asked;
  const button = (key, next, values) => element("button", { type: "button", onclick: () => ask(next, { focus: true }) }, words.say(key, values));
  const made = [button("card_i_am", { from: card, to, card: null, prefer }), button("card_i_want", { from, to: card, card: null, prefer })];
  if (from !== null && from !== card) made.unshift(button("card_way", { from, to: card, card: null, prefer }, { from: model.roles[from].title }));
  if (from !== null || to !== null) {
    const back = { from, to, card: null, prefer };
    made.push(button("card_back", back, { heading: valueOf(back).heading }));
  }
  return [element("p", { class: "tools" }, made)];
}

function actions(value) {
  const place = element("div", { class: "copied" });
  const address = () => location.href.replace(/#.*$/, "") + format(state, model.roles);
  const action = (key, act) => element("button", { type: "button", onclick: act }, words.say(key));
  return element("div", { class: "actions" },
    action("copy_link", () => copyText(address(), place, words, announce)),
    action("copy_text", () => copyText(plain(value, head, address()), place, words, announce)),
    action("print", () => window.print()), place);
}

function makePickers() {
  const shared = {
    find, words, announce,
    titleOf: (number) => model.roles[number].title, describe: (number) => describe(number),
  };
  return {
    from: makePicker("from", { ...shared, onChoose: (number) => chosen("from", "to", number) }),
    to: makePicker("to", { ...shared, onChoose: (number) => chosen("to", "from", number) }),
    role: makePicker("role", { ...shared, onChoose: (number) => { if (number !== null) ask({ ...state, card: number }, { focus: true }); } }),
  };
}

// Who was asked which role they mean gets the way that they asked for, once both ends are known.
function chosen(name, other, number) {
  if (isWaiting && number !== null && pickers[other].asked()) resolve();
  else ask({ ...state, [name]: number, card: null });
}

// The roles that a name means; where none is called so, those of which code, level, function or category say it.
function find(text) {
  const found = lookup.matches(text);
  return found.length ? found : search.find(text);
}

function describe(number) {
  const { functionName } = model.roles[number];
  return [speech.facts(number), functionName].filter((part) => part).join(", ");
}

function showTheWay(event) {
  event.preventDefault();
  resolve();
}

function resolve() {
  const stated = { from: pickers.from.asked(), to: pickers.to.asked() };
  if (stated.from?.numbers.length && stated.to?.numbers.length) {
    [stated.from.numbers, stated.to.numbers] = lookup.together(stated.from.numbers, stated.to.numbers);
  }
  const open = ["from", "to"].find((name) => stated[name] && stated[name].numbers.length !== 1);
  if (open) complain(open, stated[open].text, stated[open].numbers);
  else if (!stated.from && !stated.to) complain("from", null, []);
  else ask({ ...state, from: stated.from?.numbers[0] ?? null, to: stated.to?.numbers[0] ?? null, card: null }, { focus: true });
}

function complain(name, text, found) {
  const near = found.length ? [] : text === null ? [] : search.nearest(text, 3);
  const said = text === null ? words.say("either")
    : found.length ? words.count("ambiguous_title", found.length, { title: text }) : words.say("unknown_title", { title: text });
  const titles = speech.listed(near.map((number) => model.roles[number].title));
  byId("form-error").textContent = near.length ? `${said} ${words.say("nearest", { titles })}` : said;
  announce(byId("form-error").textContent);
  pickers[name].input.setAttribute("aria-invalid", String(text !== null));
  pickers[name].input.setAttribute("aria-describedby", "form-error");
  pickers[name].offerThese(text ?? "", found, said);
  isWaiting = found.length > 0;
}

// A link to a role or an answer, anywhere on the page or in the address.
function follow(hash, options) {
  const parsed = parse(hash, model.named, preferences);
  if (!parsed) return false;
  const asked = parsed.state.card === null ? parsed.state : { ...state, card: parsed.state.card };
  show(asked, options);
  if (parsed.unknown.length) announceUnknown(parsed.unknown);
  for (const one of parsed.several.slice(0, 1)) complain(...one);
  return true;
}

function announceUnknown(texts) {
  byId("form-error").textContent = words.say("unknown_link", { names: speech.listed(texts) });
  announce(byId("form-error").textContent);
}

function clicked(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const parsed = parse(link.getAttribute("href"), model.named, preferences);
  if (!parsed) {
    // A heading of the page: the address keeps what is asked.
    byId(link.getAttribute("href").slice(1)).focus();
    return;
  }
  ask(parsed.state.card === null ? parsed.state : { ...state, card: parsed.state.card }, { focus: true });
}

function moved() {
  if (!follow(location.hash, { focus: true }) && !location.hash) show(NOTHING);
}

// Closed details print as closed: for the print they are filled and opened, without what is long, and closed afterwards.
function printing(isPrinting) {
  picture.paper(isPrinting);
  for (const details of document.querySelectorAll("#answer-body details:not(.long)")) {
    if (isPrinting ? details.open : !details.classList.contains("for-print")) continue;
    details.fill();
    details.open = isPrinting;
    details.classList.toggle("for-print", isPrinting);
  }
}

// Without scripts a link to a role leads to its row; with them it opens its card, and must not move the page.
for (const row of document.querySelectorAll("tr[id]")) {
  row.dataset.role = row.id.slice("role=".length);
  row.removeAttribute("id");
}
const filters = makeFilters(model, words, announce, () => picture.draw());
const picture = makePicture(model, words, block("drawing"),
  { passes: filters.passes, onRole: (number) => ask({ ...state, card: number }, { focus: true }) });
const pickers = makePickers();
makeFinder(model, words, byId("finder-body"), { announce, onChoose: (number) => {
  byId("finder").open = false;
  ask({ ...state, from: number, card: null }, { focus: true });
} });

byId("scripts-off").remove();
placeLookUp();
narrow.addEventListener("change", placeLookUp);
for (const part of document.querySelectorAll(".needs-scripts")) part.hidden = false;
byId("skip-answer").hidden = false;
byId("questions-form").addEventListener("submit", showTheWay);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("swap").addEventListener("click", () => ask({ ...state, from: state.to, to: state.from, card: null }));
byId("prefer").addEventListener("change", (event) => {
  ask({ ...state, prefer: preferences.slice(1).includes(event.target.value) ? event.target.value : null });
});
byId("start-again").addEventListener("click", () => {
  ask(NOTHING);
  pickers.from.show(null);
  pickers.to.show(null);
  pickers.from.input.focus();
});
document.addEventListener("click", clicked);
addEventListener("popstate", moved);
addEventListener("beforeprint", () => printing(true));
addEventListener("afterprint", () => printing(false));
picture.open(matchMedia("(min-width: 48em)").matches);
follow(location.hash, { focus: true });
