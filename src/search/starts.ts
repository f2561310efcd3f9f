/**
 * Where each of many parts begins, and last where the last one ends: rising numbers of which each keeps only its distance
 * from the first of its block. Half the bytes, and found with one addition.
 */
const BLOCK_BITS = 6;

/** The two sections that rising numbers are kept in. */
export interface PackedStarts {
  /** Every number less the base of its block. */
  low: Uint16Array | Uint32Array;
  /** The first number of each block. */
  base: Uint32Array;
}

export function packStarts(rising: Uint32Array): PackedStarts {
  const base = Uint32Array.from(
    { length: Math.ceil(rising.length / (1 << BLOCK_BITS)) },
    (_, i) => rising[i << BLOCK_BITS] ?? 0,
  );
  const low = rising.map((n, i) => n - (base[i >> BLOCK_BITS] ?? 0));
  return { low: low.every((n) => n <= 0xffff) ? Uint16Array.from(low) : low, base };
}

export class Starts {
  /** How many parts there are. */
  readonly count: number;
  readonly #low: Uint16Array | Uint32Array;
  readonly #base: Uint32Array;

  constructor({ low, base }: PackedStarts) {
    this.count = low.length - 1;
    this.#low = low;
    this.#base = base;
  }

  /** Where part `i` begins and the one before it ends; `i` may be `count`. */
  at(i: number): number {
    return (this.#base[i >> BLOCK_BITS] as number) + (this.#low[i] as number);
  }
}
