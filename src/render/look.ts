/** How an answer is to look: decided once in io, handed to every renderer. */

/** Text → text in a colour or weight; the text itself where there is no colour. */
export type Paint = (text: string) => string;

/** The few meanings that have a look of their own: sixteen colours, so that a person's theme holds. */
export interface Style {
  title: Paint;
  heading: Paint;
  label: Paint;
  faint: Paint;
  good: Paint;
  bad: Paint;
  mark: Paint;
}

export interface Look {
  /** Columns. */
  width: number;
  color: boolean;
  /** Whether letters beyond ASCII may be drawn. */
  unicode: boolean;
  style: Style;
  /** The year, to say how old a figure is. */
  year: number;
}

const same: Paint = (text) => text;

export const NO_STYLE: Style = {
  title: same,
  heading: same,
  label: same,
  faint: same,
  good: same,
  bad: same,
  mark: same,
};

/** The styles in colour. */
export async function colors(): Promise<Style> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    title: (text) => chalk.bold(text),
    heading: (text) => chalk.bold.cyan(text),
    label: (text) => chalk.cyan(text),
    faint: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    mark: (text) => chalk.bold.underline(text),
  };
}

/** The marks drawn, in letters that any terminal has or in ASCII. */
export interface Glyphs {
  crumb: string;
  up: string;
  down: string;
  flat: string;
  here: string;
  bullet: string;
  line: string;
  tick: string;
  full: string;
  rail: string;
  rung: string;
  dash: string;
}

const UNICODE: Glyphs = {
  crumb: '›',
  up: '▲',
  down: '▼',
  flat: '■',
  here: '●',
  bullet: '•',
  line: '─',
  tick: '┼',
  full: '█',
  rail: '║',
  rung: '═',
  dash: '–',
};

const ASCII: Glyphs = {
  crumb: '>',
  up: '^',
  down: 'v',
  flat: '=',
  here: '*',
  bullet: '-',
  line: '-',
  tick: '+',
  full: '#',
  rail: '|',
  rung: '=',
  dash: '-',
};

export const glyphs = ({ unicode }: Look): Glyphs => (unicode ? UNICODE : ASCII);

/** Text for a terminal without UTF-8: the usual typographic signs by their ASCII kin, accents dropped, the rest as `?`. */
export function toAscii(text: string): string {
  if (/^[\u0000-\u007F]*$/.test(text)) return text;
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—−]/g, '-')
    .replace(/…/g, '...')
    .replace(/›/g, '>')
    .replace(/→/g, '->')
    .replace(/ /g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\u0000-\u007F]/g, '?');
}
