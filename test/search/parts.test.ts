/** The parts that have laws of their own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex, packLists, priorOf, variants } from '../../src/search/build.js';
import { ListReader, type OpenSections, type ReadAt } from '../../src/search/format.js';
import { distance, lettersIn, lettersOf, mayBecome } from '../../src/search/fuzzy.js';
import { headOf } from '../../src/search/head.js';
import { openSearchIndex, readSearchIndex } from '../../src/search/index.js';
import type { Lexicon } from '../../src/search/lexicon.js';
import { featuresOf } from '../../src/search/rank.js';
import { packShares, shareOfNames, shareOfText } from '../../src/search/shares.js';
import { packStarts, Starts } from '../../src/search/starts.js';
import { type Bearer, packTitle, Titles } from '../../src/search/titles.js';
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

  it('is never less than the letters say', () => {
    fc.assert(fc.property(word, word, (a, b) => mayBecome(lettersOf(a), lettersOf(b), away(a, b, 99))));
  });
});

it.each([
  ['nurse', 'nurse', 0, true],
  ['nurse', 'nurs', 0, false],
  ['nurse', 'purse', 1, true],
  ['nurse', 'nursing', 1, false],
  ['cat', 'dog', 2, false],
  ['cat', 'dog', 3, true],
])('the letters of %s and %s, %i edits: %s', (a, b, edits, may) => {
  expect(mayBecome(lettersOf(a), lettersOf(b), edits)).toBe(may);
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

it('starts come back as they went in, in few bits or in many', () => {
  const steps = fc.oneof(fc.array(fc.nat(30)), fc.array(fc.oneof(fc.nat(300), fc.nat(90_000)), { maxLength: 300 }));
  fc.assert(
    fc.property(steps, (lengths) => {
      const rising = [0];
      for (const length of lengths) rising.push((rising.at(-1) ?? 0) + length);
      const packed = packStarts(Uint32Array.from(rising));
      const starts = new Starts(packed);
      expect(starts.count).toBe(lengths.length);
      expect(rising.map((_, i) => starts.at(i))).toEqual(rising);
      for (let place = 0; place < Math.min(rising.at(-1) ?? 0, 500); place++) {
        const part = starts.partAt(place);
        expect(starts.at(part)).toBeLessThanOrEqual(place);
        expect(starts.at(part + 1)).toBeGreaterThan(place);
      }
    }),
  );
  expect(packStarts(Uint32Array.of(0, 70_000)).low).toBeInstanceOf(Uint32Array);
  expect(packStarts(Uint32Array.of(0, 60_000)).low).toBeInstanceOf(Uint16Array);
  expect(packStarts(Uint32Array.of(0, 200, 255)).low).toBeInstanceOf(Uint8Array);
});

describe('packed shares', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('come back nearly as they were, each apart from the other', () => {
    fc.assert(
      fc.property(share, share, (names, text) => {
        const packed = packShares(names, text);
        expect(packed).toBeLessThan(256);
        expect(Math.abs(shareOfNames(packed) - names)).toBeLessThan(0.07);
        expect(Math.abs(shareOfText(packed) - text)).toBeLessThan(0.07);
      }),
    );
  });

  it('keep their order, and what is something does not become nothing', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(shareOfNames(packShares(less, 0))).toBeLessThanOrEqual(shareOfNames(packShares(more, 0)));
        expect(shareOfText(packShares(0, a)) > 0).toBe(a > 0);
      }),
    );
  });
});

describe('a packed title', () => {
  const vocabulary = ['and', 'cars', 'ceo', 'director', 'fixes', 'nursing', 'of'];
  const open = (words: number[], text: string, bearers: Bearer[], size: number) => {
    const many = Array.from({ length: size }, (_, i) => vocabulary[i] ?? `w${i}`);
    const bytes: number[] = [];
    packTitle({ words, head: 1, bearers, text }, many, bytes);
    const lexicon = { size, text: (word: number) => many[word] ?? '' } as unknown as Lexicon;
    const titleStart = new Starts(packStarts(Uint32Array.of(0, bytes.length)));
    const ledStart = new Starts(
      packStarts(Uint32Array.from({ length: size + 1 }, (_, i) => (i > (words[0] ?? 0) ? 1 : 0))),
    );
    const sections = { titles: Uint8Array.from(bytes), titleStart, ledStart } as unknown as OpenSections;
    return { titles: new Titles(sections, lexicon), size: bytes.length };
  };
  const one = [{ record: 900, field: 4 }];

  it.each([
    ['as a title', [3, 6, 5], 'Director of Nursing'],
    ['in small letters', [4, 1], 'fixes cars'],
    ['in letters of its own', [2], 'CEO'],
  ])('%s', (_, words, text) => {
    for (const size of [vocabulary.length, 70_000]) {
      const { titles } = open(words, text, one, size);
      expect(titles.text(0)).toBe(text);
      expect(titles.words(0)).toEqual(words);
      expect(titles.head(0)).toBe(1);
      expect(titles.bearers(0)).toEqual(one);
    }
  });

  it('of many bearers', () => {
    for (const count of [1, 15, 16, 400]) {
      const bearers = Array.from({ length: count }, (_, record) => ({ record, field: record % 5 }));
      expect(open([4, 1], 'fixes cars', bearers, vocabulary.length).titles.bearers(0)).toEqual(bearers);
    }
  });

  it('is written without its text where its words tell it', () => {
    const sizeOf = (text: string): number => open([4, 1], text, one, vocabulary.length).size;
    expect(sizeOf('fixes cars')).toBe(sizeOf('Fixes Cars'));
    expect(sizeOf('fixes Cars')).toBeGreaterThan(sizeOf('fixes cars'));
  });
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
      votes: 0,
    },
    { affinity: 1, votes: 1, names: 1, text: 1 },
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
