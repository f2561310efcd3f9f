/**
 * What a title is made of, for the learned part: its words, and the pairs of stems that stand side by side. And what a word
 * is made of: its stem, its beginnings and its ends, which speak for words that no title has yet (`mammographer` beside
 * `radiographer`).
 */
import { stem } from './stem.js';
import { JOINING } from './thesaurus.js';

const EDGES = [3, 4, 5, 6];

export const wordTrait = (word: string): string => `word ${word}`;

/** The words of a title that say something. */
export const telling = (words: readonly string[]): string[] => words.filter((word) => !JOINING.has(word));

/** @param told words that say something @param stemOf where the stems are known already */
export const pairsOf = (told: readonly string[], stemOf: (word: string) => string = stem): string[] => {
  const stems = told.map(stemOf);
  return stems.map((its, i) => `pair ${stems[i - 1] ?? ''} ${its}`);
};

/** The stem first. */
export function partsOf(word: string, stemOf: (word: string) => string = stem): string[] {
  const parts = [`stem ${stemOf(word)}`];
  for (const length of EDGES) {
    if (word.length > length) parts.push(`begins ${word.slice(0, length)}`, `ends ${word.slice(-length)}`);
  }
  return parts;
}
