import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDUCATION_LEVELS } from '../../src/catalogue/model.js';
import { LaddersError } from '../../src/errors.js';
import { findPaths } from '../../src/paths/paths.js';
import type { PathQuestion } from '../../src/paths/question.js';
import { PREFERENCES } from '../../src/paths/search.js';
import { type Made, type MadeLadders, madeSteps } from './small.js';

/** Two ways from start to goal: by slow schooling, or by work; and a way on. */
const MADE: Record<string, Made> = {
  start: { pay: 30_000, leadsTo: ['school', 'work'] },
  school: { level: 'associate', pay: 50_000, leadsTo: ['goal'] },
  work: { pay: 40_000, leadsTo: ['foreman'] },
  foreman: { pay: 60_000, experience: 'under-5-years', leadsTo: ['goal'] },
  goal: { level: 'bachelor', pay: 80_000, leadsTo: ['chief'] },
  chief: { level: 'bachelor', pay: 120_000, experience: '5-years-or-more' },
  island: { pay: 90_000 },
};
const LADDERS: MadeLadders = {
  'field/first': {
    'high-school': ['start', 'work', 'foreman'],
    associate: ['school'],
    bachelor: ['goal', 'chief'],
  },
  'far/away': { 'high-school': ['island'] },
};
const steps = madeSteps(MADE, LADDERS);
const ask = (question: Partial<PathQuestion>) => findPaths(steps, { from: 'start', ...question });
const routes = (question: Partial<PathQuestion>): string[] =>
  ask(question).paths.map((path) => [path.from.slug, ...path.steps.map(({ to }) => to.slug)].join(' '));

describe('paths', () => {
  it.each<[string, Partial<PathQuestion>, string]>([
    ['to an occupation', { to: 'goal' }, 'start school goal'],
    ['by way of another', { to: 'goal', via: ['foreman'] }, 'start work foreman goal'],
    ['past another', { to: 'goal', avoid: ['school'] }, 'start work foreman goal'],
    ['to pay', { minPay: 55_000 }, 'start work foreman'],
    ['to pay without a degree', { minPay: 55_000, education: 'high-school' }, 'start work foreman'],
    ['to an industry and pay', { industry: 'field', minPay: 100_000 }, 'start school goal chief'],
    ['to a ladder', { area: 'field/first', minPay: 70_000 }, 'start school goal'],
    ['in as many years as it takes', { to: 'goal', maxYears: 4 }, 'start school goal'],
  ])('%s', (_, question, best) => {
    expect(routes(question)[0]).toBe(best);
  });

  it('sums the years, and counts education that is held by then', () => {
    const [path] = ask({ to: 'goal', via: ['school'] }).paths;
    expect(path?.years).toEqual({ study: 4, training: 0, experience: 0, total: 4 });
    expect(path?.steps.map(({ takes }) => takes.study)).toEqual([2, 2]);
    expect(path?.pay).toMatchObject({ before: 30_000, after: 80_000, change: 50_000 });
  });

  it('ends in different occupations where the end is open', () => {
    const ends = ask({ minPay: 45_000, count: 5 }).paths.map(({ to }) => to.slug);
    expect(new Set(ends).size).toBe(ends.length);
  });

  it.each<[string, Partial<PathQuestion>, string, unknown]>([
    ['steps', { to: 'goal', maxSteps: 1 }, 'maxSteps', 2],
    ['years', { to: 'goal', maxYears: 3 }, 'maxYears', 4],
    ['pay', { minPay: 500_000 }, 'minPay', 120_000],
    ['education', { minPay: 70_000, education: 'associate' }, 'education', 'bachelor'],
    ['study', { to: 'school', earnWhile: true }, 'earnWhile', 2],
    ['an occupation avoided', { to: 'chief', avoid: ['goal', 'school'] }, 'avoid', null],
    ['an occupation to pass', { to: 'goal', via: ['island'] }, 'via', null],
    ['an industry', { industry: 'far', minPay: 50_000 }, 'industry', null],
  ])('names what stands in the way: %s', (_, question, condition, opens) => {
    const answer = ask(question);
    expect(answer.paths).toEqual([]);
    const hindrance = answer.hindrances.find((one) => one.condition === condition);
    expect(hindrance?.opens).toEqual(opens);
    expect(hindrance?.path[0]).toBe('start');
  });

  it('opens a path by what it says opens one', () => {
    const [hindrance] = ask({ to: 'goal', maxYears: 3 }).hindrances;
    expect(ask({ to: 'goal', maxYears: Number(hindrance?.opens) }).paths.length).toBeGreaterThan(0);
  });

  it('names conditions that stand in the way only together', () => {
    expect(ask({ to: 'chief', maxSteps: 1, maxYears: 1 })).toMatchObject({
      hindrances: [],
      together: ['maxYears', 'maxSteps'],
    });
  });

  it('says that nothing leads there', () => {
    expect(ask({ to: 'island' })).toMatchObject({ paths: [], hindrances: [], together: [] });
  });

  it.each<[string, Partial<PathQuestion>, string, RegExp]>([
    ['nowhere to go', {}, 'NO_GOAL', /Where to/],
    ['the same occupation', { to: 'start' }, 'SAME_OCCUPATION', /begins and ends at Start/],
    ['an unknown occupation', { to: 'nobody' }, 'UNKNOWN_OCCUPATION', /nobody/],
    ['via the start', { to: 'goal', via: ['start'] }, 'CONTRADICTION', /--via names Start/],
    ['via the end', { to: 'goal', via: ['goal'] }, 'CONTRADICTION', /--via names Goal/],
    ['via one twice', { to: 'goal', via: ['work', 'work'] }, 'CONTRADICTION', /twice/],
    ['avoiding the start', { to: 'goal', avoid: ['start'] }, 'CONTRADICTION', /--avoid names Start/],
    ['avoiding the end', { to: 'goal', avoid: ['goal'] }, 'CONTRADICTION', /--avoid names Goal/],
    ['via and avoid', { to: 'goal', via: ['work'], avoid: ['work'] }, 'CONTRADICTION', /both name Work/],
    ['too few steps for the way', { to: 'goal', via: ['work'], maxSteps: 1 }, 'CONTRADICTION', /2 steps/],
    ['too little education for the end', { to: 'goal', education: 'associate' }, 'CONTRADICTION', /Goal .*bachelor/],
    [
      'too little education on the way',
      { to: 'chief', via: ['goal'], education: 'associate' },
      'CONTRADICTION',
      /Goal/,
    ],
    ['an end that pays less', { to: 'goal', minPay: 90_000 }, 'CONTRADICTION', /--min-pay/],
    ['an end in another industry', { to: 'goal', industry: 'far' }, 'CONTRADICTION', /does not stand in far/],
    [
      'an area of another industry',
      { industry: 'far', area: 'field/first' },
      'CONTRADICTION',
      /not in the industry far/,
    ],
  ])('refuses %s', (_, question, code, message) => {
    let error: unknown;
    try {
      ask(question);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LaddersError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('prefers what it is told to', () => {
    const made: Record<string, Made> = {
      a: { pay: 30_000, leadsTo: ['short', 'long'], skills: { Sewing: 5 } },
      short: { pay: 30_000, level: 'bachelor', leadsTo: ['b'] },
      long: { pay: 45_000, leadsTo: ['longer'], experience: 'under-5-years' },
      longer: { pay: 60_000, experience: '5-years-or-more', leadsTo: ['b'] },
      b: { pay: 70_000, level: 'bachelor' },
    };
    const climbs = madeSteps(made, { 'f/g': { 'high-school': ['a', 'long', 'longer'], bachelor: ['short', 'b'] } });
    const best = (prefer: PathQuestion['prefer']): string[] =>
      findPaths(climbs, { from: 'a', to: 'b', prefer }).paths[0]?.steps.map(({ to }) => to.slug) ?? [];
    expect(best('fewest-steps')).toHaveLength(1);
    expect(findPaths(climbs, { from: 'a', to: 'b', prefer: 'fastest' }).paths[0]?.years.total).toBe(4);
  });
});

/** Catalogues of any shape: whatever is asked of them, every path keeps every condition. */
const SLUGS = Array.from({ length: 12 }, (_, i) => `o${i}`);
const made = fc.record({
  level: fc.constantFrom(...EDUCATION_LEVELS),
  pay: fc.option(fc.integer({ min: 20_000, max: 200_000 }), { nil: undefined }),
  training: fc.constantFrom('none', 'short-term-on-the-job', 'apprenticeship', 'internship-residency'),
  experience: fc.constantFrom('none', 'under-5-years', '5-years-or-more'),
  leadsTo: fc.uniqueArray(fc.constantFrom(...SLUGS), { maxLength: 3 }),
  related: fc.uniqueArray(fc.constantFrom(...SLUGS), { maxLength: 3 }),
  licenses: fc.uniqueArray(fc.constantFrom('A', 'B'), { maxLength: 1 }),
}) satisfies fc.Arbitrary<Made>;
const catalogue = fc
  .tuple(fc.tuple(...SLUGS.map(() => made)), fc.shuffledSubarray(SLUGS, { minLength: 4 }))
  .map(([all, ladder]) =>
    madeSteps(Object.fromEntries(SLUGS.map((slug, i) => [slug, all[i] ?? {}])), {
      'one/ladder': { 'high-school': ladder.slice(0, ladder.length / 2) },
      'two/ladder': { bachelor: ladder.slice(ladder.length / 2) },
    }),
  );
const slug = fc.constantFrom(...SLUGS);
const option = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });
const question = fc.record({
  from: slug,
  to: option(slug),
  industry: option(fc.constantFrom('one', 'two')),
  education: option(fc.constantFrom(...EDUCATION_LEVELS)),
  maxSteps: option(fc.integer({ min: 1, max: 6 })),
  maxYears: option(fc.integer({ min: 0, max: 12 })),
  minPay: option(fc.integer({ min: 20_000, max: 150_000 })),
  earnWhile: option(fc.boolean()),
  via: option(fc.uniqueArray(slug, { maxLength: 2 })),
  avoid: option(fc.uniqueArray(slug, { maxLength: 2 })),
  prefer: option(fc.constantFrom(...PREFERENCES)),
  count: option(fc.integer({ min: 1, max: 5 })),
});

const CONTRADICTIONS = new Set(['CONTRADICTION', 'NO_GOAL', 'SAME_OCCUPATION']);

describe('any question of any catalogue', () => {
  it('is answered in the same way twice, by paths that keep every condition, or refused', () => {
    fc.assert(
      fc.property(catalogue, question, (steps, asked) => {
        let answer: ReturnType<typeof findPaths>;
        try {
          answer = findPaths(steps, asked);
        } catch (error) {
          return error instanceof LaddersError && CONTRADICTIONS.has(error.code);
        }
        expect(findPaths(steps, asked)).toEqual(answer);
        expect(answer.paths.length).toBeLessThanOrEqual(asked.count ?? 3);
        const seen = new Set<string>();
        for (const { steps: taken, from, to, years } of answer.paths) {
          const slugs = [from.slug, ...taken.map((step) => step.to.slug)];
          expect(new Set(slugs).size).toBe(slugs.length);
          expect(seen.has(slugs.join())).toBe(false);
          seen.add(slugs.join());
          expect(slugs[0]).toBe(asked.from);
          if (asked.to !== undefined) expect(to.slug).toBe(asked.to);
          expect(taken.map((step) => step.from.slug)).toEqual(slugs.slice(0, -1));
          expect(taken.length).toBeLessThanOrEqual(asked.maxSteps ?? 4);
          expect(taken.length).toBeGreaterThan(0);
          if (asked.maxYears !== undefined) expect(years.total).toBeLessThanOrEqual(asked.maxYears + 0.05);
          if (asked.minPay !== undefined) expect(to.pay?.median).toBeGreaterThanOrEqual(asked.minPay);
          if (asked.industry !== undefined) expect(to.path.startsWith(`${asked.industry}/`)).toBe(true);
          const most = EDUCATION_LEVELS.indexOf(asked.education ?? 'doctoral');
          for (const step of taken) {
            expect(EDUCATION_LEVELS.indexOf(step.takes.education.needed)).toBeLessThanOrEqual(most);
            if (asked.earnWhile) expect(step.takes.study).toBeLessThanOrEqual(1);
            expect(asked.avoid ?? []).not.toContain(step.to.slug);
          }
          const passed = slugs.filter((one) => asked.via?.includes(one));
          expect(passed).toEqual(asked.via ?? []);
        }
        return true;
      }),
      { numRuns: 300 },
    );
  });

  it('finds a path whenever there is one', () => {
    fc.assert(
      fc.property(catalogue, question, (steps, asked) => {
        let answer: ReturnType<typeof findPaths>;
        try {
          answer = findPaths(steps, asked);
        } catch {
          return;
        }
        if (answer.paths.length > 0 || answer.hindrances.length > 0 || answer.together.length > 0) return;
        // Nothing opens it: then nothing leads there in eight steps, whatever is asked.
        if (asked.to === undefined) return;
        expect(reaches(steps, asked.from, asked.to, 8)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether some way leads there, by trying them all. */
function reaches(steps: ReturnType<typeof madeSteps>, from: string, to: string, most: number): boolean {
  let edge = new Set([from]);
  for (let hop = 0; hop < most; hop++) {
    edge = new Set(
      [...edge].flatMap((slug) =>
        [...steps.away(steps.id(slug))].map((step) => steps.graph.slugs[steps.graph.to[step] ?? 0] ?? ''),
      ),
    );
    if (edge.has(to)) return true;
  }
  return false;
}
