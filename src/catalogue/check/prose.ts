/** Prose: long enough to say something, no figures inside, and no two records alike. */
import { type Finding, finding } from '../findings.js';
import { isCatchAll, type Occupation } from '../model.js';
import type { OccupationFile, Records } from './records.js';

/** Words: the least and the most that a field of prose has. */
const PROSE_WORDS = { summary: [8, 34], description: [40, 160] } as const;
const SHORT_DESCRIPTION = 20;

export function checkProse({ files }: Records): Finding[] {
  return [...files.flatMap((file) => [...checkLength(file), ...checkDigits(file)]), ...twins(files), ...alike(files)];
}

/** A group that gathers what has no code of its own, and the military, may be short. */
const mayBeShort = (record: Occupation): boolean => record.code.startsWith('55-') || isCatchAll(record);

function checkLength({ value: record, at }: OccupationFile): Finding[] {
  return (['summary', 'description'] as const).flatMap((field) => {
    const [usual, most] = PROSE_WORDS[field];
    const least = field === 'description' && mayBeShort(record) ? SHORT_DESCRIPTION : usual;
    const n = record[field].split(/\s+/).length;
    if (n >= least && n <= most) return [];
    return [finding('PROSE_LENGTH', at([field]), `the ${field} has ${n} words`, `${least} to ${most}`)];
  });
}

function checkDigits({ value: record, at }: OccupationFile): Finding[] {
  const prose: [readonly PropertyKey[], string | undefined][] = [
    [['summary'], record.summary],
    [['description'], record.description],
    [['work-settings'], record.workSettings],
    [['schedule', 'text'], record.schedule?.text],
    [['education', 'text'], record.education.text],
    ...record.specialities.map(({ text }, i): [PropertyKey[], string] => [['specialities', i, 'text'], text]),
    ...record.leadsTo.map(({ needs }, i): [PropertyKey[], string | undefined] => [['leads-to', i, 'needs'], needs]),
  ];
  return prose.flatMap(([path, text]) => {
    const word = text?.split(/\s+/).find((part) => /\d/.test(part));
    if (word === undefined) return [];
    const right = 'figures under `figures`, with place, year and source';
    return [finding('FIGURE_IN_PROSE', at(path), `the prose has a figure, "${word}"`, right)];
  });
}

function twins(files: readonly OccupationFile[]): Finding[] {
  const first = new Map<string, string>();
  return files.flatMap(({ file, value, at }) => {
    const summary = value.summary.toLowerCase();
    const twin = first.get(summary);
    if (twin === undefined) {
      first.set(summary, file);
      return [];
    }
    return [finding('SAME_SUMMARY', at(['summary']), `the summary is that of ${twin}`, 'a summary of its own')];
  });
}

/** The share of the shorter description's longer words above which two descriptions are one text. */
const LIKENESS = 0.6;

/**
 * Pairs of descriptions that share most of their words, each said at the later file. Longest first, so that each meets
 * only those that are as long or longer; to share most of its words with one of them, it must share one of its rarest.
 */
function alike(files: readonly OccupationFile[]): Finding[] {
  const texts = files.map((file, order) => ({ file, order, words: longerWords(file.value.description) }));
  const rarity = new Map<string, number>();
  for (const { words } of texts) for (const word of words) rarity.set(word, (rarity.get(word) ?? 0) + 1);
  const holders = new Map<string, (typeof texts)[number][]>();
  const found: Finding[] = [];

  for (const text of [...texts].sort((a, b) => b.words.size - a.words.size)) {
    const rarestFirst = [...text.words].sort((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0));
    const rarest = rarestFirst.slice(0, text.words.size - Math.floor(text.words.size * LIKENESS));
    const candidates = new Set(rarest.flatMap((word) => holders.get(word) ?? []));
    for (const other of candidates) {
      const share = rarestFirst.filter((word) => other.words.has(word)).length / text.words.size;
      if (share <= LIKENESS) continue;
      const [early, late] = text.order < other.order ? [text.file, other.file] : [other.file, text.file];
      const percent = Math.round(share * 100);
      const what = `the description and that of ${early.file} share ${percent} % of the shorter one's words`;
      const right = 'what is different about this one';
      found.push(finding('SIMILAR_DESCRIPTION', late.at(['description']), what, right));
    }
    for (const word of text.words) {
      const list = holders.get(word);
      if (list) list.push(text);
      else holders.set(word, [text]);
    }
  }
  return found;
}

const longerWords = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z']{4,}/g));
