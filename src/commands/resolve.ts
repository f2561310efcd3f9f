/** A person's words for one occupation → its profile, or what they may have meant. */
import type { OpenCatalogue } from '../catalogue/open.js';
import type { Card, Profile, ProfileStanding } from '../catalogue/profile.js';
import { EXIT, LaddersError } from '../errors.js';
import { clean } from '../render/text.js';

export type Resolution =
  | {
      kind: 'one';
      profile: Profile;
      /** The place that was asked for by its path; else its home. */
      standing: ProfileStanding | undefined;
      /** What was taken for the words, where they are not its own name. */
      taken: { title: string; matched: string | undefined; confidence: number } | undefined;
    }
  | { kind: 'several'; asked: string; why: string; cards: Card[] }
  | { kind: 'none'; asked: string; suggestions: Card[] };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE = /^\d{2}-\d{4}(\.\d{2})?$/;
export const SUGGESTIONS = 5;

export async function resolve(catalogue: OpenCatalogue, asked: string): Promise<Resolution> {
  const words = clean(asked).trim();
  if (words === '') {
    throw new LaddersError('NO_WORDS', 'Which occupation? Nothing was named.', {
      hints: ['ladders show registered nurse', 'ladders search coder', 'ladders list'],
    });
  }
  if (words.includes('/')) {
    const byPath = resolvePath(catalogue, words);
    if (byPath) return byPath;
  }
  if (SLUG.test(words)) {
    const profile = catalogue.profile(words);
    if (profile) return one(profile);
  }
  if (CODE.test(words)) {
    const group = catalogue.code(words);
    const [only, second] = group?.cards ?? [];
    if (group && second) return { kind: 'several', asked: words, why: `have the code ${words}`, cards: group.cards };
    if (only) return one(required(catalogue, only.slug));
  }
  return bySearch(catalogue, words);
}

function resolvePath(catalogue: OpenCatalogue, words: string): Resolution | undefined {
  const path = words.replace(/^\/|\/$/g, '').toLowerCase();
  const profile = catalogue.profile(path.split('/').at(-1) ?? '');
  if (!profile) return undefined;
  const standing = profile.standings.find((s) => s.path === path);
  if (standing) return { kind: 'one', profile, standing, taken: undefined };
  const paths = profile.standings.map((s) => s.path);
  throw new LaddersError('NOT_ON_THAT_LADDER', `${profile.card.title} does not stand at ${path}.`, {
    exit: EXIT.none,
    hints: paths.map((p) => `ladders show ${p}`),
  });
}

async function bySearch(catalogue: OpenCatalogue, words: string): Promise<Resolution> {
  const { SURE } = await import('../search/index.js');
  const index = await catalogue.search();
  // A slug typed with a slip is words with hyphens.
  const found = index.find(SLUG.test(words) ? words.replaceAll('-', ' ') : words, { limit: SUGGESTIONS });
  const exact = found.filter((match) => match.exact !== null);
  const titles = exact.filter((match) => match.exact === 'title');
  const cards = (matches: typeof found): Card[] => matches.map(({ id }) => catalogue.card(id));
  const [first] = titles.length === 1 ? titles : exact.length === 1 ? exact : found;
  if (!first) return { kind: 'none', asked: words, suggestions: [] };
  const isOne = titles.length === 1 || exact.length === 1;
  if (!isOne && exact.length > 1 && first.confidence < SURE) {
    return { kind: 'several', asked: words, why: `are called “${words}”`, cards: cards(exact) };
  }
  if (!isOne && first.confidence < SURE) return { kind: 'none', asked: words, suggestions: cards(found) };
  const { profile, standing } = one(required(catalogue, catalogue.card(first.id).slug));
  const named = first.exact === 'title';
  return {
    kind: 'one',
    profile,
    standing,
    taken: named
      ? undefined
      : { title: profile.card.title, matched: first.matched?.text, confidence: first.confidence },
  };
}

const one = (profile: Profile): Extract<Resolution, { kind: 'one' }> => ({
  kind: 'one',
  profile,
  standing: profile.standings[0],
  taken: undefined,
});

function required(catalogue: OpenCatalogue, slug: string): Profile {
  const profile = catalogue.profile(slug);
  if (!profile) throw new LaddersError('STORE_DAMAGED', `The compiled catalogue has no record of ${slug}.`);
  return profile;
}

/** What was taken for a person's words, said beside the answer; nothing where they are its own name. */
export const takenNote = ({ taken }: Extract<Resolution, { kind: 'one' }>): string[] =>
  taken ? [`Taken: ${taken.title}${taken.matched ? ` (${clean(taken.matched)})` : ''}.`] : [];

/** For commands that need just one: fails where the words are nobody's or several's. */
export async function resolveOne(
  catalogue: OpenCatalogue,
  asked: string,
  command: string,
): Promise<Extract<Resolution, { kind: 'one' }>> {
  const found = await resolve(catalogue, asked);
  if (found.kind === 'one') return found;
  if (found.kind === 'several') {
    throw new LaddersError('SEVERAL', `Several occupations ${found.why}:`, {
      exit: EXIT.none,
      hints: found.cards.map((card) => `ladders ${command} ${card.slug}`),
    });
  }
  throw notFound(found.asked, found.suggestions, (card) => `ladders ${command} ${card.slug}`);
}

export const notFound = (asked: string, suggestions: readonly Card[], line: (card: Card) => string): LaddersError =>
  new LaddersError(
    'NOT_FOUND',
    suggestions.length > 0
      ? `There is no occupation “${asked}”. Did you mean:`
      : `There is no occupation “${asked}”, and nothing like it.`,
    {
      exit: EXIT.none,
      hints: suggestions.length > 0 ? suggestions.map(line) : ['ladders list', 'ladders search WORDS'],
    },
  );
