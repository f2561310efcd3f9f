/** What an import changed. */
import type { ImportReport, Move } from '../import/run.js';
import type { Look } from './look.js';
import { table } from './table.js';
import { wrap } from './text.js';
import { grouped, plural } from './words.js';

const FIGURE_WORDS: readonly [RegExp, string][] = [
  [/^pay\.annual\.median$/, 'median pay a year'],
  [/^pay\.hourly\.median$/, 'median pay an hour'],
  [/growth$/, 'growth, per cent'],
  [/^codes\.(.+)\.median$/, 'median pay a year, $1'],
];

const figureOf = ({ figure }: Move): string =>
  FIGURE_WORDS.reduce((name, [pattern, words]) => (pattern.test(name) ? name.replace(pattern, words) : name), figure);

const shareOf = ({ share }: Move): string => `${share > 0 ? '+' : ''}${Math.round(share * 1000) / 10} %`;

export async function importText(report: ImportReport, look: Look): Promise<string> {
  const { style, width } = look;
  const did = report.dryRun ? 'would change' : 'changed';
  const lines = [
    ...wrap(`Read ${report.releases.join(', ')}.`, width).map(style.title),
    ...wrap(
      `${plural(report.figuresChanged, 'figure')} ${did} in ${plural(report.filesWritten.length, 'file')}; ${grouped(report.recordsFound)} of ${plural(report.records, 'record')} are in the release.`,
      width,
    ),
  ];
  if (report.notFound.length > 0) {
    const named = report.notFound.slice(0, 8).join(', ');
    const more = report.notFound.length > 8 ? ` and ${report.notFound.length - 8} more` : '';
    lines.push(...wrap(`Not in the release, left as they were: ${named}${more}.`, width).map(style.faint));
  }
  lines.push(...report.notes.flatMap((note) => wrap(note, width)).map(style.faint));
  if (report.moves.length > 0) {
    const drawn = await table(
      [
        { head: 'Largest moves', least: 12 },
        { head: 'Figure', least: 10, rank: 1 },
        { head: 'Before', align: 'right' },
        { head: 'After', align: 'right' },
        { head: 'Change', align: 'right' },
      ],
      report.moves.map((move) => [
        move.title,
        figureOf(move),
        grouped(move.before),
        grouped(move.after),
        shareOf(move),
      ]),
      look,
    );
    lines.push('', ...drawn.split('\n'));
  }
  if (report.dryRun) lines.push('', 'Nothing was written (--dry-run).');
  return `${lines.join('\n')}\n`;
}

/** Counts as `label: value`, then each move as title, figure, before, after, change. */
export const importPlain = (report: ImportReport): string =>
  [
    `Release: ${report.releases.join(', ')}`,
    `Records found: ${report.recordsFound} of ${report.records}`,
    `Records changed: ${report.recordsChanged}`,
    `Figures changed: ${report.figuresChanged}`,
    `Files ${report.dryRun ? 'that would be ' : ''}written: ${report.filesWritten.length}`,
    ...(report.notFound.length > 0 ? [`Not in the release: ${report.notFound.join(', ')}`] : []),
    ...report.notes.map((note) => `Note: ${note}`),
    ...report.moves.map((move) =>
      ['Move', move.title, figureOf(move), move.before, move.after, shareOf(move)].join('\t'),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
