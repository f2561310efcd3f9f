/** Where one goes from an occupation, and who gets there: each step with why we believe it, what it takes and brings. */
import type { Card } from '../catalogue/profile.js';
import type { StepKind } from '../paths/graph.js';
import type { Ability, PayChange, Reason, Step } from '../paths/step.js';
import type { Neighbourhood } from '../paths/steps.js';
import { type Glyphs, glyphs, type Look } from './look.js';
import { padEnd, widthOf, wrap } from './text.js';
import { dollars, EDUCATION_WORDS, EXPERIENCE_WORDS, listed, REQUIREMENT_WORDS, TRAINING_WORDS } from './words.js';

const READING_WIDTH = 96;

/** Text under a hanging indent, `first` before its first line; where that leaves too little room, on lines of its own. */
export function hanging(first: string, text: string, width: number, paint = (text: string): string => text): string[] {
  const by = widthOf(first);
  if (width - by < 12 && by > 4) {
    const margin = ' '.repeat(first.length - first.trimStart().length);
    return [
      ...wrap(first.trim(), width - margin.length).map((line) => paint(margin + line)),
      ...wrap(text, width - margin.length).map((line) => margin + line),
    ];
  }
  const [head = '', ...rest] = wrap(text, width - by);
  return [`${paint(first)}${head}`, ...rest.map((line) => `${' '.repeat(by)}${line}`)];
}

export const payText = ({ pay }: Card): string => {
  if (!pay || pay.median === 'not published') return 'pay not published';
  return `${dollars(pay.median, pay.per)}${pay.per === 'hour' ? ' an hour' : ' a year'}`;
};

/** +33 → "+33 %"; a floor → "at least +33 %". */
const percentText = ({ percent, atLeast }: PayChange): string =>
  `${atLeast ? 'at least ' : ''}${percent > 0 ? '+' : ''}${percent} %`;

/** "$51,140 to $68,020 a year (+$16,880, +33 %)". */
export function payChangeText(pay: PayChange | undefined): string {
  if (!pay) return 'not comparable: it is not published for both';
  const { before, after, per, atLeast } = pay;
  const sign = pay.change > 0 ? '+' : pay.change < 0 ? '-' : '';
  const change = `${sign}${dollars(Math.abs(pay.change), per)}`;
  return `${dollars(before, per)} to ${dollars(after, per)}${atLeast ? ' or more' : ''} a${per === 'hour' ? 'n hour' : ' year'} (${change}, ${percentText(pay)})`;
}

/** "2 years", "1 year", "half a year", "a month or two", "no further time". */
export function yearsText(years: number): string {
  if (years === 0) return 'no further time';
  if (years === 0.1) return 'about a month';
  if (years === 0.5) return 'half a year';
  return `${years} ${years === 1 ? 'year' : 'years'}`;
}

/** Each part of what a step takes, one a line. */
export function takesLines({ takes }: Step): string[] {
  const { education, study, training, experience, ownTime } = takes;
  const lines: string[] = [];
  if (study > 0) lines.push(`Study: ${yearsText(study)}, to ${lowerFirst(EDUCATION_WORDS[education.needed])}.`);
  else lines.push(`Study: none; ${lowerFirst(EDUCATION_WORDS[education.needed])} suffices.`);
  if (training) {
    const known = training.years === 0 ? '; had already' : '';
    lines.push(`Training: ${TRAINING_WORDS[training.category]}${known}.`);
  }
  if (experience) {
    const known = experience.years === 0 ? '; had already' : `; counted as ${yearsText(experience.years)}`;
    lines.push(`Experience: ${EXPERIENCE_WORDS[experience.category]}${known}.`);
  }
  if (ownTime) lines.push("The time is the record's own.");
  return lines;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "Licensed practical nurse license (required by law)". */
export const credentialsText = ({ takes }: Step): string =>
  takes.credentials.map(({ name, requirement }) => `${name} (${REQUIREMENT_WORDS[requirement]})`).join('; ');

const TIER_WORDS = {
  'primary-short': 'the nearest of the occupations that O*NET relates to it',
  'primary-long': 'among the occupations that O*NET relates to it',
  supplemental: 'among the further occupations that O*NET relates to it',
} as const;

/** Why we believe a step, one reason a line. */
export function reasonText(reason: Reason, glyph: Glyphs): string {
  switch (reason.because) {
    case 'leads-to':
      return reason.needs ? `its record leads there: ${reason.needs}` : 'its record leads there.';
    case 'ladder':
      return `${reason.next ? 'the next' : 'above it'} on the ladder ${reason.industry} ${glyph.crumb} ${reason.area}.`;
    case 'related':
      return `${TIER_WORDS[reason.tier]}.`;
    case 'shared':
      return `both ask for ${listed([...reason.skills.slice(0, 3), ...reason.knowledge.slice(0, 2)])}.`;
  }
}

/** "Nursing (3.1 to 4.4)"; where the first one's score is not among its most important: "(to 4.4)". */
const abilityText = ({ name, here, there }: Ability): string =>
  `${name} (${here === null ? '' : `${here} `}to ${there})`;

/** What is to be gained, with its importance here and there. */
export function gainText(gain: readonly Ability[], most: number): string {
  const more = gain.length > most ? ` and ${gain.length - most} more` : '';
  return `${gain.slice(0, most).map(abilityText).join(', ')}${more}`;
}

export const bringText = (bring: readonly Ability[], most: number): string =>
  listed(bring.slice(0, most).map(({ name }) => name));

/** What the numbers behind skills and knowledge mean. */
export const ABILITY_NOTE =
  'Skills and knowledge: importance here to importance there, from 1 to 5, or a percentile from 0 to 100.';

export const YEARS_NOTE =
  'Times are the usual full-time ones, one after the other: ladders help path. Your school or employer knows its own.';

const KIND_HEADINGS: Record<Neighbourhood['direction'], Record<StepKind, string>> = {
  next: {
    advancement: 'Advancements: up, in the same field',
    lateral: 'Lateral moves: the same level, in the same field',
    change: 'Changes: to another field',
  },
  from: {
    advancement: 'By advancement: from below, in the same field',
    lateral: 'By a lateral move: from the same level, in the same field',
    change: 'By a change: from another field',
  },
};
export const KINDS: readonly StepKind[] = ['advancement', 'lateral', 'change'];

export const kindGlyph = (kind: StepKind, look: Look): string => {
  const glyph = glyphs(look);
  return kind === 'advancement' ? glyph.up : kind === 'lateral' ? glyph.flat : glyph.crumb;
};

export function neighbourhoodText(value: Neighbourhood, look: Look): string {
  const width = Math.min(look.width, READING_WIDTH);
  const { style } = look;
  const { occupation, direction, steps, total } = value;
  const title = direction === 'next' ? `From ${occupation.title}: where one goes` : `Who gets to ${occupation.title}`;
  const lines = [
    ...wrap(title, width).map(style.title),
    ...wrap(`Now: ${EDUCATION_WORDS[occupation.education]}, ${payText(occupation)}.`, width).map(style.faint),
  ];
  for (const kind of KINDS) {
    const shown = steps[kind];
    if (shown.length === 0) continue;
    const all =
      total[kind] > shown.length ? `${shown.length} of ${total[kind]}; --all shows the rest` : `${total[kind]}`;
    lines.push('', ...wrap(`${KIND_HEADINGS[direction][kind]} (${all})`, width).map(style.heading));
    for (const step of shown) lines.push(...stepLines(step, direction, width, look));
  }
  if (KINDS.every((kind) => total[kind] === 0)) {
    lines.push('', ...wrap('No step is known.', width));
  } else {
    const example = (steps.advancement[0] ?? steps.lateral[0] ?? steps.change[0]) as Step;
    lines.push(
      '',
      ...[ABILITY_NOTE, YEARS_NOTE].flatMap((note) => wrap(note, width)).map(style.faint),
      ...wrap(`To see one in full: ladders path ${example.from.slug} ${example.to.slug}`, width).map(style.faint),
    );
  }
  return `${lines.join('\n')}\n`;
}

function stepLines(step: Step, direction: Neighbourhood['direction'], width: number, look: Look): string[] {
  const glyph = glyphs(look);
  const other = direction === 'next' ? step.to : step.from;
  const { style } = look;
  const head = `  ${kindGlyph(step.kind, look)} `;
  const lines = hanging(head, other.title, width).map((line) => style.title(line));
  const add = (label: string, text: string): void => {
    if (text !== '') lines.push(...hanging(`    ${padEnd(label, 9)}`, text, width, style.label));
  };
  add('Time', `${yearsText(step.takes.years)}.`);
  add('Pay', `${payChangeText(step.pay)}.`);
  add('Takes', takesLines(step).join(' '));
  add('To earn', withStop(credentialsText(step)));
  step.why.forEach((reason, i) => add(i === 0 ? 'Why' : '', reasonText(reason, glyph)));
  add('To gain', withStop(gainText(step.gain, 3)));
  add('Brings', withStop(bringText(step.bring, 3)));
  return lines;
}

export const withStop = (text: string): string => (text === '' || text.endsWith('.') ? text : `${text}.`);

/** direction, kind, from, to, title of the other, years, study, pay before, pay after, per, per cent, reasons. */
export function neighbourhoodPlain({ direction, steps }: Neighbourhood): string {
  return KINDS.flatMap((kind) => steps[kind])
    .map((step) => {
      const other = direction === 'next' ? step.to : step.from;
      return `${[direction, step.kind, step.from.slug, step.to.slug, other.title, ...stepFields(step)].join('\t')}\n`;
    })
    .join('');
}

/** years, study, pay before, pay after, per, per cent, reasons. */
export const stepFields = ({ takes, pay, why }: Step): (string | number)[] => [
  takes.years,
  takes.study,
  pay?.before ?? '',
  pay?.after ?? '',
  pay?.per ?? '',
  pay?.percent ?? '',
  why.map(({ because }) => because).join(','),
];
