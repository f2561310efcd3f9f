/** Climbs as text: no line wider than the terminal, no title lost, nothing said by colour or glyph alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/paths/compare.js';
import { findPaths } from '../../src/paths/paths.js';
import { ladderOf, neighbourhood } from '../../src/paths/steps.js';
import { compareText } from '../../src/render/compare.js';
import { ladderText } from '../../src/render/ladder.js';
import { type Look, NO_STYLE } from '../../src/render/look.js';
import { pathsText } from '../../src/render/path.js';
import { neighbourhoodText } from '../../src/render/steps.js';
import { widthOf } from '../../src/render/text.js';
import { madeSteps, titleOf } from './small.js';

/** A slug as long as a person may write it; its title is the same with a capital. */
const slug = fc
  .array(fc.stringMatching(/^[a-z]{1,28}$/), { minLength: 1, maxLength: 6 })
  .map((words) => words.join('-'));
const slugs = fc.uniqueArray(slug, { minLength: 4, maxLength: 4 });
const looks = fc
  .record({ width: fc.integer({ min: 20, max: 130 }), unicode: fc.boolean() })
  .map(({ width, unicode }): Look => ({ width, unicode, color: false, style: NO_STYLE, year: 2026 }));

function stepsFor([a = '', b = '', c = '', d = '']: readonly string[]) {
  return madeSteps(
    {
      [a]: {
        pay: 30_000,
        growth: -3,
        leadsTo: [{ occupation: b, needs: 'A program of about a year and a license.' }, c],
      },
      [b]: {
        level: 'certificate',
        pay: 'not published',
        hourly: 29.5,
        growth: 0,
        licenses: ['License to practise'],
        leadsTo: [d],
      },
      [c]: { level: 'associate', skills: { 'Judgment and Decision Making': 4 }, leadsTo: [d] },
      [d]: { level: 'doctoral', pay: { atLeast: 239_200 }, growth: 40.1, skills: { 'Reading Comprehension': 5 } },
    },
    { 'health/care': { 'high-school': [a], certificate: [b], associate: [c], doctoral: [d] } },
  );
}

/** Letters of a text, however it is wrapped or drawn. */
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

function expectFits(text: string, look: Look, titles: readonly string[]): void {
  expect(text.split('\n').filter((line) => widthOf(line) > look.width)).toEqual([]);
  if (!look.unicode) {
    // Typographic signs are told in ASCII when the text is encoded; what is drawn must be ASCII here already.
    expect(text).not.toMatch(/[\u2500-\u25FF]/);
  }
  for (const title of titles) {
    const parts = title.split(/(?<=-)/).map(letters);
    for (const part of parts) if (part.length <= 8) expect(letters(text)).toContain(part);
  }
}

describe('whatever the width', () => {
  it('a ladder fits and shows all its occupations', () => {
    fc.assert(
      fc.property(slugs, looks, (names, look) => {
        const steps = stepsFor(names);
        const area = {
          slug: 'care',
          title: 'Care',
          description: 'Those who care.',
          rungs: names.map((name) => ({
            education: steps.card(steps.id(name)).education,
            occupations: [steps.card(steps.id(name))],
          })),
        };
        const ladder = ladderOf(
          steps,
          { slug: 'health', title: 'Health', description: '', areas: [area] },
          area,
          names[1] ?? '',
        );
        expectFits(ladderText(ladder, look), look, names.map(titleOf));
      }),
    );
  });

  it('next steps, paths and comparisons fit', async () => {
    await fc.assert(
      fc.asyncProperty(slugs, looks, async (names, look) => {
        const steps = stepsFor(names);
        const [a = '', , , d = ''] = names;
        expectFits(neighbourhoodText(neighbourhood(steps, a, 'next', 9), look), look, names.slice(0, 3).map(titleOf));
        expectFits(neighbourhoodText(neighbourhood(steps, d, 'from', 9), look), look, names.slice(1).map(titleOf));
        expectFits(pathsText(findPaths(steps, { from: a, to: d }), look), look, [a, d].map(titleOf));
        expectFits(await compareText(compare(steps, names), look), look, names.map(titleOf));
      }),
      { numRuns: 60 },
    );
  });
});

it('says the asked occupation, kinds, pay and growth in words', () => {
  const steps = stepsFor(['aide', 'nurse', 'chief', 'doctor']);
  const look: Look = { width: 80, unicode: true, color: false, style: NO_STYLE, year: 2026 };
  const paths = pathsText(findPaths(steps, { from: 'aide', to: 'doctor' }), look);
  expect(paths).toMatch(/advancement/);
  expect(paths).toMatch(/License to practise/);
  const next = neighbourhoodText(neighbourhood(steps, 'aide', 'next', 9), look);
  expect(next).toMatch(/Advancements/);
  expect(next).toMatch(/A program of about a year and a license/);
});
