/**
 * The Occupational Outlook Handbook's words for projected growth, 2024-34 edition. It chooses them by the growth in
 * whole per cent, against 3 per cent for all occupations.
 */
const WORDS = [
  { from: 7, words: 'much faster than average' },
  { from: 5, words: 'faster than average' },
  { from: 3, words: 'as fast as average' },
  { from: 1, words: 'slower than average' },
  { from: 0, words: 'little or no change' },
] as const;

export type OutlookWords = (typeof WORDS)[number]['words'] | 'decline';

/** @param growth per cent over the span */
export function outlookWords(growth: number): OutlookWords {
  const whole = Math.round(growth);
  return WORDS.find(({ from }) => whole >= from)?.words ?? 'decline';
}
