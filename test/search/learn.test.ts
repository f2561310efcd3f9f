/** What is learned from titles, and how it is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Affinities } from '../../src/search/affinity.js';
import { buildSearchIndex } from '../../src/search/build.js';
import { readSections } from '../../src/search/format.js';
import { learn } from '../../src/search/learn.js';
import { Lessons } from '../../src/search/lessons.js';
import { row } from '../../src/search/simd.js';
import { pairsOf, partsOf, telling } from '../../src/search/traits.js';
import { addTrait, packedProduct, packRecords, packTraits, SIZE, TRAIT_BYTES } from '../../src/search/vectors.js';
import { entries } from './entries.js';

const number = fc.double({ min: -3, max: 3, noNaN: true });
const vector = fc.array(number, { minLength: SIZE, maxLength: SIZE }).map((list) => Float32Array.from(list));

/** Multiplied as it is written in books, number by number. */
const product = (a: Float32Array, b: ArrayLike<number>): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

describe('traits', () => {
  it('are words that say something, pairs of stems side by side, and the parts of a word', () => {
    expect(telling(['director', 'of', 'nursing'])).toEqual(['director', 'nursing']);
    expect(pairsOf(['truck', 'drivers'])).toEqual(['pair  truck', 'pair truck driv']);
    expect(partsOf('baker')).toEqual(['stem bak', 'begins bak', 'ends ker', 'begins bake', 'ends aker']);
    expect(partsOf('rn')).toEqual(['stem rn']);
  });
});

describe('lessons', () => {
  const lessons = new Lessons(
    [
      { words: ['truck', 'driver'], records: [0] },
      { words: ['bus', 'driver'], records: [1, 2] },
      { words: ['of', 'the'], records: [2] },
    ],
    3,
  );
  const listed = ({ start, of }: Lessons['own'], i: number): number[] => [...of.subarray(start[i], start[i + 1])];

  it('know their own records, and those that share a stem', () => {
    expect([0, 1, 2].map((i) => listed(lessons.own, i))).toEqual([[0], [1, 2], [2]]);
    expect(listed(lessons.likely, 0).sort()).toEqual([0, 1, 2]);
    expect(listed(lessons.likely, 2)).toEqual([]);
  });

  it('keep of a word what other titles have too', () => {
    const driver = lessons.tokens.indexOf('word driver');
    const parts = listed(lessons.made, driver).map((part) => lessons.parts[part]);
    expect(parts).toEqual(partsOf('driver'));
    expect(listed(lessons.made, lessons.tokens.indexOf('word bus'))).toEqual([]);
  });
});

describe('learning', () => {
  const list = [
    ...['truck', 'lorry', 'van'].map((word) => ({ words: [word, 'driver'], records: [0] })),
    ...['ward', 'night', 'school'].map((word) => ({ words: [word, 'nurse'], records: [1] })),
    ...['cake', 'bread', 'van'].map((word) => ({ words: [word, 'baker'], records: [2] })),
  ];
  const worth = ({ traits, vectors, records }: ReturnType<typeof learn>, trait: string): number[] => {
    const one = (row: Float32Array, i: number): Float32Array => row.subarray(i * SIZE, (i + 1) * SIZE);
    return [0, 1, 2].map((record) => product(one(records, record), one(vectors, traits.indexOf(trait))));
  };

  it('places a word with the records whose titles have it', () => {
    const learned = learn(list, 3, 60);
    for (const [record, word] of ['driver', 'nurse', 'baker'].entries()) {
      const values = worth(learned, `word ${word}`);
      expect(values.indexOf(Math.max(...values))).toBe(record);
    }
  });

  it('comes to the same each time', () => {
    expect(learn(list, 3)).toEqual(learn(list, 3));
  });

  it('of nothing knows nothing', () => {
    expect(learn([], 2)).toMatchObject({ traits: [], bias: new Float64Array(2) });
  });
});

describe('vectors', () => {
  it('multiply in a row, and add from it to it', () => {
    fc.assert(
      fc.property(vector, vector, vector, number, (a, b, c, share) => {
        const { numbers, product: multiplied, add } = row(3);
        [a, b, c].forEach((one, i) => {
          numbers.set(one, i * SIZE);
        });
        expect(multiplied(2, 1)).toBeCloseTo(product(c, b), 3);
        expect(multiplied(0, 0)).toBeCloseTo(product(a, a), 3);
        add(2, share, 1);
        const sum = b.map((x, i) => x + Math.fround(share) * (c[i] as number));
        [a, sum, c].forEach((one, i) => {
          numbers.subarray(i * SIZE, (i + 1) * SIZE).forEach((x, k) => {
            expect(x).toBeCloseTo(one[k] as number, 5);
          });
        });
      }),
    );
  });

  it('of a row begin as nothing, however many there are', () => {
    const { numbers, product: multiplied } = row(2000);
    expect(numbers.length).toBe(2000 * SIZE);
    numbers.fill(1, 1999 * SIZE);
    expect([multiplied(0, 1999), multiplied(1999, 1999), multiplied(1998, 1998)]).toEqual([0, SIZE, 0]);
    expect(row(0).numbers.length).toBe(0);
  });

  it('of traits come back from four bits within half a step, where none is cut', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 4 }), (list) => {
        const { bytes, unit } = packTraits(list);
        list.forEach((one, v) => {
          const back = new Float64Array(SIZE);
          addTrait(bytes, v * TRAIT_BYTES, unit, back);
          const size = (bytes[v * TRAIT_BYTES] as number) * unit;
          const step = size / 7.5;
          one.forEach((x, i) => {
            const kept = Math.max(-size, Math.min(size, x));
            expect(Math.abs((back[i] as number) - kept)).toBeLessThanOrEqual(step / 2 + unit + 1e-9);
          });
        });
      }),
    );
  });

  it('of records multiply as bytes nearly as they did', () => {
    fc.assert(
      fc.property(
        vector,
        fc.array(fc.integer({ min: -2047, max: 2047 }), { minLength: SIZE, maxLength: SIZE }),
        (a, b) => {
          const { bytes, unit } = packRecords(Float32Array.from([...a, ...a]));
          const exact = product(a, b);
          const most = b.reduce((sum, x) => sum + Math.abs(x), 0) * unit;
          expect(Math.abs(unit * packedProduct(bytes, 1, Int32Array.from(b)) - exact)).toBeLessThanOrEqual(
            most / 2 + 1e-6,
          );
        },
      ),
    );
  });
});

it.each([
  [19, false],
  [21, true],
])('of a catalogue with %i titles a record something is learned: %s', (count, is) => {
  const two = entries.slice(0, 2).map((entry, record) => ({
    ...entry,
    ...{ title: `Hand ${record}`, officialTitle: undefined, alsoCalled: [], everydayNames: [] },
    jobTitles: Array.from({ length: count - 1 }, (_, i) => `${record === 0 ? 'Day' : 'Night'} Hand w${i}`),
  }));
  const bytes = buildSearchIndex(two);
  const { traitHash } = readSections((offset, length) => bytes.subarray(offset, offset + length), bytes.length);
  expect(traitHash.length > 0).toBe(is);
});

describe('affinities', () => {
  const bytes = buildSearchIndex(entries, undefined, { passes: 5 });
  const affinities = new Affinities(
    readSections((offset, length) => bytes.subarray(offset, offset + length), bytes.length),
  );
  const all = entries.map((_, record) => record);
  const weighed = (words: readonly string[], records: readonly number[] = all): number[] => {
    affinities.ask(words);
    affinities.weigh(records);
    return records.map((record) => affinities.of(record));
  };

  it('are probabilities of the records weighed, whatever the words', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('nurse', 'driver', 'of', 'constructor')));
    fc.assert(
      fc.property(words, fc.subarray(all, { minLength: 1 }), (asked, records) => {
        const odds = weighed(asked, records);
        expect(odds.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
        for (const p of odds) expect(p).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('are the same for any words that are not known', () => {
    expect(weighed(['qqqqq'])).toEqual(weighed([]));
  });

  it('are of the words asked last', () => {
    const nurse = weighed(['registered', 'nurse']);
    expect(weighed(['truck', 'driver'])).not.toEqual(nurse);
    expect(weighed(['registered', 'nurse'])).toEqual(nurse);
  });
});
