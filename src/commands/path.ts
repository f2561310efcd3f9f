/** `ladders path`: the best few ways from one occupation to another, or to any that meets conditions. */
import type { OpenCatalogue } from '../catalogue/open.js';
import { EXIT, LaddersError } from '../errors.js';
import { findPaths } from '../paths/paths.js';
import type { PathQuestion } from '../paths/question.js';
import { Steps } from '../paths/steps.js';
import { pathsDiagram } from '../render/diagram.js';
import { hindrancesText, pathsPlain, pathsText } from '../render/path.js';
import type { Answer } from './answer.js';
import { type Format, inFormat } from './format.js';
import { placeOf } from './list.js';
import { resolveOne, takenNote } from './resolve.js';

export interface PathOptions extends Omit<PathQuestion, 'from' | 'to' | 'via' | 'avoid' | 'industry' | 'area'> {
  /** An industry's name or slug. */
  toIndustry?: string;
  /** An area's name, slug or path. */
  toArea?: string;
  /** Names of occupations. */
  via?: readonly string[];
  avoid?: readonly string[];
  format?: Format;
}

/** @param ends one or two names; several words of one name come joined */
export async function path(catalogue: OpenCatalogue, ends: readonly string[], options: PathOptions): Promise<Answer> {
  const { toIndustry, toArea, via = [], avoid = [], format, ...conditions } = options;
  const notes: string[] = [];
  const [from, to] = await endsOf(
    catalogue,
    ends,
    [toIndustry, toArea, conditions.minPay, conditions.education].some((condition) => condition !== undefined),
    notes,
  );
  const slugs = async (names: readonly string[]): Promise<string[]> => {
    const all = await Promise.all(names.map((name) => resolveOne(catalogue, name, 'show')));
    notes.push(...all.flatMap(takenNote));
    return all.map(({ profile }) => profile.card.slug);
  };
  const head = catalogue.head();
  const industry = toIndustry === undefined ? undefined : placeOf(catalogue, head, toIndustry)[0].slug;
  const question: PathQuestion = {
    from,
    to,
    ...conditions,
    industry,
    area: toArea === undefined ? undefined : areaPath(catalogue, toArea),
    via: await slugs(via),
    avoid: await slugs(avoid),
  };
  const value = findPaths(new Steps(catalogue), question);
  const found = value.paths.length > 0;
  const answer: Answer = {
    json: { found, ...value },
    text: (look) => pathsText(value, look),
    plain: () => pathsPlain(value),
    exit: found ? EXIT.ok : EXIT.none,
    notes: found ? notes : hindrancesText(value),
  };
  return inFormat(answer, format, () => pathsDiagram(value.from, value.paths));
}

function areaPath(catalogue: OpenCatalogue, name: string): string {
  const [industry, area] = placeOf(catalogue, catalogue.head(), name);
  if (area) return `${industry.slug}/${area.slug}`;
  throw new LaddersError('NOT_AN_AREA', `${industry.title} is an industry, not an area.`, {
    hints: [
      `--to-industry ${industry.slug}`,
      ...industry.areas.slice(0, 4).map(({ slug }) => `--to-area ${industry.slug}/${slug}`),
    ],
  });
}

/** The two ends: a word each, or names parted by "to". Says in `notes` what it took for them. */
async function endsOf(
  catalogue: OpenCatalogue,
  words: readonly string[],
  open: boolean,
  notes: string[],
): Promise<[from: string, to: string | undefined]> {
  const slugOf = async (name: string): Promise<string> => {
    const one = await resolveOne(catalogue, name, 'path');
    notes.push(...takenNote(one));
    return one.profile.card.slug;
  };
  const at = words.findIndex((word) => word.toLowerCase() === 'to');
  if (at > 0 && at < words.length - 1) {
    return [await slugOf(words.slice(0, at).join(' ')), await slugOf(words.slice(at + 1).join(' '))];
  }
  const [first, second] = words;
  if (first !== undefined && second !== undefined && words.length === 2 && !open) {
    return [await slugOf(first), await slugOf(second)];
  }
  if (words.length === 2 && first !== undefined && second !== undefined) {
    // With an open end, two words are one name if they are a name, else two ends.
    const whole = await resolveOne(catalogue, words.join(' '), 'path').catch(() => undefined);
    return whole && !whole.taken ? [whole.profile.card.slug, undefined] : [await slugOf(first), await slugOf(second)];
  }
  if (words.length > 0 && open) return [await slugOf(words.join(' ')), undefined];
  throw new LaddersError(
    'PATH_ENDS',
    words.length < 2
      ? 'A path needs two ends, or conditions on where it ends.'
      : 'Which words are the start, and which the goal?',
    {
      hints: [
        'ladders path nursing-assistant registered-nurse',
        'ladders path nursing assistant to registered nurse',
        'ladders path cashier --to-industry healthcare --max-years 2',
      ],
    },
  );
}
