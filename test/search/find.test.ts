import { describe, expect, it } from 'vitest';
import { buildSearchIndex, type SearchEntry } from '../../src/search/build.js';
import { openSearchIndex } from '../../src/search/index.js';
import { entries, slugOf, slugs } from './entries.js';

const index = openSearchIndex(buildSearchIndex(entries));
const found = (words: string, limit = 10): string[] =>
  index.find(words, { limit }).map(({ id }) => slugs.get(id) ?? '');

describe('what people say', () => {
  it.each([
    ['Registered Nurse', 'registered-nurse'],
    ['registered nurses', 'registered-nurse'],
    ['RN', 'registered-nurse'],
    ['r.n.', 'registered-nurse'],
    ['coder', 'medical-coder'],
    ['Medical Records Clerk', 'medical-records-specialist'],
    ['nurse aide', 'nursing-assistant'],
    ['nurses aid', 'nursing-assistant'],
    ['phlebotamist', 'phlebotomist'],
    ['physical theropist', 'physical-therapist'],
    ['pt aide', 'physical-therapist-aide'],
    ['physical therapy assistant', 'physical-therapist-assistant'],
    ['xray tech', 'radiologic-technologist'],
    ['x-ray', 'radiologic-technologist'],
    ['truckdriver', 'heavy-truck-driver'],
    ['truck drvier', 'heavy-truck-driver'],
    ['lorry driver', 'heavy-truck-driver'],
    ['mechanic, diesel', 'diesel-mechanic'],
    ['mechanic diesel', 'diesel-mechanic'],
    ['labourer', 'construction-laborer'],
    ['fixes cars', 'automotive-mechanic'],
    ['guy who installs air conditioners', 'hvac-technician'],
    ['someone who draws blood', 'phlebotomist'],
    ['teaches kindergarten', 'kindergarten-teacher'],
    ['CEO', 'chief-executive'],
    ['maitre de bar', 'bartender'],
    ['engineer', 'mechanical-engineer'],
    ['nurse', 'registered-nurse'],
  ])('%j finds %s first', (words, slug) => {
    expect(found(words)[0]).toBe(slug);
  });
});

describe('stages', () => {
  it("reads a short word as another's typo where that makes a title", () => {
    const cook = (i: number, title: string, jobTitles: string[]): SearchEntry => ({
      ...(entries[0] as SearchEntry),
      ...{ id: i, slug: slugOf(title), code: `35-20${10 + i}.00`, title, jobTitles, employment: 1000 * i },
      ...{ alsoCalled: [], everydayNames: [], text: '' },
    });
    const kitchen = [
      cook(1, 'Pan Washer', ['Pan Cook']),
      cook(2, 'Frying Hand', ['Fry Cook']),
      cook(3, 'Upholsterer', ['Pad Maker']),
      cook(4, 'Kitchen Head', ['Head Cook']),
    ];
    const [first] = openSearchIndex(buildSearchIndex(kitchen)).find('pad cook');
    expect(first).toMatchObject({ id: 1, matched: { text: 'Pan Cook' } });
  });

  it('puts the bearers of an everyday name in the order that the catalogue gives, and both before the others', () => {
    const placed = (slug: string, place: number) => {
      const entry = entries.find((one) => one.slug === slug) ?? (entries[0] as SearchEntry);
      return { ...entry, everydayNames: ['bone setter'], everydayPlaces: [place] };
    };
    const askedOf = (first: string, second: string): string[] => {
      const two = [placed(first, 0), placed(second, 1)];
      const rest = entries.filter(({ slug }) => slug !== first && slug !== second);
      const other = openSearchIndex(buildSearchIndex([...two, ...rest]));
      return other.find('bone setter', { limit: 2 }).map(({ id }) => slugs.get(id) ?? '');
    };
    expect(askedOf('phlebotomist', 'registered-nurse')).toEqual(['phlebotomist', 'registered-nurse']);
    expect(askedOf('registered-nurse', 'phlebotomist')).toEqual(['registered-nurse', 'phlebotomist']);
  });

  it('puts an exact title before everything, whatever else is common', () => {
    for (const { title, id } of entries) expect(index.find(title)[0]).toMatchObject({ id, exact: 'title' });
  });

  it('puts every bearer of an exact job title before the others', () => {
    const exact = index.find('Truck Driver').filter((match) => match.exact === 'job-title');
    expect(exact.map(({ id }) => slugs.get(id))).toEqual(['heavy-truck-driver', 'light-truck-driver']);
    expect(found('Truck Driver').slice(0, 2)).toEqual(['heavy-truck-driver', 'light-truck-driver']);
  });

  it.each([
    ['29-1141', ['registered-nurse', 'critical-care-nurse']],
    ['29-1141.03', ['critical-care-nurse']],
    ['291141', ['registered-nurse', 'critical-care-nurse']],
    ['29-20', ['radiologic-technologist', 'medical-records-specialist', 'medical-coder']],
    ['29-2000', ['radiologic-technologist', 'medical-records-specialist', 'medical-coder']],
    [' 53-303 ', ['heavy-truck-driver', 'light-truck-driver']],
    ['99-9999', []],
  ])('the code %j lists %j', (code, listed) => {
    expect(found(code)).toEqual(listed);
    for (const match of index.find(code)) expect(match.exact).toBe('code');
  });

  it('gives up on words that nothing is like', () => {
    expect(found('qqqq wwww')).toEqual([]);
  });
});

describe('a match', () => {
  it.each([
    ['truck drvier', 'Truck Driver', 'job-title', ['Truck Driver']],
    ['critical nurse', 'Critical Care Nurse', 'title', ['Critical', 'Nurse']],
    ['xray technician', 'X-Ray Technician', 'job-title', ['X', 'Ray Technician']],
  ])('for %j shows %j and why', (words, text, field, marked) => {
    const { matched } = index.find(words)[0] ?? {};
    expect(matched).toMatchObject({ text, field });
    expect(matched?.ranges.map(([from, to]) => text.slice(from, to))).toEqual(marked);
  });

  it('is the same whenever it is asked', () => {
    const other = openSearchIndex(buildSearchIndex(entries));
    for (const { title } of entries) {
      for (const words of [title, title.slice(1), `${title} helper`])
        expect(index.find(words)).toEqual(other.find(words));
    }
  });

  it('is surer of an exact title than of a guess', () => {
    const [exact, typo] = ['Phlebotomist', 'flebotomy man'].map((words) => index.find(words)[0]?.confidence ?? 0);
    expect(exact).toBeGreaterThan(typo ?? 1);
  });
});

describe('options', () => {
  it('keeps to the limit', () => {
    expect(found('nurse', 2)).toHaveLength(2);
    expect(found('nurse', 0)).toEqual([]);
  });

  it('leaves out what is refused, and fills up with the next', () => {
    const wanted = slugOf('Light Truck Driver');
    const matches = index.find('truck driver', { only: (id) => slugs.get(id) === wanted });
    expect(matches.map(({ id }) => slugs.get(id))).toEqual([wanted]);
  });
});

it('answers nothing from an empty catalogue', () => {
  const empty = openSearchIndex(buildSearchIndex([]));
  for (const words of ['nurse', '29-1141', '', 'a b c']) expect(empty.find(words)).toEqual([]);
});
