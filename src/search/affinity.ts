/** The learned part, at question time: how probable each record is for a question's words. See learn.ts. */
import type { Index } from './format.js';
import { placeOf } from './hash.js';
import { softmax } from './softmax.js';
import { pairsOf, partsOf, telling, wordTrait } from './traits.js';
import { addTrait, packedProduct, SIZE, shareOf } from './vectors.js';

/** A question's numbers are made whole ones of at most this. */
const MOST_STEPS = 2047;
/** So that the numbers of a question of which nothing is known are none, and not undefined. */
const LEAST = 1e-9;

/** Weighs records for one question at a time. */
export class Affinities {
  readonly #index: Index;
  readonly #sum = new Float64Array(SIZE);
  readonly #steps = new Int32Array(SIZE);
  /** What a step of a product is worth. */
  #worth = 0;
  readonly #odds: Float64Array;

  constructor(index: Index) {
    this.#index = index;
    this.#odds = new Float64Array(index.recordBias.length);
  }

  /** Takes a title of these words to weigh: adds up the vectors of its words and pairs, as whole steps. Whether it knows any. */
  ask(words: readonly string[]): boolean {
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
    const step = Math.max(largest, LEAST) / MOST_STEPS;
    for (let i = 0; i < SIZE; i++) this.#steps[i] = Math.round((sum[i] as number) / step);
    this.#worth = step * (vectorUnits[0] as number) * (vectorUnits[1] as number) * shareOf(Math.max(1, known));
    return known > 0;
  }

  /** Weighs these records, one of which the title asked last is taken to be of. */
  weigh(records: readonly number[]): void {
    const { recordVectors, recordBias } = this.#index;
    for (const record of records) {
      this.#odds[record] =
        this.#worth * packedProduct(recordVectors, record, this.#steps) + (recordBias[record] as number);
    }
    softmax(this.#odds, records, records.length);
  }

  /** The probability that it is this one's, of the records weighed last. */
  of(record: number): number {
    return this.#odds[record] as number;
  }

  #rowsOf(traits: readonly string[]): number[] {
    return traits.map((trait) => placeOf(trait, this.#index.traitHash)).filter((row) => row !== -1);
  }

  #add(rows: readonly number[]): boolean {
    for (const row of rows) {
      const { bytes, start } = this.#index.traitVectors.of(row);
      addTrait(bytes, start, shareOf(rows.length), this.#sum);
    }
    return rows.length > 0;
  }
}
