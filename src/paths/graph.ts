/**
 * Every step of a catalogue as a graph of numbers: compiled once, opened as typed arrays. An occupation's number is its
 * place in the catalogue, as search and facets count.
 *
 * Steps come from a record's own `leads-to`, from the order of a ladder and from O*NET's related occupations. Shared
 * skills and knowledge support a step and never make one by themselves: many occupations share most of them.
 */
import { levelRank, standings } from '../catalogue/hierarchy.js';
import { type Amount, type Catalogue, isCatchAll, type Occupation, type RelatedTier } from '../catalogue/model.js';
import { closeness, fingerprints } from './closeness.js';
import { experienceYears, programYears, trainingYears } from './education.js';

/** Up in the same field; on the level in the same field; to another field. */
export const STEP_KINDS = ['advancement', 'lateral', 'change'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What speaks for a step, as bits. */
export const WHY = Object.freeze({ leadsTo: 1, ladder: 2, relatedShort: 4, relatedLong: 8, supplemental: 16 });

const TIER_BITS: Record<RelatedTier, number> = {
  'primary-short': WHY.relatedShort,
  'primary-long': WHY.relatedLong,
  supplemental: WHY.supplemental,
};

/** Groups that gather what has no code of its own, and the armed forces: places one seldom passes through on the way. */
const SELDOM_PASSED = 1;

/** Pay this much above is clearly better, this much below clearly worse. */
const BETTER = 1.1;
const WORSE = 0.9;
/** A change of field may cost this much of the pay; below it nobody is advised to go. */
const WORST_CHANGE = 0.8;

export interface Graph {
  slugs: readonly string[];
  /** `industry/area`. */
  ladders: readonly string[];
  /** Rank of the education. */
  level: Uint8Array;
  /** 1: seldom a way-station. */
  flags: Uint8Array;
  /** Median dollars a year, a floor for what is "or more"; NaN where none is published. */
  pay: Float32Array;
  /** Numbers in `ladders` of the occupation i: `ladderOf[ladderStart[i]] … ladderOf[ladderStart[i + 1] - 1]`. */
  ladderStart: Uint32Array;
  ladderOf: Uint32Array;
  /** Steps of the occupation i: from `first[i]` to `first[i + 1] - 1` in the arrays below. */
  first: Uint32Array;
  to: Uint32Array;
  /** Number in STEP_KINDS. */
  kind: Uint8Array;
  /** Bits of WHY. */
  why: Uint8Array;
  /** Likeness of skills and knowledge, 0 to 255; 0 also where nothing is published. */
  close: Uint8Array;
  /** The least years of study, whatever is held. */
  program: Float32Array;
  /** Years of training and experience; schooling depends on what is held by then. */
  work: Float32Array;
  /** The record's own time, which wins; NaN where the rule counts. */
  years: Float32Array;
}

interface Edge {
  to: number;
  why: number;
  years: number | undefined;
}

/** The graph of a catalogue whose occupations stand in the order in which they are numbered. */
export function buildGraph({ industries, occupations }: Pick<Catalogue, 'industries' | 'occupations'>): Graph {
  const ids = new Map(occupations.map(({ slug }, id) => [slug, id]));
  const edges = collectEdges(industries, occupations, ids);
  const at = standings(industries, occupations);
  const ladders = industries.flatMap((industry) => industry.areas.map((area) => `${industry.slug}/${area.slug}`));
  const ladderIds = new Map(ladders.map((path, id) => [path, id]));
  const laddersOf = occupations.map(({ slug }) =>
    (at.get(slug) ?? []).flatMap(({ industry, area }) => ladderIds.get(`${industry.slug}/${area.slug}`) ?? []),
  );
  const industriesOf = occupations.map(
    ({ slug }) => new Set((at.get(slug) ?? []).map(({ industry }) => industry.slug)),
  );
  const marks = fingerprints(occupations);

  const first = [0];
  const to: number[] = [];
  const kind: number[] = [];
  const why: number[] = [];
  const close: number[] = [];
  const program: number[] = [];
  const work: number[] = [];
  const years: number[] = [];
  occupations.forEach((record, id) => {
    const fields = industriesOf[id] ?? new Set();
    for (const edge of [...(edges[id]?.values() ?? [])].sort((a, b) => a.to - b.to)) {
      const other = occupations[edge.to];
      if (!other) continue;
      const curated = (edge.why & WHY.leadsTo) !== 0;
      const sameField = [...(industriesOf[edge.to] ?? [])].some((industry) => fields.has(industry));
      const step = kindOf(record, other, sameField, curated);
      if (!step) continue;
      to.push(edge.to);
      kind.push(STEP_KINDS.indexOf(step));
      why.push(edge.why);
      close.push(Math.round(closeness(marks[id] ?? new Map(), marks[edge.to] ?? new Map()) * 255));
      program.push(programYears(record, other, (edge.why & (WHY.leadsTo | WHY.ladder)) !== 0));
      work.push(workYears(record, other, sameField || curated).total);
      years.push(edge.years ?? Number.NaN);
    }
    first.push(to.length);
  });

  return {
    slugs: occupations.map(({ slug }) => slug),
    ladders,
    level: Uint8Array.from(occupations, ({ education }) => levelRank(education.level)),
    flags: Uint8Array.from(occupations, (record) => (isSeldomPassed(record) ? SELDOM_PASSED : 0)),
    pay: Float32Array.from(occupations, (record) => annualPay(record) ?? Number.NaN),
    ladderStart: Uint32Array.from([0, ...laddersOf], prefixSums()),
    ladderOf: Uint32Array.from(laddersOf.flat()),
    first: Uint32Array.from(first),
    to: Uint32Array.from(to),
    kind: Uint8Array.from(kind),
    why: Uint8Array.from(why),
    close: Uint8Array.from(close),
    program: Float32Array.from(program),
    work: Float32Array.from(work),
    years: Float32Array.from(years),
  };
}

/** Lists → where each begins, and where the last ends. */
function prefixSums(): (list: number | number[]) => number {
  let sum = 0;
  return (list) => (sum += typeof list === 'number' ? list : list.length);
}

const isSeldomPassed = (record: Occupation): boolean => isCatchAll(record) || record.code.startsWith('55-');

/** Years of training and of experience that a step takes by the rule. */
export function workYears(
  from: Pick<Occupation, 'education'>,
  to: Pick<Occupation, 'education'>,
  sameField: boolean,
): { training: number; experience: number; total: number } {
  const training = trainingYears(from.education, to.education, sameField);
  const experience = experienceYears(from.education, to.education, sameField);
  return { training, experience, total: training + experience };
}

/** All steps that anything speaks for, each once with all its evidence. */
function collectEdges(
  industries: Catalogue['industries'],
  occupations: readonly Occupation[],
  ids: ReadonlyMap<string, number>,
): Map<number, Edge>[] {
  const edges = occupations.map(() => new Map<number, Edge>());
  const add = (from: number | undefined, to: number | undefined, why: number, years?: number): void => {
    const out = from === undefined ? undefined : edges[from];
    if (!out || to === undefined || to === from) return;
    const known = out.get(to);
    if (!known) out.set(to, { to, why, years });
    else {
      known.why |= why;
      known.years ??= years;
    }
  };

  for (const industry of industries) {
    for (const area of industry.areas) {
      // To those above on the same rung, and to all of the next rung; beyond it the ladder alone says nothing.
      area.rungs.forEach((rung, r) => {
        const above = area.rungs[r + 1]?.occupations ?? [];
        rung.occupations.forEach((slug, o) => {
          for (const higher of [...rung.occupations.slice(o + 1), ...above]) {
            add(ids.get(slug), ids.get(higher), WHY.ladder);
          }
        });
      });
    }
  }
  const byCode = new Map<string, number[]>();
  occupations.forEach(({ code }, id) => {
    const same = byCode.get(code);
    if (same) same.push(id);
    else byCode.set(code, [id]);
  });
  occupations.forEach(({ leadsTo, figures }, id) => {
    for (const { occupation, years } of leadsTo) add(id, ids.get(occupation), WHY.leadsTo, years);
    for (const [code, tier] of Object.entries(figures.related?.occupations ?? {})) {
      for (const other of byCode.get(code) ?? []) {
        // Likeness holds both ways; which way is up, education and pay decide.
        add(id, other, TIER_BITS[tier]);
        add(other, id, TIER_BITS[tier]);
      }
    }
  });
  return edges;
}

/** Which kind a step is; undefined for a step down, unless the record itself leads there. */
function kindOf(from: Occupation, to: Occupation, sameField: boolean, curated: boolean): StepKind | undefined {
  const rise = levelRank(to.education.level) - levelRank(from.education.level);
  const ratio = payRatio(from, to);
  if (curated && (rise > 0 || ratio === undefined || ratio > 1)) return 'advancement';
  if (!sameField) return curated || ratio === undefined || ratio >= WORST_CHANGE ? 'change' : undefined;
  if (ratio === undefined) return rise > 0 ? 'advancement' : rise === 0 || curated ? 'lateral' : undefined;
  if ((ratio >= BETTER && rise >= 0) || (rise > 0 && ratio >= WORSE)) return 'advancement';
  return ratio >= WORSE || curated ? 'lateral' : undefined;
}

/** Median dollars a year, a floor for "or more"; never made from an hourly figure. */
export function annualPay({ figures }: Pick<Occupation, 'figures'>): number | undefined {
  return figures.pay && floorOf(figures.pay.annual.median);
}

export const floorOf = (amount: Amount): number | undefined =>
  typeof amount === 'object' ? amount.atLeast : amount === 'not published' ? undefined : amount;

/** Pay there over pay here, by the year or, where only that is published for one of them, by the hour. */
function payRatio(from: Occupation, to: Occupation): number | undefined {
  const [a, b] = [from.figures.pay, to.figures.pay];
  if (!a || !b) return undefined;
  for (const per of ['annual', 'hourly'] as const) {
    const [here, there] = [floorOf(a[per].median), floorOf(b[per].median)];
    if (here !== undefined && there !== undefined && here > 0) return there / here;
  }
  return undefined;
}

/** The graph as the store keeps it: arrays as base64 of their little-endian bytes, which open a hundred times faster than JSON. */
export interface PackedGraph {
  slugs: readonly string[];
  ladders: readonly string[];
  arrays: Record<ArrayName, string>;
}

const ARRAYS = {
  level: Uint8Array,
  flags: Uint8Array,
  pay: Float32Array,
  ladderStart: Uint32Array,
  ladderOf: Uint32Array,
  first: Uint32Array,
  to: Uint32Array,
  kind: Uint8Array,
  why: Uint8Array,
  close: Uint8Array,
  program: Float32Array,
  work: Float32Array,
  years: Float32Array,
} as const;
type ArrayName = keyof typeof ARRAYS;

export function packGraph(graph: Graph): PackedGraph {
  const packed = Object.keys(ARRAYS).map((name) => {
    const { buffer, byteOffset, byteLength } = graph[name as ArrayName];
    return [name, Buffer.from(buffer, byteOffset, byteLength).toString('base64')];
  });
  return {
    slugs: graph.slugs,
    ladders: graph.ladders,
    arrays: Object.fromEntries(packed) as PackedGraph['arrays'],
  };
}

export function unpackGraph({ slugs, ladders, arrays }: PackedGraph): Graph {
  const bytes = (name: ArrayName): ArrayBuffer => {
    const buffer = Buffer.from(arrays[name], 'base64');
    // A copy of its own, aligned: Buffer's pool is not.
    return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
  };
  return {
    slugs,
    ladders,
    level: new Uint8Array(bytes('level')),
    flags: new Uint8Array(bytes('flags')),
    pay: new Float32Array(bytes('pay')),
    ladderStart: new Uint32Array(bytes('ladderStart')),
    ladderOf: new Uint32Array(bytes('ladderOf')),
    first: new Uint32Array(bytes('first')),
    to: new Uint32Array(bytes('to')),
    kind: new Uint8Array(bytes('kind')),
    why: new Uint8Array(bytes('why')),
    close: new Uint8Array(bytes('close')),
    program: new Float32Array(bytes('program')),
    work: new Float32Array(bytes('work')),
    years: new Float32Array(bytes('years')),
  };
}

/** Element i of an array whose bounds the graph guarantees. */
export const at = (array: ArrayLike<number>, i: number): number => array[i] as number;

/** Numbers of the ladders that an occupation stands on. */
export function* laddersOf(graph: Graph, id: number): Generator<number> {
  for (let i = at(graph.ladderStart, id); i < at(graph.ladderStart, id + 1); i++) yield at(graph.ladderOf, i);
}

/** Whether an occupation is seldom a way-station. */
export const isSeldom = (graph: Graph, id: number): boolean => at(graph.flags, id) === SELDOM_PASSED;

/** Steps by where they lead: those to i are `steps[first[i]] … steps[first[i + 1] - 1]`, each begun at `from[step]`. */
export interface Reverse {
  first: Uint32Array;
  steps: Uint32Array;
  from: Uint32Array;
}

export function reverse(graph: Graph): Reverse {
  const n = graph.slugs.length;
  const first = new Uint32Array(n + 1);
  for (const target of graph.to) first[target + 1] = at(first, target + 1) + 1;
  for (let i = 0; i < n; i++) first[i + 1] = at(first, i + 1) + at(first, i);
  const next = first.slice();
  const steps = new Uint32Array(graph.to.length);
  const from = new Uint32Array(graph.to.length);
  for (let i = 0; i < n; i++) {
    for (let step = at(graph.first, i); step < at(graph.first, i + 1); step++) {
      const target = at(graph.to, step);
      const place = at(next, target);
      steps[place] = step;
      next[target] = place + 1;
      from[step] = i;
    }
  }
  return { first, steps, from };
}
