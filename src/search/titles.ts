/**
 * The titles of an index: one packed run of bytes each, in the order of their words, so that a title is found by its words
 * without a table. Written as it is read, with nothing but varints between the words, the records and the text:
 *
 *     words | head | word … | records | record × 8 + field … | text
 *
 * Most titles are written like any other, as a title (`Director of Nursing`) or all in small letters (`fixes cars`): their
 * text is left out and made again from their words.
 */
import type { OpenSections } from './format.js';
import { asBuffer, type Lexicon } from './lexicon.js';
import type { Starts } from './starts.js';
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
  /** As it is shown. */
  text: string;
}

const SMALL = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

export const titleCase = (words: readonly string[]): string =>
  words.map((word, i) => (i > 0 && SMALL.has(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join(' ');

const BLANK = 0x20;
const FIELD_BITS = 3;
/** What the first byte says beside the number of words: that the text is written out, or is the words as they are. */
const HAS_TEXT = 0x80;
const IN_SMALL = 0x40;
const COUNT = 0x3f;

/** @param texts of the words */
export function packTitle({ words, head, bearers, text }: PackedTitle, texts: readonly string[], out: number[]): void {
  const style = text === titleCase(texts) ? 0 : text === texts.join(' ') ? IN_SMALL : HAS_TEXT;
  out.push(words.length | style, head);
  for (const word of words) appendVarint(out, word);
  appendVarint(out, bearers.length);
  for (const { record, field } of bearers) appendVarint(out, (record << FIELD_BITS) | field);
  if (style === HAS_TEXT) for (const byte of new TextEncoder().encode(text)) out.push(byte);
}

export class Titles {
  readonly count: number;
  readonly #bytes: Buffer;
  readonly #start: Starts;
  readonly #lexicon: Lexicon;
  /** Where the reader stands. */
  #at = 0;

  constructor({ titles, titleStart }: OpenSections, lexicon: Lexicon) {
    this.#bytes = asBuffer(titles);
    this.#start = titleStart;
    this.#lexicon = lexicon;
    this.count = titleStart.count;
  }

  words(title: number): number[] {
    this.#at = this.#start.at(title);
    const count = this.#byte() & COUNT;
    this.#at++;
    const words = new Array<number>(count);
    for (let i = 0; i < count; i++) words[i] = this.#varint();
    return words;
  }

  head(title: number): number {
    return this.#bytes[this.#start.at(title) + 1] as number;
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
    const style = this.#bytes[this.#start.at(title)] as number;
    if (style & HAS_TEXT) {
      this.bearers(title);
      return this.#bytes.toString('utf8', this.#at, this.#start.at(title + 1));
    }
    return style & IN_SMALL ? this.normal(title) : titleCase(this.words(title).map((word) => this.#lexicon.text(word)));
  }

  /** The text of a word. */
  word(word: number): string {
    return this.#lexicon.text(word);
  }

  /** Its words alone, as normalise() leaves them. */
  normal(title: number): string {
    return this.words(title)
      .map((word) => this.#lexicon.text(word))
      .join(' ');
  }

  /** Writes the letters of a title's words into `into`, blanks between them; where they end. */
  spell(title: number, into: Uint8Array): number {
    let end = 0;
    for (const word of this.words(title)) {
      if (end > 0 && end < into.length) into[end++] = BLANK;
      end = this.#lexicon.spell(word, into, end);
    }
    return end;
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
