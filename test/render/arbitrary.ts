/** Any record that a compiled catalogue can hold: what would act in a terminal was refused with its position. */
import fc from 'fast-check';
import {
  type Amount,
  CREDENTIAL_KINDS,
  EDUCATION_LEVELS,
  EXPERIENCES,
  HOURS,
  INTERESTS,
  type Occupation,
  PATIENT_CONTACTS,
  REQUIREMENTS,
  SHIFTS,
  TRAININGS,
} from '../../src/catalogue/model.js';
import type { Card, RegionalPay, SourcedProfile } from '../../src/catalogue/profile.js';
import type { Look } from '../../src/render/look.js';
import { NO_STYLE } from '../../src/render/look.js';
import { clean } from '../../src/render/text.js';

/** Letters of many scripts whose width all tables of widths agree on. */
const LETTERS = ['a', 'W', ' ', '-', 'é', 'ß', 'Ж', 'ב', 'ع', '日', '본', 'ー', '🚒', 'e\u0301', '—', '’', '½'];

/** Words, long words, wide letters, marks. */
export const anyLine: fc.Arbitrary<string> = fc
  .oneof(
    fc.lorem({ maxCount: 12 }),
    fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 90 }),
    fc.constantFrom('日本語の職業', 'a'.repeat(200), 'e\u0301'.repeat(30), '🚒🚑 fire', '---'),
  )
  .map((text) => clean(text).trim() || 'x');
const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.constant<Amount>('not published'),
  fc.record({ atLeast: fc.constantFrom(115, 239200) }),
);
const scale = fc.record({ mean: amount, p10: amount, p25: amount, median: amount, p75: amount, p90: amount });
const cited = {
  source: fc.constant('s'),
  place: fc.constant('p'),
  year: fc.constantFrom('2025', '2020'),
  code: fc.constant('29-9021'),
};
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const few = <T>(value: fc.Arbitrary<T>, maxLength = 4): fc.Arbitrary<T[]> => fc.array(value, { maxLength });
const values = fc.dictionary(anyLine, fc.integer({ min: 0, max: 100 }), { maxKeys: 5 });

export const anyOccupation: fc.Arbitrary<Occupation> = fc.record({
  title: anyLine,
  slug: fc.constant('any-slug'),
  code: fc.constant('29-9021.00'),
  officialTitle: maybe(anyLine),
  home: fc.constant(undefined),
  alsoCalled: few(anyLine),
  summary: anyLine,
  description: anyLine,
  specialities: few(fc.record({ title: anyLine, text: anyLine }), 2),
  workSettings: maybe(anyLine),
  patientContact: maybe(fc.constantFrom(...PATIENT_CONTACTS)),
  schedule: maybe(
    fc.record({ hours: fc.constantFrom(...HOURS), shifts: few(fc.constantFrom(...SHIFTS)), text: anyLine }),
  ),
  education: fc.record({
    level: fc.constantFrom(...EDUCATION_LEVELS),
    training: maybe(fc.constantFrom(...TRAININGS)),
    experience: maybe(fc.constantFrom(...EXPERIENCES)),
    text: maybe(anyLine),
  }),
  credentials: few(
    fc.record({
      name: anyLine,
      kind: fc.constantFrom(...CREDENTIAL_KINDS),
      grantedBy: anyLine,
      requirement: fc.constantFrom(...REQUIREMENTS),
    }),
    2,
  ),
  leadsTo: fc.constant([]),
  figures: fc.record({
    pay: maybe(fc.record({ ...cited, employment: amount, annual: scale, hourly: scale })),
    outlook: maybe(
      fc.record({
        ...cited,
        year: fc.constant('2024-34'),
        employment: fc.nat(),
        projected: fc.nat(),
        change: fc.integer(),
        growth: fc.double({ min: -90, max: 90, noNaN: true }).map((n) => Math.round(n * 10) / 10),
        openings: fc.nat(),
      }),
    ),
    interests: maybe(
      fc.record({
        ...cited,
        scores: fc.record(
          Object.fromEntries(INTERESTS.map((i) => [i, fc.integer({ min: 1, max: 7 })])) as Record<
            (typeof INTERESTS)[number],
            fc.Arbitrary<number>
          >,
        ),
      }),
    ),
    skills: maybe(fc.record({ ...cited, scale: fc.constant('importance' as const), values })),
    knowledge: maybe(fc.record({ ...cited, scale: fc.constant('importance' as const), values })),
    technology: maybe(fc.record({ ...cited, hot: few(anyLine), inDemand: few(anyLine) })),
  }),
});

export const anyCard: fc.Arbitrary<Card> = fc.record({
  slug: fc.constantFrom('a', 'registered-nurse'),
  title: anyLine,
  code: fc.constant('29-9021.00'),
  path: fc.constant('a/b/c'),
  industry: maybe(anyLine),
  area: maybe(anyLine),
  education: fc.constantFrom(...EDUCATION_LEVELS),
  pay: maybe(
    fc.record({
      median: amount,
      per: fc.constantFrom('year' as const, 'hour' as const),
      year: fc.constant('2025'),
      source: fc.constant('s'),
    }),
  ),
  growth: maybe(fc.integer({ min: -50, max: 50 })),
  growthYears: fc.constant('2024-34'),
});

const named = fc.record({ slug: fc.constant('x'), title: anyLine });
const anyPlace: fc.Arbitrary<RegionalPay> = fc.record({
  place: named,
  source: fc.constant('s'),
  year: fc.constantFrom('2022', '2026'),
  code: fc.constant('29-9021'),
  employment: amount,
  mean: amount,
  median: amount,
  entry: amount,
  experienced: amount,
});

export const anyProfile: fc.Arbitrary<SourcedProfile> = fc.record({
  occupation: anyOccupation,
  card: anyCard,
  standings: few(
    fc.record({
      path: fc.constant('a/b/c'),
      industry: named,
      area: named,
      rung: fc.constantFrom(...EDUCATION_LEVELS),
      previous: maybe(anyCard),
      next: maybe(anyCard),
    }),
    3,
  ),
  leadsTo: few(
    fc.tuple(anyCard, maybe(anyLine)).map(([card, needs]) => ({ ...card, needs })),
    3,
  ),
  outlookWords: fc.constant('much faster than average' as const),
  sharesCodeWith: few(named),
  figuresOf: maybe(fc.record({ code: fc.constant('21-1018'), title: anyLine })),
  places: few(anyPlace, 3),
  sources: fc.dictionary(
    fc.constant('s'),
    fc.record({
      title: anyLine,
      publisher: anyLine,
      release: anyLine,
      date: fc.constantFrom('2026', '2019'),
      url: anyLine,
      licence: anyLine,
      credit: anyLine,
    }),
  ),
});

export const anyLook: fc.Arbitrary<Look> = fc.record({
  width: fc.integer({ min: 40, max: 200 }),
  color: fc.constant(false),
  unicode: fc.boolean(),
  style: fc.constant(NO_STYLE),
  year: fc.constant(2026),
});
