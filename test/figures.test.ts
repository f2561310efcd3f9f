/**
 * The figures of the catalogue are those of the releases: a hundred records drawn by lot, and the places, are compared
 * with the cut releases, read anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedUnder } from '../src/catalogue/combined.js';
import { socOf } from '../src/catalogue/model.js';
import { readNys } from '../src/import/nys.js';
import { readOews } from '../src/import/oews.js';
import { readOnet } from '../src/import/onet.js';
import { readProjections } from '../src/import/projections.js';
import type { Fields, Reading } from '../src/import/reading.js';
import { published } from '../src/import/tables.js';
import { CUTS, yaml } from './import/releases.js';

const SEED = 2034;
const RECORDS = 100;

const data = fileURLToPath(new URL('../data/', import.meta.url));
const textOf = (path: string): string => readFileSync(join(data, path), 'utf8');

let oews: Reading;
let projections: Reading;
let onet: Reading;
let onetSkills: Reading;
let nys: Reading;
beforeAll(async () => {
  const whole = { release: undefined, whole: true };
  [oews, projections, onet, onetSkills, nys] = await Promise.all([
    published([CUTS.oews2025]).then(readOews),
    published([CUTS.projections]).then(readProjections),
    published([CUTS.onet]).then((files) => readOnet(files, whole)),
    published([CUTS.onetSkills]).then((files) => readOnet(files, whole)),
    published([CUTS.nys]).then((files) => readNys(files, undefined)),
  ]);
});

/** What the cuts say of a code. Skills come from O*NET where it has them. */
const released = (code: string): Fields =>
  Object.assign({}, ...[oews, onet, projections, onetSkills].map((reading) => reading.figures?.(code) ?? {}));

/** Every value with its path; a list and the order of a map's keys are values too. */
function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return [[path, value.join(', ')]];
  const held = (value ?? {}) as Record<string, unknown>;
  const order: [string, string][] = /values|occupations/.test(path)
    ? [[`${path}, in order`, Object.keys(held).join(', ')]]
    : [];
  return [
    ...order,
    ...Object.entries(held).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`)),
  ];
}

/** Where the two differ, in words. */
function differences(title: string, said: unknown, is: unknown): string[] {
  const catalogue = new Map(leaves(said, ''));
  const release = new Map(leaves(is, ''));
  return [...new Set([...catalogue.keys(), ...release.keys()])]
    .filter((path) => catalogue.get(path) !== release.get(path))
    .map(
      (path) =>
        `${title}, ${path}: the catalogue says ${catalogue.get(path) ?? 'nothing'}, the release ${release.get(path) ?? 'nothing'}`,
    );
}

interface Drawn {
  slug: string;
  code: string;
  figures: Record<string, Record<string, unknown>>;
}

const codes = readdirSync(join(data, 'occupations')).map((file) => ({
  file,
  code: /^code: *["']?([\d.-]+)/m.exec(textOf(`occupations/${file}`))?.[1] ?? '',
}));

/** The cuts have job titles of every code that they have, and of no other. */
const titlesOf = (code: string): readonly string[] => onet.jobTitles?.(code) ?? [];

function draw(): Drawn[] {
  const inCuts = codes.filter(({ code }) => titlesOf(code).length > 0);
  const [drawn = []] = fc.sample(fc.shuffledSubarray(inCuts, { minLength: RECORDS, maxLength: RECORDS }), {
    seed: SEED,
    numRuns: 1,
  });
  return drawn.map(({ file, code }) => {
    const { slug, figures } = yaml(textOf(`occupations/${file}`));
    return { slug, code, figures: figures ?? {} };
  });
}

describe('the figures of the catalogue', () => {
  it('of a hundred records', () => {
    const records = draw();
    const compared = new Map<string, number>();
    const found = records.flatMap(({ slug, code, figures }) => {
      const release = { ...released(code) };
      const said = { ...figures };
      for (const name of ['skills', 'knowledge']) {
        // O*NET's workbooks are cut to fewer codes than the rest.
        if (said[name]?.source === 'onet-29.0' && !onetSkills.figures?.(code)?.[name]) {
          delete said[name];
          delete release[name];
        }
      }
      for (const name of Object.keys(release)) compared.set(name, (compared.get(name) ?? 0) + 1);
      return differences(slug, said, release);
    });
    expect(found).toEqual([]);
    expect(records).toHaveLength(RECORDS);
    const least = {
      pay: 80,
      outlook: 80,
      entry: 80,
      attainment: 80,
      'job-zone': 70,
      interests: 70,
      related: 70,
      technology: 60,
    };
    for (const [name, n] of Object.entries({ ...least, 'required-education': 60, skills: 20, knowledge: 20 })) {
      expect([name, compared.get(name)]).toEqual([name, expect.toSatisfy((count: number) => count >= n)]);
    }
  });

  it('of every place', () => {
    const files = readdirSync(join(data, 'places'));
    const places = new Map(files.map((file) => [file.replace('.yaml', ''), yaml(textOf(`places/${file}`))]));
    const found = (nys.places ?? []).flatMap(({ slug, title, within, source, year, codes: rows }) => {
      const place = places.get(slug);
      const { codes: said = {}, ...cited } = place?.pay ?? {};
      const wanted = new Set(codes.flatMap(({ code }) => publishedUnder(socOf(code), (c) => rows.has(c)) ?? []));
      const inCut = Object.fromEntries(Object.entries(said).filter(([code]) => rows.has(code)));
      return [
        ...differences(
          slug,
          { title: place?.title, within: place?.within ?? '', ...cited },
          { title, within: within ?? '', source, year },
        ),
        ...differences(slug, inCut, Object.fromEntries([...rows].filter(([code]) => wanted.has(code)))),
      ];
    });
    expect(found).toEqual([]);
    expect(nys.places).toHaveLength(11);
  });

  it('and the job titles', () => {
    const held = new Map<string, Record<string, string>>();
    const found = draw().flatMap(({ slug, code }) => {
      const group = code.slice(0, 2);
      const titles = held.get(group) ?? yaml(textOf(`job-titles/${group}.yaml`))['job-titles'];
      held.set(group, titles);
      return differences(slug, { titles: titles[code]?.trimEnd() }, { titles: titlesOf(code).join('\n') });
    });
    expect(found).toEqual([]);
  });
});
