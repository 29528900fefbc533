// Where the shown roles stand. Band, row and column of each come with the page; here they are closed up: the room that other
// roles would take is left out, and everything keeps its order, so that a promotion still points up.

// Places of roles that keep where they stand in the picture of everything; `drawing` has the sizes of a column and a row.
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

// Places of roles on one axis of levels: a row for each level, functions side by side. Where they would be wider than
// `widest`, they stand on shelves, each with an axis of its own. `frames` says how high each band is: as its shelf.
export function shelved(roles, { widest, column, row, gap, head }) {
  const spots = new Map();
  const frames = new Map();
  let top = 0;
  for (const shelf of shelvesOf(bandsOf(roles), { widest, column, gap })) {
    const heights = axis(shelf, row);
    const floor = top + heights.total;
    for (const band of shelf) {
      frames.set(band.number, { top: top + row / 2, bottom: floor - row / 2 });
      for (const [place, cell] of band.cells) {
        const [level, across] = place.split(" ").map(Number);
        cell.forEach((number, line) => spots.set(number, {
          x: band.left + (band.columns.indexOf(across) + 0.5) * column, y: floor - heights.bottoms.get(level) - (line + 0.5) * row,
        }));
      }
    }
    top = floor + head;
  }
  return { spots, frames };
}

// Bands in the order in which their roles come, so that who asks stands first; each with its columns and, by row and column,
// its roles.
function bandsOf(roles) {
  const bands = new Map(roles.map((role) => [role.band, { number: role.band, columns: [], cells: new Map() }]));
  for (const role of [...roles].sort((a, b) => a.number - b.number)) {
    const band = bands.get(role.band);
    const place = `${role.row} ${role.column}`;
    band.cells.set(place, [...(band.cells.get(place) ?? []), role.number]);
    band.columns = [...new Set([...band.columns, role.column])].sort((a, b) => a - b);
  }
  return [...bands.values()];
}

function shelvesOf(bands, { widest, column, gap }) {
  const shelves = [];
  let left = 0;
  for (const band of bands) {
    const wide = band.columns.length * column;
    if (!shelves.length || left + wide > widest) {
      shelves.push([]);
      left = 0;
    }
    band.left = left;
    shelves.at(-1).push(band);
    left += wide + gap;
  }
  return shelves;
}

// How high the lower edge of each level of a shelf is; a missing level leaves a gap that can be seen.
function axis(shelf, row) {
  const lines = new Map();
  for (const [place, cell] of shelf.flatMap((band) => [...band.cells])) {
    const level = Number(place.split(" ")[0]);
    lines.set(level, Math.max(cell.length, lines.get(level) ?? 0));
  }
  const bottoms = new Map();
  let total = 0;
  let last = null;
  for (const level of [...lines.keys()].sort((a, b) => a - b)) {
    if (last !== null && level > last + 1) total += row * 0.4;
    bottoms.set(level, total);
    total += lines.get(level) * row;
    last = level;
  }
  return { bottoms, total };
}

// Blocks in reading order, as many side by side as make the whole about as wide as high, but no more than `most`.
export function blockPlaces(nodes, { block_width: width, block_height: height }, most) {
  const columns = Math.max(1, Math.min(most, Math.ceil(Math.sqrt((nodes.length * height * 1.5) / width))));
  return new Map(nodes.map((node, place) => [node.id, { x: (place % columns) * width, y: Math.floor(place / columns) * height }]));
}
