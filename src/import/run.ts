/** Brings an official release into a catalogue's YAML: finds the records by code and rewrites their figures alone. */
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { isCombined, publishedUnder } from '../catalogue/combined.js';
import { isError, place } from '../catalogue/findings.js';
import { socOf } from '../catalogue/model.js';
import { readCatalogue } from '../catalogue/read.js';
import { systemReason } from '../catalogue/reason.js';
import { LaddersError } from '../errors.js';
import { type Change, editField, type Values } from './edit.js';
import { readNys } from './nys.js';
import { readOews } from './oews.js';
import { readOnet } from './onet.js';
import { readProjections } from './projections.js';
import type { Reading } from './reading.js';
import { published } from './tables.js';

export const IMPORT_SOURCES = ['oews', 'projections', 'onet', 'nys'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

export interface ImportOptions {
  source: ImportSource;
  files: string[];
  /** The catalogue's folder. */
  into: string;
  dryRun: boolean;
  /** O*NET: `30.1 December 2025`, where no Read Me says it. */
  release?: string;
  /** New York State: where the file's name does not say it. */
  year?: string;
  progress: (what: string) => void;
}

/** A number that moved. */
export interface Move {
  title: string;
  /** `pay.annual.median`. */
  figure: string;
  before: number;
  after: number;
  /** (after − before) / before. */
  share: number;
}

export interface ImportReport {
  source: ImportSource;
  releases: string[];
  dryRun: boolean;
  /** Records of the catalogue, and those for whose code the release has something. */
  records: number;
  recordsFound: number;
  recordsChanged: number;
  figuresChanged: number;
  filesWritten: string[];
  /** Slugs of the records for which the release has nothing: theirs stay as they are. */
  notFound: string[];
  /** The largest first. */
  moves: Move[];
  notes: string[];
}

const MOST_MOVES = 10;

export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const { source, into, progress } = options;
  const read = readCatalogue(into);
  const broken = read.findings.filter(isError);
  if (broken.length > 0) {
    const lines = broken.map((f) => `${place(f)}: ${f.what}; right would be ${f.right}`);
    throw new LaddersError(
      'CATALOGUE_ERRORS',
      `The catalogue ${into} has errors; nothing was written:\n${lines.join('\n')}`,
    );
  }
  progress(`Reading ${options.files.join(', ')}`);
  const reading = await readSource(options);

  const writes = new Map<string, string>();
  const report: ImportReport = {
    source,
    releases: reading.releases.map(({ id }) => id),
    dryRun: options.dryRun,
    records: read.catalogue.occupations.length,
    recordsFound: 0,
    recordsChanged: 0,
    figuresChanged: 0,
    filesWritten: [],
    notFound: [],
    moves: [],
    notes: reading.notes,
  };
  const edit = (file: string, field: string, entries: Values): Change[] => {
    const path = join(into, file);
    const text = writes.get(file) ?? (exists(path) ? readFileSync(path, 'utf8') : '');
    const edited = editField(text, field, entries);
    if (edited.changes.length > 0) writes.set(file, edited.text);
    return edited.changes;
  };

  if (reading.figures) {
    let done = 0;
    for (const file of read.occupations) {
      if (!file.value) continue;
      if (done++ % 50 === 0) progress(`Comparing records: ${done} of ${read.occupations.length}`);
      const figures = reading.figures(file.value.code);
      if (Object.keys(figures).length === 0) {
        report.notFound.push(file.value.slug);
        continue;
      }
      report.recordsFound++;
      const keep = source === 'projections' && file.value.figures.skills?.scale === 'importance';
      const { skills: _skills, ...others } = figures;
      const changes = edit(file.file, 'figures', keep ? others : figures);
      if (changes.length > 0) report.recordsChanged++;
      report.figuresChanged += changes.length;
      report.moves.push(...movesOf(file.value.title, changes));
    }
  }
  for (const [i, found] of (reading.places ?? []).entries()) {
    progress(`Comparing places: ${i + 1} of ${reading.places?.length}`);
    const wanted = new Set(
      read.catalogue.occupations.flatMap(({ code }) => publishedUnder(socOf(code), (c) => found.codes.has(c)) ?? []),
    );
    const codes = Object.fromEntries(
      [...found.codes].filter(([code]) => wanted.has(code)).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const held = read.places.find(({ value }) => value?.slug === found.slug);
    const file = held?.file ?? `places/${found.slug}.yaml`;
    if (!held) {
      const { title, slug, within } = found;
      writes.set(file, stringify({ title, slug, ...(within && { within }) }, { lineWidth: 0 }));
    }
    const changes = edit(file, 'pay', { source: found.source, year: found.year, codes });
    report.figuresChanged += changes.length;
    report.moves.push(...movesOf(found.title, changes));
    report.recordsFound = Math.max(report.recordsFound, countRecords(read.catalogue.occupations, wanted));
  }
  if (reading.jobTitles) {
    const groups = new Map<string, Record<string, string>>();
    for (const code of [...new Set(read.catalogue.occupations.map((record) => record.code))].sort()) {
      const titles = reading.jobTitles(code);
      if (titles.length === 0) continue;
      const group = groups.get(code.slice(0, 2)) ?? {};
      group[code] = `${titles.join('\n')}\n`;
      groups.set(code.slice(0, 2), group);
    }
    for (const [group, titles] of groups) {
      progress(`Comparing job titles: ${group}`);
      report.figuresChanged += edit(`job-titles/${group}.yaml`, 'job-titles', titles).length;
    }
  }
  if (report.figuresChanged > 0) addSources(reading, read.catalogue.head.sources, edit);

  report.moves.sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  report.moves.splice(MOST_MOVES);
  if (!options.dryRun) writeAll(into, writes, progress);
  report.filesWritten = [...writes.keys()].sort();
  return report;
}

async function readSource(options: ImportOptions): Promise<Reading> {
  const files = await published(options.files);
  switch (options.source) {
    case 'oews':
      return readOews(files);
    case 'projections':
      return readProjections(files);
    case 'nys':
      return readNys(files, options.year);
    case 'onet': {
      const whole = options.files.some((path) => /\.zip$/i.test(path) || statSync(path).isDirectory());
      return readOnet(files, { release: options.release, whole });
    }
  }
}

/** A source that the catalogue knows already keeps what was written of it. */
function addSources(
  reading: Reading,
  known: ReadonlyMap<string, unknown>,
  edit: (file: string, field: string, entries: Values) => Change[],
): void {
  for (const { id, source } of reading.releases) {
    if (!known.has(id)) edit('catalogue.yaml', 'sources', { [id]: { ...source } });
  }
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

const countRecords = (records: readonly { code: string }[], wanted: ReadonlySet<string>): number =>
  records.filter(({ code }) => {
    const under = publishedUnder(socOf(code), (c) => wanted.has(c));
    return under !== undefined && (wanted.has(under) || isCombined(under));
  }).length;

function movesOf(title: string, changes: readonly Change[]): Move[] {
  return changes.flatMap(({ path, before, after }) => {
    const figure = path.join('.');
    if (!/median$|growth$/.test(figure)) return [];
    const [from, to] = [Number(before), Number(after)];
    if (!(from !== 0 && Number.isFinite(from) && Number.isFinite(to))) return [];
    return [{ title, figure, before: from, after: to, share: (to - from) / Math.abs(from) }];
  });
}

/** Each file aside first; only when all are there do they take their places. */
function writeAll(folder: string, writes: ReadonlyMap<string, string>, progress: (what: string) => void): void {
  const aside = new Map<string, string>();
  let placed = 0;
  try {
    for (const [file, text] of writes) {
      const path = join(folder, file);
      const target = exists(path) ? realpathSync(path) : path;
      const temporary = `${target}.${process.pid}.tmp`;
      mkdirSync(dirname(target), { recursive: true });
      aside.set(temporary, target);
      writeFileSync(temporary, text, { mode: exists(target) ? statSync(target).mode : 0o666 });
    }
    progress(`Writing ${aside.size} files`);
    for (const [temporary, target] of aside) {
      renameSync(temporary, target);
      placed++;
    }
  } catch (cause) {
    for (const temporary of aside.keys()) rmSync(temporary, { recursive: true, force: true });
    const written =
      placed === 0 ? 'Nothing was written.' : `${placed} of ${aside.size} files were written, each whole.`;
    throw new LaddersError('UNWRITABLE', `${folder} cannot be written: ${systemReason(cause)}. ${written}`, {
      hints: placed === 0 ? [] : ['Import the same files again to write the rest.'],
      cause,
    });
  }
}
