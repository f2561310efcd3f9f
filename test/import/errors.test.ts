/** What is wrong with a release is said with file, sheet and row, and nothing is written. */
import { mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../../src/import/run.js';
import {
  CUTS,
  catalogue,
  cellOf,
  changed,
  contents,
  failure,
  file,
  folder,
  read,
  run,
  unpackedOnet,
  zipped,
} from './releases.js';

const CODES = ['29-9021.00', '29-1141.00', '47-2111.00'];

interface Case {
  what: string;
  files: () => string | string[];
  says: string | RegExp;
  options?: Partial<ImportOptions>;
}

function refused(source: ImportOptions['source'], cases: Case[]): void {
  describe(source, () => {
    it.each(cases)('$what', async ({ files, says, options }) => {
      const into = catalogue(CODES);
      const before = contents(into);
      const said = await failure(run(source, into, files(), options));
      if (typeof says === 'string') expect(said).toBe(says);
      else expect(said).toMatch(says);
      expect(said).not.toMatch(/undefined|\[object|\n {4}at /);
      expect(contents(into)).toEqual(before);
    });
  });
}

/** The number of the row of this code in a cut, as a spreadsheet counts. */
const rowOf = (path: string, sheet: string, code: string): number => {
  let row = 0;
  changed(path, sheet, (xml) => {
    const lines = xml.split('\n').filter((line) => line.includes(`>${code}<`));
    row = Number(/<row r="(\d+)"/.exec(lines.at(-1) ?? '')?.[1]);
    return `${xml} `;
  });
  return row;
};

const OEWS = 'national_M2025_dl';
const oews =
  (change: (xml: string) => string, sheet = OEWS) =>
  (): string =>
    file(join(folder(), `${OEWS}.xlsx`), changed(CUTS.oews2025, sheet, change));
/** Another cell in a row. */
const cell = (code: string, column: string, to: string) => (xml: string) => {
  const { cell: from } = cellOf(xml, code, column);
  return xml.replace(from, from.replace(/(<c r="\w+").*/, `$1${to}</c>`));
};
const text = (value: string): string => ` t="inlineStr"><is><t>${value}</t></is>`;
const oewsRow = (code: string): string => `${OEWS}.xlsx, sheet "${OEWS}", row ${rowOf(CUTS.oews2025, OEWS, code)}`;

refused('oews', [
  {
    what: 'a column that is missing',
    files: oews((xml) => xml.replace('>A_MEDIAN<', '>A_MEDIUM<')),
    says: `WRONG_LAYOUT\n${OEWS}.xlsx, sheet "${OEWS}", row 1: the column is missing: "A_MEDIAN".`,
  },
  {
    what: 'several columns that are missing, the code among them',
    files: oews((xml) => xml.replace('>OCC_CODE<', '>SOC<').replace('>H_MEAN<', '>HOURLY_MEAN<')),
    says: `WRONG_LAYOUT\n${OEWS}.xlsx, sheet "${OEWS}", row 1: the columns are missing: "OCC_CODE", "H_MEAN".`,
  },
  {
    what: 'a code that there is not',
    files: oews(cell('29-9021', 'I', text('29-9999'))),
    says: `WRONG_LAYOUT\n${oewsRow('29-9021')}: "29-9999" is no SOC 2018 code.`,
  },
  {
    what: 'a code twice',
    files: oews(cell('29-9021', 'I', text('29-1141'))),
    says: `WRONG_LAYOUT\n${oewsRow('29-9021')}: 29-1141 is there a second time.`,
  },
  {
    what: 'text for a number',
    files: oews(cell('29-9021', 'AB', text('about 70k'))),
    says: `WRONG_LAYOUT\n${oewsRow('29-9021')}: "about 70k" is not a number.`,
  },
  {
    what: "a spreadsheet's error",
    files: oews(cell('29-9021', 'AB', ' t="e"><f>1/0</f><v>#DIV/0!</v>')),
    says: `WRONG_LAYOUT\n${oewsRow('29-9021')}: a cell is empty or an error where a number should be.`,
  },
  {
    what: 'a formula that was never worked out',
    files: oews(cell('29-9021', 'AB', ' t="str"><f>A1</f>')),
    says: `WRONG_LAYOUT\n${oewsRow('29-9021')}: a cell is empty or an error where a number should be.`,
  },
  {
    what: 'a top that nothing explains',
    files: () => {
      const path = oews((xml) => xml.replace(/>#\s+=/, '>No'), 'Field Descriptions')();
      return file(join(folder(), `${OEWS}.xlsx`), changed(path, OEWS, cell('29-9021', 'AB', text('#'))));
    },
    says: `WRONG_LAYOUT\n${oewsRow('29-9021')}: "#" stands for a top that no sheet explains.`,
  },
  {
    what: 'the table of the states',
    files: oews((xml) => xml.replace(/(<c r="C\d+".*?)>1</g, '$1>2<')),
    says: `WRONG_LAYOUT\n${OEWS}.xlsx, sheet "${OEWS}": there is no row of a detailed occupation in the whole country.`,
  },
  {
    what: 'two releases at once',
    files: () => [CUTS.oews2024, CUTS.oews2025],
    says: 'WRONG_LAYOUT\nnational_M2024_dl.xlsx, national_M2025_dl.xlsx: these are several releases; give one at a time.',
  },
  {
    what: "another source's workbook",
    files: () => CUTS.education,
    says: /^WRONG_LAYOUT\neducation\.xlsx, sheet "Index", row 1: the columns are missing: "AREA_TYPE", /,
  },
  { what: 'no workbook', files: () => CUTS.nys, says: /^WRONG_LAYOUT\nOccup.*\.csv: there is no \.xlsx workbook\.$/ },
  { what: 'an empty folder', files: folder, says: 'WRONG_LAYOUT\nthe files: there is no .xlsx workbook.' },
]);

const projections = (path: string, sheet: string, change: (xml: string) => string) => (): string =>
  file(join(folder(), 'tables.xlsx'), changed(path, sheet, change));

refused('projections', [
  {
    what: 'a column that is missing',
    files: projections(CUTS.occupation, 'Table 1.2', (xml) =>
      xml.replace('>Occupational openings, 2024–34 annual average<', '>Openings<'),
    ),
    says: 'WRONG_LAYOUT\ntables.xlsx, sheet "Table 1.2", row 2: the column is missing: "Occupational openings".',
  },
  {
    what: 'no code column',
    files: projections(CUTS.education, 'Table 5.4', (xml) => xml.replace('Matrix code<', 'Matrix number<')),
    says: 'WRONG_LAYOUT\ntables.xlsx, sheet "Table 5.4", row 2: the column is missing: " National Employment Matrix code".',
  },
  {
    what: 'a code that there is not',
    files: projections(CUTS.education, 'Table 5.3', cell('29-9021', 'B', text('29-0921'))),
    says: `WRONG_LAYOUT\ntables.xlsx, sheet "Table 5.3", row ${rowOf(CUTS.education, 'Table 5.3', '29-9021')}: "29-0921" is no SOC 2018 code.`,
  },
  {
    what: "a spreadsheet's error for a code",
    files: projections(CUTS.education, 'Table 5.3', cell('29-9021', 'B', ' t="e"><v>#N/A</v>')),
    says: `WRONG_LAYOUT\ntables.xlsx, sheet "Table 5.3", row ${rowOf(CUTS.education, 'Table 5.3', '29-9021')}: "" is no SOC 2018 code.`,
  },
  {
    what: 'a dash for a number',
    files: projections(CUTS.occupation, 'Table 1.2', cell('29-9021', 'I', text('—'))),
    says: `WRONG_LAYOUT\ntables.xlsx, sheet "Table 1.2", row ${rowOf(CUTS.occupation, 'Table 1.2', '29-9021')}: "—" is not a number.`,
  },
  {
    what: 'an education that is not on the scale',
    files: projections(CUTS.education, 'Table 5.4', cell('29-9021', 'C', text('Two-year degree'))),
    says: /^WRONG_LAYOUT\ntables\.xlsx, sheet "Table 5\.4", row \d+: "Two-year degree" is none of No formal educational credential; /,
  },
  {
    what: 'tables of two releases',
    files: () => [
      CUTS.occupation,
      projections(CUTS.education, 'Table 5.4', (xml) =>
        xml.replace('2024 National Employment Matrix code', '2023 National Employment Matrix code'),
      )(),
    ],
    says: 'WRONG_LAYOUT\ntables.xlsx, sheet "Table 5.4", row 2: the codes are of 2023, and other tables are projected from 2024.',
  },
  {
    what: 'none of the sheets',
    files: () => CUTS.oews2025,
    says: 'WRONG_LAYOUT\nnational_M2025_dl.xlsx: there is none of the sheets "Table 1.2", "Table 5.3", "Table 5.4", "Table 6.5".',
  },
]);

const csv =
  (change: (text: string) => string, name = 'oews-2022.csv') =>
  (): string =>
    file(join(folder(), name), change(read(CUTS.nys)));

const nysRow = (start: string): number =>
  read(CUTS.nys)
    .split('\n')
    .findIndex((line) => line.startsWith(start)) + 1;

refused('nys', [
  {
    what: 'a column that is missing',
    files: csv((all) => all.replace(' Median Wage,', ' Median,')),
    says: 'WRONG_LAYOUT\noews-2022.csv, row 1: the column is missing: "Median Wage".',
  },
  {
    what: 'a code that there is not',
    files: csv((all) => all.replace('New York State,29-9021,', 'New York State,29-9022,')),
    says: `WRONG_LAYOUT\noews-2022.csv, row ${nysRow('1,36,New York State,29-9021')}: "29-9022" is no SOC 2018 code.`,
  },
  {
    what: 'a code twice in a place',
    files: csv((all) => all.replace('New York State,29-9021,', 'New York State,29-1141,')),
    says: /^WRONG_LAYOUT\noews-2022\.csv, row \d+: 29-1141 is there a second time for New York State\.$/,
  },
  {
    what: 'text for a number',
    files: csv((all) => all.replace(/(New York State,29-1141,Registered Nurses),\d+/, '$1,many')),
    says: `WRONG_LAYOUT\noews-2022.csv, row ${nysRow('1,36,New York State,29-1141')}: "many" is not a number.`,
  },
  {
    what: 'a row without a place',
    files: csv((all) => all.replace('1,36,New York State,29-9021', '1,36,,29-9021')),
    says: /^WRONG_LAYOUT\noews-2022\.csv, row \d+: the row names no area\.$/,
  },
  {
    what: 'a file that is cut off in a quoted cell',
    files: csv((all) => `${all}1,36,New York State,29-1141,"Regist`),
    says: /^WRONG_LAYOUT\noews-2022\.csv: it is not a table that can be read \(Quote Not Closed/,
  },
  {
    what: 'no rows',
    files: csv((all) => all.slice(0, all.indexOf('\n') + 1)),
    says: 'WRONG_LAYOUT\noews-2022.csv: there is no row below the heads of the columns.',
  },
  {
    what: 'an empty file',
    files: csv(() => ''),
    says: /^WRONG_LAYOUT\noews-2022\.csv, row 1: the columns are missing: "Area Type", /,
  },
  {
    what: 'no year',
    files: csv((all) => all, 'oews.csv'),
    says: 'WRONG_LAYOUT\noews.csv: nothing says which year the figures are of (give --year).',
  },
  {
    what: 'a year that is none',
    files: () => CUTS.nys,
    options: { year: 'last' },
    says: 'WRONG_LAYOUT\n--year: "last" is not a year such as 2022.',
  },
  {
    what: 'two releases at once',
    files: () => [CUTS.nys, CUTS.nys],
    says: /these are several releases; give one at a time\.$/,
  },
  {
    what: 'a workbook',
    files: () => CUTS.oews2025,
    says: 'WRONG_LAYOUT\nnational_M2025_dl.xlsx: there is no .csv file.',
  },
]);

const onet = (name: string, change: (all: string) => string) => (): string =>
  unpackedOnet((files) => {
    files[`${name}.txt`] = change(files[`${name}.txt`] ?? '');
  });
const onetRow = (name: string, start: string): number => {
  let row = 0;
  unpackedOnet((files) => {
    row = (files[`${name}.txt`] ?? '').split('\n').findIndex((line) => line.startsWith(start)) + 1;
  });
  return row;
};

refused('onet', [
  {
    what: 'a release from 30.3 on, which renames tables',
    files: () =>
      unpackedOnet((files) => {
        files['Read Me.txt'] = 'O*NET 30.3 Database\nMay 2026 Release\n';
        files['Job Titles.txt'] = files['Alternate Titles.txt'] ?? '';
        delete files['Alternate Titles.txt'];
        delete files['Sample of Reported Titles.txt'];
      }),
    says: 'WRONG_LAYOUT\nO*NET 30.3: there is no table "Alternate Titles", "Sample of Reported Titles".',
  },
  {
    what: 'one of its tables alone',
    files: () => file(join(folder(), 'Job Titles.txt'), 'O*NET-SOC Code\tJob Title\n'),
    options: { release: '30.3 May 2026' },
    says: /^WRONG_LAYOUT\nO\*NET 30\.3: there is no table "Alternate Titles", .*"Knowledge"\.$/,
  },
  {
    what: 'a column that is missing',
    files: onet('Alternate Titles', (all) => all.replace('\tAlternate Title\t', '\tJob Title\t')),
    says: 'WRONG_LAYOUT\nAlternate Titles.txt, row 1: the column is missing: "Alternate Title".',
  },
  {
    what: 'a code of the classification of 2010',
    files: onet('Job Zones', (all) => all.replace('15-1252.00', '15-1132.00')),
    says: `WRONG_LAYOUT\nJob Zones.txt, row ${onetRow('Job Zones', '15-1252.00')}: "15-1132.00" is no O*NET-SOC 2019 code.`,
  },
  {
    what: 'a SOC code',
    files: onet('Interests', (all) => all.replace('29-1141.00', '29-1141')),
    says: `WRONG_LAYOUT\nInterests.txt, row ${onetRow('Interests', '29-1141.00')}: "29-1141" is no O*NET-SOC 2019 code.`,
  },
  {
    what: 'a tier that there is not',
    files: onet('Related Occupations', (all) => all.replace('Primary-Long', 'Secondary')),
    says: /^WRONG_LAYOUT\nRelated Occupations\.txt, row \d+: "Secondary" is no tier of relatedness\.$/,
  },
  {
    what: 'a category that there is not',
    files: onet('Education, Training, and Experience', (all) => all.replace('\tRL\t12\t', '\tRL\t13\t')),
    says: /^WRONG_LAYOUT\nEducation, Training, and Experience\.txt, row \d+: there is no category 13 of required education\.$/,
  },
  {
    what: 'text for a number',
    files: onet('Job Zones', (all) => all.replace('29-1141.00\t4', '29-1141.00\tfour')),
    says: `WRONG_LAYOUT\nJob Zones.txt, row ${onetRow('Job Zones', '29-1141.00')}: "four" is not a number.`,
  },
  {
    what: 'a workbook without a column',
    files: () => [
      file(
        join(folder(), 'Skills.xlsx'),
        changed(join(CUTS.onetSkills, 'Skills.xlsx'), 'Skills', (xml) =>
          xml.replace('>Recommend Suppress<', '>Suppress<'),
        ),
      ),
      join(CUTS.onetSkills, 'Read Me.txt'),
    ],
    says: 'WRONG_LAYOUT\nSkills.xlsx, sheet "Skills", row 1: the column is missing: "Recommend Suppress".',
  },
  {
    what: 'no release',
    files: () => join(CUTS.onetSkills, 'Skills.xlsx'),
    says: 'WRONG_LAYOUT\nthe files: nothing says which release this is (a "Read Me.txt", or --release "30.1 December 2025").',
  },
  {
    what: 'a release that says too little',
    files: () => join(CUTS.onetSkills, 'Skills.xlsx'),
    options: { release: '30.1' },
    says: /^WRONG_LAYOUT\n--release: nothing says which release this is/,
  },
]);

describe('files', () => {
  const large = (name: string): string => {
    const path = file(join(folder(), name), '');
    truncateSync(path, 100 * 1024 * 1024);
    return path;
  };
  const half = (path: string, name: string): string => {
    const bytes = readFileSync(path);
    return file(join(folder(), name), bytes.subarray(0, bytes.length / 2));
  };
  const cases: [what: string, source: ImportOptions['source'], files: () => string, says: RegExp][] = [
    [
      'a file that is not there',
      'oews',
      () => join(folder(), 'none.xlsx'),
      /^UNREADABLE\n.*none\.xlsx cannot be read: there is no such file or folder\.$/,
    ],
    [
      'a zip that is not there',
      'onet',
      () => join(folder(), 'none.zip'),
      /^UNREADABLE\n.*none\.zip cannot be read: there is no such file or folder\.$/,
    ],
    [
      'text that is called a workbook',
      'oews',
      () => file(join(folder(), 'a.xlsx'), 'OCC_CODE,A_MEDIAN\n'),
      /^WRONG_LAYOUT\na\.xlsx: it is not a workbook that can be read \(.+\)\.$/,
    ],
    [
      'an empty workbook',
      'oews',
      () => file(join(folder(), 'a.xlsx'), ''),
      /^WRONG_LAYOUT\na\.xlsx: it is not a workbook that can be read \(.+\)\.$/,
    ],
    [
      'half a workbook',
      'projections',
      () => half(CUTS.occupation, 'a.xlsx'),
      /^WRONG_LAYOUT\na\.xlsx: it is not a workbook that can be read \(.+\)\.$/,
    ],
    [
      'a zip that is called a workbook',
      'oews',
      () => file(join(folder(), 'a.xlsx'), readFileSync(CUTS.onet)),
      /^WRONG_LAYOUT\na\.xlsx: it is not a workbook that can be read/,
    ],
    [
      'text that is called a zip',
      'onet',
      () => file(join(folder(), 'a.zip'), 'Alternate Titles'),
      /^WRONG_LAYOUT\n.*a\.zip: it is not a zip file that can be read\.$/,
    ],
    [
      'half a zip',
      'onet',
      () => half(CUTS.onet, 'a.zip'),
      /^WRONG_LAYOUT\n.*a\.zip: it is not a zip file that can be read\.$/,
    ],
    [
      'an empty zip',
      'oews',
      () => file(join(folder(), 'a.zip'), zipped({})),
      /^WRONG_LAYOUT\nthe files: there is no \.xlsx workbook\.$/,
    ],
    [
      'binary text',
      'nys',
      () => file(join(folder(), '2022.csv'), readFileSync(CUTS.onet)),
      /^WRONG_LAYOUT\n2022\.csv[,:] /,
    ],
    [
      'a workbook of 100 MB',
      'oews',
      () => large('a.xlsx'),
      /^TOO_LARGE\n.*a\.xlsx has 100 MB; at most 64 MB are read\.$/,
    ],
    [
      'a CSV of 100 MB',
      'nys',
      () => large('a-2022.csv'),
      /^TOO_LARGE\n.*a-2022\.csv has 100 MB; at most 64 MB are read\.$/,
    ],
    ['a zip of 100 MB', 'onet', () => large('a.zip'), /^TOO_LARGE\n.*a\.zip has 100 MB; at most 64 MB are read\.$/],
    [
      'a folder with a table of 100 MB',
      'nys',
      () => join(large('a-2022.csv'), '..'),
      /^TOO_LARGE\n.*a-2022\.csv has 100 MB/,
    ],
    [
      'a small zip of a large table',
      'nys',
      () => file(join(folder(), 'a.zip'), zipped({ 'a-2022.csv': new Uint8Array(70 << 20) })),
      /^TOO_LARGE\n.*a\.zip, a-2022\.csv has 70 MB; at most 64 MB are read\.$/,
    ],
    [
      'a small workbook of large sheets',
      'oews',
      () => file(join(folder(), 'a.xlsx'), claiming(CUTS.oews2025, 600 << 20)),
      /^TOO_LARGE\na\.xlsx, unpacked, has 60\d MB; at most 512 MB are read\.$/,
    ],
    [
      'a folder that is called a table',
      'nys',
      () => {
        const into = folder();
        mkdirSync(join(into, '2022.csv'));
        return into;
      },
      /^UNREADABLE\n.*2022\.csv cannot be read: it is not a file\.$/,
    ],
  ];
  it.each(cases)('%s', async (_what, source, files, says) => {
    const into = catalogue(CODES);
    const before = contents(into);
    expect(await failure(run(source, into, files()))).toMatch(says);
    expect(contents(into)).toEqual(before);
  });

  it('passes over what an operating system leaves in a folder or a zip', async () => {
    const table = readFileSync(CUTS.oews2025);
    const junk = new Uint8Array([0, 5, 22, 7]);
    const into = catalogue(CODES);
    const path = file(
      join(folder(), 'oesm25nat.zip'),
      zipped({ 'oesm25nat/national_M2025_dl.xlsx': table, '__MACOSX/oesm25nat/._national_M2025_dl.xlsx': junk }),
    );
    expect((await run('oews', into, path)).recordsFound).toBe(3);
    const from = folder();
    file(join(from, 'national_M2025_dl.xlsx'), table);
    file(join(from, '~$national_M2025_dl.xlsx'), junk);
    file(join(from, 'oes_maps.pdf'), junk);
    expect((await run('oews', into, from)).recordsFound).toBe(3);
  });
});

/** A zip whose directory says of one entry that it has this many bytes. */
function claiming(path: string, bytes: number): Uint8Array {
  const zip = Buffer.from(readFileSync(path));
  zip.writeUInt32LE(bytes, zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return zip;
}

describe('the catalogue', () => {
  it('with errors is not written to', async () => {
    const into = catalogue(CODES, { 'occupations/broken.yaml': 'title: Broken\nslug: broken\ncolour: red\n' });
    const before = contents(into);
    const said = await failure(run('oews', into, CUTS.oews2025));
    expect(said).toMatch(/^CATALOGUE_ERRORS\nThe catalogue .* has errors; nothing was written:\n/);
    expect(said).toContain('occupations/broken.yaml:3:1');
    expect(contents(into)).toEqual(before);
  });

  it('that is not there', async () => {
    expect(await failure(run('oews', join(folder(), 'none'), CUTS.oews2025))).toMatch(/^NO_CATALOGUE\n/);
  });
});
