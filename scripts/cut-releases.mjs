/**
 * Cuts the published releases down to some hundred occupations, for the tests of the importers: the same files, sheets,
 * heads, foot notes and values, with fewer rows. The same releases give the same cuts, byte for byte.
 *
 *     node scripts/cut-releases.mjs FOLDER
 *
 * FOLDER holds the releases as their publishers give them:
 *
 *     oews/                           national_M2024_dl.xlsx, national_M2025_dl.xlsx
 *     employment-projections-2024-34/ occupation.xlsx, education.xlsx, skills.xlsx
 *     nys-oews-2022/                  Occupational_Employment_and_Wage_Statistics.2022.csv
 *     onet-30.1/                      the tab-delimited text
 *     onet-29.0/                      Skills.xlsx, Knowledge.xlsx, Read Me.txt
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';

const SEED = 20240834;
const DRAWN = 90;
/** O*NET's workbooks are large: they are cut to the named codes and the first of the drawn. */
const DRAWN_OF_WORKBOOKS = 16;

/** Codes that the tests name, or that a release treats in a way of its own. */
const NAMED = [
  '11-1031', // no row in May 2025
  '13-1021',
  '13-1022',
  '15-1252',
  '19-2099', // two subdivisions
  '21-1011',
  '21-1014',
  '21-1015',
  '25-9049',
  '27-2011', // no annual pay
  '27-3043', // its first knowledge area is suppressed
  '29-1141',
  '29-1211', // "#" in May 2024
  '29-2011',
  '29-2012',
  '29-2072',
  '29-9021',
  '31-1121',
  '45-3031', // no row in any
  '47-2111',
  '53-2011', // "#" and "*" in one row
  '53-3032',
  '55-3016',
];

/** Tables of the projections that no reader looks at, and that are as large as the others. */
const LEFT_OUT = ['Table 1.8', 'Table 1.9', 'Table 1.11', 'Table 1.12', 'Table 6.2'];

/** What BLS publishes in place of several codes. */
const COMBINED =
  '13-1020 13-2020 21-1018 25-2052 25-9045 29-2010 31-1120 39-7010 47-4090 51-2028 51-2090 53-1047'.split(' ');

const ONET_TEXT = [
  'Alternate Titles',
  'Education, Training, and Experience',
  'Interests',
  'Job Zones',
  'Related Occupations',
  'Sample of Reported Titles',
  'Technology Skills',
];

const releases = process.argv[2];
if (!releases) {
  console.error('Which folder holds the releases? node scripts/cut-releases.mjs FOLDER');
  process.exit(2);
}
const target = fileURLToPath(new URL('../test/fixtures/releases/', import.meta.url));
const source = (path) => readFileSync(join(releases, path));
function write(path, bytes) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), bytes);
  console.log(`${path}: ${bytes.length} bytes`);
}

/** Mulberry32. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw() {
  const codes = source('onet-30.1/Occupation Data.txt')
    .toString('utf8')
    .match(/^\d{2}-\d{4}/gm);
  const pool = [...new Set(codes)].filter((code) => !NAMED.includes(code)).sort();
  const next = random(SEED);
  const drawn = Array.from({ length: DRAWN }, () => pool.splice(Math.floor(next() * pool.length), 1)[0]);
  return [...NAMED, ...drawn];
}

const drawn = draw();
const chosen = new Set(drawn);
const inWorkbooks = new Set(drawn.slice(0, NAMED.length + DRAWN_OF_WORKBOOKS));
const inTables = new Set([...chosen, ...COMBINED, '00-0000', '29-0000', '29-2000']);

/** What stands above the first code and below the last stays, and between them the rows of the chosen codes. */
function cutRows(rows, keep) {
  const codeOf = (row) => row.map(String).find((cell) => /^\d{2}-\d{4}(\.\d{2})?$/.test(cell));
  const coded = rows.map(codeOf);
  const last = coded.findLastIndex(Boolean);
  return rows.filter(
    (row, i) => i > last || (coded[i] === undefined ? i < coded.findIndex(Boolean) : keep(coded[i], row)),
  );
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const column = (i) => (i < 26 ? '' : String.fromCharCode(64 + Math.floor(i / 26))) + String.fromCharCode(65 + (i % 26));
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';

function sheetXml(rows) {
  const cell = (value, at) =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
  const body = rows.map((row, y) => {
    const cells = row.map((value, x) => (value === null ? '' : cell(value, `${column(x)}${y + 1}`)));
    return `<row r="${y + 1}">${cells.join('')}</row>`;
  });
  return `${XML}<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>${body.join('\n')}</sheetData></worksheet>`;
}

/** The smallest workbook that has these sheets. */
function workbook(sheets) {
  const numbered = sheets.map((sheet, i) => ({ ...sheet, n: i + 1 }));
  const type = (part, kind) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const files = {
    '[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'sheet.main')}${numbered.map(({ n }) => type(`/xl/worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets>${numbered.map(({ sheet, n }) => `<sheet name="${escaped(sheet)}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${numbered.map(({ n }) => `<Relationship Id="rId${n}" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(numbered.map(({ data, n }) => [`xl/worksheets/sheet${n}.xml`, sheetXml(data)])),
  };
  return zip(files);
}

/** Without the day it was made on, so that the same files give the same bytes. */
const zip = (files) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 9,
    mtime: new Date(1980, 0, 1),
  });

async function cutWorkbook(path, keep) {
  const sheets = (await readWorkbook(source(path))).filter(({ sheet }) => !LEFT_OUT.includes(sheet));
  write(path, workbook(sheets.map(({ sheet, data }) => ({ sheet, data: cutRows(data, keep) }))));
}

function cutText(path, codeColumn, separator, keep) {
  const [head, ...lines] = source(path)
    .toString('utf8')
    .split(/(?<=\n)/);
  return head + lines.filter((line) => keep(line.split(separator)[codeColumn], line)).join('');
}

for (const year of [2024, 2025]) await cutWorkbook(`oews/national_M${year}_dl.xlsx`, (code) => inTables.has(code));
for (const name of ['occupation', 'education', 'skills']) {
  await cutWorkbook(`employment-projections-2024-34/${name}.xlsx`, (code) => inTables.has(code));
}

const nys = 'nys-oews-2022/Occupational_Employment_and_Wage_Statistics.2022.csv';
write(nys, Buffer.from(cutText(nys, 3, ',', (code) => inTables.has(code))));

// Levels, the scales of experience and training, and technology that is neither hot nor in demand are not read: a few
// codes show that they are passed over.
const whole = new Set(['29-1141', '47-2111']);
for (const name of ['Skills', 'Knowledge']) {
  await cutWorkbook(`onet-29.0/${name}.xlsx`, (code, row) => {
    const soc = code.slice(0, 7);
    return inWorkbooks.has(soc) && (whole.has(soc) || row.includes('IM') || row.includes('Y'));
  });
}
write('onet-29.0/Read Me.txt', source('onet-29.0/Read Me.txt'));

const READ = {
  'Education, Training, and Experience': (line) => line.includes('\tRL\t'),
  'Technology Skills': (line) => /\tY\b/.test(line),
};
const folder = 'db_30_1_text';
const text = { [`${folder}/Read Me.txt`]: source('onet-30.1/Read Me.txt').toString('utf8') };
for (const name of ONET_TEXT) {
  text[`${folder}/${name}.txt`] = cutText(`onet-30.1/${name}.txt`, 0, '\t', (code, line) => {
    const soc = code.slice(0, 7);
    return chosen.has(soc) && (whole.has(soc) || !READ[name] || READ[name](line));
  });
}
write(`onet-30.1/${folder}.zip`, zip(text));
