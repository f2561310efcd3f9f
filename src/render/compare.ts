/** Occupations side by side; one under the other where the terminal is narrow. */
import type { Profile } from '../catalogue/profile.js';
import type { Comparison, Crossing, Measure } from '../paths/compare.js';
import { growthText } from './ladder.js';
import type { Look } from './look.js';
import { detail, payChangeText, yearsText } from './steps.js';
import { table } from './table.js';
import { clean, wrap } from './text.js';
import {
  dollars,
  EDUCATION_WORDS,
  EXPERIENCE_WORDS,
  figuresNote,
  grouped,
  HOURS_WORDS,
  listed,
  PATIENT_CONTACT_WORDS,
  SHIFT_WORDS,
  TRAINING_WORDS,
} from './words.js';

const MOST_WIDTH = 140;
const LABEL_WIDTH = 16;
const COLUMN_LEAST = 22;

type Field = [label: string, cells: string[]];

const BEST_WORDS: Record<Measure, string> = { pay: 'highest', growth: 'fastest', openings: 'most', jobs: 'most' };

/** Every field, a cell for each occupation; the better one said in words. */
function fields(value: Comparison, look: Look): Field[] {
  const { occupations, figures, best } = value;
  const of = (cell: (profile: Profile) => string | undefined): string[] => occupations.map((p) => cell(p) ?? '');
  const measured = (measure: Measure, say: (n: number) => string): string[] =>
    occupations.map(({ card }, i) => {
      const figure = figures[measure][i];
      if (figure === null || figure === undefined) return 'not published';
      const isBest = best[measure].includes(card.slug) && best[measure].length < occupations.length;
      return `${say(figure)}${isBest ? ` (${BEST_WORDS[measure]})` : ''}`;
    });
  const top = (values: Record<string, number> | undefined, n: number): string =>
    Object.keys(values ?? {})
      .slice(0, n)
      .join(', ');
  const strongest = ({ occupation }: Profile): string =>
    Object.entries(occupation.figures.interests?.scores ?? {})
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3)
      .map(([name]) => name)
      .join(', ');
  const all: Field[] = [
    ['What they do', of((p) => p.occupation.summary)],
    ['Stands in', of((p) => (p.card.industry ? `${p.card.industry}: ${p.card.area}` : ''))],
    ['Education', of((p) => EDUCATION_WORDS[p.card.education])],
    ['Training', of((p) => p.occupation.education.training && TRAINING_WORDS[p.occupation.education.training])],
    ['Experience', of((p) => p.occupation.education.experience && EXPERIENCE_WORDS[p.occupation.education.experience])],
    [
      'Credentials',
      of(
        (p) =>
          p.occupation.credentials
            .filter((c) => c.requirement !== 'voluntary')
            .map((c) => c.name)
            .join('; ') || 'none required',
      ),
    ],
    ['Median pay', measured('pay', (n) => `${dollars(n)} a year`)],
    ['Growth', measured('growth', (n) => growthText(n, look))],
    ['Openings a year', measured('openings', grouped)],
    ['Jobs', measured('jobs', grouped)],
    [
      'Schedule',
      of(
        (p) =>
          p.occupation.schedule &&
          `${HOURS_WORDS[p.occupation.schedule.hours]}: ${listed(p.occupation.schedule.shifts.map((s) => SHIFT_WORDS[s]))}`,
      ),
    ],
    ['Patients', of((p) => p.occupation.patientContact && PATIENT_CONTACT_WORDS[p.occupation.patientContact])],
    ['Work settings', of((p) => p.occupation.workSettings)],
    ['Interests', of(strongest)],
    ['Skills', of((p) => top(p.occupation.figures.skills?.values, 5))],
    ['Knowledge', of((p) => top(p.occupation.figures.knowledge?.values, 5))],
  ];
  return all.filter(([, cells]) => cells.some((cell) => cell !== ''));
}

export async function compareText(value: Comparison, look: Look): Promise<string> {
  const at = { ...look, width: Math.min(look.width, MOST_WIDTH) };
  const { style, width } = at;
  const titles = value.occupations.map(({ card }) => card.title);
  const rows = fields(value, at);
  const room = Math.floor((width - LABEL_WIDTH - 2) / titles.length) - 2;
  const lines: string[] = [];
  if (room >= COLUMN_LEAST) {
    const drawn = await table(
      [{ head: '' }, ...titles.map(() => ({ head: '', least: COLUMN_LEAST }))],
      [['', ...titles], ...rows.map(([label, cells]) => [label, ...cells])],
      at,
    );
    lines.push(...drawn.split('\n'));
  } else {
    value.occupations.forEach(({ card }, i) => {
      if (i > 0) lines.push('');
      lines.push(...wrap(card.title, width).map(style.title));
      for (const [label, cells] of rows)
        lines.push(...detail(`${label}:`, cells[i] || 'not said', { ...at, width: width - 2 }, '  '));
    });
  }
  lines.push('', style.heading('What all share'), ...sharedLines(value, at));
  for (const crossing of value.crossings) lines.push('', ...crossingLines(crossing, value, at));
  const note = figuresNote(
    value.occupations.map(({ card }) => card),
    true,
  );
  lines.push('', ...wrap(note, width).map(style.faint));
  return `${lines.join('\n')}\n`;
}

function sharedLines({ shared }: Comparison, look: Look): string[] {
  const parts: [string, readonly string[]][] = [
    ['Skills', shared.skills],
    ['Knowledge', shared.knowledge],
    ['Interests', shared.interests],
  ];
  const said = parts.filter(([, names]) => names.length > 0);
  if (said.length === 0)
    return wrap('Nothing among their most important skills, knowledge and interests.', look.width - 2).map(
      (line) => `  ${line}`,
    );
  return said.flatMap(([label, names]) =>
    detail(`${label}:`, names.map(clean).join(', '), { ...look, width: look.width - 2 }, '  '),
  );
}

function crossingLines(crossing: Crossing, { occupations }: Comparison, look: Look): string[] {
  const title = (slug: string): string => occupations.find(({ card }) => card.slug === slug)?.card.title ?? slug;
  const first = occupations[0]?.card.title ?? '';
  const at = { ...look, width: look.width - 2 };
  const gain = crossing.gain.slice(0, 5).map(({ name }) => clean(name));
  const bring = crossing.bring.slice(0, 5).map(({ name }) => clean(name));
  const study = crossing.study > 0 ? `${yearsText(crossing.study)} of full-time study` : 'no more schooling';
  const step = crossing.step
    ? `a direct ${crossing.step.kind === 'change' ? 'change of field' : `${crossing.step.kind} step`}`
    : 'no direct step is known (ladders path shows ways round)';
  return [
    ...wrap(`From ${first} to ${title(crossing.to)}`, look.width).map(look.style.heading),
    ...detail('Way:', `${step}; ${study}.`, at, '  '),
    ...detail('Pay:', `${payChangeText(crossing.pay, look)}.`, at, '  '),
    ...(gain.length > 0 ? detail('To gain:', `${gain.join(', ')}.`, at, '  ') : []),
    ...(bring.length > 0 ? detail('You bring:', `${bring.join(', ')}.`, at, '  ') : []),
  ];
}

/** field, then a cell for each occupation: one field a line. */
export const comparePlain = (value: Comparison, look: Look): string =>
  [['Title', value.occupations.map(({ card }) => card.title)] as Field, ...fields(value, look)]
    .map(([label, cells]) => `${[label, ...cells.map(clean)].join('\t')}\n`)
    .join('');
