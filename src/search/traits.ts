/**
 * What a title is made of, for the learned part: its words, their stems, beginnings and ends, the pairs that stand side by
 * side, and the word that says what kind of worker it is. Beginnings and ends speak for words that no title has yet
 * (`mammographer` beside `radiographer`).
 */
import { headOf } from './head.js';
import { stem } from './stem.js';
import { JOINING } from './thesaurus.js';

const EDGES = [4, 6];

export const wordTrait = (word: string): string => `word ${word}`;
export const stemTrait = (stem: string): string => `stem ${stem}`;

export function traitsOf(words: readonly string[]): string[] {
  const traits = new Set<string>();
  const head = headOf(words);
  let last = '';
  words.forEach((word, i) => {
    if (JOINING.has(word)) return;
    const its = stem(word);
    traits.add(wordTrait(word)).add(stemTrait(its)).add(`pair ${last} ${its}`);
    if (i === head) traits.add(`head ${its}`);
    for (const length of EDGES) {
      if (word.length > length) traits.add(`begins ${word.slice(0, length)}`).add(`ends ${word.slice(-length)}`);
    }
    last = its;
  });
  return [...traits];
}
