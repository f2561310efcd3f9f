/** The cut releases, small catalogues to import them into, and releases with something wrong. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll } from 'vitest';
import { parseDocument } from 'yaml';
import type { LaddersError } from '../../src/errors.js';
import { type ImportOptions, type ImportReport, runImport } from '../../src/import/run.js';

const releases = fileURLToPath(new URL('../fixtures/releases/', import.meta.url));

export const CUTS = {
  oews2024: join(releases, 'oews/national_M2024_dl.xlsx'),
  oews2025: join(releases, 'oews/national_M2025_dl.xlsx'),
  projections: join(releases, 'employment-projections-2024-34'),
  occupation: join(releases, 'employment-projections-2024-34/occupation.xlsx'),
  education: join(releases, 'employment-projections-2024-34/education.xlsx'),
  skills: join(releases, 'employment-projections-2024-34/skills.xlsx'),
  nys: join(releases, 'nys-oews-2022/Occupational_Employment_and_Wage_Statistics.2022.csv'),
  onet: join(releases, 'onet-30.1/db_30_1_text.zip'),
  onetSkills: join(releases, 'onet-29.0'),
} as const;

const folders: string[] = [];
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** A folder that is gone when the file's tests are over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ladders-import-'));
  folders.push(path);
  return path;
}

export function file(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const HEAD = 'title: A small catalogue\nedition: 2026-11\nplace: united-states\nsources: {}\n';

/** A record with nothing in it that an import does not need. */
export const record = (slug: string, code: string): string => `title: ${slug}
slug: ${slug}
code: ${code}
summary: One sentence.
description: Two sentences. This is the second.
education:
  level: certificate
`;

/** A catalogue of these files, or of a record for each of these codes, named by its code. */
export function catalogue(codes: readonly string[], files: { readonly [path: string]: string } = {}): string {
  const into = folder();
  file(join(into, 'catalogue.yaml'), HEAD);
  for (const code of codes) file(join(into, `occupations/${slugOf(code)}.yaml`), record(slugOf(code), code));
  for (const [path, text] of Object.entries(files)) file(join(into, path), text);
  return into;
}

export const slugOf = (code: string): string => `o-${code.replace('.', '-')}`;

export const read = (into: string, path = ''): string => readFileSync(join(into, path), 'utf8');

/** Every file of a folder, by its path. */
export const contents = (into: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(into, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(into, path), readFileSync(path, 'utf8')]),
  );

/** A file's YAML as the text of its scalars. */
// biome-ignore lint/suspicious/noExplicitAny: what a file says has no type before the schema has read it
export const yaml = (text: string): any => parseDocument(text, { schema: 'failsafe' }).toJS();

/** The figures that the record of a code has. */
export const figures = (into: string, code: string) => yaml(read(into, `occupations/${slugOf(code)}.yaml`)).figures;

export const run = (
  source: ImportOptions['source'],
  into: string,
  files: string | string[],
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> =>
  runImport({ source, into, files: [files].flat(), dryRun: false, progress: () => {}, ...options });

/** What an import that must fail says: its message and code, in a line each. */
export const failure = async (attempt: Promise<unknown>): Promise<string> => {
  const error = await attempt.then(
    () => undefined,
    (cause: LaddersError) => cause,
  );
  return error === undefined ? 'no error' : `${error.code}\n${error.message}`;
};

/** A workbook again, with the XML of one of its sheets changed. */
export function changed(path: string, sheet: string, change: (xml: string) => string): Uint8Array {
  const entries = unzipSync(readFileSync(path));
  const names = [...strFromU8(entries['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/g)];
  const entry = `xl/worksheets/sheet${names.findIndex(([, name]) => name === sheet) + 1}.xml`;
  const before = strFromU8(entries[entry] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`Nothing was changed in ${basename(path)}, ${sheet}.`);
  return zipSync({ ...entries, [entry]: strToU8(after) }, { level: 1 });
}

/** The cell of a column (by the number of its letter) in the row that has this text. */
export const cellOf = (xml: string, rowWith: string, column: string): { row: number; cell: string } => {
  const row = xml.split('\n').find((line) => line.includes(`>${rowWith}<`)) ?? '';
  const cell = new RegExp(`<c r="${column}\\d+".*?</c>`).exec(row)?.[0];
  if (cell === undefined) throw new Error(`There is no cell ${column} in a row with ${rowWith}.`);
  return { row: Number(/<row r="(\d+)"/.exec(row)?.[1]), cell };
};

/** The files of the O*NET zip, by their names, written into a folder. */
export function unpackedOnet(change: (files: Record<string, string>) => void = () => {}): string {
  const files: Record<string, string> = {};
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(CUTS.onet)))) {
    files[basename(path)] = strFromU8(bytes);
  }
  change(files);
  const into = folder();
  for (const [name, text] of Object.entries(files)) file(join(into, name), text);
  return into;
}

export const zipped = (files: { readonly [path: string]: Uint8Array }): Uint8Array => zipSync({ ...files });
