/**
 * What a catalogue's files may say. Every scalar arrives as the text that stands in the file (the failsafe YAML schema),
 * so `0110` stays "0110" and `NO` stays "NO"; numbers are read here, once.
 */
import { z } from 'zod';
import {
  type Amount,
  CREDENTIAL_KINDS,
  EDUCATION_LEVELS,
  EXPERIENCES,
  HOURS,
  INTERESTS,
  PATIENT_CONTACTS,
  RELATED_TIERS,
  REQUIREMENTS,
  SHIFTS,
  TRAININGS,
} from './model.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE = /^\d{2}-\d{4}(\.\d{2})?$/;
const SOC = /^\d{2}-\d{4}$/;

/** Letters that a terminal would obey, or that reorder what stands beside them. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u;

const text = z
  .string()
  .trim()
  .min(1, { error: 'has no text' })
  .refine((s) => !UNPRINTABLE.test(s), { error: 'has control characters, which a terminal would obey' });
const line = text.refine((s) => !/[\n\t]/.test(s), { error: 'must be on one line' });
const slug = z.string().regex(SLUG, { error: 'must be lower-case letters and digits joined by hyphens' });
const code = z
  .string()
  .regex(CODE, { error: 'must be an O*NET-SOC code such as 29-9021.00 or a SOC code such as 29-9021' });
const soc = z.string().regex(SOC, { error: 'must be a SOC code such as 29-9021' });
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, { error: 'must be a number, without thousands separators' })
  .transform(Number);
const year = z.string().regex(/^\d{4}(-\d{2})?$/, { error: 'must be a year such as 2025, or a span such as 2024-34' });
const amount = z.string().transform((s, context): Amount => {
  if (s === 'not published') return s;
  const floor = /^at least (\d+(?:\.\d+)?)$/.exec(s);
  if (floor) return { atLeast: Number(floor[1]) };
  if (/^\d+(\.\d+)?$/.test(s)) return Number(s);
  context.addIssue({ code: 'custom', message: 'must be a number, "at least N" or "not published"' });
  return z.NEVER;
});
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` });
const list = <T extends z.ZodType>(item: T) => z.array(item, { error: 'must be a list' });

const level = choice(EDUCATION_LEVELS);
const cited = { source: line, place: slug, year };
const coded = { ...cited, code };
const scale = z.strictObject({ mean: amount, p10: amount, p25: amount, median: amount, p75: amount, p90: amount });
const shares = z.strictObject({ ...coded, shares: z.partialRecord(level, number) });
const importance = z.strictObject({
  ...coded,
  scale: choice(['importance', 'percentile']),
  values: z.record(line, number),
});

const figures = z
  .strictObject({
    pay: z.strictObject({ ...coded, employment: amount, annual: scale, hourly: scale }).optional(),
    outlook: z
      .strictObject({
        ...coded,
        employment: number,
        projected: number,
        change: number,
        growth: number,
        openings: number,
      })
      .optional(),
    entry: z
      .strictObject({ ...coded, education: level, experience: choice(EXPERIENCES), training: choice(TRAININGS) })
      .optional(),
    attainment: shares.optional(),
    'required-education': shares.optional(),
    'job-zone': z
      .strictObject({ ...coded, zone: number, preliminary: choice(['true']).optional() })
      .transform(({ preliminary, ...zone }) => ({ ...zone, preliminary: preliminary !== undefined }))
      .optional(),
    interests: z.strictObject({ ...coded, scores: z.record(choice(INTERESTS), number) }).optional(),
    skills: importance.optional(),
    knowledge: importance.optional(),
    related: z.strictObject({ ...coded, occupations: z.record(code, choice(RELATED_TIERS)) }).optional(),
    technology: z
      .strictObject({ ...coded, hot: list(line).optional(), 'in-demand': list(line).optional() })
      .transform(({ hot = [], 'in-demand': inDemand = [], ...rest }) => ({ ...rest, hot, inDemand }))
      .optional(),
  })
  .transform(({ 'required-education': requiredEducation, 'job-zone': jobZone, ...rest }) => ({
    ...rest,
    requiredEducation,
    jobZone,
  }));

export const occupationSchema = z
  .strictObject({
    title: line,
    slug,
    code,
    'official-title': line.optional(),
    home: z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, { error: 'must be an industry and an area, such as healthcare/information' })
      .optional(),
    'also-called': list(line).optional(),
    summary: text,
    description: text,
    specialities: list(z.strictObject({ title: line, text })).optional(),
    'work-settings': text.optional(),
    'patient-contact': choice(PATIENT_CONTACTS).optional(),
    schedule: z.strictObject({ hours: choice(HOURS), shifts: list(choice(SHIFTS)), text }).optional(),
    education: z.strictObject({
      level,
      training: choice(TRAININGS).optional(),
      experience: choice(EXPERIENCES).optional(),
      text: text.optional(),
    }),
    credentials: list(
      z
        .strictObject({
          name: line,
          kind: choice(CREDENTIAL_KINDS),
          'granted-by': line,
          requirement: choice(REQUIREMENTS),
        })
        .transform(({ 'granted-by': grantedBy, ...rest }) => ({ ...rest, grantedBy })),
    ).optional(),
    'leads-to': list(
      z.strictObject({
        occupation: slug,
        needs: text.optional(),
        years: number.optional(),
      }),
    ).optional(),
    figures: figures.optional(),
  })
  .transform((r) => ({
    title: r.title,
    slug: r.slug,
    code: r.code,
    officialTitle: r['official-title'],
    home: r.home,
    alsoCalled: r['also-called'] ?? [],
    summary: r.summary,
    description: r.description,
    specialities: r.specialities ?? [],
    workSettings: r['work-settings'],
    patientContact: r['patient-contact'],
    schedule: r.schedule,
    education: r.education,
    credentials: r.credentials ?? [],
    leadsTo: r['leads-to'] ?? [],
    figures: r.figures ?? {},
  }));

export const industrySchema = z.strictObject({
  title: line,
  slug,
  description: text,
  areas: list(
    z.strictObject({
      slug,
      title: line,
      description: text,
      rungs: list(z.strictObject({ education: level, occupations: list(slug) })),
    }),
  ),
});

export const headSchema = z.strictObject({
  title: line,
  edition: line,
  place: slug,
  sources: z.record(
    slug.or(z.string().regex(/^[a-z0-9.-]+$/)),
    z.strictObject({
      title: line,
      publisher: line,
      release: line,
      date: z
        .string()
        .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'must be a date such as 2026-05-15, 2026-05 or 2026' }),
      url: z.string().regex(/^https?:\/\/\S+$/, { error: 'must be an address beginning with http:// or https://' }),
      licence: line,
      credit: text,
    }),
  ),
});

const placePay = z.strictObject({
  employment: amount,
  mean: amount,
  median: amount,
  entry: amount,
  experienced: amount,
});

export const placeSchema = z.strictObject({
  title: line,
  slug,
  within: slug.optional(),
  pay: z.strictObject({ source: line, year, codes: z.record(soc, placePay) }).optional(),
});

/** A name a line: tens of thousands of them, which is no work for a YAML reader. */
const lines = text.transform((names) => names.split('\n').filter((name) => name.trim() !== ''));
export const jobTitlesSchema = z.strictObject({ 'job-titles': z.record(code, lines) });
export const everydayNamesSchema = z.strictObject({ 'everyday-names': z.record(slug, lines) });
export const sharedNamesSchema = z.record(line, list(slug).min(1, { error: 'names no occupation' }));
