/** What no single file can show: that the records, ladders, places and sources of a catalogue agree. */
import { isCombined } from './combined.js';
import { type Finding, finding, inOrder } from './findings.js';
import { levelRank } from './hierarchy.js';
import { isCatchAll, type Occupation, socOf } from './model.js';
import type { ReadCatalogue } from './read.js';
import { SOC_2018 } from './soc.js';
import type { YamlFile } from './yaml.js';

const LADDER_MIN = 4;
const LADDER_MAX = 33;

type OccupationFile = YamlFile<Occupation> & { value: Occupation };

/** Everything that is wrong with a catalogue, in the order of its files. */
export function checkCatalogue(read: ReadCatalogue): Finding[] {
  const occupations = read.occupations.filter((file): file is OccupationFile => file.value !== undefined);
  const bySlug = new Map<string, OccupationFile>();
  const found: Finding[] = [...read.findings];

  for (const file of occupations) {
    const first = bySlug.get(file.value.slug);
    if (first)
      found.push(
        finding(
          'SLUG_TWICE',
          file.at(['slug']),
          `"${file.value.slug}" is also the slug of ${first.file}`,
          'a slug of its own',
        ),
      );
    else bySlug.set(file.value.slug, file);
  }
  // A record that could not be read is still there: what names it is not wrong on top.
  const known = new Set([...bySlug.keys(), ...read.occupations.map((file) => baseName(file.file))]);
  found.push(
    ...checkNames(read),
    ...checkLadders(read, known, bySlug),
    ...checkHomes(read, occupations),
    ...checkAdvancements(occupations, known, bySlug),
    ...checkFigures(read, occupations),
    ...checkProse(occupations),
    ...checkLikeness(occupations),
  );
  return inOrder(found);
}

const baseName = (file: string): string => file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');

function checkNames(read: ReadCatalogue): Finding[] {
  const found: Finding[] = [];
  for (const file of [...read.occupations, ...read.industries, ...read.places]) {
    if (file.value && file.value.slug !== baseName(file.file)) {
      const what = `the slug "${file.value.slug}" is not the file's name`;
      found.push(
        finding(
          'FILE_NAME',
          file.at(['slug']),
          what,
          `"${baseName(file.file)}", or a file named ${file.value.slug}.yaml`,
        ),
      );
    }
  }
  return found;
}

/** Up to three slugs that one may have meant. */
function nearest(slug: string, known: Iterable<string>): string {
  const words = new Set(slug.split('-'));
  const scored = [...known]
    .map((other) => ({ other, shared: other.split('-').filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.other.length - b.other.length);
  const best = scored.slice(0, 3).map(({ other }) => other);
  return best.length > 0 ? `a record's slug (${best.join(', ')}?)` : "a record's slug";
}

function checkLadders(read: ReadCatalogue, known: Set<string>, bySlug: Map<string, OccupationFile>): Finding[] {
  const found: Finding[] = [];
  for (const file of read.industries) {
    const areas = new Set<string>();
    file.value?.areas.forEach((area, a) => {
      const path = ['areas', a] as const;
      if (areas.has(area.slug))
        found.push(
          finding(
            'SLUG_TWICE',
            file.at([...path, 'slug']),
            `"${area.slug}" is already an area of this industry`,
            'a slug of its own',
          ),
        );
      areas.add(area.slug);
      const on = new Set<string>();
      let below = -1;
      area.rungs.forEach((rung, r) => {
        if (levelRank(rung.education) <= below) {
          const where = file.at([...path, 'rungs', r, 'education']);
          found.push(
            finding(
              'RUNGS_FALL',
              where,
              `the rung "${rung.education}" stands above one that asks as much or more`,
              'rungs in rising education',
            ),
          );
        }
        below = levelRank(rung.education);
        rung.occupations.forEach((slug, o) => {
          const where = file.at([...path, 'rungs', r, 'occupations', o]);
          if (!known.has(slug))
            found.push(
              finding('UNKNOWN_OCCUPATION', where, `there is no occupation "${slug}"`, nearest(slug, bySlug.keys())),
            );
          if (on.has(slug))
            found.push(
              finding('TWICE_ON_LADDER', where, `"${slug}" is on this ladder already`, 'each occupation once'),
            );
          on.add(slug);
        });
      });
      if (on.size < LADDER_MIN || on.size > LADDER_MAX) {
        found.push(
          finding(
            'LADDER_SIZE',
            file.at([...path, 'slug']),
            `the ladder has ${on.size} occupations`,
            `${LADDER_MIN} to ${LADDER_MAX}`,
          ),
        );
      }
    });
  }
  return found;
}

function checkHomes(read: ReadCatalogue, occupations: readonly OccupationFile[]): Finding[] {
  const found: Finding[] = [];
  const ladders = new Map<string, string[]>();
  for (const industry of read.catalogue.industries) {
    for (const area of industry.areas) {
      for (const slug of area.rungs.flatMap((rung) => rung.occupations)) {
        ladders.set(slug, [...(ladders.get(slug) ?? []), `${industry.slug}/${area.slug}`]);
      }
    }
  }
  for (const file of occupations) {
    const { slug, home } = file.value;
    const on = ladders.get(slug) ?? [];
    if (on.length === 0) {
      found.push(
        finding('NO_LADDER', file.at(['slug']), `"${slug}" stands on no ladder`, 'a place on an area of an industry'),
      );
    } else if (home === undefined && on.length > 1) {
      found.push(
        finding(
          'NO_HOME',
          file.at(['slug']),
          `"${slug}" stands on ${on.length} ladders and has no home`,
          `home: ${on.join(', or home: ')}`,
        ),
      );
    } else if (home !== undefined && !on.includes(home)) {
      found.push(
        finding('NOT_ON_HOME_LADDER', file.at(['home']), `the ladder ${home} does not have "${slug}"`, on.join(' or ')),
      );
    }
  }
  return found;
}

function checkAdvancements(
  occupations: readonly OccupationFile[],
  known: Set<string>,
  bySlug: Map<string, OccupationFile>,
): Finding[] {
  const found: Finding[] = [];
  for (const file of occupations) {
    file.value.leadsTo.forEach(({ occupation }, i) => {
      const where = file.at(['leads-to', i, 'occupation']);
      if (!known.has(occupation))
        found.push(
          finding(
            'UNKNOWN_OCCUPATION',
            where,
            `there is no occupation "${occupation}"`,
            nearest(occupation, bySlug.keys()),
          ),
        );
    });
  }
  return [...found, ...advancementLoops(bySlug)];
}

/** Each way round in `leads-to`, said once, at the advancement that closes it. */
function advancementLoops(bySlug: Map<string, OccupationFile>): Finding[] {
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
        const loop = [...trail.slice(trail.findIndex(({ slug }) => slug === to)).map(({ slug }) => slug), to];
        const where = file.at(['leads-to', step, 'occupation']);
        found.push(
          finding(
            'ADVANCEMENT_LOOP',
            where,
            `the advancement leads back to where it began: ${loop.join(' → ')}`,
            'advancements that only rise',
          ),
        );
      } else if (!state.has(to) && bySlug.has(to)) {
        state.set(to, 'open');
        trail.push({ slug: to, next: 0 });
      }
    }
  }
  return found;
}

function checkFigures(read: ReadCatalogue, occupations: readonly OccupationFile[]): Finding[] {
  const found: Finding[] = [];
  const { head } = read.catalogue;
  const places = new Set(read.places.flatMap((file) => file.value?.slug ?? baseName(file.file)));
  const sourceKnown = (source: string): boolean => read.head.value === undefined || head.sources.has(source);
  const rightSource = `one of the sources of catalogue.yaml (${[...head.sources.keys()].join(', ')})`;
  if (read.head.value && !places.has(head.place)) {
    found.push(
      finding('UNKNOWN_PLACE', read.head.at(['place']), `there is no place "${head.place}"`, 'a file of places/'),
    );
  }
  for (const file of read.places) {
    const { within, pay } = file.value ?? {};
    if (within !== undefined && !places.has(within))
      found.push(finding('UNKNOWN_PLACE', file.at(['within']), `there is no place "${within}"`, 'a file of places/'));
    if (pay && !sourceKnown(pay.source))
      found.push(
        finding('UNKNOWN_SOURCE', file.at(['pay', 'source']), `there is no source "${pay.source}"`, rightSource),
      );
    for (const code of pay?.codes.keys() ?? []) {
      if (!SOC_2018.has(code) && !isCombined(code))
        found.push(
          finding(
            'UNKNOWN_CODE',
            file.at(['pay', 'codes', code]),
            `${code} is no SOC 2018 code`,
            'a code of the classification',
          ),
        );
    }
  }
  for (const file of occupations) {
    const { code, figures } = file.value;
    if (!SOC_2018.has(socOf(code)))
      found.push(
        finding(
          'UNKNOWN_CODE',
          file.at(['code']),
          `${socOf(code)} is no SOC 2018 code`,
          'a code of the classification',
        ),
      );
    for (const [name, figure] of Object.entries(figures)) {
      if (!figure) continue;
      const key = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (!sourceKnown(figure.source))
        found.push(
          finding(
            'UNKNOWN_SOURCE',
            file.at(['figures', key, 'source']),
            `there is no source "${figure.source}"`,
            rightSource,
          ),
        );
      if (!places.has(figure.place))
        found.push(
          finding(
            'UNKNOWN_PLACE',
            file.at(['figures', key, 'place']),
            `there is no place "${figure.place}"`,
            'a file of places/',
          ),
        );
    }
  }
  return found;
}

/** Words: the least and the most that a field of prose has. A group that gathers what is left over may be short. */
const PROSE_WORDS = { summary: [8, 34], description: [40, 160] } as const;
const SHORT_DESCRIPTION = 20;

const countWords = (text: string): number => text.trim().split(/\s+/).length;

/** A group that gathers what has no code of its own, and the military, may be short. */
const mayBeShort = (record: Occupation): boolean => record.code.startsWith('55-') || isCatchAll(record);

function checkProse(occupations: readonly OccupationFile[]): Finding[] {
  const found: Finding[] = [];
  for (const file of occupations) {
    const record = file.value;
    for (const field of ['summary', 'description'] as const) {
      const [least, most] = PROSE_WORDS[field];
      const from = field === 'description' && mayBeShort(record) ? SHORT_DESCRIPTION : least;
      const n = countWords(record[field]);
      if (n < from || n > most)
        found.push(finding('PROSE_LENGTH', file.at([field]), `the ${field} has ${n} words`, `${from} to ${most}`));
    }
    const prose: [readonly PropertyKey[], string | undefined][] = [
      [['summary'], record.summary],
      [['description'], record.description],
      [['work-settings'], record.workSettings],
      [['schedule', 'text'], record.schedule?.text],
      [['education', 'text'], record.education.text],
      ...record.specialities.map(({ text }, i): [PropertyKey[], string] => [['specialities', i, 'text'], text]),
      ...record.leadsTo.map(({ needs }, i): [PropertyKey[], string | undefined] => [['leads-to', i, 'needs'], needs]),
    ];
    for (const [path, text] of prose) {
      const digits = text === undefined ? null : /\S*\d\S*/.exec(text);
      if (digits)
        found.push(
          finding(
            'FIGURE_IN_PROSE',
            file.at(path),
            `the prose has a figure, "${digits[0]}"`,
            'figures under `figures`, with place, year and source',
          ),
        );
    }
  }
  return found;
}

/** The share of the shorter description's longer words above which two descriptions are one text. */
const LIKENESS = 0.6;

function checkLikeness(occupations: readonly OccupationFile[]): Finding[] {
  const found: Finding[] = [];
  const summaries = new Map<string, string>();
  const holders = new Map<string, number[]>();
  const wordsOf = occupations.map(({ value }) => new Set(value.description.toLowerCase().match(/[a-z']{4,}/g) ?? []));
  occupations.forEach((file, i) => {
    const summary = file.value.summary.toLowerCase();
    const twin = summaries.get(summary);
    if (twin)
      found.push(
        finding('SAME_SUMMARY', file.at(['summary']), `the summary is that of ${twin}`, 'a summary of its own'),
      );
    else summaries.set(summary, file.file);

    const words = wordsOf[i] ?? new Set<string>();
    const shared = new Map<number, number>();
    for (const word of words) {
      for (const other of holders.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      const list = holders.get(word);
      if (list) list.push(i);
      else holders.set(word, [i]);
    }
    for (const [other, n] of shared) {
      const shorter = Math.min(words.size, wordsOf[other]?.size ?? 0);
      const twinFile = occupations[other]?.file ?? '';
      if (shorter > 0 && n / shorter > LIKENESS) {
        const share = Math.round((n / shorter) * 100);
        found.push(
          finding(
            'SIMILAR_DESCRIPTION',
            file.at(['description']),
            `the description shares ${share} % of its words with ${twinFile}`,
            'what is different about this one',
          ),
        );
      }
    }
  });
  return found;
}
