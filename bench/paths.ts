/** What steps and paths cost in process: at the whole catalogue's size, at ten and at a hundred times it. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { inCodeOrder, type Profile, profiles } from '../src/catalogue/profile.js';
import { readCatalogue } from '../src/catalogue/read.js';
import { Store, StoreWriter } from '../src/catalogue/store.js';
import { buildGraph, type Graph, type PackedGraph, packGraph } from '../src/paths/graph.js';
import { findPaths } from '../src/paths/paths.js';
import type { PathQuestion } from '../src/paths/question.js';
import { neighbourhood, Steps } from '../src/paths/steps.js';

const LIMIT = 30;
const TIMES = [1, 10, 100];
const RUNS = Number(process.argv[2] ?? 21);

const QUESTIONS: [name: string, question: PathQuestion][] = [
  ['to an occupation', { from: 'nursing-assistant', to: 'nurse-practitioner' }],
  ['far away', { from: 'bookkeeping-clerk', to: 'physician-assistant', maxSteps: 6 }],
  ['to conditions', { from: 'cashier', industry: 'healthcare', maxYears: 2, minPay: 50_000 }],
  ['best paid', { from: 'cashier', industry: 'healthcare', minPay: 60_000, prefer: 'pay' }],
  ['by way of', { from: 'nursing-assistant', to: 'nurse-practitioner', via: ['licensed-practical-nurse'] }],
  ['no path', { from: 'nursing-assistant', to: 'nurse-practitioner', maxYears: 3 }],
];

/** The same catalogue so many times, each copy's steps within itself and a few to the next copy. */
function times(graph: Graph, n: number): Graph {
  const size = graph.slugs.length;
  const repeat = <A extends Uint8Array | Uint32Array | Float32Array>(array: A, add = 0, length = array.length): A => {
    const all = new (array.constructor as new (length: number) => A)(length * n);
    for (let copy = 0; copy < n; copy++)
      for (let i = 0; i < length; i++) all[copy * length + i] = (array[i] ?? 0) + copy * add;
    return all;
  };
  const starts = (array: Uint32Array): Uint32Array => {
    const end = array[array.length - 1] ?? 0;
    const all = new Uint32Array((array.length - 1) * n + 1);
    for (let i = 0; i < all.length; i++) {
      const copy = Math.floor(i / (array.length - 1));
      all[i] = copy * end + (array[i % (array.length - 1)] ?? 0);
    }
    return all;
  };
  const to = repeat(graph.to, size);
  for (let step = 0; step < to.length; step += 97) to[step] = ((to[step] ?? 0) + size) % (size * n);
  return {
    ...graph,
    slugs: Array.from({ length: n }, (_, copy) =>
      graph.slugs.map((slug) => (copy === 0 ? slug : `${slug}-${copy}`)),
    ).flat(),
    level: repeat(graph.level),
    flags: repeat(graph.flags),
    pay: repeat(graph.pay),
    ladderStart: starts(graph.ladderStart),
    ladderOf: repeat(graph.ladderOf),
    first: starts(graph.first),
    to,
    kind: repeat(graph.kind),
    why: repeat(graph.why),
    close: repeat(graph.close),
    program: repeat(graph.program),
    work: repeat(graph.work),
    years: repeat(graph.years),
  };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (n: number): string => n.toFixed(1).padStart(8);

const { catalogue } = readCatalogue(join(__dirname, '../data'));
const whole = { ...catalogue, occupations: inCodeOrder(catalogue.occupations) };
const bySlug = new Map<string, Profile>([...profiles(whole)].map((profile) => [profile.card.slug, profile]));
const began = performance.now();
const one = buildGraph(whole);
console.log(
  `Steps: ${one.to.length} between ${one.slugs.length} occupations, made in ${(performance.now() - began).toFixed(0)} ms`,
);
console.log(`Milliseconds in process, ${RUNS} runs: the first, the median; limit ${LIMIT} at the catalogue's size\n`);

const folder = mkdtempSync(join(tmpdir(), 'ladders-bench-'));
for (const n of TIMES) {
  const path = join(folder, `${n}.bin`);
  const writer = new StoreWriter(path);
  writer.put('steps', packGraph(times(one, n)));
  writer.finish();
  const store = Store.open(path);
  const open = (): Steps =>
    new Steps({
      steps: () => store.get('steps') as PackedGraph,
      profile: (slug) => bySlug.get(slug.replace(/-\d+$/, '')) ?? bySlug.get(slug),
    });
  const opening = Array.from({ length: 5 }, () => {
    const start = performance.now();
    open();
    return performance.now() - start;
  });
  const size = (statSync(path).size / 1024 / 1024).toFixed(1);
  console.log(
    `${one.slugs.length * n} occupations: ${size} MB; opened in ${ms(opening[0] ?? 0)} ${ms(median(opening))}`,
  );
  for (const [name, question] of QUESTIONS) {
    const runs = Array.from({ length: n === 100 ? 5 : RUNS }, () => {
      const steps = open();
      const start = performance.now();
      findPaths(steps, question);
      return performance.now() - start;
    });
    const [first = 0] = runs;
    const middle = median(runs);
    console.log(`  ${name.padEnd(18)}${ms(first)}${ms(middle)}${n === 1 && middle > LIMIT ? '   OVER' : ''}`);
  }
  const near = Array.from({ length: RUNS }, () => {
    const steps = open();
    const start = performance.now();
    neighbourhood(steps, 'registered-nurse', 'from', 5);
    return performance.now() - start;
  });
  console.log(`  ${'who gets here'.padEnd(18)}${ms(near[0] ?? 0)}${ms(median(near))}`);
  store.close();
}
rmSync(folder, { recursive: true, force: true });
