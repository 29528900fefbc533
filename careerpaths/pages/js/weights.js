// What routes count for, as lists of whole numbers, one for each measure: sums, order, and whether one is as good as another.

export function sum(a, b) {
  return a.map((count, place) => count + b[place]);
}

// As texts are put in order: by the first place in which two lists differ, a list before those that it begins.
export function compare(a, b) {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    if (a[place] !== b[place]) return a[place] - b[place];
  }
  return a.length - b.length;
}

// Whether one of the others is at most as great in every measure: then nothing speaks for this one.
export function isCovered(weight, others) {
  for (const other of others) {
    let place = 0;
    while (place < weight.length && other[place] <= weight[place]) place += 1;
    if (place === weight.length) return true;
  }
  return false;
}

// Gives a function from a move to what it counts for, the measures in the order given.
export function makeWeigher(order) {
  const known = new Map();
  return ({ measures }) => {
    if (!known.has(measures)) known.set(measures, order.map((place) => measures[place]));
    return known.get(measures);
  };
}
