/**
 * The titles of an index: one packed run of bytes each, in the order of their words, so that a title is found by its words
 * without a table, and its place tells the first of them. Written as it is read:
 *
 *     style and number of words | number of bearers and head | second word … | record × 8 + field … | text
 *
 * Words are numbers of two bytes, of three where there are more words than that; bearers are varints. Most titles are
 * written like any other, as a title (`Director of Nursing`) or all in small letters (`fixes cars`): their text is left out
 * and made again from their words.
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
/** The second byte: the head's place, at most 15, and above it the number of bearers, or 0 where a varint tells it. */
const HEAD_BITS = 4;
const HEAD = 0xf;
const FEW_BEARERS = 15;

const FIXED = 2;
/** Bytes of a word's number, of so many. */
const widthOf = (vocabulary: number): number => (vocabulary > 0x10000 ? 3 : 2);

/** @param vocabulary every word, in the order of the numbers */
export function packTitle(
  { words, head, bearers, text }: PackedTitle,
  vocabulary: readonly string[],
  out: number[],
): void {
  const texts = words.map((word) => vocabulary[word] ?? '');
  const style = text === titleCase(texts) ? 0 : text === texts.join(' ') ? IN_SMALL : HAS_TEXT;
  const few = bearers.length <= FEW_BEARERS;
  out.push(words.length | style, head | ((few ? bearers.length : 0) << HEAD_BITS));
  const width = widthOf(vocabulary.length);
  for (const word of words.slice(1)) {
    for (let shift = 0; shift < 8 * width; shift += 8) out.push((word >>> shift) & 0xff);
  }
  if (!few) appendVarint(out, bearers.length);
  for (const { record, field } of bearers) appendVarint(out, (record << FIELD_BITS) | field);
  if (style === HAS_TEXT) for (const byte of new TextEncoder().encode(text)) out.push(byte);
}

export class Titles {
  readonly count: number;
  readonly #bytes: Buffer;
  readonly #start: Starts;
  readonly #led: Starts;
  readonly #lexicon: Lexicon;
  readonly #width: number;
  /** Where the reader stands. */
  #at = 0;

  constructor({ titles, titleStart, ledStart }: OpenSections, lexicon: Lexicon) {
    this.#bytes = asBuffer(titles);
    this.#start = titleStart;
    this.#led = ledStart;
    this.#lexicon = lexicon;
    this.#width = widthOf(lexicon.size);
    this.count = titleStart.count;
  }

  words(title: number): number[] {
    let at = this.#start.at(title);
    const count = (this.#bytes[at] as number) & COUNT;
    at += FIXED;
    const words = new Array<number>(count);
    words[0] = this.#led.partAt(title);
    for (let i = 1; i < count; i++, at += this.#width) {
      const word = (this.#bytes[at] as number) | ((this.#bytes[at + 1] as number) << 8);
      words[i] = this.#width === 2 ? word : word | ((this.#bytes[at + 2] as number) << 16);
    }
    return words;
  }

  /** The place of the word that says what kind of worker it is. */
  head(title: number): number {
    return (this.#bytes[this.#start.at(title) + 1] as number) & HEAD;
  }

  bearers(title: number): Bearer[] {
    const start = this.#start.at(title);
    this.#at = start + FIXED + (((this.#bytes[start] as number) & COUNT) - 1) * this.#width;
    const count = (this.#bytes[start + 1] as number) >> HEAD_BITS || this.#varint();
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
    const texts = this.words(title).map((word) => this.#lexicon.text(word));
    return style & IN_SMALL ? texts.join(' ') : titleCase(texts);
  }

  /** The text of a word. */
  word(word: number): string {
    return this.#lexicon.text(word);
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
    const [first = -1] = words;
    if (first < 0) return -1;
    let low = this.#led.at(first);
    let high = this.#led.at(first + 1) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareWords(this.words(middle), words);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #varint(): number {
    let byte = this.#bytes[this.#at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.#bytes[this.#at++] as number;
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
