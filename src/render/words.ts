/** The catalogue's terms and figures in a reader's words. No locale is asked: that costs more than all the rest of an answer. */

import type { Amount, EducationLevel, Experience, Hours, PatientContact, Shift, Training } from '../catalogue/model.js';
import type { Card } from '../catalogue/profile.js';

export const EDUCATION_WORDS: Record<EducationLevel, string> = {
  none: 'No formal credential',
  'high-school': 'High school',
  certificate: 'High school plus training',
  'some-college': 'Some college',
  associate: 'Associate degree',
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctoral: 'Doctoral or professional degree',
};

export const TRAINING_WORDS: Record<Training, string> = {
  none: 'none',
  'short-term-on-the-job': 'short, on the job (up to a month)',
  'moderate-term-on-the-job': 'moderate, on the job (one month to a year)',
  'long-term-on-the-job': 'long, on the job (over a year)',
  'internship-residency': 'internship or residency',
  apprenticeship: 'apprenticeship',
};

export const EXPERIENCE_WORDS: Record<Experience, string> = {
  none: 'none',
  'under-5-years': 'less than five years',
  '5-years-or-more': 'five years or more',
};

export const HOURS_WORDS: Record<Hours, string> = {
  'full-time': 'Full time',
  'part-time': 'Part time',
  varies: 'Full or part time',
};

export const SHIFT_WORDS: Record<Shift, string> = {
  days: 'days',
  evenings: 'evenings',
  nights: 'nights',
  weekends: 'weekends',
  holidays: 'holidays',
  'on-call': 'on call',
  rotating: 'rotating shifts',
  seasonal: 'seasonal',
  irregular: 'irregular hours',
};

export const PATIENT_CONTACT_WORDS: Record<PatientContact, string> = {
  none: 'none',
  some: 'some of the time',
  most: 'most of the time',
};

export const REQUIREMENT_WORDS = {
  required: 'required by law',
  varies: 'required by some states or employers',
  voluntary: 'voluntary',
} as const;

/** 1234567.5 → "1,234,567.5". */
export function grouped(n: number): string {
  const [whole = '', part] = String(Math.abs(n)).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${n < 0 ? '-' : ''}${digits}${part === undefined ? '' : `.${part}`}`;
}

/** Dollars a year, whole; dollars an hour, with cents. */
export function dollars(amount: Amount | undefined, per: 'year' | 'hour' = 'year'): string {
  if (amount === undefined || amount === 'not published') return 'not published';
  if (typeof amount === 'object') return `${dollars(amount.atLeast, per)} or more`;
  if (per === 'year') return `$${grouped(Math.round(amount))}`;
  const cents = Math.round(amount * 100);
  return `$${grouped(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
}

export const count = (amount: Amount): string =>
  amount === 'not published'
    ? amount
    : typeof amount === 'object'
      ? `${grouped(amount.atLeast)} or more`
      : grouped(amount);

/** 14.7 → "+14.7 %". */
export const signed = (percent: number): string => `${percent > 0 ? '+' : ''}${percent} %`;

/** A figure older than this many years is said to be old. */
const OLD_YEARS = 3;

/** How old a figure is, where it is old: "4 years old". `year` may be a span, which counts from its first year. */
export function oldness(year: string, now: number): string | undefined {
  const age = now - Number(year.slice(0, 4));
  return age > OLD_YEARS ? `${age} years old` : undefined;
}

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** "1 occupation", "12 occupations". */
export const plural = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`;

/** A source with its release, said once. */
export const sourceName = (title: string, release: string): string =>
  title.includes(release) ? title : `${title}, ${release}`;

/** Where and when the pay and the growth of these are from: said once under a list of them. */
export function figuresNote(cards: readonly Card[], growth = false): string {
  const pay = new Set(cards.flatMap((card) => (card.pay ? [`${card.pay.year} (${card.pay.source})`] : [])));
  const spans = new Set(cards.flatMap((card) => (growth && card.growthYears ? [card.growthYears] : [])));
  const parts = [
    pay.size > 0 ? `Median pay a year: United States, May ${listed([...pay])}.` : '',
    spans.size > 0 ? `Growth: United States, projected ${listed([...spans])}.` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(' ')} Sources: ladders sources.` : '';
}
