/** A short table that fits the terminal: columns are dropped, then titles wrap; nothing is cut. */
import type { Look } from './look.js';
import { widthOf, wrap } from './text.js';

export interface Column {
  head: string;
  align?: 'left' | 'right';
  /** Columns of a higher rank are dropped first; those without rank never. */
  rank?: number;
  /** The least width at which this column's text may wrap; without it the column keeps its full width. */
  least?: number;
}

/** A cell of plain text, of which some stretches [from, to) may be marked; or text that is painted and never wraps. */
export type Cell = string | { text: string; ranges: readonly (readonly [number, number])[] };

const GAP = 2;

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : (cell?.text ?? ''));

/** Whether marked letters stand between brackets: where no colour can show them. */
const bracketed = (look: Look): boolean => !look.color;

const widthIn = (cell: Cell | undefined, look: Look): number => {
  const marks = typeof cell === 'object' && bracketed(look) ? cell.ranges.length * 2 : 0;
  return widthOf(textOf(cell)) + marks;
};

/** Text with its ranges marked: in the style of a mark, or between brackets. */
export function marked(text: string, ranges: readonly (readonly [number, number])[], look: Look): string {
  let out = '';
  let at = 0;
  for (const [from, to] of ranges) {
    const part = text.slice(from, to);
    out += text.slice(at, from) + (bracketed(look) ? `[${part}]` : look.style.mark(part));
    at = to;
  }
  return out + text.slice(at);
}

/** The lines of a cell in a column of this width. */
function linesOf(cell: Cell, width: number, look: Look): string {
  if (widthIn(cell, look) <= width) return typeof cell === 'string' ? cell : marked(cell.text, cell.ranges, look);
  const text = textOf(cell);
  // Where a marked text must wrap, its words are worth more than its marks.
  return wrap(text, width).join('\n');
}

/** Rows of cells, one a column. */
export async function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  look: Look,
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const natural = columns.map(({ head }, i) => Math.max(widthOf(head), ...rows.map((row) => widthIn(row[i], look))));
  const used = columns.map((_, i) => i).filter((i) => rows.length === 0 || rows.some((row) => textOf(row[i]) !== ''));
  const widths = widthsFor(columns, natural, used, look.width);
  const kept = [...widths.keys()];
  // Its cells already fit; left to measure by itself, the table cuts none of them.
  const drawn = new Table({
    chars: BLANK,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
    colAligns: kept.map((i) => columns[i]?.align ?? 'left'),
  });
  if (kept.some((i) => columns[i]?.head !== '')) drawn.push(kept.map((i) => look.style.faint(columns[i]?.head ?? '')));
  for (const row of rows) drawn.push(kept.map((i) => linesOf(row[i] ?? '', widths.get(i) ?? 0, look)));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The columns that stay, with their widths: first the highest ranks go, then the widest columns wrap. */
function widthsFor(
  columns: readonly Column[],
  natural: readonly number[],
  used: readonly number[],
  room: number,
): Map<number, number> {
  const full = (i: number): number => natural[i] ?? 0;
  const least = (i: number): number => Math.min(full(i), columns[i]?.least ?? Number.POSITIVE_INFINITY);
  const sum = (of: readonly number[]): number => of.reduce((total, width) => total + width + GAP, -GAP);
  const rank = (i: number): number => columns[i]?.rank ?? 0;
  let kept = [...used];
  while (sum(kept.map(least)) > room) {
    const worst = kept.reduce((a, b) => (rank(b) > rank(a) ? b : a), kept[0] ?? 0);
    if (rank(worst) === 0) break;
    kept = kept.filter((i) => i !== worst);
  }
  const widths = new Map(kept.map((i) => [i, full(i)]));
  for (let over = sum(kept.map(full)) - room; over > 0; over--) {
    const [widest] = kept
      .filter((i) => (widths.get(i) ?? 0) > least(i))
      .sort((a, b) => (widths.get(b) ?? 0) - (widths.get(a) ?? 0));
    if (widest === undefined) break;
    widths.set(widest, (widths.get(widest) ?? 0) - 1);
  }
  return widths;
}

const BLANK = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
