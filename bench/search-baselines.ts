/** What search is measured beside: Fuse.js as usually configured, and MiniSearch tuned. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { SearchEntry } from '../src/search/build.js';
import type { Engine } from './search-measure.js';

const own = (entry: SearchEntry): string[] => [entry.title, ...entry.alsoCalled, ...entry.everydayNames];

export function fuseAlone(entries: readonly SearchEntry[]): Engine {
  const list = entries.map((entry) => ({
    id: entry.id,
    title: entry.title,
    names: [...own(entry), ...entry.jobTitles],
  }));
  const fuse = new Fuse(list, { keys: ['title', 'names'], includeScore: true, ignoreLocation: true, threshold: 0.4 });
  return (words) => fuse.search(words, { limit: 10 }).map(({ item }) => item.id);
}

export function miniSearchTuned(entries: readonly SearchEntry[]): Engine {
  const index = new MiniSearch({
    fields: ['title', 'names', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, names: 2 } },
  });
  index.addAll(
    entries.map((entry) => ({
      id: entry.id,
      title: own(entry).join('\n'),
      names: entry.jobTitles.join('\n'),
      text: entry.text,
    })),
  );
  return (words) => index.search(words).map(({ id }) => id as number);
}
