import { describe, expect, it } from 'vitest';
import { buildGraph, packGraph, STEP_KINDS, unpackGraph } from '../../src/paths/graph.js';
import type { Step } from '../../src/paths/step.js';
import { neighbourhood } from '../../src/paths/steps.js';
import { catalogueOf, type Made, type MadeLadders, madeSteps } from './small.js';

/** The step between two occupations, by its kind; undefined where there is none. */
function stepFrom(a: Made, b: Made, ladders: MadeLadders): Step | undefined {
  const near = neighbourhood(madeSteps({ a, b }, ladders), 'a', 'next', 9);
  return STEP_KINDS.flatMap((kind) => near.steps[kind])[0];
}

const ONE_FIELD: MadeLadders = { 'field/first': { 'high-school': ['a'] }, 'field/second': { 'high-school': ['b'] } };
const TWO_FIELDS: MadeLadders = { 'one/first': { 'high-school': ['a'] }, 'two/second': { 'high-school': ['b'] } };
const LADDER: MadeLadders = { 'field/first': { 'high-school': ['a', 'b'] } };

describe('steps', () => {
  it.each<[string, Made, Made, MadeLadders, Step['kind'] | undefined]>([
    ['nothing speaks for it', {}, {}, ONE_FIELD, undefined],
    ['kin, more schooling', { related: ['b'] }, { level: 'associate' }, ONE_FIELD, 'advancement'],
    ['kin, clearly better pay', { related: ['b'], pay: 40_000 }, { pay: 50_000 }, ONE_FIELD, 'advancement'],
    ['kin, like pay', { related: ['b'], pay: 40_000 }, { pay: 41_000 }, ONE_FIELD, 'lateral'],
    ['kin, clearly worse pay', { related: ['b'], pay: 40_000 }, { pay: 30_000 }, ONE_FIELD, undefined],
    [
      'kin, less schooling for better pay',
      { related: ['b'], level: 'doctoral', pay: 4e4 },
      { pay: 9e4 },
      ONE_FIELD,
      'lateral',
    ],
    ['kin in another field', { related: ['b'], pay: 40_000 }, { pay: 90_000 }, TWO_FIELDS, 'change'],
    ['kin in another field at a loss', { related: ['b'], pay: 40_000 }, { pay: 20_000 }, TWO_FIELDS, undefined],
    ['kin, no pay published', { related: ['b'] }, {}, TWO_FIELDS, 'change'],
    ['kin, hourly pay alone', { related: ['b'], hourly: 20 }, { hourly: 30 }, ONE_FIELD, 'advancement'],
    ['likeness holds the other way, too', {}, { related: ['a'] }, ONE_FIELD, 'lateral'],
    ['next on the ladder', { pay: 40_000 }, { pay: 50_000 }, LADDER, 'advancement'],
    ['down the ladder', {}, {}, { 'field/first': { 'high-school': ['b', 'a'] } }, undefined],
    ['the record itself', { leadsTo: ['b'], pay: 40_000 }, { pay: 41_000 }, TWO_FIELDS, 'advancement'],
    ['the record itself, for less', { leadsTo: ['b'], pay: 40_000 }, { pay: 30_000 }, ONE_FIELD, 'lateral'],
  ])('%s', (_, a, b, ladders, kind) => {
    expect(stepFrom(a, b, ladders)?.kind).toBe(kind);
  });

  it('joins no occupations by their skills alone', () => {
    const skills = { Welding: 5, Cutting: 5 };
    expect(stepFrom({ skills }, { skills }, ONE_FIELD)).toBeUndefined();
  });

  it('says why, what it takes and what it brings', () => {
    const step = stepFrom(
      {
        level: 'certificate',
        pay: 40_000,
        skills: { Listening: 4, Writing: 3 },
        leadsTo: [{ occupation: 'b', needs: 'A degree and a test.' }],
        related: ['b'],
      },
      {
        level: 'associate',
        pay: 50_000,
        training: 'moderate-term-on-the-job',
        experience: 'under-5-years',
        skills: { Listening: 4.1, Teaching: 4.5, Writing: 4 },
        licenses: ['Made license'],
      },
      { 'field/first': { certificate: ['a'], associate: ['b'] } },
    );
    expect(step).toMatchObject({
      kind: 'advancement',
      why: [
        { because: 'leads-to', needs: 'A degree and a test.' },
        { because: 'ladder', ladder: 'field/first', next: true },
        { because: 'related', tier: 'primary-short' },
        { because: 'shared', skills: ['Listening', 'Writing'], knowledge: [] },
      ],
      takes: {
        education: { held: 'certificate', needed: 'associate' },
        study: 1,
        training: { category: 'moderate-term-on-the-job', years: 0.5 },
        experience: { category: 'under-5-years', years: 2 },
        years: 3.5,
        ownTime: false,
        credentials: [{ name: 'Made license' }],
      },
      pay: { per: 'year', before: 40_000, after: 50_000, change: 10_000, percent: 25, atLeast: false },
      gain: [
        { name: 'Teaching', here: null, there: 4.5 },
        { name: 'Writing', here: 3, there: 4 },
      ],
      bring: [{ name: 'Listening', here: 4, there: 4.1 }],
    });
  });

  it("takes the record's own time before the rule's", () => {
    const step = stepFrom({ leadsTo: [{ occupation: 'b', years: 1.5 }] }, { level: 'bachelor' }, ONE_FIELD);
    expect(step?.takes).toMatchObject({ years: 1.5, ownTime: true, study: 1.5 });
  });

  it.each<[string, Made['pay'], Made['pay'], Step['pay'] | null]>([
    [
      'a floor above',
      100_000,
      { atLeast: 239_200 },
      { per: 'year', before: 1e5, after: 239_200, atLeast: true, change: 139_200, percent: 139.2 },
    ],
    ['a floor below', { atLeast: 239_200 }, 250_000, null],
    ['none published', 50_000, 'not published', null],
  ])('compares pay with %s', (_, before, after, pay) => {
    const step = stepFrom({ leadsTo: ['b'], pay: before }, { pay: after, level: 'bachelor' }, ONE_FIELD);
    expect(step?.pay ?? null).toEqual(pay);
  });

  it('never makes a year of an hour', () => {
    const step = stepFrom({ leadsTo: ['b'], pay: 50_000 }, { hourly: 50, level: 'bachelor' }, ONE_FIELD);
    expect(step?.pay).toBeUndefined();
  });

  it('opens as it was packed', () => {
    const made = {
      a: { leadsTo: ['b'], pay: 4e4 },
      b: { level: 'bachelor' as const, related: ['a', 'c'] },
      c: { pay: 1e5 },
    };
    const graph = buildGraph(catalogueOf(made, { 'f/g': { 'high-school': ['a', 'c'], bachelor: ['b'] } }));
    expect(unpackGraph(JSON.parse(JSON.stringify(packGraph(graph))))).toEqual(graph);
  });

  it('lists the nearest of each kind first, and counts the others', () => {
    const steps = madeSteps(
      {
        a: { leadsTo: ['b'], related: ['c', 'd'] },
        b: { level: 'bachelor' },
        c: { level: 'bachelor' },
        d: { level: 'bachelor' },
      },
      { 'field/first': { 'high-school': ['a'] }, 'field/second': { bachelor: ['b', 'c', 'd'] } },
    );
    const near = neighbourhood(steps, 'a', 'next', 2);
    expect(near.steps.advancement.map(({ to }) => to.slug)).toEqual(['b', 'c']);
    expect(near.total).toEqual({ advancement: 3, lateral: 0, change: 0 });
    const feeders = neighbourhood(steps, 'b', 'from', 9);
    expect(feeders.steps.advancement.map(({ from }) => from.slug)).toEqual(['a']);
  });
});
