/** `ladders show`: one occupation's profile. */
import type { Head, OpenCatalogue } from '../catalogue/open.js';
import type { Profile, ProfileStanding, SourcedProfile } from '../catalogue/profile.js';
import { EXIT, LaddersError } from '../errors.js';
import { offerPlain, offerText, plainProfile, profileText } from '../render/profile.js';
import { clean } from '../render/text.js';
import type { Answer } from './answer.js';
import { resolve, takenNote } from './resolve.js';

export interface ShowOptions {
  /** A place's title or slug: its figures first. */
  place?: string;
}

/** What `show --json` prints of one occupation. */
export interface ShownProfile extends SourcedProfile {
  found: true;
  /** The path whose neighbours are shown first. */
  path: string | undefined;
}

export async function show(catalogue: OpenCatalogue, words: string, options: ShowOptions = {}): Promise<Answer> {
  const found = await resolve(catalogue, words);
  switch (found.kind) {
    case 'one': {
      const head = catalogue.head();
      const { sourceIds, ...rest } = atPlace(found.profile, found.standing, placeOf(head, options.place));
      const sources = sourceIds.flatMap((id) => (head.sources[id] ? [[id, head.sources[id]] as const] : []));
      const profile: SourcedProfile = { ...rest, sources: Object.fromEntries(sources) };
      const { taken } = found;
      const value: ShownProfile = { found: true, path: found.standing?.path, ...profile };
      return {
        json: taken ? { ...value, taken } : value,
        text: (look) => profileText(profile, look),
        plain: (look) => plainProfile(profile, look),
        exit: EXIT.ok,
        notes: takenNote(found),
      };
    }
    case 'several':
      return {
        json: { found: true, asked: found.asked, why: found.why, occupations: found.cards },
        text: (look) => offerText(found.cards, `${found.cards.length} occupations ${found.why}:`, look),
        plain: () => offerPlain(found.cards),
        exit: EXIT.ok,
      };
    case 'none': {
      const { asked, suggestions } = found;
      const meant = suggestions.map((card) => `  ladders show ${card.slug}`);
      return {
        json: { found: false, asked, suggestions },
        text: () => '',
        plain: () => '',
        exit: EXIT.none,
        notes:
          meant.length > 0
            ? [`There is no occupation “${asked}”. Did you mean:`, ...meant]
            : [`There is no occupation “${asked}”, and nothing like it.`, '  ladders search WORDS', '  ladders list'],
      };
    }
  }
}

/** The place that a person named; an unknown one is answered by the list. */
export function placeOf(head: Head, name: string | undefined): string | undefined {
  if (name === undefined) return head.place;
  const wanted = clean(name).trim().toLowerCase();
  const place = head.places.find(({ slug, title }) => slug === wanted || title.toLowerCase() === wanted);
  if (place) return place.slug;
  throw new LaddersError('UNKNOWN_PLACE', `There is no place “${clean(name).trim()}”. The places are:`, {
    hints: head.places.map(({ title }) => title),
  });
}

/** The asked place's pay and the asked path's neighbours first. */
function atPlace(profile: Profile, standing: ProfileStanding | undefined, place: string | undefined): Profile {
  const first = <T>(items: readonly T[], is: (item: T) => boolean): T[] => [
    ...items.filter(is),
    ...items.filter((item) => !is(item)),
  ];
  return {
    ...profile,
    standings: first(profile.standings, ({ path }) => path === standing?.path),
    places: first(profile.places, (row) => row.place.slug === place),
  };
}
