/** The steps of an open catalogue, and those that lead away from one occupation or to it. */
import type { AreaCards, IndustryCards } from '../catalogue/open.js';
import type { Card, Profile } from '../catalogue/profile.js';
import { LaddersError } from '../errors.js';
import {
  at,
  type Graph,
  type PackedGraph,
  type Reverse,
  reverse,
  STEP_KINDS,
  type StepKind,
  unpackGraph,
  WHY,
} from './graph.js';
import { stepCost } from './search.js';
import { type Step, stepValue } from './step.js';

/** What paths ask of a catalogue: `OpenCatalogue` has it. */
export interface StepSource {
  steps(): PackedGraph;
  profile(slug: string): Profile | undefined;
}

export class Steps {
  readonly graph: Graph;
  readonly #source: StepSource;
  readonly #ids: Map<string, number>;
  readonly #profiles = new Map<number, Profile>();
  #back: Reverse | undefined;

  constructor(source: StepSource) {
    this.#source = source;
    this.graph = unpackGraph(source.steps());
    this.#ids = new Map(this.graph.slugs.map((slug, id) => [slug, id]));
  }

  /** Steps by where they lead. */
  get back(): Reverse {
    this.#back ??= reverse(this.graph);
    return this.#back;
  }

  id(slug: string): number {
    const id = this.#ids.get(slug);
    if (id === undefined) throw new LaddersError('UNKNOWN_OCCUPATION', `There is no occupation “${slug}”.`);
    return id;
  }

  profile(id: number): Profile {
    const known = this.#profiles.get(id);
    if (known) return known;
    const slug = this.graph.slugs[id] ?? '';
    const profile = this.#source.profile(slug);
    if (!profile) throw new LaddersError('STORE_DAMAGED', `The compiled catalogue has no record of ${slug}.`);
    this.#profiles.set(id, profile);
    return profile;
  }

  card(id: number): Card {
    return this.profile(id).card;
  }

  /** Numbers of the steps that lead away from an occupation. */
  *away(id: number): Generator<number> {
    for (let step = at(this.graph.first, id); step < at(this.graph.first, id + 1); step++) yield step;
  }

  /** Numbers of the steps that lead to it. */
  *towards(id: number): Generator<number> {
    for (let i = at(this.back.first, id); i < at(this.back.first, id + 1); i++) yield at(this.back.steps, i);
  }

  /** The value of a step that begins at `from`. */
  value(step: number, from: number, held?: number): Step {
    return stepValue(this.graph, step, this.profile(from), this.profile(at(this.graph.to, step)), held);
  }
}

/** Where one goes from an occupation, or who gets there. */
export interface Neighbourhood {
  occupation: Card;
  direction: 'next' | 'from';
  /** Of each kind the most natural first, `limit` at the most. */
  steps: Record<StepKind, Step[]>;
  /** How many there are of each kind. */
  total: Record<StepKind, number>;
}

export function neighbourhood(steps: Steps, slug: string, direction: 'next' | 'from', limit: number): Neighbourhood {
  const { graph, back } = steps;
  const id = steps.id(slug);
  const all = [...(direction === 'next' ? steps.away(id) : steps.towards(id))].map((step) => {
    const from = direction === 'next' ? id : at(back.from, step);
    const other = direction === 'next' ? at(graph.to, step) : from;
    return { step, from, kind: at(graph.kind, step), cost: stepCost(graph, step, from, other) };
  });
  all.sort((a, b) => a.cost - b.cost || a.step - b.step);
  const ofKind = (kind: StepKind): typeof all => all.filter((one) => STEP_KINDS[one.kind] === kind);
  const values = (kind: StepKind): Step[] =>
    ofKind(kind)
      .slice(0, limit)
      .map(({ step, from }) => steps.value(step, from));
  return {
    occupation: steps.card(id),
    direction,
    steps: { advancement: values('advancement'), lateral: values('lateral'), change: values('change') },
    total: {
      advancement: ofKind('advancement').length,
      lateral: ofKind('lateral').length,
      change: ofKind('change').length,
    },
  };
}

/** A ladder with the steps between its occupations. */
export interface Ladder {
  industry: { slug: string; title: string };
  area: AreaCards;
  /** The slug of the occupation that was asked for; null where a ladder was. */
  asked: string | null;
  /** The steps up that a record of the ladder names itself, from the lowest rung. */
  steps: Step[];
}

export function ladderOf(steps: Steps, industry: IndustryCards, area: AreaCards, asked: string | null): Ladder {
  const { graph } = steps;
  const on = area.rungs.flatMap((rung) => rung.occupations.map(({ slug }) => steps.id(slug)));
  const here = new Set(on);
  return {
    industry: { slug: industry.slug, title: industry.title },
    area,
    asked,
    steps: on.flatMap((from) =>
      [...steps.away(from)]
        .filter((step) => here.has(at(graph.to, step)) && (at(graph.why, step) & WHY.leadsTo) !== 0)
        .sort((a, b) => on.indexOf(at(graph.to, a)) - on.indexOf(at(graph.to, b)))
        .map((step) => steps.value(step, from)),
    ),
  };
}
