// The picture: which part is drawn, the tools beside it, and what is lit up for an answer.

import { makeBackdrop } from "./backdrop.js";
import { bend } from "./bends.js";
import { EDGE, makeCanvas } from "./canvas.js";
import { makeChoices } from "./choices.js";
import { inReadingOrder } from "./data.js";
import { byId, element } from "./dom.js";
import { explain, keysOfBlocks, keysOfRoles } from "./legend.js";
import { rowsOf } from "./levels.js";
import { BLOCK_TEXT, CORNERS, ROLE_TEXT, WIDE, blockLook, moveLook, roleLook } from "./look.js";
import { blockPlaces, places, shelved } from "./scope.js";
import { onThemeChange, readTheme } from "./theme.js";

// Pixels that a text of the picture is high, at least, when it is first shown.
const LEGIBLE = 11;
// Roles up to which lines are led around other roles; blocks up to which lines between them can be followed.
const MOST_BENT = 80;
const MOST_LINED = 24;
// A picture narrower than this many pixels has narrower roles.
const NARROW = 480;
const GAP = 46;
const HEAD = 66;
// On paper: pixels of the width, of the height at least and at most, how large a text is at least, and how sharp.
const PAPER = { width: 680, low: 340, high: 520, least: 0.62, sharp: 2 };

export function makePicture(model, words, drawing, { passes, onRole }) {
  const container = byId("picture");
  const body = byId("picture-body");
  const toggle = byId("picture-toggle");
  const scope = byId("picture-scope");
  const backdrop = makeBackdrop(model, words);
  const choices = makeChoices(model, words, drawing, scope);
  let asked = { state: null, value: null };
  let shownBands = [];
  let deadEnds = [];
  let steps = [];
  let theme = null;
  let room = null;
  let kept = null;
  let drawnWidth = 0;
  const canvas = makeCanvas(container, {
    onChoose: (id) => (isBlocks() ? chooseBlock(id) : onRole(id)),
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
  addEventListener("resize", () => {
    if (!body.hidden && container.clientWidth !== drawnWidth) draw();
  });
  const tools = {
    zoom_in: () => canvas.zoom(1.3), zoom_out: () => canvas.zoom(1 / 1.3), fit: () => canvas.fit(room),
    left: () => canvas.pan(-1, 0), right: () => canvas.pan(1, 0), up: () => canvas.pan(0, -1), down: () => canvas.pan(0, 1),
  };
  for (const button of body.querySelectorAll("[data-tool]")) button.addEventListener("click", tools[button.dataset.tool]);

  function open(isOpen) {
    body.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
    toggle.textContent = words.say(isOpen ? "picture_close" : "picture_open");
    if (isOpen) draw();
  }

  function offer() {
    choices.offer(Boolean(asked.value));
    scope.value = staysWith(kept) ? kept : asked.value ? "answer" : choices.first();
  }

  // Who looks around in a part of the picture that they chose stays in it while cards of its roles are opened.
  function staysWith(value) {
    const number = asked.state?.card ?? null;
    if (value === null || number === null) return false;
    return value === "all" || value === `band ${model.roles[number].band}`;
  }

  function show(state, value) {
    asked = { state, value };
    offer();
    draw();
  }

  function isBlocks() {
    return scope.value === "families" || scope.value === "blocks" || scope.value.startsWith("family ");
  }

  function draw() {
    if (body.hidden) return;
    theme = readTheme(container.parentElement);
    drawnWidth = container.clientWidth;
    if (isBlocks()) drawBlocks(scope.value);
    else drawRoles(chosenRoles());
  }

  function drawBlocks(chosen) {
    [shownBands, deadEnds, steps] = [[], [], []];
    const { nodes, edges } = chosen === "families" ? drawing.families : drawing.blocks;
    const numbers = blocksOf(chosen);
    const shown = new Set(numbers);
    const inside = numbers.map((number) => nodes[number]);
    const least = LEGIBLE / BLOCK_TEXT;
    const spots = blockPlaces(inside, drawing, Math.floor(container.clientWidth / (drawing.block_width * least)));
    const lines = inside.length > MOST_LINED ? [] : edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to));
    room = roomOf(spots, drawing.block_width, drawing.block_height);
    canvas.draw(inside.map((node) => blockLook({ ...node, ...spots.get(node.id) }, theme)),
      lines.map((edge) => moveLook(edge, theme, noMarks())), room, least);
    const isWhole = canvas.begin(room, { x: room.left, y: room.top }, least);
    container.dataset.drawn = "";
    explain(keysOfBlocks(lines));
    const counted = inside.filter((node) => !(chosen === "families" ? model.families : model.bands)[node.id].isShared);
    tell(words.count(chosen === "families" ? "picture_families" : "picture_blocks", counted.length), isWhole);
  }

  // Numbers of the blocks to draw: those with a role that the filters let through.
  function blocksOf(chosen) {
    const through = new Set(model.roles.filter((role) => passes(role.number)).map((role) => role.band));
    if (chosen === "families") return model.families.flatMap((family, place) => (family.bands.some((band) => through.has(band)) ? [place] : []));
    const bands = chosen === "blocks" ? model.bands.map((band) => band.number) : model.families[Number(chosen.slice("family ".length))].bands;
    const inside = bands.filter((band) => through.has(band));
    // Near each other as they exchange people, while lines show it; else as they are looked for.
    return inside.length > MOST_LINED ? inReadingOrder(inside.map((band) => model.bands[band])).map(({ number }) => number) : inside;
  }

  function chosenRoles() {
    const { value } = scope;
    if (value === "answer") return asked.value.drawn;
    const numbers = model.roles.map((role) => role.number).filter(passes);
    if (value === "all") return numbers;
    const band = Number(value.slice("band ".length));
    const inside = new Set(numbers.filter((number) => model.roles[number].band === band));
    for (const number of [...inside]) {
      for (const move of model.next[number]) if (model.roles[move.end].standing === "undefined" && passes(move.end)) inside.add(move.end);
    }
    return [...inside];
  }

  function drawRoles(numbers) {
    const shown = new Set(numbers);
    const marks = marksOf(asked.value, asked.state);
    const nodes = drawing.roles.nodes.filter((node) => shown.has(node.id));
    const edges = drawing.roles.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to) && isDrawn(edge));
    const isAll = scope.value === "all";
    const wide = isAll ? WIDE.all : container.clientWidth < NARROW ? WIDE.narrow : WIDE.normal;
    const least = LEGIBLE / ROLE_TEXT;
    const { spots, frames } = isAll ? { spots: places(nodes, drawing), frames: null } : spotsOf(numbers, edges, wide, least);
    shownBands = backdrop.bands(spots, frames, wide.column, wide.row);
    deadEnds = numbers.filter((number) => model.roles[number].standing === "dead-end");
    steps = (asked.value?.ways?.[0] ?? []).map((role, place) => ({ role, number: place })).slice(1).filter(({ role }) => shown.has(role));
    room = shownBands.length ? backdrop.extent(shownBands) : roomOf(spots, wide.column, wide.row);
    const dead = new Set(deadEnds);
    canvas.draw(nodes.map((node) => roleLook(node, spots.get(node.id), theme, marks, dead.has(node.id), wide.box)),
      edges.map((edge) => moveLook(isAll ? edge : bent(edge, edges, spots, wide), theme, marks)), room, least);
    container.dataset.drawn = nodes.map((node) => model.roles[node.id].id).join(" ");
    const isWhole = canvas.begin(room, spots.get(start(shown)) ?? { x: room.left, y: isAll ? room.top : room.bottom }, least);
    explain(keysOfRoles(model, numbers, edges, marks));
    if (!numbers.length) container.replaceChildren(element("p", { class: "canvas-said" }, words.count("picture_drawn", 0)));
    tell(words.count(scope.value === "answer" ? "picture_answer" : "picture_drawn", numbers.length), isWhole);
    lookAt();
  }

  // An answer may say which moves belong to it.
  function isDrawn(edge) {
    return scope.value !== "answer" || !asked.value.moves || asked.value.moves.has(`${edge.from}-${edge.to}`);
  }

  function spotsOf(numbers, edges, wide, least) {
    const widest = (container.clientWidth - 2 * EDGE) / least;
    const roles = numbers.map((number) => model.roles[number]);
    const rows = rowsOf(roles, edges.map(({ from, to }) => ({ start: from, end: to })));
    return shelved(roles.map((role) => ({ ...role, row: rows.get(role.number) })),
      { widest, column: wide.column, row: wide.row, gap: GAP, head: HEAD });
  }

  function bent(edge, edges, spots, wide) {
    if (spots.size > MOST_BENT) return edge;
    const others = [...spots].flatMap(([number, spot]) => (number === edge.from || number === edge.to ? [] : [spot]));
    const isPair = edges.some((other) => other.from === edge.to && other.to === edge.from);
    const box = { width: wide.box + 20, height: 56 };
    return { ...edge, smooth: bend(spots.get(edge.from), spots.get(edge.to), { others, box, room, isPair }) };
  }

  // Where the eye begins: at the role of who asks, else at the one that is asked about.
  function start(shown) {
    const { card = null, from = null, to = null } = asked.state ?? {};
    return [card, from, to].find((number) => number !== null && shown.has(number));
  }

  function tell(said, isWhole) {
    byId("picture-said").textContent = isWhole ? said : `${said} ${words.say("picture_part")}`;
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
    if (scope.value === "all" && model.roles.length > drawing.most_at_first) canvas.look(number);
  }

  function marksOf(value, state) {
    const marks = noMarks();
    if (!value) return marks;
    marks.chosen = new Set([state.card ?? state.from, state.card === null ? state.to : null].filter((one) => one !== null));
    for (const way of value.ways ?? []) for (let place = 1; place < way.length; place += 1) marks.ways.add(`${way[place - 1]}-${way[place]}`);
    value.ways?.[0].slice(1).forEach((end, place) => marks.way.set(`${value.ways[0][place]}-${end}`, place + 1));
    marks.lit = new Set(value.drawn);
    return marks;
  }

  function chooseBlock(block) {
    scope.value = choices.ofBlock(block, scope.value);
    kept = scope.value;
    draw();
  }

  function copied() {
    const height = Math.min(PAPER.high, Math.max(PAPER.low, (room.bottom - room.top) * PAPER.least));
    return canvas.copy(room, { ...PAPER, height: Math.ceil(height) });
  }

  // For paper: the whole in light colours, as an image; `isPrinting` false puts the picture back.
  function paper(isPrinting) {
    container.parentElement.querySelector(".paper-copy")?.remove();
    if (body.hidden || !container.clientWidth) return;
    document.documentElement.classList.toggle("on-paper", isPrinting);
    draw();
    // Everything at once could not be read on a sheet.
    const isSmall = !isBlocks() && container.dataset.drawn.split(" ").length <= drawing.most_at_first;
    if (isPrinting && isSmall && container.querySelector("canvas")) container.after(copied());
  }

  offer();
  return { open, show, draw, paper };
}

function roomOf(spots, wide, high) {
  const across = [0, ...[...spots.values()].map(({ x }) => x)];
  const down = [0, ...[...spots.values()].map(({ y }) => y)];
  return { left: Math.min(...across) - wide / 2, right: Math.max(...across) + wide / 2, top: Math.min(...down) - high / 2, bottom: Math.max(...down) + high / 2 };
}

function noMarks() {
  return { way: new Map(), ways: new Set(), chosen: new Set(), lit: null };
}
