interface Entry<T> {
  key: number;
  turn: number;
  item: T;
}

const before = (a: Entry<unknown>, b: Entry<unknown>): boolean => a.key < b.key || (a.key === b.key && a.turn < b.turn);

/** The least first; among equals the one that came first, so that no order depends on the heap's shape. */
export class Heap<T> {
  readonly #entries: Entry<T>[] = [];
  #turn = 0;

  push(key: number, item: T): void {
    const entries = this.#entries;
    const entry: Entry<T> = { key, turn: this.#turn++, item };
    let hole = entries.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = entries[parent] as Entry<T>;
      if (!before(entry, above)) break;
      entries[hole] = above;
      hole = parent;
    }
    entries[hole] = entry;
  }

  pop(): T | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (!top || !last || top === last) return top?.item;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= entries.length) break;
      let below = entries[child] as Entry<T>;
      const other = entries[child + 1];
      if (other && before(other, below)) {
        child++;
        below = other;
      }
      if (!before(below, last)) break;
      entries[hole] = below;
      hole = child;
    }
    entries[hole] = last;
    return top.item;
  }
}
