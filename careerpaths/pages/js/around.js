// How far roles are from one another, and all within reach of one.

// Moves from (or, by "feeders", to) a role for every role; -1 where no way leads, or none of at most `longest` moves.
export function distances(model, role, direction, longest = Infinity) {
  const far = new Array(model.roles.length).fill(-1);
  far[role] = 0;
  const queue = [role];
  for (let place = 0; place < queue.length && far[queue[place]] < longest; place += 1) {
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

export function movesOf(model, path) {
  return path.slice(1).map((end, place) => moveBetween(model, path[place], end));
}
