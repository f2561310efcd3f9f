/** A ladder, drawn: its rungs from the bottom up between two rails, pay on one scale, growth beside it. */
import type { Amount } from '../catalogue/model.js';
import { type OutlookWords, outlookWords } from '../catalogue/outlook.js';
import type { Card } from '../catalogue/profile.js';
import type { Ladder } from '../paths/steps.js';
import { type Glyphs, glyphs, type Look } from './look.js';
import { payChangeText, takesText } from './steps.js';
import { padEnd, padStart, widthOf, wrap } from './text.js';
import { dollars, EDUCATION_WORDS, figuresNote, signed } from './words.js';

const MOST_WIDTH = 120;
const ASKED = 'this one';

const GROWTH_WORDS: Record<OutlookWords, string> = {
  'much faster than average': 'much faster',
  'faster than average': 'faster',
  'as fast as average': 'average',
  'slower than average': 'slower',
  'little or no change': 'no change',
  decline: 'decline',
};

export function ladderText(ladder: Ladder, look: Look): string {
  const at = { ...look, width: Math.min(look.width, MOST_WIDTH) };
  const { style, width } = at;
  const glyph = glyphs(at);
  const title = `${ladder.industry.title} ${glyph.crumb} ${ladder.area.title}`;
  const cards = ladder.area.rungs.flatMap(({ occupations }) => occupations);
  const scale = Math.max(1, ...cards.map((card) => yearly(card) ?? 0));
  const columns = columnsFor(cards, ladder.asked, at);
  const body = [...ladder.area.rungs]
    .reverse()
    .flatMap(({ education, occupations }) => [
      ...[...occupations].reverse().flatMap((card) => rows(card, card.slug === ladder.asked, scale, columns, at)),
      ...rungLines(EDUCATION_WORDS[education], at, glyph),
    ]);
  const railed = (line: string): string => {
    const rail = style.faint(glyph.rail);
    return `${rail} ${padEnd(line, width - 4)} ${rail}`;
  };
  const lines = [
    ...wrap(title, width).map(style.title),
    ...wrap(ladder.area.description, width).map(style.faint),
    '',
    ...body.map((line) => (line.startsWith(RUNG) ? line.slice(RUNG.length) : railed(line))),
  ];
  const legend = `Read from the bottom up. The longest bar is ${dollars(scale)}. Growth is said against the average of all occupations. ${figuresNote(cards, true)}`;
  lines.push('', ...wrap(legend, width).map(style.faint));
  if (ladder.steps.length > 0) {
    lines.push('', ...wrap('Steps that people take on it', width).map(style.heading));
    for (const step of ladder.steps) {
      const arrow = at.unicode ? '→' : '->';
      const [first = '', ...rest] = wrap(`${step.from.title} ${arrow} ${step.to.title}`, width - 4);
      lines.push(`  ${glyph.up} ${first}`, ...rest.map((line) => `    ${line}`));
      lines.push(
        ...wrap(`${takesText(step)}; ${payChangeText(step.pay, at)}`, width - 4).map((line) =>
          style.faint(`    ${line}`),
        ),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Marks a line that brings its own rails. */
const RUNG = '\u0000';

/** `╠═ Associate degree ═══════╣`; what of the title does not fit stands above it. */
function rungLines(title: string, look: Look, glyph: Glyphs): string[] {
  const [left, right] = look.unicode ? ['╠', '╣'] : ['|', '|'];
  const above = wrap(title, look.width - 5);
  const name = ` ${above.pop() ?? ''} `;
  const rest = Math.max(0, look.width - 3 - widthOf(name));
  const bar = `${RUNG}${look.style.faint(`${left}${glyph.rung}`)}${look.style.label(name)}${look.style.faint(`${glyph.rung.repeat(rest)}${right}`)}`;
  return [...above.map(look.style.label), bar];
}

const dollarsOf = (amount: Amount): number | undefined =>
  typeof amount === 'number' ? amount : typeof amount === 'object' ? amount.atLeast : undefined;

/** Median dollars a year; none where only hourly pay is published. */
const yearly = ({ pay }: Card): number | undefined => (pay?.per === 'year' ? dollarsOf(pay.median) : undefined);

const payText = ({ pay }: Card): string => {
  if (!pay || pay.median === 'not published') return 'no pay given';
  return pay.per === 'hour' ? `${dollars(pay.median, 'hour')}/hour` : dollars(pay.median).replace(' or more', '+');
};

/** An arrow, a number and a word. */
export function growthText(growth: number | undefined, look: Look): string {
  if (growth === undefined) return 'not projected';
  const glyph = glyphs(look);
  const arrow = growth >= 0.5 ? glyph.up : growth <= -0.5 ? glyph.down : glyph.flat;
  return `${arrow} ${signed(growth)} ${GROWTH_WORDS[outlookWords(growth)]}`;
}

/** Columns of a row: a title, its pay, a bar and its growth, beside each other or in two lines. */
interface Columns {
  beside: boolean;
  title: number;
  pay: number;
  bar: number;
  growth: number;
}

/** Below this a title and its pay, or its growth and its bar, stand one under the other. */
const LEAST_BESIDE = 34;
const MOST_TITLE = 40;
/** A bar that is shorter tells nothing. */
const LEAST_BAR = 8;
const MOST_BAR = 30;

const nameOf = (card: Card, asked: string | null): string =>
  card.slug === asked ? `${card.title} (${ASKED})` : card.title;

/** As wide as what they hold: what remains is the bars'. */
function columnsFor(cards: readonly Card[], asked: string | null, look: Look): Columns {
  const inner = look.width - 4;
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));
  const pay = widest(cards.map(payText));
  const growth = widest(cards.map((card) => growthText(card.growth, look)));
  const title = Math.min(MOST_TITLE, widest(cards.map((card) => nameOf(card, asked))));
  const left = inner - 2 - title - pay - growth - 6;
  if (left >= LEAST_BAR) return { beside: true, title, pay, bar: Math.min(left, MOST_BAR), growth };
  return { beside: false, title: inner - 2 - pay - 1, pay, bar: Math.min(inner - 4 - growth, MOST_BAR), growth };
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar on the ladder's one scale, to an eighth of a letter where there are such letters. */
function barOf(pay: number, scale: number, room: number, look: Look): string {
  const full = glyphs(look).full;
  const eighths = Math.max(4, Math.round((pay / scale) * room * 8));
  if (!look.unicode) return full.repeat(Math.max(1, Math.round(eighths / 8)));
  return `${full.repeat(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8]}`;
}

function rows(card: Card, asked: boolean, scale: number, columns: Columns, look: Look): string[] {
  const inner = look.width - 4;
  const mark = asked ? `${glyphs(look).here} ` : '  ';
  const name = asked ? `${card.title} (${ASKED})` : card.title;
  const paint = asked ? look.style.title : (text: string): string => text;
  const growth = growthText(card.growth, look);
  const pay = yearly(card);
  const bar = (room: number): string => (pay === undefined ? '' : barOf(pay, scale, room, look));
  if (inner < LEAST_BESIDE) {
    const under = [payText(card), growth].flatMap((text) => wrap(text, inner - 2));
    return [
      ...wrap(name, inner - 2).map((line, i) => `${i === 0 ? mark : '  '}${paint(line)}`),
      ...under.map((line) => `  ${look.style.faint(line)}`),
      ...(pay === undefined ? [] : [`  ${look.style.good(bar(inner - 2))}`]),
    ];
  }
  const [first = '', ...rest] = wrap(name, columns.title);
  const tail = rest.map((line) => `  ${paint(line)}`);
  const head = `${mark}${paint(padEnd(first, columns.title))}`;
  if (columns.beside) {
    const drawn = look.style.good(padEnd(bar(columns.bar), columns.bar));
    return [`${head}  ${padStart(payText(card), columns.pay)}  ${drawn}  ${growth}`, ...tail];
  }
  return [
    `${head} ${padStart(payText(card), columns.pay)}`,
    ...tail,
    `  ${look.style.faint(padEnd(growth, columns.growth))}  ${look.style.good(bar(columns.bar))}`,
  ];
}

/** path, title, rung, median pay, growth, "asked" where it was: one occupation a line, from the bottom up. */
export const ladderPlain = (ladder: Ladder): string =>
  ladder.area.rungs
    .flatMap(({ education, occupations }) =>
      occupations.map((card) =>
        [
          `${ladder.industry.slug}/${ladder.area.slug}/${card.slug}`,
          card.title,
          EDUCATION_WORDS[education],
          payText(card),
          card.growth === undefined ? '' : signed(card.growth),
          card.slug === ladder.asked ? 'asked' : '',
        ].join('\t'),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
