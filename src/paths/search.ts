/**
 * The best few ways through the graph of steps, under conditions.
 *
 * A way is a chain of labels, each an occupation reached with an education held by then, a number of steps, years and a
 * cost. Labels are taken up in the order of what they have cost and must at least cost still (A*): searches backwards
 * from the goals say, for every occupation, the fewest steps, the least cost and the least years that remain,
 * so that what cannot arrive in time is never begun. A label is dropped where as many others as are asked for stand at
 * the same occupation with no higher cost, no more steps or years, and no less education: whatever it could still reach,
 * they reach as well. That keeps a few labels an occupation instead of every way to it.
 *
 * General graph libraries find shortest and k-shortest ways by a fixed length of each edge; here the length of a step
 * depends on the education gained before it, and most of the conditions are on the way as a whole.
 */
import { SCHOOLING } from './education.js';
import { at, type Graph, isSeldom, type Reverse, reverse, STEP_KINDS, WHY } from './graph.js';
import { Heap } from './heap.js';

export const PREFERENCES = ['fastest', 'pay', 'skills', 'fewest-steps'] as const;
export type Preference = (typeof PREFERENCES)[number];

interface Weights {
  /** A year of study. */
  study: number;
  /** A year of training or experience, which are paid. */
  work: number;
  /** A step that is doubtful by one degree: see `doubt`. */
  doubt: number;
  /** A step to an occupation with which nothing is shared. */
  unlike: number;
  /** A step as such. */
  step: number;
  /** Losing all pay by a step; a part of it, its part. */
  dip: number;
  /** An end without pay, where the end is open; MOST_PAY costs nothing. */
  end: number;
  /** Ways that cost this much more than the best are detours. */
  slack: number;
}

/** What is dear on a way, in years' worth. */
const WEIGHTS: Readonly<Record<Preference | 'balanced', Weights>> = Object.freeze({
  balanced: { study: 0.8, work: 0.4, doubt: 2, unlike: 1, step: 0.4, dip: 6, end: 6, slack: 4 },
  fastest: { study: 10, work: 10, doubt: 1, unlike: 0.5, step: 2, dip: 1, end: 1, slack: 20 },
  pay: { study: 0.5, work: 0.3, doubt: 2, unlike: 0.5, step: 0.2, dip: 20, end: 60, slack: 12 },
  skills: { study: 0.3, work: 0.1, doubt: 1, unlike: 12, step: 0.4, dip: 2, end: 2, slack: 8 },
  'fewest-steps': { study: 0.8, work: 0.4, doubt: 2, unlike: 1, step: 100, dip: 6, end: 6, slack: 104 },
});

/** Dollars a year above which a higher end weighs no more. */
const MOST_PAY = 250_000;
/** Leaving one's field, and moving on one's level, in degrees of doubt. */
const TURNS = { advancement: 0, lateral: 0.3, change: 1 } as const;
/** Passing through a group of leftovers or through the armed forces, or ending there unasked; in years' worth. */
const SELDOM = 4;
/** A guard against a catalogue that links all with all. */
const MOST_LABELS = 400_000;

export interface Conditions {
  maxSteps: number;
  /** Infinity where none is asked. */
  maxYears: number;
  /** Rank of the highest education that a step may need. */
  maxLevel: number;
  /** Years of full-time study that a single step may need. */
  maxStudy: number;
  /** Occupations to pass through, in this order. */
  via: readonly number[];
  avoid: ReadonlySet<number>;
}

export interface Quest {
  from: number;
  /** Where a way may end. */
  goals: readonly number[];
  /** Whether the end is open: then ways end in different occupations, and a better paid end counts. */
  open: boolean;
  count: number;
  /** Whether ways that are much dearer than the best are told too. */
  detours: boolean;
  prefer: Preference | 'balanced';
  conditions: Conditions;
}

export interface Way {
  /** Occupations, first to last. */
  nodes: number[];
  /** Numbers of the steps between them. */
  steps: number[];
  /** Rank of the education held before each step. */
  held: number[];
  years: number;
  /** What it costs by what is preferred; of use for comparing ways of one quest alone. */
  cost: number;
}

interface Label {
  node: number;
  /** How many of `via` are behind. */
  leg: number;
  held: number;
  hops: number;
  years: number;
  cost: number;
  step: number;
  parent: Label | undefined;
  done: boolean;
}

/** Years of full-time study of a step, for whoever holds `held`. */
export function studyYears(graph: Graph, step: number, held: number): number {
  const levels = (SCHOOLING[held] as readonly number[])[at(graph.level, at(graph.to, step))] as number;
  const study = Math.max(levels, at(graph.program, step));
  const own = at(graph.years, step);
  return Number.isNaN(own) ? study : Math.min(study, own);
}

/** All years of a step: the record's own time, or study, training and experience one after the other. */
export function stepYears(graph: Graph, step: number, held: number): number {
  const own = at(graph.years, step);
  return Number.isNaN(own) ? studyYears(graph, step, held) + at(graph.work, step) : own;
}

/** The part of a step's years that no education saves. */
function leastYears(graph: Graph, step: number): number {
  const own = at(graph.years, step);
  return Number.isNaN(own) ? at(graph.work, step) : own;
}

/** How little speaks for a step: 0 where a record says so itself, 2 where the ladder alone or a distant kinship does. */
function doubt(graph: Graph, step: number): number {
  const why = at(graph.why, step);
  const turn = TURNS[STEP_KINDS[at(graph.kind, step)] ?? 'change'];
  if (why & WHY.leadsTo) return turn / 2;
  const kinship = why & WHY.relatedShort ? 1 : why & WHY.relatedLong ? 1.5 : 2;
  const both = (why & WHY.ladder) !== 0 && kinship < 2;
  return turn + (both ? kinship - 0.8 : kinship);
}

/** What a step costs, its study aside. */
function fixedCost(graph: Graph, step: number, from: number, start: number, weights: Weights): number {
  const [here, there] = [at(graph.pay, from), at(graph.pay, at(graph.to, step))];
  // A comparison with NaN is false: pay that is not published is no loss.
  const dip = there < here ? (here - there) / here : 0;
  return (
    weights.work * leastYears(graph, step) +
    weights.doubt * doubt(graph, step) +
    weights.unlike * (1 - at(graph.close, step) / 255) +
    weights.step +
    weights.dip * dip +
    (from !== start && isSeldom(graph, from) ? SELDOM : 0)
  );
}

/** How far-fetched a step is from where one stands, to list steps by: `other` is the occupation that one does not know yet. */
export function stepCost(graph: Graph, step: number, from: number, other: number): number {
  const weights = WEIGHTS.balanced;
  const study = studyYears(graph, step, at(graph.level, from));
  const cost = fixedCost(graph, step, from, from, weights) + weights.study * study;
  return cost + (isSeldom(graph, other) ? SELDOM : 0);
}

/** What ending there costs. */
function endCost(graph: Graph, goal: number, { open, prefer }: Quest): number {
  if (!open) return 0;
  const pay = at(graph.pay, goal);
  const share = Number.isNaN(pay) ? 0 : Math.min(pay, MOST_PAY) / MOST_PAY;
  return WEIGHTS[prefer].end * (1 - share) + (isSeldom(graph, goal) ? SELDOM : 0);
}

/** The ways that meet every condition, best first; fewer than asked where there are no more. */
export function findWays(graph: Graph, quest: Quest, back: Reverse = reverse(graph)): Way[] {
  const { from, goals, open, count, conditions } = quest;
  const { maxSteps, maxYears, maxLevel, maxStudy, via, avoid } = conditions;
  const weights = WEIGHTS[quest.prefer];
  const barred = (node: number): boolean => avoid.has(node) || at(graph.level, node) > maxLevel;
  const hopsLeft = hopsBack(graph, back, quest, barred);
  const hopsHere = hopsFrom(graph, quest, barred);
  const inReach = (node: number, leg: number): boolean =>
    at(hopsHere, node) + at(hopsLeft[leg] ?? [], node) <= maxSteps;
  const remaining = (weigh: (step: number, from: number) => number, end: (goal: number) => number): Float64Array[] =>
    remainders(graph, back, quest, inReach, weigh, end);
  const costLeft = remaining(
    (step, node) => fixedCost(graph, step, node, from, weights),
    (goal) => endCost(graph, goal, quest),
  );
  const yearsLeft = Number.isFinite(maxYears)
    ? remaining(
        (step) => leastYears(graph, step),
        () => 0,
      )
    : undefined;
  // Study that remains whatever the way; nothing where a record's own time may leave study out.
  const target = goals.length === 1 && goals[0] !== undefined && !hasOwnTimes(graph) ? at(graph.level, goals[0]) : 0;
  const studyLeft = (held: number): number => (SCHOOLING[held] as readonly number[])[target] as number;

  const isGoal = new Set(goals);
  const found: Way[] = [];
  const ends = new Set<number>();
  const kept = new Map<number, Label[]>();
  const most = open ? 1 : count;
  const heap = new Heap<Label>();
  const legAt = (node: number, leg: number): number => (via[leg] === node ? leg + 1 : leg);
  const push = (label: Label): void => {
    const { node, leg, held, hops, years, cost } = label;
    const left = at(costLeft[leg] ?? [], node);
    if (left === Number.POSITIVE_INFINITY || hops + at(hopsLeft[leg] ?? [], node) > maxSteps) return;
    const study = studyLeft(held);
    if (yearsLeft && years + at(yearsLeft[leg] ?? [], node) + study > maxYears + 1e-6) return;
    heap.push(cost + left + weights.study * study, label);
  };

  push({
    node: from,
    leg: legAt(from, 0),
    held: at(graph.level, from),
    hops: 0,
    years: 0,
    cost: 0,
    step: -1,
    parent: undefined,
    done: false,
  });
  for (let taken = 0, label = heap.pop(); label && taken < MOST_LABELS; taken++, label = heap.pop()) {
    const { node, leg, held, hops, years, cost } = label;
    if (label.done) {
      if (open && ends.has(node)) continue;
      if (!quest.detours && found[0] && cost > found[0].cost + weights.slack) break;
      ends.add(node);
      found.push(wayOf(label));
      if (found.length === count) break;
      continue;
    }
    const key = leg * graph.slugs.length + node;
    const others = kept.get(key) ?? [];
    const better = others.filter(
      (other) =>
        other.cost <= cost && other.hops <= hops && other.held >= held && (!yearsLeft || other.years <= years + 1e-9),
    );
    if (better.length >= most) continue;
    kept.set(key, [...others, label]);
    if (leg === via.length && isGoal.has(node) && hops > 0) {
      const whole = cost + endCost(graph, node, quest);
      heap.push(whole, { ...label, cost: whole, done: true });
      if (!open) continue;
    }
    if (hops === maxSteps) continue;
    for (let step = at(graph.first, node); step < at(graph.first, node + 1); step++) {
      const next = at(graph.to, step);
      if (barred(next) || passes(label, next)) continue;
      const study = studyYears(graph, step, held);
      if (study > maxStudy) continue;
      push({
        node: next,
        leg: legAt(next, leg),
        held: Math.max(held, at(graph.level, next)),
        hops: hops + 1,
        years: years + stepYears(graph, step, held),
        cost: cost + fixedCost(graph, step, node, from, weights) + weights.study * study,
        step,
        parent: label,
        done: false,
      });
    }
  }
  return found;
}

const hasOwnTimes = (graph: Graph): boolean => graph.years.some((years) => !Number.isNaN(years));

function passes(label: Label, node: number): boolean {
  for (let at: Label | undefined = label; at; at = at.parent) if (at.node === node) return true;
  return false;
}

function wayOf(end: Label): Way {
  const nodes: number[] = [];
  const steps: number[] = [];
  const held: number[] = [];
  for (let label: Label | undefined = end; label; label = label.parent) {
    nodes.unshift(label.node);
    if (label.parent) {
      steps.unshift(label.step);
      held.unshift(label.parent.held);
    }
  }
  return { nodes, steps, held, years: end.years, cost: end.cost };
}

/** The fewest steps from the start: breadth first, no further than may be gone. */
function hopsFrom(graph: Graph, { from, conditions }: Quest, barred: (node: number) => boolean): Float64Array {
  const hops = new Float64Array(graph.slugs.length).fill(Number.POSITIVE_INFINITY);
  hops[from] = 0;
  let edge = [from];
  for (let hop = 1; hop <= conditions.maxSteps && edge.length > 0; hop++) {
    const next: number[] = [];
    for (const node of edge) {
      for (let step = at(graph.first, node); step < at(graph.first, node + 1); step++) {
        const other = at(graph.to, step);
        if (at(hops, other) <= hop || barred(other)) continue;
        hops[other] = hop;
        next.push(other);
      }
    }
    edge = next;
  }
  return hops;
}

/** For each leg and occupation, the fewest steps to the end: the same backwards, last leg first. */
function hopsBack(
  graph: Graph,
  back: Reverse,
  { from, goals, conditions }: Quest,
  barred: (node: number) => boolean,
): Float64Array[] {
  const { via, maxSteps } = conditions;
  const legs: Float64Array[] = [];
  let seeds = goals.filter((goal) => !barred(goal));
  let done = 0;
  for (let leg = via.length; leg >= 0; leg--) {
    const hops = new Float64Array(graph.slugs.length).fill(Number.POSITIVE_INFINITY);
    for (const node of seeds) hops[node] = done;
    let edge = seeds;
    for (let hop = done + 1; hop <= maxSteps && edge.length > 0; hop++) {
      const next: number[] = [];
      for (const node of edge) {
        for (let i = at(back.first, node); i < at(back.first, node + 1); i++) {
          const other = at(back.from, at(back.steps, i));
          if (at(hops, other) <= hop || (other !== from && barred(other))) continue;
          hops[other] = hop;
          next.push(other);
        }
      }
      edge = next;
    }
    legs[leg] = hops;
    const stop = via[leg - 1];
    seeds = stop === undefined || barred(stop) || !Number.isFinite(at(hops, stop)) ? [] : [stop];
    done = stop === undefined ? 0 : at(hops, stop);
  }
  return legs;
}

/**
 * For each leg and occupation, the least of something that remains to the end: Dijkstra backwards, last leg first, among
 * the occupations from which the end can be reached in time.
 */
function remainders(
  graph: Graph,
  back: Reverse,
  { goals, conditions }: Quest,
  inReach: (node: number, leg: number) => boolean,
  weigh: (step: number, from: number) => number,
  end: (goal: number) => number,
): Float64Array[] {
  const { via } = conditions;
  const legs: Float64Array[] = [];
  let seeds: [node: number, left: number][] = goals.map((goal) => [goal, end(goal)]);
  for (let leg = via.length; leg >= 0; leg--) {
    const left = new Float64Array(graph.slugs.length).fill(Number.POSITIVE_INFINITY);
    const settled = new Uint8Array(graph.slugs.length);
    const heap = new Heap<number>();
    const reach = (node: number, sum: number): void => {
      if (sum >= at(left, node) || !inReach(node, leg)) return;
      left[node] = sum;
      heap.push(sum, node);
    };
    for (const [node, sum] of seeds) reach(node, sum);
    for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
      if (settled[node]) continue;
      settled[node] = 1;
      for (let i = at(back.first, node); i < at(back.first, node + 1); i++) {
        const step = at(back.steps, i);
        const other = at(back.from, step);
        if (!settled[other] && inReach(other, leg)) reach(other, at(left, node) + weigh(step, other));
      }
    }
    legs[leg] = left;
    const stop = via[leg - 1];
    if (stop !== undefined) seeds = [[stop, at(left, stop)]];
  }
  return legs;
}
