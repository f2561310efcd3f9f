/** What a reader of an official release gives, whatever the release. */
import type { Amount, Source } from '../catalogue/model.js';
import type { Values } from './edit.js';

export interface Release {
  /** The key under which the catalogue knows the source. */
  id: string;
  source: Source;
}

export type Fields = Values;

export interface PlaceReading {
  slug: string;
  title: string;
  within: string | undefined;
  source: string;
  year: string;
  /** SOC code → its row. */
  codes: ReadonlyMap<string, Fields>;
}

export interface Reading {
  releases: Release[];
  /** The figures of a record's code, by the name of the figure; none where the release has none. */
  figures?: (code: string) => Fields;
  places?: PlaceReading[];
  /** The further job titles of a record's code, sorted. */
  jobTitles?: (code: string) => readonly string[];
  /** What a person should know about the release: tables that were not there. */
  notes: string[];
}

/** The catalogue's slug for the whole country. */
export const NATION = 'united-states';

/** An amount as the YAML says it. */
export const amountText = (amount: Amount): string =>
  typeof amount === 'object' ? `at least ${amount.atLeast}` : String(amount);

/** A number as the YAML says it: no more digits than it was published with. */
export const numberText = (n: number): string => String(Math.round(n * 100) / 100);
