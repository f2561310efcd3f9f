/** Steps in words: what each takes and brings, and why we believe it. */
import type { Card } from '../catalogue/profile.js';
import type { StepKind } from '../paths/graph.js';
import type { Ability, PayChange, Reason, Step } from '../paths/step.js';
import type { Neighbourhood } from '../paths/steps.js';
import { glyphs, type Look } from './look.js';
import { clean, wrap } from './text.js';
import { dollars, EDUCATION_WORDS, EXPERIENCE_WORDS, figuresNote, listed, plural, TRAINING_WORDS } from './words.js';

const READING_WIDTH = 96;
const INDENT = '    ';

/** "2 years", "6 months", "no time". */
export function yearsText(years: number): string {
  if (years === 0) return 'no time';
  const months = Math.round(years * 12);
  if (months <= 1) return 'a month';
  if (years < 1) return `${months} months`;
  return years === 1 ? '1 year' : `${years} years`;
}

/** "$51,140 → $68,020, +$16,880 (+33 %)". */
export function payChangeText(pay: PayChange | undefined, look: Look): string {
  if (!pay) return 'pay cannot be compared: it is not published for both';
  const arrow = look.unicode ? '→' : 'to';
  if (pay.change === 0) return `${dollars(pay.before, pay.per)} here and there, no change`;
  const sign = pay.change >= 0 ? '+' : '-';
  const more = pay.atLeast ? ' or more' : '';
  const per = pay.per === 'hour' ? ' an hour' : '';
  const change = `${sign}${dollars(Math.abs(pay.change), pay.per)} (${sign}${Math.abs(Math.round(pay.percent))} %)`;
  return `${dollars(pay.before, pay.per)} ${arrow} ${dollars(pay.after, pay.per)}${per}${more}, ${change}`;
}

const TIER_WORDS = {
  'primary-short': 'most closely related work (O*NET)',
  'primary-long': 'closely related work (O*NET)',
  supplemental: 'related work (O*NET)',
} as const;

function reasonText(reason: Reason, look: Look): string {
  switch (reason.because) {
    case 'leads-to':
      return 'its own record names this advancement';
    case 'ladder': {
      const ladder = `${reason.industry} ${glyphs(look).crumb} ${reason.area}`;
      return reason.next ? `the next on the ladder ${ladder}` : `further up the ladder ${ladder}`;
    }
    case 'related':
      return TIER_WORDS[reason.tier];
    case 'shared':
      return `both draw on ${listed([...reason.skills, ...reason.knowledge].slice(0, 4).map(clean))}`;
  }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What a step takes, in one line: schooling, training and experience with their time. */
export function takesText({ takes }: Step): string {
  const parts: string[] = [];
  if (takes.study > 0) {
    parts.push(`${yearsText(takes.study)} of full-time study, up to ${lower(EDUCATION_WORDS[takes.education.needed])}`);
  }
  if (takes.training && takes.training.years > 0) parts.push(`training ${TRAINING_WORDS[takes.training.category]}`);
  if (takes.experience && takes.experience.years > 0) {
    parts.push(`experience: ${EXPERIENCE_WORDS[takes.experience.category]}`);
  }
  if (parts.length === 0) return 'no more schooling or training than one has';
  return `about ${yearsText(takes.years)}: ${parts.join('; ')}`;
}

const names = (abilities: readonly Ability[], most: number): string =>
  abilities
    .slice(0, most)
    .map(({ name }) => clean(name))
    .join(', ');

/** A labelled line, wrapped under itself. */
export function detail(label: string, text: string, look: Look, indent = INDENT): string[] {
  return wrap(`${label} ${text}`, look.width - indent.length).map((line, i) => {
    const painted = i === 0 && line.startsWith(label) ? look.style.label(label) + line.slice(label.length) : line;
    return `${indent}${i === 0 ? '' : '  '}${painted}`;
  });
}

/** All there is to say of a step, a labelled line each. */
export function stepDetails(step: Step, look: Look, indent = INDENT): string[] {
  // Lines after the first are indented further.
  const at = { ...look, width: look.width - 2 };
  const needs = step.why.find((reason) => reason.because === 'leads-to')?.needs;
  const lines = [
    ...detail('Takes:', `${takesText(step)}.`, at, indent),
    ...(needs ? detail('Needs:', clean(needs), at, indent) : []),
    ...detail('Pay:', `${payChangeText(step.pay, look)}.`, at, indent),
  ];
  const toEarn = step.takes.credentials.filter(({ requirement }) => requirement !== 'voluntary');
  if (toEarn.length > 0) {
    const named = toEarn.map(({ name, grantedBy }) => `${clean(name)} (${clean(grantedBy)})`);
    lines.push(...detail('To earn:', `${named.join('; ')}.`, at, indent));
  }
  if (step.gain.length > 0) lines.push(...detail('To gain:', `${names(step.gain, 4)}.`, at, indent));
  if (step.bring.length > 0) lines.push(...detail('You bring:', `${names(step.bring, 4)}.`, at, indent));
  lines.push(...detail('Why:', `${step.why.map((reason) => reasonText(reason, look)).join('; ')}.`, at, indent));
  return lines;
}

const KINDS: readonly StepKind[] = ['advancement', 'lateral', 'change'];

const KIND_TITLES: Record<Neighbourhood['direction'], Record<StepKind, string>> = {
  next: { advancement: 'Advancements', lateral: 'Lateral moves', change: 'Changes of field' },
  from: {
    advancement: 'They advance from',
    lateral: 'They move across from',
    change: 'They change field from',
  },
};

const whereOf = ({ industry, education }: Card): string =>
  industry ? `${industry}; ${lower(EDUCATION_WORDS[education])}` : lower(EDUCATION_WORDS[education]);

/** An arrow up, a level sign, or a bullet for another field. */
export const kindMark = (kind: StepKind, look: Look): string => {
  const glyph = glyphs(look);
  return kind === 'advancement' ? glyph.up : kind === 'lateral' ? glyph.flat : glyph.bullet;
};

export function neighbourhoodText(value: Neighbourhood, look: Look): string {
  const at = { ...look, width: Math.min(look.width, READING_WIDTH) };
  const { style } = at;
  const title =
    value.direction === 'next'
      ? `Where one goes from ${value.occupation.title}`
      : `Who gets to be ${value.occupation.title}`;
  const lines = wrap(title, at.width).map(style.title);
  for (const kind of KINDS) {
    const steps = value.steps[kind];
    if (steps.length === 0) continue;
    const total = value.total[kind];
    const of = total > steps.length ? `${steps.length} of ${total}; --all shows them all` : `${total}`;
    lines.push('', ...wrap(`${KIND_TITLES[value.direction][kind]} (${of})`, at.width).map(style.heading));
    const mark = kindMark(kind, at);
    for (const step of steps) {
      const other = value.direction === 'next' ? step.to : step.from;
      const [first = '', ...rest] = wrap(`${other.title}, ${whereOf(other)}`, at.width - 4);
      lines.push(`  ${mark} ${style.title(first)}`, ...rest.map((line) => `    ${style.title(line)}`));
      lines.push(...stepDetails(step, at));
    }
  }
  const cards = [
    value.occupation,
    ...Object.values(value.steps).flatMap((steps) => steps.flatMap(({ from, to }) => [from, to])),
  ];
  if (lines.length > 1) lines.push('', ...wrap(figuresNote(cards), at.width).map(style.faint));
  else lines.push('', ...wrap('No steps are known.', at.width));
  return `${lines.join('\n')}\n`;
}

/** kind, slug, title, years, pay before, pay after, per cent, why: one step a line. */
export const neighbourhoodPlain = (value: Neighbourhood, look: Look): string =>
  KINDS.flatMap((kind) => value.steps[kind])
    .map((step) => {
      const other = value.direction === 'next' ? step.to : step.from;
      const why = step.why.map((reason) => reasonText(reason, look)).join('; ');
      const { pay, takes } = step;
      return [
        step.kind,
        other.slug,
        other.title,
        takes.years,
        pay?.before,
        pay?.after,
        pay && Math.round(pay.percent),
        why,
      ];
    })
    .map((cells) => `${cells.map((cell) => clean(String(cell ?? ''))).join('\t')}\n`)
    .join('');

export const stepsCount = (n: number): string => plural(n, 'step');
