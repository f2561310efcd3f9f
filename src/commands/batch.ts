/** `ladders search --batch`: a title a line, an answer a line, however many. */
import { createReadStream } from 'node:fs';
import type { OpenCatalogue } from '../catalogue/open.js';
import type { Card } from '../catalogue/profile.js';
import { systemReason } from '../catalogue/reason.js';
import { EXIT, LaddersError } from '../errors.js';
import type { Io } from '../io.js';
import { progressOn } from '../progress.js';
import { answers, type BatchAnswer, columnOf, linesOf } from '../search/batch.js';

export interface BatchOptions {
  /** A path, or `-` for standard input. */
  file: string;
  /** Read the file as CSV, this column. */
  column?: string;
  format?: 'json' | 'csv';
}

const BEST = 10;
/** Answers written at once: enough that writing costs nothing, few enough that memory stays flat. */
const WRITE_EVERY = 200;
const PROGRESS_EVERY = 1000;

/** One match of a line, as `--batch` prints it. */
export interface BatchMatch {
  code: string;
  title: string;
  slug: string;
  path: string;
  confidence: number;
  matched: string | null;
}

export async function searchBatch(catalogue: OpenCatalogue, options: BatchOptions, io: Io): Promise<number> {
  const { file, column, format = 'json' } = options;
  const bytes = file === '-' ? io.stdin : fileBytes(file);
  const queries = column === undefined ? linesOf(bytes) : columnOf(bytes, column);
  const index = await catalogue.search();
  const cards = new Map<number, Card>();
  const cardOf = (id: number): Card => {
    const known = cards.get(id) ?? catalogue.card(id);
    cards.set(id, known);
    return known;
  };
  const matchesOf = ({ matches }: BatchAnswer): BatchMatch[] =>
    matches.map(({ id, confidence, matched }) => {
      const { code, title, slug, path } = cardOf(id);
      return {
        code,
        title,
        slug,
        path,
        confidence: Math.round(confidence * 1000) / 1000,
        matched: matched?.text ?? null,
      };
    });
  const progress = progressOn(io);
  let lines: string[] = [];
  let done = 0;
  if (format === 'csv') lines.push(CSV_HEADER);
  for await (const answer of answers(index, queries, { limit: BEST })) {
    const found = matchesOf(answer);
    lines.push(format === 'csv' ? csvRow(answer, found[0]) : jsonLine(answer, found));
    done++;
    if (lines.length >= WRITE_EVERY) {
      await io.stdout.drained(`${lines.join('\n')}\n`);
      lines = [];
    }
    if (done % PROGRESS_EVERY === 0) progress.say(`${done} titles coded`);
  }
  if (lines.length > 0) await io.stdout.drained(`${lines.join('\n')}\n`);
  progress.done();
  return EXIT.ok;
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (cause) {
    throw new LaddersError('UNREADABLE', `${path} cannot be read: ${systemReason(cause)}.`, { cause });
  }
}

const jsonLine = ({ query, problem }: BatchAnswer, matches: BatchMatch[]): string =>
  JSON.stringify({ query, ...(problem && { problem }), matches });

const CSV_HEADER = 'query,code,title,slug,path,confidence,matched,problem';

const csvRow = ({ query, problem }: BatchAnswer, best: BatchMatch | undefined): string =>
  [query, best?.code, best?.title, best?.slug, best?.path, best?.confidence, best?.matched, problem]
    .map(csvCell)
    .join(',');

const csvCell = (value: unknown): string => {
  const text = value === undefined || value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
