/**
 * How good, how fast, and how search grows.
 *
 *     npm run bench:search [-- [CATALOGUE | ENTRIES.json] [--quality] [--ablation] [--speed] [--growth] [--batch]]
 *
 * Everything where nothing is asked for. Sets are seeded; a question is answered rightly by any
 * record that bears the title, and several records may.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { buildSync } from 'esbuild';
import { answers, linesOf } from '../src/search/batch.js';
import { buildSearchIndex, type SearchEntry } from '../src/search/build.js';
import { openSearchIndex, type SearchIndex, SURE } from '../src/search/index.js';
import { titleCase } from '../src/search/titles.js';
import { FEATURES, type Feature, WEIGHTS } from '../src/search/weights.js';
import { fuseAlone, miniSearchTuned } from './search-baselines.js';
import { entriesOf } from './search-entries.js';
import { type Engine, measure, type Quality, shown } from './search-measure.js';
import { type Asked, fewNames, hidden, jobTitles, random, shuffled, typos, without, written } from './search-sets.js';

const SEED = 7;
/** Fuse takes about a second a question. */
const FUSE_SAMPLE = 20;

const path = process.argv.slice(2).find((word) => !word.startsWith('--'));
const chosen = process.argv.filter((word) => word.startsWith('--') && word !== '--hundredfold');
const asks = (part: string): boolean => chosen.length === 0 || chosen.includes(`--${part}`);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  for (const row of all) {
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
  }
  console.log();
}

const engineOf =
  (index: SearchIndex): Engine =>
  (words) =>
    index.find(words).map(({ id }) => id);

interface Set {
  name: string;
  asked: Asked[];
  /** What is searched: all entries, those without the questions, or those with few names. */
  among: Among;
}

type Among = 'all' | 'without' | 'few';

/** What `make` makes of each of the lists that are searched. */
const ofEach = <T>(
  entries: readonly SearchEntry[],
  gone: readonly Asked[],
  make: (list: readonly SearchEntry[]) => T,
): Record<Among, T> => ({
  all: make(entries),
  without: make(without(entries, gone)),
  few: make(fewNames(entries)),
});

const indexOf = (entries: readonly SearchEntry[]): SearchIndex => openSearchIndex(buildSearchIndex(entries));

function sets(entries: readonly SearchEntry[], gone: readonly Asked[]): Set[] {
  return [
    { name: 'known title, exactly', asked: shuffled(jobTitles(entries), random(3)).slice(0, 2000), among: 'all' },
    { name: 'with one typo', asked: typos(entries, 2000, 1, 11), among: 'all' },
    { name: 'with two typos', asked: typos(entries, 2000, 2, 12), among: 'all' },
    { name: 'hidden titles', asked: gone.slice(0, 3000), among: 'without' },
    { name: 'official titles (development)', asked: written('official-development', entries), among: 'all' },
    { name: 'official titles (blind)', asked: written('official-blind', entries), among: 'all' },
    { name: 'lay words (development)', asked: written('lay-development', entries), among: 'all' },
    { name: 'lay words (blind)', asked: written('lay-blind', entries), among: 'all' },
    { name: 'the same, few names', asked: written('lay-blind', entries), among: 'few' },
  ];
}

function quality(entries: readonly SearchEntry[]): void {
  const gone = hidden(entries, 10, 0, SEED);
  const asked = sets(entries, gone);
  const indexes = ofEach(entries, gone, indexOf);
  const mini = ofEach(entries, gone, miniSearchTuned);
  const fuse = ofEach(entries, gone, fuseAlone);
  const ask = (set: Set, engine: Engine, most = Number.POSITIVE_INFINITY): Quality =>
    measure(set.asked.slice(0, most), engine);
  console.log(`top-1 / top-5, per cent; Fuse.js on the first ${FUSE_SAMPLE} of each set\n`);
  table(
    ['set', 'asked', 'Fuse.js alone', 'MiniSearch tuned', 'ladders', 'reciprocal rank', 'unanswered'],
    asked.map((set) => {
      const own = ask(set, engineOf(indexes[set.among]));
      return [
        set.name,
        own.asked,
        shown(ask(set, fuse[set.among], FUSE_SAMPLE)),
        shown(ask(set, mini[set.among], 500)),
        shown(own),
        own.rank.toFixed(3),
        own.unanswered.toFixed(1),
      ];
    }),
  );
  certainty(
    asked.filter(({ among }) => among !== 'few'),
    indexes.without,
  );
}

/** Confidence beside how often it was right, and the first matches that are sure enough to be run by themselves. */
function certainty(all: readonly Set[], index: SearchIndex): void {
  const edges = [0, 0.2, 0.4, 0.6, 0.8, SURE, 1.01];
  const found = all.flatMap(({ asked }) =>
    asked.slice(0, 200).flatMap(({ words, right }) => {
      const [first] = index.find(words, { limit: 1 });
      return first === undefined || first.exact !== null
        ? []
        : [{ sure: first.confidence, right: right.has(first.id) }];
    }),
  );
  console.log('confidence of first matches that are not exact, 200 questions a set\n');
  table(
    ['confidence', 'matches', 'said', 'right'],
    edges.slice(1).map((high, i) => {
      const low = edges[i] ?? 0;
      const those = found.filter(({ sure }) => sure >= low && sure < high);
      const mean = (value: (item: (typeof found)[number]) => number): string =>
        ((100 * those.reduce((sum, item) => sum + value(item), 0)) / Math.max(1, those.length)).toFixed(1);
      return [
        `${low} to ${Math.min(1, high)}`,
        those.length,
        mean(({ sure }) => sure),
        mean(({ right }) => (right ? 1 : 0)),
      ];
    }),
  );
}

/** Groups of features, each left out in turn; the weights of the others stay. */
const PARTS: Record<string, Feature[]> = {
  'the learned part': ['affinity', 'affinityShare', 'describedAffinity'],
  'names, as bags of words': ['names', 'namesShare', 'describedNames'],
  prose: ['text', 'textShare', 'describedText'],
  'votes of near titles': ['votes', 'votesShare'],
  'nearness word by word': ['answered', 'explained', 'overall', 'covers', 'order', 'head'],
  'nearness letter by letter': ['letters', 'lettersSquared', 'typo', 'mendedByOne', 'mendedByTwo'],
  'employment and other priors': [
    'prior',
    'describedPrior',
    'catchAll',
    'describedCatchAll',
    'secondOfCode',
    'partOfCode',
  ],
};

function ablation(entries: readonly SearchEntry[]): void {
  const gone = hidden(entries, 10, 0, SEED);
  const indexes = ofEach(entries, gone, indexOf);
  const all = sets(entries, gone).slice(1);
  const evidence = all.map((set) =>
    set.asked.slice(0, 1000).map(({ words, right }) => ({
      right,
      answers: indexes[set.among].evidence(words),
    })),
  );
  const withoutParts = (parts: readonly Feature[]): string[] => {
    const places = parts.map((feature) => FEATURES.indexOf(feature));
    return evidence.map((set) => {
      let [first, five] = [0, 0];
      for (const { answers, right } of set) {
        const order = answers
          .map((answer) => ({
            record: answer.record,
            exact: answer.exact === null ? 1 : 0,
            score: places.reduce(
              (sum, place) => sum - (answer.features[place] as number) * WEIGHTS[FEATURES[place] as Feature],
              answer.score,
            ),
          }))
          .sort((a, b) => a.exact - b.exact || b.score - a.score || a.record - b.record);
        if (right.has(order[0]?.record ?? -1)) first++;
        if (order.slice(0, 5).some(({ record }) => right.has(record))) five++;
      }
      return `${((100 * first) / set.length).toFixed(1)} / ${((100 * five) / set.length).toFixed(1)}`;
    });
  };
  console.log('what each part brings: top-1 / top-5 without it\n');
  table(
    ['without', ...all.map(({ name }) => name)],
    [['nothing', ...withoutParts([])], ...Object.entries(PARTS).map(([name, parts]) => [name, ...withoutParts(parts)])],
  );
}

function timesOf(index: SearchIndex, questions: readonly string[]): { median: number; high: number; most: number } {
  for (const words of questions.slice(0, 300)) index.find(words);
  const times = questions.map((words) => {
    const start = performance.now();
    index.find(words);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { median: at(0.5), high: at(0.99), most: at(1) };
}

const mixed = (entries: readonly SearchEntry[]): string[] =>
  shuffled(
    [
      ...shuffled(jobTitles(entries), random(21)).slice(0, 400),
      ...typos(entries, 400, 1, 22),
      ...typos(entries, 200, 2, 23),
      ...written('lay-development', entries),
      ...written('official-development', entries),
    ],
    random(24),
  ).map(({ words }) => words);

const milliseconds = (time: number): string => `${time.toFixed(2)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** Search as it is shipped, in one file: what runs a module at a time here is slower. */
function bundled(folder: string): string {
  const door = new URL('../src/search/index.ts', import.meta.url).pathname;
  const outfile = join(folder, 'search.cjs');
  buildSync({ entryPoints: [door], bundle: true, platform: 'node', format: 'cjs', outfile });
  return outfile;
}

/** Opening and the first question, in a process of its own: the median of nine. */
function freshly(bytes: Uint8Array, bundle: string): { open: number; first: number } {
  const file = join(dirname(bundle), 'search.bin');
  writeFileSync(file, bytes);
  const script = `
    const bytes = require('node:fs').readFileSync('${file}');
    const { openSearchIndex } = require('${bundle}');
    const start = performance.now();
    const index = openSearchIndex(bytes);
    const opened = performance.now();
    index.find('truck drvier');
    console.log(opened - start, performance.now() - opened);`;
  const runs = Array.from({ length: 9 }, () =>
    execFileSync(process.execPath, ['--eval', script], { encoding: 'utf8' }).trim().split(' ').map(Number),
  );
  const median = (i: number): number => runs.map((run) => run[i] ?? 0).sort((a, b) => a - b)[4] ?? 0;
  return { open: median(0), first: median(1) };
}

function speed(entries: readonly SearchEntry[]): void {
  const start = performance.now();
  const bytes = buildSearchIndex(entries);
  const built = performance.now() - start;
  const folder = mkdtempSync(join(tmpdir(), 'ladders-bench-'));
  const bundle = bundled(folder);
  const shipped: typeof import('../src/search/index.js') = createRequire(import.meta.url)(bundle);
  const { median, high, most } = timesOf(shipped.openSearchIndex(bytes), mixed(entries));
  const { open, first } = freshly(bytes, bundle);
  rmSync(folder, { recursive: true });
  table(
    ['speed', ''],
    [
      ['index', megabytes(bytes.length)],
      ['building it', milliseconds(built)],
      ['opening it, in a fresh process', milliseconds(open)],
      ['the first question there', milliseconds(first)],
      ['a question, warm: median', milliseconds(median)],
      ['99th percentile', milliseconds(high)],
      ['slowest', milliseconds(most)],
    ],
  );
}

/** Titles multiplied with words that no title has, so that every word's postings and the vocabulary grow. */
function multiplied(entries: readonly SearchEntry[], times: number): SearchEntry[] {
  const next = random(times);
  const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'sto', 'ti', 've', 'zon'];
  const extra = Array.from({ length: 400 * times }, () =>
    titleCase([Array.from({ length: 3 }, () => syllables[Math.floor(next() * syllables.length)]).join('')]),
  );
  return entries.map((entry) => ({
    ...entry,
    jobTitles: entry.jobTitles.flatMap((title) => [
      title,
      ...Array.from({ length: times - 1 }, () => `${extra[Math.floor(next() * extra.length)]} ${title}`),
    ]),
  }));
}

/** A hundredfold, six million titles, is built where it is asked for: `--hundredfold`, in a process with a larger heap. */
const TIMES = process.argv.includes('--hundredfold') ? [1, 10, 100] : [1, 10];

function growth(entries: readonly SearchEntry[]): void {
  const questions = mixed(entries).slice(0, 400);
  table(
    ['titles', 'a question: median', '99th percentile', 'open', 'index', 'memory'],
    TIMES.map((times) => {
      const larger = multiplied(entries, times);
      const count = larger.reduce((sum, { jobTitles }) => sum + jobTitles.length, 0);
      const bytes = buildSearchIndex(larger, new Map(), { passes: 0 });
      const before = process.memoryUsage();
      const start = performance.now();
      const index = openSearchIndex(bytes);
      const open = performance.now() - start;
      const { median, high } = timesOf(index, questions);
      const after = process.memoryUsage();
      const memory = bytes.length + Math.max(0, after.arrayBuffers - before.arrayBuffers);
      return [
        count,
        milliseconds(median),
        milliseconds(high),
        milliseconds(open),
        megabytes(bytes.length),
        megabytes(memory),
      ];
    }),
  );
}

async function batch(entries: readonly SearchEntry[]): Promise<void> {
  const index = indexOf(entries);
  const titles = mixed(entries);
  const count = 20_000;
  async function* input(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < count; i++) yield Buffer.from(`${titles[i % titles.length]}\n`);
  }
  const start = performance.now();
  let answered = 0;
  for await (const { matches } of answers(index, linesOf(input()))) answered += matches.length > 0 ? 1 : 0;
  const seconds = (performance.now() - start) / 1000;
  table(
    ['batch', ''],
    [
      ['titles', count],
      ['answered', answered],
      ['titles a second', Math.round(count / seconds)],
    ],
  );
}

const HEAP_MEGABYTES = 10_000;

async function main(): Promise<void> {
  if (TIMES.includes(100) && getHeapStatistics().heap_size_limit < HEAP_MEGABYTES * 1e6) {
    const args = [`--max-old-space-size=${HEAP_MEGABYTES}`, ...process.execArgv, ...process.argv.slice(1)];
    execFileSync(process.execPath, args, { stdio: 'inherit' });
    return;
  }
  const entries = entriesOf(path);
  if (asks('quality')) quality(entries);
  if (asks('ablation')) ablation(entries);
  if (asks('speed')) speed(entries);
  if (asks('growth')) growth(entries);
  if (asks('batch')) await batch(entries);
}

void main();
