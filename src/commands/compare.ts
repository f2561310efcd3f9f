/** `ladders compare`: two to four occupations side by side. */
import type { OpenCatalogue } from '../catalogue/open.js';
import { EXIT } from '../errors.js';
import { compare as compareOccupations } from '../paths/compare.js';
import { Steps } from '../paths/steps.js';
import { comparePlain, compareText } from '../render/compare.js';
import type { Answer } from './answer.js';
import { resolveOne, takenNote } from './resolve.js';

/** @param words a name each; names of several words are parted by "and" or "with" */
export async function compare(catalogue: OpenCatalogue, words: readonly string[]): Promise<Answer> {
  const slugs: string[] = [];
  const notes: string[] = [];
  for (const name of namesOf(words)) {
    const one = await resolveOne(catalogue, name, 'show');
    slugs.push(one.profile.card.slug);
    notes.push(...takenNote(one));
  }
  const value = compareOccupations(new Steps(catalogue), slugs);
  return {
    json: { found: true, ...value },
    text: (look) => compareText(value, look),
    plain: (look) => comparePlain(value, look),
    exit: EXIT.ok,
    notes,
  };
}

function namesOf(words: readonly string[]): string[] {
  if (!words.some((word) => /^(and|with|vs\.?)$/i.test(word))) return [...words];
  const names: string[][] = [[]];
  for (const word of words) {
    if (/^(and|with|vs\.?)$/i.test(word)) names.push([]);
    else names.at(-1)?.push(word);
  }
  return names.map((name) => name.join(' ')).filter((name) => name !== '');
}
