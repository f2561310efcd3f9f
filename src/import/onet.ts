/**
 * The O*NET database, as tab-delimited text or as workbooks: the folder or zip of a release, or single tables of it.
 * A release is a set of tables; each one found gives its part of the figures.
 */
import { type EducationLevel, INTERESTS, RELATED_TIERS, socOf } from '../catalogue/model.js';
import { SOC_2018 } from '../catalogue/soc.js';
import { type Fields, NATION, numberText, type Reading } from './reading.js';
import { type Published, type Row, readNumber, readRows, type Table, tablesOf, where, wrongLayout } from './tables.js';

const CODE = 'O*NET-SOC Code';
const ONET_CODE = /^\d{2}-\d{4}\.\d{2}$/;
const TOP_SKILLS = 10;
const TOP_KNOWLEDGE = 5;
const MOST_RELATED = 10;

/** O*NET's twelve categories of required education, on the catalogue's scale. */
const REQUIRED_EDUCATION: readonly EducationLevel[] = [
  'none',
  'high-school',
  'certificate',
  'some-college',
  'associate',
  'bachelor',
  'bachelor',
  'master',
  'master',
  'doctoral',
  'doctoral',
  'doctoral',
];

/** The tables of a release by their names. */
const TABLES = {
  alternateTitles: 'Alternate Titles',
  reportedTitles: 'Sample of Reported Titles',
  jobZones: 'Job Zones',
  education: 'Education, Training, and Experience',
  interests: 'Interests',
  related: 'Related Occupations',
  technology: 'Technology Skills',
  skills: 'Skills',
  knowledge: 'Knowledge',
} as const;
type TableName = keyof typeof TABLES;
/** Of late these two are published apart from the rest. */
const APART: readonly TableName[] = ['skills', 'knowledge'];

export async function readOnet(
  files: readonly Published[],
  options: { release: string | undefined; whole: boolean },
): Promise<Reading> {
  const release = await releaseOf(files, options.release);
  const { version } = release;
  const id = `onet-${version}`;

  const found = new Map<TableName, Published>();
  for (const name of Object.keys(TABLES) as TableName[]) {
    const file = files.find((f) => f.name.replace(/\.[a-z]+$/i, '') === TABLES[name]);
    if (file) found.set(name, file);
  }
  const absent = (Object.keys(TABLES) as TableName[]).filter((name) => !found.has(name));
  const missing = absent.filter((name) => !APART.includes(name));
  const apart = [...found.keys()].every((name) => APART.includes(name));
  if (found.size === 0 || (options.whole && !apart && missing.length > 0)) {
    const names = (found.size === 0 ? Object.values(TABLES) : missing.map((name) => TABLES[name])).map((n) => `"${n}"`);
    throw wrongLayout(`O*NET ${version}`, `there is no table ${names.join(', ')}`);
  }
  const table = async (name: TableName): Promise<Table | undefined> => {
    const file = found.get(name);
    return file && (await tablesOf(file))[0];
  };
  const cite = (code: string): Fields => ({ source: id, place: NATION, year: release.year, code });

  const parts: ((code: string) => Fields)[] = [];
  const add = (name: string, byCode: ReadonlyMap<string, Fields>): void => {
    parts.push((code) => {
      const figure = byCode.get(code);
      return figure ? { [name]: { ...cite(code), ...figure } } : {};
    });
  };
  const jobZones = await table('jobZones');
  if (jobZones) add('job-zone', readJobZones(jobZones));
  const education = await table('education');
  if (education) add('required-education', readEducation(education));
  const interests = await table('interests');
  if (interests) add('interests', readInterests(interests));
  const related = await table('related');
  if (related) add('related', readRelated(related));
  const technology = await table('technology');
  if (technology) add('technology', readTechnology(technology));
  const skills = await table('skills');
  if (skills) add('skills', readImportance(skills, TOP_SKILLS));
  const knowledge = await table('knowledge');
  if (knowledge) add('knowledge', readImportance(knowledge, TOP_KNOWLEDGE));
  const alternate = await table('alternateTitles');
  const reported = await table('reportedTitles');
  const titles = alternate && reported && readJobTitles(alternate, reported);

  return {
    releases: [
      {
        id,
        source: {
          title: `O*NET ${version} Database`,
          publisher: 'U.S. Department of Labor, Employment and Training Administration',
          release: version,
          date: release.date,
          url: 'https://www.onetcenter.org/database.html',
          licence: 'CC BY 4.0',
          credit: `This product includes information from the O*NET ${version} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. Changed here: the most important values of each table were chosen, required education was put on eight levels, and titles were de-duplicated.`,
        },
      },
    ],
    figures: (code) => Object.assign({}, ...parts.map((part) => part(onetCode(code)))),
    ...(titles && { jobTitles: (code: string) => titles.get(onetCode(code)) ?? [] }),
    notes: (options.whole ? absent : []).map(
      (name) => `"${TABLES[name]}" is not among these files: what comes from it stays as it is.`,
    ),
  };
}

/** A record may carry the SOC code alone; O*NET's general code of it ends in .00. */
const onetCode = (code: string): string => (code.includes('.') ? code : `${code}.00`);

interface ReleaseName {
  version: string;
  year: string;
  date: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** From what the person says (`30.1 December 2025`), else from the release's own Read Me. */
async function releaseOf(files: readonly Published[], said: string | undefined): Promise<ReleaseName> {
  const readMe = files.find(({ name }) => /^read ?me\.txt$/i.test(name));
  const text = said ?? (readMe ? (await readMe.bytes()).toString('utf8') : '');
  const version = /(\d+\.\d+)/.exec(text)?.[1];
  const [, month = '', year] = /([A-Z][a-z]+) (20\d{2})/.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (version === undefined || year === undefined || number === 0) {
    const at = said === undefined ? (readMe?.name ?? 'the files') : '--release';
    throw wrongLayout(at, 'nothing says which release this is (a "Read Me.txt", or --release "30.1 December 2025")');
  }
  return { version, year, date: `${year}-${String(number).padStart(2, '0')}` };
}

/** The rows of a table that have an O*NET-SOC code. */
function* coded<C extends string>(table: Table, columns: Record<C, string>): Generator<Row<C | 'code'>> {
  const rows = readRows(table, { ...columns, code: CODE } as Record<C | 'code', string>);
  for (const row of rows) {
    const code = row.get('code');
    if (!ONET_CODE.test(code) || !SOC_2018.has(socOf(code))) {
      throw wrongLayout(where(table, row.number), `"${code}" is no O*NET-SOC 2019 code`);
    }
    yield row;
  }
}

const list = <T>(map: Map<string, T[]>, key: string): T[] => {
  const known = map.get(key);
  if (known) return known;
  const fresh: T[] = [];
  map.set(key, fresh);
  return fresh;
};

function readJobZones(table: Table): Map<string, Fields> {
  const byCode = new Map<string, Fields>();
  for (const row of coded(table, { zone: 'Job Zone', domain: 'Domain Source' })) {
    const preliminary = /preliminary/i.test(row.get('domain'));
    byCode.set(row.get('code'), {
      zone: String(readNumber(table, row.number, row.get('zone'))),
      ...(preliminary && { preliminary: 'true' }),
    });
  }
  return byCode;
}

/** Shares are one whole: an occupation of which O*NET withholds one has none. */
function readEducation(table: Table): Map<string, Fields> {
  const shares = new Map<string, Map<EducationLevel, number>>();
  const withheld = new Set<string>();
  const columns = { scale: 'Scale ID', category: 'Category', value: 'Data Value', suppress: 'Recommend Suppress' };
  for (const row of coded(table, columns)) {
    if (row.get('scale') !== 'RL') continue;
    if (row.get('suppress') === 'Y' || row.get('value') === 'n/a') {
      withheld.add(row.get('code'));
      continue;
    }
    const level = REQUIRED_EDUCATION[readNumber(table, row.number, row.get('category')) - 1];
    if (!level)
      throw wrongLayout(where(table, row.number), `there is no category ${row.get('category')} of required education`);
    const of = shares.get(row.get('code')) ?? new Map<EducationLevel, number>();
    of.set(level, (of.get(level) ?? 0) + readNumber(table, row.number, row.get('value')));
    shares.set(row.get('code'), of);
  }
  return new Map(
    [...shares]
      .filter(([code]) => !withheld.has(code))
      .map(([code, of]) => [
        code,
        {
          shares: Object.fromEntries(
            [...of].filter(([, share]) => share > 0).map(([level, share]) => [level, numberText(share)]),
          ),
        },
      ]),
  );
}

function readInterests(table: Table): Map<string, Fields> {
  const scores = new Map<string, Map<string, string>>();
  for (const row of coded(table, { name: 'Element Name', scale: 'Scale ID', value: 'Data Value' })) {
    if (row.get('scale') !== 'OI' || row.get('value') === 'n/a') continue;
    const of = scores.get(row.get('code')) ?? new Map<string, string>();
    of.set(row.get('name').toLowerCase(), numberText(readNumber(table, row.number, row.get('value'))));
    scores.set(row.get('code'), of);
  }
  const whole = [...scores].filter(([, of]) => INTERESTS.every((interest) => of.has(interest)));
  return new Map(
    whole.map(([code, of]) => [code, { scores: Object.fromEntries(INTERESTS.map((i) => [i, of.get(i) ?? ''])) }]),
  );
}

function readRelated(table: Table): Map<string, Fields> {
  const related = new Map<string, { index: number; code: string; tier: string }[]>();
  for (const row of coded(table, { related: 'Related O*NET-SOC Code', tier: 'Relatedness Tier', index: 'Index' })) {
    const tier = row.get('tier').toLowerCase();
    if (!RELATED_TIERS.some((known) => known === tier))
      throw wrongLayout(where(table, row.number), `"${row.get('tier')}" is no tier of relatedness`);
    const index = readNumber(table, row.number, row.get('index'));
    list(related, row.get('code')).push({ index, code: row.get('related'), tier });
  }
  return new Map(
    [...related].map(([code, of]) => {
      const closest = of.sort((a, b) => a.index - b.index).slice(0, MOST_RELATED);
      return [code, { occupations: Object.fromEntries(closest.map((r) => [r.code, r.tier])) }];
    }),
  );
}

function readTechnology(table: Table): Map<string, Fields> {
  const hot = new Map<string, string[]>();
  const inDemand = new Map<string, string[]>();
  for (const row of coded(table, { example: 'Example', hot: 'Hot Technology', demand: 'In Demand' })) {
    const code = row.get('code');
    const name = row.get('example');
    if (row.get('hot') === 'Y' && !list(hot, code).includes(name)) list(hot, code).push(name);
    if (row.get('demand') === 'Y' && !list(inDemand, code).includes(name)) list(inDemand, code).push(name);
  }
  const codes = [...new Set([...hot.keys(), ...inDemand.keys()])];
  return new Map(
    codes.map((code) => [
      code,
      {
        ...(hot.has(code) && { hot: hot.get(code) ?? [] }),
        ...(inDemand.has(code) && { 'in-demand': inDemand.get(code) ?? [] }),
      },
    ]),
  );
}

function readImportance(table: Table, most: number): Map<string, Fields> {
  const ranked = new Map<string, [string, number][]>();
  const columns = { name: 'Element Name', scale: 'Scale ID', value: 'Data Value', suppress: 'Recommend Suppress' };
  for (const row of coded(table, columns)) {
    if (row.get('scale') !== 'IM' || row.get('suppress') === 'Y' || row.get('value') === 'n/a') continue;
    list(ranked, row.get('code')).push([row.get('name'), readNumber(table, row.number, row.get('value'))]);
  }
  return new Map(
    [...ranked].map(([code, values]) => {
      const top = values.sort((a, b) => b[1] - a[1]).slice(0, most);
      return [code, { scale: 'importance', values: Object.fromEntries(top.map(([name, n]) => [name, numberText(n)])) }];
    }),
  );
}

/** Every further title of each code, once: "CEO (Chief Executive Officer)" is two. */
function readJobTitles(alternate: Table, reported: Table): Map<string, readonly string[]> {
  const titles = new Map<string, Map<string, string>>();
  const add = (code: string, title: string): void => {
    for (const part of splitTitle(title)) {
      const of = titles.get(code) ?? new Map<string, string>();
      const key = part
        .toLowerCase()
        .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
        .trim();
      if (key !== '' && !of.has(key)) of.set(key, part);
      titles.set(code, of);
    }
  };
  for (const row of coded(alternate, { title: 'Alternate Title', short: 'Short Title' })) {
    add(row.get('code'), row.get('title'));
    if (row.get('short') !== 'n/a') add(row.get('code'), row.get('short'));
  }
  for (const row of coded(reported, { title: 'Reported Job Title' })) add(row.get('code'), row.get('title'));
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return new Map([...titles].map(([code, of]) => [code, [...of.values()].sort(byText)]));
}

/** "Registered Nurse (RN)" → both; a bracket that only narrows ("Nurse (Night)") stays where it is. */
function splitTitle(title: string): string[] {
  const clean = title.replace(/\s+/g, ' ').trim();
  const bracket = /^(.+?) \(([^()]+)\)$/.exec(clean);
  if (!bracket) return clean === '' || clean === 'n/a' ? [] : [clean];
  const [, outer = '', inner = ''] = bracket;
  const initials = (text: string): string => (text.match(/\b[\p{L}]/gu) ?? []).join('').toUpperCase();
  const letters = (text: string): string => text.toUpperCase().replace(/[^\p{L}]/gu, '');
  const shortened =
    (letters(inner).length <= letters(outer).length && isShortening(letters(inner), letters(outer))) ||
    (letters(outer).length < letters(inner).length && isShortening(letters(outer), letters(inner))) ||
    initials(outer) === letters(inner) ||
    initials(inner) === letters(outer);
  return shortened ? [outer, inner] : [clean];
}

/** Whether the letters of `short` come in this order in `long`, from its first letter. */
function isShortening(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
