/** The sets that measure search are not in what is searched. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hidden, LAY, LAY_SECOND, OFFICIAL, typos, without, written } from '../../bench/search-sets.js';
import { buildSearchIndex } from '../../src/search/build.js';
import { openSearchIndex } from '../../src/search/index.js';
import { normalise } from '../../src/search/normalise.js';
import { entries } from './entries.js';

const everyday = parse(readFileSync(new URL('../../data/everyday-names.yaml', import.meta.url), 'utf8'), {
  schema: 'failsafe',
}) as Record<string, string[]>;
const questions = (file: URL): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')[0] ?? '');

it.each([LAY, LAY_SECOND])('no question of %s is an everyday name', (file) => {
  const names = new Set(Object.keys(everyday).map(normalise));
  expect(questions(file).filter((words) => names.has(normalise(words)))).toEqual([]);
});

it('the everyday names are in order, each once, each of an occupation', () => {
  const names = Object.keys(everyday);
  const keys = names.map((name) => name.toLowerCase());
  expect(keys).toEqual([...keys].sort());
  expect(new Set(names.map(normalise)).size).toBe(names.length);
  for (const [name, slugs] of Object.entries(everyday)) {
    expect(slugs.length, name).toBeGreaterThan(0);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  }
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

it.each([LAY, OFFICIAL])('%s falls into two halves', (file) => {
  const count = questions(file).length;
  expect(count).toBeGreaterThan(200);
  expect(new Set(questions(file).map(normalise)).size).toBe(count);
  const halves = (['development', 'held-out'] as const).map((half) => written(file, [], half, () => {}).length);
  expect(halves.reduce((a, b) => a + b)).toBe(count);
});
