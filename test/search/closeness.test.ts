import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../src/search/build.js';
import { fallback, highlight } from '../../src/search/closeness.js';
import { openSearchIndex } from '../../src/search/index.js';
import { entries, slugs } from './entries.js';

const index = openSearchIndex(buildSearchIndex(entries));

describe('highlight', () => {
  it('marks the letters that the words have, and keeps the order', async () => {
    const plain = index.find('phlebotamist');
    const marked = await highlight('phlebotamist', plain);
    expect(marked.map(({ id, confidence }) => [id, confidence])).toEqual(
      plain.map(({ id, confidence }) => [id, confidence]),
    );
    const { text = '', ranges = [] } = marked[0]?.matched ?? {};
    const letters = ranges
      .map(([from, to]) => text.slice(from, to))
      .join('')
      .toLowerCase();
    expect(letters.length).toBeGreaterThan(8);
  });

  it('leaves a match of a code as it is', async () => {
    const plain = index.find('29-1141');
    expect(await highlight('29-1141', plain)).toEqual(plain);
  });
});

describe('fallback', () => {
  it.each([
    ['flebotomists', 'phlebotomist'],
    ['bartnedrs', 'bartender'],
  ])('%j is a guess at %s', async (words, slug) => {
    const [first] = await fallback(words, index);
    expect(slugs.get(first?.id ?? -1)).toBe(slug);
    expect(first?.confidence).toBeLessThan(0.5);
  });

  it.each(['', '   ', '...', 'ab', '护士'])('%j is no guess', async (words) => {
    expect(await fallback(words, index)).toEqual([]);
  });

  it('keeps to what is wanted', async () => {
    expect(await fallback('bartnedrs', index, { only: () => false })).toEqual([]);
  });
});
