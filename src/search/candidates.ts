/** Slots → the titles and the records that are worth a closer look. */
import { type Index, RARITY_UNITS } from './format.js';
import type { Slot } from './interpret.js';
import { shareOfNames, shareOfText } from './shares.js';
import { readRising } from './varint.js';

export interface Candidates {
  /** Titles, the most promising first. */
  titles: number[];
  /** Records whose names or prose have a word of the question. */
  records: readonly number[];
  /** Per record: how well its names and its prose answer, 0 … 1 of what the question asks. Until the next question. */
  names: Float32Array;
  text: Float32Array;
}

const BUCKETS = 512;

/** Adds up, over an index, what each slot finds. Its arrays are as long as the index and serve one question at a time. */
export class Scoreboard {
  readonly #index: Index;
  readonly #score: Float32Array;
  readonly #slot: Uint8Array;
  readonly #touched: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #list: Uint32Array;
  readonly #names: Float32Array;
  readonly #text: Float32Array;
  /** The same for one slot. */
  readonly #inNames: Float32Array;
  readonly #inText: Float32Array;
  #records: number[] = [];

  constructor(index: Index) {
    const titles = index.titleStart.count;
    this.#index = index;
    this.#score = new Float32Array(titles);
    this.#slot = new Uint8Array(titles);
    this.#touched = new Uint32Array(titles);
    this.#postings = new Uint32Array(titles);
    const records = index.recordId.length;
    this.#list = new Uint32Array(records);
    this.#names = new Float32Array(records);
    this.#text = new Float32Array(records);
    this.#inNames = new Float32Array(records);
    this.#inText = new Float32Array(records);
  }

  gather(slots: readonly Slot[], most: number): Candidates {
    const asked = slots.reduce((sum, slot) => sum + slot.weight, 0);
    const titles = this.#gatherTitles(slots, asked, most);
    this.#gatherRecords(slots, asked);
    return { titles, records: this.#records, names: this.#names, text: this.#text };
  }

  #gatherTitles(slots: readonly Slot[], asked: number, most: number): number[] {
    const { stemTitles } = this.#index;
    const score = this.#score;
    const seen = this.#slot;
    const postings = this.#postings;
    let touched = 0;
    const rarestFirst = slots.map((_, i) => i).sort((a, b) => (slots[b] as Slot).weight - (slots[a] as Slot).weight);
    const onlyWeak = slots.every((slot) => slot.weak);
    for (const i of rarestFirst) {
      const slot = slots[i] as Slot;
      const adds = onlyWeak || !slot.weak;
      const mark = i + 1;
      for (const { stem, likeness } of slot.alternatives) {
        const gain = slot.weight * likeness;
        const count = readRising(stemTitles.of(stem), postings);
        for (let p = 0; p < count; p++) {
          const title = postings[p] as number;
          const last = seen[title] as number;
          if (last === mark) continue;
          if (last === 0) {
            if (!adds) continue;
            this.#touched[touched++] = title;
          }
          seen[title] = mark;
          score[title] = (score[title] as number) + gain;
        }
      }
    }
    return this.#best(touched, asked, most);
  }

  /** The `most` titles that share most with the question, both counted whole; clears the board. */
  #best(touched: number, asked: number, most: number): number[] {
    const { titleRarity } = this.#index;
    const counts = new Uint32Array(BUCKETS);
    for (let i = 0; i < touched; i++) {
      const title = this.#touched[i] as number;
      const shared =
        (2 * (this.#score[title] as number)) / (asked + (titleRarity[title] as number) / RARITY_UNITS + 0.01);
      this.#score[title] = shared;
      const bucket = Math.min(BUCKETS - 1, (shared * BUCKETS) | 0);
      counts[bucket] = (counts[bucket] as number) + 1;
    }
    let lowest = BUCKETS - 1;
    for (let above = counts[lowest] as number; lowest > 0 && above < most; above += counts[lowest] as number) lowest--;
    const found: { title: number; shared: number }[] = [];
    for (let i = 0; i < touched; i++) {
      const title = this.#touched[i] as number;
      const shared = this.#score[title] as number;
      if (Math.min(BUCKETS - 1, (shared * BUCKETS) | 0) >= lowest) found.push({ title, shared });
      this.#score[title] = 0;
      this.#slot[title] = 0;
    }
    return found
      .sort((a, b) => b.shared - a.shared || a.title - b.title)
      .slice(0, most)
      .map(({ title }) => title);
  }

  /** Each slot counts once for a record, by the alternative that is the most of it. */
  #gatherRecords(slots: readonly Slot[], asked: number): void {
    for (const record of this.#records) {
      this.#names[record] = 0;
      this.#text[record] = 0;
    }
    this.#records = [];
    for (const slot of slots) {
      if (slot.weak) continue;
      const found: number[] = [];
      for (const { stem, likeness } of slot.alternatives) {
        const gain = (slot.weight * likeness) / asked;
        const list = this.#index.stemRecords.of(stem);
        const count = readRising(list, this.#list);
        for (let i = 0, at = list.end - count; i < count; i++, at++) {
          const record = this.#list[i] as number;
          if (this.#inNames[record] === 0 && this.#inText[record] === 0) found.push(record);
          const shares = list.bytes[at] as number;
          this.#inNames[record] = Math.max(this.#inNames[record] as number, gain * shareOfNames(shares));
          this.#inText[record] = Math.max(this.#inText[record] as number, gain * shareOfText(shares));
        }
      }
      for (const record of found) {
        if (this.#names[record] === 0 && this.#text[record] === 0) this.#records.push(record);
        this.#names[record] = (this.#names[record] as number) + (this.#inNames[record] as number);
        this.#text[record] = (this.#text[record] as number) + (this.#inText[record] as number);
        this.#inNames[record] = 0;
        this.#inText[record] = 0;
      }
    }
  }
}
