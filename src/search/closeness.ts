/**
 * Fuse.js, on the few titles where letters matter: marking what matched, and looking once more where the index found
 * nothing. It is loaded when one of the two is called, so that an answer that needs neither never evaluates it.
 */
import type { IFuseOptions } from 'fuse.js';
import type { Match, SearchIndex } from './index.js';
import { normalise, wordsOf } from './normalise.js';
import { JOINING } from './thesaurus.js';

/** Fuse's defaults look at the first sixty characters and mind diacritics; a title is read whole, and without them. */
const LETTERS: IFuseOptions<string> = {
  ignoreLocation: true,
  ignoreDiacritics: true,
  includeMatches: true,
  includeScore: true,
  minMatchCharLength: 2,
  threshold: 0.4,
};

const saidIn = (words: string): string[] =>
  wordsOf(normalise(words)).filter((word) => !JOINING.has(word) && word.length > 1);

/** The matches, each with the letters of its title marked that the words have. Order and confidence stay. */
export async function highlight(words: string, matches: readonly Match[]): Promise<Match[]> {
  const { default: Fuse } = await import('fuse.js');
  const said = saidIn(words);
  return matches.map((match) => {
    const { matched } = match;
    if (matched === undefined) return match;
    const fuse = new Fuse([matched.text], LETTERS);
    const found = said.flatMap((word) =>
      fuse.search(word).flatMap((hit) => hit.matches?.flatMap((m) => m.indices) ?? []),
    );
    const ranges = merged(found.map(([first, last]) => [first, last + 1]));
    return ranges.length === 0 ? match : { ...match, matched: { ...matched, ranges } };
  });
}

function merged(ranges: readonly [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** Fuse's score is a distance, 0 the nearest; further than this is no answer. */
const FURTHEST = 0.45;
const LONGEST_ASKED = 48;
/** What the index did not find is a guess. */
const GUESS = 0.3;

/** The records whose own names look most like the words: for when `find` answers nothing. Blank words find nothing. */
export async function fallback(
  words: string,
  index: SearchIndex,
  { limit = 10, only = () => true }: { limit?: number; only?: (id: number) => boolean } = {},
): Promise<Match[]> {
  const asked = normalise(words).slice(0, LONGEST_ASKED);
  if (!/[a-z]{3}/.test(asked)) return [];
  const { default: Fuse } = await import('fuse.js');
  const titles = [...index.titles()].filter(({ id }) => only(id));
  const hits = new Fuse(titles, { ...LETTERS, keys: ['text'], threshold: FURTHEST } as IFuseOptions<
    (typeof titles)[number]
  >).search(asked, { limit: limit * 4 });
  const best = new Map<number, Match>();
  for (const { item, score = 1, matches } of hits) {
    if (score > FURTHEST || best.has(item.id) || best.size === limit) continue;
    const ranges = merged((matches ?? []).flatMap((m) => m.indices).map(([first, last]) => [first, last + 1]));
    const likely = GUESS * (1 - score);
    best.set(item.id, {
      id: item.id,
      score: likely,
      confidence: likely,
      exact: null,
      matched: { text: item.text, field: item.field, ranges },
    });
  }
  return [...best.values()];
}
