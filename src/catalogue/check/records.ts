/** What every check asks: which records there are, and where one of them says something. */
import { type Finding, finding, type Position } from '../findings.js';
import type { Occupation } from '../model.js';
import type { ReadCatalogue } from '../read.js';
import type { YamlFile } from '../yaml.js';

export type OccupationFile = YamlFile<Occupation> & { value: Occupation };

export interface Records {
  /** The records that could be read, in the order of their files. */
  files: readonly OccupationFile[];
  /** Where two have one slug, the first. */
  bySlug: ReadonlyMap<string, OccupationFile>;
  /** Every slug that may be named: a record that could not be read is still there. */
  known: ReadonlySet<string>;
  /** Whether the folder could be listed at all; where not, nothing can be said of the names. */
  whole: boolean;
  /** Up to three slugs that one may have meant, the likeliest first. */
  near(slug: string): string[];
}

export const baseName = (file: string): string => file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');

/** Whether a folder of the catalogue could be listed: what names its files is not wrong on top. */
export const isListed = (read: ReadCatalogue, folder: string): boolean =>
  !read.findings.some(({ code, file }) => code === 'UNREADABLE' && file === folder);

export function recordsOf(read: ReadCatalogue): Records {
  const files = read.occupations.filter((file): file is OccupationFile => file.value !== undefined);
  const bySlug = new Map<string, OccupationFile>();
  for (const file of files) if (!bySlug.has(file.value.slug)) bySlug.set(file.value.slug, file);
  const known = new Set([...bySlug.keys(), ...read.occupations.map(({ file }) => baseName(file))]);
  const whole = isListed(read, 'occupations');
  let letters: Map<string, Set<string>> | undefined;
  const near = (slug: string): string[] => {
    letters ??= new Map([...bySlug.keys()].map((known) => [known, pairsOf(known)]));
    return nearest(slug, letters);
  };
  return { files, bySlug, known, whole, near };
}

/** The finding, where a slug names no record. */
export function unknownOccupation(records: Records, slug: string, at: () => Position): Finding[] {
  if (!records.whole || records.known.has(slug)) return [];
  const near = records.near(slug);
  const right = near.length > 0 ? `a record's slug (${near.join(', ')}?)` : "a record's slug";
  return [finding('UNKNOWN_OCCUPATION', at(), `there is no occupation "${slug}"`, right)];
}

const MOST_GUESSES = 3;
const LEAST_LIKENESS = 0.4;

/** The slugs that share most pairs of letters with one. */
function nearest(slug: string, letters: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const pairs = pairsOf(slug);
  return [...letters]
    .map(([other, others]) => {
      const shared = [...others].filter((pair) => pairs.has(pair)).length;
      return { other, likeness: (2 * shared) / (pairs.size + others.size) };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.other < b.other ? -1 : 1))
    .slice(0, MOST_GUESSES)
    .map(({ other }) => other);
}

/** A slug's pairs of letters, its ends marked. */
function pairsOf(slug: string): Set<string> {
  const marked = `-${slug}-`;
  return new Set(Array.from(marked.slice(1), (letter, i) => `${marked[i]}${letter}`));
}
