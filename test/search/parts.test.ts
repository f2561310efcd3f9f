/** The parts that have laws of their own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex, packLists, priorOf, variants } from '../../src/search/build.js';
import { ListReader, type ReadAt } from '../../src/search/format.js';
import { bitsIn, distance, lettersIn, lettersOf } from '../../src/search/fuzzy.js';
import { headOf } from '../../src/search/head.js';
import { openSearchIndex, readSearchIndex } from '../../src/search/index.js';
import { featuresOf } from '../../src/search/rank.js';
import { packStarts, Starts } from '../../src/search/starts.js';
import { appendRising, readRising } from '../../src/search/varint.js';
import { FEATURES } from '../../src/search/weights.js';
import { entries } from './entries.js';

const away = (a: string, b: string, most: number): number => distance(lettersIn(a), lettersIn(b), most);
const word = fc.string({ unit: fc.constantFrom(...'abcdefg'), maxLength: 12 });

describe('distance', () => {
  it.each([
    ['driver', 'drvier', 1],
    ['hygienist', 'hygenist', 1],
    ['baker', 'baker', 0],
    ['', 'abc', 3],
    ['plumber', 'plummer', 1],
    ['ca', 'abc', 3],
  ])('%s and %s are %i apart', (a, b, edits) => {
    expect(away(a, b, 9)).toBe(edits);
  });

  it('is the same from both sides, and says only that it is too far beyond the most', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const edits = away(a, b, 99);
        expect(away(b, a, 99)).toBe(edits);
        expect(away(a, b, most)).toBe(Math.min(edits, most + 1));
      }),
    );
  });

  it('moves at most two letters of the signature an edit', () => {
    fc.assert(fc.property(word, word, (a, b) => bitsIn((lettersOf(a) ^ lettersOf(b)) >>> 0) <= 2 * away(a, b, 99)));
  });
});

it('varints come back as they went in', () => {
  const rising = fc.uniqueArray(fc.nat(5_000_000)).map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(rising, (numbers) => {
      const bytes: number[] = [];
      appendRising(bytes, numbers);
      const back = new Uint32Array(numbers.length);
      expect(readRising({ bytes: Uint8Array.from(bytes), start: 0, end: bytes.length }, back)).toBe(numbers.length);
      expect([...back]).toEqual(numbers);
    }),
  );
});

it.each([
  ['truck driver', 'driver'],
  ['director of nursing', 'director'],
  ['teacher for young children', 'teacher'],
  ['nurse 2', 'nurse'],
  ['clerk iii', 'clerk'],
  ['of', 'of'],
])('the head of %j is %j', (title, head) => {
  const words = title.split(' ');
  expect(words[headOf(words)]).toBe(head);
});

it.each([
  ['CEO (Chief Executive Officer)', ['CEO', 'Chief Executive Officer', 'CEO (Chief Executive Officer)']],
  ['Certified Nurse Aide (CNA)', ['Certified Nurse Aide', 'CNA', 'Certified Nurse Aide (CNA)']],
  ['Chemistry Teacher (High School)', ['Chemistry Teacher', 'Chemistry Teacher (High School)']],
  ['Baker', ['Baker']],
])('%j is the titles %j', (title, all) => {
  expect(variants(title)).toEqual(all);
});

it('the prior rises with employment and is in the middle where that is unknown', () => {
  const priors = [100, 5_000, 200_000, 3_000_000].map(priorOf);
  expect(priors).toEqual([...priors].sort((a, b) => a - b));
  expect(priorOf(null)).toBeGreaterThan(priorOf(1_000));
  expect(priorOf(null)).toBeLessThan(priorOf(1_000_000));
});

it('the features of a record come in the order of the weights', () => {
  const near = { answered: 0, explained: 0, head: 0, order: 0, letters: 0, edits: 9, overall: 0 };
  const none = new Float32Array(1);
  const features = featuresOf(
    {
      record: 0,
      score: 0,
      title: -1,
      field: 0,
      near,
      features: [],
      own: near,
      votes: 0,
      named: 0,
      group: { affinity: 1, votes: 1 },
    },
    { affinity: 1, votes: 1, groupVotes: 1, names: 1, text: 1 },
    { tokens: [], text: '', letters: new Uint8Array(), slots: [], head: 0, asked: 1, described: 0, misspelt: false },
    { titles: [], records: [], names: none, text: none },
    { of: () => 0.5 },
    { recordFlags: new Uint8Array(1), recordPrior: none },
  );
  expect(Object.keys(features)).toEqual(FEATURES);
});

describe('the bytes of an index', () => {
  const bytes = buildSearchIndex(entries);

  it('are the same for the same entries', () => {
    expect(Buffer.from(buildSearchIndex(entries)).equals(bytes)).toBe(true);
  });

  it('answer alike from the middle of a buffer and from a file', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const asIn = (readAt: ReadAt) => readSearchIndex(readAt, bytes.length).find('nurse');
    const answer = openSearchIndex(bytes).find('nurse');
    expect(asIn((offset, length) => shifted.subarray(1 + offset, 1 + offset + length))).toEqual(answer);
    expect(asIn((offset, length) => bytes.slice(offset, offset + length))).toEqual(answer);
  });

  it('are read by the list, and by the section once many lists are asked for', () => {
    const lists: number[][] = Array.from({ length: 400 }, (_, i) => Array.from({ length: i % 7 }, (_, k) => i + k));
    const packed = packLists(lists, (list, out) => appendRising(out, list));
    let reads = 0;
    const reader = new ListReader(
      (offset, length) => {
        reads++;
        return packed.bytes.subarray(offset - 8, offset - 8 + length);
      },
      8,
      packed.bytes.length,
      new Starts(packStarts(packed.starts)),
    );
    const into = new Uint32Array(8);
    lists.forEach((list, i) => {
      expect([...into.subarray(0, readRising(reader.of(i), into))]).toEqual(list);
    });
    expect(reads).toBeLessThan(lists.length);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['other bytes', new Uint8Array(64).fill(7)],
    ['another version', Uint8Array.from(bytes, (byte, i) => (i === 4 ? 99 : byte))],
    ['half of them', bytes.subarray(0, bytes.length >> 1)],
  ])('%s: refused in a sentence', (_, damaged) => {
    expect(() => openSearchIndex(damaged)).toThrow(/damaged or of another version/);
  });
});
