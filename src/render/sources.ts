/** The sources of a catalogue. */
import type { SourceAnswer } from '../commands/sources.js';
import type { Look } from './look.js';
import { wrap } from './text.js';
import { grouped, plural, sourceName } from './words.js';

const READING_WIDTH = 100;

export function sourcesText(all: readonly SourceAnswer[], look: Look): string {
  const width = Math.min(look.width, READING_WIDTH);
  const { style } = look;
  const under = (text: string): string[] => wrap(text, width - 2).map((line) => `  ${line}`);
  const blocks = all.map((source) => [
    ...wrap(sourceName(source.title, source.release), width).map(style.title),
    ...under(`${grouped(source.figures)} figures. Published ${source.date} (${ageOf(source)}) by ${source.publisher}.`),
    ...under(`Licence: ${source.licence}. ${source.url}`),
    ...under(source.credit).map(style.faint),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const ageOf = ({ age }: SourceAnswer): string => (age < 1 ? 'this year' : `${plural(age, 'year')} old`);

/** id, title, release, date, figures, licence, credit: one source a line. */
export const sourcesPlain = (all: readonly SourceAnswer[]): string =>
  all.map((s) => `${[s.id, s.title, s.release, s.date, s.figures, s.licence, s.credit].join('\t')}\n`).join('');
