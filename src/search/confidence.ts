/** How sure an order is: the probability, learned on the development sets, that its first match is right. */
import type { Answer } from './index.js';

/** From here on a first match has been right 98 times of 100 on the development sets. */
export const SURE = 0.965;

/** An exact title names its record; even so a person may have meant another. */
const EXACT = 0.995;

/** Learned by bench/search-learn.ts: a logistic regression on the two. */
export const CALIBRATION = Object.freeze({ offset: -0.19, lead: 0.76, covered: 0.75 });

/** What tells whether a first match that is not exact is right. */
export interface Signs {
  /** Its share of the odds, as a logarithm of for against. */
  lead: number;
  /** How much of the question its nearest title answers, and of the title the question asks: the lesser. */
  covered: number;
}

const FURTHEST_LEAD = 8;

export function signsOf(answers: readonly Answer[]): Signs {
  const [share = 0] = shares(answers);
  const lead = Math.log((share + 1e-9) / (1 - share + 1e-9));
  const near = answers[0]?.near;
  return {
    lead: Math.max(-FURTHEST_LEAD, Math.min(FURTHEST_LEAD, lead)),
    covered: near === undefined ? 0 : Math.min(near.answered, near.explained),
  };
}

/** Each answer's probability of being right, in the order of the answers. */
export function confidences(answers: readonly Answer[]): number[] {
  const [first] = answers;
  if (first === undefined) return [];
  const exact = answers.filter((answer) => answer.exact === first.exact && answer.field === first.field);
  const all = shares(first.exact === null ? answers : exact);
  const [lead = 1] = all;
  const sure = first.exact === null ? calibrated(signsOf(answers)) : EXACT * lead;
  const rest = lead < 1 ? (1 - sure) / (1 - lead) : 0;
  return answers.map((_, i) => (i === 0 ? sure : Math.min(sure, rest * (all[i] ?? 0))));
}

const calibrated = ({ lead, covered }: Signs): number =>
  1 / (1 + Math.exp(-(CALIBRATION.offset + CALIBRATION.lead * lead + CALIBRATION.covered * covered)));

function shares(answers: readonly Answer[]): number[] {
  const top = answers[0]?.score ?? 0;
  const odds = answers.map(({ score }) => Math.exp(score - top));
  const sum = odds.reduce((total, odd) => total + odd, 0);
  return odds.map((odd) => odd / sum);
}
