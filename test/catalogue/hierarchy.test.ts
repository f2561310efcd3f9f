import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ladderOrder, levelRank, type Standing, standings } from '../../src/catalogue/hierarchy.js';
import { type Area, EDUCATION_LEVELS, type EducationLevel, type Industry } from '../../src/catalogue/model.js';
import { occupation } from './folder.js';

/** `a b | c`: rungs in rising education, and what stands on them. */
function area(slug: string, ladder: string): Area {
  const rungs = ladder.split('|').map((rung, i) => ({
    education: EDUCATION_LEVELS[i] as EducationLevel,
    occupations: rung.trim().split(' ').filter(Boolean),
  }));
  return { slug, title: slug.toUpperCase(), description: '', rungs };
}

const industry = (slug: string, ...areas: Area[]): Industry => ({
  slug,
  title: slug.toUpperCase(),
  description: '',
  areas,
});

/** `previous < path > next`, in the order in which they are told. */
const inLines = (of: Standing[] | undefined): string[] | undefined =>
  of?.map(({ path, previous, next }) => `${previous ?? ''} < ${path} > ${next ?? ''}`);

const HEALTH = industry('health', area('care', 'a b | c'), area('records', 'd | | e f'));
const OFFICE = industry('office', area('desk', 'f | c'), area('alone', 'g'));

describe('standings', () => {
  test.each([
    ['the first of a ladder', 'a', undefined, [' < health/care/a > b']],
    ['the last of a rung: its next is on the next rung', 'b', undefined, ['a < health/care/b > c']],
    ['over a rung that is empty', 'd', undefined, [' < health/records/d > e']],
    ['under a rung that is empty', 'e', undefined, ['d < health/records/e > f']],
    ['alone on a ladder', 'g', undefined, [' < office/alone/g > ']],
    [
      'on several, and no home: as the industries stand',
      'c',
      undefined,
      ['b < health/care/c > ', 'f < office/desk/c > '],
    ],
    ['on several, home first', 'c', 'office/desk', ['f < office/desk/c > ', 'b < health/care/c > ']],
    ['home first where it is first', 'f', 'health/records', ['e < health/records/f > ', ' < office/desk/f > c']],
    ['a home that is none', 'f', 'office/alone', ['e < health/records/f > ', ' < office/desk/f > c']],
    ['on no ladder', 'z', undefined, undefined],
  ])('%s', (_name, slug, home, expected) => {
    const all = standings([HEALTH, OFFICE], [occupation(slug, home)]);
    expect(inLines(all.get(slug))).toEqual(expected);
  });

  test('say industry, area and rung', () => {
    expect(standings([OFFICE], []).get('c')).toEqual([
      {
        path: 'office/desk/c',
        industry: { slug: 'office', title: 'OFFICE' },
        area: { slug: 'desk', title: 'DESK' },
        rung: 'high-school',
        previous: 'f',
        next: undefined,
      },
    ]);
  });

  test('the others of three keep their order behind the home', () => {
    const three = ['one', 'two', 'three'].map((slug) => industry(slug, area('area', 'x')));
    const paths = standings(three, [occupation('x', 'three/area')])
      .get('x')
      ?.map(({ path }) => path);
    expect(paths).toEqual(['three/area/x', 'one/area/x', 'two/area/x']);
  });

  test('a slug that every object has', () => {
    const all = standings([industry('odd', area('area', 'constructor tostring'))], [occupation('constructor')]);
    expect(inLines(all.get('constructor'))).toEqual([' < odd/area/constructor > tostring']);
  });

  test('going from next to next climbs the whole ladder, and from previous to previous comes back', () => {
    const ladder = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ladder, fc.array(fc.nat(), { maxLength: 7 }), (slugs, cuts) => {
        const ends = [...cuts.map((n) => n % (slugs.length + 1)), slugs.length].sort((a, b) => a - b);
        const rungs = ends.map((end, i) => slugs.slice(i === 0 ? 0 : ends[i - 1], end).join(' ')).join('|');
        const all = standings([industry('i', area('a', rungs))], []);
        const walk = (from: string | undefined, step: 'next' | 'previous'): string[] =>
          from === undefined ? [] : [from, ...walk(all.get(from)?.[0]?.[step], step)];
        expect(walk(slugs[0], 'next')).toEqual(slugs);
        expect(walk(slugs.at(-1), 'previous')).toEqual([...slugs].reverse());
      }),
    );
  });
});

test("a ladder's order is that of its rungs, each occupation with its rung", () => {
  expect(ladderOrder(area('x', 'a b | | c'))).toEqual([
    { slug: 'a', rung: 'none' },
    { slug: 'b', rung: 'none' },
    { slug: 'c', rung: 'certificate' },
  ]);
  expect(ladderOrder(area('x', ''))).toEqual([]);
});

test('education rises on one scale', () => {
  const scale = [
    'none',
    'high-school',
    'certificate',
    'some-college',
    'associate',
    'bachelor',
    'master',
    'doctoral',
  ] as const;
  expect(scale.map(levelRank)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
