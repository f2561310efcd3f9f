/** What each feature counts toward a record's score. Learned by bench/search-learn.ts on the sets for learning. */
export const WEIGHTS = {
  answered: 1.39,
  explained: 0.52,
  overall: 0.87,
  covers: -0.15,
  head: 0.28,
  order: -0.37,
  letters: -0.28,
  lettersSquared: 0.34,
  votes: 0.44,
  votesShare: 0.88,
  names: 0.86,
  namesShare: 0.24,
  text: 0.32,
  textShare: 0.1,
  affinity: 4.28,
  affinityShare: 0.57,
  prior: 0.48,
  catchAll: -0.1,
  secondOfCode: -0.5,
  partOfCode: -0.5,
  mendedByOne: 6.0,
  mendedByTwo: 2.29,
  typo: 1.85,
  describedText: 6.31,
  describedNames: 1.45,
  describedAffinity: 1.7,
  describedPrior: 0.93,
  describedCatchAll: -0.5,
} as const;

/** What is known of a record before an order. */
export type Feature = keyof typeof WEIGHTS;
export const FEATURES = Object.keys(WEIGHTS) as Feature[];
