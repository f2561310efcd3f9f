/**
 * The titles of an index: one packed run of bytes each, in the order of their words, so that a title is found by its words
 * without a table. Written as it is read, with nothing but varints between the words, the records and the text:
 *
 *     words | head | word … | records | record × 8 + field … | text
 *
 * Most titles are written like any other (`Director of Nursing`): their text is left out and made again from their words.
 */
import type { Sections } from './format.js';
import { asBuffer, type Lexicon } from './lexicon.js';
import { appendVarint } from './varint.js';

export interface Bearer {
  record: number;
  /** A place among FIELDS. */
  field: number;
}

export interface PackedTitle {
  words: number[];
  /** The place of the word that says what kind of worker it is. */
  head: number;
  bearers: Bearer[];
  /** As it is shown, or undefined where titleCase() says the same. */
  text: string | undefined;
}

const SMALL = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

export const titleCase = (words: readonly string[]): string =>
  words.map((word, i) => (i > 0 && SMALL.has(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join(' ');

const FIELD_BITS = 3;
const HAS_TEXT = 0x80;

export function packTitle({ words, head, bearers, text }: PackedTitle, out: number[]): void {
  out.push(words.length | (text === undefined ? 0 : HAS_TEXT), head);
  for (const word of words) appendVarint(out, word);
  appendVarint(out, bearers.length);
  for (const { record, field } of bearers) appendVarint(out, (record << FIELD_BITS) | field);
  if (text !== undefined) for (const byte of new TextEncoder().encode(text)) out.push(byte);
}

export class Titles {
  readonly count: number;
  readonly #bytes: Buffer;
  readonly #start: Uint32Array;
  readonly #lexicon: Lexicon;
  /** Where the reader stands. */
  #at = 0;

  constructor({ titles, titleStart }: Sections, lexicon: Lexicon) {
    this.#bytes = asBuffer(titles);
    this.#start = titleStart;
    this.#lexicon = lexicon;
    this.count = titleStart.length - 1;
  }

  words(title: number): number[] {
    this.#at = this.#start[title] as number;
    const count = this.#byte() & ~HAS_TEXT;
    this.#at++;
    const words = new Array<number>(count);
    for (let i = 0; i < count; i++) words[i] = this.#varint();
    return words;
  }

  head(title: number): number {
    return this.#bytes[(this.#start[title] as number) + 1] as number;
  }

  bearers(title: number): Bearer[] {
    this.words(title);
    const count = this.#varint();
    const bearers = new Array<Bearer>(count);
    for (let i = 0; i < count; i++) {
      const packed = this.#varint();
      bearers[i] = { record: packed >>> FIELD_BITS, field: packed & ((1 << FIELD_BITS) - 1) };
    }
    return bearers;
  }

  text(title: number): string {
    const start = this.#start[title] as number;
    if (((this.#bytes[start] as number) & HAS_TEXT) === 0) {
      return titleCase(this.words(title).map((word) => this.#lexicon.text(word)));
    }
    this.bearers(title);
    return this.#bytes.toString('utf8', this.#at, this.#start[title + 1]);
  }

  /** Its words alone, as normalise() leaves them. */
  normal(title: number): string {
    return this.words(title)
      .map((word) => this.#lexicon.text(word))
      .join(' ');
  }

  /** The title of just these words, or -1. */
  find(words: readonly number[]): number {
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareWords(this.words(middle), words);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #byte(): number {
    return this.#bytes[this.#at++] as number;
  }

  #varint(): number {
    let byte = this.#byte();
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.#byte();
      value |= (byte & 0x7f) << shift;
    }
    return value;
  }
}

export function compareWords(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
