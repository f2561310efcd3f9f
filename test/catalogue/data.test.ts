import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkCatalogue } from '../../src/catalogue/check.js';
import { ladderOrder } from '../../src/catalogue/hierarchy.js';
import type { Catalogue, Industry } from '../../src/catalogue/model.js';
import { type ReadCatalogue, readCatalogue } from '../../src/catalogue/read.js';
import { inLine } from './folder.js';

/** The codes of O*NET-SOC 2019, a line each. */
const ONET_CODES = readFileSync(join(import.meta.dirname, '../fixtures/catalogues/onet-soc-codes.txt'), 'utf8')
  .trim()
  .split('\n');

const HEALTHCARE_AREAS = [
  'business',
  'clinical-lab',
  'dentistry',
  'engineering',
  'facilities',
  'education',
  'information',
  'mental-health',
  'nursing-and-direct-patient-care',
  'nutrition',
  'pharmacy',
  'radiology',
  'rehabilitation',
];

let read: ReadCatalogue;
let catalogue: Catalogue;
let healthcare: Industry | undefined;
beforeAll(() => {
  read = readCatalogue(join(import.meta.dirname, '../../data'));
  catalogue = read.catalogue;
  healthcare = catalogue.industries.find(({ slug }) => slug === 'healthcare');
}, 60_000);

const slugsOf = (industry: Industry | undefined): Set<string> =>
  new Set(industry?.areas.flatMap((area) => ladderOrder(area).map(({ slug }) => slug)));

test('nothing is wrong with it, and no advice is due', () => {
  expect(checkCatalogue(read).map(inLine)).toEqual([]);
});

describe('occupations', () => {
  test('each of the 1,016 codes has a record, and no record has another', () => {
    expect(ONET_CODES).toHaveLength(1016);
    expect([...new Set(catalogue.occupations.map(({ code }) => code))].sort()).toEqual(ONET_CODES);
  });

  test('each has one home, on a ladder that has it', () => {
    const ladders = new Map<string, string[]>();
    for (const industry of catalogue.industries) {
      for (const area of industry.areas) {
        for (const { slug } of ladderOrder(area)) {
          ladders.set(slug, [...(ladders.get(slug) ?? []), `${industry.slug}/${area.slug}`]);
        }
      }
    }
    const homeless = catalogue.occupations.filter(({ slug, home }) => {
      const on = ladders.get(slug) ?? [];
      return home === undefined ? on.length !== 1 : on.filter((ladder) => ladder === home).length !== 1;
    });
    expect(homeless.map(({ slug }) => slug)).toEqual([]);
    expect(ladders.size).toBe(catalogue.occupations.length);
  });

  test('no two have one title', () => {
    const titles = catalogue.occupations.map(({ title }) => title.toLowerCase());
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  test.each([
    'Phlebotomist',
    'Medical Laboratory Technologist',
    'Cytotechnologist',
    'Dental Assistant',
    'Dental Hygienist',
    'Dental Laboratory Technician',
    'Biomedical Technician',
    'Hospital Maintenance Engineer',
    'Biomedical Engineer',
    'Medical Coder',
    'Health Information Technician',
    'Computer Systems Analyst',
    'Counselor',
    'Respiratory Therapist',
    'Surgical Technician',
    'Food Service Worker',
    'Dietary Assistant',
    'Food Service Manager',
    'Radiologic Technologist',
    'Sonographer',
    'Magnetic Resonance Technologist',
    'Physical Therapist',
    'Plumber',
    'Electrician',
    'General Maintenance Worker',
    'Painter',
  ])('%s is there under this name, and in healthcare', (title) => {
    const slugs = catalogue.occupations.filter((record) => record.title === title).map(({ slug }) => slug);
    expect(slugs).toHaveLength(1);
    expect([...slugsOf(healthcare)]).toContain(slugs[0]);
  });
});

describe('industries and areas', () => {
  test('fourteen to eighteen industries of three to thirteen areas', () => {
    expect(catalogue.industries.length).toBeGreaterThanOrEqual(14);
    expect(catalogue.industries.length).toBeLessThanOrEqual(18);
    const outside = catalogue.industries.filter(({ areas }) => areas.length < 3 || areas.length > 13);
    expect(outside.map(({ slug }) => slug)).toEqual([]);
  });

  test('no area of fewer than four', () => {
    const small = catalogue.industries.flatMap(({ slug, areas }) =>
      areas
        .filter((area) => new Set(ladderOrder(area).map((on) => on.slug)).size < 4)
        .map((area) => `${slug}/${area.slug}`),
    );
    expect(small).toEqual([]);
  });

  test('no rung without an occupation', () => {
    const empty = catalogue.industries.flatMap(({ slug, areas }) =>
      areas
        .filter(({ rungs }) => rungs.some(({ occupations }) => occupations.length === 0))
        .map((area) => `${slug}/${area.slug}`),
    );
    expect(empty).toEqual([]);
  });
});

describe('healthcare', () => {
  test('thirteen areas, in this order', () => {
    expect(healthcare?.areas.map(({ slug }) => slug)).toEqual(HEALTHCARE_AREAS);
  });

  test('no area of one rung', () => {
    expect(healthcare?.areas.filter(({ rungs }) => rungs.length < 2).map(({ slug }) => slug)).toEqual([]);
  });

  test('information: from coder to technician to analyst', () => {
    const area = healthcare?.areas.find(({ slug }) => slug === 'information');
    const order = area ? ladderOrder(area).map(({ slug }) => slug) : [];
    const at = order.indexOf('medical-coder');
    expect(order.slice(at, at + 3)).toEqual([
      'medical-coder',
      'health-information-technician',
      'computer-systems-analyst',
    ]);
  });

  test('all of the major groups 29 and 31', () => {
    const there = slugsOf(healthcare);
    const due = catalogue.occupations.filter(({ code }) => code.startsWith('29-') || code.startsWith('31-'));
    expect(due.length).toBeGreaterThan(100);
    expect(due.filter(({ slug }) => !there.has(slug)).map(({ slug }) => slug)).toEqual([]);
  });

  test('a hundred and thirty occupations, or more', () => {
    expect(slugsOf(healthcare).size).toBeGreaterThanOrEqual(130);
  });
});
