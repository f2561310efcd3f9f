/**
 * Candidates → records in order: a record's features, and the weighted sum that ranks it.
 *
 * What each part brings, as points of top-1 lost without it (`npm run bench:search -- --ablation` tells again): letters 6
 * with one typo and 5 with two; the learned part 7 on hidden titles, 4 to 7 on titles of other lists, and 5 to 8 in the
 * first five there; prose 19 where a catalogue has few names; the votes of near titles and words 1 to 2; priors 1, and 3
 * where names are few; names as a bag 1 or less, and where names are few it is better by 3 without them.
 */
import type { Affinities } from './affinity.js';
import type { Candidates } from './candidates.js';
import { CATCH_ALL, PART_OF_CODE, SECOND_OF_CODE, type Sections } from './format.js';
import type { Comparison, Nearness, Question } from './nearness.js';
import type { Titles } from './titles.js';
import { type Feature, WEIGHTS } from './weights.js';

export interface Ranked {
  record: number;
  score: number;
  /** The nearest title, or -1 where only the prose answered. */
  title: number;
  /** Its place among FIELDS. */
  field: number;
  near: Nearness;
  /** In the order of FEATURES. */
  features: readonly number[];
}

/** A record while it is ranked. */
interface Contender extends Ranked {
  /** What the titles near the question that it bears add up to. */
  votes: number;
}

interface Near {
  title: number;
  near: Nearness;
}

/** The highest value of any contender: what each one's is a share of. */
type Highest = Record<'affinity' | 'votes' | 'names' | 'text', number>;

const NOTHING: Nearness = {
  answered: 0,
  explained: 0,
  head: 0,
  order: 0,
  letters: 0,
  edits: Number.POSITIVE_INFINITY,
  overall: 0,
};
/** Titles whose letters are compared, and records that the names and the prose add to those of the titles. */
const COMPARED = 32;
const COMPARED_IF_MISSPELT = 96;
const FROM_WORDS = 16;
/** Where fewer contend, what was learned speaks for others that share no word with the question. */
const FEW = 10;
/** Records that get a title to be shown with. */
const SHOWN = 10;
/** A title that is less than half as near as the nearest says nothing. */
const LEAST_SHARE = 0.5;
/** Where a title and a question say the same to this degree, the rest is likely a typo. */
const COVERED = 0.75;

const WEIGHT = Object.values(WEIGHTS);

export function rank(
  question: Question,
  candidates: Candidates,
  index: Sections,
  titles: Titles,
  comparison: Comparison,
  affinity: Affinities,
  only: (record: number) => boolean,
): Ranked[] {
  const found = new Map<number, Contender>();
  const contender = (record: number): Contender => {
    let known = found.get(record);
    if (known === undefined) {
      known = { record, score: 0, title: -1, field: 0, near: NOTHING, votes: 0, features: [] };
      found.set(record, known);
    }
    return known;
  };
  const nears: Near[] = candidates.titles.map((title) => ({ title, near: comparison.nearness(question, title) }));
  nears.sort((a, b) => b.near.overall - a.near.overall || a.title - b.title);
  const far: number[] = [];
  const compared = question.misspelt ? COMPARED_IF_MISSPELT : COMPARED;
  nears.forEach(({ title, near }, place) => {
    if (place < compared) comparison.compareLetters(question, title, near);
    if (near.overall < LEAST_SHARE * (nears[0] as Near).near.overall) {
      far.push(title);
      return;
    }
    const bearers = titles.bearers(title);
    const vote = near.overall ** 4 / Math.sqrt(bearers.length);
    for (const { record, field } of bearers) {
      if (!only(record)) continue;
      const ranked = contender(record);
      ranked.votes += vote;
      if (near.overall > ranked.near.overall) {
        ranked.near = near;
        ranked.title = title;
        ranked.field = field;
      }
    }
  });
  const { names, text } = candidates;
  const inWords = (record: number): number => (names[record] as number) + (text[record] as number);
  for (const record of highest(candidates.records, inWords, 0.05, only)) contender(record);
  if (affinity.ask(wordsMeant(question, nears, comparison)) && found.size < FEW) {
    const all = Array.from(index.recordId.keys());
    affinity.weigh(all);
    for (const record of highest(all, (record) => affinity.of(record), 0.001, only)) contender(record);
  }
  affinity.weigh([...found.keys()]);

  const list = [...found.values()];
  const most: Highest = { affinity: 1e-9, votes: 0.001, names: 0.001, text: 0.001 };
  for (const { record, votes } of list) {
    most.votes = Math.max(most.votes, votes);
    most.affinity = Math.max(most.affinity, affinity.of(record));
    most.names = Math.max(most.names, candidates.names[record] as number);
    most.text = Math.max(most.text, candidates.text[record] as number);
  }
  for (const ranked of list) {
    ranked.features = Object.values(featuresOf(ranked, most, question, candidates, affinity, index));
    for (let i = 0; i < WEIGHT.length; i++) ranked.score += (ranked.features[i] as number) * (WEIGHT[i] as number);
  }
  list.sort((a, b) => b.score - a.score || a.record - b.record);
  nameBare(list.slice(0, SHOWN), far, titles);
  return list;
}

/** Gives records that no near title speaks for the nearest of the far ones: it counts for nothing, and shows why. */
function nameBare(list: readonly Contender[], far: readonly number[], titles: Titles): void {
  const bare = new Map(list.filter(({ title }) => title === -1).map((ranked) => [ranked.record, ranked]));
  for (const title of far) {
    if (bare.size === 0) return;
    for (const { record, field } of titles.bearers(title)) {
      const ranked = bare.get(record);
      if (ranked === undefined) continue;
      ranked.title = title;
      ranked.field = field;
      bare.delete(record);
    }
  }
}

/** The words to weigh: what is misspelt is read as the nearest title has it. */
function wordsMeant(question: Question, nears: readonly Near[], comparison: Comparison): string[] {
  let best: Near | undefined;
  if (question.misspelt) {
    for (const near of nears) if (best === undefined || near.near.overall > best.near.overall) best = near;
  }
  return best === undefined ? question.tokens.map(({ text }) => text) : comparison.mended(question, best.title);
}

/** A probability as its logarithm, scaled to 0 … 1. */
const likelihood = (probability: number): number => 1 + Math.max(-1, Math.log(probability + 1e-9) / 12);

/** Written in the order of the weights, which a test holds: looking each of them up by its name takes longer than all the rest. */
export function featuresOf(
  { record, near, votes }: Contender,
  most: Highest,
  { described, misspelt }: Question,
  candidates: Candidates,
  affinity: Pick<Affinities, 'of'>,
  { recordFlags, recordPrior }: Pick<Sections, 'recordFlags' | 'recordPrior'>,
): Record<Feature, number> {
  const names = candidates.names[record] as number;
  const text = candidates.text[record] as number;
  const flags = recordFlags[record] as number;
  const prior = recordPrior[record] as number;
  const likely = likelihood(affinity.of(record));
  return {
    answered: near.answered,
    explained: near.explained,
    overall: near.overall,
    covers: Math.max(0, Math.min(near.answered, near.explained) - COVERED) / (1 - COVERED),
    head: near.head,
    order: near.order,
    letters: near.letters,
    lettersSquared: near.letters ** 4,
    votes: Math.log(1 + votes),
    votesShare: votes / most.votes,
    names,
    namesShare: names / most.names,
    text,
    textShare: text / most.text,
    affinity: likely,
    affinityShare: affinity.of(record) / most.affinity,
    prior,
    catchAll: flags & CATCH_ALL ? 1 : 0,
    secondOfCode: flags & SECOND_OF_CODE ? 1 : 0,
    partOfCode: flags & PART_OF_CODE ? 1 : 0,
    mendedByOne: misspelt && near.edits <= 1 ? 1 : 0,
    mendedByTwo: misspelt && near.edits <= 2 ? 1 : 0,
    typo: misspelt ? near.letters ** 8 : 0,
    describedText: described * text,
    describedNames: described * names,
    describedAffinity: described * likely,
    describedPrior: described * prior,
    describedCatchAll: flags & CATCH_ALL ? described : 0,
  };
}

/** The FROM_WORDS records of the highest values above `least`, best first. */
function highest(
  records: readonly number[],
  worth: (record: number) => number,
  least: number,
  only: (record: number) => boolean,
): number[] {
  const best: number[] = [];
  const values: number[] = [];
  for (const record of records) {
    const value = worth(record);
    if (value <= least || (best.length === FROM_WORDS && value <= (values[FROM_WORDS - 1] as number))) continue;
    if (!only(record)) continue;
    let place = best.length;
    while (place > 0 && (values[place - 1] as number) < value) place--;
    best.splice(place, 0, record);
    values.splice(place, 0, value);
    best.length = Math.min(best.length, FROM_WORDS);
    values.length = best.length;
  }
  return best;
}
