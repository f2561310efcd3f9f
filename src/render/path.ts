/** Paths as climbs: stairs drawn bottom to top, each with what it takes. */
import { EDUCATION_LEVELS } from '../catalogue/model.js';
import type { Hindrance, Path, PathAnswer } from '../paths/paths.js';
import { type ConditionName, DEFAULTS } from '../paths/question.js';
import type { Step } from '../paths/step.js';
import { glyphs, type Look } from './look.js';
import {
  ABILITY_NOTE,
  bringText,
  credentialsText,
  gainText,
  hanging,
  kindGlyph,
  payChangeText,
  payText,
  reasonText,
  stepFields,
  takesLines,
  withStop,
  YEARS_NOTE,
  yearsText,
} from './steps.js';
import { wrap } from './text.js';
import { dollars, EDUCATION_WORDS, listed, plural, REQUIREMENT_WORDS } from './words.js';

const READING_WIDTH = 96;

const STAIRS = {
  unicode: { corner: '┌', tread: '─', edge: '┘', wall: '│', floor: '├' },
  ascii: { corner: '.', tread: '-', edge: "'", wall: '|', floor: '+' },
} as const;

export function pathsText(answer: PathAnswer, look: Look): string {
  const width = Math.min(look.width, READING_WIDTH);
  const { style } = look;
  const { from, to, paths } = answer;
  const lines = wrap(`From ${from.title} to ${to?.title ?? goalWords(answer)}`, width).map(style.title);
  paths.forEach((path, i) => {
    lines.push(
      '',
      ...wrap(summary(path, i + 1, paths.length), width).map(style.heading),
      '',
      ...climb(path, width, look),
    );
    lines.push('', ...whole(path, width, look));
  });
  lines.push('', ...[YEARS_NOTE, ABILITY_NOTE].flatMap((note) => wrap(note, width)).map(style.faint));
  return `${lines.join('\n')}\n`;
}

/** What the end is to be, where it was left open. */
export function goalWords({ question }: PathAnswer): string {
  const { industry, area, education, minPay } = question;
  const terms = [
    ...(area !== undefined ? [`on the ladder ${area}`] : industry !== undefined ? [`in ${industry}`] : []),
    ...(education !== undefined ? [`with at most ${EDUCATION_WORDS[education].toLowerCase()}`] : []),
    ...(minPay !== undefined ? [`that pays ${dollars(minPay)} a year or more`] : []),
  ];
  return `any occupation ${terms.join(', ')}`;
}

function summary({ to, steps, years }: Path, n: number, of: number): string {
  const number = of === 1 ? 'The path' : `Path ${n} of ${of}`;
  return `${number}, to ${to.title}: ${plural(steps.length, 'step')}, ${yearsText(years.total)}`;
}

/** The stairs, highest first; every line begins below the stair on which it stands. */
function climb({ from, steps }: Path, width: number, look: Look): string[] {
  const { style } = look;
  const stair = look.unicode ? STAIRS.unicode : STAIRS.ascii;
  const rise = Math.min(4, Math.max(2, Math.floor((width - 30) / Math.max(steps.length, 1))));
  const lines: string[] = [];
  for (let i = steps.length; i >= 0; i--) {
    const margin = ' '.repeat(rise * i);
    const step = steps[i - 1];
    if (!step) {
      const start = `${from.title}: ${payText(from)}. You start here.`;
      lines.push(...hanging(`${glyphs(look).here} `, start, width).map(style.title));
      continue;
    }
    const head = i === steps.length ? stair.corner : stair.floor;
    const title = hanging(`${margin}${head}${stair.tread} `, `${step.to.title}: ${payText(step.to)}`, width).map(
      (line, n) => (n === 0 ? line : `${margin}${stair.wall}${line.slice(margin.length + 1)}`),
    );
    lines.push(...title.map(style.title));
    const wall = `${margin}${stair.wall}  `;
    for (const text of stepLines(step, look)) {
      const [label, rest] = text;
      const inner = width - wall.length;
      lines.push(...hanging(`${label} `, rest, inner, style.label).map((line) => `${wall}${line}`));
    }
    const under = ' '.repeat(rise * (i - 1));
    lines.push(`${under}${stair.corner}${stair.tread.repeat(rise - 1)}${stair.edge}`);
  }
  return lines;
}

function stepLines(step: Step, look: Look): [label: string, text: string][] {
  const kind = `${kindGlyph(step.kind, look)} ${step.kind.charAt(0).toUpperCase()}${step.kind.slice(1)}:`;
  const lines: [string, string][] = [
    [kind, `${yearsText(step.takes.years)}.`],
    ['Pay:', `${payChangeText(step.pay)}.`],
    ...takesLines(step).map((line): [string, string] => {
      const colon = line.indexOf(':') + 1;
      return [line.slice(0, colon), line.slice(colon).trim()];
    }),
    ['To earn:', withStop(credentialsText(step))],
    ...step.why.map((reason, i): [string, string] => [i === 0 ? 'Why:' : 'And:', reasonText(reason, glyphs(look))]),
    ['To gain:', withStop(gainText(step.gain, 3))],
  ];
  return lines.filter(([, text]) => text !== '');
}

/** What the whole climb takes and brings. */
function whole({ years, pay, credentials, gain, bring }: Path, width: number, look: Look): string[] {
  const parts = [
    years.study > 0 ? `${yearsText(years.study)} of study` : 'no study',
    ...(years.training > 0 ? [`${yearsText(years.training)} of training`] : []),
    ...(years.experience > 0 ? [`${yearsText(years.experience)} of experience`] : []),
  ];
  const rows: [string, string][] = [
    ['In all: ', `${yearsText(years.total)}: ${listed(parts)}.`],
    ['Pay: ', `${payChangeText(pay)}.`],
    [
      'To earn: ',
      withStop(credentials.map(({ name, requirement }) => `${name} (${REQUIREMENT_WORDS[requirement]})`).join('; ')),
    ],
    ['To gain: ', withStop(gainText(gain, 5))],
    ['Brought: ', withStop(bringText(bring, 5))],
  ];
  return rows
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) => hanging(label, text, width, look.style.label));
}

/** path, step, kind, from, to, title, years, study, pay before, pay after, per, per cent, reasons: one step a line. */
export const pathsPlain = ({ paths }: PathAnswer): string =>
  paths
    .flatMap((path, p) =>
      path.steps.map(
        (step, s) =>
          `${[p + 1, s + 1, step.kind, step.from.slug, step.to.slug, step.to.title, ...stepFields(step)].join('\t')}\n`,
      ),
    )
    .join('');

const OPTIONS: Record<ConditionName, string> = {
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

/** Why there is no path: one sentence, then what would open one, a line each. */
export function noPathNotes(answer: PathAnswer): string[] {
  const { from, to, hindrances, together } = answer;
  const first = `There is no path from ${from.title} to ${to?.title ?? goalWords(answer)} under these conditions.`;
  if (hindrances.length > 0) return [first, ...hindrances.map(hindranceLine)];
  if (together.length > 0) {
    return [
      first,
      `  No single condition stands in the way, but ${listed(together.map((name) => OPTIONS[name]))} do together.`,
    ];
  }
  return [`No steps lead from ${from.title} to ${to?.title ?? goalWords(answer)}.`, `  ladders next ${from.slug}`];
}

function hindranceLine({ condition, asked, opens, titles, years }: Hindrance): string {
  const option = OPTIONS[condition];
  const by = `: ${titles.join(' → ')} (${yearsText(years)})`;
  switch (condition) {
    case 'maxSteps': {
      const given = asked === DEFAULTS.maxSteps ? `${asked}, as it is unless told` : `${asked}`;
      return `  ${option} (${given}) stands in the way; --max-steps ${opens} opens a path${by}`;
    }
    case 'maxYears':
      return `  ${option} ${asked} stands in the way; --max-years ${opens} opens a path${by}`;
    case 'education':
      return `  ${option} ${asked} stands in the way; --education ${levelWord(opens)} opens a path${by}`;
    case 'minPay':
      return typeof opens === 'number'
        ? `  ${option} ${asked} stands in the way; the best paid end within reach pays ${dollars(opens)}, --min-pay ${Math.floor(opens)}${by}`
        : `  ${option} ${asked} stands in the way; without it there is a path${by}`;
    case 'earnWhile':
      return `  ${option} stands in the way; without it there is a path with ${yearsText(Number(opens))} of study at a stretch${by}`;
    default:
      return `  ${option} ${asked} stands in the way; without it there is a path${by}`;
  }
}

const levelWord = (level: Hindrance['opens']): string =>
  EDUCATION_LEVELS.find((one) => one === level) ?? String(level ?? '');
