/**
 * Many questions at once: bytes → questions → answers, one at a time and in order, in memory that does not grow with the
 * input. Every line or row gives one answer; what is odd about it is said, never skipped.
 */
import { LaddersError } from '../errors.js';
import type { FindOptions, Match, SearchIndex } from './index.js';

/** `empty`: nothing to ask. `cut`: longer than is read. `not-utf8`: bytes that are no text stand as `\ufffd`. */
export type Problem = 'empty' | 'cut' | 'not-utf8';

export interface BatchQuery {
  query: string;
  problem?: Problem;
}

export interface BatchAnswer extends BatchQuery {
  matches: Match[];
}

/** Bytes of a line that are kept: far more than a job title, far less than a file without line ends. */
const KEPT = 4096;
const LINE_FEED = 10;
const RETURN = 13;
const BYTE_ORDER_MARK = '\ufeff';
const REPLACED = '\ufffd';

/** A question a line. Ends at LF or CR LF; the last line needs no end, and a last end makes no further line. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<BatchQuery> {
  const kept = new Uint8Array(KEPT);
  let length = 0;
  let cut = false;
  let pending = false;
  let first = true;
  const take = (bytes: Uint8Array): void => {
    const room = KEPT - length;
    const part = bytes.length > room ? bytes.subarray(0, room) : bytes;
    kept.set(part, length);
    length += part.length;
    cut ||= part.length < bytes.length;
    pending ||= bytes.length > 0;
  };
  const line = (): BatchQuery => {
    if (!cut && length > 0 && kept[length - 1] === RETURN) length--;
    const query = questionOf(kept.subarray(0, length), cut, first);
    [length, cut, pending, first] = [0, false, false, false];
    return query;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (pending) yield line();
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function questionOf(bytes: Uint8Array, cut: boolean, first: boolean): BatchQuery {
  let text = decoder.decode(bytes);
  if (first && text.startsWith(BYTE_ORDER_MARK)) text = text.slice(1);
  if (cut) return { query: text.replace(/\ufffd$/, ''), problem: 'cut' };
  return marked(text);
}

function marked(query: string): BatchQuery {
  if (query.trim() === '') return { query, problem: 'empty' };
  return query.includes(REPLACED) ? { query, problem: 'not-utf8' } : { query };
}

/** A question a row of a CSV file with a header: those of the column of that name. */
export async function* columnOf(chunks: AsyncIterable<Uint8Array>, column: string): AsyncGenerator<BatchQuery> {
  const [{ parse }, { pipeline, Readable }] = await Promise.all([import('csv-parse'), import('node:stream')]);
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, max_record_size: 1 << 24 });
  pipeline(Readable.from(chunks), parser, () => {});
  let at = -1;
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (at === -1) {
        at = row.indexOf(column);
        if (at === -1) throw noColumn(column, row);
        continue;
      }
      const text = row[at] ?? '';
      yield text.length > KEPT ? { query: text.slice(0, KEPT), problem: 'cut' } : marked(text);
    }
  } catch (cause) {
    if (cause instanceof LaddersError) throw cause;
    throw new LaddersError('BAD_CSV', `This is no CSV file that can be read: ${String((cause as Error).message)}`, {
      cause,
    });
  }
}

const noColumn = (column: string, header: readonly string[]): LaddersError =>
  new LaddersError('NO_SUCH_COLUMN', `The file has no column "${column}".`, {
    hints: [`Its columns: ${header.slice(0, 20).join(', ')}.`],
  });

export async function* answers(
  index: SearchIndex,
  queries: AsyncIterable<BatchQuery>,
  options: FindOptions = {},
): AsyncGenerator<BatchAnswer> {
  for await (const query of queries) {
    yield { ...query, matches: query.problem === 'empty' ? [] : index.find(query.query, options) };
  }
}
