import { describe, expect, it } from 'vitest';
import type { Credential, EducationLevel, Experience, Training } from '../../src/catalogue/model.js';
import {
  experienceYears,
  programYears,
  SCHOOLING,
  schooling,
  trainingYears,
  YEARS,
} from '../../src/paths/education.js';

describe('the rule for years', () => {
  it.each<[EducationLevel, EducationLevel, number]>([
    ['none', 'high-school', 0.5],
    ['high-school', 'certificate', 1],
    ['high-school', 'associate', 2],
    ['certificate', 'some-college', 0],
    ['certificate', 'associate', 1],
    ['associate', 'bachelor', 2],
    ['high-school', 'bachelor', 4],
    ['bachelor', 'master', 2],
    ['bachelor', 'doctoral', 4],
    ['master', 'doctoral', 3],
    ['none', 'doctoral', 8.5],
    ['doctoral', 'bachelor', 0],
    ['bachelor', 'bachelor', 0],
  ])('from %s to %s: %d years of study', (held, needed, years) => {
    expect(schooling(held, needed)).toBe(years);
  });

  it('never takes longer by a direct way than by a level between', () => {
    for (const from of SCHOOLING.keys())
      for (const between of SCHOOLING.keys())
        for (const to of SCHOOLING.keys()) {
          const [direct, first, second] = [
            SCHOOLING[from]?.[to],
            SCHOOLING[from]?.[between],
            SCHOOLING[Math.max(from, between)]?.[to],
          ];
          expect(direct).toBeLessThanOrEqual((first ?? 0) + (second ?? 0));
        }
  });

  it.each<[Training | undefined, Training | undefined, boolean, number]>([
    [undefined, 'short-term-on-the-job', true, 0.1],
    ['short-term-on-the-job', 'short-term-on-the-job', true, 0],
    ['short-term-on-the-job', 'short-term-on-the-job', false, 0.1],
    ['short-term-on-the-job', 'apprenticeship', true, 4],
    ['apprenticeship', 'moderate-term-on-the-job', true, 0],
    ['apprenticeship', undefined, true, 0],
  ])('training after %s for %s (same field: %s): %d years', (had, needed, sameField, years) => {
    expect(
      trainingYears({ level: 'high-school', training: had }, { level: 'high-school', training: needed }, sameField),
    ).toBe(years);
  });

  it('counts a residency after a doctoral degree, a practicum below one', () => {
    const from = { level: 'bachelor' } as const;
    expect(trainingYears(from, { level: 'doctoral', training: 'internship-residency' }, true)).toBe(YEARS.residency);
    expect(trainingYears(from, { level: 'master', training: 'internship-residency' }, true)).toBe(1);
  });

  it.each<[Experience | undefined, Training | undefined, Experience, boolean, number]>([
    [undefined, undefined, 'under-5-years', true, 2],
    [undefined, undefined, '5-years-or-more', true, 5],
    ['under-5-years', undefined, '5-years-or-more', true, 3],
    ['under-5-years', undefined, '5-years-or-more', false, 5],
    ['5-years-or-more', undefined, 'under-5-years', true, 0],
    [undefined, 'apprenticeship', '5-years-or-more', true, 1],
    [undefined, 'short-term-on-the-job', '5-years-or-more', true, 5],
  ])('experience after %s and %s for %s (same field: %s): %d years', (had, training, needed, sameField, years) => {
    const from = { level: 'high-school', experience: had, training } as const;
    expect(experienceYears(from, { level: 'high-school', experience: needed }, sameField)).toBe(years);
  });

  const license = (name: string): Credential => ({
    name,
    kind: 'license',
    grantedBy: 'The state',
    requirement: 'required',
  });
  it.each<[string, EducationLevel, string[], EducationLevel, string[], boolean, number]>([
    ['another profession on the same level', 'doctoral', ['Pharmacist'], 'doctoral', ['Physician'], false, 4],
    ['the same license', 'doctoral', ['Physician'], 'doctoral', ['physician'], false, 0],
    ['no license', 'bachelor', [], 'bachelor', [], false, 0],
    ['a step up in the line', 'certificate', ['LPN'], 'bachelor', ['RN'], true, 0],
    ['a step across in the line', 'certificate', [], 'certificate', ['LPN'], true, 1],
    ['a step up out of the line', 'certificate', [], 'associate', ['Hygienist'], false, 2],
  ])('a program of its own: %s', (_, a, had, b, needed, rising, years) => {
    const from = { education: { level: a }, credentials: had.map(license) };
    const to = { education: { level: b }, credentials: needed.map(license) };
    expect(programYears(from, to, rising)).toBe(years);
  });
});
