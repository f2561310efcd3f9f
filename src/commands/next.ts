/** `ladders next` and `ladders from`: where one goes from an occupation, and who gets there. */
import type { OpenCatalogue } from '../catalogue/open.js';
import { EXIT } from '../errors.js';
import { neighbourhood, Steps } from '../paths/steps.js';
import { neighbourhoodDiagram } from '../render/diagram.js';
import { neighbourhoodPlain, neighbourhoodText } from '../render/steps.js';
import type { Answer } from './answer.js';
import { type Format, inFormat } from './format.js';
import { resolveOne, takenNote } from './resolve.js';

export interface NextOptions {
  /** The most of each kind. */
  limit?: number;
  all?: boolean;
  format?: Format;
}

const LIMIT = 4;

export async function next(
  catalogue: OpenCatalogue,
  words: string,
  direction: 'next' | 'from',
  { limit = LIMIT, all = false, format }: NextOptions,
): Promise<Answer> {
  const one = await resolveOne(catalogue, words, direction);
  const { profile } = one;
  const most = all ? Number.MAX_SAFE_INTEGER : limit;
  const value = neighbourhood(new Steps(catalogue), profile.card.slug, direction, most);
  const found = value.total.advancement + value.total.lateral + value.total.change > 0;
  const answer: Answer = {
    json: { found, ...value },
    text: (look) => neighbourhoodText(value, look),
    plain: (look) => neighbourhoodPlain(value, look),
    exit: found ? EXIT.ok : EXIT.none,
    notes: found
      ? takenNote(one)
      : [`No steps are known ${direction === 'next' ? 'from' : 'to'} ${profile.card.title}.`],
  };
  return inFormat(answer, format, () => neighbourhoodDiagram(value));
}
