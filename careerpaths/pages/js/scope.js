// Which roles the picture shows, and where: places come from the page; where only some roles are shown, the room that the
// others would take is left out, and everything keeps its order, so that a promotion still points up.

import { distances } from "./routes.js";

const MOST = 60;

// Roles to show for an answer: its ways and where the best of them could turn off, or what is near its role.
export function neighbourhood(model, value, state) {
  if (value.ways) {
    const ways = value.ways.flat();
    return limited([...new Set([...ways, ...value.ways[0].flatMap((number) => model.next[number].map((move) => move.end))])]);
  }
  if (value.roles) return limited([...new Set(value.roles.flatMap((number) => [...near(model, number, "next", 1), ...near(model, number, "feeders", 1)]))]);
  if (state.card !== null) return both(model, state.card, 1);
  return state.from !== null ? both(model, state.from, 2) : limited(near(model, state.to, "feeders", 2));
}

function both(model, number, far) {
  return limited([...new Set([...near(model, number, "next", far), ...near(model, number, "feeders", 1)])]);
}

function near(model, number, direction, most) {
  const far = distances(model, number, direction);
  const found = far.flatMap((moves, other) => (moves >= 0 && moves <= most ? [other] : []));
  return found.sort((a, b) => far[a] - far[b] || a - b);
}

function limited(numbers) {
  return numbers.slice(0, MOST);
}

// Places of the shown roles, closed up; `drawing` has the width of a column and the height of a row.
export function places(nodes, drawing) {
  const across = closedUp(nodes.map((node) => node.x), drawing.column_width * 1.4);
  const down = closedUp(nodes.map((node) => node.y), drawing.row_height * 2.2);
  return new Map(nodes.map((node) => [node.id, { x: across.get(node.x), y: down.get(node.y) }]));
}

function closedUp(values, widest) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const found = new Map();
  sorted.forEach((value, place) => {
    found.set(value, place ? found.get(sorted[place - 1]) + Math.min(value - sorted[place - 1], widest) : 0);
  });
  return found;
}
