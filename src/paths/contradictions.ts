/** Where a catalogue's ladders and its records' `leads-to` say the opposite of each other. */
import { levelRank } from '../catalogue/hierarchy.js';
import type { Industry, Occupation } from '../catalogue/model.js';
import { annualPay } from './graph.js';

export interface Contradiction {
  /** Slugs: the record, and the place in its `leads-to` that goes down. */
  occupation: string;
  index: number;
  leadsTo: string;
  /** The ladder, `industry/area`, on which the second stands on a lower rung than the first. */
  ladder: string;
}

/**
 * Every `leads-to` that goes down a ladder: to a lower rung of one on which both stand, for no better pay. A supervisor's
 * or manager's post that asks for less schooling and pays more is a climb; so is a step that another ladder shows as
 * rising. The order within a rung is custom, and no contradiction.
 */
export function contradictions(
  industries: readonly Industry[],
  occupations: readonly Pick<Occupation, 'slug' | 'leadsTo' | 'figures'>[],
): Contradiction[] {
  const rungs = new Map<string, Map<string, number>>();
  for (const industry of industries) {
    for (const area of industry.areas) {
      for (const { education, occupations: slugs } of area.rungs) {
        for (const slug of slugs) {
          const on = rungs.get(slug) ?? new Map<string, number>();
          rungs.set(slug, on.set(`${industry.slug}/${area.slug}`, levelRank(education)));
        }
      }
    }
  }
  const pay = new Map(occupations.map((record) => [record.slug, annualPay(record)]));
  return occupations.flatMap(({ slug, leadsTo }) =>
    leadsTo.flatMap(({ occupation }, index): Contradiction[] => {
      const [before, after] = [pay.get(slug), pay.get(occupation)];
      if (before !== undefined && after !== undefined && after > before) return [];
      const there = rungs.get(occupation);
      const both = [...(rungs.get(slug) ?? [])].flatMap(([ladder, here]) => {
        const to = there?.get(ladder);
        return to === undefined ? [] : [{ ladder, rise: to - here }];
      });
      const down = both.find(({ rise }) => rise < 0);
      return down && !both.some(({ rise }) => rise > 0)
        ? [{ occupation: slug, index, leadsTo: occupation, ladder: down.ladder }]
        : [];
    }),
  );
}
