/** Employment Projections: `occupation.xlsx` (1.2), `education.xlsx` (5.3, 5.4), `skills.xlsx` (6.5), each alone or together. */

import { isCombined, publishedUnder } from '../catalogue/combined.js';
import { type EducationLevel, type Experience, socOf, type Training } from '../catalogue/model.js';
import { SOC_2018 } from '../catalogue/soc.js';
import { type Fields, NATION, numberText, type Reading } from './reading.js';
import { type Published, readCode, readNumber, readRows, type Table, tablesOf, where, wrongLayout } from './tables.js';

const EDUCATION: ReadonlyMap<string, EducationLevel> = new Map([
  ['No formal educational credential', 'none'],
  ['High school diploma or equivalent', 'high-school'],
  ['Postsecondary nondegree award', 'certificate'],
  ['Some college, no degree', 'some-college'],
  ["Associate's degree", 'associate'],
  ["Bachelor's degree", 'bachelor'],
  ["Master's degree", 'master'],
  ['Doctoral or professional degree', 'doctoral'],
]);
const EXPERIENCE: ReadonlyMap<string, Experience> = new Map([
  ['None', 'none'],
  ['Less than 5 years', 'under-5-years'],
  ['5 years or more', '5-years-or-more'],
]);
const TRAINING: ReadonlyMap<string, Training> = new Map([
  ['None', 'none'],
  ['Short-term on-the-job training', 'short-term-on-the-job'],
  ['Moderate-term on-the-job training', 'moderate-term-on-the-job'],
  ['Long-term on-the-job training', 'long-term-on-the-job'],
  ['Internship/residency', 'internship-residency'],
  ['Apprenticeship', 'apprenticeship'],
]);

/** The columns of table 5.3, less than high school first. */
const ATTAINMENT: readonly [EducationLevel, string][] = [
  ['none', 'Less than high school diploma'],
  ['high-school', 'High school diploma or equivalent'],
  ['some-college', 'Some college, no degree'],
  ['associate', "Associate's degree"],
  ['bachelor', "Bachelor's degree"],
  ['master', "Master's degree"],
  ['doctoral', 'Doctoral or professional degree'],
];

const CODE = / National Employment Matrix code$/;
const TOP_SKILLS = 10;

export async function readProjections(files: readonly Published[]): Promise<Reading> {
  const tables = (await Promise.all(files.filter(({ name }) => /\.xlsx$/i.test(name)).map(tablesOf))).flat();
  const sheet = (name: string): Table | undefined => tables.find((table) => table.sheet === name);
  const found = {
    outlook: sheet('Table 1.2'),
    attainment: sheet('Table 5.3'),
    entry: sheet('Table 5.4'),
    skills: sheet('Table 6.5'),
  };
  if (!Object.values(found).some(Boolean)) {
    const names = files.map(({ name }) => name).join(', ') || 'the files';
    throw wrongLayout(names, 'there is none of the sheets "Table 1.2", "Table 5.3", "Table 5.4", "Table 6.5"');
  }
  const span = spanOf(tables);
  const id = `projections-${span}`;
  const base = span.slice(0, 4);
  for (const table of Object.values(found)) {
    const of = /\b(20\d{2}) National Employment Matrix code/.exec(table?.rows[1]?.join('\t') ?? '')?.[1];
    if (table && of !== undefined && of !== base) {
      throw wrongLayout(where(table, 1), `the codes are of ${of}, and other tables are projected from ${base}`);
    }
  }
  const readers: ((code: string) => Fields)[] = [];
  const add = (name: string, byCode: Map<string, Fields>): void => {
    readers.push((code) => {
      const under = publishedUnder(code, (c) => byCode.has(c));
      const figure = under === undefined ? undefined : byCode.get(under);
      return figure ? { [name]: figure } : {};
    });
  };
  const cite = (code: string, year: string): Fields => ({ source: id, place: NATION, year, code });

  if (found.outlook)
    add(
      'outlook',
      outlook(found.outlook, (code) => cite(code, span)),
    );
  if (found.entry)
    add(
      'entry',
      entry(found.entry, (code) => cite(code, base)),
    );
  if (found.attainment) {
    const years = /(\d{4})[–-](\d{2})/.exec(found.attainment.rows[0]?.[0] ?? '');
    if (!years) throw wrongLayout(where(found.attainment, 0), 'nothing says which years the attainment is of');
    add(
      'attainment',
      attainment(found.attainment, (code) => cite(code, `${years[1]}-${years[2]}`)),
    );
  }
  if (found.skills)
    add(
      'skills',
      skills(found.skills, (code) => cite(code, base)),
    );

  return {
    releases: [
      {
        id,
        source: {
          title: 'Employment Projections',
          publisher: 'U.S. Bureau of Labor Statistics',
          release: span,
          date: `${Number(base) + 1}`,
          url: 'https://www.bls.gov/emp/',
          licence: 'Public domain',
          credit: `Employment Projections ${span}, U.S. Bureau of Labor Statistics.`,
        },
      },
    ],
    figures: (code) => Object.assign({}, ...readers.map((read) => read(socOf(code)))),
    notes: Object.entries(found).flatMap(([name, table]) =>
      table ? [] : [`No table for ${name} in these files: it stays as it is.`],
    ),
  };
}

/** `2024-34`, as the sheets' first lines say it. */
function spanOf(tables: readonly Table[]): string {
  for (const { rows } of tables) {
    const text = rows.slice(0, 2).flat().join(' ');
    const span = /(20\d{2})[–-](?:20)?(\d{2})\b/.exec(text.replace(/2\d{3}–\d{2} \(Percent\)/, ''));
    if (span && Number(span[2]) - Number(span[1]?.slice(2)) === 10) return `${span[1]}-${span[2]}`;
  }
  for (const { rows } of tables) {
    const base = /(20\d{2}) National Employment Matrix code/.exec(rows[1]?.join(' ') ?? '')?.[1];
    if (base) return `${base}-${String((Number(base) + 10) % 100).padStart(2, '0')}`;
  }
  throw wrongLayout(tables.map(({ file }) => file)[0] ?? 'the files', 'nothing says which ten years are projected');
}

/** The detailed codes of a table, each with its row. Summary rows and foot notes are passed over. */
function* detailed<C extends string>(
  table: Table,
  columns: Record<C, string | RegExp>,
): Generator<{ code: string; row: number; get: (column: C) => string }> {
  for (const row of readRows(table, { ...columns, code: CODE } as Record<C | 'code', string | RegExp>)) {
    const code = readCode(row.get('code'));
    const isNote = code === '' && Object.keys(columns).every((column) => row.get(column as C) === '');
    if (isNote || code === '00-0000') continue;
    if (!isCombined(code) && !SOC_2018.has(code)) {
      throw wrongLayout(where(table, row.number), `"${code}" is no SOC 2018 code`);
    }
    yield { code, row: row.number, get: (column) => row.get(column) };
  }
}

type Cite = (code: string) => Fields;

function outlook(table: Table, cite: Cite): Map<string, Fields> {
  const [from, to] = yearsOf(table);
  const columns = {
    type: 'Occupation type',
    employment: `Employment, ${from}`,
    projected: `Employment, ${to}`,
    change: /^Employment change, numeric/,
    growth: /^Employment change, percent/,
    openings: /^Occupational openings/,
  };
  const byCode = new Map<string, Fields>();
  for (const { code, row, get } of detailed(table, columns)) {
    if (get('type') !== 'Line item') continue;
    const thousands = (text: string): string => String(Math.round(readNumber(table, row, text) * 1000));
    byCode.set(code, {
      ...cite(code),
      employment: thousands(get('employment')),
      projected: thousands(get('projected')),
      change: thousands(get('change')),
      growth: numberText(readNumber(table, row, get('growth'))),
      openings: thousands(get('openings')),
    });
  }
  return byCode;
}

/** The first and the last year of table 1.2, from its heads. */
function yearsOf(table: Table): [string, string] {
  const years = (table.rows[1] ?? []).flatMap((head) => /^Employment, (20\d{2})$/.exec(head)?.[1] ?? []);
  const [from, to] = years;
  if (from === undefined || to === undefined) {
    throw wrongLayout(where(table, 1), 'the columns "Employment, YEAR" of the first and the last year are missing');
  }
  return [from, to];
}

function entry(table: Table, cite: Cite): Map<string, Fields> {
  const columns = {
    education: 'Typical education needed for entry',
    experience: 'Work experience in a related occupation',
    training: /^Typical on-the-job training/,
  };
  const byCode = new Map<string, Fields>();
  for (const { code, row, get } of detailed(table, columns)) {
    const known = (values: ReadonlyMap<string, string>, text: string): string => {
      const value = values.get(text);
      if (value === undefined)
        throw wrongLayout(where(table, row), `"${text}" is none of ${[...values.keys()].join('; ')}`);
      return value;
    };
    byCode.set(code, {
      ...cite(code),
      education: known(EDUCATION, get('education')),
      experience: known(EXPERIENCE, get('experience')),
      training: known(TRAINING, get('training')),
    });
  }
  return byCode;
}

function attainment(table: Table, cite: Cite): Map<string, Fields> {
  const columns = Object.fromEntries(ATTAINMENT) as Record<EducationLevel, string>;
  const byCode = new Map<string, Fields>();
  for (const { code, row, get } of detailed(table, columns)) {
    const shares = ATTAINMENT.map(([level]) => [level, numberText(readNumber(table, row, get(level)))]);
    byCode.set(code, { ...cite(code), shares: Object.fromEntries(shares) });
  }
  return byCode;
}

function skills(table: Table, cite: Cite): Map<string, Fields> {
  const names = (table.rows[1] ?? []).slice(2).filter(Boolean);
  const columns = Object.fromEntries(names.map((name) => [name, name]));
  const byCode = new Map<string, Fields>();
  for (const { code, row, get } of detailed(table, columns)) {
    const ranked = names
      .map((name): [string, number] => [name, readNumber(table, row, get(name))])
      .sort((a, b) => b[1] - a[1])
      .slice(0, TOP_SKILLS);
    byCode.set(code, {
      ...cite(code),
      scale: 'percentile',
      values: Object.fromEntries(ranked.map(([name, rank]) => [name, String(rank)])),
    });
  }
  return byCode;
}
