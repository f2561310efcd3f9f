/** Paths as climbs: the goal on top, the start at the bottom, the steps between. */
import type { Card } from '../catalogue/profile.js';
import type { Hindrance, Path, PathAnswer } from '../paths/paths.js';
import type { ConditionName } from '../paths/question.js';
import { glyphs, type Look } from './look.js';
import { kindMark, payChangeText, stepDetails, stepsCount, yearsText } from './steps.js';
import { clean, padEnd, wrap } from './text.js';
import { dollars, EDUCATION_WORDS, figuresNote, listed } from './words.js';

const READING_WIDTH = 100;
/** What kind of step stands between two occupations. */
const KIND_WORDS = { advancement: 'advancement', lateral: 'lateral move', change: 'change of field' } as const;
const BAR_MOST = 24;

export function pathsText(answer: PathAnswer, look: Look): string {
  const at = { ...look, width: Math.min(look.width, READING_WIDTH) };
  const blocks = answer.paths.map((path, i) => climb(path, i + 1, answer.paths.length, at));
  if (blocks.length === 0) return '';
  const cards = answer.paths.flatMap(({ from, steps }) => [from, ...steps.map(({ to }) => to)]);
  const note = wrap(figuresNote(cards), at.width).map(at.style.faint).join('\n');
  return `${blocks.join('\n\n')}\n\n${note}\n`;
}

function climb(path: Path, number: number, of: number, look: Look): string {
  const { style, width } = look;
  const { study, training, experience, total } = path.years;
  const arrow = look.unicode ? '→' : '->';
  const heading = `${of > 1 ? `Way ${number} of ${of}: ` : ''}${path.from.title} ${arrow} ${path.to.title}`;
  const parts = [
    study > 0 ? `${yearsText(study)} of study` : '',
    training > 0 ? `${yearsText(training)} of training` : '',
    experience > 0 ? `${yearsText(experience)} of experience` : '',
  ].filter(Boolean);
  const sum = `${stepsCount(path.steps.length)}, about ${yearsText(total)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}.`;
  const brings = `The whole climb: ${payChangeText(path.pay, look)}.`;
  const scale = Math.max(1, ...[path.from, ...path.steps.map((step) => step.to)].map((card) => yearly(card) ?? 0));
  const rail = look.unicode ? '│' : '|';
  const lines = [
    ...wrap(heading, width).map(style.title),
    ...wrap(sum, width).map(style.faint),
    ...wrap(brings, width).map(style.faint),
    '',
  ];
  for (const step of [...path.steps].reverse()) {
    lines.push(...stand(step.to, step.to.slug === path.to.slug ? 'the goal' : '', scale, look));
    const at = { ...look, width: width - 4 };
    lines.push(`  ${style.faint(rail)} ${style.good(`${kindMark(step.kind, look)} ${KIND_WORDS[step.kind]}`)}`);
    lines.push(...stepDetails(step, at, '  ').map((line) => `  ${style.faint(rail)} ${line}`));
  }
  lines.push(...stand(path.from, 'the start', scale, look));
  return lines.join('\n');
}

const yearly = ({ pay }: Card): number | undefined => {
  if (pay?.per !== 'year' || pay.median === 'not published') return undefined;
  return typeof pay.median === 'object' ? pay.median.atLeast : pay.median;
};

/** An occupation on the climb, its pay as a bar on the climb's scale. */
function stand(card: Card, said: string, scale: number, look: Look): string[] {
  const { style, width } = look;
  const glyph = glyphs(look);
  const pay = yearly(card);
  const words = card.pay ? dollars(card.pay.median, card.pay.per) : 'pay not published';
  const bar = pay === undefined ? '' : glyph.full.repeat(Math.max(1, Math.round((pay / scale) * BAR_MOST)));
  const name = said === '' ? card.title : `${card.title} (${said})`;
  const under = `${EDUCATION_WORDS[card.education]}; ${words}`;
  const lines = wrap(name, width - 4).map((line, i) =>
    i === 0 ? `  ${glyph.here} ${style.title(line)}` : `    ${style.title(line)}`,
  );
  const room = width - 4 - BAR_MOST - 2;
  if (room >= 24) {
    const [first = '', ...rest] = wrap(under, room);
    lines.push(`    ${padEnd(first, room)}  ${style.good(bar)}`, ...rest.map((line) => `    ${line}`));
  } else lines.push(...wrap(under, width - 4).map((line) => `    ${line}`));
  return lines;
}

const CONDITION_OPTIONS: Record<ConditionName, string> = {
  maxSteps: '--max-steps',
  maxYears: '--max-years',
  education: '--education',
  minPay: '--min-pay',
  earnWhile: '--earn-while',
  industry: '--to-industry',
  area: '--to-area',
  via: '--via',
  avoid: '--avoid',
};

/** Why there is no path: a sentence, then what would open one, a line each. */
export function hindrancesText({ from, to, hindrances, together }: PathAnswer): string[] {
  const goal = to ? clean(to.title) : 'an occupation that meets the conditions';
  const lines = [`No path leads from ${clean(from.title)} to ${goal}.`];
  if (hindrances.length > 0) return [...lines, ...hindrances.map(hindranceText)];
  if (together.length > 0) {
    const named = together.map((name) => CONDITION_OPTIONS[name]);
    return [...lines, `  No single condition stands in the way, but ${listed(named)} do together.`];
  }
  return [...lines, '  No steps are known that lead there, whatever the conditions.'];
}

function hindranceText({ condition, asked, opens, titles, years }: Hindrance): string {
  const option = CONDITION_OPTIONS[condition];
  const said = asked === true ? option : `${option} ${asked}`;
  const relaxed = opens === null ? `without ${said}` : `with ${option} ${opens} in place of ${asked}`;
  return `  ${said} stands in the way: ${relaxed} there is ${titles.map(clean).join(' > ')} (about ${yearsText(years)}).`;
}

/** path, step, kind, from, to, title, years, pay before, pay after: one step a line. */
export const pathsPlain = ({ paths }: PathAnswer): string =>
  paths
    .flatMap((path, i) =>
      path.steps.map((step, n) => [
        i + 1,
        n + 1,
        step.kind,
        step.from.slug,
        step.to.slug,
        step.to.title,
        step.takes.years,
        step.pay?.before ?? '',
        step.pay?.after ?? '',
      ]),
    )
    .map((cells) => `${cells.map((cell) => clean(String(cell))).join('\t')}\n`)
    .join('');
