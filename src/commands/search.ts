/** `ladders search`: occupations from anyone's words, and by conditions. */
import { applyFilters, type FilterName, type Filters, type Sort, sortedBy } from '../catalogue/filter.js';
import type { OpenCatalogue } from '../catalogue/open.js';
import type { Card } from '../catalogue/profile.js';
import { EXIT, LaddersError } from '../errors.js';
import { type Hit, hitsPlain, hitsText } from '../render/search.js';
import { clean } from '../render/text.js';
import type { Match } from '../search/index.js';
import type { Answer } from './answer.js';

export interface SearchOptions extends Filters {
  sort?: Sort;
  /** The most that are listed: ten unless told. */
  limit?: number;
  all?: boolean;
}

const LIMIT = 10;

/** One match of `search --json`. */
export interface FoundOccupation extends Card {
  /** The probability that this match is what was meant; 0 to 1. Null where no words were asked. */
  confidence: number | null;
  exact: Match['exact'];
  matched: Match['matched'] | null;
}

export async function search(catalogue: OpenCatalogue, words: string, options: SearchOptions): Promise<Answer> {
  const asked = clean(words).trim();
  const { sort, limit = LIMIT, all = false, ...filters } = options;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  if (asked === '' && !filtered && sort === undefined && !all) {
    throw new LaddersError('NO_WORDS', 'Search for what? No words and no conditions were given.', {
      hints: [
        'ladders search coder',
        'ladders search fixes air conditioners',
        'ladders search --education associate --min-pay 60000',
      ],
    });
  }
  const facets = filtered || asked === '' || (sort && sort !== 'relevance') ? catalogue.facets() : [];
  const filter = filtered ? applyFilters(facets, filters) : undefined;
  const most = all ? Number.MAX_SAFE_INTEGER : limit;
  const matches =
    asked === ''
      ? everything(facets.length, filter?.passes)
      : await matchesOf(
          catalogue,
          asked,
          filter?.passes,
          sort && sort !== 'relevance' ? Number.MAX_SAFE_INTEGER : most,
        );
  const order = sort ?? (asked === '' ? 'title' : 'relevance');
  const byId = new Map(matches.map((one) => [one.id, one.match]));
  const ids = sortedBy([...byId.keys()], order, facets).slice(0, most);
  const hits = ids.map((id): Hit => ({ card: catalogue.card(id), match: byId.get(id) }));
  const total = asked === '' ? matches.length : undefined;
  return {
    json: {
      query: asked,
      filters,
      sort: order,
      ...(total !== undefined && { total }),
      matches: hits.map(
        ({ card, match }): FoundOccupation => ({
          ...card,
          confidence: match ? rounded(match.confidence) : null,
          exact: match?.exact ?? null,
          matched: match?.matched ?? null,
        }),
      ),
    },
    text: async (look) => (hits.length === 0 ? '' : hitsText(await highlighted(asked, hits), total, look)),
    plain: () => hitsPlain(hits),
    exit: hits.length > 0 ? EXIT.ok : EXIT.none,
    notes: hits.length > 0 ? [] : nothing(asked, filter?.unanswerable ?? [], filter?.count),
  };
}

const rounded = (p: number): number => Math.round(p * 1000) / 1000;

type Found = { id: number; match: Match | undefined };

const everything = (n: number, passes: ((id: number) => boolean) | undefined): Found[] =>
  Array.from({ length: n }, (_, id) => ({ id, match: undefined })).filter(({ id }) => passes?.(id) ?? true);

async function matchesOf(
  catalogue: OpenCatalogue,
  asked: string,
  only: ((id: number) => boolean) | undefined,
  limit: number,
): Promise<Found[]> {
  const index = await catalogue.search();
  const options = { limit, ...(only && { only }) };
  let found = index.find(asked, options);
  if (found.length === 0) {
    const { fallback } = await import('../search/closeness.js');
    found = await fallback(asked, index, options);
  }
  return found.map((match) => ({ id: match.id, match }));
}

/** The letters marked that the words have: only a terminal needs them. */
async function highlighted(asked: string, hits: Hit[]): Promise<Hit[]> {
  if (asked === '') return hits;
  const { highlight } = await import('../search/closeness.js');
  const marked = await highlight(
    asked,
    hits.flatMap(({ match }) => match ?? []),
  );
  const byId = new Map(marked.map((match) => [match.id, match]));
  return hits.map((hit) => ({ ...hit, match: hit.match && (byId.get(hit.match.id) ?? hit.match) }));
}

const FILTER_OPTIONS: Record<FilterName, string> = {
  industry: '--industry',
  area: '--area',
  education: '--education',
  minPay: '--min-pay',
  maxPay: '--max-pay',
  growth: '--growth',
  schedule: '--schedule',
  patientContact: '--patient-contact',
  interest: '--interest',
  training: '--training',
};

function nothing(asked: string, unanswerable: readonly FilterName[], passing: number | undefined): string[] {
  if (unanswerable.length > 0) {
    const named = unanswerable.map((name) => FILTER_OPTIONS[name]).join(' and ');
    return [`No occupation of this catalogue meets ${named}, whatever else is asked.`, '  ladders help search'];
  }
  if (passing === 0) return ['No occupation meets all of these conditions together. Leave one out.'];
  if (passing !== undefined && asked !== '') {
    return [`Nothing found for “${asked}” among the ${passing} occupations that meet the conditions.`];
  }
  return [`Nothing found for “${asked}”.`, '  ladders list', '  ladders search other words for the same work'];
}
