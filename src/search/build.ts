/** Entries → the bytes of an index. Runs when a catalogue is compiled; index.ts answers from what it leaves. */
import {
  CATCH_ALL,
  CODE_BYTES,
  FIELDS,
  type Field,
  ids,
  type Lists,
  PART_OF_CODE,
  RARITY_UNITS,
  SECOND_OF_CODE,
  type Sections,
  writeSections,
} from './format.js';
import { lettersOf } from './fuzzy.js';
import { hash } from './hash.js';
import { headOf } from './head.js';
import { learn } from './learn.js';
import { MOST_WORDS, normalise, uninverted, wordsOf } from './normalise.js';
import { packShares } from './shares.js';
import { soundCode } from './sounds.js';
import { stem } from './stem.js';
import { packTitle } from './titles.js';
import { appendRising } from './varint.js';
import { packRecords, packTraits, SIZE } from './vectors.js';

/** What search knows of one record. Several records may share a code, and one title may name several records. */
export interface SearchEntry {
  /** The record's number, which a match gives back. */
  id: number;
  slug: string;
  /** O*NET-SOC (`29-9021.00`) or SOC (`29-9021`). */
  code: string;
  title: string;
  officialTitle?: string | undefined;
  alsoCalled: string[];
  /** Further job titles, for search alone: tens of thousands in a national catalogue. */
  jobTitles: string[];
  everydayNames: string[];
  /** Of each everyday name, the place of this record among those it means, the closest 0; 0 where it is not told. */
  everydayPlaces?: number[];
  /** The record's prose. */
  text: string;
  /** Jobs; of the whole code where several records share it. */
  employment: number | null;
  /** A residual class: "All Other". */
  catchAll: boolean;
}

/** How much a word counts toward an occupation, by the field it stands in. */
const FIELD_WEIGHT: Readonly<Record<Field, number>> = {
  title: 12,
  'official-title': 10,
  'everyday-name': 5,
  'also-called': 6,
  'job-title': 1,
  text: 1,
};

/** BM25's saturation and its share of length normalisation, for an occupation's names and for its prose. */
const NAMES = { k: 6, b: 0.6 };
const TEXT = { k: 1.5, b: 0.5 };

const ACRONYM = /^[A-Z][A-Za-z0-9&/.-]{0,6}$/;
const isAcronym = (text: string): boolean => ACRONYM.test(text) && (text.match(/[A-Z]/g) ?? []).length > 1;

/** `CEO (Chief Executive Officer)` is three titles: as it stands, and each of the two. */
export function variants(title: string): string[] {
  const parts = /^(.+?)\s*\(([^()]+)\)$/.exec(title);
  if (parts === null) return [title];
  const [, outside = '', inside = ''] = parts;
  return isAcronym(inside) || isAcronym(outside) ? [outside, inside, title] : [outside, title];
}

interface Title {
  /** Its words, as normalise() leaves them, a blank between each two. */
  key: string;
  text: string;
  bearers: Bearing[];
}

interface Bearing {
  record: number;
  /** The most telling field that the title stands in, as a place among FIELDS. */
  field: number;
  /** The record's place among those the title means, the closest 0. */
  place: number;
}

/** Distinct titles, in the order of their words: a blank comes before whatever a word is made of. */
function collectTitles(entries: readonly SearchEntry[]): Title[] {
  const titles = new Map<string, Title>();
  const add = (record: number, text: string, field: number, place: number): void => {
    const key = wordsOf(normalise(text)).join(' ');
    if (key === '') return;
    const title = titles.get(key);
    if (title === undefined) {
      titles.set(key, { key, text, bearers: [{ record, field, place }] });
      return;
    }
    const known = title.bearers.find((bearer) => bearer.record === record);
    if (known === undefined) title.bearers.push({ record, field, place });
    else if (field < known.field) Object.assign(known, { field, place });
  };
  entries.forEach((entry, record) => {
    const fields: [Field, readonly string[]][] = [
      ['title', [entry.title]],
      ['official-title', entry.officialTitle === undefined ? [] : [entry.officialTitle]],
      ['everyday-name', entry.everydayNames],
      ['also-called', entry.alsoCalled],
      ['job-title', entry.jobTitles],
    ];
    for (const [name, texts] of fields) {
      const field = FIELDS.indexOf(name);
      texts.forEach((text, i) => {
        const place = name === 'everyday-name' ? (entry.everydayPlaces?.[i] ?? 0) : 0;
        for (const variant of variants(text)) add(record, variant, field, place);
      });
    }
  });
  return [...titles.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The words of all titles as numbers, one title after the other, and where each begins. */
function numberWords(titles: readonly Title[], wordNumber: ReadonlyMap<string, number>): Numbered {
  const start = new Uint32Array(titles.length + 1);
  let word = new Uint32Array(4 * titles.length + MOST_WORDS);
  let end = 0;
  titles.forEach(({ key }, t) => {
    if (end + MOST_WORDS > word.length) {
      const larger = new Uint32Array(2 * word.length);
      larger.set(word);
      word = larger;
    }
    for (const text of key.split(' ')) word[end++] = wordNumber.get(text) ?? 0;
    start[t + 1] = end;
  });
  return { of: (title) => word.subarray(start[title], start[title + 1]) };
}

interface Numbered {
  of(title: number): Uint32Array;
}

/** All texts one after the other, with where each starts and, last, where the last one ends. */
function pool(texts: Iterable<string>): { bytes: Uint8Array; starts: Uint32Array } {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const starts = [0];
  let length = 0;
  for (const text of texts) {
    const part = encoder.encode(text);
    parts.push(part);
    length += part.length;
    starts.push(length);
  }
  const bytes = new Uint8Array(length);
  parts.forEach((part, i) => {
    bytes.set(part, starts[i] ?? 0);
  });
  return { bytes, starts: Uint32Array.from(starts) };
}

/** The lists one after the other, as `append` writes them, with where each starts and, last, where the last one ends. */
export function packLists<List>(
  lists: readonly List[],
  append: (list: List, out: number[], i: number) => void,
): { bytes: Uint8Array; starts: Uint32Array } {
  const starts = new Uint32Array(lists.length + 1);
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  lists.forEach((list, i) => {
    const out: number[] = [];
    append(list, out, i);
    if (end + out.length > bytes.length) {
      const larger = new Uint8Array(2 * (end + out.length));
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(out, end);
    end += out.length;
    starts[i + 1] = end;
  });
  return { bytes: bytes.slice(0, end), starts };
}

/** @param leads the first word of each title, rising @returns where each word's titles begin */
function ledStarts(leads: readonly number[], words: number): Uint32Array {
  const starts = new Uint32Array(words + 1);
  for (const word of leads) starts[word + 1] = (starts[word + 1] as number) + 1;
  for (let word = 0; word < words; word++) starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number);
  return starts;
}

/** The record of each code that stands for the whole: the one whose title shares most words with the official title. */
function firstOfCodes(entries: readonly SearchEntry[]): Set<number> {
  const best = new Map<string, { record: number; shared: number }>();
  entries.forEach((entry, record) => {
    const official = new Set(wordsOf(normalise(entry.officialTitle ?? '')).map(stem));
    const own = wordsOf(normalise(entry.title)).map(stem);
    const shared = own.filter((word) => official.has(word)).length;
    const known = best.get(entry.code);
    if (known === undefined || shared > known.shared) best.set(entry.code, { record, shared });
  });
  return new Set([...best.values()].map(({ record }) => record));
}

const LEAST_JOBS = Math.log(300);
const MOST_JOBS = Math.log(4_000_000);
const UNKNOWN_PRIOR = 0.35;

export function priorOf(employment: number | null): number {
  if (employment === null || employment <= 0) return UNKNOWN_PRIOR;
  return Math.min(1, Math.max(0, (Math.log(employment) - LEAST_JOBS) / (MOST_JOBS - LEAST_JOBS)));
}

/** Titles of the groups that a code stands in, from the broad occupation up to the minor group. */
const groupTitles = (code: string, soc: ReadonlyMap<string, string>): string =>
  [`${code.slice(0, 6)}0`, `${code.slice(0, 4)}000`].map((group) => soc.get(group) ?? '').join(' ');

export function buildSearchIndex(
  entries: readonly SearchEntry[],
  soc: ReadonlyMap<string, string> = new Map(),
  { passes }: { passes?: number } = {},
): Uint8Array {
  const titles = collectTitles(entries);
  const learned = learnedFrom(titles, entries.length, passes);
  const prose = entries.map((entry) =>
    normaliseProse(
      `${firstSentence(entry.text)} ${firstSentence(entry.text)} ${entry.text} ${groupTitles(entry.code, soc)}`,
    ),
  );

  const distinct = new Set(prose.flat());
  for (const { key } of titles) for (const word of key.split(' ')) distinct.add(word);
  const words = [...distinct].sort();
  const wordNumber = new Map(words.map((word, i) => [word, i]));
  const wordHash = words.map((word) => hash(stem(word)));
  const stemHash = Uint32Array.from(new Set(wordHash)).sort();
  const stemNumber = new Map([...stemHash].map((h, i) => [h, i]));
  const wordStem = wordHash.map((h) => stemNumber.get(h) ?? 0);
  const numberOf = (word: string): number => wordNumber.get(word) ?? 0;

  const titleWords = numberWords(titles, wordNumber);
  const wordTitles = new Uint16Array(words.length);
  const stemTitles: number[][] = Array.from(stemHash, () => []);
  const heads = new Uint32Array(words.length);
  const headPlace = titles.map(headOfTitle);
  titles.forEach((_, t) => {
    const numbers = titleWords.of(t);
    for (const word of new Set(numbers)) wordTitles[word] = Math.min(0xffff, (wordTitles[word] ?? 0) + 1);
    for (const s of new Set([...numbers].map((word) => wordStem[word] ?? 0))) stemTitles[s]?.push(t);
    const head = numbers[headPlace[t] ?? 0] ?? 0;
    heads[head] = (heads[head] as number) + 1;
  });
  const stemRarity = Float32Array.from(stemTitles, (list) => Math.log(1 + titles.length / (list.length + 0.5)));

  const titleLists = packLists(stemTitles, (list, out) => appendRising(out, list));

  const names = entries.map(() => new Map<number, number>());
  titles.forEach((title, t) => {
    for (const { record, field } of title.bearers) {
      const counts = names[record];
      if (counts === undefined) continue;
      for (const word of titleWords.of(t)) {
        const s = wordStem[word] ?? 0;
        counts.set(s, (counts.get(s) ?? 0) + FIELD_WEIGHT[FIELDS[field] ?? 'text']);
      }
    }
  });
  const texts = prose.map((list) => {
    const counts = new Map<number, number>();
    for (const word of list) {
      const s = wordStem[numberOf(word)] ?? 0;
      counts.set(s, (counts.get(s) ?? 0) + FIELD_WEIGHT.text);
    }
    return counts;
  });
  const inNames = saturated(names, NAMES);
  const inText = saturated(texts, TEXT);
  const stemRecords: Map<number, [names: number, text: number]>[] = Array.from(stemHash, () => new Map());
  inNames.forEach((weights, record) => {
    for (const [s, weight] of weights) stemRecords[s]?.set(record, [weight, 0]);
  });
  inText.forEach((weights, record) => {
    for (const [s, weight] of weights) {
      const known = stemRecords[s]?.get(record);
      if (known === undefined) stemRecords[s]?.set(record, [0, weight]);
      else known[1] = weight;
    }
  });
  const recordLists = packLists(stemRecords, (weights, out) => {
    const list = [...weights].sort(([a], [b]) => a - b);
    appendRising(
      out,
      list.map(([record]) => record),
    );
    for (const [, [names, text]] of list) out.push(packShares(names, text));
  });

  const first = firstOfCodes(entries);
  const flagsOf = (entry: SearchEntry, record: number): number =>
    (entry.catchAll ? CATCH_ALL : 0) |
    (first.has(record) ? 0 : SECOND_OF_CODE) |
    (entry.code.length > 8 && !entry.code.endsWith('.00') ? PART_OF_CODE : 0);
  const recordCode = new Uint8Array(entries.length * CODE_BYTES).fill(32);
  entries.forEach((entry, record) => {
    for (let i = 0; i < Math.min(CODE_BYTES, entry.code.length); i++) {
      recordCode[record * CODE_BYTES + i] = entry.code.charCodeAt(i);
    }
  });
  const byCode = entries.map((_, record) => record);
  byCode.sort((a, b) => {
    const [x, y] = [entries[a]?.code ?? '', entries[b]?.code ?? ''];
    if (x !== y) return x < y ? -1 : 1;
    return Number(first.has(b)) - Number(first.has(a)) || a - b;
  });

  const wordPool = pool(words);
  const packedTitles = packLists(titles, ({ text, bearers }, out, t) => {
    const closest = [...bearers].sort((a, b) => a.place - b.place);
    packTitle({ words: [...titleWords.of(t)], head: headPlace[t] ?? 0, bearers: closest, text }, words, out);
  });

  return writeSections({
    wordText: wordPool.bytes,
    wordStart: wordPool.starts,
    wordStem: ids(wordStem),
    wordLetters: Uint32Array.from(words, lettersOf),
    wordSound: Uint16Array.from(words, soundCode),
    wordTitles,
    wordHeads: Uint8Array.from(heads, (count, word) =>
      Math.round(255 * Math.min(1, count / Math.max(1, wordTitles[word] ?? 0))),
    ),
    stemHash,
    stemRarity,
    stemTitles: titleLists.bytes,
    stemTitlesStart: titleLists.starts,
    stemRecords: recordLists.bytes,
    stemRecordsStart: recordLists.starts,
    titles: packedTitles.bytes,
    titleStart: packedTitles.starts,
    ledStart: ledStarts(
      titles.map((_, t) => titleWords.of(t)[0] ?? 0),
      words.length,
    ),
    titleRarity: Uint8Array.from(titles, (_, t) => {
      const rarity = titleWords.of(t).reduce((sum, word) => sum + (stemRarity[wordStem[word] ?? 0] ?? 0), 0);
      return Math.min(255, Math.round(RARITY_UNITS * rarity));
    }),
    ...learned,
    recordId: Uint32Array.from(entries, (entry) => entry.id),
    recordFlags: Uint8Array.from(entries, flagsOf),
    recordPrior: Float32Array.from(entries, (entry) => priorOf(entry.employment)),
    recordCode,
    recordByCode: ids(byCode),
  });
}

/** Where records have fewer titles than this on average, what is learned from them misleads more than it tells. */
const ENOUGH_TITLES = 20;

/** What learn() makes of the titles, as sections; traits in the order of their hashes, by which they are found. */
function learnedFrom(
  titles: readonly Title[],
  records: number,
  passes: number | undefined,
): Pick<Sections, 'traitHash' | 'vectorUnits' | 'recordVectors' | 'recordBias'> & Pick<Lists, 'traitVectors'> {
  const enough = passes === undefined ? titles.length >= ENOUGH_TITLES * records : passes > 0;
  const taught = enough ? titles : [];
  const lessons = taught.map(({ key, bearers }) => ({
    words: key.split(' '),
    records: bearers.map(({ record }) => record),
  }));
  const learned = learn(lessons, records, passes);
  const hashes = Uint32Array.from(learned.traits, hash);
  const rising = Uint32Array.from(hashes.keys()).sort((a, b) => (hashes[a] as number) - (hashes[b] as number));
  const traits = packTraits(Array.from(rising, (trait) => learned.vectors.subarray(trait * SIZE, (trait + 1) * SIZE)));
  const packedRecords = packRecords(learned.records);
  return {
    traitHash: rising.map((trait) => hashes[trait] as number),
    traitVectors: traits.bytes,
    vectorUnits: Float32Array.of(traits.unit, packedRecords.unit),
    recordVectors: packedRecords.bytes,
    recordBias: Float32Array.from(learned.bias),
  };
}

function headOfTitle(title: Title): number {
  if (uninverted(title.text) === null) return headOf(title.key.split(' '));
  return headOf(wordsOf(normalise(title.text.split(',', 1)[0] ?? '')));
}

/** A record's prose begins with its summary: the sentence that says what its people do and others do not. */
const firstSentence = (text: string): string => text.split('\n', 1)[0] ?? '';

/** A record's prose as words; normalise() reads a title's length at a time. */
function normaliseProse(text: string): string[] {
  return text.split(/(?<=[.;:!?])\s+/).flatMap((sentence) => {
    const words: string[] = [];
    for (const part of sentence.match(/(?:\S+\s*){1,16}/g) ?? []) words.push(...wordsOf(normalise(part)));
    return words;
  });
}

/** BM25's weight of each count, 0 to 1: counts matter less and less, and less in a long list than in a short one. */
function saturated(counts: readonly Map<number, number>[], { k, b }: { k: number; b: number }): Map<number, number>[] {
  const lengths = counts.map((map) => [...map.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return counts.map((map, i) => {
    const norm = k * (1 - b + (b * (lengths[i] ?? 0)) / Math.max(1, average));
    return new Map([...map].map(([s, count]) => [s, count / (count + norm)]));
  });
}
