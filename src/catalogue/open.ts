/** A compiled catalogue, open for questions. The values are those that `compile.ts` put. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedGraph } from '../paths/graph.js';
import type { SearchIndex } from '../search/index.js';
import type { EducationLevel, Hours, Interest, PatientContact, Shift, Source, Training } from './model.js';
import type { Card, Profile } from './profile.js';
import { damaged, SEARCH_FILE, STORE_FILE, Store } from './store.js';

export interface Head {
  title: string;
  edition: string;
  place: string;
  sources: Record<string, Source>;
  /** Source → how many published numbers and named facts come from it. */
  figures: Record<string, number>;
  places: { slug: string; title: string; within: string | undefined; hasPay: boolean }[];
  occupations: number;
  industries: {
    slug: string;
    title: string;
    description: string;
    areas: { slug: string; title: string }[];
    occupations: number;
  }[];
}

export interface RungCards {
  education: EducationLevel;
  occupations: Card[];
}

export interface AreaCards {
  slug: string;
  title: string;
  description: string;
  rungs: RungCards[];
}

export interface IndustryCards {
  slug: string;
  title: string;
  description: string;
  areas: AreaCards[];
}

export interface CodeGroup {
  code: string;
  title: string | undefined;
  cards: Card[];
}

/** What can be asked of each record by a filter; the index is the record's number. */
export type Facets = {
  ladders: string[];
  education: EducationLevel;
  training: Training | undefined;
  pay: Card['pay'];
  growth: number | undefined;
  openings: number | undefined;
  hours: Hours | undefined;
  shifts: Shift[];
  patientContact: PatientContact | undefined;
  /** Strongest first, three at the most. */
  interests: Interest[];
  title: string;
}[];

export class OpenCatalogue {
  readonly #folder: string;
  readonly #store: Store;
  #search: SearchIndex | undefined;
  #searchFile: number | undefined;

  private constructor(folder: string, store: Store) {
    this.#folder = folder;
    this.#store = store;
  }

  static open(folder: string): OpenCatalogue {
    return new OpenCatalogue(folder, Store.open(join(folder, STORE_FILE)));
  }

  head(): Head {
    return this.#required('head') as Head;
  }

  industry(slug: string): IndustryCards | undefined {
    return this.#store.get(`industry:${slug}`) as IndustryCards | undefined;
  }

  profile(slug: string): Profile | undefined {
    return this.#store.get(`occupation:${slug}`) as Profile | undefined;
  }

  /** The records of a code, SOC or O*NET-SOC. */
  code(code: string): CodeGroup | undefined {
    return this.#store.get(`code:${code}`) as CodeGroup | undefined;
  }

  /** A record by its number, as search and facets count them. */
  card(id: number): Card {
    return this.#required(`card:${id}`) as Card;
  }

  facets(): Facets {
    return this.#required('facets') as Facets;
  }

  /** Every step between occupations, for `paths/`. */
  steps(): PackedGraph {
    return this.#required('steps') as PackedGraph;
  }

  async search(): Promise<SearchIndex> {
    if (!this.#search) {
      const path = join(this.#folder, SEARCH_FILE);
      try {
        const { readSearchIndex } = await import('../search/index.js');
        const file = openSync(path, 'r');
        this.#searchFile = file;
        const readAt = (offset: number, length: number): Buffer => {
          const bytes = Buffer.allocUnsafe(length);
          if (readSync(file, bytes, 0, length, offset) !== length) throw damaged(path);
          return bytes;
        };
        this.#search = readSearchIndex(readAt, fstatSync(file).size);
      } catch (cause) {
        throw damaged(path, cause);
      }
    }
    return this.#search;
  }

  close(): void {
    this.#store.close();
    if (this.#searchFile !== undefined) closeSync(this.#searchFile);
  }

  #required(key: string): unknown {
    const value = this.#store.get(key);
    if (value === undefined) throw damaged(this.#store.path);
    return value;
  }
}
