import { describe, expect, test } from 'vitest';
import { type Files, findingsIn, folderOf, HEAD, record, SHOPS, SMALL, words } from './folder.js';

const leadsTo = (...slugs: string[]): string =>
  `leads-to: [${slugs.map((slug) => `{ occupation: ${slug} }`).join(', ')}]`;

const FIGURE = `figures:
  job-zone:
    source: survey
    place: here
    year: 2026
    code: 41-2011
    zone: 2
`;
const cashier = (more: string): Files => ({ 'occupations/cashier.yaml': record('cashier', '41-2011.00', { more }) });
const shops = (from: string, to: string): Files => ({ 'industries/shops.yaml': SHOPS.replace(from, to) });
const head = (from: string, to: string): Files => ({ 'catalogue.yaml': HEAD.replace(from, to) });

/** The ladder of the small catalogue with so many on it. */
function ladderOf(n: number): Files {
  const slugs = Array.from(
    { length: n - 4 },
    (_, i) => `x${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`,
  );
  const records = slugs.map((slug) => [`occupations/${slug}.yaml`, record(slug, '41-9099.00')]);
  return { ...Object.fromEntries(records), ...shops('[packer]', `[packer, ${slugs.join(', ')}]`) };
}

/** A second ladder, of the same occupations and of four more. */
const MORE = `title: More
slug: more
description: What else there is.
areas:
  - slug: selling
    title: Selling
    description: The same once more.
    rungs:
      - education: none
        occupations: [packer, cashier, salesperson, supervisor]
`;

const place = (more: string): Files => ({ 'places/there.yaml': `title: There\nslug: there\n${more}` });

/** Name, what is changed in the small catalogue, what is found. */
const CASES: [string, Files, string[]][] = [
  ['nothing wrong', {}, []],
  [
    'nothing wrong with a figure, an everyday name and a home',
    {
      ...cashier(`home: shops/selling\n${FIGURE}`),
      'shared-names.yaml': 'constructor: [packer]\ntoString: [cashier]\n',
    },
    [],
  ],

  [
    'broken YAML in two files, several times in one',
    {
      'occupations/cashier.yaml': 'title: "Cashier\nslug: cashier\n',
      'industries/shops.yaml': 'title: @Shops\nslug: `shops\n',
    },
    [
      'YAML industries/shops.yaml:1:8 Plain value cannot start with reserved character @ | well-formed YAML',
      'YAML industries/shops.yaml:2:7 Plain value cannot start with reserved character ` | well-formed YAML',
      'YAML occupations/cashier.yaml:3:1 Missing closing "quote | well-formed YAML',
    ],
  ],
  [
    'a key twice',
    cashier('title: Again'),
    ['YAML occupations/cashier.yaml:7:1 has the key "title" again | each key once'],
  ],
  [
    'a wrong kind of field',
    cashier('also-called: Checker\nschedule: [day]\nspecialities: [express]\npatient-contact: {a: b}'),
    [
      'WRONG_FIELD occupations/cashier.yaml:7:14 also-called is text | a list',
      'WRONG_FIELD occupations/cashier.yaml:8:11 schedule is a list | a map of fields',
      'WRONG_FIELD occupations/cashier.yaml:9:16 specialities.0 is text | a map of fields',
      'WRONG_FIELD occupations/cashier.yaml:10:18 patient-contact is not what it must be | one of: none, some, most',
    ],
  ],
  [
    'missing fields',
    { 'occupations/cashier.yaml': 'slug: cashier\ncode: 41-2011.00\nsummary: x\neducation:\n  text: None.\n' },
    [
      'MISSING_FIELD occupations/cashier.yaml:1:1 title is missing | text',
      'MISSING_FIELD occupations/cashier.yaml:1:1 description is missing | text',
      'MISSING_FIELD occupations/cashier.yaml:5:3 education.level is missing | one of: none, high-school, certificate, some-college, associate, bachelor, master, doctoral',
    ],
  ],
  [
    'an unknown field, at every depth',
    { ...cashier('colour: red'), ...shops('    title: Selling', '    title: Selling\n    size: 4') },
    [
      'UNKNOWN_FIELD industries/shops.yaml:7:5 "size" is no field of areas.0 | a field that the format knows',
      'UNKNOWN_FIELD occupations/cashier.yaml:7:1 "colour" is no field of the file | a field that the format knows',
    ],
  ],
  [
    'a wrong choice',
    cashier('patient-contact: seldom'),
    ['WRONG_FIELD occupations/cashier.yaml:7:18 patient-contact is not what it must be | one of: none, some, most'],
  ],
  [
    'text for a number',
    cashier(FIGURE.replace('zone: 2', 'zone: two')),
    [
      'WRONG_FIELD occupations/cashier.yaml:13:11 figures.job-zone.zone is not what it must be | a number, without thousands separators',
    ],
  ],
  [
    'a number with separators',
    place(
      'pay:\n  source: survey\n  year: 2022\n  codes:\n    41-2011: { employment: "1,000", mean: 1, median: none, entry: at least 5, experienced: not published }\n',
    ),
    [
      'WRONG_FIELD places/there.yaml:7:28 pay.codes.41-2011.employment is not what it must be | a number, "at least N" or "not published"',
      'WRONG_FIELD places/there.yaml:7:54 pay.codes.41-2011.median is not what it must be | a number, "at least N" or "not published"',
    ],
  ],
  [
    'a missing source',
    cashier(FIGURE.replace('    source: survey\n', '')),
    ['MISSING_FIELD occupations/cashier.yaml:9:5 figures.job-zone.source is missing | text'],
  ],
  [
    'a year that is none',
    cashier(FIGURE.replace('2026', 'last')),
    [
      'WRONG_FIELD occupations/cashier.yaml:11:11 figures.job-zone.year is not what it must be | a year such as 2025, or a span such as 2024-34',
    ],
  ],
  [
    'an empty field',
    cashier('work-settings:'),
    ['WRONG_FIELD occupations/cashier.yaml:7:15 work-settings has no text | plain text'],
  ],
  [
    'two lines where one is due',
    { 'occupations/cashier.yaml': SMALL['occupations/cashier.yaml'].replace('title: The cashier', 'title: "a\\nb"') },
    ['WRONG_FIELD occupations/cashier.yaml:1:8 title is not what it must be | on one line'],
  ],
  [
    'a code that is none',
    { 'occupations/cashier.yaml': record('cashier', '412011') },
    [
      'WRONG_FIELD occupations/cashier.yaml:3:7 code is not what it must be | an O*NET-SOC code such as 29-9021.00 or a SOC code such as 29-9021',
    ],
  ],

  [
    'an unknown slug on a ladder',
    shops('[cashier, salesperson]', '[cashier, salesman, salesperson, zzz]'),
    [
      'UNKNOWN_OCCUPATION industries/shops.yaml:12:32 there is no occupation "salesman" | a record\'s slug (salesperson?)',
      'UNKNOWN_OCCUPATION industries/shops.yaml:12:55 there is no occupation "zzz" | a record\'s slug',
    ],
  ],
  [
    'an unknown slug to advance to',
    cashier(leadsTo('supervisor', 'supervisr')),
    [
      'UNKNOWN_OCCUPATION occupations/cashier.yaml:7:54 there is no occupation "supervisr" | a record\'s slug (supervisor?)',
    ],
  ],
  [
    'an unknown slug behind an everyday name',
    { 'shared-names.yaml': 'bagger: [packer]\nboss: [supervisor, bos]\nconstructor: [nobody]\n' },
    [
      'UNKNOWN_OCCUPATION shared-names.yaml:2:20 there is no occupation "bos" | a record\'s slug',
      'UNKNOWN_OCCUPATION shared-names.yaml:3:15 there is no occupation "nobody" | a record\'s slug',
    ],
  ],
  [
    'everyday names of an occupation that is not there, and of two',
    {
      'shared-names.yaml': 'bagger: [packer, cashier]\n',
      'everyday-names/41.yaml':
        'everyday-names:\n  cashier: |\n    rings up groceries\n    Bagger\n  cashir: |\n    till girl\n',
      'everyday-names/53.yaml': 'everyday-names:\n  packer: |\n    Rings up groceries\n',
    },
    [
      'NAME_TWICE everyday-names/41.yaml:2:12 "Bagger" is also a name of packer and cashier | once, in shared-names.yaml',
      'UNKNOWN_OCCUPATION everyday-names/41.yaml:5:11 there is no occupation "cashir" | a record\'s slug (cashier?)',
      'NAME_TWICE everyday-names/53.yaml:2:11 "Rings up groceries" is also a name of cashier | once, in shared-names.yaml',
    ],
  ],
  [
    'an everyday name for nothing',
    { 'shared-names.yaml': 'bagger: []\nboss: supervisor\n"": [packer]\n' },
    [
      'WRONG_FIELD shared-names.yaml:1:9 bagger names no occupation | a list of one or more',
      'WRONG_FIELD shared-names.yaml:2:7 boss is text | a list',
      'WRONG_FIELD shared-names.yaml:3:1 the key "" has no text | plain text',
    ],
  ],
  [
    'a slug twice',
    { 'occupations/till-clerk.yaml': SMALL['occupations/cashier.yaml'].replaceAll('cashiera', 'other') },
    [
      'SLUG_TWICE occupations/till-clerk.yaml:2:7 "cashier" is also the slug of occupations/cashier.yaml | a slug of its own',
      'FILE_NAME occupations/till-clerk.yaml:2:7 the slug "cashier" is not the file\'s name | "till-clerk", or a file named cashier.yaml',
      "SIMILAR_DESCRIPTION occupations/till-clerk.yaml:5:14 the description and that of occupations/cashier.yaml share 96 % of the shorter one's words | what is different about this one",
    ],
  ],
  [
    'an industry and a place twice',
    {
      'industries/shops.yml': SHOPS.replace('slug: selling', 'slug: buying'),
      'places/here.yml': 'title: Here\nslug: here\n',
      ...Object.fromEntries(
        ['cashier', 'packer', 'salesperson', 'supervisor'].map((slug) => [
          `occupations/${slug}.yaml`,
          `${record(slug, '41-2011.00')}home: shops/selling\n`,
        ]),
      ),
    },
    [
      'SLUG_TWICE industries/shops.yml:2:7 "shops" is also the slug of industries/shops.yaml | a slug of its own',
      'SLUG_TWICE places/here.yml:2:7 "here" is also the slug of places/here.yaml | a slug of its own',
    ],
  ],
  [
    'a file named otherwise than its slug',
    { 'places/here.yaml': undefined, 'places/hither.yaml': SMALL['places/here.yaml'] },
    ['FILE_NAME places/hither.yaml:2:7 the slug "here" is not the file\'s name | "hither", or a file named here.yaml'],
  ],

  [
    'an advancement to itself',
    cashier(leadsTo('cashier')),
    [
      'ADVANCEMENT_LOOP occupations/cashier.yaml:7:26 the advancement leads back to where it began: cashier → cashier | advancements that only rise',
    ],
  ],
  [
    'an advancement and back',
    {
      ...cashier(leadsTo('supervisor')),
      'occupations/supervisor.yaml': record('supervisor', '41-1011.00', { more: leadsTo('packer', 'cashier') }),
    },
    [
      'ADVANCEMENT_LOOP occupations/supervisor.yaml:7:50 the advancement leads back to where it began: cashier → supervisor → cashier | advancements that only rise',
    ],
  ],
  [
    'a ring of three',
    {
      ...cashier(leadsTo('packer')),
      'occupations/packer.yaml': record('packer', '53-7064.00', { more: leadsTo('supervisor') }),
      'occupations/supervisor.yaml': record('supervisor', '41-1011.00', { more: leadsTo('cashier') }),
    },
    [
      'ADVANCEMENT_LOOP occupations/supervisor.yaml:7:26 the advancement leads back to where it began: cashier → packer → supervisor → cashier | advancements that only rise',
    ],
  ],
  [
    'two ways to one place, which is no ring',
    {
      ...cashier(leadsTo('salesperson', 'supervisor')),
      'occupations/salesperson.yaml': record('salesperson', '41-2031.00', { more: leadsTo('supervisor') }),
    },
    [],
  ],
  [
    'two rings through one occupation',
    {
      ...cashier(leadsTo('packer', 'supervisor')),
      'occupations/packer.yaml': record('packer', '53-7064.00', { more: leadsTo('cashier') }),
      'occupations/supervisor.yaml': record('supervisor', '41-1011.00', { more: leadsTo('cashier') }),
    },
    [
      'ADVANCEMENT_LOOP occupations/packer.yaml:7:26 the advancement leads back to where it began: cashier → packer → cashier | advancements that only rise',
      'ADVANCEMENT_LOOP occupations/supervisor.yaml:7:26 the advancement leads back to where it began: cashier → supervisor → cashier | advancements that only rise',
    ],
  ],

  [
    'an area twice',
    { 'industries/shops.yaml': `${SHOPS}${SHOPS.slice(SHOPS.indexOf('  - slug'))}` },
    ['SLUG_TWICE industries/shops.yaml:15:11 "selling" is already an area of this industry | a slug of its own'],
  ],
  [
    'rungs that fall, and rungs of one level',
    {
      'industries/shops.yaml': SHOPS.replace('education: none', 'education: master').replace(
        'education: bachelor',
        'education: high-school',
      ),
    },
    [
      'RUNGS_FALL industries/shops.yaml:11:20 the rung "high-school" stands above one that asks as much or more | rungs in rising education',
      'RUNGS_FALL industries/shops.yaml:13:20 the rung "high-school" stands above one that asks as much or more | rungs in rising education',
    ],
  ],
  [
    'twice on a ladder',
    shops('[packer]', '[packer, supervisor]'),
    ['TWICE_ON_LADDER industries/shops.yaml:14:23 "supervisor" is on this ladder already | each occupation once'],
  ],
  [
    'a ladder of three',
    { ...shops(', salesperson', ''), 'occupations/salesperson.yaml': undefined },
    ['LADDER_SIZE industries/shops.yaml:5:11 the ladder has 3 occupations | 4 to 33'],
  ],
  ['a ladder of thirty-three', ladderOf(33), []],
  [
    'a ladder of thirty-four',
    ladderOf(34),
    ['LADDER_SIZE industries/shops.yaml:5:11 the ladder has 34 occupations | 4 to 33'],
  ],
  [
    'two ladders and no home',
    { 'industries/more.yaml': MORE },
    [
      'NO_HOME occupations/cashier.yaml:2:7 "cashier" stands on 2 ladders and has no home | home: more/selling, or home: shops/selling',
      'NO_HOME occupations/packer.yaml:2:7 "packer" stands on 2 ladders and has no home | home: more/selling, or home: shops/selling',
      'NO_HOME occupations/salesperson.yaml:2:7 "salesperson" stands on 2 ladders and has no home | home: more/selling, or home: shops/selling',
      'NO_HOME occupations/supervisor.yaml:2:7 "supervisor" stands on 2 ladders and has no home | home: more/selling, or home: shops/selling',
    ],
  ],
  [
    'a home on no ladder',
    cashier('home: shops/buying'),
    ['NOT_ON_HOME_LADDER occupations/cashier.yaml:7:7 the ladder shops/buying does not have "cashier" | shops/selling'],
  ],
  [
    'a home, and on no ladder',
    { ...cashier('home: shops/selling'), ...shops('cashier, ', 'packer, ') },
    [
      'LADDER_SIZE industries/shops.yaml:5:11 the ladder has 3 occupations | 4 to 33',
      'TWICE_ON_LADDER industries/shops.yaml:12:23 "packer" is on this ladder already | each occupation once',
      'NOT_ON_HOME_LADDER occupations/cashier.yaml:7:7 the ladder shops/selling does not have "cashier" | "cashier" on a rung of that ladder',
    ],
  ],
  [
    'on no ladder',
    { 'occupations/clerk.yaml': record('clerk', '43-4051.00') },
    ['NO_LADDER occupations/clerk.yaml:2:7 "clerk" stands on no ladder | a place on an area of an industry'],
  ],

  [
    'an unknown SOC code',
    {
      'occupations/cashier.yaml': record('cashier', '41-9999.00'),
      ...place(
        'pay: { source: survey, year: 2026, codes: { 99-9999: { employment: 1, mean: 1, median: 1, entry: 1, experienced: 1 } } }\n',
      ),
    },
    [
      'UNKNOWN_CODE occupations/cashier.yaml:3:7 41-9999 is no SOC 2018 code | a code of the classification',
      'UNKNOWN_CODE places/there.yaml:3:54 99-9999 is no SOC 2018 code | a code of the classification',
    ],
  ],
  [
    'figures of the combined code that holds a record, and of its own',
    {
      ...cashier(FIGURE.replace('41-2011', '41-2011.00')),
      'occupations/packer.yaml': record('packer', '31-1121.00', { more: FIGURE.replace('41-2011', '31-1120') }),
      ...place(
        'pay: { source: survey, year: 2026, codes: { 31-1120: { employment: 1, mean: 1, median: 1, entry: 1, experienced: 1 } } }\n',
      ),
    },
    [],
  ],
  [
    "another code's figure",
    cashier(FIGURE.replace('41-2011', '41-2031')),
    ['OTHER_CODE occupations/cashier.yaml:12:11 the figure is of 41-2031, and the record is 41-2011.00 | 41-2011'],
  ],
  [
    'an unknown source',
    { ...cashier(FIGURE.replace('survey', 'rumour')), ...place('pay: { source: hearsay, year: 2026, codes: {} }\n') },
    [
      'UNKNOWN_SOURCE occupations/cashier.yaml:9:13 there is no source "rumour" | one of the sources of catalogue.yaml (survey)',
      'UNKNOWN_SOURCE places/there.yaml:3:16 there is no source "hearsay" | one of the sources of catalogue.yaml (survey)',
    ],
  ],
  [
    'an unknown place',
    {
      ...cashier(FIGURE.replace('here', 'nowhere')),
      ...place('within: elsewhere\n'),
      ...head('place: here', 'place: heer'),
    },
    [
      'UNKNOWN_PLACE catalogue.yaml:3:8 there is no place "heer" | a file of places/',
      'UNKNOWN_PLACE occupations/cashier.yaml:10:12 there is no place "nowhere" | a file of places/',
      'UNKNOWN_PLACE places/there.yaml:3:9 there is no place "elsewhere" | a file of places/',
    ],
  ],
  [
    'a figure whose key has two words',
    cashier(
      FIGURE.replace('job-zone', 'required-education')
        .replace('zone: 2', 'shares: { none: 100 }')
        .replace('survey', 'rumour'),
    ),
    [
      'UNKNOWN_SOURCE occupations/cashier.yaml:9:13 there is no source "rumour" | one of the sources of catalogue.yaml (survey)',
    ],
  ],

  [
    'prose too short',
    {
      'occupations/cashier.yaml': record('cashier', '41-2011.00', {
        summary: words('cashier', 7),
        description: words('cashier', 39),
      }),
    },
    [
      'PROSE_LENGTH occupations/cashier.yaml:4:10 the summary has 7 words | 8 to 34',
      'PROSE_LENGTH occupations/cashier.yaml:5:14 the description has 39 words | 40 to 160',
    ],
  ],
  [
    'prose too long',
    {
      'occupations/cashier.yaml': record('cashier', '41-2011.00', {
        summary: words('cashier', 35),
        description: words('cashier', 161),
      }),
    },
    [
      'PROSE_LENGTH occupations/cashier.yaml:4:10 the summary has 35 words | 8 to 34',
      'PROSE_LENGTH occupations/cashier.yaml:5:14 the description has 161 words | 40 to 160',
    ],
  ],
  [
    'prose just long enough',
    {
      'occupations/cashier.yaml': record('cashier', '41-2011.00', {
        summary: words('cashier', 8),
        description: words('cashier', 40),
      }),
      'occupations/packer.yaml': record('packer', '53-7064.00', {
        summary: words('packer', 34),
        description: words('packer', 160),
      }),
    },
    [],
  ],
  [
    'what may be short: all others, the military',
    {
      'occupations/cashier.yaml': record('cashier', '41-9099.00', { description: words('cashier', 20) }),
      'occupations/packer.yaml': record('packer', '55-3016.00', { description: words('packer', 19) }),
    },
    ['PROSE_LENGTH occupations/packer.yaml:5:14 the description has 19 words | 20 to 160'],
  ],
  [
    'a figure in the prose',
    {
      'occupations/cashier.yaml': record('cashier', '41-2011.00', {
        summary: `${words('cashier', 9)} ($15)`,
        more: 'work-settings: 24 hours\nspecialities:\n  - title: Express\n    text: Ten items or 12.\nleads-to:\n  - occupation: supervisor\n    needs: 2 years.\n',
      }),
    },
    [
      'FIGURE_IN_PROSE occupations/cashier.yaml:4:10 the prose has a figure, "($15)" | figures under `figures`, with place, year and source',
      'FIGURE_IN_PROSE occupations/cashier.yaml:7:16 the prose has a figure, "24" | figures under `figures`, with place, year and source',
      'FIGURE_IN_PROSE occupations/cashier.yaml:10:11 the prose has a figure, "12." | figures under `figures`, with place, year and source',
      'FIGURE_IN_PROSE occupations/cashier.yaml:13:12 the prose has a figure, "2" | figures under `figures`, with place, year and source',
    ],
  ],
  [
    'the same summary',
    { 'occupations/cashier.yaml': record('cashier', '41-2011.00', { summary: words('Packer', 10) }) },
    [
      'SAME_SUMMARY occupations/packer.yaml:4:10 the summary is that of occupations/cashier.yaml | a summary of its own',
    ],
  ],
  [
    'descriptions that share most of their words',
    {
      'occupations/cashier.yaml': record('cashier', '41-2011.00', {
        description: `${words('supervisor', 31)} ${words('cashier', 19)}`,
      }),
    },
    [
      "SIMILAR_DESCRIPTION occupations/supervisor.yaml:5:14 the description and that of occupations/cashier.yaml share 62 % of the shorter one's words | what is different about this one",
    ],
  ],
  [
    'descriptions that share just as many as they may',
    {
      'occupations/cashier.yaml': record('cashier', '41-2011.00', {
        description: `${words('supervisor', 30)} ${words('cashier', 20)}`,
      }),
    },
    [],
  ],
  [
    'a short description inside a long one',
    {
      'occupations/supervisor.yaml': record('supervisor', '41-1011.00', {
        description: `${words('cashier', 40)} ${words('supervisor', 100)}`,
      }),
    },
    [
      "SIMILAR_DESCRIPTION occupations/supervisor.yaml:5:14 the description and that of occupations/cashier.yaml share 80 % of the shorter one's words | what is different about this one",
    ],
  ],

  [
    'an industry that cannot be read: its occupations are not wrong on top',
    { 'industries/shops.yaml': 'title: Shops\n' },
    [
      'MISSING_FIELD industries/shops.yaml:1:1 slug is missing | text',
      'MISSING_FIELD industries/shops.yaml:1:1 description is missing | text',
      'MISSING_FIELD industries/shops.yaml:1:1 areas is missing | a list',
    ],
  ],
  [
    'an industry that cannot be read: it may well have been the home',
    { ...cashier('home: shops/selling'), 'industries/more.yaml': MORE, 'industries/shops.yaml': 'title: Shops\n' },
    [
      'MISSING_FIELD industries/shops.yaml:1:1 slug is missing | text',
      'MISSING_FIELD industries/shops.yaml:1:1 description is missing | text',
      'MISSING_FIELD industries/shops.yaml:1:1 areas is missing | a list',
    ],
  ],
  [
    'a record that cannot be read: what names it is not wrong on top',
    { 'occupations/cashier.yaml': 'title: Cashier\n', ...{ 'shared-names.yaml': 'checker: [cashier]\n' } },
    [
      'MISSING_FIELD occupations/cashier.yaml:1:1 slug is missing | text',
      'MISSING_FIELD occupations/cashier.yaml:1:1 code is missing | text',
      'MISSING_FIELD occupations/cashier.yaml:1:1 summary is missing | text',
      'MISSING_FIELD occupations/cashier.yaml:1:1 description is missing | text',
      'MISSING_FIELD occupations/cashier.yaml:1:1 education is missing | a map of fields',
    ],
  ],
  [
    'a head that cannot be read: no source is wrong on top',
    { ...cashier(FIGURE), 'catalogue.yaml': 'title: x\n' },
    [
      'MISSING_FIELD catalogue.yaml:1:1 edition is missing | text',
      'MISSING_FIELD catalogue.yaml:1:1 place is missing | text',
      'MISSING_FIELD catalogue.yaml:1:1 sources is missing | a map of fields',
    ],
  ],
];

describe('what is wrong with a catalogue, and where', () => {
  test.each(CASES)('%s', (_name, changes, expected) => {
    expect(findingsIn(folderOf({ ...SMALL, ...changes }))).toEqual(expected);
  });
});
