// The picture: which part is drawn, the tools beside it, and what is lit up for an answer.

import { makeBackdrop } from "./backdrop.js";
import { makeCanvas } from "./canvas.js";
import { byId, element } from "./dom.js";
import { CORNERS, blockLook, moveLook, roleLook } from "./look.js";
import { neighbourhood, places } from "./scope.js";
import { onThemeChange, readTheme } from "./theme.js";

const SMALL = 40;

export function makePicture(model, words, drawing, { passes, onRole }) {
  const container = byId("picture");
  const body = byId("picture-body");
  const toggle = byId("picture-toggle");
  const scope = byId("picture-scope");
  const backdrop = makeBackdrop(model, words, drawing);
  const functionNames = [...new Set(model.roles.map((role) => role.functionName))].filter((name) => name !== null);
  let asked = { state: null, value: null };
  let shownBands = [];
  let deadEnds = [];
  let steps = [];
  let theme = null;
  let room = null;
  let kept = null;
  const canvas = makeCanvas(container, {
    onChoose: (id) => (scope.value === "blocks" ? chooseBlock(id) : onRole(id)),
    onBefore: (context, scale) => backdrop.drawBands(context, shownBands, theme, scale),
    onAfter: (context, box) => {
      backdrop.drawSecondFrames(context, deadEnds.map((role) => frameOf(role, box)), theme);
      backdrop.drawNumbers(context, steps.map(({ number, role }) => ({ number, box: frameOf(role, box) })), theme);
    },
  });

  toggle.addEventListener("click", () => open(body.hidden));
  scope.addEventListener("change", () => {
    kept = scope.value;
    draw();
  });
  onThemeChange(draw);
  const tools = {
    zoom_in: () => canvas.zoom(1.3), zoom_out: () => canvas.zoom(1 / 1.3), fit: () => canvas.fit(room),
    left: () => canvas.pan(1, 0), right: () => canvas.pan(-1, 0), up: () => canvas.pan(0, 1), down: () => canvas.pan(0, -1),
  };
  for (const button of body.querySelectorAll("[data-tool]")) button.addEventListener("click", tools[button.dataset.tool]);

  function open(isOpen) {
    body.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
    toggle.textContent = words.say(isOpen ? "picture_close" : "picture_open");
    if (isOpen) draw();
  }

  // What can be drawn, and what is drawn unless somebody chooses otherwise.
  function offer() {
    const { length } = model.roles;
    const canBlocks = functionNames.length > 1 && functionNames.length <= drawing.most_blocks;
    const choices = [];
    if (asked.value) choices.push(["answer", words.say("scope_answer")]);
    if (canBlocks) choices.push(["blocks", words.say("scope_blocks")]);
    if (length <= drawing.most_at_once) choices.push(["all", words.say("scope_all")]);
    choices.push(...functionNames.map((name, place) => [`function ${place}`, words.say("scope_function", { name })]));
    if (!choices.length) choices.push(["all", words.say("scope_all")]);
    if (!asked.value && length > drawing.most_at_first && !canBlocks) choices.unshift(["none", words.say("scope_none")]);
    scope.replaceChildren(...choices.map(([value, label]) => element("option", { value }, label)));
    const first = length <= drawing.most_at_first ? "all" : canBlocks ? "blocks" : "none";
    scope.value = staysWith(kept) ? kept : asked.value && length > SMALL ? "answer" : asked.value ? "all" : first;
  }

  // Who looks around in a part of the picture that they chose stays in it while cards of its roles are opened.
  function staysWith(value) {
    const number = asked.state?.card ?? null;
    if (value === null || number === null) return false;
    return value === "all" || value === `function ${functionNames.indexOf(model.roles[number].functionName)}`;
  }

  function show(state, value) {
    asked = { state, value };
    offer();
    draw();
  }

  function draw() {
    if (body.hidden) return;
    theme = readTheme(container.parentElement);
    if (scope.value === "blocks") drawBlocks();
    else drawRoles(chosenRoles());
  }

  function drawBlocks() {
    shownBands = [];
    deadEnds = [];
    steps = [];
    const named = new Set(model.roles.filter((role) => passes(role.number)).map(homeOf));
    const nodes = drawing.blocks.nodes.filter((node) => named.has(nameOf(node)));
    const shown = new Set(nodes.map((node) => node.id));
    const edges = drawing.blocks.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to));
    room = roomOf(nodes, drawing);
    canvas.draw(nodes.map((node) => blockLook(node, theme)), edges.map((edge) => moveLook(edge, theme, noMarks())), room);
    canvas.fit(room);
    byId("picture-said").textContent = words.count("picture_blocks", nodes.length);
  }

  // The name of the block that a role stands in: an undefined role stays with the first role that names it.
  function homeOf(role) {
    const [naming] = model.feeders[role.number];
    return role.functionName ?? (naming && model.roles[naming.start].functionName) ?? words.say("no_function");
  }

  function chosenRoles() {
    const { value } = scope;
    const numbers = model.roles.map((role) => role.number);
    if (value === "none") return [];
    if (value === "answer") return neighbourhood(model, asked.value, asked.state);
    if (value === "all") return numbers.filter(passes);
    const name = functionNames[Number(value.slice("function ".length))];
    const inside = new Set(numbers.filter((number) => model.roles[number].functionName === name));
    for (const number of [...inside]) {
      for (const move of model.next[number]) if (model.roles[move.end].standing === "undefined") inside.add(move.end);
    }
    return [...inside].filter(passes);
  }

  function drawRoles(numbers) {
    const shown = new Set(numbers);
    const marks = marksOf(asked.value, asked.state);
    const nodes = drawing.roles.nodes.filter((node) => shown.has(node.id));
    const spots = places(nodes, drawing);
    shownBands = backdrop.bands(spots);
    deadEnds = numbers.filter((number) => model.roles[number].standing === "dead-end");
    const dead = new Set(deadEnds);
    steps = (asked.value?.ways?.[0] ?? []).map((role, place) => ({ role, number: place })).slice(1).filter(({ role }) => shown.has(role));
    const edges = drawing.roles.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to));
    room = shownBands.length ? backdrop.extent(shownBands) : roomOf(nodes, drawing);
    canvas.draw(nodes.map((node) => roleLook(node, spots.get(node.id), theme, marks, dead.has(node.id))),
      edges.map((edge) => moveLook(edge, theme, marks)), room);
    canvas.fit(room);
    byId("picture-said").textContent = said(numbers.length);
    if (!numbers.length) container.replaceChildren(element("p", { class: "canvas-said" }, byId("picture-said").textContent));
    lookAt();
  }

  function said(count) {
    if (!count && scope.value === "none") return words.count("picture_empty", model.roles.length);
    return words.count("picture_drawn", count);
  }

  // The frame of a role: what the canvas calls its box is larger by the radius of its corners.
  function frameOf(role, box) {
    const { left, top, right, bottom } = box(role);
    const corner = CORNERS[model.roles[role].track] ?? CORNERS.other;
    return { left: left + corner, top: top + corner, right: right - corner, bottom: bottom - corner };
  }

  // With everything in view the chosen role is brought to the middle.
  function lookAt() {
    const number = asked.state?.card ?? null;
    if (number === null) return;
    canvas.select(number);
    if (scope.value === "all" && model.roles.length > SMALL) canvas.look(number);
  }

  function marksOf(value, state) {
    const marks = noMarks();
    if (!value) return marks;
    marks.chosen = new Set([state.card ?? state.from, state.card === null ? state.to : null].filter((one) => one !== null));
    for (const way of value.ways ?? []) for (let place = 1; place < way.length; place += 1) marks.ways.add(`${way[place - 1]}-${way[place]}`);
    value.ways?.[0].slice(1).forEach((end, place) => marks.way.set(`${value.ways[0][place]}-${end}`, place + 1));
    marks.lit = new Set(value.ways ? value.ways.flat() : neighbourhood(model, value, state));
    return marks;
  }

  function chooseBlock(block) {
    const place = functionNames.indexOf(nameOf(drawing.blocks.nodes[block]));
    if (place < 0) return;
    scope.value = `function ${place}`;
    kept = scope.value;
    draw();
  }

  offer();
  return { open, show, draw };
}

// The function that a block stands for is the first line of its label.
function nameOf(node) {
  return node.label.split("\n")[0];
}

// The room that blocks take, which stand wider apart than roles.
function roomOf(nodes, { column_width: width, row_height: height }) {
  const across = nodes.map((node) => node.x);
  const down = nodes.map((node) => node.y);
  return {
    left: Math.min(0, ...across) - width * 0.6, right: Math.max(0, ...across) + width * 0.6,
    top: Math.min(0, ...down) - height * 0.6, bottom: Math.max(0, ...down) + height * 0.6,
  };
}

function noMarks() {
  return { way: new Map(), ways: new Set(), chosen: new Set(), lit: null };
}
