/** The entries that the benches search: the project's catalogue, another one, or entries written out as JSON. */
import { readFileSync } from 'node:fs';
import { searchEntries } from '../src/catalogue/compile.js';
import { readCatalogue } from '../src/catalogue/read.js';
import type { SearchEntry } from '../src/search/build.js';

const OWN = new URL('../data', import.meta.url).pathname;

export function entriesOf(path: string = OWN): SearchEntry[] {
  if (path.endsWith('.json')) return JSON.parse(readFileSync(path, 'utf8')) as SearchEntry[];
  return searchEntries(readCatalogue(path).catalogue);
}
