/** The sets that measure search are not in what is searched. */
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../bench/search-entries.js';
import { bearers, hidden, linesOf, typos, WRITTEN, without, written } from '../../bench/search-sets.js';
import { buildSearchIndex } from '../../src/search/build.js';
import { openSearchIndex } from '../../src/search/index.js';
import { normalise } from '../../src/search/normalise.js';
import { entries } from './entries.js';

const catalogue = entriesOf();

describe.each(WRITTEN)('the set %s', (name) => {
  const questions = linesOf(name).map(([words]) => normalise(words));

  it('has no question that the catalogue holds', () => {
    const held = bearers(catalogue);
    expect(questions.length).toBeGreaterThan(100);
    expect(questions.filter((words) => held.has(words))).toEqual([]);
  });

  it('has each question once, and an occupation for it', () => {
    expect(new Set(questions).size).toBe(questions.length);
    const missing: string[] = [];
    written(name, catalogue, (words, slug) => missing.push(`${words}: ${slug}`));
    expect(missing).toEqual([]);
  });
});

it('no question stands in two sets', () => {
  const all = WRITTEN.flatMap((name) => linesOf(name).map(([words]) => normalise(words)));
  expect(new Set(all).size).toBe(all.length);
});

describe('hidden titles', () => {
  const asked = hidden(entries, 3, 0, 1);
  const index = openSearchIndex(buildSearchIndex(without(entries, asked)));

  it('are there to ask', () => {
    expect(asked.length).toBeGreaterThan(3);
  });

  it.each(asked)('$words is not in the index', ({ words }) => {
    expect(index.find(words).filter(({ exact }) => exact !== null)).toEqual([]);
  });
});

it('sets are the same whenever they are made', () => {
  expect(typos(entries, 20, 2, 5)).toEqual(typos(entries, 20, 2, 5));
  expect(hidden(entries, 3, 1, 9)).toEqual(hidden(entries, 3, 1, 9));
});
