/** Each source's cut, imported into a small catalogue; the figures beside are read off the published tables by eye. */
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isError } from '../../src/catalogue/findings.js';
import { readCatalogue } from '../../src/catalogue/read.js';
import { CUTS, catalogue, cellOf, changed, figures, file, folder, read, run, unpackedOnet, yaml } from './releases.js';

const CODES = [
  '11-1031.00',
  '21-1011.00',
  '27-2011.00',
  '27-3043.00',
  '29-1141.00',
  '29-1211.00',
  '29-2012.00',
  '29-2072.00',
  '29-9021.00',
  '31-1121',
  '45-3031.00',
  '47-2111.00',
  '53-2011.00',
  '55-3016.00',
];

const scale = (mean: string, p10: string, p25: string, median: string, p75: string, p90: string) => ({
  mean,
  p10,
  p25,
  median,
  p75,
  p90,
});
const NONE = 'not published';
const UNPUBLISHED = scale(NONE, NONE, NONE, NONE, NONE, NONE);

describe('oews', () => {
  const cite = (year: string, code: string) => ({ source: `oews-${year}`, place: 'united-states', year, code });
  // biome-ignore format: a table
  const may2025 = {
    '29-2072.00': { ...cite('2025', '29-2072'), employment: '194720', annual: scale('56790', '37000', '43490', '51140', '64820', '81150'), hourly: scale('27.3', '17.79', '20.91', '24.59', '31.17', '39.01') },
    '29-9021.00': { ...cite('2025', '29-9021'), employment: '38100', annual: scale('74970', '39830', '48940', '68020', '95630', '117420'), hourly: scale('36.04', '19.15', '23.53', '32.7', '45.98', '56.45') },
    '27-2011.00': { ...cite('2025', '27-2011'), employment: '55000', annual: UNPUBLISHED, hourly: scale('58.29', '16.5', '20.34', '29.05', '97.95', '143.68') },
    '53-2011.00': { ...cite('2025', '53-2011'), employment: '103560', annual: scale('288650', '106710', '182280', '232140', '384440', '463830'), hourly: UNPUBLISHED },
    // These three are published only together with others.
    '21-1011.00': { ...cite('2025', '21-1018'), employment: '491930', annual: scale('64440', '38940', '47100', '59350', '76530', '97590'), hourly: scale('30.98', '18.72', '22.65', '28.53', '36.8', '46.92') },
    '29-2012.00': { ...cite('2025', '29-2010'), employment: '332940', annual: scale('67350', '38910', '47650', '62930', '81450', '100990'), hourly: scale('32.38', '18.71', '22.91', '30.26', '39.16', '48.55') },
    '31-1121': { ...cite('2025', '31-1120'), employment: '4305810', annual: scale('36120', '27040', '31920', '35800', '39470', '45040'), hourly: scale('17.36', '13', '15.35', '17.21', '18.98', '21.65') },
  };
  const atLeast = 'at least 239200';
  const atLeastAnHour = 'at least 115';
  // biome-ignore format: a table
  const may2024 = {
    '29-1211.00': { ...cite('2024', '29-1211'), employment: '41890', annual: scale('336640', '124450', '186680', atLeast, atLeast, atLeast), hourly: scale('161.85', '59.83', '89.75', atLeastAnHour, atLeastAnHour, atLeastAnHour) },
    '53-2011.00': { ...cite('2024', '53-2011'), employment: '99300', annual: scale('280570', '98560', '154360', '226600', atLeast, atLeast), hourly: UNPUBLISHED },
    '11-1031.00': { ...cite('2024', '11-1031'), employment: '26510', annual: scale('67390', '20380', '29120', '44810', '80350', '137820'), hourly: UNPUBLISHED },
  };

  for (const [cut, expected] of [
    [CUTS.oews2025, may2025],
    [CUTS.oews2024, may2024],
  ] as const) {
    describe(basename(cut), () => {
      const found: Record<string, unknown> = {};
      let report: Awaited<ReturnType<typeof run>>;
      beforeAll(async () => {
        const into = catalogue(CODES);
        report = await run('oews', into, cut);
        for (const code of CODES) found[code] = figures(into, code)?.pay;
      });
      it.each(Object.entries(expected))('%s', (code, pay) => expect(found[code]).toEqual(pay));
      it('says which records it has nothing for, and leaves them as they were', () => {
        const without =
          cut === CUTS.oews2025 ? ['o-11-1031-00', 'o-45-3031-00', 'o-55-3016-00'] : ['o-45-3031-00', 'o-55-3016-00'];
        expect(report.notFound).toEqual(without);
        expect(report).toMatchObject({ records: 14, recordsFound: 14 - without.length });
        expect(found['45-3031.00']).toBeUndefined();
      });
    });
  }

  it('takes the year from the description, whatever the file is called', async () => {
    const into = catalogue(['29-2072']);
    const other = changed(CUTS.oews2025, 'Field Descriptions', (xml) => xml.replace('May 2025 OEWS', 'May 2023 OEWS'));
    expect((await run('oews', into, file(join(folder(), 'wages.xlsx'), other))).releases).toEqual(['oews-2023']);
  });

  it('passes over the rows of single industries, and of other places', async () => {
    const into = catalogue(['29-2072', '29-9021', '29-1141']);
    const other = changed(CUTS.oews2025, 'national_M2025_dl', (xml) =>
      xml
        .split('\n')
        .map((row) => {
          if (row.includes('>29-2072<')) return row.replace('>cross-industry<', '>3-digit<');
          if (row.includes('>29-9021<')) return row.replace(/(<c r="C\d+".*?)>1</, '$1>2<');
          return row;
        })
        .join('\n'),
    );
    const report = await run('oews', into, file(join(folder(), 'national_M2025_dl.xlsx'), other));
    expect(report.notFound).toEqual(['o-29-2072', 'o-29-9021']);
  });

  it.each([
    ['a number', (cell: string) => cell.replace(/ t="inlineStr".*<\/c>/, '><v>299021</v></c>')],
    ['="29-9021"', (cell: string) => cell.replace('29-9021', '="29-9021"')],
    [
      "a formula's result",
      (cell: string) => cell.replace(/ t="inlineStr".*<\/c>/, ' t="str"><f>"29-9021"</f><v>29-9021</v></c>'),
    ],
  ])('reads a code that is %s', async (_what, change) => {
    const into = catalogue(['29-9021']);
    const other = changed(CUTS.oews2025, 'national_M2025_dl', (xml) => {
      const { cell } = cellOf(xml, '29-9021', 'I');
      return xml.replace(cell, change(cell));
    });
    await run('oews', into, file(join(folder(), 'national_M2025_dl.xlsx'), other));
    expect(figures(into, '29-9021').pay.annual.median).toBe('68020');
  });
});

describe('projections', () => {
  const cite = (code: string, year: string) => ({
    source: 'projections-2024-34',
    place: 'united-states',
    year,
    code,
  });
  let into: string;
  const found: Record<string, ReturnType<typeof figures>> = {};
  beforeAll(async () => {
    into = catalogue(CODES);
    await run('projections', into, CUTS.projections);
    for (const code of CODES) found[code] = figures(into, code);
  });

  // biome-ignore format: a table
  it.each([
    ['29-2072.00', '29-2072', '194800', '208600', '13800', '7.1', '14200'],
    ['29-9021.00', '29-9021', '41900', '48100', '6200', '14.7', '3200'],
    ['21-1011.00', '21-1018', '483500', '564600', '81000', '16.8', '48300'],
    ['31-1121', '31-1120', '4347700', '5087500', '739800', '17', '765800'],
    ['45-3031.00', '45-3031', '21900', '20900', '-1000', '-4.6', '2800'],
  ])('outlook of %s', (code, under, employment, projected, change, growth, openings) => {
    expect(found[code].outlook).toEqual({ ...cite(under, '2024-34'), employment, projected, change, growth, openings });
  });

  it.each([
    ['29-2072.00', '29-2072', 'certificate', 'none', 'none'],
    ['29-9021.00', '29-9021', 'associate', 'none', 'none'],
    ['21-1011.00', '21-1018', 'master', 'none', 'internship-residency'],
    ['45-3031.00', '45-3031', 'none', 'none', 'moderate-term-on-the-job'],
    ['47-2111.00', '47-2111', 'high-school', 'none', 'apprenticeship'],
    ['53-2011.00', '53-2011', 'bachelor', 'under-5-years', 'moderate-term-on-the-job'],
  ])('entry of %s', (code, under, education, experience, training) => {
    expect(found[code].entry).toEqual({ ...cite(under, '2024'), education, experience, training });
  });

  it('attainment', () => {
    expect(found['29-2072.00'].attainment).toEqual({
      ...cite('29-2072', '2022-23'),
      shares: {
        none: '1.4',
        'high-school': '19.2',
        'some-college': '30.6',
        associate: '25.6',
        bachelor: '17.4',
        master: '4.3',
        doctoral: '1.6',
      },
    });
  });

  it('skills: ten, the highest first', () => {
    expect(found['29-2072.00'].skills).toMatchObject({ ...cite('29-2072', '2024'), scale: 'percentile' });
    expect(Object.entries(found['29-2072.00'].skills.values)).toEqual([
      ['Computers and information technology', '88'],
      ['Writing and reading', '74'],
      ['Detail oriented', '64'],
      ['Fine motor', '56'],
      ['Speaking and listening', '41'],
      ['Interpersonal', '31'],
      ['Customer service', '28'],
      ['Physical strength and stamina', '24'],
      ['Science', '23'],
      ['Project management', '21'],
    ]);
  });

  it('has nothing for the military', () => expect(found['55-3016.00']).toBeUndefined());

  it('passes over summaries', async () => {
    const summed = catalogue(['21-1011']);
    const other = changed(CUTS.occupation, 'Table 1.2', (xml) => {
      const { cell } = cellOf(xml, '21-1018', 'C');
      return xml.replace(cell, cell.replace('Line item', 'Summary'));
    });
    const report = await run('projections', summed, file(join(folder(), 'occupation.xlsx'), other));
    expect(report.notFound).toEqual(['o-21-1011']);
  });

  it('each workbook alone gives its part, and says what it lacks', async () => {
    const alone = catalogue(['29-9021']);
    const report = await run('projections', alone, CUTS.education);
    expect(Object.keys(figures(alone, '29-9021'))).toEqual(['entry', 'attainment']);
    expect(report.notes).toEqual([
      'No table for outlook in these files: it stays as it is.',
      'No table for skills in these files: it stays as it is.',
    ]);
  });

  it("leaves O*NET's importance of skills, which says more, where there is one", async () => {
    const both = catalogue(['29-1141']);
    await run('onet', both, CUTS.onetSkills);
    await run('projections', both, CUTS.projections);
    expect(figures(both, '29-1141').skills.scale).toBe('importance');
  });
});

describe('nys', () => {
  let places: Record<string, ReturnType<typeof yaml>>;
  beforeAll(async () => {
    const into = catalogue(CODES);
    const { filesWritten } = await run('nys', into, CUTS.nys);
    places = Object.fromEntries(
      filesWritten.filter((f) => f.startsWith('places/')).map((f) => [f.slice(7, -5), yaml(read(into, f))]),
    );
    expect(readCatalogue(into).findings.filter(isError)).toEqual([]);
  });

  it('the state and its ten regions', () => {
    expect(Object.keys(places)).toEqual([
      'capital-region',
      'central-new-york',
      'finger-lakes',
      'hudson-valley',
      'long-island',
      'mohawk-valley',
      'new-york-city',
      'new-york-state',
      'north-country',
      'southern-tier',
      'western-new-york',
    ]);
    expect(places['new-york-state']).toMatchObject({ title: 'New York State', slug: 'new-york-state' });
    expect(places['new-york-state'].within).toBeUndefined();
    expect(places['central-new-york']).toMatchObject({ title: 'Central New York', within: 'new-york-state' });
    expect(places['central-new-york'].pay).toMatchObject({ source: 'nys-oews-2022', year: '2022' });
  });

  // biome-ignore format: a table
  it.each([
    ['central-new-york', '29-2072', { employment: '320', mean: '49010', median: '48580', entry: '35860', experienced: '55580' }],
    ['central-new-york', '29-9021', { employment: NONE, mean: '76890', median: '80270', entry: '49450', experienced: '90600' }],
    ['central-new-york', '21-1018', { employment: '600', mean: '53840', median: '50260', entry: '39040', experienced: '61240' }],
    ['new-york-state', '11-1031', { employment: '4350', mean: '92100', median: '95720', entry: '59370', experienced: '108460' }],
  ])('%s, %s', (place, code, pay) => expect(places[place]?.pay.codes[code]).toEqual(pay));

  it('only the codes that a record has, in order', () => {
    const codes = Object.keys(places['new-york-state'].pay.codes);
    expect(codes).toEqual([...codes].sort());
    expect(codes).not.toContain('00-0000');
    expect(codes).not.toContain('53-3032');
  });

  it('a place that stands in a file of another name is found by its slug', async () => {
    const head = 'title: Syracuse and around # as we call it\nslug: central-new-york\n';
    const into = catalogue(['29-2072'], { 'places/ours.yaml': head });
    const { filesWritten } = await run('nys', into, CUTS.nys);
    expect(filesWritten).toContain('places/ours.yaml');
    expect(filesWritten).not.toContain('places/central-new-york.yaml');
    expect(read(into, 'places/ours.yaml')).toContain(`${head}pay:\n`);
  });

  it.each(['299021', '="299021"', '="29-9021"', '"=""29-9021"""'])(
    'reads a code that is written %s',
    async (written) => {
      const csv = read(CUTS.nys).replaceAll(',29-9021,', `,${written},`);
      const into = catalogue(['29-9021']);
      await run('nys', into, file(join(folder(), 'wages-2022.csv'), csv));
      expect(yaml(read(into, 'places/central-new-york.yaml')).pay.codes['29-9021'].median).toBe('80270');
    },
  );

  it.each([
    ['wages.csv', { year: '2023' }, 'nys-oews-2023'],
    ['oews_2021.csv', {}, 'nys-oews-2021'],
  ])('the year: %s', async (name, options, release) => {
    const into = catalogue(['29-9021']);
    const path = file(join(folder(), name), read(CUTS.nys));
    expect((await run('nys', into, path, options)).releases).toEqual([release]);
  });
});

describe('onet', () => {
  const cite = (code: string, release = 'onet-30.1', year = '2025') => ({
    source: release,
    place: 'united-states',
    year,
    code,
  });
  const found: Record<string, ReturnType<typeof figures>> = {};
  let titles: Record<string, string>;
  let notes: string[];
  beforeAll(async () => {
    const into = catalogue(CODES);
    notes = (await run('onet', into, CUTS.onet)).notes;
    await run('onet', into, CUTS.onetSkills);
    for (const code of CODES) found[code] = figures(into, code);
    titles = {
      ...yaml(read(into, 'job-titles/29.yaml'))['job-titles'],
      ...yaml(read(into, 'job-titles/31.yaml'))['job-titles'],
    };
    expect(readCatalogue(into).findings.filter(isError)).toEqual([]);
  });

  it('job zone, and whether it is preliminary', () => {
    expect(found['29-1141.00']['job-zone']).toEqual({ ...cite('29-1141.00'), zone: '4' });
    expect(found['29-9021.00']['job-zone']).toEqual({ ...cite('29-9021.00'), zone: '3', preliminary: 'true' });
  });

  it('interests', () => {
    expect(found['29-1141.00'].interests).toEqual({
      ...cite('29-1141.00'),
      scores: {
        realistic: '3.66',
        investigative: '4.82',
        artistic: '1.31',
        social: '5.62',
        enterprising: '2.28',
        conventional: '4.58',
      },
    });
  });

  it('no required education where a share of it is suppressed', () => {
    expect(found['29-1141.00']['required-education']).toBeUndefined();
  });

  it('ten related occupations, closest first', () => {
    expect(found['29-1141.00'].related).toMatchObject(cite('29-1141.00'));
    expect(Object.entries(found['29-1141.00'].related.occupations)).toEqual([
      ['29-1141.01', 'primary-short'],
      ['29-1171.00', 'primary-short'],
      ['29-1141.03', 'primary-short'],
      ['29-1141.04', 'primary-short'],
      ['29-2061.00', 'primary-short'],
      ['29-1161.00', 'primary-long'],
      ['29-1141.02', 'primary-long'],
      ['29-1151.00', 'primary-long'],
      ['29-1071.00', 'primary-long'],
      ['31-1131.00', 'primary-long'],
    ]);
  });

  it('technology: hot, or in demand, or neither', () => {
    expect(found['29-9021.00'].technology['in-demand']).toEqual([
      'Epic Systems',
      'Microsoft Excel',
      'Microsoft Office software',
      'Microsoft Outlook',
    ]);
    expect(found['29-1141.00'].technology.hot.slice(0, 3)).toEqual([
      'Apache Spark',
      'eClinicalWorks EHR software',
      'Epic Systems',
    ]);
    expect(found['29-1141.00'].technology['in-demand']).toBeUndefined();
  });

  it('skills and knowledge from a release of their own', () => {
    expect(found['29-1141.00'].skills).toMatchObject({
      ...cite('29-1141.00', 'onet-29.0', '2024'),
      scale: 'importance',
    });
    expect(Object.entries(found['29-1141.00'].skills.values)).toEqual([
      ['Social Perceptiveness', '4.12'],
      ['Active Listening', '4'],
      ['Speaking', '4'],
      ['Critical Thinking', '4'],
      ['Coordination', '4'],
      ['Service Orientation', '4'],
      ['Reading Comprehension', '3.88'],
      ['Judgment and Decision Making', '3.88'],
      ['Writing', '3.75'],
      ['Monitoring', '3.75'],
    ]);
    expect(Object.entries(found['29-1141.00'].knowledge.values)).toEqual([
      ['Psychology', '4.58'],
      ['Customer and Personal Service', '4.4'],
      ['Medicine and Dentistry', '4.36'],
      ['English Language', '4.18'],
      ['Administrative', '3.55'],
    ]);
    expect(notes).toEqual([
      '"Skills" is not among these files: what comes from it stays as it is.',
      '"Knowledge" is not among these files: what comes from it stays as it is.',
    ]);
  });

  it('a suppressed value is dropped, however high it is', () => {
    expect(found['27-3043.00'].knowledge.values).not.toHaveProperty('English Language');
  });

  it('has no skills where the release has none', () => expect(found['29-2072.00'].skills).toBeUndefined());

  it('job titles: each once, an abbreviation apart, for a SOC code as for an O*NET-SOC code', () => {
    const of = (code: string): string[] => titles[code]?.trimEnd().split('\n') ?? [];
    expect(of('29-2072.00')).toEqual(expect.arrayContaining(['Coder', 'CPC', 'Certified Professional Coder', 'RHIT']));
    expect(of('29-2072.00').filter((title) => title === 'Coder')).toHaveLength(1);
    expect(of('29-2072.00')).not.toContain('n/a');
    expect(of('31-1121')).toContain('Home Health Aide');
  });

  it('single tables, with what they are said to be', async () => {
    const into = catalogue(['29-1141']);
    const from = unpackedOnet();
    const report = await run('onet', into, join(from, 'Job Zones.txt'), { release: '30.2 February 2026' });
    expect(report.releases).toEqual(['onet-30.2']);
    expect(report.notes).toEqual([]);
    expect(figures(into, '29-1141')).toEqual({ 'job-zone': { ...cite('29-1141.00', 'onet-30.2', '2026'), zone: '4' } });
  });
});
