/** Two to four occupations side by side, as a value. */
import type { Interest } from '../catalogue/model.js';
import type { Profile } from '../catalogue/profile.js';
import { LaddersError } from '../errors.js';
import { schooling, tenths } from './education.js';
import { annualPay, at } from './graph.js';
import { type Ability, compareAbilities, type PayChange, payChange, type Step } from './step.js';
import type { Steps } from './steps.js';

/** Where more is better. */
export const MEASURES = ['pay', 'growth', 'openings', 'jobs'] as const;
export type Measure = (typeof MEASURES)[number];

/** What it takes to go from the first to another. */
export interface Crossing {
  to: string;
  pay: PayChange | undefined;
  /** Years of full-time study. */
  study: number;
  /** The step, where one leads there directly. */
  step: Step | undefined;
  gain: Ability[];
  bring: Ability[];
}

export interface Comparison {
  occupations: Profile[];
  figures: Record<Measure, (number | null)[]>;
  /** Slugs of the best by each measure, all of them where several are level; none where fewer than two are published. */
  best: Record<Measure, string[]>;
  /** What all ask for among their most important, and interests among the three strongest of each. */
  shared: { skills: string[]; knowledge: string[]; interests: Interest[] };
  /** From the first to each other one. */
  crossings: Crossing[];
}

export const MOST_COMPARED = 4;

/** @param slugs two to four, each once */
export function compare(steps: Steps, slugs: readonly string[]): Comparison {
  if (slugs.length < 2 || slugs.length > MOST_COMPARED) {
    const n = slugs.length === 1 ? 'one occupation was' : `${slugs.length} occupations were`;
    throw new LaddersError('COMPARE_COUNT', `Two to ${MOST_COMPARED} occupations can be compared; ${n} named.`, {
      hints: ['ladders compare licensed-practical-nurse registered-nurse'],
    });
  }
  const ids = slugs.map((slug) => steps.id(slug));
  const twice = slugs.find((slug, i) => slugs.indexOf(slug) < i);
  if (twice !== undefined) {
    throw new LaddersError('SAME_OCCUPATION', `${steps.card(steps.id(twice)).title} is named twice.`, {
      hints: [`ladders show ${twice}`],
    });
  }
  const profiles = ids.map((id) => steps.profile(id));
  const figures: Comparison['figures'] = {
    pay: profiles.map(({ occupation }) => annualPay(occupation) ?? null),
    growth: profiles.map(({ occupation }) => occupation.figures.outlook?.growth ?? null),
    openings: profiles.map(({ occupation }) => occupation.figures.outlook?.openings ?? null),
    jobs: profiles.map(({ occupation }) => occupation.figures.outlook?.employment ?? null),
  };
  return {
    occupations: profiles,
    figures,
    best: {
      pay: bestOf(figures.pay, slugs),
      growth: bestOf(figures.growth, slugs),
      openings: bestOf(figures.openings, slugs),
      jobs: bestOf(figures.jobs, slugs),
    },
    shared: {
      skills: inAll(profiles.map(({ occupation }) => Object.keys(occupation.figures.skills?.values ?? {}))),
      knowledge: inAll(profiles.map(({ occupation }) => Object.keys(occupation.figures.knowledge?.values ?? {}))),
      interests: inAll(profiles.map(strongestInterests)),
    },
    crossings: ids.slice(1).map((id, i) => crossing(steps, ids[0] ?? 0, id, slugs[i + 1] ?? '')),
  };
}

function bestOf(values: readonly (number | null)[], slugs: readonly string[]): string[] {
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known);
  // Where all are level, none is better.
  if (known.length < 2 || known.every((value) => value === most)) return [];
  return slugs.filter((_, i) => values[i] === most);
}

/** Items of the first list that stand in every other. */
const inAll = <T>([first = [], ...others]: T[][]): T[] => first.filter((item) => others.every((o) => o.includes(item)));

function strongestInterests({ occupation }: Profile): Interest[] {
  const scores = Object.entries(occupation.figures.interests?.scores ?? {}) as [Interest, number][];
  return scores
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([interest]) => interest);
}

function crossing(steps: Steps, from: number, to: number, slug: string): Crossing {
  const [first, other] = [steps.profile(from), steps.profile(to)];
  const direct = [...steps.away(from)].find((step) => at(steps.graph.to, step) === to);
  const step = direct === undefined ? undefined : steps.value(direct, from);
  const { gain, bring } = compareAbilities(first, other);
  return {
    to: slug,
    pay: payChange(first, other),
    study: step?.takes.study ?? tenths(schooling(first.occupation.education.level, other.occupation.education.level)),
    step,
    gain,
    bring,
  };
}
