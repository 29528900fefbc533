// Ways between two roles, and all within reach. The order of ways is that of the Python function `routes`: fewest moves,
// then fewest moves to another function, then fewest changes of track, then the roles' places in reading order.

export const MOST_ROUTES = 5;
export const MOVES_MORE = 2;
const MOST_LOOKS = 200000;

// Lists of role numbers, best first; only ways that visit no role twice and take at most two moves more than the fewest.
export function routes(model, start, end, mostRoutes = MOST_ROUTES) {
  const left = distances(model, end, "feeders");
  if (left[start] < 0) return [];
  if (start === end) return [[start]];
  const found = [];
  const longest = left[start] + MOVES_MORE;
  for (let moves = left[start]; moves <= longest && found.length < mostRoutes; moves += 1) {
    found.push(...ofLength(model, start, end, moves, left, mostRoutes - found.length));
  }
  return found;
}

// Best first search among ways of exactly so many moves: `least` says the lowest cost from a role to the end in exactly
// the moves that are left, so a way is taken up only when no cheaper one can come (A*; Hart, Nilsson and Raphael, 1968).
function ofLength(model, start, end, moves, left, most) {
  const least = leastCosts(model, end, moves, left);
  if (!least[moves].has(start)) return [];
  const queue = makeQueue(before);
  queue.add({ cost: [0, 0], bound: least[moves].get(start), way: [start] });
  const found = [];
  for (let looks = 0; queue.size() && found.length < most && looks < MOST_LOOKS; looks += 1) {
    const { cost, way } = queue.take();
    const rest = moves - way.length + 1;
    if (!rest) {
      found.push(way);
      continue;
    }
    for (const move of model.next[way.at(-1)]) {
      const further = least[rest - 1].get(move.end);
      if (!further || way.includes(move.end) || (move.end === end && rest > 1)) continue;
      const paid = sum(cost, costOf(move));
      queue.add({ cost: paid, bound: sum(paid, further), way: [...way, move.end] });
    }
  }
  return found;
}

function costOf(move) {
  return [move.kind === "cross-function" ? 1 : 0, move.kind === "change-of-track" ? 1 : 0];
}

function sum(a, b) {
  return [a[0] + b[0], a[1] + b[1]];
}

function leastCosts(model, end, moves, left) {
  const least = [new Map([[end, [0, 0]]])];
  for (let rest = 1; rest <= moves; rest += 1) {
    const costs = new Map();
    for (const [role, cost] of least[rest - 1]) {
      for (const move of model.feeders[role]) {
        const paid = sum(costOf(move), cost);
        const known = costs.get(move.start);
        if (left[move.start] >= 0 && (!known || compare(paid, known) < 0)) costs.set(move.start, paid);
      }
    }
    least.push(costs);
  }
  return least;
}

function compare(a, b) {
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    if (a[place] !== b[place]) return a[place] - b[place];
  }
  return a.length - b.length;
}

function before(a, b) {
  return (compare(a.bound, b.bound) || compare(a.way, b.way)) < 0;
}

// A binary heap: the entry that comes before all others is taken first.
function makeQueue(isBefore) {
  const heap = [];
  function swap(a, b) {
    [heap[a], heap[b]] = [heap[b], heap[a]];
  }
  function add(entry) {
    let place = heap.push(entry) - 1;
    while (place && isBefore(heap[place], heap[(place - 1) >> 1])) {
      swap(place, (place - 1) >> 1);
      place = (place - 1) >> 1;
    }
  }
  function take() {
    swap(0, heap.length - 1);
    const taken = heap.pop();
    for (let place = 0; ;) {
      const children = [2 * place + 1, 2 * place + 2].filter((child) => child < heap.length);
      const smaller = children.length > 1 && isBefore(heap[children[1]], heap[children[0]]) ? children[1] : children[0];
      if (smaller === undefined || !isBefore(heap[smaller], heap[place])) return taken;
      swap(place, smaller);
      place = smaller;
    }
  }
  return { add, take, size: () => heap.length };
}

// Moves from (or, by "feeders", to) a role for every role; -1 where no way leads.
export function distances(model, role, direction) {
  const far = new Array(model.roles.length).fill(-1);
  far[role] = 0;
  const queue = [role];
  for (let place = 0; place < queue.length; place += 1) {
    for (const move of model[direction][queue[place]]) {
      const other = direction === "next" ? move.end : move.start;
      if (far[other] < 0) {
        far[other] = far[queue[place]] + 1;
        queue.push(other);
      }
    }
  }
  return far;
}

// Lists of role numbers exactly 1, 2, 3 ... moves away, each in reading order.
export function within(model, role, direction) {
  const lists = [];
  distances(model, role, direction).forEach((far, number) => {
    if (far > 0) (lists[far - 1] ??= []).push(number);
  });
  return lists;
}

export function moveBetween(model, start, end) {
  return model.next[start].find((move) => move.end === end);
}
