/**
 * Where each of many parts begins, and last where the last one ends: rising numbers of which each keeps only its distance
 * from the first of its block. Found with one addition, in a half or a third of the bytes.
 */

/** The blocks' lengths as powers of two, and what holds the distances: the first that is large enough is taken. */
const FORMS = [
  { bits: 3, Kind: Uint8Array, most: 0xff },
  { bits: 6, Kind: Uint16Array, most: 0xffff },
  { bits: 6, Kind: Uint32Array, most: 0xffff_ffff },
] as const;

type Distances = Uint8Array | Uint16Array | Uint32Array;

/** The two sections that rising numbers are kept in. */
export interface PackedStarts {
  /** Every number less the base of its block. */
  low: Distances;
  /** The first number of each block. */
  base: Uint32Array;
}

export function packStarts(rising: Uint32Array): PackedStarts {
  const fits = FORMS.find(({ bits, most }) =>
    rising.every((n, i) => n - (rising[(i >> bits) << bits] as number) <= most),
  );
  const { bits, Kind } = fits ?? FORMS[2];
  const base = rising.filter((_, i) => i % (1 << bits) === 0);
  return { low: new Kind(rising.map((n, i) => n - (base[i >> bits] as number))), base };
}

export class Starts {
  /** How many parts there are. */
  readonly count: number;
  readonly #low: Distances;
  readonly #base: Uint32Array;
  readonly #bits: number;

  constructor({ low, base }: PackedStarts) {
    this.count = low.length - 1;
    this.#low = low;
    this.#base = base;
    this.#bits = (FORMS.find(({ Kind }) => low instanceof Kind) ?? FORMS[2]).bits;
  }

  /** Where part `i` begins and the one before it ends; `i` may be `count`. */
  at(i: number): number {
    return (this.#base[i >> this.#bits] as number) + (this.#low[i] as number);
  }

  /** The part that `place` lies in, between where the first begins and where the last ends. */
  partAt(place: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.at(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
