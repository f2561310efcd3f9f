/** What each feature counts toward a record's score. Learned by bench/search-learn.ts on the development sets. */
export const WEIGHTS = {
  answered: 2.19,
  explained: 0.51,
  overall: 1.08,
  covers: 0.09,
  head: -0.04,
  order: -0.86,
  letters: 0.03,
  lettersSquared: 1.25,
  ownAnswered: -0.7,
  ownExplained: 0.43,
  ownOverall: -0.36,
  ownHead: 0.11,
  votes: 0.29,
  votesShare: 0.6,
  names: 1.08,
  namesShare: 0.89,
  text: 1.5,
  textShare: -0.25,
  affinity: 3.84,
  affinityShare: 0.38,
  named: -0.13,
  namedWhole: 0.49,
  prior: 0.77,
  catchAll: -0.1,
  secondOfCode: -0.5,
  partOfCode: -0.5,
  typo: 5.81,
  describedText: 5.26,
  describedNames: 3.27,
  describedAffinity: -1.13,
  describedPrior: -0.3,
  describedCatchAll: -0.5,
} as const;

/** What is known of a record before an order. */
export type Feature = keyof typeof WEIGHTS;
export const FEATURES = Object.keys(WEIGHTS) as Feature[];
