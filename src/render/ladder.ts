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
const GROWTH_WIDTH = 22;

export function ladderText(ladder: Ladder, look: Look): string {
  const at = { ...look, width: Math.min(look.width, MOST_WIDTH) };
  const { style, width } = at;
  const glyph = glyphs(at);
  const title = `${ladder.industry.title} ${glyph.crumb} ${ladder.area.title}`;
  const cards = ladder.area.rungs.flatMap(({ occupations }) => occupations);
  const scale = Math.max(1, ...cards.map((card) => yearly(card) ?? 0));
  const body = [...ladder.area.rungs]
    .reverse()
    .flatMap(({ education, occupations }) => [
      ...[...occupations].reverse().flatMap((card) => rows(card, card.slug === ladder.asked, scale, at)),
      rungLine(EDUCATION_WORDS[education], at, glyph),
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
    lines.push('', style.heading('Steps that people take on it'));
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

/** `╠═ Associate degree ═══════╣`. */
function rungLine(title: string, look: Look, glyph: Glyphs): string {
  const [left, right] = look.unicode ? ['╠', '╣'] : ['|', '|'];
  const name = ` ${title} `;
  const rest = Math.max(0, look.width - 3 - widthOf(name));
  return `${RUNG}${look.style.faint(`${left}${glyph.rung}`)}${look.style.label(name)}${look.style.faint(`${glyph.rung.repeat(rest)}${right}`)}`;
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

const PAY_WIDTH = 12;

function rows(card: Card, asked: boolean, scale: number, look: Look): string[] {
  const glyph = glyphs(look);
  const inner = look.width - 4;
  const mark = asked ? `${glyph.here} ` : '  ';
  const name = asked ? `${card.title} (${ASKED})` : card.title;
  const paint = asked ? look.style.title : (text: string): string => text;
  const growth = growthText(card.growth, look);
  const beside = inner >= 74;
  const barRoom = beside
    ? Math.min(24, inner - 36 - PAY_WIDTH - GROWTH_WIDTH - 4)
    : Math.max(6, inner - 2 - GROWTH_WIDTH - 2);
  const pay = yearly(card);
  const bar = pay === undefined ? '' : glyph.full.repeat(Math.max(1, Math.round((pay / scale) * barRoom)));
  const titleRoom = beside ? inner - 2 - PAY_WIDTH - GROWTH_WIDTH - barRoom - 4 : inner - 2 - PAY_WIDTH - 1;
  const [first = '', ...rest] = wrap(name, titleRoom);
  const tail = rest.map((line) => `  ${paint(line)}`);
  if (beside) {
    const cells = [
      `${mark}${paint(padEnd(first, titleRoom))}`,
      padStart(payText(card), PAY_WIDTH),
      `  ${look.style.good(padEnd(bar, barRoom))}`,
      `  ${growth}`,
    ];
    return [cells.join(''), ...tail];
  }
  return [
    `${mark}${paint(padEnd(first, titleRoom))} ${padStart(payText(card), PAY_WIDTH)}`,
    ...tail,
    `  ${look.style.faint(padEnd(growth, GROWTH_WIDTH))}  ${look.style.good(bar)}`,
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
