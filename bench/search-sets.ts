/** Questions with known answers: hidden titles, titles with typos, and the sets written by hand. All seeded. */
import { readFileSync } from 'node:fs';
import { type SearchEntry, variants } from '../src/search/build.js';
import { normalise } from '../src/search/normalise.js';

export interface Asked {
  words: string;
  /** Ids of the records that count as right. */
  right: ReadonlySet<number>;
}

/** A small generator with a seed: the same sets on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

const ownTitles = (entry: SearchEntry): string[] => [
  entry.title,
  ...(entry.officialTitle === undefined ? [] : [entry.officialTitle]),
];

/**
 * Every title that an index knows, in its normal form → the records that bear it. A title of several occupations is answered
 * rightly by any of them.
 */
export function bearers(entries: readonly SearchEntry[]): Map<string, Set<number>> {
  const all = new Map<string, Set<number>>();
  for (const entry of entries) {
    for (const title of [...ownTitles(entry), ...entry.alsoCalled, ...entry.everydayNames, ...entry.jobTitles].flatMap(
      variants,
    )) {
      const key = normalise(title);
      const ids = all.get(key) ?? new Set<number>();
      all.set(key, ids.add(entry.id));
    }
  }
  all.delete('');
  return all;
}

/** The distinct job titles of the source, as published → the records that bear them. */
export function jobTitles(entries: readonly SearchEntry[]): Asked[] {
  const known = bearers(entries);
  const seen = new Set<string>();
  const asked: Asked[] = [];
  for (const title of entries.flatMap((entry) => entry.jobTitles)) {
    const key = normalise(title);
    if (seen.has(key) || key === '') continue;
    seen.add(key);
    asked.push({ words: title, right: known.get(key) ?? new Set() });
  }
  return asked;
}

/** One part of `parts` of the job titles, to be hidden from the index and asked for; a record's own titles cannot be. */
export function hidden(entries: readonly SearchEntry[], parts: number, part: number, seed: number): Asked[] {
  const own = new Set(entries.flatMap(ownTitles).flatMap(variants).map(normalise));
  const all = jobTitles(entries).filter(({ words }) => !own.has(normalise(words)));
  return shuffled(all, random(seed)).filter((_, i) => i % parts === part);
}

/** The entries without the titles asked for, wherever else they stand. */
export function without(entries: readonly SearchEntry[], asked: readonly Asked[]): SearchEntry[] {
  const gone = new Set(asked.map(({ words }) => normalise(words)));
  const stays = (title: string): boolean => !variants(title).some((variant) => gone.has(normalise(variant)));
  return entries.map((entry) => ({
    ...entry,
    jobTitles: entry.jobTitles.filter(stays),
    alsoCalled: entry.alsoCalled.filter(stays),
    everydayNames: entry.everydayNames.filter(stays),
    everydayPlaces: entry.everydayPlaces?.filter((_, i) => stays(entry.everydayNames[i] ?? '')) ?? [],
  }));
}

/** The entries with the names of their pages alone: what people's own catalogues mostly are. */
export const fewNames = (entries: readonly SearchEntry[]): SearchEntry[] =>
  entries.map((entry) => ({ ...entry, jobTitles: [], everydayNames: [], everydayPlaces: [] }));

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One random edit: a letter left out, put in, mistaken, or swapped with the next. */
function misspelt(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const letter = LETTERS[Math.floor(next() * LETTERS.length)] ?? 'e';
  switch (Math.floor(next() * 4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + letter + text.slice(at);
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1);
    default:
      return at + 1 < text.length
        ? text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
        : text.slice(0, at);
  }
}

/** Job titles of five letters and more with `edits` typos, each of which changes something. */
export function typos(entries: readonly SearchEntry[], count: number, edits: number, seed: number): Asked[] {
  const next = random(seed);
  const known = bearers(entries);
  const titles = shuffled(
    jobTitles(entries).filter(({ words }) => normalise(words).length >= 5),
    next,
  );
  return titles.slice(0, count).map(({ words, right }) => {
    let text = normalise(words);
    for (let i = 0; i < edits; i++) {
      const last = text;
      do text = misspelt(last, next);
      while (text === last);
    }
    return { words: text, right: new Set([...right, ...(known.get(normalise(text)) ?? [])]) };
  });
}

/** A set written by hand: `words TAB slug,slug`. Slugs that the catalogue does not have are left out and told. */
export function written(
  name: WrittenSet,
  entries: readonly SearchEntry[],
  missing: (words: string, slug: string) => void = (words, slug) => console.error(`${words}: no occupation ${slug}`),
): Asked[] {
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry.id]));
  return linesOf(name).map(([words, slugs]) => {
    const right = new Set<number>();
    for (const slug of slugs) {
      const id = bySlug.get(slug);
      if (id === undefined) missing(words, slug);
      else right.add(id);
    }
    return { words, right };
  });
}

/** The lines of a set: the words, and the slugs that answer them. */
export const linesOf = (name: WrittenSet): [words: string, slugs: string[]][] =>
  readFileSync(new URL(`./sets/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [words = '', slugs = ''] = line.split('\t');
      return [words, slugs.split(',')];
    });

/** What people say, and titles of other lists: one of each to learn from, one to look at, one never looked at. */
export const WRITTEN = [
  'lay-learning',
  'lay-development',
  'lay-blind',
  'official-learning',
  'official-development',
  'official-blind',
] as const;
export type WrittenSet = (typeof WRITTEN)[number];
