import { describe, expect, it } from 'vitest';
import { LONGEST, MOST_WORDS, normalise, uninverted, wordsOf } from '../../src/search/normalise.js';

describe('normalise', () => {
  it.each([
    ['  Registered   Nurse ', 'registered nurse'],
    ['X-Ray Tech', 'x ray tech'],
    ["Driver's Helper", 'drivers helper'],
    ['Nurse’s Aide', 'nurses aide'],
    ['R.N.', 'rn'],
    ['A.T.C. Specialist', 'atc specialist'],
    ['Research & Development', 'research and development'],
    ['Maître d’hôtel', 'maitre dhotel'],
    ['C++ / C# Developer', 'c++ c# developer'],
    ['driver/sales, worker (local)', 'driver sales worker local'],
    ['Ingeniero de caminos', 'ingeniero de caminos'],
    ['看護師', '看護師'],
    ['# + -', ''],
    ['\u0000\t\n', ''],
    ['🦷🦷', ''],
  ])('%j → %j', (text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  it('reads no more than a title can have', () => {
    expect(normalise('a'.repeat(10_000))).toHaveLength(LONGEST);
    expect(wordsOf('a '.repeat(99).trim())).toHaveLength(MOST_WORDS);
  });
});

describe('uninverted', () => {
  it.each([
    ['Mechanic, Diesel', 'diesel mechanic'],
    ['TEACHER, SECONDARY SCHOOL', 'secondary school teacher'],
    ['Diesel mechanic', null],
    ['Cooks, bakers, and others', null],
    [', diesel', null],
  ])('%j → %j', (text, turned) => {
    expect(uninverted(text)).toBe(turned);
  });
});
