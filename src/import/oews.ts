/** Occupational Employment and Wage Statistics, national: `national_M2025_dl.xlsx`, or the zip it comes in. */

import { isCombined, publishedUnder } from '../catalogue/combined.js';
import { type Amount, socOf } from '../catalogue/model.js';
import { SOC_2018 } from '../catalogue/soc.js';
import { amountText, type Fields, NATION, type Reading } from './reading.js';
import {
  type Published,
  type Row,
  readCode,
  readNumber,
  readRows,
  type Table,
  tablesOf,
  where,
  wrongLayout,
} from './tables.js';

const COLUMNS = {
  areaType: 'AREA_TYPE',
  industry: 'I_GROUP',
  code: 'OCC_CODE',
  group: 'O_GROUP',
  employment: 'TOT_EMP',
  hourlyMean: 'H_MEAN',
  hourly10: 'H_PCT10',
  hourly25: 'H_PCT25',
  hourlyMedian: 'H_MEDIAN',
  hourly75: 'H_PCT75',
  hourly90: 'H_PCT90',
  annualMean: 'A_MEAN',
  annual10: 'A_PCT10',
  annual25: 'A_PCT25',
  annualMedian: 'A_MEDIAN',
  annual75: 'A_PCT75',
  annual90: 'A_PCT90',
} as const;
type Column = keyof typeof COLUMNS;

export async function readOews(files: readonly Published[]): Promise<Reading> {
  const tables = (await Promise.all(files.filter(({ name }) => /\.xlsx$/i.test(name)).map(tablesOf))).flat();
  const estimates = tables.filter(({ rows }) => rows[0]?.some((head) => /^occ_code$/i.test(head)));
  const table = estimates[0] ?? tables[0];
  if (!table) throw wrongLayout(files.map(({ name }) => name).join(', ') || 'the files', 'there is no .xlsx workbook');
  if (estimates.length > 1) {
    throw wrongLayout(estimates.map((t) => t.file).join(', '), 'these are several releases; give one at a time');
  }
  const rows = readRows(table, COLUMNS);
  const year = releaseYear(table, tables);
  const id = `oews-${year}`;
  const floors = topFloors(tables);

  const byCode = new Map<string, Fields>();
  for (const row of rows) {
    const national = row.get('areaType') === '1' && row.get('industry') === 'cross-industry';
    if (row.get('group') !== 'detailed' || !national) continue;
    const code = readCode(row.get('code'));
    if (!isCombined(code) && !SOC_2018.has(code)) {
      throw wrongLayout(where(table, row.number), `"${code}" is no SOC 2018 code`);
    }
    if (byCode.has(code)) throw wrongLayout(where(table, row.number), `${code} is there a second time`);
    byCode.set(code, {
      source: id,
      place: NATION,
      year,
      code,
      employment: amountText(amount(table, row, 'employment', undefined)),
      annual: scale(
        table,
        row,
        ['annualMean', 'annual10', 'annual25', 'annualMedian', 'annual75', 'annual90'],
        floors.annual,
      ),
      hourly: scale(
        table,
        row,
        ['hourlyMean', 'hourly10', 'hourly25', 'hourlyMedian', 'hourly75', 'hourly90'],
        floors.hourly,
      ),
    });
  }
  if (byCode.size === 0)
    throw wrongLayout(where(table), 'there is no row of a detailed occupation in the whole country');
  return {
    releases: [
      {
        id,
        source: {
          title: 'Occupational Employment and Wage Statistics',
          publisher: 'U.S. Bureau of Labor Statistics',
          release: `May ${year}`,
          date: `${Number(year) + 1}`,
          url: 'https://www.bls.gov/oes/',
          licence: 'Public domain',
          credit: `U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May ${year}.`,
        },
      },
    ],
    figures: (code): Fields => {
      const under = publishedUnder(socOf(code), (c) => byCode.has(c));
      const pay = under === undefined ? undefined : byCode.get(under);
      return pay ? { pay } : {};
    },
    notes: [],
  };
}

/** The survey's year, from the description sheet ("May 2025 OEWS Estimates"), else from the file's or sheet's name. */
function releaseYear(table: Table, tables: readonly Table[]): string {
  const said = tables
    .flatMap(({ rows }) => rows.slice(0, 5).flat())
    .map((text) => /^May (\d{4}) OEWS/.exec(text)?.[1])
    .find((found) => found !== undefined);
  const named = /M(\d{4})/.exec(`${table.sheet} ${table.file}`)?.[1];
  const year = said ?? named;
  if (year === undefined) throw wrongLayout(where(table), 'nothing says which May the estimates are of');
  return year;
}

/** What `#` stands for, as the description sheet says: "#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year". */
function topFloors(tables: readonly Table[]): { annual: number | undefined; hourly: number | undefined } {
  const note = tables.flatMap(({ rows }) => rows.flat()).find((text) => /^#\s*=/.test(text)) ?? '';
  const number = (found: RegExpExecArray | null): number | undefined =>
    found?.[1] === undefined ? undefined : Number(found[1].replaceAll(',', ''));
  return {
    annual: number(/\$([\d,.]+) per year/.exec(note)),
    hourly: number(/\$([\d,.]+) per hour/.exec(note)),
  };
}

function amount(table: Table, row: Row<Column>, column: Column, floor: number | undefined): Amount {
  const text = row.get(column);
  if (text === '*' || text === '**') return 'not published';
  if (text === '#') {
    if (floor === undefined) throw wrongLayout(where(table, row.number), '"#" stands for a top that no sheet explains');
    return { atLeast: floor };
  }
  return readNumber(table, row.number, text);
}

function scale(table: Table, row: Row<Column>, columns: readonly Column[], floor: number | undefined): Fields {
  const names = ['mean', 'p10', 'p25', 'median', 'p75', 'p90'];
  return Object.fromEntries(columns.map((column, i) => [names[i], amountText(amount(table, row, column, floor))]));
}
