// The picture's canvas: one vis-network at a time, kept from trapping the page. The wheel zooms only with Ctrl or after a
// click on the picture, arrow keys act only while it has the focus, and one finger always scrolls the page.

import { element } from "./dom.js";

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { fixed: true, chosen: true, labelHighlightBold: false },
  edges: { selectionWidth: 0, hoverWidth: 0, chosen: false },
  interaction: {
    dragNodes: false, hover: true, multiselect: false, selectConnectedEdges: false, zoomSpeed: 0.6,
    // Without the last, moving the mouse over the picture would take the focus from where somebody is.
    keyboard: { enabled: true, bindToWindow: false, autoFocus: false },
  },
};
const STEP = 120;
// Pixels left free around the picture, and for names at its top, which keep their size when all is small.
export const EDGE = 10;
const NAME = 12;
const MOST_ZOOM = 1.1;

export function makeCanvas(container, { onChoose, onBefore, onAfter }) {
  let network = null;
  let isActive = false;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const animation = () => (still.matches ? false : { duration: 250, easingFunction: "easeOutQuad" });

  container.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !isActive) event.stopPropagation();
  }, { capture: true });
  container.addEventListener("pointerdown", () => { isActive = true; });
  container.addEventListener("pointerleave", () => { isActive = false; });

  // As high as what it shows is at the width that it has; the page's styles say how high at most and at least. `least` is
  // the smallest scale at which its texts can be read.
  function draw(nodes, edges, { left, right, top, bottom }, least) {
    network?.destroy();
    const scale = Math.max(least, Math.min(MOST_ZOOM, (container.clientWidth - 2 * EDGE) / (right - left)));
    container.style.height = `${Math.ceil((bottom - top) * scale + 2 * EDGE + NAME)}px`;
    container.replaceChildren(element("div", { class: "canvas-inner" }));
    network = new globalThis.vis.Network(container.firstChild, { nodes, edges }, OPTIONS);
    // The picture is no stop for the keyboard: all that it shows is in the answer and the list.
    for (const focusable of container.querySelectorAll("[tabindex]")) focusable.tabIndex = -1;
    network.on("click", ({ nodes: hit }) => hit.length && onChoose(hit[0]));
    network.on("hoverNode", () => container.classList.add("can-choose"));
    network.on("blurNode", () => container.classList.remove("can-choose"));
    network.on("beforeDrawing", (context) => onBefore(context, network.getScale()));
    network.on("afterDrawing", (context) => onAfter(context, (id) => network.getBoundingBox(id)));
  }

  function fitting({ left, right, top, bottom }) {
    const { clientWidth: width, clientHeight: height } = container;
    return Math.min(MOST_ZOOM, (width - 2 * EDGE) / (right - left), (height - 2 * EDGE - NAME) / (bottom - top));
  }

  // Brings a part of the picture into view: { left, right, top, bottom } in the picture's units.
  function fit(room) {
    const scale = fitting(room);
    // What is smaller than the frame stands at its top, where the eye is.
    const position = { x: (room.left + room.right) / 2, y: room.top + (container.clientHeight / 2 - EDGE - NAME) / scale };
    network?.moveTo({ position, scale, animation: false });
  }

  // The whole, where its texts can be read; else as much of it as can be read, around `at`. True where it is the whole.
  function begin(room, at, least) {
    const scale = fitting(room);
    if (scale >= least) {
      fit(room);
      return true;
    }
    const { clientWidth: width, clientHeight: height } = container;
    const x = within(at.x, room.left - EDGE / least, room.right + EDGE / least, width / least);
    const y = within(at.y, room.top - (EDGE + NAME) / least, room.bottom + EDGE / least, height / least);
    network?.moveTo({ position: { x, y }, scale: least, animation: false });
    return false;
  }

  function zoom(factor) {
    network?.moveTo({ scale: Math.min(3, Math.max(0.05, network.getScale() * factor)), animation: animation() });
  }

  function pan(across, down) {
    if (!network) return;
    const { x, y } = network.getViewPosition();
    const step = STEP / network.getScale();
    network.moveTo({ position: { x: x + across * step, y: y + down * step }, animation: animation() });
  }

  function look(id) {
    network?.focus(id, { scale: Math.max(0.7, network.getScale()), animation: animation() });
  }

  function select(id) {
    network?.selectNodes([id], false);
  }

  // The picture as it is, at once and larger, on a canvas of its own: for paper.
  function copy(room, { width, height, sharp }) {
    network.setSize(`${width * sharp}px`, `${height * sharp}px`);
    network.moveTo({ position: { x: (room.left + room.right) / 2, y: (room.top + room.bottom) / 2 },
      scale: sharp * Math.min((width - EDGE) / (room.right - room.left), (height - EDGE) / (room.bottom - room.top)), animation: false });
    network.redraw();
    const from = container.querySelector("canvas");
    const paper = element("canvas", { class: "paper-copy", width: from.width, height: from.height });
    paper.getContext("2d").drawImage(from, 0, 0);
    network.setSize("100%", "100%");
    return paper;
  }

  return { draw, fit, begin, zoom, pan, look, select, copy };
}

// The middle of a stretch of `length` around `at` that stays between two edges, or, where it is longer, begins at the first.
function within(at, first, last, length) {
  if (last - first <= length) return first + length / 2;
  return Math.min(last - length / 2, Math.max(first + length / 2, at));
}
