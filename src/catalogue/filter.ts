/** Conditions on occupations: which of a catalogue's records meet all of them, and which condition none can meet. */
import { levelRank } from './hierarchy.js';
import type { EducationLevel, Interest, PatientContact, Training } from './model.js';
import type { Facets } from './open.js';

type Facet = Facets[number];

export interface Filters {
  /** An industry's slug. */
  industry?: string;
  /** `industry/area`, or an area's slug. */
  area?: string;
  /** At most this level. */
  education?: EducationLevel;
  /** Median dollars a year. */
  minPay?: number;
  maxPay?: number;
  /** Per cent over the projections' span, at least. */
  growth?: number;
  /** Hours or a shift. */
  schedule?: string;
  patientContact?: PatientContact;
  /** Among the three strongest. */
  interest?: Interest;
  training?: Training | 'on-the-job';
}

type Condition = (facet: Facet) => boolean;
export type FilterName = keyof Filters;

/** Median pay a year; none where only hourly pay is published, which is never made annual. */
const annual = ({ pay }: Facet): number | undefined => {
  if (pay?.per !== 'year' || pay.median === 'not published') return undefined;
  return typeof pay.median === 'object' ? pay.median.atLeast : pay.median;
};

/** One condition a filter that was given, in the order of the options. */
function conditionsOf(filters: Filters): [FilterName, Condition][] {
  const { industry, area, education, minPay, maxPay, growth, schedule, patientContact, interest, training } = filters;
  const all: [FilterName, Condition | false][] = [
    ['industry', industry !== undefined && (({ ladders }) => ladders.some((l) => l.startsWith(`${industry}/`)))],
    ['area', area !== undefined && (({ ladders }) => ladders.some((l) => l === area || l.endsWith(`/${area}`)))],
    ['education', education !== undefined && ((facet) => levelRank(facet.education) <= levelRank(education))],
    ['minPay', minPay !== undefined && ((facet) => (annual(facet) ?? Number.NEGATIVE_INFINITY) >= minPay)],
    ['maxPay', maxPay !== undefined && ((facet) => (annual(facet) ?? Number.POSITIVE_INFINITY) <= maxPay)],
    ['growth', growth !== undefined && ((facet) => (facet.growth ?? Number.NEGATIVE_INFINITY) >= growth)],
    ['schedule', schedule !== undefined && (({ hours, shifts }) => [hours, ...shifts].some((s) => s === schedule))],
    ['patientContact', patientContact !== undefined && ((facet) => facet.patientContact === patientContact)],
    ['interest', interest !== undefined && (({ interests }) => interests.includes(interest))],
    ['training', training !== undefined && ((facet) => isTraining(facet.training, training))],
  ];
  return all.flatMap(([name, condition]) => (condition ? [[name, condition]] : []));
}

const isTraining = (is: Facet['training'], asked: NonNullable<Filters['training']>): boolean =>
  asked === 'on-the-job' ? (is?.endsWith(asked) ?? false) : is === asked;

export interface Filtered {
  /** Record number → whether it meets every condition. */
  passes: (id: number) => boolean;
  /** How many do. */
  count: number;
  /** Conditions that no record meets by itself. */
  unanswerable: FilterName[];
}

export function applyFilters(facets: Facets, filters: Filters): Filtered {
  const conditions = conditionsOf(filters);
  const passes = (id: number): boolean => {
    const facet = facets[id];
    return facet !== undefined && conditions.every(([, holds]) => holds(facet));
  };
  return {
    passes,
    count: facets.reduce((n, _, id) => n + Number(passes(id)), 0),
    unanswerable: conditions.filter(([, holds]) => !facets.some(holds)).map(([name]) => name),
  };
}

export const SORTS = ['relevance', 'pay', 'growth', 'openings', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** Best first by a figure, those without it last; titles by letter. */
export function sortedBy(ids: readonly number[], sort: Sort, facets: Facets): number[] {
  if (sort === 'relevance') return [...ids];
  const figure = (id: number): number => {
    const facet = facets[id];
    const value = facet && { pay: annual(facet), growth: facet.growth, openings: facet.openings, title: 0 }[sort];
    return value ?? Number.NEGATIVE_INFINITY;
  };
  const title = (id: number): string => facets[id]?.title.toLowerCase() ?? '';
  return [...ids].sort((a, b) => {
    const [x, y] = [figure(a), figure(b)];
    return x === y ? (title(a) < title(b) ? -1 : title(a) > title(b) ? 1 : 0) : y - x;
  });
}
