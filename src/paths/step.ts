/** One step as a value, ready to print: what kind it is, why we believe it, what it takes and what it brings. */

import type { Credential, ImportanceFigure, RelatedTier } from '../catalogue/model.js';
import { EDUCATION_LEVELS, type EducationLevel, type Experience, type Training } from '../catalogue/model.js';
import type { Card, Profile } from '../catalogue/profile.js';
import { tenths } from './education.js';
import { at, floorOf, type Graph, STEP_KINDS, type StepKind, WHY, workYears } from './graph.js';
import { stepYears, studyYears } from './search.js';

export type Reason =
  /** The first one's record names the second as an advancement; after the Occupational Outlook Handbook, or its keeper. */
  | { because: 'leads-to'; needs: string | undefined }
  /** Both stand on this ladder, the second one above; `next`: with nothing between them. */
  | { because: 'ladder'; ladder: string; industry: string; area: string; next: boolean }
  /** O*NET counts them among each other's nearest occupations. */
  | { because: 'related'; tier: RelatedTier }
  /** The most important skills and knowledge that both ask for. */
  | { because: 'shared'; skills: string[]; knowledge: string[] };

/** A skill or knowledge area: its importance to the first occupation and to the second. */
export interface Ability {
  name: string;
  kind: 'skill' | 'knowledge';
  /** `importance`: 1 to 5; `percentile`: 0 to 100. */
  scale: ImportanceFigure['scale'];
  /** Null where it is not among the occupation's most important. */
  here: number | null;
  there: number | null;
}

export interface PayChange {
  per: 'year' | 'hour';
  /** Median dollars; `atLeast` where the publisher gives no more than a floor. */
  before: number;
  after: number;
  atLeast: boolean;
  /** After less before, in dollars and in per cent of before; at the least where `atLeast`. */
  change: number;
  percent: number;
}

export interface StepTakes {
  /** Education held by then, and what the second occupation typically asks for. */
  education: { held: EducationLevel; needed: EducationLevel };
  /** Years of full-time study. */
  study: number;
  /** What the second occupation trains its entrants, and for how many years; 0 where the first one's training serves. */
  training: { category: Training; years: number } | undefined;
  experience: { category: Experience; years: number } | undefined;
  /** All of it, one after the other; or the record's own time. */
  years: number;
  /** Whether `years` is the record's own. */
  ownTime: boolean;
  /** Licenses and certifications of the second that the first does not have. */
  credentials: Credential[];
}

export interface Step {
  from: Card;
  to: Card;
  kind: StepKind;
  why: Reason[];
  takes: StepTakes;
  /** Undefined where one of them has no published pay that the other's can be compared with. */
  pay: PayChange | undefined;
  /** More important there than here, the greatest difference first. */
  gain: Ability[];
  /** As important here as there, or more; the most important there first. */
  bring: Ability[];
}

/** Differences below these are no difference: about the standard error of the published scores. */
const SAME: Record<ImportanceFigure['scale'], number> = { importance: 0.3, percentile: 10 };

/** The value of a step of the graph. `held`: rank of the education held by then; without it, the first one's own. */
export function stepValue(graph: Graph, step: number, from: Profile, to: Profile, held?: number): Step {
  const before = held ?? EDUCATION_LEVELS.indexOf(from.occupation.education.level);
  const kind = STEP_KINDS[at(graph.kind, step)] ?? 'change';
  const abilities = compareAbilities(from, to);
  return {
    from: from.card,
    to: to.card,
    kind,
    why: reasons(at(graph.why, step), from, to, abilities),
    takes: takes(graph, step, from, to, before),
    pay: payChange(from, to),
    gain: abilities.gain,
    bring: abilities.bring,
  };
}

function takes(graph: Graph, step: number, from: Profile, to: Profile, held: number): StepTakes {
  const { education } = to.occupation;
  // The graph holds the sum of training and experience; what is counted as one field is there, too.
  const sameField = workYears(from.occupation, to.occupation, true);
  const apart = workYears(from.occupation, to.occupation, false);
  const work = Math.abs(sameField.total - at(graph.work, step)) < 1e-3 ? sameField : apart;
  const had = new Set(from.occupation.credentials.map(({ name }) => name.toLowerCase()));
  return {
    education: { held: EDUCATION_LEVELS[held] ?? 'none', needed: education.level },
    study: tenths(studyYears(graph, step, held)),
    training: category(education.training, work.training),
    experience: category(education.experience, work.experience),
    years: tenths(stepYears(graph, step, held)),
    ownTime: !Number.isNaN(at(graph.years, step)),
    credentials: to.occupation.credentials.filter(({ name }) => !had.has(name.toLowerCase())),
  };
}

const category = <T extends string>(name: T | undefined, years: number): { category: T; years: number } | undefined =>
  name === undefined || name === 'none' ? undefined : { category: name, years: tenths(years) };

function reasons(bits: number, from: Profile, to: Profile, { shared }: Abilities): Reason[] {
  const why: Reason[] = [];
  if (bits & WHY.leadsTo) {
    why.push({ because: 'leads-to', needs: from.leadsTo.find(({ slug }) => slug === to.card.slug)?.needs });
  }
  if (bits & WHY.ladder) {
    for (const { industry, area, next } of from.standings) {
      const above = to.standings.some((one) => one.industry.slug === industry.slug && one.area.slug === area.slug);
      if (above) {
        why.push({
          because: 'ladder',
          ladder: `${industry.slug}/${area.slug}`,
          industry: industry.title,
          area: area.title,
          next: next?.slug === to.card.slug,
        });
      }
    }
  }
  const tier: RelatedTier | undefined =
    bits & WHY.relatedShort
      ? 'primary-short'
      : bits & WHY.relatedLong
        ? 'primary-long'
        : bits & WHY.supplemental
          ? 'supplemental'
          : undefined;
  if (tier) why.push({ because: 'related', tier });
  const named = (kind: Ability['kind']): string[] =>
    shared
      .filter((ability) => ability.kind === kind)
      .slice(0, 5)
      .map(({ name }) => name);
  const [skills, knowledge] = [named('skill'), named('knowledge')];
  if (skills.length + knowledge.length > 0) why.push({ because: 'shared', skills, knowledge });
  return why;
}

/** Pay before and after, by the year or, where one of them has only that, by the hour. */
export function payChange(from: Profile, to: Profile): PayChange | undefined {
  const [a, b] = [from.occupation.figures.pay, to.occupation.figures.pay];
  if (!a || !b) return undefined;
  for (const [per, scale] of [
    ['year', 'annual'],
    ['hour', 'hourly'],
  ] as const) {
    const [before, after] = [floorOf(a[scale].median), floorOf(b[scale].median)];
    if (before === undefined || after === undefined || before === 0) continue;
    // From a floor no difference can be told.
    if (typeof a[scale].median === 'object') return undefined;
    const change = per === 'year' ? Math.round(after - before) : Math.round((after - before) * 100) / 100;
    const percent = Math.round(((after - before) / before) * 1000) / 10;
    return { per, before, after, atLeast: typeof b[scale].median === 'object', change, percent };
  }
  return undefined;
}

export interface Abilities {
  gain: Ability[];
  bring: Ability[];
  /** Among the most important of both. */
  shared: Ability[];
}

/** What one brings and what one must gain; empty where the two are measured on different scales. */
export function compareAbilities(from: Profile, to: Profile): Abilities {
  const all = (['skills', 'knowledge'] as const).flatMap((figure): Ability[] => {
    const [here, there] = [from.occupation.figures[figure], to.occupation.figures[figure]];
    if (!here || !there || here.scale !== there.scale) return [];
    const kind = figure === 'skills' ? 'skill' : 'knowledge';
    return Object.entries(there.values).map(([name, value]) => ({
      name,
      kind,
      scale: there.scale,
      here: here.values[name] ?? null,
      there: value,
    }));
  });
  // What is not among the most important counts as just below the scale's middle.
  const gap = ({ here, there, scale }: Ability): number => (there ?? 0) - (here ?? (scale === 'importance' ? 2.5 : 40));
  const isGain = (ability: Ability): boolean => gap(ability) > SAME[ability.scale];
  const most = (a: Ability, b: Ability): number => (b.there ?? 0) - (a.there ?? 0);
  return {
    gain: all.filter(isGain).sort((a, b) => gap(b) - gap(a)),
    bring: all.filter((ability) => ability.here !== null && !isGain(ability)).sort(most),
    shared: all.filter(({ here }) => here !== null).sort(most),
  };
}
