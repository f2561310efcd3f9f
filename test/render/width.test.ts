/** Whatever the record: no line is wider than the terminal, and nothing that a terminal would obey gets there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offerPlain, offerText, plainProfile, profileText } from '../../src/render/profile.js';
import { hitsPlain, hitsText } from '../../src/render/search.js';
import { table } from '../../src/render/table.js';
import { widthOf } from '../../src/render/text.js';
import { industryPlain, industryText } from '../../src/render/tree.js';
import { anyCard, anyLine, anyLook, anyProfile } from './arbitrary.js';

const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function expectFits(text: string, width: number): void {
  const lines = text.split('\n');
  expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  expect(text).not.toMatch(OBEYED);
}

const anyIndustry = fc.record({
  slug: fc.constant('healthcare'),
  title: anyLine,
  description: anyLine,
  areas: fc.array(
    fc.record({
      slug: fc.constant('information'),
      title: anyLine,
      description: anyLine,
      rungs: fc.array(
        fc.record({ education: fc.constant('associate' as const), occupations: fc.array(anyCard, { maxLength: 3 }) }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
});

const anyHit = fc.record({
  card: anyCard,
  match: fc.option(
    fc.record({
      id: fc.nat(),
      score: fc.nat(),
      confidence: fc.constant(0.5),
      exact: fc.constant(null),
      matched: anyLine.map((text) => ({
        text,
        field: 'job-title' as const,
        ranges: [[0, [...text][0]?.length ?? 0]] as [number, number][],
      })),
    }),
    { nil: undefined },
  ),
});

describe('fits, and obeys nothing', () => {
  test('a profile', async () => {
    await fc.assert(
      fc.asyncProperty(anyProfile, anyLook, async (profile, look) =>
        expectFits(await profileText(profile, look), look.width),
      ),
      { numRuns: 150 },
    );
  });

  test('an industry and an area', () => {
    fc.assert(
      fc.property(anyIndustry, fc.boolean(), anyLook, (industry, single, look) =>
        expectFits(industryText(industry, single, look), look.width),
      ),
    );
  });

  test('what a search found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyHit, { minLength: 1, maxLength: 6 }), anyLook, async (hits, look) =>
        expectFits(await hitsText(hits, 20, look), look.width),
      ),
    );
  });

  test('an offer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCard, { minLength: 1, maxLength: 5 }),
        anyLine,
        anyLook,
        async (cards, title, look) => expectFits(await offerText(cards, title, look), look.width),
      ),
    );
  });

  test('a table loses no word of a column that has no rank', async () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const cell = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), anyLook, async (rows, look) => {
        const drawn = await table(
          [
            { head: 'title', least: 10 },
            { head: 'more', least: 8, rank: 1 },
          ],
          rows,
          look,
        );
        for (const [title] of rows) for (const part of title.split(' ')) expect(drawn).toContain(part);
      }),
    );
  });
});

describe('in a pipe', () => {
  test('a profile is `label: value` lines', () => {
    fc.assert(
      fc.property(anyProfile, anyLook, (profile, look) => {
        const text = plainProfile(profile, look);
        expect(text).not.toMatch(OBEYED);
        for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^[A-Z][^:]*: ./u);
      }),
      { numRuns: 100 },
    );
  });

  test('one record is one line, its fields parted by tabs', () => {
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 5 }), (hits) => {
        const lines = hitsPlain(hits).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines).toHaveLength(hits.length);
        expect(lines.every((line) => line.split('\t').length === 7)).toBe(true);
        expect(offerPlain(hits.map(({ card }) => card)).split('\n')).toHaveLength(hits.length + 1);
      }),
    );
    fc.assert(
      fc.property(anyIndustry, (industry) => {
        const n = industry.areas.flatMap(({ rungs }) => rungs.flatMap(({ occupations }) => occupations)).length;
        const lines = industryPlain(industry).split('\n');
        expect(lines).toHaveLength(n + 1);
        expect(lines.slice(0, n).every((line) => line.split('\t').length === 4)).toBe(true);
      }),
    );
  });
});
