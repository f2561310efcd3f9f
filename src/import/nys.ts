/** New York State's Occupational Employment and Wage Statistics: the state and its ten regions in one CSV. */

import { isCombined } from '../catalogue/combined.js';
import type { Amount } from '../catalogue/model.js';
import { SOC_2018 } from '../catalogue/soc.js';
import { amountText, type Fields, type PlaceReading, type Reading } from './reading.js';
import { type Published, readCode, readNumber, readRows, tablesOf, where, wrongLayout } from './tables.js';

const COLUMNS = {
  type: 'Area Type',
  area: 'Area Name',
  code: 'Standard Occupational Code',
  employment: 'Employment',
  mean: 'Mean Wage',
  median: 'Median Wage',
  entry: 'Entry Wage',
  experienced: 'Experienced Wage',
} as const;

const STATE = { type: '1', slug: 'new-york-state' };

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** @param year what the figures are of, where the file's name does not say it */
export async function readNys(files: readonly Published[], year: string | undefined): Promise<Reading> {
  const [file, another] = files.filter(({ name }) => /\.csv$/i.test(name));
  const [table] = file ? await tablesOf(file) : [];
  if (!file || !table)
    throw wrongLayout(files.map(({ name }) => name).join(', ') || 'the files', 'there is no .csv file');
  if (another) throw wrongLayout(`${file.name}, ${another.name}`, 'these are several releases; give one at a time');
  const of = year ?? /(?<!\d)(20\d{2})(?!\d)/.exec(file.name)?.[1];
  if (of === undefined) throw wrongLayout(file.name, 'nothing says which year the figures are of (give --year)');
  if (!/^20\d{2}$/.test(of)) throw wrongLayout('--year', `"${of}" is not a year such as 2022`);
  const id = `nys-oews-${of}`;

  const places = new Map<string, { title: string; type: string; codes: Map<string, Fields> }>();
  for (const row of readRows(table, COLUMNS)) {
    const code = readCode(row.get('code'));
    const title = row.get('area');
    if (slugOf(title) === '') throw wrongLayout(where(table, row.number), 'the row names no area');
    let place = places.get(title);
    if (!place) {
      place = { title, type: row.get('type'), codes: new Map() };
      places.set(title, place);
    }
    if (code === '00-0000') continue;
    if (!isCombined(code) && !SOC_2018.has(code)) {
      throw wrongLayout(where(table, row.number), `"${code}" is no SOC 2018 code`);
    }
    if (place.codes.has(code)) {
      throw wrongLayout(where(table, row.number), `${code} is there a second time for ${title}`);
    }
    const amount = (column: keyof typeof COLUMNS): string => {
      const text = row.get(column);
      const value: Amount = /^(\*{1,2}|N\/A)?$/i.test(text) ? 'not published' : readNumber(table, row.number, text);
      return amountText(value);
    };
    place.codes.set(code, {
      employment: amount('employment'),
      mean: amount('mean'),
      median: amount('median'),
      entry: amount('entry'),
      experienced: amount('experienced'),
    });
  }

  if (places.size === 0) throw wrongLayout(where(table), 'there is no row below the heads of the columns');
  return {
    releases: [
      {
        id,
        source: {
          title: 'Occupational Employment and Wage Statistics, New York State',
          publisher: 'New York State Department of Labor',
          release: of,
          date: of,
          url: 'https://dol.ny.gov/',
          licence: 'Open data',
          credit: `New York State Department of Labor, Occupational Employment and Wage Statistics, ${of}.`,
        },
      },
    ],
    places: [...places.values()].map(
      ({ title, type, codes }): PlaceReading => ({
        slug: slugOf(title),
        title,
        within: type === STATE.type ? undefined : STATE.slug,
        source: id,
        year: of,
        codes,
      }),
    ),
    notes: [],
  };
}
