// A binary heap: the entry that comes before all others is taken first.

export function makeQueue(isBefore) {
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
