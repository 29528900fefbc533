// One axis of levels for roles of several functions: the rows that the page gives each role within its function, made equal
// where a level stands differently in two of them.

// The row of each role. `roles` have a row, a ladder (the place of their track) and an order in it (-1 = not known); `moves`
// are those that are drawn, { start, end }. A level stands no lower than in any of its functions, than the level before it
// asks, and than a role of a track before it that leads to it; what has no level stands beside who names it.
export function rowsOf(roles, moves) {
  const known = new Map(roles.filter((role) => role.order >= 0).map((role) => [role.number, role]));
  const rows = new Map();
  for (const level of levelsOf([...known.values()])) {
    const lifts = moves.filter(({ start, end }) => level.numbers.has(end) && known.has(start) && known.get(start).ladder < level.ladder)
      .map(({ start }) => rows.get(start));
    const step = level.before ? rows.get([...level.before.numbers][0]) + level.order - level.before.order : 0;
    const row = Math.max(level.row, step, ...lifts);
    for (const number of level.numbers) rows.set(number, row);
  }
  for (const role of roles.filter((one) => one.order < 0)) {
    const beside = moves.filter(({ start, end }) => end === role.number && known.has(start)).map(({ start }) => rows.get(start));
    rows.set(role.number, beside.length ? Math.max(...beside) : role.row);
  }
  return rows;
}

// Levels from the first track to the last, each from its lowest on.
function levelsOf(roles) {
  const levels = new Map();
  for (const { number, ladder, order, row } of roles) {
    const key = `${ladder} ${order}`;
    const level = levels.get(key) ?? { ladder, order, row, numbers: new Set(), before: null };
    level.row = Math.max(level.row, row);
    level.numbers.add(number);
    levels.set(key, level);
  }
  const sorted = [...levels.values()].sort((a, b) => a.ladder - b.ladder || a.order - b.order);
  sorted.forEach((level, place) => {
    if (place && sorted[place - 1].ladder === level.ladder) level.before = sorted[place - 1];
  });
  return sorted;
}
