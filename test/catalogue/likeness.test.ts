import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProse } from '../../src/catalogue/check/prose.js';
import type { OccupationFile } from '../../src/catalogue/check/records.js';
import { occupation } from './folder.js';

const fileOf = (name: string, description: string): OccupationFile => ({
  file: name,
  value: { ...occupation(name), summary: name, description },
  at: () => ({ file: name }),
});

/** The pairs that `checkProse` finds alike: `later earlier`. */
function found(descriptions: readonly string[]): string[] {
  const files = descriptions.map((text, i) => fileOf(`f${i}`, text));
  return checkProse({ files, bySlug: new Map(), known: new Set(), whole: true, near: () => [] })
    .filter(({ code }) => code === 'SIMILAR_DESCRIPTION')
    .map(({ file, what }) => `${file} ${/ of (f\d+) /.exec(what)?.[1]}`)
    .sort();
}

/** The same by comparing each with each. */
function compared(texts: readonly string[]): string[] {
  const words = texts.map((text) => new Set(text.split(' ').filter(Boolean)));
  return words
    .flatMap((later, i) =>
      words.slice(0, i).flatMap((earlier, j) => {
        const shared = [...later].filter((word) => earlier.has(word)).length;
        return shared > 0.6 * Math.min(later.size, earlier.size) ? [`f${i} f${j}`] : [];
      }),
    )
    .sort();
}

test('finds the pairs that comparing each with each finds', () => {
  const word = fc.integer({ min: 0, max: 24 }).map((n) => `word${String.fromCharCode(97 + n)}`);
  const text = fc.array(word, { minLength: 1, maxLength: 25 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      expect(found(texts)).toEqual(compared(texts));
    }),
  );
});
