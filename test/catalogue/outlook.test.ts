import { expect, test } from 'vitest';
import { outlookWords } from '../../src/catalogue/outlook.js';

test.each([
  [49.9, 'much faster than average'],
  [7, 'much faster than average'],
  [6.6, 'much faster than average'],
  [6.5, 'much faster than average'],
  [6.4, 'faster than average'],
  [4.6, 'faster than average'],
  [4.5, 'faster than average'],
  [4.4, 'as fast as average'],
  [2.6, 'as fast as average'],
  [2.5, 'as fast as average'],
  [2.4, 'slower than average'],
  [0.6, 'slower than average'],
  [0.5, 'slower than average'],
  [0.4, 'little or no change'],
  [0, 'little or no change'],
  [-0, 'little or no change'],
  [-0.4, 'little or no change'],
  [-0.5, 'decline'],
  [-0.6, 'decline'],
  [-13.7, 'decline'],
])('%d per cent: %s', (growth, words) => {
  expect(outlookWords(growth)).toBe(words);
  expect(outlookWords(growth, { employment: 0, change: 0 })).toBe(words);
});

// What the Handbook's pages say of these, where the published growth alone would leave it open.
test.each([
  ['Carpenters', 4.5, 959_000, 43_100, 'as fast as average'],
  ['Plumbers', 4.5, 504_500, 22_700, 'as fast as average'],
  ['Health education specialists', 4.5, 71_800, 3_200, 'as fast as average'],
  ['Surveying and mapping technicians', 4.5, 59_400, 2_700, 'faster than average'],
  ['Preschool directors', -2.5, 90_200, -2_300, 'decline'],
  ['Models: fewer jobs than the rounding', -0.5, 6_700, 0, 'decline'],
  ['Geographers: the jobs never overrule the growth', -3.1, 1_600, 0, 'decline'],
  ['Cartographers', 6.4, 13_400, 900, 'faster than average'],
])('%s', (_name, growth, employment, change, words) => {
  expect(outlookWords(growth, { employment, change })).toBe(words);
});
