/** What is told of one occupation: its record with everything that others say of it, ready to print. */
import { publishedUnder } from './combined.js';
import { type Standing, standings } from './hierarchy.js';
import {
  type Amount,
  type Catalogue,
  type EducationLevel,
  type Occupation,
  type PlacePay,
  type Source,
  socOf,
} from './model.js';
import { type OutlookWords, outlookWords } from './outlook.js';
import { SOC_2018 } from './soc.js';

/** One occupation in a line. */
export interface Card {
  slug: string;
  title: string;
  code: string;
  /** Where it stands first: `industry/area/occupation`; the slug alone where it stands on no ladder. */
  path: string;
  industry: string | undefined;
  area: string | undefined;
  education: EducationLevel;
  /** Median pay in dollars a year, or an hour where only that is published. */
  pay: { median: Amount; per: 'year' | 'hour'; year: string; source: string } | undefined;
  /** Per cent over the projections' span. */
  growth: number | undefined;
  /** That span: `2024-34`. */
  growthYears: string | undefined;
}

/** A place on a ladder, with the neighbours there. */
export interface ProfileStanding extends Omit<Standing, 'previous' | 'next'> {
  previous: Card | undefined;
  next: Card | undefined;
}

export interface RegionalPay extends PlacePay {
  place: { slug: string; title: string };
  source: string;
  year: string;
  code: string;
}

export interface Profile {
  occupation: Occupation;
  card: Card;
  /** Home first. */
  standings: ProfileStanding[];
  leadsTo: (Card & { needs: string | undefined })[];
  outlookWords: OutlookWords | undefined;
  /** Records of the same SOC code: the figures are the whole code's. */
  sharesCodeWith: { slug: string; title: string }[];
  /** The published code whose figures these are, where it is not the record's own. */
  figuresOf: { code: string; title: string } | undefined;
  places: RegionalPay[];
  /** The ids of the sources that its figures come from. */
  sourceIds: string[];
}

/** A profile that has its sources with it. */
export interface SourcedProfile extends Omit<Profile, 'sourceIds'> {
  sources: Record<string, Source>;
}

const published = (amount: Amount | undefined): amount is Amount => amount !== undefined && amount !== 'not published';

function medianPay({ pay }: Occupation['figures']): Card['pay'] {
  if (!pay) return undefined;
  const { year, source } = pay;
  if (published(pay.annual.median) || !published(pay.hourly.median)) {
    return { median: pay.annual.median, per: 'year', year, source };
  }
  return { median: pay.hourly.median, per: 'hour', year, source };
}

function cardOf(record: Occupation, at: Standing | undefined): Card {
  return {
    slug: record.slug,
    title: record.title,
    code: record.code,
    path: at?.path ?? record.slug,
    industry: at?.industry.title,
    area: at?.area.title,
    education: record.education.level,
    pay: medianPay(record.figures),
    growth: record.figures.outlook?.growth,
    growthYears: record.figures.outlook?.year,
  };
}

/** The profiles of all occupations, in the catalogue's order: general before special under one code. */
export function* profiles(catalogue: Catalogue): Generator<Profile> {
  const { industries, occupations, places, head } = catalogue;
  const at = standings(industries, occupations);
  const cards = new Map(occupations.map((record) => [record.slug, cardOf(record, at.get(record.slug)?.[0])]));
  const sameSoc = new Map<string, Occupation[]>();
  for (const record of occupations) {
    const list = sameSoc.get(socOf(record.code));
    if (list) list.push(record);
    else sameSoc.set(socOf(record.code), [record]);
  }

  for (const record of occupations) {
    const card = cards.get(record.slug);
    if (!card) continue;
    const cardAt = (slug: string | undefined): Card | undefined => (slug === undefined ? undefined : cards.get(slug));
    const code = socOf(record.code);
    const regional = places.flatMap((place): RegionalPay[] => {
      if (!place.pay) return [];
      const { source, year, codes } = place.pay;
      const under = publishedUnder(code, (c) => codes.has(c));
      const pay = under === undefined ? undefined : codes.get(under);
      if (under === undefined || !pay) return [];
      return [{ place: { slug: place.slug, title: place.title }, source, year, code: under, ...pay }];
    });
    const figuresCode = record.figures.pay?.code ?? record.figures.outlook?.code;
    const used = new Set([
      ...Object.values(record.figures).flatMap((figure) => (figure ? [figure.source] : [])),
      ...regional.map(({ source }) => source),
    ]);
    yield {
      occupation: record,
      card,
      standings: (at.get(record.slug) ?? []).map((standing) => ({
        ...standing,
        previous: cardAt(standing.previous),
        next: cardAt(standing.next),
      })),
      leadsTo: record.leadsTo.flatMap(({ occupation, needs }) => {
        const to = cards.get(occupation);
        return to ? [{ ...to, needs }] : [];
      }),
      outlookWords: record.figures.outlook && outlookWords(record.figures.outlook.growth),
      sharesCodeWith: (sameSoc.get(code) ?? [])
        .filter(({ slug }) => slug !== record.slug)
        .map(({ slug, title }) => ({ slug, title })),
      figuresOf:
        figuresCode !== undefined && figuresCode !== code
          ? { code: figuresCode, title: SOC_2018.get(figuresCode) ?? figuresCode }
          : undefined,
      places: regional,
      sourceIds: [...head.sources.keys()].filter((id) => used.has(id)),
    };
  }
}

/** General before special: by code; under one code the record that bears the official title first. */
export function inCodeOrder(records: readonly Occupation[]): Occupation[] {
  const nearness = ({ title, officialTitle }: Occupation): number =>
    officialTitle?.toLowerCase().startsWith(title.toLowerCase()) ? 0 : 1;
  return [...records].sort(
    (a, b) =>
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || nearness(a) - nearness(b) || (a.slug < b.slug ? -1 : 1),
  );
}
