/** Advancements lead to records that are there, and never back. */
import { type Finding, finding } from '../findings.js';
import { type Records, unknownOccupation } from './records.js';

export function checkAdvancements(records: Records): Finding[] {
  const unknown = records.files.flatMap(({ value, at }) =>
    value.leadsTo.flatMap(({ occupation }, i) =>
      unknownOccupation(records, occupation, () => at(['leads-to', i, 'occupation'])),
    ),
  );
  return [...unknown, ...loops(records)];
}

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
