/** What an import writes, and what it leaves alone. */
import { chmodSync, lstatSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isError } from '../../src/catalogue/findings.js';
import { readCatalogue } from '../../src/catalogue/read.js';
import type { ImportSource } from '../../src/import/run.js';
import {
  CUTS,
  catalogue,
  contents,
  failure,
  figures,
  file,
  folder,
  read,
  record,
  run,
  slugOf,
  yaml,
} from './releases.js';

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();
  return { ...actual, renameSync: vi.fn(actual.renameSync), writeFileSync: vi.fn(actual.writeFileSync) };
});

const CODES = ['29-2072.00', '29-9021.00', '29-1141.00', '21-1011.00'];
const ALL: [ImportSource, string][] = [
  ['oews', CUTS.oews2025],
  ['onet', CUTS.onet],
  ['onet', CUTS.onetSkills],
  ['projections', CUTS.projections],
  ['nys', CUTS.nys],
];

describe('an import', () => {
  it('of every source again changes nothing, and what was written is a catalogue', async () => {
    const into = catalogue(CODES);
    for (const [source, path] of ALL) await run(source, into, path);
    const after = contents(into);
    expect(Object.keys(after)).toHaveLength(1 + CODES.length + 11 + 2);
    expect(readCatalogue(into).findings.filter(isError)).toEqual([]);
    for (const [source, path] of ALL) {
      expect(await run(source, into, path)).toMatchObject({ recordsChanged: 0, figuresChanged: 0, filesWritten: [] });
    }
    expect(contents(into)).toEqual(after);
  });

  it.each(ALL.map(([source, path]) => ({ source, path, name: basename(path) })))(
    'tried without writing says the same and writes nothing: $source, $name',
    async ({ source, path }) => {
      const into = catalogue(CODES);
      const before = contents(into);
      const tried = await run(source, into, path, { dryRun: true });
      expect(tried.figuresChanged).toBeGreaterThan(0);
      expect(contents(into)).toEqual(before);
      expect({ ...(await run(source, into, path)), dryRun: true }).toEqual(tried);
      expect(contents(into)).not.toEqual(before);
    },
  );

  it('names its sources in the catalogue, once, and keeps what was written of one', async () => {
    const into = catalogue(CODES);
    const head = read(into, 'catalogue.yaml').replace(
      'sources: {}',
      'sources: # ours\n  oews-2025: {title: Wages, publisher: BLS, release: May 2025, date: 2026-05-15, url: https://www.bls.gov/oes/, licence: none, credit: BLS} # kept',
    );
    file(join(into, 'catalogue.yaml'), head);
    await run('oews', into, CUTS.oews2025);
    expect(read(into, 'catalogue.yaml')).toBe(head);
    await run('projections', into, CUTS.projections);
    const after = read(into, 'catalogue.yaml');
    expect(after.startsWith(head)).toBe(true);
    expect(yaml(after).sources['projections-2024-34']).toEqual({
      title: 'Employment Projections',
      publisher: 'U.S. Bureau of Labor Statistics',
      release: '2024-34',
      date: '2025',
      url: 'https://www.bls.gov/emp/',
      licence: 'Public domain',
      credit: 'Employment Projections 2024-34, U.S. Bureau of Labor Statistics.',
    });
  });

  it('of the next release says what moved, the largest first', async () => {
    const into = catalogue(CODES);
    await run('oews', into, CUTS.oews2024);
    const before = read(into, `occupations/${slugOf('29-2072.00')}.yaml`);
    const report = await run('oews', into, CUTS.oews2025);
    expect(report).toMatchObject({ releases: ['oews-2025'], records: 4, recordsFound: 4, recordsChanged: 4 });
    expect(report.filesWritten).toHaveLength(5);
    expect(report.moves).toContainEqual({
      title: slugOf('29-2072.00'),
      figure: 'pay.annual.median',
      before: 50250,
      after: 51140,
      share: (51140 - 50250) / 50250,
    });
    const shares = report.moves.map(({ share }) => Math.abs(share));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(report.moves.length).toBeLessThanOrEqual(10);
    const lines = (text: string): string[] => text.split('\n').filter((line) => !/20\d\d|mean|employment/.test(line));
    expect(lines(read(into, `occupations/${slugOf('29-2072.00')}.yaml`))).toEqual(lines(before));
  });

  it('counts by records: two of one code have the same figures', async () => {
    const into = catalogue(['29-2072.00'], { 'occupations/coder.yaml': record('coder', '29-2072.00') });
    expect(await run('oews', into, CUTS.oews2025)).toMatchObject({
      recordsFound: 2,
      recordsChanged: 2,
      figuresChanged: 34,
    });
    expect(yaml(read(into, 'occupations/coder.yaml')).figures).toEqual(figures(into, '29-2072.00'));
  });

  it('says how far it is', async () => {
    const said: string[] = [];
    await run('oews', catalogue(CODES), CUTS.oews2025, { progress: (what) => said.push(what) });
    expect(said).toEqual([`Reading ${CUTS.oews2025}`, 'Comparing records: 1 of 4', 'Writing 5 files']);
  });
});

describe('a record', () => {
  const pay = { '29-2072.00': '51140', '29-9021.00': '68020', '29-1141.00': '97550' } as const;
  const around = fc.array(
    fc.constantFrom(
      '# a comment',
      '',
      'also-called:  [Coder,   "Clerk"]  # odd',
      "work-settings:   'An office'   # quoted",
      'specialities:\n- title:   One\n  text: >-\n      Folded\n      text.\n# at the margin',
      'official-title: |\n    As it is',
    ),
    { maxLength: 5 },
  );
  const layout = fc.record({
    code: fc.constantFrom(...(Object.keys(pay) as (keyof typeof pay)[])),
    above: around,
    below: around,
    held: fc.constantFrom(
      '',
      'figures: {} # by import\n',
      'figures: {}\n',
      'figures:   # by import\n  # pay\n  pay:\n      source: oews-2024   # May\n      place:   united-states\n      year: "2024"\n      code: 29-0000\n      employment:    1\n      annual: {mean: 1,  p10: 1, p25: 1, median: 1, p75: 1, p90: 1} # a year\n      hourly: { mean: 1, p10: 1, p25: 1, median: 1, p75: 1, p90: 1 }\n  # the end\n',
    ),
    eol: fc.constantFrom('\n', '\r\n'),
    lastEnd: fc.boolean(),
  });

  it('keeps what a person wrote, byte for byte, wherever the figures stand', async () => {
    const records = fc.sample(layout, { numRuns: 60, seed: 34 });
    const into = catalogue([]);
    const parts = records.map(({ code, above, below, held, eol, lastEnd }, i) => {
      const once = (lines: string[], beside: string[]): string =>
        [...new Set(lines)]
          .filter((line) => !line.includes(':') || !beside.includes(line))
          .map((line) => `${line}\n`)
          .join('');
      const head = record(`r${i}`, code) + once(above, []);
      const tail = once(below, above);
      const text = (head + held + tail).replace(/\n$/, lastEnd ? '\n' : '').replaceAll('\n', eol);
      file(join(into, `occupations/r${i}.yaml`), text);
      return { code, held, head: head.replaceAll('\n', eol), tail: tail.replaceAll('\n', eol), text };
    });
    expect(readCatalogue(into).findings.filter(isError)).toEqual([]);
    await run('oews', into, CUTS.oews2025);
    for (const [i, { code, held, head, tail, text }] of parts.entries()) {
      const after = read(into, `occupations/r${i}.yaml`);
      expect(yaml(after).figures.pay.annual.median).toBe(pay[code]);
      const known = held === '' ? text.trimEnd() : head;
      expect(after.startsWith(known)).toBe(true);
      if (held !== '') expect(after.endsWith(tail) || after.endsWith(tail.replace(/\r?\n$/, ''))).toBe(true);
      expect(/\n$/.test(after)).toBe(/\n$/.test(text));
      const kept = (all: string): string[] => all.match(/#.*/g) ?? [];
      expect(kept(after).sort()).toEqual(kept(text).sort());
      if (held.includes('pay:')) {
        const others = (all: string): string => all.replace(/(?<=^ {6}\w+:.*)(\d[\d.-]*|(?<=oews-)\d+)/gm, 'N');
        expect(others(after)).toBe(others(text));
      }
    }
    expect(await run('oews', into, CUTS.oews2025)).toMatchObject({ figuresChanged: 0, filesWritten: [] });
  });
});

describe('files are written whole or not at all', () => {
  afterEach(() => vi.clearAllMocks());
  const full = (): never => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  /** The call of this number fails. */
  const failing = (
    call: { mockImplementationOnce: (f: () => never) => unknown; getMockImplementation: () => unknown },
    n: number,
  ) => {
    const spy = vi.mocked(call as unknown as typeof renameSync);
    const actual = spy.getMockImplementation();
    for (let i = 1; i < n; i++) spy.mockImplementationOnce(actual as typeof renameSync);
    spy.mockImplementationOnce(full);
  };

  it('nothing is, where one cannot be', async () => {
    const into = catalogue(CODES);
    const before = contents(into);
    failing(vi.mocked(writeFileSync) as never, 3);
    expect(await failure(run('oews', into, CUTS.oews2025))).toBe(
      `UNWRITABLE\n${into} cannot be written: the disk is full. Nothing was written.`,
    );
    expect(contents(into)).toEqual(before);
  });

  it('nothing is, where the first cannot take its place', async () => {
    const into = catalogue(CODES);
    const before = contents(into);
    failing(vi.mocked(renameSync) as never, 1);
    expect(await failure(run('oews', into, CUTS.oews2025))).toContain('Nothing was written.');
    expect(contents(into)).toEqual(before);
  });

  it('those that took their places are whole, and it says so; the same import writes the rest', async () => {
    const into = catalogue(CODES);
    const before = contents(into);
    failing(vi.mocked(renameSync) as never, 3);
    expect(await failure(run('oews', into, CUTS.oews2025))).toContain('2 of 5 files were written, each whole.');
    const half = contents(into);
    expect(Object.keys(half)).toEqual(Object.keys(before));
    const other = catalogue(CODES);
    await run('oews', other, CUTS.oews2025);
    const whole = contents(other);
    const changed = Object.keys(half).filter((path) => half[path] !== before[path]);
    expect(changed).toHaveLength(2);
    for (const path of changed) expect(half[path]).toBe(whole[path]);
    await run('oews', into, CUTS.oews2025);
    expect(contents(into)).toEqual(whole);
  });

  it('a file keeps its mode, and a link stays a link', async () => {
    const into = catalogue(['29-2072.00']);
    const path = join(into, `occupations/${slugOf('29-2072.00')}.yaml`);
    chmodSync(path, 0o600);
    const elsewhere = file(join(folder(), 'linked.yaml'), record('linked', '29-9021.00'));
    symlinkSync(elsewhere, join(into, 'occupations/linked.yaml'));
    await run('oews', into, CUTS.oews2025);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(lstatSync(join(into, 'occupations/linked.yaml')).isSymbolicLink()).toBe(true);
    expect(yaml(read(elsewhere)).figures.pay.annual.median).toBe('68020');
  });
});
