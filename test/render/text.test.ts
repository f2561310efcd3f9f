import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, widthOf, wrap } from '../../src/render/text.js';
import { count, dollars, grouped, listed, oldness, signed } from '../../src/render/words.js';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('clean', () => {
  test.each([
    ['plain', 'plain'],
    ['a\u001b[31mred\u001b[0m', 'ared'],
    ['title\u001b]0;owned\u0007!', 'title!'],
    ['link\u001b]8;;http://x\u001b\\here', 'linkhere'],
    ['c1\u009b31m', 'c131m'],
    ['two\nlines\tand tabs', 'two lines and tabs'],
    ['\u202eevil', 'evil'],
    ['zero\u200bwidth', 'zerowidth'],
    ['café', 'café'],
  ])('%j → %j', (text, expected) => expect(clean(text)).toBe(expected));

  test('leaves nothing that a terminal would obey', () => {
    fc.assert(
      fc.property(anyText, (text) => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(clean(text))),
    );
  });
});

describe('widthOf', () => {
  test.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['\u001b[1mbold\u001b[22m', 4],
    ['🚒', 2],
    ['├─ x', 4],
  ])('%j is %i wide', (text, width) => expect(widthOf(text)).toBe(width));
});

describe('wrap', () => {
  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['  spaced   out ', 20, ['spaced out']],
    ['', 10, ['']],
    ['日本語', 4, ['日本', '語']],
  ])('%j at %i', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  test('no line is wider than it may be, and no letter is lost', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 120 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(clean(text).replaceAll(' ', ''));
      }),
    );
  });
});

describe('figures in words', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-1234567, '-1,234,567'],
    [1234.5, '1,234.5'],
  ])('grouped(%d)', (n, text) => expect(grouped(n)).toBe(text));

  test.each([
    [68020, 'year', '$68,020'],
    [32.7, 'hour', '$32.70'],
    [29.049, 'hour', '$29.05'],
    [{ atLeast: 239200 }, 'year', '$239,200 or more'],
    ['not published', 'year', 'not published'],
    [undefined, 'year', 'not published'],
  ] as const)('dollars(%j, %s)', (amount, per, text) => expect(dollars(amount, per)).toBe(text));

  test('counts, shares, lists, ages', () => {
    expect(count(41900)).toBe('41,900');
    expect(count('not published')).toBe('not published');
    expect(signed(14.7)).toBe('+14.7 %');
    expect(signed(-2)).toBe('-2 %');
    expect(signed(0)).toBe('0 %');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(oldness('2022', 2026)).toBe('4 years old');
    expect(oldness('2024-34', 2026)).toBeUndefined();
    expect(oldness('2023', 2026)).toBeUndefined();
  });

  test('dollars and cents never round into a wrong hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (cents) => {
        const shown = dollars(cents / 100, 'hour');
        expect(Math.round(Number(shown.replace(/[$,]/g, '')) * 100)).toBe(cents);
      }),
    );
  });
});
