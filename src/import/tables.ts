/** Published files as tables: a workbook's sheets, CSV, tab-delimited text; a folder or a zip of them as downloaded. */
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemReason } from '../catalogue/reason.js';
import { LaddersError } from '../errors.js';

/** One sheet, every cell as trimmed text; an empty cell is ''. */
export interface Table {
  file: string;
  /** Undefined where the file has no sheets. */
  sheet: string | undefined;
  rows: string[][];
}

/** A published file that can be read when it is needed. */
export interface Published {
  /** The file's own name, without folders. */
  name: string;
  bytes(): Promise<Buffer>;
}

const READABLE = /^[^.~].*\.(xlsx|csv|txt|tsv)$/i;

/** Ten times the largest table of any release that is read here. */
const MAX_BYTES = 64 * 1024 * 1024;
/** A workbook's sheets are XML, ten times as large when unpacked. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

const tooLarge = (at: string, bytes: number, most: number): LaddersError => {
  const megabytes = (n: number): number => Math.ceil(n / 1024 / 1024);
  return new LaddersError('TOO_LARGE', `${at} has ${megabytes(bytes)} MB; at most ${megabytes(most)} MB are read.`, {
    hints: ['Nothing was written.'],
  });
};

const unreadable = (path: string, cause: unknown): LaddersError =>
  cause instanceof LaddersError
    ? cause
    : new LaddersError('UNREADABLE', `${path} cannot be read: ${systemReason(cause)}.`, { cause });

/** What stands behind the paths that a person gave: each file itself, a folder's files, a zip's entries. */
export async function published(paths: readonly string[]): Promise<Published[]> {
  const all: Published[] = [];
  for (const path of paths) {
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) {
        for (const name of readdirSync(path).sort()) {
          if (READABLE.test(name)) all.push(fileAt(join(path, name)));
        }
        continue;
      }
      checkFile(path, stat);
      if (/\.zip$/i.test(path)) all.push(...(await zipEntries(path)));
      else all.push(fileAt(path));
    } catch (cause) {
      throw unreadable(path, cause);
    }
  }
  return all;
}

const fileAt = (path: string): Published => ({
  name: basename(path),
  bytes: async () => {
    try {
      checkFile(path, statSync(path));
      return readFileSync(path);
    } catch (cause) {
      throw unreadable(path, cause);
    }
  },
});

function checkFile(path: string, stat: Stats): void {
  if (!stat.isFile()) throw new LaddersError('UNREADABLE', `${path} cannot be read: it is not a file.`);
  if (stat.size > MAX_BYTES) throw tooLarge(path, stat.size, MAX_BYTES);
}

async function zipEntries(path: string): Promise<Published[]> {
  const { openPromise } = await import('yauzl');
  const found: Published[] = [];
  try {
    const zip = await openPromise(path);
    for await (const entry of zip.eachEntry()) {
      const name = basename(entry.fileName);
      if (!READABLE.test(name)) continue;
      if (entry.uncompressedSize > MAX_BYTES) throw tooLarge(`${path}, ${name}`, entry.uncompressedSize, MAX_BYTES);
      const chunks: Buffer[] = [];
      const stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
      const content = Buffer.concat(chunks);
      found.push({ name, bytes: async () => content });
    }
  } catch (cause) {
    if (cause instanceof LaddersError) throw cause;
    throw wrongLayout(path, 'it is not a zip file that can be read', cause);
  }
  return found;
}

const cell = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());

/** All tables of one file. */
export async function tablesOf(file: Published): Promise<Table[]> {
  const bytes = await file.bytes();
  if (/\.xlsx$/i.test(file.name)) {
    const sheets = await sheetsOf(file.name, bytes);
    return sheets.map(({ sheet, data }) => ({ file: file.name, sheet, rows: data.map((row) => row.map(cell)) }));
  }
  const { parse } = await import('csv-parse/sync');
  // A spreadsheet's ="29-9021" has quotes where CSV knows none.
  const delimited = /\.csv$/i.test(file.name)
    ? { delimiter: ',', relax_quotes: true }
    : { delimiter: '\t', quote: null };
  try {
    const rows: string[][] = parse(bytes, { ...delimited, bom: true, relax_column_count: true, trim: true });
    return [{ file: file.name, sheet: undefined, rows }];
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw wrongLayout(file.name, `it is not a table that can be read (${reason})`, cause);
  }
}

async function sheetsOf(name: string, bytes: Buffer): Promise<{ sheet: string; data: unknown[][] }[]> {
  const [{ fromBufferPromise }, { default: readXlsx }] = await Promise.all([
    import('yauzl'),
    import('read-excel-file/node'),
  ]);
  try {
    let unpacked = 0;
    for await (const entry of (await fromBufferPromise(bytes)).eachEntry()) unpacked += entry.uncompressedSize;
    if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge(`${name}, unpacked,`, unpacked, MAX_UNPACKED_BYTES);
    return await readXlsx(bytes);
  } catch (cause) {
    if (cause instanceof LaddersError) throw cause;
    const reason = cause instanceof Error ? ` (${cause.message})` : '';
    throw wrongLayout(name, `it is not a workbook that can be read${reason}`, cause);
  }
}

/** `national.xlsx, sheet "Table 1.2", row 12`. */
export const where = (table: Table, row?: number): string =>
  [table.file, table.sheet && `sheet "${table.sheet}"`, row !== undefined && `row ${row + 1}`]
    .filter(Boolean)
    .join(', ');

export const wrongLayout = (at: string, what: string, cause?: unknown): LaddersError =>
  new LaddersError('WRONG_LAYOUT', `${at}: ${what}.`, {
    hints: ['Nothing was written. The file may be of another release than this reader knows.'],
    cause,
  });

/** A row as the columns that were asked for, with its number from 0. */
export interface Row<C extends string> {
  number: number;
  get(column: C): string;
}

/** Finds a table's header and reads the rows below it, but for empty ones. A column that is missing is named. */
export function readRows<C extends string>(table: Table, columns: Record<C, string | RegExp>): Row<C>[] {
  const names = Object.keys(columns) as C[];
  const matches = (header: string, wanted: string | RegExp): boolean =>
    typeof wanted === 'string' ? header.toLowerCase() === wanted.toLowerCase() : wanted.test(header);
  const indexes = (row: string[]): number[] => names.map((name) => row.findIndex((h) => matches(h, columns[name])));
  const candidates = table.rows.slice(0, 10).map(indexes);
  const found = (at: number[]): number => at.filter((i) => i >= 0).length;
  const header = candidates.reduce((best, at, i) => (found(at) > found(candidates[best] ?? []) ? i : best), 0);
  const at = candidates[header] ?? names.map(() => -1);
  const missing = names.filter((_, i) => at[i] === -1);
  if (missing.length > 0) {
    const wanted = missing.map((name) => {
      const column = columns[name];
      return `"${typeof column === 'string' ? column : column.source.replace(/[\\^$]|\(\?:|[()?]/g, '')}"`;
    });
    const s = wanted.length > 1 ? 's are' : ' is';
    throw wrongLayout(where(table, header), `the column${s} missing: ${wanted.join(', ')}`);
  }
  const index = new Map(names.map((name, i) => [name, at[i] ?? -1]));
  return table.rows.flatMap((cells, number) =>
    number <= header || cells.every((text) => text === '')
      ? []
      : [{ number, get: (column: C): string => cells[index.get(column) ?? -1] ?? '' }],
  );
}

/** A code from a spreadsheet, where it may come as `="29-9021"` or as the number 299021. */
export function readCode(text: string): string {
  const bare = text.replace(/^="?|"$/g, '');
  return /^\d{6}$/.test(bare) ? `${bare.slice(0, 2)}-${bare.slice(2)}` : bare;
}

/** A number of a table; throws where the cell has none. A spreadsheet's error is read as an empty cell. */
export function readNumber(table: Table, row: number, text: string): number {
  if (text === '') throw wrongLayout(where(table, row), 'a cell is empty or an error where a number should be');
  const n = Number(text.replaceAll(',', ''));
  if (!Number.isFinite(n)) throw wrongLayout(where(table, row), `"${text}" is not a number`);
  return n;
}
