/**
 * How long a step takes: one rule, from the ordered scale of education and the published categories of training and
 * experience. A record's own `years` wins over it.
 *
 * The lengths are the usual full-time ones: of programs of study, as colleges publish them; of training and experience,
 * the middle of the span that the Employment Projections give each category ("short-term: a month or less",
 * "moderate-term: one to twelve months", "long-term: more than a year"). They compare steps with each other; a school's
 * or an employer's own time is the one to plan with.
 */
import { levelRank } from '../catalogue/hierarchy.js';
import {
  type Credential,
  EDUCATION_LEVELS,
  type EducationLevel,
  type Experience,
  type Training,
} from '../catalogue/model.js';

/** Years. */
export const YEARS = Object.freeze({
  /** Full-time study that each level stands for, counted from a high school diploma. */
  study: Object.freeze({
    /** A diploma or its equivalent, by evening classes and a test: half a year. */
    none: -0.5,
    'high-school': 0,
    certificate: 1,
    /** A certificate's year counts as college, and the other way round. */
    'some-college': 1,
    associate: 2,
    bachelor: 4,
    master: 6,
    doctoral: 8,
  } satisfies Record<EducationLevel, number>),
  /** A doctoral or professional degree takes this long even after a master's, of which little is credited. */
  doctoralAfterMaster: 3,
  /** The last part of each level, studied anew for a licensed profession by whoever holds the level in another. */
  program: Object.freeze({
    none: 0,
    'high-school': 0,
    certificate: 1,
    'some-college': 1,
    associate: 2,
    /** General courses are credited; a second bachelor's degree takes about half the time. */
    bachelor: 2,
    master: 2,
    doctoral: 4,
  } satisfies Record<EducationLevel, number>),
  training: Object.freeze({
    none: 0,
    'short-term-on-the-job': 0.1,
    'moderate-term-on-the-job': 0.5,
    'long-term-on-the-job': 1.5,
    /** Below a doctoral degree: a practicum year. */
    'internship-residency': 1,
    apprenticeship: 4,
  } satisfies Record<Training, number>),
  /** After a doctoral or professional degree: three years is the shortest residency in medicine. */
  residency: 3,
  experience: Object.freeze({
    none: 0,
    'under-5-years': 2,
    '5-years-or-more': 5,
  } satisfies Record<Experience, number>),
});

/** Years of full-time study between two levels; none where what is held suffices. */
export function schooling(held: EducationLevel, needed: EducationLevel): number {
  if (levelRank(needed) <= levelRank(held)) return 0;
  const years = YEARS.study[needed] - YEARS.study[held];
  return needed === 'doctoral' ? Math.max(years, YEARS.doctoralAfterMaster) : years;
}

/** The same by the levels' ranks, for every pair: `SCHOOLING[held][needed]`. */
export const SCHOOLING: readonly (readonly number[])[] = EDUCATION_LEVELS.map((held) =>
  EDUCATION_LEVELS.map((needed) => schooling(held, needed)),
);

interface Licensed {
  education: Preparation;
  credentials: readonly Credential[];
}

/**
 * The least years of study of a step, whatever degrees are held: a profession that nobody may practise without its
 * license has a program of its own. A step up in the same line (`rising`: a ladder, or the record itself, leads there)
 * builds on what was learned below, and needs no more than the difference between the levels.
 */
export function programYears(from: Licensed, to: Licensed, rising: boolean): number {
  const held = new Set(from.credentials.map(({ name }) => name.toLowerCase()));
  const anew = to.credentials.some(
    ({ name, kind, requirement }) => kind === 'license' && requirement === 'required' && !held.has(name.toLowerCase()),
  );
  if (!anew || (rising && levelRank(to.education.level) > levelRank(from.education.level))) return 0;
  return YEARS.program[to.education.level];
}

export interface Preparation {
  level: EducationLevel;
  training?: Training | undefined;
  experience?: Experience | undefined;
}

/**
 * Years of training in the new occupation. In the same field, whoever was trained as long for the first one needs none
 * again.
 */
export function trainingYears(from: Preparation, to: Preparation, sameField: boolean): number {
  const years = lengthOf(to);
  return sameField && lengthOf(from) >= years ? 0 : years;
}

const lengthOf = ({ level, training = 'none' }: Preparation): number =>
  training === 'internship-residency' && level === 'doctoral' ? YEARS.residency : YEARS.training[training];

/**
 * Years of work before the new occupation opens. In the same field, what the first one asked for is there already, and
 * so are the years of an apprenticeship or of long training, which are work in the field.
 */
export function experienceYears(from: Preparation, to: Preparation, sameField: boolean): number {
  const had = sameField ? YEARS.experience[from.experience ?? 'none'] + learning(from) : 0;
  return Math.max(0, YEARS.experience[to.experience ?? 'none'] - had);
}

const learning = ({ training }: Preparation): number =>
  training === 'apprenticeship' || training === 'long-term-on-the-job' ? YEARS.training[training] : 0;

/** 2.6000000000000001 → 2.6: sums of these lengths, in tenths of a year. */
export const tenths = (years: number): number => Math.round(years * 10) / 10;
