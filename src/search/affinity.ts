/** The learned part, at question time: which records the traits of a question speak for. See learn.ts. */
import type { Index } from './format.js';
import { hash } from './hash.js';
import { traitsOf } from './traits.js';
import { readRising } from './varint.js';

/** Weights are bytes around this one. */
export const ZERO = 128;

/** Weighs the records for one question at a time; what no trait speaks for is never looked at. */
export class Affinities {
  readonly #index: Index;
  /** The summed odds of all records before any trait is seen. */
  readonly #before: number;
  readonly #list: Uint32Array;
  /** Record → the summed steps of its traits' weights: whole numbers, which cost less than fractions while code is cold. */
  readonly #steps: Int32Array;
  #spokenFor: number[] = [];
  #sum = 1;

  constructor(index: Index) {
    this.#index = index;
    this.#before = index.traitScale[1] as number;
    this.#list = new Uint32Array(index.recordOdds.length);
    this.#steps = new Int32Array(index.recordOdds.length);
  }

  /** Weighs a title of these words. Gives the records that a trait of it speaks for or against. */
  weigh(words: readonly string[]): readonly number[] {
    const { traitHash, traitRecords } = this.#index;
    for (const record of this.#spokenFor) this.#steps[record] = 0;
    const spokenFor = new Set<number>();
    for (const trait of traitsOf(words)) {
      const at = placeOf(hash(trait), traitHash);
      if (at === -1) continue;
      const list = traitRecords.of(at);
      const count = readRising(list, this.#list);
      for (let i = 0, weight = list.end - count; i < count; i++, weight++) {
        const record = this.#list[i] as number;
        this.#steps[record] = (this.#steps[record] as number) + (list.bytes[weight] as number) - ZERO;
        spokenFor.add(record);
      }
    }
    this.#spokenFor = [...spokenFor];
    this.#sum = this.#before;
    for (const record of this.#spokenFor) {
      this.#sum += this.#odds(record) - (this.#index.recordOdds[record] as number);
    }
    return this.#spokenFor;
  }

  /** The probability that the title weighed last is one of this record's. */
  of(record: number): number {
    return this.#odds(record) / this.#sum;
  }

  #odds(record: number): number {
    const { recordOdds, traitScale } = this.#index;
    const steps = this.#steps[record] as number;
    const before = recordOdds[record] as number;
    return steps === 0 ? before : before * Math.exp(steps * (traitScale[0] as number));
  }
}

/** Where `wanted` stands in a list that rises from `start` to `end`, or -1. */
export function placeOf(wanted: number, rising: Uint32Array, start = 0, end = rising.length): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rising[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
