/** The index's words: looking one up, those that begin with it, those a typo away. */
import type { OpenSections } from './format.js';
import { distance, lettersIn, lettersOf, mayBecome } from './fuzzy.js';
import { placeOf } from './hash.js';
import { soundCode, soundOf } from './sounds.js';
import { stem } from './stem.js';

export const NONE = -1;

/** The same bytes, where a stretch of them is read as text sooner than by a decoder. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export interface Near {
  word: number;
  edits: number;
}

export class Lexicon {
  readonly size: number;
  readonly #index: OpenSections;
  readonly #text: Buffer;
  readonly #spelt = new Uint8Array(256);

  constructor(index: OpenSections) {
    this.#index = index;
    this.#text = asBuffer(index.wordText);
    this.size = index.wordStart.count;
  }

  text(word: number): string {
    const { wordStart } = this.#index;
    return this.#text.toString('utf8', wordStart.at(word), wordStart.at(word + 1));
  }

  /** The number of a word, or NONE. */
  word(text: string): number {
    const at = this.#firstFrom(text);
    return at < this.size && this.text(at) === text ? at : NONE;
  }

  /** The number of the stem that a word has, or NONE where no word of the index has it. */
  stem(text: string): number {
    return placeOf(stem(text), this.#index.stemHash);
  }

  stemOf(word: number): number {
    return this.#index.wordStem[word] as number;
  }

  /** The `most` words that begin with `prefix` and stand in most titles. */
  beginningWith(prefix: string, most: number): number[] {
    const found: number[] = [];
    for (let at = this.#firstFrom(prefix); at < this.size && this.text(at).startsWith(prefix); at++) {
      if (this.titles(at) > 0) found.push(at);
      if (found.length === 400) break;
    }
    return found.sort((a, b) => this.titles(b) - this.titles(a) || a - b).slice(0, most);
  }

  /** The `most` words of titles within `edits` of `text`, nearest first, then those in most titles. */
  near(text: string, edits: number, most: number): Near[] {
    const { wordLetters } = this.#index;
    const signature = lettersOf(text);
    const letters = lettersIn(text);
    const found: Near[] = [];
    for (let word = 0; word < this.size; word++) {
      if (!mayBecome(signature, wordLetters[word] as number, edits) || this.titles(word) === 0) continue;
      const away = this.#distance(letters, word, edits);
      if (away > 0 && away <= edits) found.push({ word, edits: away });
    }
    const initial = text[0];
    const odd = (near: Near): number => near.edits + (this.text(near.word)[0] === initial ? 0 : 0.5);
    return found
      .map((near) => ({ near, odd: odd(near) }))
      .sort((a, b) => a.odd - b.odd || this.titles(b.near.word) - this.titles(a.near.word) || a.near.word - b.near.word)
      .slice(0, most)
      .map(({ near }) => near);
  }

  /** The `most` words of titles that sound like `text` and have half of its letters, those in most titles first. */
  soundingLike(text: string, most: number): Near[] {
    const { wordSound } = this.#index;
    const code = soundCode(text);
    if (code === 0) return [];
    const sound = soundOf(text);
    const letters = lettersIn(text);
    const furthest = Math.max(2, text.length >> 1);
    const found: Near[] = [];
    for (let word = wordSound.indexOf(code); word !== -1; word = wordSound.indexOf(code, word + 1)) {
      if (this.titles(word) === 0 || soundOf(this.text(word)) !== sound) continue;
      const edits = this.#distance(letters, word, furthest);
      if (edits <= furthest) found.push({ word, edits });
    }
    return found.sort((a, b) => this.titles(b.word) - this.titles(a.word) || a.word - b.word).slice(0, most);
  }

  /** Writes a word's letters into `into` from `at` on, as far as there is room; where they end. */
  spell(word: number, into: Uint8Array, at: number): number {
    const { wordStart, wordText } = this.#index;
    let to = at;
    const end = wordStart.at(word + 1);
    for (let from = wordStart.at(word); from < end && to < into.length; from++) into[to++] = wordText[from] as number;
    return to;
  }

  #distance(letters: Uint8Array, word: number, most: number): number {
    const { wordStart } = this.#index;
    const length = wordStart.at(word + 1) - wordStart.at(word);
    // Most are told by their length, before they are spelt.
    if (Math.abs(length - letters.length) > most) return most + 1;
    return distance(letters, this.#spelt, most, this.spell(word, this.#spelt, 0));
  }

  /** How many titles a word stands in. */
  titles(word: number): number {
    return this.#index.wordTitles[word] as number;
  }

  /** How often a word says what kind of worker a title means, 0 (`cars`) to 1 (`driver`). */
  headship(word: number): number {
    return (this.#index.wordHeads[word] as number) / 255;
  }

  /** Where `text` stands or would stand. */
  #firstFrom(text: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.text(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
