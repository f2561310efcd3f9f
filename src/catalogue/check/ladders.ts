/** Ladders: what stands on them is there, and rises; and each occupation has its place. */
import { type Finding, finding } from '../findings.js';
import { ladderOrder, levelRank } from '../hierarchy.js';
import type { Area, Industry } from '../model.js';
import type { ReadCatalogue } from '../read.js';
import type { YamlFile } from '../yaml.js';
import { baseName, isListed, type Records, unknownOccupation } from './records.js';

const LADDER_MIN = 4;
const LADDER_MAX = 33;

export function checkLadders(read: ReadCatalogue, records: Records): Finding[] {
  return read.industries.flatMap((file) => {
    const slugs = new Set<string>();
    return (file.value?.areas ?? []).flatMap((area, a) => {
      const found = checkLadder(file, area, a, records);
      if (slugs.has(area.slug)) {
        const what = `"${area.slug}" is already an area of this industry`;
        found.push(finding('SLUG_TWICE', file.at(['areas', a, 'slug']), what, 'a slug of its own'));
      }
      slugs.add(area.slug);
      return found;
    });
  });
}

function checkLadder(file: YamlFile<Industry>, area: Area, a: number, records: Records): Finding[] {
  const found: Finding[] = [];
  const on = new Set<string>();
  let below = -1;
  area.rungs.forEach((rung, r) => {
    const rank = levelRank(rung.education);
    if (rank <= below) {
      const what = `the rung "${rung.education}" stands above one that asks as much or more`;
      const where = file.at(['areas', a, 'rungs', r, 'education']);
      found.push(finding('RUNGS_FALL', where, what, 'rungs in rising education'));
    }
    below = rank;
    rung.occupations.forEach((slug, o) => {
      const where = file.at(['areas', a, 'rungs', r, 'occupations', o]);
      found.push(...unknownOccupation(records, slug, () => where));
      if (on.has(slug))
        found.push(finding('TWICE_ON_LADDER', where, `"${slug}" is on this ladder already`, 'each occupation once'));
      on.add(slug);
    });
  });
  if (on.size < LADDER_MIN || on.size > LADDER_MAX) {
    const what = `the ladder has ${on.size} occupations`;
    found.push(finding('LADDER_SIZE', file.at(['areas', a, 'slug']), what, `${LADDER_MIN} to ${LADDER_MAX}`));
  }
  return found;
}

/** Every record stands on a ladder, and says which where there are several. */
export function checkHomes(read: ReadCatalogue, records: Records): Finding[] {
  const ladders = new Map<string, Set<string>>();
  for (const industry of read.catalogue.industries) {
    for (const area of industry.areas) {
      for (const { slug } of ladderOrder(area)) {
        const on = ladders.get(slug) ?? new Set();
        ladders.set(slug, on.add(`${industry.slug}/${area.slug}`));
      }
    }
  }
  // What stands only in an industry that could not be read is not wrong on top.
  const unread = new Set(read.industries.flatMap(({ file, value }) => (value ? [] : [baseName(file)])));
  const allRead = unread.size === 0 && isListed(read, 'industries');
  const isUnread = (home: string): boolean => !isListed(read, 'industries') || unread.has(home.replace(/\/.*/, ''));

  return records.files.flatMap(({ value: { slug, home }, at }): Finding[] => {
    const on = [...(ladders.get(slug) ?? [])];
    if (home !== undefined && !on.includes(home)) {
      if (isUnread(home)) return [];
      const right = on.length > 0 ? on.join(' or ') : `"${slug}" on a rung of that ladder`;
      return [finding('NOT_ON_HOME_LADDER', at(['home']), `the ladder ${home} does not have "${slug}"`, right)];
    }
    if (on.length === 0 && allRead)
      return [finding('NO_LADDER', at(['slug']), `"${slug}" stands on no ladder`, 'a place on an area of an industry')];
    if (on.length > 1 && home === undefined) {
      const what = `"${slug}" stands on ${on.length} ladders and has no home`;
      return [finding('NO_HOME', at(['slug']), what, `home: ${on.join(', or home: ')}`)];
    }
    return [];
  });
}
