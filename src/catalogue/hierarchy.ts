/** Where an occupation stands: industry › area › occupation, and its neighbours on each ladder. */
import { type Area, EDUCATION_LEVELS, type EducationLevel, type Industry, type Occupation } from './model.js';

export interface Standing {
  /** `industry/area/occupation`. */
  path: string;
  industry: { slug: string; title: string };
  area: { slug: string; title: string };
  /** The rung's education. */
  rung: EducationLevel;
  /** Slugs of the neighbours on the ladder, across its rungs. */
  previous: string | undefined;
  next: string | undefined;
}

/** A ladder's occupations in rising order, across its rungs. */
export const ladderOrder = (area: Area): { slug: string; rung: EducationLevel }[] =>
  area.rungs.flatMap((rung) => rung.occupations.map((slug) => ({ slug, rung: rung.education })));

export const levelRank = (level: EducationLevel): number => EDUCATION_LEVELS.indexOf(level);

/** Every place where each occupation stands, in the order of the industries; its home first. */
export function standings(
  industries: readonly Industry[],
  occupations: readonly Occupation[],
): Map<string, Standing[]> {
  const all = new Map<string, Standing[]>();
  for (const industry of industries) {
    for (const area of industry.areas) {
      const order = ladderOrder(area);
      order.forEach(({ slug, rung }, i) => {
        const standing: Standing = {
          path: `${industry.slug}/${area.slug}/${slug}`,
          industry: { slug: industry.slug, title: industry.title },
          area: { slug: area.slug, title: area.title },
          rung,
          previous: order[i - 1]?.slug,
          next: order[i + 1]?.slug,
        };
        const known = all.get(slug);
        if (known) known.push(standing);
        else all.set(slug, [standing]);
      });
    }
  }
  for (const { slug, home } of occupations) {
    const at = all.get(slug);
    if (at && home) at.sort((a, b) => Number(isHome(b, home)) - Number(isHome(a, home)));
  }
  return all;
}

const isHome = (standing: Standing, home: string): boolean =>
  `${standing.industry.slug}/${standing.area.slug}` === home;
