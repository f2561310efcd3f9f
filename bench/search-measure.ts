/** How often an engine is right: first, among five, and how far down. */
import type { Asked } from './search-sets.js';

/** Words → ids, best first. */
export type Engine = (words: string) => number[];

export interface Quality {
  asked: number;
  /** Per cent. */
  first: number;
  five: number;
  unanswered: number;
  /** Mean reciprocal rank among ten. */
  rank: number;
}

export function measure(set: readonly Asked[], engine: Engine): Quality {
  let [first, five, unanswered, rank] = [0, 0, 0, 0];
  for (const { words, right } of set) {
    const ids = engine(words).slice(0, 10);
    const place = ids.findIndex((id) => right.has(id));
    if (ids.length === 0) unanswered++;
    if (place === 0) first++;
    if (place >= 0 && place < 5) five++;
    if (place >= 0) rank += 1 / (place + 1);
  }
  const percent = (n: number): number => (100 * n) / Math.max(1, set.length);
  return {
    asked: set.length,
    first: percent(first),
    five: percent(five),
    unanswered: percent(unanswered),
    rank: rank / Math.max(1, set.length),
  };
}

export const shown = ({ first, five }: Quality): string => `${first.toFixed(1)} / ${five.toFixed(1)}`;
