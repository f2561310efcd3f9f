/** One occupation, as a person reads it. */
import type { Amount, Interest } from '../catalogue/model.js';
import type { Card, SourcedProfile } from '../catalogue/profile.js';
import { type Glyphs, glyphs, type Look, NO_STYLE } from './look.js';
import { table } from './table.js';
import { clean, padEnd, widthOf, wrap } from './text.js';
import {
  count,
  dollars,
  EDUCATION_WORDS,
  EXPERIENCE_WORDS,
  grouped,
  HOURS_WORDS,
  listed,
  oldness,
  PATIENT_CONTACT_WORDS,
  plural,
  REQUIREMENT_WORDS,
  SHIFT_WORDS,
  signed,
  sourceName,
  TRAINING_WORDS,
} from './words.js';

/** Prose is read best at this width, however wide the terminal. */
const READING_WIDTH = 96;
const INDENT = 2;
const NATION = 'United States';

type Block = string[];

/** The whole profile. */
export async function profileText(profile: SourcedProfile, look: Look): Promise<string> {
  const width = Math.min(look.width, READING_WIDTH);
  const at: Look = { ...look, width };
  const blocks: Block[] = [
    heading(profile, at),
    description(profile, at),
    section('Work settings', workSettings(profile), at),
    section('Education', education(profile), at, credentials(profile, at)),
    outlook(profile, at),
    await earnings(profile, at),
    section('Work schedule', schedule(profile), at),
    ...(await ladders(profile, at)),
    await leadsTo(profile, at),
    strengths(profile, at),
    sources(profile, at),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

const indented = (text: string, look: Look, by = INDENT): string[] =>
  wrap(text, look.width - by).map((line) => `${' '.repeat(by)}${line}`);

/** Text with a hanging indent after its first line. */
function hanging(first: string, text: string, look: Look, paint: (text: string) => string): string[] {
  const by = widthOf(first);
  const [head = '', ...rest] = wrap(text, look.width - by);
  return [`${paint(first)}${head}`, ...rest.map((line) => `${' '.repeat(by)}${line}`)];
}

function section(title: string, paragraphs: readonly string[], look: Look, more: Block = []): Block {
  if (paragraphs.length === 0 && more.length === 0) return [];
  return [look.style.heading(title), ...paragraphs.flatMap((text) => indented(text, look)), ...more];
}

export const breadcrumb = (profile: SourcedProfile, glyph: Glyphs): string => {
  const [home] = profile.standings;
  const crumbs = home ? ['Home', home.industry.title, home.area.title] : ['Home'];
  return [...crumbs, profile.card.title].join(` ${glyph.crumb} `);
};

function heading(profile: SourcedProfile, look: Look): Block {
  const { occupation } = profile;
  const { style } = look;
  const lines = wrap(breadcrumb(profile, glyphs(look)), look.width).map(style.faint);
  lines.push('', ...wrap(occupation.title, look.width).map(style.title));
  const code = [`Code ${occupation.code}`];
  if (occupation.officialTitle && occupation.officialTitle !== occupation.title) code.push(occupation.officialTitle);
  lines.push(...wrap(code.join(': '), look.width).map(style.faint));
  if (occupation.alsoCalled.length > 0) {
    lines.push(...hanging('Also called ', occupation.alsoCalled.join(', '), look, style.faint));
  }
  return lines;
}

function description(profile: SourcedProfile, look: Look): Block {
  const { occupation, standings } = profile;
  const [home] = standings;
  const lines: Block = [];
  if (home) {
    lines.push(
      ...hanging('Industry  ', home.industry.title, look, look.style.label),
      ...hanging('Area      ', home.area.title, look, look.style.label),
      '',
    );
  }
  lines.push(...wrap(occupation.summary, look.width), '', ...wrap(occupation.description, look.width));
  if (occupation.specialities.length > 0) {
    lines.push('', look.style.heading('Specialities'));
    for (const { title, text } of occupation.specialities) {
      lines.push(
        ...hanging(`  ${clean(title)}  `, text, look, look.style.label).flatMap((line) => tooWide(line, look)),
      );
    }
  }
  return lines;
}

/** A heading that leaves too little room beside it stands on a line of its own. */
const tooWide = (line: string, look: Look): string[] => (widthOf(line) <= look.width ? [line] : wrap(line, look.width));

function workSettings({ occupation }: SourcedProfile): string[] {
  const { workSettings: text, patientContact } = occupation;
  return [
    ...(text ? [text] : []),
    ...(patientContact ? [`Contact with patients: ${PATIENT_CONTACT_WORDS[patientContact]}.`] : []),
  ];
}

function education({ occupation }: SourcedProfile): string[] {
  const { level, training, experience, text } = occupation.education;
  const terms = [
    `${EDUCATION_WORDS[level]}.`,
    ...(training ? [`Training: ${TRAINING_WORDS[training]}.`] : []),
    ...(experience ? [`Experience in related work: ${EXPERIENCE_WORDS[experience]}.`] : []),
  ];
  return [terms.join(' '), ...(text ? [text] : [])];
}

function credentials({ occupation }: SourcedProfile, look: Look): Block {
  if (occupation.credentials.length === 0) return [];
  const bullet = `  ${glyphs(look).bullet} `;
  return [
    ...indented('Licenses and certifications', look).map(look.style.label),
    ...occupation.credentials.flatMap(({ name, kind, grantedBy, requirement }) =>
      hanging(bullet, `${name}: ${kind}, ${REQUIREMENT_WORDS[requirement]}. ${grantedBy}.`, look, look.style.faint),
    ),
  ];
}

/** "the whole code 21-1018, Substance abuse …" where the figures are not this occupation's alone. */
export function sharedFigures(profile: SourcedProfile): string | undefined {
  const { figuresOf, sharesCodeWith, occupation } = profile;
  const soc = occupation.code.slice(0, 7);
  if (figuresOf) return `These figures are published only for ${figuresOf.code}, ${figuresOf.title}, as a whole.`;
  if (sharesCodeWith.length === 0) return undefined;
  const others = sharesCodeWith.map(({ title }) => title);
  const named = others.length > 4 ? `${others.slice(0, 3).join(', ')} and ${others.length - 3} others` : listed(others);
  return `These figures are for the whole code ${soc}, which this occupation shares with ${named}.`;
}

function outlook(profile: SourcedProfile, look: Look): Block {
  const { outlook: figure } = profile.occupation.figures;
  const lines = [look.style.heading('Job outlook')];
  if (!figure) return [...lines, ...indented('No projections are published for this occupation.', look)];
  const glyph = glyphs(look);
  const [from = '', to = ''] = spanYears(figure.year);
  const arrow = figure.growth >= 0.5 ? glyph.up : figure.growth <= -0.5 ? glyph.down : glyph.flat;
  const paint = figure.growth < 0 ? look.style.bad : look.style.good;
  const words = `${arrow} ${signed(figure.growth)} from ${from} to ${to}: ${profile.outlookWords}.`;
  lines.push(...indented(words, look).map(paint));
  const change = `${figure.change > 0 ? '+' : ''}${grouped(figure.change)}`;
  lines.push(
    ...indented(
      `${grouped(figure.employment)} jobs in ${from}, ${grouped(figure.projected)} in ${to} (${change}); about ${plural(figure.openings, 'opening')} a year. ${NATION}.`,
      look,
    ),
  );
  return lines;
}

/** `2024-34` → 2024 and 2034. */
const spanYears = (span: string): [string, string] => {
  const [from = '', to = ''] = span.split('-');
  return [from, `${from.slice(0, 2)}${to}`];
};

async function earnings(profile: SourcedProfile, look: Look): Promise<Block> {
  const { pay } = profile.occupation.figures;
  const lines = [look.style.heading('Earnings')];
  if (!pay) {
    const national = profile.places.length > 0 ? 'No national pay' : 'No pay';
    lines.push(...indented(`${national} is published for this occupation.`, look));
  } else {
    const year = withAge(`${NATION}, May ${pay.year}`, pay.year, look);
    const annual = pay.annual.median !== 'not published';
    const hourly = pay.hourly.median !== 'not published';
    const parts = [
      annual ? `${dollars(pay.annual.median)} a year` : '',
      hourly ? `${dollars(pay.hourly.median, 'hour')} an hour` : '',
    ].filter(Boolean);
    const median = parts.length > 0 ? `Median ${parts.join(', ')} (${year}).` : `No pay is published (${year}).`;
    lines.push(...indented(median, look).map(look.style.title));
    if (!annual && hourly) lines.push(...indented('No annual pay is published: the work is seldom a full year.', look));
    lines.push(...(annual ? payBar(pay.annual, 'year', look) : hourly ? payBar(pay.hourly, 'hour', look) : []));
  }
  const shared = sharedFigures(profile);
  if (shared && (pay || profile.occupation.figures.outlook))
    lines.push(...indented(shared, look).map(look.style.faint));
  if (profile.places.length > 0) lines.push('', ...(await regional(profile, look)));
  return lines;
}

const withAge = (text: string, year: string, look: Look): string => {
  const age = oldness(year, look.year);
  return age ? `${text}, ${age}` : text;
};

const number = (amount: Amount): number | undefined =>
  typeof amount === 'number' ? amount : typeof amount === 'object' ? amount.atLeast : undefined;

const BAR_MOST = 48;
const BAR_LEAST = 12;

/** The 10th to the 90th percentile as a line, its middle half thick, the median marked. */
function payBar(
  scale: { p10: Amount; p25: Amount; median: Amount; p75: Amount; p90: Amount },
  per: 'year' | 'hour',
  look: Look,
): Block {
  const [p10, p25, median, p75, p90] = [scale.p10, scale.p25, scale.median, scale.p75, scale.p90].map(number);
  if (p10 === undefined || p25 === undefined || median === undefined || p75 === undefined || p90 === undefined)
    return [];
  if (!(p90 > p10)) return [];
  const low = dollars(scale.p10, per);
  const high = dollars(scale.p90, per);
  const room = Math.min(look.width - INDENT - widthOf(low) - widthOf(high) - 2, BAR_MOST);
  const said = `One in ten earns less than ${low}, one in ten ${typeof scale.p90 === 'object' ? '' : 'more than '}${high}.`;
  if (room < BAR_LEAST) return indented(said, look);
  const glyph = glyphs(look);
  const column = (value: number): number => Math.round(((value - p10) / (p90 - p10)) * (room - 1));
  const bar = Array.from({ length: room }, (_, i) => {
    if (i === column(median)) return glyph.tick;
    return i >= column(p25) && i <= column(p75) ? glyph.full : glyph.line;
  }).join('');
  const legend = `10th percentile, median (${glyph.tick}), 90th percentile; ${glyph.full}${glyph.full} the middle half`;
  return [`  ${low} ${look.style.good(bar)} ${high}`, ...indented(legend, look).map(look.style.faint)];
}

async function regional(profile: SourcedProfile, look: Look): Promise<Block> {
  const { places } = profile;
  const [first] = places;
  if (!first) return [];
  const year = withAge(`${first.year}`, first.year, look);
  const drawn = await table(
    [
      { head: 'Place', least: 12 },
      { head: 'Median', align: 'right' },
      { head: 'Entry', align: 'right', rank: 2 },
      { head: 'Experienced', align: 'right', rank: 3 },
      { head: 'Jobs', align: 'right', rank: 4 },
    ],
    places.map(({ place, median, entry, experienced, employment }) => [
      place.title,
      dollars(median),
      dollars(entry),
      dollars(experienced),
      count(employment),
    ]),
    { ...look, width: look.width - INDENT },
  );
  const under = `Pay a year in ${year} (${profile.sources[first.source]?.publisher ?? first.source}):`;
  return [...indented(under, look).map(look.style.faint), ...drawn.split('\n').map((line) => `  ${line}`)];
}

function schedule({ occupation }: SourcedProfile): string[] {
  if (!occupation.schedule) return [];
  const { hours, shifts, text } = occupation.schedule;
  return [`${HOURS_WORDS[hours]}: ${listed(shifts.map((shift) => SHIFT_WORDS[shift]))}.`, text];
}

const cardPay = (card: Card): string => {
  if (!card.pay || card.pay.median === 'not published') return 'pay not published';
  return `${dollars(card.pay.median, card.pay.per)}${card.pay.per === 'hour' ? ' an hour' : ''}`;
};

async function ladders(profile: SourcedProfile, look: Look): Promise<Block[]> {
  const [home, ...others] = profile.standings;
  if (!home) return [];
  const glyph = glyphs(look);
  const rows: string[][] = [];
  if (home.next)
    rows.push([`${glyph.up} Next`, home.next.title, EDUCATION_WORDS[home.next.education], cardPay(home.next)]);
  rows.push([`${glyph.here} Here`, profile.card.title, EDUCATION_WORDS[home.rung], cardPay(profile.card)]);
  if (home.previous) {
    rows.push([
      `${glyph.down} Previous`,
      home.previous.title,
      EDUCATION_WORDS[home.previous.education],
      cardPay(home.previous),
    ]);
  }
  const drawn = await table(
    [
      { head: '' },
      { head: '', least: 10 },
      { head: '', least: 10, rank: 2 },
      { head: '', align: 'right', least: 8, rank: 1 },
    ],
    rows,
    { ...look, width: look.width - INDENT },
  );
  const title = `The ladder: ${home.industry.title} ${glyph.crumb} ${home.area.title}`;
  const ladder = [...wrap(title, look.width).map(look.style.heading), ...drawn.split('\n').map((line) => `  ${line}`)];
  const also =
    others.length === 0
      ? []
      : [
          look.style.heading('Also on these ladders'),
          ...others.flatMap(({ industry, area }) =>
            hanging(`  ${glyph.bullet} `, `${industry.title} ${glyph.crumb} ${area.title}`, look, look.style.faint),
          ),
        ];
  return [ladder, also];
}

async function leadsTo(profile: SourcedProfile, look: Look): Promise<Block> {
  if (profile.leadsTo.length === 0) return [];
  const lines = [look.style.heading('Leads to')];
  for (const to of profile.leadsTo) {
    const needs = to.needs ? ` ${to.needs}` : '';
    const [first = '', ...rest] = wrap(`${to.title} (${cardPay(to)}).${needs}`, look.width - 4);
    lines.push(`  ${look.style.faint(glyphs(look).bullet)} ${first}`, ...rest.map((line) => `    ${line}`));
  }
  return lines;
}

/** The strongest interests, most important skills and knowledge, hot technology. */
function strengths(profile: SourcedProfile, look: Look): Block {
  const { interests, skills, knowledge, jobZone, technology } = profile.occupation.figures;
  const lines: Block = [];
  const add = (label: string, text: string): void => {
    lines.push(...hanging(`  ${padEnd(label, 'Preparation'.length)}  `, text, look, look.style.label));
  };
  if (jobZone) add('Preparation', `job zone ${jobZone.zone} of 5${jobZone.preliminary ? ', preliminary' : ''}`);
  if (interests) {
    const strongest = (Object.entries(interests.scores) as [Interest, number][])
      .sort((a, b) => b[1] - a[1])
      .slice(0, 3);
    add('Interests', listed(strongest.map(([name]) => name)));
  }
  const names = (values: Record<string, number>, n: number): string => Object.keys(values).slice(0, n).join(', ');
  if (skills) add('Skills', names(skills.values, 6));
  if (knowledge) add('Knowledge', names(knowledge.values, 5));
  const tools = technology?.inDemand.length ? technology.inDemand : technology?.hot;
  if (tools?.length) add('Technology', tools.slice(0, 6).join(', '));
  return lines.length === 0 ? [] : [look.style.heading('What it draws on'), ...lines];
}

function sources(profile: SourcedProfile, look: Look): Block {
  const used = Object.values(profile.sources);
  if (used.length === 0) return [];
  return [
    look.style.faint('Sources'),
    ...used.flatMap(({ title, publisher, release, date }) => {
      const age = oldness(date, look.year);
      return indented(`${sourceName(title, release)} (${publisher}, ${date}${age ? `: ${age}` : ''}).`, look).map(
        look.style.faint,
      );
    }),
  ];
}

/** `label: value` lines, never wrapped: for a pipe and for a screen reader. */
export function plainProfile(profile: SourcedProfile, look: Look): string {
  const { occupation, standings } = profile;
  const [home] = standings;
  const lines: string[] = [];
  const add = (label: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') lines.push(`${label}: ${clean(value)}`);
  };
  const neighbour = (at: Card | undefined): string =>
    at ? `${at.title}; ${EDUCATION_WORDS[at.education]}; ${cardPay(at)}; ${at.slug}` : 'none';
  add('Path', breadcrumb(profile, glyphs({ ...look, unicode: false })));
  add('Title', occupation.title);
  add('Slug', occupation.slug);
  add('Code', occupation.code);
  add('Official title', occupation.officialTitle);
  add('Also called', occupation.alsoCalled.join(', '));
  add('Industry', home?.industry.title);
  add('Area', home?.area.title);
  add('Summary', occupation.summary);
  add('Description', occupation.description);
  for (const { title, text } of occupation.specialities) add('Speciality', `${title}. ${text}`);
  add('Work settings', workSettings(profile).join(' '));
  add('Education', education(profile).join(' '));
  for (const c of occupation.credentials) {
    add('Credential', `${c.name}; ${c.kind}; ${REQUIREMENT_WORDS[c.requirement]}; ${c.grantedBy}`);
  }
  const { outlook: projected, pay } = occupation.figures;
  if (projected) {
    const [from, to] = spanYears(projected.year);
    add('Job outlook', `${signed(projected.growth)} from ${from} to ${to}, ${profile.outlookWords}; ${NATION}`);
    add(`Jobs in ${from}`, grouped(projected.employment));
    add(`Jobs in ${to}`, grouped(projected.projected));
    add('Openings a year', grouped(projected.openings));
  } else add('Job outlook', 'not published');
  if (pay) {
    const place = withAge(`${NATION}, May ${pay.year}`, pay.year, look);
    add('Earnings, median a year', `${dollars(pay.annual.median)}; ${place}`);
    add('Earnings, median an hour', `${dollars(pay.hourly.median, 'hour')}; ${place}`);
    add(
      'Earnings, 10th to 90th percentile',
      `${dollars(pay.annual.p10)} to ${dollars(pay.annual.p90)} a year; ${place}`,
    );
  } else add('Earnings', 'not published');
  add('Figures', sharedFigures(profile));
  for (const row of profile.places) {
    add(
      `Earnings in ${row.place.title.replaceAll(':', '')}`,
      `median ${dollars(row.median)}, entry ${dollars(row.entry)}, experienced ${dollars(row.experienced)} a year; ${withAge(row.year, row.year, look)}`,
    );
  }
  add('Work schedule', schedule(profile).join(' '));
  if (home) {
    add('Ladder', `${home.industry.title} > ${home.area.title}`);
    add('Previous', neighbour(home.previous));
    add('Next', neighbour(home.next));
  }
  for (const { path } of standings.slice(1)) add('Also on', path);
  for (const to of profile.leadsTo)
    add('Leads to', `${to.title}; ${cardPay(to)}; ${to.needs ?? ''}`.replace(/; $/, ''));
  for (const line of strengths(profile, { ...look, width: Number.MAX_SAFE_INTEGER, style: NO_STYLE }).slice(1)) {
    const [, label = '', value = ''] = /^ {2}(\S+) +(.*)$/.exec(line) ?? [];
    add(label, value);
  }
  for (const { title, publisher, release, date } of Object.values(profile.sources)) {
    add('Source', `${title}, ${release}; ${publisher}; ${date}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Several occupations to choose from. A command is never broken over two lines. */
export async function offerText(cards: readonly Card[], title: string, look: Look): Promise<string> {
  const heading = wrap(title, look.width).map(look.style.title).join('\n');
  const commands = cards.map((card) => `ladders show ${card.slug}`);
  const longest = Math.max(...commands.map(widthOf));
  if (longest + 24 > look.width) {
    const lines = cards.flatMap((card) => [...wrap(card.title, look.width), look.style.faint(`  ${card.slug}`)]);
    return `${heading}\n\n${lines.join('\n')}\n\n${look.style.faint('To see one: ladders show SLUG')}\n`;
  }
  const drawn = await table(
    [
      { head: 'Title', least: 16 },
      { head: 'Code', rank: 3 },
      { head: 'Where', least: 14, rank: 2 },
      { head: 'To see it' },
    ],
    cards.map((card, i) => [card.title, card.code, whereOf(card, look), commands[i] ?? '']),
    look,
  );
  return `${heading}\n\n${drawn}\n`;
}

/** `Healthcare › Information`. */
export const whereOf = (card: Card, look: Look): string =>
  card.industry && card.area ? `${card.industry} ${glyphs(look).crumb} ${card.area}` : '';

/** slug, title, code, path: one occupation a line. */
export const offerPlain = (cards: readonly Card[]): string =>
  cards.map((card) => `${[card.slug, card.title, card.code, card.path].join('\t')}\n`).join('');
