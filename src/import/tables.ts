/** Published files as tables: a workbook's sheets, CSV, tab-delimited text; a folder or a zip of them as downloaded. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemReason } from '../catalogue/yaml.js';
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

const READABLE = /\.(xlsx|csv|txt|tsv)$/i;
const MAX_ENTRY_BYTES = 512 * 1024 * 1024;

/** What stands behind the paths that a person gave: each file itself, a folder's files, a zip's entries. */
export async function published(paths: readonly string[]): Promise<Published[]> {
  const all: Published[] = [];
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) {
        for (const name of readdirSync(path).sort()) {
          if (READABLE.test(name)) all.push({ name, bytes: async () => readFileSync(join(path, name)) });
        }
      } else if (/\.zip$/i.test(path)) {
        all.push(...(await zipEntries(path)));
      } else {
        all.push({ name: basename(path), bytes: async () => readFileSync(path) });
      }
    } catch (cause) {
      if (cause instanceof LaddersError) throw cause;
      throw new LaddersError('UNREADABLE', `${path} cannot be read: ${systemReason(cause)}.`, { cause });
    }
  }
  return all;
}

async function zipEntries(path: string): Promise<Published[]> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path).catch((cause: unknown) => {
    throw new LaddersError('WRONG_LAYOUT', `${path} is not a zip file.`, { cause });
  });
  const found: Published[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = basename(entry.fileName);
    if (!READABLE.test(name) || entry.uncompressedSize > MAX_ENTRY_BYTES) continue;
    const chunks: Buffer[] = [];
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
    const content = Buffer.concat(chunks);
    found.push({ name, bytes: async () => content });
  }
  return found;
}

const cell = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());

/** All tables of one file. */
export async function tablesOf(file: Published): Promise<Table[]> {
  const bytes = await file.bytes();
  if (/\.xlsx$/i.test(file.name)) {
    const { default: readXlsx } = await import('read-excel-file/node');
    const sheets = await readXlsx(bytes).catch((cause: unknown) => {
      throw new LaddersError('WRONG_LAYOUT', `${file.name} is not a workbook that can be read.`, { cause });
    });
    return sheets.map(({ sheet, data }) => ({ file: file.name, sheet, rows: data.map((row) => row.map(cell)) }));
  }
  const { parse } = await import('csv-parse/sync');
  const delimited = /\.csv$/i.test(file.name) ? { delimiter: ',' } : { delimiter: '\t', quote: null };
  try {
    const rows: string[][] = parse(bytes, { ...delimited, bom: true, relax_column_count: true, trim: true });
    return [{ file: file.name, sheet: undefined, rows }];
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new LaddersError('WRONG_LAYOUT', `${file.name} is not a table that can be read: ${reason}.`, { cause });
  }
}

/** `national.xlsx, sheet "Table 1.2", row 12`. */
export const where = (table: Table, row?: number): string =>
  [table.file, table.sheet && `sheet "${table.sheet}"`, row !== undefined && `row ${row + 1}`]
    .filter(Boolean)
    .join(', ');

export const wrongLayout = (at: string, what: string): LaddersError =>
  new LaddersError('WRONG_LAYOUT', `${at}: ${what}.`, {
    hints: ['Nothing was written. The file may be of another release than this reader knows.'],
  });

/** A row as the columns that were asked for, with its number from 0. */
export interface Row<C extends string> {
  number: number;
  get(column: C): string;
}

/** Finds a table's header and reads the rows below it. A column that is missing is named. */
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
  return table.rows.slice(header + 1).map((cells, i) => ({
    number: header + 1 + i,
    get: (column) => cells[index.get(column) ?? -1] ?? '',
  }));
}

/** A code from a spreadsheet, where it may come as `="29-9021"` or as the number 299021. */
export function readCode(text: string): string {
  const bare = text.replace(/^="?|"$/g, '');
  return /^\d{6}$/.test(bare) ? `${bare.slice(0, 2)}-${bare.slice(2)}` : bare;
}

/** A number of a table; throws where the cell has none. */
export function readNumber(table: Table, row: number, text: string): number {
  const n = Number(text.replaceAll(',', ''));
  if (text === '' || !Number.isFinite(n)) throw wrongLayout(where(table, row), `"${text}" is not a number`);
  return n;
}
