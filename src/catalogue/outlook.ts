import type { OutlookFigure } from './model.js';

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

/**
 * @param growth per cent over the span, as published: to one decimal
 * @param jobs what that growth is of, in jobs: it settles which way a published half (4.5) goes
 */
export function outlookWords(growth: number, jobs?: Pick<OutlookFigure, 'employment' | 'change'>): OutlookWords {
  const whole = roundedAwayFromZero(beforeRounding(growth, jobs));
  return WORDS.find(({ from }) => whole >= from)?.words ?? 'decline';
}

/**
 * The Handbook rounds the growth itself, not the published decimal: 4.49 per cent is published as 4.5, and is "as fast
 * as average". The jobs tell, unless they are so few that their own rounding (to hundreds) says something else.
 */
function beforeRounding(growth: number, jobs: Pick<OutlookFigure, 'employment' | 'change'> | undefined): number {
  if (!jobs || jobs.employment <= 0) return growth;
  const exact = (100 * jobs.change) / jobs.employment;
  return roundedAwayFromZero(exact * 10) === growth * 10 ? exact : growth;
}

const roundedAwayFromZero = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));
