import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { checkCatalogue } from '../../src/catalogue/check.js';
import type { Finding } from '../../src/catalogue/findings.js';
import type { Occupation } from '../../src/catalogue/model.js';
import { readCatalogue } from '../../src/catalogue/read.js';

/** Path → content; `undefined` leaves a file out. */
export type Files = Record<string, string | Uint8Array | undefined>;

const root = mkdtempSync(join(tmpdir(), 'ladders-catalogue-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A new empty folder, gone when the tests of the file are through. */
export const newFolder = (): string => mkdtempSync(join(root, 'folder-'));

/** A new folder with these files. */
export function folderOf(files: Files): string {
  const folder = newFolder();
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A finding in a line, for tables: `CODE file:line:column what | right`. */
export const inLine = (f: Finding): string =>
  `${f.code} ${[f.file, f.line, f.column].filter((part) => part !== undefined).join(':')} ${f.what} | ${f.right}`;

export const findingsIn = (folder: string): string[] => checkCatalogue(readCatalogue(folder)).map(inLine);

/** Words that no other record has, as many as asked. */
export const words = (name: string, n: number): string =>
  Array.from({ length: n }, (_, i) => `${name}${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`).join(
    ' ',
  );

/** A record in seven lines: title, slug, code, summary, description, education, and what else is given. */
export function record(
  slug: string,
  code: string,
  { summary = words(slug, 10), description = words(slug, 50), more = '' } = {},
): string {
  return [
    `title: The ${slug}`,
    `slug: ${slug}`,
    `code: ${code}`,
    `summary: ${summary}`,
    `description: ${description}`,
    'education: { level: high-school }',
    more,
  ].join('\n');
}

export const SHOPS = `title: Shops
slug: shops
description: Where goods change hands.
areas:
  - slug: selling
    title: Selling
    description: Helps people find what they came for.
    rungs:
      - education: none
        occupations: [packer]
      - education: high-school
        occupations: [cashier, salesperson]
      - education: bachelor
        occupations: [supervisor]
`;

export const HEAD = `title: A small catalogue
edition: 1
place: here
sources:
  survey:
    title: Survey
    publisher: The county
    release: Spring
    date: 2026-05
    url: https://example.org/survey
    licence: Public domain
    credit: The county's survey.
`;

/** A catalogue of four occupations on one ladder, with nothing wrong in it. */
export const SMALL = {
  'catalogue.yaml': HEAD,
  'industries/shops.yaml': SHOPS,
  'places/here.yaml': 'title: Here\nslug: here\n',
  'occupations/cashier.yaml': record('cashier', '41-2011.00'),
  'occupations/packer.yaml': record('packer', '53-7064.00'),
  'occupations/salesperson.yaml': record('salesperson', '41-2031.00'),
  'occupations/supervisor.yaml': record('supervisor', '41-1011.00'),
} satisfies Files;

/** The least that a record can be. */
export const occupation = (slug: string, home?: string): Occupation => ({
  slug,
  home,
  title: slug,
  code: '41-2011.00',
  alsoCalled: [],
  summary: '',
  description: '',
  specialities: [],
  education: { level: 'none' },
  credentials: [],
  leadsTo: [],
  figures: {},
});
