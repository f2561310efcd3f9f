/**
 * The index as bytes: a head, a directory, sections that are typed arrays in place, and last the sections of lists, half
 * of it all, of which a question reads a few lists each. Opening it reads what comes before them, at once, and makes
 * views; numbers are little-endian, as on every machine that Node runs on.
 *
 *     magic u32 | version u32 | sections u32 | (kind u32, offset u32, length u32) × sections | section, section, …
 *
 * Every section starts at a multiple of four. `ids` hold numbers that may need sixteen or thirty-two bits: the writer takes
 * the narrower one that fits, so that a catalogue of a thousand occupations and one of a million share this code.
 */
import { LaddersError } from '../errors.js';
import { type PackedStarts, packStarts, Starts } from './starts.js';
import type { Stretch } from './varint.js';
import { TRAIT_BYTES } from './vectors.js';

const MAGIC = 0x5844_4e49;
const VERSION = 6;
const HEAD = 12;

export type Ids = Uint16Array | Uint32Array;
type Section = Uint8Array | Uint16Array | Uint32Array | Float32Array;
const KINDS = [Uint8Array, Uint16Array, Uint32Array, Float32Array] as const;

/** What an index holds, but for where the parts of a section begin. */
export interface Sections {
  /** Words, sorted by code unit, one after the other as UTF-8. */
  wordText: Uint8Array;
  /** Word → stem. */
  wordStem: Ids;
  /** Word → the letters in it, a bit each; see fuzzy.ts. */
  wordLetters: Uint32Array;
  /** Word → the low half of the hash of how it sounds, or 0; see sounds.ts. */
  wordSound: Uint16Array;
  /** Word → how many titles it stands in, at most 65,535. */
  wordTitles: Uint16Array;
  /** Word → the share of those titles of which it is the head, 0 to 255. */
  wordHeads: Uint8Array;
  /** Hashes of the stems, rising; a stem's number is its place here. */
  stemHash: Uint32Array;
  /** Stem → how rare it is among titles: natural logarithm of all over those that have it. */
  stemRarity: Float32Array;
  /** Distinct titles, in the order of their words; see titles.ts. */
  titles: Uint8Array;
  /** Title → the summed rarity of its words, in quarters, at most 255. */
  titleRarity: Uint8Array;
  /** What was learned: rising hashes of traits; see affinity.ts. */
  traitHash: Uint32Array;
  /** What the steps of the traits' vectors and of the records' are worth. */
  vectorUnits: Float32Array;
  /** The vectors of the records; see vectors.ts. */
  recordVectors: Uint8Array;
  /** Record → what speaks for it before any trait is seen. */
  recordBias: Float32Array;
  /** Records, in the order of the entries that were given. */
  recordId: Uint32Array;
  recordFlags: Uint8Array;
  /** Employment as a logarithm, scaled to 0 … 1; 0.35 where it is unknown. */
  recordPrior: Float32Array;
  /** Codes as twelve bytes each, padded with blanks, and the records in the order of their codes. */
  recordCode: Uint8Array;
  recordByCode: Ids;
}

/** Where part `i` of the section of that name begins: `…Start.at(i)` to `…Start.at(i + 1)`. Packed as starts.ts does. */
export interface PartStarts<Form> {
  wordStart: Form;
  titleStart: Form;
  /** Of the titles, by number, those that a word leads. */
  ledStart: Form;
  stemTitlesStart: Form;
  stemRecordsStart: Form;
}

/** The sections of lists: rising numbers, as varint.ts writes them, and bytes that go with each of them; or bytes alone. */
export interface Lists {
  /** Stem → titles. */
  stemTitles: Uint8Array;
  /** Stem → records; then a byte for each: see packShares. */
  stemRecords: Uint8Array;
  /** Trait → its vector; see vectors.ts. */
  traitVectors: Uint8Array;
}

/** Everything of an open index but its lists. */
export type OpenSections = Sections & PartStarts<Starts>;

/** An index that is open. */
export type Index = OpenSections & Record<keyof Lists, ListReader>;

/** The bytes of an index, from a file or from memory. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

const ORDER: readonly (keyof Sections)[] = [
  'wordText',
  'wordStem',
  'wordLetters',
  'wordSound',
  'wordTitles',
  'wordHeads',
  'stemHash',
  'stemRarity',
  'titles',
  'titleRarity',
  'traitHash',
  'vectorUnits',
  'recordVectors',
  'recordBias',
  'recordId',
  'recordFlags',
  'recordPrior',
  'recordCode',
  'recordByCode',
];
const STARTS: readonly (keyof PartStarts<Starts>)[] = [
  'wordStart',
  'titleStart',
  'ledStart',
  'stemTitlesStart',
  'stemRecordsStart',
];
const LISTS: readonly (keyof Lists)[] = ['stemTitles', 'stemRecords', 'traitVectors'];
/** Sections that are read at opening: those in place, and two for each of the starts. */
const IN_PLACE = ORDER.length + 2 * STARTS.length;
const SECTIONS = IN_PLACE + LISTS.length;
const DIRECTORY_END = HEAD + SECTIONS * 12;

/** Flags of a record. */
export const CATCH_ALL = 1;
/** Not the first record of its code: a special name beside the general one. */
export const SECOND_OF_CODE = 2;
/** An O*NET code that ends in other than `.00`: a part of the occupation that ends in `.00`. */
export const PART_OF_CODE = 4;

/** Fields that a title can stand in, the most telling first. */
export const FIELDS = ['title', 'official-title', 'everyday-name', 'also-called', 'job-title', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** Units of `titleRarity` in one of `stemRarity`. */
export const RARITY_UNITS = 4;

export const CODE_BYTES = 12;

export const ids = (numbers: readonly number[]): Ids =>
  numbers.some((n) => n > 0xffff) ? Uint32Array.from(numbers) : Uint16Array.from(numbers);

const padded = (n: number): number => (n + 3) & ~3;

export function writeSections(sections: Sections & PartStarts<Uint32Array> & Lists): Uint8Array {
  const starts = STARTS.map((name) => packStarts(sections[name]));
  const all: Section[] = [
    ...ORDER.map((name) => sections[name]),
    ...starts.flatMap(({ low, base }) => [low, base]),
    ...LISTS.map((name) => sections[name]),
  ];
  const bytes = new Uint8Array(all.reduce((size, section) => size + padded(section.byteLength), DIRECTORY_END));
  const head = new DataView(bytes.buffer);
  head.setUint32(0, MAGIC, true);
  head.setUint32(4, VERSION, true);
  head.setUint32(8, SECTIONS, true);
  let offset = DIRECTORY_END;
  all.forEach((section, i) => {
    const kind = KINDS.findIndex((Kind) => section instanceof Kind);
    head.setUint32(HEAD + i * 12, kind, true);
    head.setUint32(HEAD + i * 12 + 4, offset, true);
    head.setUint32(HEAD + i * 12 + 8, section.length, true);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
    offset += padded(section.byteLength);
  });
  return bytes;
}

interface Entry {
  Kind: (typeof KINDS)[number];
  /** In bytes, from the start of the index. */
  offset: number;
  /** In elements. */
  length: number;
}

/** Where each section is, or null where the head is not ours or a section ends beyond `size`. */
function directory(head: DataView, size: number): Entry[] | null {
  if (head.byteLength < DIRECTORY_END || head.getUint32(0, true) !== MAGIC) return null;
  if (head.getUint32(4, true) !== VERSION || head.getUint32(8, true) !== SECTIONS) return null;
  const entries: Entry[] = [];
  for (let at = HEAD; at < DIRECTORY_END; at += 12) {
    const Kind = KINDS[head.getUint32(at, true)];
    const [offset, length] = [head.getUint32(at + 4, true), head.getUint32(at + 8, true)];
    if (Kind === undefined || offset + length * Kind.BYTES_PER_ELEMENT > size) return null;
    entries.push({ Kind, offset, length });
  }
  return entries;
}

/** @param size of the index, in bytes */
export function readSections(readAt: ReadAt, size: number): Index {
  const start = readAt(0, Math.min(DIRECTORY_END, size));
  const entries = directory(new DataView(start.buffer, start.byteOffset, start.byteLength), size);
  if (entries === null) {
    throw new LaddersError('BAD_SEARCH_INDEX', 'The search index is damaged or of another version.', {
      hints: ['Compile the catalogue again.'],
    });
  }
  const given = readAt(0, entries[IN_PLACE]?.offset ?? size);
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const section = (i: number): Section => {
    const { Kind, offset, length } = entries[i] as Entry;
    return new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length);
  };
  const index: Record<string, Section | Starts | ListReader> = {};
  ORDER.forEach((name, i) => {
    index[name] = section(i);
  });
  STARTS.forEach((name, i) => {
    const at = ORDER.length + 2 * i;
    index[name] = new Starts({ low: section(at), base: section(at + 1) } as PackedStarts);
  });
  LISTS.forEach((name, i) => {
    const { offset, length } = entries[IN_PLACE + i] as Entry;
    const start = name === 'traitVectors' ? { at: (i: number) => i * TRAIT_BYTES } : (index[`${name}Start`] as Starts);
    index[name] = new ListReader(readAt, offset, length, start);
  });
  return index as unknown as Index;
}

/** After so many lists the section is read whole: one question needs dozens, the questions of a batch all. */
const FEW_LISTS = 200;

/** One section of lists, from which each is read when it is asked for. */
export class ListReader {
  readonly #readAt: ReadAt;
  readonly #offset: number;
  readonly #length: number;
  readonly #start: Pick<Starts, 'at'>;
  #read = 0;
  #whole: Uint8Array | undefined;

  constructor(readAt: ReadAt, offset: number, length: number, start: Pick<Starts, 'at'>) {
    this.#readAt = readAt;
    this.#offset = offset;
    this.#length = length;
    this.#start = start;
  }

  of(i: number): Stretch {
    const [start, end] = [this.#start.at(i), this.#start.at(i + 1)];
    if (this.#whole === undefined && ++this.#read > FEW_LISTS) this.#whole = this.#readAt(this.#offset, this.#length);
    if (this.#whole !== undefined) return { bytes: this.#whole, start, end };
    return { bytes: this.#readAt(this.#offset + start, end - start), start: 0, end: end - start };
  }
}
