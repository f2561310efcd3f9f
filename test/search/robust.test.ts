/** Nothing that a person or a program can type brings search down. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/search/build.js';
import { fallback, highlight } from '../../src/search/closeness.js';
import { openSearchIndex } from '../../src/search/index.js';
import { entries } from './entries.js';

const index = openSearchIndex(buildSearchIndex(entries));
const ids = new Set(entries.map(({ id }) => id));

async function sound(words: string): Promise<void> {
  const matches = index.find(words, { limit: 5 });
  expect(matches.length).toBeLessThanOrEqual(5);
  expect(new Set(matches.map(({ id }) => id)).size).toBe(matches.length);
  for (const { id, confidence, score, matched } of matches) {
    expect(ids.has(id)).toBe(true);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(Number.isFinite(score)).toBe(true);
    let last = 0;
    for (const [from, to] of matched?.ranges ?? []) {
      expect(from).toBeGreaterThanOrEqual(last);
      expect(to).toBeGreaterThan(from);
      last = to;
    }
    expect(last).toBeLessThanOrEqual(matched?.text.length ?? 0);
  }
}

describe('odd words', () => {
  it.each([
    '',
    ' ',
    'a',
    '.',
    '-',
    '*',
    '(',
    '\\',
    '[a-z]+',
    '^$',
    '.*',
    '(?:',
    '%s',
    '$&',
    '#',
    '+',
    'c++',
    '29-',
    '29',
    '-20',
    'null',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '🧑‍⚕️',
    '护士',
    'медсестра',
    'ممرضة',
    '\u0000\u0007',
    '\ud800',
    'a\u0301'.repeat(50),
    'nurse\u202e',
    "' OR 1=1 --",
    '=cmd|calc',
    'x'.repeat(10_000),
    'nurse '.repeat(2_000),
    '1234567890',
    'the of and',
    'who',
    'i',
    'é',
  ])('%j', async (words) => {
    await sound(words);
    expect(Array.isArray(await fallback(words, index))).toBe(true);
    await highlight(words, index.find(words));
  });
});

describe('any words', () => {
  const pieces = entries
    .flatMap(({ title, jobTitles, alsoCalled }) => [title, ...jobTitles, ...alsoCalled])
    .flatMap((t) => t.split(' '));

  it('of any characters', () => fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), sound)));

  it('of pieces of titles', () => {
    const words = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 30 })
      .map((w) => w.join(' '));
    return fc.assert(fc.asyncProperty(words, sound));
  });

  it('finds a title however it is cased and spaced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.boolean(), fc.nat(5), ({ title, id }, upper, blanks) => {
        const words = (upper ? title.toUpperCase() : title.toLowerCase()).replaceAll(' ', ' '.repeat(blanks + 1));
        expect(index.find(words)[0]?.id).toBe(id);
      }),
    );
  });
});
