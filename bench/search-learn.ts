/**
 * Learns the weights of src/search/weights.ts on the development sets and prints them.
 *
 *     npx tsx bench/search-learn.ts [CATALOGUE | ENTRIES.json] [--calibrate]
 *
 * With --calibrate it learns, the weights being as they are, the numbers of src/search/confidence.ts instead.
 *
 * The model is a conditional logit: of the candidates of a question, the probability of each is its share of
 * exp(weights · features), and learning raises the summed probability of the right ones. Seeded, and the same on every run.
 */
import { buildSearchIndex, type SearchEntry } from '../src/search/build.js';
import { type Signs, signsOf } from '../src/search/confidence.js';
import { openSearchIndex, type SearchIndex } from '../src/search/index.js';
import { FEATURES, type Feature } from '../src/search/weights.js';
import { entriesOf } from './search-entries.js';
import { type Asked, fewNames, hidden, typos, without, written } from './search-sets.js';

/** Titles hidden from the index that learning sees; bench/search.ts measures on part 0. */
const SEED = 7;
const PARTS = 10;
export const MEASURED_PART = 0;
const LEARNING_PART = 1;

interface Example {
  weight: number;
  /** Candidates after one another, each with all features. */
  features: Float64Array;
  right: boolean[];
}

/** How much a set counts in all, however many questions it has. */
function examples(index: SearchIndex, set: readonly Asked[], total: number): Example[] {
  const found: Example[] = [];
  for (const { words, right } of set) {
    const answers = index.evidence(words).slice(0, 120);
    const rights = answers.map(({ record }) => right.has(record));
    if (!rights.includes(true) || !rights.includes(false)) continue;
    const features = new Float64Array(answers.length * FEATURES.length);
    answers.forEach((answer, i) => {
      features.set(answer.features, i * FEATURES.length);
    });
    found.push({ weight: 0, features, right: rights });
  }
  for (const example of found) example.weight = total / found.length;
  return found;
}

const RATE = 0.1;
const STEPS = 400;
const SHRINK = 2e-5;

/** What is a rule and not learned: the general before its parts, real occupations before residual classes; a title that the
 * question is but for one typo, as if there were none. */
const RULES = new Map<Feature, number>([
  ['mendedByOne', 6],
  ['secondOfCode', -0.5],
  ['partOfCode', -0.5],
  ['catchAll', -0.1],
  ['describedCatchAll', -0.5],
]);

function learn(all: readonly Example[]): Float64Array {
  const size = FEATURES.length;
  const weights = Float64Array.from(FEATURES, (feature) => RULES.get(feature) ?? 0);
  const fixed = FEATURES.map((feature) => RULES.has(feature));
  const [mean, spread] = [new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(size);
    let loss = 0;
    for (const { weight, features, right } of all) {
      const scores = right.map((_, i) => {
        let score = 0;
        for (let f = 0; f < size; f++) score += (weights[f] as number) * (features[i * size + f] as number);
        return score;
      });
      const top = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - top));
      const sum = odds.reduce((a, b) => a + b, 0);
      const rightSum = odds.reduce((a, b, i) => (right[i] ? a + b : a), 0) + 1e-12;
      loss -= weight * Math.log(rightSum / sum);
      odds.forEach((odd, i) => {
        const gradient = weight * (odd / sum - (right[i] ? odd / rightSum : 0));
        if (Math.abs(gradient) < 1e-12) return;
        for (let f = 0; f < size; f++) slope[f] = (slope[f] as number) + gradient * (features[i * size + f] as number);
      });
    }
    for (let f = 0; f < size; f++) {
      if (fixed[f]) continue;
      const g = (slope[f] as number) + SHRINK * (weights[f] as number);
      mean[f] = 0.9 * (mean[f] as number) + 0.1 * g;
      spread[f] = 0.999 * (spread[f] as number) + 0.001 * g * g;
      const rate =
        (RATE * (step > STEPS * 0.7 ? 0.2 : 1)) / (Math.sqrt((spread[f] as number) / (1 - 0.999 ** step)) + 1e-9);
      weights[f] = (weights[f] as number) - (rate * (mean[f] as number)) / (1 - 0.9 ** step);
    }
    if (step % 100 === 0) console.error(`step ${step}: loss ${loss.toFixed(4)}`);
  }
  return weights;
}

interface Development {
  name: string;
  index: SearchIndex;
  asked: readonly Asked[];
  /** How much the set counts, however many questions it has. */
  weight: number;
}

function developmentSets(entries: readonly SearchEntry[]): Development[] {
  const measured = hidden(entries, PARTS, MEASURED_PART, SEED);
  const learning = hidden(entries, PARTS, LEARNING_PART, SEED);
  const open = openSearchIndex(buildSearchIndex(without(entries, measured)));
  const blind = openSearchIndex(buildSearchIndex(without(entries, [...measured, ...learning])));
  const few = openSearchIndex(buildSearchIndex(fewNames(entries)));
  return [
    { name: 'hidden titles', index: blind, asked: learning.slice(0, 4000), weight: 1 },
    { name: 'one typo', index: open, asked: typos(entries, 1500, 1, 101), weight: 0.5 },
    { name: 'two typos', index: open, asked: typos(entries, 1500, 2, 102), weight: 0.45 },
    { name: 'official titles', index: open, asked: written('official-learning', entries), weight: 0.3 },
    { name: 'lay words', index: open, asked: written('lay-learning', entries), weight: 0.7 },
    { name: 'lay words, few names', index: few, asked: written('lay-learning', entries), weight: 0.1 },
  ];
}

interface Outcome extends Signs {
  right: boolean;
  weight: number;
}

function outcomes({ index, asked, weight }: Development): Outcome[] {
  return asked.flatMap(({ words, right }) => {
    const answers = index.evidence(words);
    const [first] = answers;
    if (first === undefined || first.exact !== null) return [];
    return { ...signsOf(answers), right: right.has(first.record), weight: weight / asked.length };
  });
}

/** Logistic regression of `right` on the signs, by plain descent. */
function calibrate(all: readonly Outcome[]): { offset: number; lead: number; covered: number } {
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  let [offset, lead, covered] = [0, 1, 0];
  for (let step = 0; step < 4000; step++) {
    let [o, l, c] = [0, 0, 0];
    for (const outcome of all) {
      const p = 1 / (1 + Math.exp(-(offset + lead * outcome.lead + covered * outcome.covered)));
      const miss = (outcome.weight / total) * ((outcome.right ? 1 : 0) - p);
      o += miss;
      l += miss * outcome.lead;
      c += miss * outcome.covered;
    }
    offset += 0.3 * o;
    lead += 0.05 * l;
    covered += 0.5 * c;
  }
  return { offset, lead, covered };
}

/** The least confidence above which first matches are right 98 times of 100. */
function sureFrom(all: readonly Outcome[], { offset, lead, covered }: ReturnType<typeof calibrate>): number {
  const falling = all
    .map((outcome) => ({
      ...outcome,
      p: 1 / (1 + Math.exp(-(offset + lead * outcome.lead + covered * outcome.covered))),
    }))
    .sort((a, b) => b.p - a.p);
  let [right, seen, least] = [0, 0, 1];
  for (const { p, weight, right: hit } of falling) {
    seen += weight;
    if (hit) right += weight;
    if (right / seen >= 0.98) least = p;
  }
  return least;
}

const entries = entriesOf(process.argv.slice(2).find((word) => !word.startsWith('--')));
const sets = developmentSets(entries);
if (process.argv.includes('--calibrate')) {
  const all = sets.flatMap(outcomes);
  const fit = calibrate(all);
  console.log(`offset: ${fit.offset.toFixed(2)}, lead: ${fit.lead.toFixed(2)}, covered: ${fit.covered.toFixed(2)}`);
  console.log(`sure from ${sureFrom(all, fit).toFixed(3)}`);
} else {
  const learned = learn(sets.flatMap(({ index, asked, weight }) => examples(index, asked, weight)));
  FEATURES.forEach((feature, i) => {
    console.log(`  ${feature}: ${(learned[i] as number).toFixed(2)},`);
  });
}
