import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundCode, soundOf } from '../../src/search/sounds.js';

describe('words that are said alike have one key', () => {
  it.each([
    ['millrite', 'millwright'],
    ['sycologist', 'psychologist'],
    ['elektrition', 'electrician'],
    ['electrishun', 'electrician'],
    ['farmasist', 'pharmacist'],
    ['flebotomist', 'phlebotomist'],
    ['mekanic', 'mechanic'],
    ['aprazer', 'appraiser'],
    ['teknician', 'technician'],
    ['plummer', 'plumber'],
    ['crain', 'crane'],
    ['surjen', 'surgeon'],
    ['ofthalmologist', 'ophthalmologist'],
  ])('%s and %s', (written, right) => {
    expect(soundOf(written)).toBe(soundOf(right));
    expect(soundOf(written)).not.toBe('');
  });
});

it.each([
  ['nurse', 'baker'],
  ['welder', 'roofer'],
  ['painter', 'printer'],
  ['driver', 'diver'],
])('%s and %s are not', (one, other) => {
  expect(soundOf(one)).not.toBe(soundOf(other));
});

it('a key that says too little is none', () => {
  for (const word of ['', 'a', 'the', 'chef', 'lawyer', 'é', '看護師'.slice(0, 2)]) expect(soundOf(word)).toBe('');
  expect(soundCode('chef')).toBe(0);
});

it('any word has a key of sixteen bits, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (word) => {
      const code = soundCode(word);
      expect(code).toBe(soundCode(word));
      expect(code).toBeGreaterThanOrEqual(0);
      expect(code).toBeLessThanOrEqual(0xffff);
    }),
  );
});
