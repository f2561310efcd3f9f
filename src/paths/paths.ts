/** The best few paths from one occupation to another, or to any that meets conditions; or what stands in the way. */
import { type Credential, EDUCATION_LEVELS, type EducationLevel } from '../catalogue/model.js';
import type { Card } from '../catalogue/profile.js';
import { tenths } from './education.js';
import { at } from './graph.js';
import {
  type ConditionName,
  conditionsOf,
  DEFAULTS,
  type PathQuestion,
  questOf,
  refuseContradictions,
  without,
} from './question.js';
import { findWays, type Quest, studyYears, type Way } from './search.js';
import { type Ability, compareAbilities, type PayChange, payChange, type Step } from './step.js';
import type { Steps } from './steps.js';

export interface Path {
  from: Card;
  to: Card;
  steps: Step[];
  /** Summed over the steps. `total` counts a step by its record's own time where it has one. */
  years: { study: number; training: number; experience: number; total: number };
  /** From the first occupation to the last. */
  pay: PayChange | undefined;
  /** Every license and certification on the way, once. */
  credentials: Credential[];
  /** What the last one asks for, against the first. */
  gain: Ability[];
  bring: Ability[];
}

/** A condition that stands in the way by itself: without it, or with it relaxed to `opens`, there is a path. */
export interface Hindrance {
  condition: ConditionName;
  /** What was asked; for `via` and `avoid`, the one slug that is in the way. */
  asked: number | string | boolean;
  /** The least that opens a path; null where the condition has to be left out. */
  opens: number | EducationLevel | null;
  /** Slugs of the path that then opens. */
  path: string[];
  titles: string[];
  years: number;
}

export interface PathAnswer {
  from: Card;
  /** Null where the end was left open. */
  to: Card | null;
  question: PathQuestion;
  /** Best first. Empty where no path meets the conditions. */
  paths: Path[];
  /** Where there is no path: each condition that alone stands in the way. */
  hindrances: Hindrance[];
  /** Where no single one does: those that stand in the way together. Empty where no steps lead there at all. */
  together: ConditionName[];
}

export function findPaths(steps: Steps, question: PathQuestion): PathAnswer {
  refuseContradictions(steps, question);
  const quest = questOf(steps, question);
  const ways = findWays(steps.graph, quest, steps.back);
  const hindrances = ways.length > 0 ? [] : hindrancesOf(steps, question);
  return {
    from: steps.card(quest.from),
    to: question.to === undefined ? null : steps.card(steps.id(question.to)),
    question,
    paths: ways.map((way) => pathOf(steps, way)),
    hindrances,
    together: ways.length > 0 || hindrances.length > 0 ? [] : togetherInTheWay(steps, question),
  };
}

function pathOf(steps: Steps, { nodes, steps: numbers, held, years }: Way): Path {
  const values = numbers.map((step, i) => steps.value(step, at(nodes, i), at(held, i)));
  const sum = (years: (step: Step) => number): number => tenths(values.reduce((total, step) => total + years(step), 0));
  const credentials = new Map<string, Credential>();
  for (const { takes } of values) for (const one of takes.credentials) credentials.set(one.name.toLowerCase(), one);
  const [first, last] = [steps.profile(at(nodes, 0)), steps.profile(at(nodes, nodes.length - 1))];
  const { gain, bring } = compareAbilities(first, last);
  return {
    from: first.card,
    to: last.card,
    steps: values,
    years: {
      study: sum(({ takes }) => takes.study),
      training: sum(({ takes }) => takes.training?.years ?? 0),
      experience: sum(({ takes }) => takes.experience?.years ?? 0),
      total: tenths(years),
    },
    pay: payChange(first, last),
    credentials: [...credentials.values()],
    gain,
    bring,
  };
}

/** The one best way of a question, as `adjust` has it. */
function bestOf(steps: Steps, question: PathQuestion, adjust: Partial<Quest> = {}): Way | undefined {
  const [best] = findWays(steps.graph, { ...questOf(steps, question), count: 1, ...adjust }, steps.back);
  return best;
}

/** Each condition alone: the least that it must give way. */
function hindrancesOf(steps: Steps, question: PathQuestion): Hindrance[] {
  const hindrances: Hindrance[] = [];
  const say = (condition: ConditionName, asked: Hindrance['asked'], opens: Hindrance['opens'], way: Way): void => {
    const cards = way.nodes.map((id) => steps.card(id));
    hindrances.push({
      condition,
      asked,
      opens,
      path: cards.map(({ slug }) => slug),
      titles: cards.map(({ title }) => title),
      years: tenths(way.years),
    });
  };
  for (const condition of conditionsOf(question)) {
    switch (condition) {
      case 'maxSteps': {
        const asked = question.maxSteps ?? DEFAULTS.maxSteps;
        const way = bestOf(steps, without(question, condition), { prefer: 'fewest-steps' });
        if (way && way.steps.length > asked) say(condition, asked, way.steps.length, way);
        break;
      }
      case 'maxYears': {
        const way = bestOf(steps, without(question, condition), { prefer: 'fastest' });
        if (way) say(condition, question.maxYears ?? 0, Math.ceil(way.years * 10 - 1e-6) / 10, way);
        break;
      }
      case 'education': {
        const asked = EDUCATION_LEVELS.indexOf(question.education ?? 'doctoral');
        for (const education of EDUCATION_LEVELS.slice(asked + 1)) {
          const way = bestOf(steps, { ...question, education });
          if (!way) continue;
          say(condition, question.education ?? '', education, way);
          break;
        }
        break;
      }
      case 'minPay': {
        const way = bestOf(steps, without(question, condition), { prefer: 'pay' });
        const pay = way && at(steps.graph.pay, way.nodes.at(-1) ?? 0);
        if (way) say(condition, question.minPay ?? 0, pay === undefined || Number.isNaN(pay) ? null : pay, way);
        break;
      }
      case 'earnWhile': {
        const way = bestOf(steps, without(question, condition));
        if (way) say(condition, true, longestStudy(steps, way), way);
        break;
      }
      case 'via':
      case 'avoid': {
        for (const slug of question[condition] ?? []) {
          const way = bestOf(steps, { ...question, [condition]: question[condition]?.filter((one) => one !== slug) });
          if (way) say(condition, slug, null, way);
        }
        break;
      }
      case 'industry':
      case 'area': {
        const others = conditionsOf(question).filter((name) =>
          ['industry', 'area', 'minPay', 'education'].includes(name),
        );
        const way = others.length > 1 ? bestOf(steps, without(question, condition)) : undefined;
        if (way) say(condition, question[condition] ?? '', null, way);
        break;
      }
    }
  }
  return hindrances;
}

const longestStudy = (steps: Steps, { steps: numbers, held }: Way): number =>
  tenths(Math.max(0, ...numbers.map((step, i) => studyYears(steps.graph, step, at(held, i)))));

/** A least set of conditions that must give way at once: all are lifted, then each is put back that does no harm. */
function togetherInTheWay(steps: Steps, question: PathQuestion): ConditionName[] {
  const lifted = new Set(conditionsOf(question).filter((name) => name !== 'industry' && name !== 'area'));
  const opens = (): boolean =>
    bestOf(
      steps,
      [...lifted].reduce((asked, name) => without(asked, name), question),
    ) !== undefined;
  if (!opens()) return [];
  for (const name of [...lifted]) {
    lifted.delete(name);
    if (!opens()) lifted.add(name);
  }
  return [...lifted];
}
