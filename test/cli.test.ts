/** What a person types, and what they get: streams, exit codes, what is said when it goes wrong. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../src/render/text.js';
import { ladders } from './terminal.js';

describe('show finds an occupation by', () => {
  test.each([
    ['slug', ['health-information-technician'], 'Health Information Technician'],
    ['path', ['healthcare/information/computer-systems-analyst'], 'Computer Systems Analyst'],
    ['O*NET-SOC code', ['29-1141.00'], 'Registered Nurse'],
    ['SOC code of one record', ['27-2011'], 'Actor'],
    ['title in several words', ['registered', 'nurse'], 'Registered Nurse'],
    ['title in other letters', ['REGISTERED', 'Nurse'], 'Registered Nurse'],
    ['abbreviation', ['RN'], 'Registered Nurse'],
    ['also-called name', ['Rifleman'], 'Infantry'],
    ['title after --', ['--', 'actor'], 'Actor'],
  ])('%s', async (_how, args, title) => {
    const { out, exit } = await ladders(['show', ...args]);
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`^Title: ${title}$`, 'm'));
  });

  test('words on standard input', async () => {
    const { out, exit } = await ladders(['show', '-'], { stdin: 'registered nurse\n' });
    expect(exit).toBe(0);
    expect(out).toContain('Title: Registered Nurse\n');
  });

  test('options before and after the command', async () => {
    const before = await ladders(['--json', 'show', 'actor']);
    const after = await ladders(['show', 'actor', '--json']);
    expect(before.out).toBe(after.out);
    expect(JSON.parse(after.out)).toMatchObject({ schemaVersion: 1, found: true, occupation: { slug: 'actor' } });
  });
});

test('a path sets the breadcrumb and the neighbours', async () => {
  const home = JSON.parse((await ladders(['show', 'computer-systems-analyst', '--json'])).out);
  const there = JSON.parse((await ladders(['show', 'healthcare/information/computer-systems-analyst', '--json'])).out);
  expect(home.standings[0].path).toBe('information-technology/support-and-systems/computer-systems-analyst');
  expect(there.standings[0].path).toBe('healthcare/information/computer-systems-analyst');
  expect(there.standings[0].previous.slug).toBe('health-information-technician');
});

test('several records under one code are all offered', async () => {
  const { out, exit } = await ladders(['show', '29-1141', '--json']);
  const codes = JSON.parse(out).occupations.map((card: { code: string }) => card.code);
  expect(exit).toBe(0);
  expect(codes).toEqual(['29-1141.00', '29-1141.01', '29-1141.02', '29-1141.03', '29-1141.04']);
});

test('known figures', async () => {
  const { out } = await ladders(['show', 'health-information-technician', '--json']);
  const { figures } = JSON.parse(out).occupation;
  expect(figures.pay).toMatchObject({ employment: 38100, year: '2025', source: 'oews-2025', place: 'united-states' });
  expect(figures.pay.annual.median).toBe(68020);
  expect(figures.outlook).toMatchObject({ growth: 14.7, openings: 3200, year: '2024-34' });
});

test('a place comes first', async () => {
  const { out } = await ladders(['show', 'medical-coder', '--place', 'central new york', '--json']);
  expect(JSON.parse(out).places[0]).toMatchObject({ place: { slug: 'central-new-york' }, median: 48580, year: '2022' });
});

describe('what goes wrong is one clear sentence with the next thing to type', () => {
  test.each<[string[], number, RegExp, string[]]>([
    [['show', 'actng', 'person'], 1, /no occupation “actng person”/, ['ladders show actor']],
    [['show'], 2, /missing required argument/i, ['ladders help show']],
    [['show', ''], 2, /Nothing was named/, ['ladders list']],
    [['show', 'rn', '--place', 'Gotham'], 2, /no place “Gotham”/, ['Central New York', 'United States']],
    [
      ['show', 'healthcare/business/actor'],
      1,
      /does not stand at/,
      ['ladders show arts-and-media/performing-arts/actor'],
    ],
    [['list', 'helthcare'], 1, /no industry or area “helthcare”/, ['ladders list healthcare']],
    [['list', 'healthcare/informtion'], 1, /no area “informtion”/, ['ladders list healthcare/information']],
    [['list', 'actor'], 1, /is an occupation/, ['ladders show actor']],
    [['search'], 2, /No words and no conditions/, ['ladders search coder']],
    [['search', '--education', 'phd'], 2, /Allowed choices/, ['ladders help search']],
    [['search', '--min-pay', 'lots'], 2, /must be dollars/, ['ladders help search']],
    [['search', '--jsn', 'x'], 2, /unknown option '--jsn'/i, ['--json', 'ladders help search']],
    [['serch', 'coder'], 2, /no command “serch”/, ['ladders search coder']],
    [['help', 'serch'], 2, /no command “serch”/, ['ladders search']],
    [['check', '/nowhere/at/all'], 2, /no such file or folder/, ['catalogue.yaml']],
    [['--catalogue', '/nowhere/at/all', 'list'], 2, /no such file or folder/, []],
    [['ladder'], 2, /Which ladder/, ['ladders list']],
    [['ladder', 'healthcare'], 1, /several ladders/, ['ladders ladder healthcare/information']],
    [['next', 'actng', 'person'], 1, /no occupation “actng person”/, ['ladders next actor']],
    [['path', 'actor'], 2, /two ends/, ['ladders path nursing-assistant registered-nurse']],
    [['path', 'actor', 'actor'], 2, /./, []],
    [['path', 'cashier', 'physician', '--max-years', '1'], 1, /No path leads/, ['--max-years']],
    [['path', 'cashier', '--to-industry', 'helthcare'], 1, /no industry or area/, ['healthcare']],
    [['compare', 'actor'], 2, /Two to 4 occupations/, ['ladders compare']],
    [['compare', 'actor', 'actor'], 2, /named twice/, []],
    [['search', '--batch', '/nowhere/titles.txt'], 2, /no such file or folder/, []],
  ])('%j', async (args, exit, message, hints) => {
    const shown = await ladders(args);
    expect(shown.exit).toBe(exit);
    expect(shown.out).toBe('');
    expect(shown.err).toMatch(message);
    for (const hint of hints) expect(shown.err).toContain(hint);
    expect(shown.err).not.toMatch(/\n\s+at /);
  });
});

test('a title that one typo hides is taken, and said', async () => {
  const { out, err, exit } = await ladders(['show', 'phlebotomsit']);
  expect(exit).toBe(0);
  expect(out).toMatch(/Phlebotomist/);
  expect(err).toBe('Taken: Phlebotomist (Phlebotomist).\n');
});

test('nothing found is valid JSON too', async () => {
  const { out, exit } = await ladders(['show', 'actng', 'person', '--json']);
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, found: false, asked: 'actng person' });
});

describe('escape sequences in a query never come back', () => {
  const hostile = 'x\u001b[31mred\u001b]0;owned\u0007\u009b5m\u202e';
  test.each([['show'], ['list'], ['search'], ['help'], ['nothing']])('%s', async (command) => {
    for (const args of [
      [command, hostile],
      [command, hostile, '--json'],
      ['show', 'rn', '--place', hostile],
    ]) {
      const { out, err } = await ladders(args);
      expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  test('whatever the words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('show', 'search', 'list'),
        async (words, command) => {
          const { out, err, exit } = await ladders([command, '--', words]);
          expect([0, 1, 2]).toContain(exit);
          expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
          expect(err).not.toContain('fault of the program');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('colour', () => {
  const colored = async (args: string[], columns: number | undefined, env: Record<string, string>): Promise<boolean> =>
    (await ladders(['list', '--pretty', ...args], { ...(columns && { columns }), env })).out.includes('\u001b[');
  test.each<[string, string[], number | undefined, Record<string, string>, boolean]>([
    ['at a terminal', [], 80, {}, true],
    ['in a pipe', [], undefined, {}, false],
    ['NO_COLOR', [], 80, { NO_COLOR: '1' }, false],
    ['empty NO_COLOR', [], 80, { NO_COLOR: '' }, true],
    ['NO_COLOR over FORCE_COLOR', [], 80, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['--color over NO_COLOR', ['--color'], undefined, { NO_COLOR: '1' }, true],
    ['--color=never over FORCE_COLOR', ['--color=never'], 80, { FORCE_COLOR: '1' }, false],
    ['--no-color', ['--no-color'], 80, {}, false],
    ['FORCE_COLOR in a pipe', [], undefined, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', [], 80, { FORCE_COLOR: '0' }, false],
    ['CLICOLOR_FORCE', [], undefined, { CLICOLOR_FORCE: '1' }, true],
    ['FORCE_COLOR over TERM=dumb', [], 80, { FORCE_COLOR: '1', TERM: 'dumb' }, true],
    ['TERM=dumb', [], 80, { TERM: 'dumb' }, false],
  ])('%s', async (_case, args, columns, env, expected) => {
    expect(await colored(args, columns, env)).toBe(expected);
  });
});

describe('the width', () => {
  const COMMANDS: string[][] = [
    ['show', 'registered-nurse'],
    ['show', 'combat'],
    ['show', '29-1141'],
    ['list'],
    ['list', 'public-service'],
    ['search', 'fixes', 'air', 'conditioners'],
    ['search', '--industry', 'healthcare', '--limit', '80'],
    ['sources'],
    ['ladder', 'registered-nurse'],
    ['ladder', 'public-service/military-enlisted'],
    ['next', 'health-information-technician', '--all'],
    ['from', 'registered-nurse'],
    ['path', 'nursing-assistant', 'nurse-practitioner'],
    ['compare', 'electrician', 'plumber', 'carpenter', 'actor'],
  ];
  test.each([40, 63, 80, 120, 200])('no line is wider than %i columns', async (columns) => {
    for (const args of COMMANDS) {
      for (const env of <Record<string, string>[]>[{ LANG: 'C.UTF-8' }, { LANG: 'C', NO_COLOR: '1' }]) {
        const { out } = await ladders(args, { columns, env });
        const wide = out.split('\n').filter((line) => widthOf(line) > columns);
        expect(wide).toEqual([]);
      }
    }
  });

  test('no title is lost', async () => {
    const { out } = await ladders(['list', 'healthcare'], { columns: 30, env: { NO_COLOR: '1' } });
    const letters = out.replace(/[^A-Za-z]/g, '');
    const listed = JSON.parse((await ladders(['list', 'healthcare', '--json'])).out);
    for (const area of listed.industry.areas) {
      for (const rung of area.rungs) {
        for (const { title } of rung.occupations)
          expect(letters).toContain(title.replace(/[^A-Za-z]/g, '').slice(0, 12));
      }
    }
  });

  test('ASCII where the locale has no UTF-8', async () => {
    for (const args of COMMANDS) {
      const { out } = await ladders(args, { columns: 80, env: { LC_ALL: 'C', NO_COLOR: '1' } });
      expect(out).toMatch(/^[\u0000-\u007f]*$/);
    }
  });
});

test('a long answer at a terminal goes to the pager, unless it is told not to', async () => {
  const terminal = { columns: 80, rows: 24, env: { NO_COLOR: '1' } };
  const paged = await ladders(['list', 'healthcare'], terminal);
  expect(paged.paged).toHaveLength(1);
  expect(paged.out).toBe('');
  const whole = await ladders(['list', 'healthcare', '--no-pager'], terminal);
  expect(whole.paged).toEqual([]);
  expect(whole.out).toBe(paged.paged[0]);
  const piped = await ladders(['list', 'healthcare']);
  expect(piped.paged).toEqual([]);
});

describe('search', () => {
  test.each([
    [
      ['--education', 'associate', '--min-pay', '60000'],
      (c: { education: string }) => !['bachelor', 'master', 'doctoral'].includes(c.education),
    ],
    [
      ['--min-pay', '60k', '--max-pay', '$70,000'],
      (c: { pay: { median: number } }) => c.pay.median >= 60000 && c.pay.median <= 70000,
    ],
    [['--growth', '10%', '--industry', 'healthcare'], (c: { growth: number }) => c.growth >= 10],
    [['--area', 'information'], (c: { title: string }) => c.title.length > 0],
  ])('%j', async (args, fits) => {
    const { out, exit } = await ladders(['search', '--json', '--all', ...args]);
    const { matches, total } = JSON.parse(out);
    expect(exit).toBe(0);
    expect(matches).toHaveLength(total);
    expect(matches.every(fits)).toBe(true);
  });

  test('sorts', async () => {
    const { out } = await ladders(['search', '--json', '--sort', 'pay', '--industry', 'construction']);
    const pays = JSON.parse(out).matches.map((m: { pay: { median: number } }) => m.pay.median);
    expect(pays).toEqual([...pays].sort((a, b) => b - a));
  });

  test('a filter that no record can answer says so', async () => {
    const { err, exit } = await ladders(['search', 'nurse', '--min-pay', '9000000']);
    expect(exit).toBe(1);
    expect(err).toContain('--min-pay');
  });

  test('conditions that exclude each other', async () => {
    const { err, exit } = await ladders(['search', '--max-pay', '40k', '--education', 'none', '--growth', '30']);
    expect(exit).toBe(1);
    expect(err).toContain('together');
  });
});

describe('batch', () => {
  test('a JSON line for each line, in order', async () => {
    const { out, exit } = await ladders(['search', '--batch'], { stdin: '\ufeffRN\r\n\r\nactor\nlast line' });
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exit).toBe(0);
    expect(lines.map(({ query }) => query)).toEqual(['RN', '', 'actor', 'last line']);
    expect(lines[0].matches[0]).toMatchObject({ slug: 'registered-nurse', code: '29-1141.00' });
    expect(Object.keys(lines[0].matches[0])).toEqual(['code', 'title', 'slug', 'path', 'confidence', 'matched']);
    expect(lines[1]).toMatchObject({ problem: 'empty', matches: [] });
  });

  test('CSV in and out', async () => {
    const { out } = await ladders(['search', '--batch', '--column', 'job', '--format', 'csv'], {
      stdin: 'id,job\n1,"nurse, registered"\n2,actor\n',
    });
    const [header, first, second] = out.trimEnd().split('\n');
    expect(header).toBe('query,code,title,slug,path,confidence,matched,problem');
    expect(first).toContain('"nurse, registered",29-1141.00,Registered Nurse,');
    expect(second).toContain('actor,27-2011.00,Actor,');
  });

  test('a column that is not there', async () => {
    const { err, exit } = await ladders(['search', '--batch', '--column', 'title'], { stdin: 'id,job\n1,x\n' });
    expect(exit).toBe(2);
    expect(err).toContain('Its columns: id, job');
  });
});

test('sources say release, date, licence, credit, figures and age', async () => {
  const { out } = await ladders(['sources', '--json']);
  const { sources } = JSON.parse(out);
  expect(sources.map((s: { id: string }) => s.id).sort()).toEqual(
    ['nys-oews-2022', 'oews-2025', 'onet-29.0', 'onet-30.1', 'projections-2024-34'].sort(),
  );
  for (const source of sources) {
    expect(source).toMatchObject({
      release: expect.any(String),
      licence: expect.any(String),
      credit: expect.any(String),
    });
    expect(source.figures).toBeGreaterThan(1000);
  }
  expect(sources.find((s: { id: string }) => s.id === 'nys-oews-2022').age).toBe(4);
});

test('--version names the program and the edition of its catalogue', async () => {
  const { out } = await ladders(['--version']);
  expect(out).toMatch(/^ladders \d+\.\d+\.\d+\n.+, edition \d{4}-\d{2}: 1020 occupations\n$/);
});
