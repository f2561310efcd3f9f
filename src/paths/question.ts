/** What is asked of a path, and whether it can be asked: conditions that contradict each other are said before any search. */
import { levelRank } from '../catalogue/hierarchy.js';
import { EDUCATION_LEVELS, type EducationLevel } from '../catalogue/model.js';
import { LaddersError } from '../errors.js';
import { at, type Graph, laddersOf } from './graph.js';
import type { Preference, Quest } from './search.js';
import type { Steps } from './steps.js';

export interface PathQuestion {
  /** Slug. */
  from: string;
  /** Slug; without it, any occupation that meets the conditions. */
  to?: string | undefined;
  /** The end stands in this industry (slug), on this ladder (`industry/area`). */
  industry?: string | undefined;
  area?: string | undefined;
  /** No step needs more than this. */
  education?: EducationLevel | undefined;
  maxSteps?: number | undefined;
  maxYears?: number | undefined;
  /** Median dollars a year at the end. */
  minPay?: number | undefined;
  /** No step needs full-time study of more than a year. */
  earnWhile?: boolean | undefined;
  /** Slugs to pass through, in this order. */
  via?: readonly string[] | undefined;
  avoid?: readonly string[] | undefined;
  prefer?: Preference | undefined;
  /** How many paths; three unless told, and fewer where the others are detours. */
  count?: number | undefined;
}

export const DEFAULTS = Object.freeze({ count: 3, maxSteps: 4, mostSteps: 8, earnWhileStudy: 1 });

const EVERY_LEVEL = EDUCATION_LEVELS.length - 1;

/** A condition that can stand in the way. */
export type ConditionName =
  | 'maxSteps'
  | 'maxYears'
  | 'education'
  | 'minPay'
  | 'earnWhile'
  | 'industry'
  | 'area'
  | 'via'
  | 'avoid';

/** The conditions that a question makes, in the order in which they are told; the number of steps is always one. */
export function conditionsOf(question: PathQuestion): ConditionName[] {
  const { to, industry, area, education, maxYears, minPay, earnWhile, via, avoid } = question;
  // What the end is to be says nothing where the end is given; `contradiction` has seen that it agrees.
  const end = to === undefined;
  const asked: Record<ConditionName, boolean> = {
    maxYears: maxYears !== undefined,
    minPay: end && minPay !== undefined,
    education: education !== undefined,
    earnWhile: earnWhile === true,
    via: (via?.length ?? 0) > 0,
    avoid: (avoid?.length ?? 0) > 0,
    area: end && area !== undefined,
    industry: end && industry !== undefined,
    maxSteps: true,
  };
  return (Object.keys(asked) as ConditionName[]).filter((name) => asked[name]);
}

/** The question without one of its conditions. */
export function without(question: PathQuestion, name: ConditionName): PathQuestion {
  return { ...question, [name]: name === 'maxSteps' ? DEFAULTS.mostSteps : undefined };
}

export function questOf(steps: Steps, question: PathQuestion): Quest {
  const { to, maxSteps, maxYears, education, earnWhile, via = [], avoid = [], prefer, count } = question;
  return {
    from: steps.id(question.from),
    goals: to === undefined ? goalsOf(steps.graph, question) : [steps.id(to)],
    open: to === undefined,
    count: count ?? DEFAULTS.count,
    detours: count !== undefined,
    prefer: prefer ?? 'balanced',
    conditions: {
      maxSteps: maxSteps ?? DEFAULTS.maxSteps,
      maxYears: maxYears ?? Number.POSITIVE_INFINITY,
      maxLevel: education === undefined ? EVERY_LEVEL : levelRank(education),
      maxStudy: earnWhile ? DEFAULTS.earnWhileStudy : Number.POSITIVE_INFINITY,
      via: via.map((slug) => steps.id(slug)),
      avoid: new Set(avoid.map((slug) => steps.id(slug))),
    },
  };
}

/** Every occupation at which a path may end. */
function goalsOf(graph: Graph, { from, industry, area, education, minPay, avoid }: PathQuestion): number[] {
  const barred = new Set([from, ...(avoid ?? [])]);
  const most = education === undefined ? EVERY_LEVEL : levelRank(education);
  const goals: number[] = [];
  graph.slugs.forEach((slug, id) => {
    if (barred.has(slug) || at(graph.level, id) > most) return;
    if (minPay !== undefined && !(at(graph.pay, id) >= minPay)) return;
    if ((industry ?? area) !== undefined && !standsIn(graph, id, industry, area)) return;
    goals.push(id);
  });
  return goals;
}

function standsIn(graph: Graph, id: number, industry: string | undefined, area: string | undefined): boolean {
  for (const ladder of laddersOf(graph, id)) {
    const path = graph.ladders[ladder] ?? '';
    if ((industry === undefined || path.startsWith(`${industry}/`)) && (area === undefined || path === area))
      return true;
  }
  return false;
}

/** Fails where no path can be asked for: nowhere to go, or conditions that exclude each other. */
export function refuseContradictions(steps: Steps, question: PathQuestion): void {
  const { from, to, industry, area, education, minPay, via = [], avoid = [] } = question;
  const { graph } = steps;
  const title = (slug: string): string => steps.card(steps.id(slug)).title;
  const refuse = (message: string, ...hints: string[]): never => {
    throw new LaddersError('CONTRADICTION', message, { hints });
  };
  if (to === undefined && (industry ?? area ?? education ?? minPay) === undefined) {
    throw new LaddersError('NO_GOAL', 'Where to? Name an occupation, or what the end of the path is to be.', {
      hints: [`ladders path ${from} OCCUPATION`, `ladders path ${from} --to-industry healthcare --min-pay 60000`],
    });
  }
  if (from === to) {
    throw new LaddersError('SAME_OCCUPATION', `The path begins and ends at ${title(from)}.`, {
      hints: [`ladders next ${from}`, `ladders show ${from}`],
    });
  }
  if (industry !== undefined && area !== undefined && !area.startsWith(`${industry}/`)) {
    refuse(`The area ${area} is not in the industry ${industry}.`, 'Leave out --to-industry, or --to-area.');
  }
  const twice = via.find((slug, i) => via.indexOf(slug) < i);
  if (twice !== undefined) refuse(`--via names ${title(twice)} twice; a path passes each occupation once.`);
  for (const [slug, what] of [[from, 'begins'], ...(to === undefined ? [] : [[to, 'ends']])] as [string, string][]) {
    if (via.includes(slug)) refuse(`--via names ${title(slug)}, where the path ${what}.`, 'Leave out that --via.');
    if (avoid.includes(slug))
      refuse(`--avoid names ${title(slug)}, where the path ${what}.`, 'Leave out that --avoid.');
  }
  const both = via.find((slug) => avoid.includes(slug));
  if (both !== undefined) refuse(`--via and --avoid both name ${title(both)}.`, 'Leave out one of them.');
  const maxSteps = question.maxSteps ?? DEFAULTS.maxSteps;
  if (via.length >= maxSteps) {
    refuse(
      `Passing through ${via.length} occupations takes ${via.length + 1} steps at the least; --max-steps is ${maxSteps}.`,
      `--max-steps ${via.length + 1}`,
    );
  }
  if (education !== undefined) {
    for (const slug of [...via, ...(to === undefined ? [] : [to])]) {
      const needed = EDUCATION_LEVELS[at(graph.level, steps.id(slug))] ?? 'none';
      if (levelRank(needed) > levelRank(education)) {
        refuse(
          `${title(slug)} typically asks for the level ${needed}; --education allows ${education} at the most.`,
          `--education ${needed}`,
        );
      }
    }
  }
  if (to === undefined) return;
  const end = steps.id(to);
  const pay = at(graph.pay, end);
  if (minPay !== undefined && !(pay >= minPay)) {
    const is = Number.isNaN(pay) ? 'has no published yearly pay' : `has a median pay of $${Math.round(pay)} a year`;
    refuse(`${title(to)} ${is}; --min-pay asks for $${minPay}.`, 'Leave out --min-pay, or name no end.');
  }
  if ((industry ?? area) !== undefined && !standsIn(graph, end, industry, area)) {
    const on = [...laddersOf(graph, end)].map((ladder) => graph.ladders[ladder] ?? '');
    refuse(`${title(to)} does not stand in ${area ?? industry}.`, ...on.map((ladder) => `It stands on ${ladder}.`));
  }
}
