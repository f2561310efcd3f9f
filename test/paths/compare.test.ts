import { describe, expect, it } from 'vitest';
import type { Interest } from '../../src/catalogue/model.js';
import { compare } from '../../src/paths/compare.js';
import { type Made, madeSteps } from './small.js';

const interests = (first: Interest, second: Interest, third: Interest): Made['interests'] => ({
  source: 'made',
  place: 'here',
  year: '2025',
  code: '11-1000',
  scores: {
    realistic: 1,
    investigative: 1,
    artistic: 1,
    social: 1,
    enterprising: 1,
    conventional: 1,
    [first]: 7,
    [second]: 6,
    [third]: 5,
  },
});

const steps = madeSteps(
  {
    aide: {
      pay: 30_000,
      growth: 5,
      skills: { Listening: 4, Writing: 3 },
      knowledge: { Medicine: 3 },
      interests: interests('social', 'conventional', 'realistic'),
      leadsTo: ['nurse'],
    },
    nurse: {
      level: 'bachelor',
      pay: 90_000,
      growth: 5,
      skills: { Listening: 4.2, Teaching: 4 },
      knowledge: { Medicine: 4.5 },
      interests: interests('social', 'investigative', 'conventional'),
    },
    actor: { level: 'some-college', pay: 'not published', hourly: 29, growth: 1, skills: { Speaking: 5 } },
    top: { level: 'doctoral', pay: { atLeast: 239_200 } },
  },
  { 'health/care': { 'high-school': ['aide'], bachelor: ['nurse'] } },
);

describe('a comparison', () => {
  it('tells the better where one is better, and what all share', () => {
    const value = compare(steps, ['aide', 'nurse']);
    expect(value.best).toEqual({ pay: ['nurse'], growth: [], openings: [], jobs: [] });
    expect(value.shared).toEqual({
      skills: ['Listening'],
      knowledge: ['Medicine'],
      interests: ['social', 'conventional'],
    });
  });

  it('tells what the first would need for each other one', () => {
    const [nurse, actor] = compare(steps, ['aide', 'nurse', 'actor']).crossings;
    expect(nurse).toMatchObject({
      to: 'nurse',
      study: 4,
      step: { kind: 'advancement' },
      pay: { change: 60_000, percent: 200 },
      gain: [
        { name: 'Teaching', here: null, there: 4 },
        { name: 'Medicine', here: 3, there: 4.5 },
      ],
      bring: [{ name: 'Listening' }],
    });
    expect(actor).toMatchObject({ to: 'actor', study: 1, step: undefined, pay: undefined });
  });

  it('never compares an hourly figure with a yearly one; a floor counts as what it is', () => {
    const value = compare(steps, ['nurse', 'actor', 'top']);
    expect(value.figures.pay).toEqual([90_000, null, 239_200]);
    expect(value.best.pay).toEqual(['top']);
  });

  it.each<[string[], string]>([
    [['aide'], 'COMPARE_COUNT'],
    [[], 'COMPARE_COUNT'],
    [['aide', 'nurse', 'actor', 'top', 'aide'], 'COMPARE_COUNT'],
    [['aide', 'nurse', 'aide'], 'SAME_OCCUPATION'],
    [['aide', 'nobody'], 'UNKNOWN_OCCUPATION'],
  ])('refuses %j', (slugs, code) => {
    expect(() => compare(steps, slugs)).toThrow(expect.objectContaining({ code }));
  });
});
