/** Advancements lead to records that are there, and never back. */

import { contradictions } from '../../paths/contradictions.js';
import { type Finding, finding } from '../findings.js';
import type { Industry } from '../model.js';
import { type Records, unknownOccupation } from './records.js';

export function checkAdvancements(industries: readonly Industry[], records: Records): Finding[] {
  const unknown = records.files.flatMap(({ value, at }) =>
    value.leadsTo.flatMap(({ occupation }, i) =>
      unknownOccupation(records, occupation, () => at(['leads-to', i, 'occupation'])),
    ),
  );
  const rings = loops(records);
  // What goes round has nothing that rises: said once.
  return [...unknown, ...rings, ...(rings.length > 0 ? [] : falls(industries, records))];
}

/** What a record calls an advancement, and a ladder shows going down. */
const falls = (industries: readonly Industry[], { files, bySlug }: Records): Finding[] =>
  contradictions(
    industries,
    files.map(({ value }) => value),
  ).flatMap(({ occupation, index, leadsTo, ladder }) => {
    const file = bySlug.get(occupation);
    if (!file) return [];
    const what = `the advancement to "${leadsTo}" goes down the ladder ${ladder}, for no better pay`;
    return finding(
      'ADVANCEMENT_FALLS',
      file.at(['leads-to', index, 'occupation']),
      what,
      'a higher rung, or better pay',
    );
  });

/**
 * Each way round, said once, at the advancement that closes it: a walk, depth first, in which an advancement to a
 * record that the walk still stands on leads back. With a list in place of recursion, for ways of any length.
 */
function loops({ bySlug }: Records): Finding[] {
  const found: Finding[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of bySlug.keys()) {
    if (state.has(start)) continue;
    const trail: { slug: string; next: number }[] = [{ slug: start, next: 0 }];
    state.set(start, 'open');
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const file = bySlug.get(top.slug);
      const to = file?.value.leadsTo[top.next]?.occupation;
      if (!file || to === undefined) {
        state.set(top.slug, 'done');
        trail.pop();
        continue;
      }
      const step = top.next++;
      if (state.get(to) === 'open') {
        const from = trail.findIndex(({ slug }) => slug === to);
        const loop = [...trail.slice(from).map(({ slug }) => slug), to];
        const what = `the advancement leads back to where it began: ${loop.join(' → ')}`;
        const where = file.at(['leads-to', step, 'occupation']);
        found.push(finding('ADVANCEMENT_LOOP', where, what, 'advancements that only rise'));
      } else if (!state.has(to) && bySlug.has(to)) {
        state.set(to, 'open');
        trail.push({ slug: to, next: 0 });
      }
    }
  }
  return found;
}
