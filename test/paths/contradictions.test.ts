import { expect, it } from 'vitest';
import { contradictions } from '../../src/paths/contradictions.js';
import { catalogueOf, type Made, type MadeLadders } from './small.js';

const UP: MadeLadders = { 'f/g': { 'high-school': ['low'], bachelor: ['high'] } };

it.each<[string, Record<string, Made>, MadeLadders, string[]]>([
  ['up the ladder', { low: { leadsTo: ['high'] }, high: {} }, UP, []],
  ['down the ladder', { low: {}, high: { leadsTo: ['low'] } }, UP, ['high f/g low']],
  ['down for less pay', { low: { pay: 4e4 }, high: { pay: 5e4, leadsTo: ['low'] } }, UP, ['high f/g low']],
  ['down for better pay', { low: { pay: 6e4 }, high: { pay: 5e4, leadsTo: ['low'] } }, UP, []],
  ['on one rung', { low: {}, high: { leadsTo: ['low'] } }, { 'f/g': { bachelor: ['low', 'high'] } }, []],
  [
    'on two ladders',
    { low: {}, high: { leadsTo: ['low'] } },
    { 'f/g': { bachelor: ['low'] }, 'f/h': { bachelor: ['high'] } },
    [],
  ],
  [
    'down one ladder and up another',
    { low: {}, high: { leadsTo: ['low'] } },
    { ...UP, 'f/h': { 'high-school': ['high'], bachelor: ['low'] } },
    [],
  ],
])('%s', (_, made, ladders, expected) => {
  const { industries, occupations } = catalogueOf(made, ladders);
  const found = contradictions(industries, occupations);
  expect(found.map(({ occupation, ladder, leadsTo }) => `${occupation} ${ladder} ${leadsTo}`)).toEqual(expected);
});
