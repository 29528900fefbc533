// Lines between roles that run around the roles between them: straight where nothing is in the way, else bent to one side.

const SAMPLES = 24;
const BENDS = ["curvedCW", "curvedCCW"].flatMap((type) => [0.15, 0.3, 0.5, 0.8, 1].map((roundness) => ({ enabled: true, type, roundness })))
  .sort((a, b) => a.roundness - b.roundness);

// `others`: places of roles that the line should keep clear of; `box`: the width and height that a role takes; `room`: what
// is shown, beyond which a line is cut off; `isPair`: another line leads back.
export function bend(from, to, { others, box, room, isPair }) {
  const ways = isPair ? BENDS.filter(({ type }) => type === "curvedCW") : [false, ...BENDS];
  let best = ways[0];
  let fewest = Infinity;
  for (const way of ways) {
    const spots = spotsOn(from, to, way);
    // How much of the line is hidden: a corner of a role less than its middle, what is cut off as much as a corner.
    const over = spots.filter((spot) => others.some((other) => isIn(spot, other, box))).length;
    const hits = over + (spots.every((spot) => isShown(spot, room)) ? 0 : 2);
    if (hits < fewest) [best, fewest] = [way, hits];
    if (!hits) break;
  }
  return best;
}

function spotsOn(from, to, way) {
  const middle = way ? through(from, to, way) : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return Array.from({ length: SAMPLES - 1 }, (_, place) => {
    const part = (place + 1) / SAMPLES;
    const along = (axis) => (1 - part) ** 2 * from[axis] + 2 * part * (1 - part) * middle[axis] + part ** 2 * to[axis];
    return { x: along("x"), y: along("y") };
  });
}

function isIn(spot, { x, y }, { width, height }) {
  return Math.abs(spot.x - x) < width / 2 && Math.abs(spot.y - y) < height / 2;
}

function isShown({ x, y }, { left, right, top, bottom }) {
  return x > left && x < right && y > top && y < bottom;
}

// The point that a bent line of vis-network is drawn towards.
function through(from, to, { type, roundness }) {
  const [across, up] = [to.x - from.x, from.y - to.y];
  const part = (type === "curvedCW" ? 0.5 : -0.5) * roundness + 0.5;
  const angle = Math.atan2(up, across) + part * Math.PI;
  const far = (0.5 * roundness + 0.5) * Math.hypot(across, up);
  return { x: from.x + far * Math.sin(angle), y: from.y + far * Math.cos(angle) };
}
