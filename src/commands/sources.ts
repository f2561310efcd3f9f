/** `ladders sources`: the published releases, and how much of the catalogue comes from each. */
import type { Source } from '../catalogue/model.js';
import type { OpenCatalogue } from '../catalogue/open.js';
import { EXIT } from '../errors.js';
import { sourcesPlain, sourcesText } from '../render/sources.js';
import type { Answer } from './answer.js';

/** One source of `sources --json`. */
export interface SourceAnswer extends Source {
  id: string;
  /** Published numbers, names and classes that come from it. */
  figures: number;
  /** Whole years since it was published. */
  age: number;
}

export function sources(catalogue: OpenCatalogue, year: number): Answer {
  const head = catalogue.head();
  const all = Object.entries(head.sources).map(
    ([id, source]): SourceAnswer => ({
      id,
      ...source,
      figures: head.figures[id] ?? 0,
      age: year - Number(source.date.slice(0, 4)),
    }),
  );
  return {
    json: { sources: all },
    text: (look) => sourcesText(all, look),
    plain: () => sourcesPlain(all),
    exit: EXIT.ok,
  };
}
