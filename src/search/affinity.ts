/** The learned part, at question time: how probable each record is for a question's words. See learn.ts. */
import type { Index } from './format.js';
import { hash } from './hash.js';
import { pairsOf, partsOf, telling, wordTrait } from './traits.js';
import { addTrait, packedProduct, SIZE, shareOf } from './vectors.js';

/** A question's numbers are made whole ones of at most this. */
const MOST_STEPS = 2047;
/** e to the minus this is next to nothing. */
const FAR = 12;

/** Weighs records for one question at a time. */
export class Affinities {
  readonly #index: Index;
  readonly #sum = new Float64Array(SIZE);
  readonly #steps = new Int32Array(SIZE);
  readonly #odds: Float64Array;

  constructor(index: Index) {
    this.#index = index;
    this.#odds = new Float64Array(index.recordBias.length);
  }

  /** Weighs these records, one of which a title of these words is taken to be of. */
  weigh(words: readonly string[], records: readonly number[]): void {
    const worth = this.#place(words);
    const { recordVectors, recordBias } = this.#index;
    const odds = this.#odds;
    let most = Number.NEGATIVE_INFINITY;
    for (const record of records) {
      const value = worth * packedProduct(recordVectors, record, this.#steps) + (recordBias[record] as number);
      odds[record] = value;
      if (value > most) most = value;
    }
    let all = 0;
    for (const record of records) {
      const less = most - (odds[record] as number);
      const value = less < FAR ? Math.exp(-less) : 0;
      odds[record] = value;
      all += value;
    }
    for (const record of records) odds[record] = (odds[record] as number) / all;
  }

  /** The probability that it is this one's, of the records weighed last. */
  of(record: number): number {
    return this.#odds[record] as number;
  }

  /** Adds up the vectors of the words and pairs, as whole steps. Gives what a step of a product is worth. */
  #place(words: readonly string[]): number {
    const { vectorUnits } = this.#index;
    const sum = this.#sum;
    sum.fill(0);
    const told = telling(words);
    let known = 0;
    for (const word of told) {
      const rows = this.#rowsOf([wordTrait(word)]);
      if (this.#add(rows.length > 0 ? rows : this.#rowsOf(partsOf(word)))) known++;
    }
    for (const pair of pairsOf(told)) if (this.#add(this.#rowsOf([pair]))) known++;
    let largest = 0;
    for (let i = 0; i < SIZE; i++) largest = Math.max(largest, Math.abs(sum[i] as number));
    if (largest === 0) {
      this.#steps.fill(0);
      return 0;
    }
    const step = largest / MOST_STEPS;
    for (let i = 0; i < SIZE; i++) this.#steps[i] = Math.round((sum[i] as number) / step);
    return (step * (vectorUnits[0] as number) * (vectorUnits[1] as number)) / Math.sqrt(known);
  }

  #rowsOf(traits: readonly string[]): number[] {
    return traits.map((trait) => placeOf(hash(trait), this.#index.traitHash)).filter((row) => row !== -1);
  }

  #add(rows: readonly number[]): boolean {
    for (const row of rows) {
      const { bytes, start } = this.#index.traitVectors.of(row);
      addTrait(bytes, start, shareOf(rows.length), this.#sum);
    }
    return rows.length > 0;
  }
}

/** Where `wanted` stands in a list that rises, or -1. */
function placeOf(wanted: number, rising: Uint32Array): number {
  let low = 0;
  let high = rising.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rising[middle] as number;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
