/**
 * How a word sounds, near enough: words that are spelt unlike and said alike (`millrite`, `millwright`; `sycologist`,
 * `psychologist`) have one key. Vowels within a word are left out; so much is left that few other words share it.
 */

import { hash } from './hash.js';

/** Spellings and what they sound like, applied in this order. `S` is the sound that begins `shoe`. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/wr/g, 'r'],
  [/wh/g, 'w'],
  [/ph/g, 'f'],
  [/ght/g, 't'],
  [/mb(?=er|$)/g, 'm'],
  [/(?:t|c|s)ia|(?:t|s|c)io|ss?h|schu|shu/g, 'S'],
  [/dge/g, 'j'],
  [/t?ch|ck|q|x/g, 'k'],
  [/c(?=[eiy])|z/g, 's'],
  [/c/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/gh|h(?!$)|h$/g, ''],
];
const WITHIN = /(?!^)[aeiouyw]+/g;
const FIRST = /^[aeiouy]+/;
const TWICE = /(.)\1+/g;

/** Shorter keys are shared by too many words. */
const SHORTEST = 3;

/** The key of a word of small letters, or '' where it says too little. */
export function soundOf(word: string): string {
  let sound = word;
  for (const [spelling, said] of SPELLINGS) sound = sound.replace(spelling, said);
  sound = sound.replace(FIRST, 'a').replace(WITHIN, '').replace(TWICE, '$1');
  return sound.length < SHORTEST ? '' : sound;
}

/** The key as an index keeps it: sixteen bits, 0 where there is none. */
export const soundCode = (word: string): number => {
  const sound = soundOf(word);
  return sound === '' ? 0 : hash(sound) & 0xffff;
};
