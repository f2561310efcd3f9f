/** A catalogue's YAML → the compiled store and search index, whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaddersError } from '../errors.js';
import { buildGraph, packGraph } from '../paths/graph.js';
import { buildSearchIndex, type SearchEntry } from '../search/build.js';
import { checkCatalogue } from './check.js';
import { isError, place as placeOf } from './findings.js';
import { ladderOrder } from './hierarchy.js';
import { type Catalogue, isCatchAll, type Occupation, socOf } from './model.js';
import type { CodeGroup, Facets, Head, IndustryCards } from './open.js';
import { type Card, inCodeOrder, type Profile, profiles } from './profile.js';
import { readCatalogue } from './read.js';
import { SOC_2018 } from './soc.js';
import { SEARCH_FILE, STORE_FILE, StoreWriter } from './store.js';

export interface Compiled {
  title: string;
  edition: string;
  industries: number;
  areas: number;
  occupations: number;
  jobTitles: number;
}

/** Reads, checks and compiles a folder. Errors in it are all said at once, and nothing is written. */
export function compileCatalogue(folder: string, into: string): Compiled {
  const read = readCatalogue(folder);
  const errors = checkCatalogue(read).filter(isError);
  if (errors.length > 0) {
    const lines = errors.map((f) => `${placeOf(f)}: ${f.what}; right would be ${f.right}`);
    const n = errors.length === 1 ? 'an error' : `${errors.length} errors`;
    throw new LaddersError('CATALOGUE_ERRORS', `The catalogue ${folder} has ${n}:\n${lines.join('\n')}`, {
      hints: [`To see it again, with advice: ladders check ${folder}`],
    });
  }
  const catalogue: Catalogue = { ...read.catalogue, occupations: inCodeOrder(read.catalogue.occupations) };

  mkdirSync(into, { recursive: true });
  const temporary = (name: string): string => join(into, `.${name}.${process.pid}`);
  const store = new StoreWriter(temporary(STORE_FILE));
  try {
    writeStore(store, catalogue);
    store.finish();
    writeFileSync(temporary(SEARCH_FILE), buildSearchIndex(searchEntries(catalogue), SOC_2018));
    renameSync(temporary(STORE_FILE), join(into, STORE_FILE));
    renameSync(temporary(SEARCH_FILE), join(into, SEARCH_FILE));
  } catch (error) {
    rmSync(temporary(STORE_FILE), { force: true });
    rmSync(temporary(SEARCH_FILE), { force: true });
    throw error;
  }
  return {
    title: catalogue.head.title,
    edition: catalogue.head.edition,
    industries: catalogue.industries.length,
    areas: catalogue.industries.reduce((n, industry) => n + industry.areas.length, 0),
    occupations: catalogue.occupations.length,
    jobTitles: [...catalogue.jobTitles.values()].reduce((n, titles) => n + titles.length, 0),
  };
}

function writeStore(store: StoreWriter, catalogue: Catalogue): void {
  const { head, industries, occupations, places } = catalogue;
  const cards = new Map<string, Card>();
  const groups = new Map<string, Card[]>();
  const facets: Facets = [];
  let figures = new Map<string, number>();
  let id = 0;
  for (const profile of profiles(catalogue)) {
    const { card, occupation } = profile;
    cards.set(card.slug, card);
    store.put(`occupation:${card.slug}`, profile);
    store.put(`card:${id++}`, card);
    facets.push(facetOf(profile));
    figures = countFigures(profile, figures);
    for (const code of new Set([occupation.code, socOf(occupation.code)])) {
      const group = groups.get(code);
      if (group) group.push(card);
      else groups.set(code, [card]);
    }
  }
  for (const [code, group] of groups) {
    store.put(`code:${code}`, { code, title: SOC_2018.get(socOf(code)), cards: group } satisfies CodeGroup);
  }
  for (const place of places) {
    const n = [...(place.pay?.codes.values() ?? [])].length;
    if (place.pay) figures.set(place.pay.source, (figures.get(place.pay.source) ?? 0) + n * 5);
  }
  for (const industry of industries) {
    const tree: IndustryCards = {
      slug: industry.slug,
      title: industry.title,
      description: industry.description,
      areas: industry.areas.map((area) => ({
        slug: area.slug,
        title: area.title,
        description: area.description,
        rungs: area.rungs.map((rung) => ({
          education: rung.education,
          occupations: rung.occupations.flatMap((slug) => cards.get(slug) ?? []),
        })),
      })),
    };
    store.put(`industry:${industry.slug}`, tree);
  }
  const headValue: Head = {
    title: head.title,
    edition: head.edition,
    place: head.place,
    sources: Object.fromEntries(head.sources),
    figures: Object.fromEntries(figures),
    places: places.map(({ slug, title, within, pay }) => ({ slug, title, within, hasPay: pay !== undefined })),
    occupations: occupations.length,
    industries: industries.map((industry) => ({
      slug: industry.slug,
      title: industry.title,
      description: industry.description,
      areas: industry.areas.map(({ slug, title }) => ({ slug, title })),
      occupations: new Set(industry.areas.flatMap((area) => ladderOrder(area).map(({ slug }) => slug))).size,
    })),
  };
  store.put('head', headValue);
  store.put('facets', facets);
  store.put('steps', packGraph(buildGraph(catalogue)));
}

/** Adds the published numbers of one record to the count by source. */
function countFigures({ occupation }: Profile, counts: Map<string, number>): Map<string, number> {
  for (const figure of Object.values(occupation.figures)) {
    if (!figure) continue;
    const { source, place: _place, year: _year, code: _code, ...values } = figure;
    counts.set(source, (counts.get(source) ?? 0) + leaves(values));
  }
  return counts;
}

const leaves = (value: unknown): number =>
  typeof value === 'object' && value !== null && !('atLeast' in value)
    ? Object.values(value).reduce((n: number, inner) => n + leaves(inner), 0)
    : 1;

function facetOf({ occupation, standings, card }: Profile): Facets[number] {
  const { figures, education, schedule } = occupation;
  const scores = figures.interests?.scores;
  return {
    ladders: standings.map(({ industry, area }) => `${industry.slug}/${area.slug}`),
    education: education.level,
    training: education.training,
    pay: card.pay,
    growth: card.growth,
    openings: figures.outlook?.openings,
    hours: schedule?.hours,
    shifts: schedule?.shifts ?? [],
    patientContact: occupation.patientContact,
    interests: scores ? topInterests(scores) : [],
    title: occupation.title,
  };
}

/** The three strongest interests: the Holland code. */
function topInterests(scores: NonNullable<Occupation['figures']['interests']>['scores']): Facets[number]['interests'] {
  const entries = Object.entries(scores) as [keyof typeof scores, number][];
  return entries
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([interest]) => interest);
}

/** What search knows of each record; an entry's id is its number in the store. */
export function searchEntries(catalogue: Catalogue): SearchEntry[] {
  const everyday = new Map<string, { name: string; place: number }[]>();
  for (const [name, slugs] of catalogue.everydayNames) {
    for (const [place, slug] of slugs.entries()) {
      const names = everyday.get(slug);
      if (names) names.push({ name, place });
      else everyday.set(slug, [{ name, place }]);
    }
  }
  return catalogue.occupations.map((record, id) => ({
    id,
    slug: record.slug,
    code: record.code,
    title: record.title,
    officialTitle: record.officialTitle,
    alsoCalled: record.alsoCalled,
    jobTitles: catalogue.jobTitles.get(record.code) ?? [],
    everydayNames: (everyday.get(record.slug) ?? []).map(({ name }) => name),
    everydayPlaces: (everyday.get(record.slug) ?? []).map(({ place }) => place),
    text: [record.summary, record.description, ...record.specialities.map((s) => `${s.title}. ${s.text}`)].join('\n'),
    employment: record.figures.outlook?.employment ?? null,
    catchAll: isCatchAll(record),
  }));
}
