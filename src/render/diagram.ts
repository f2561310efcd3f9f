/** Ladders, steps and paths as a drawing's nodes and edges, for programs that lay them out. */
import type { Card } from '../catalogue/profile.js';
import type { Path } from '../paths/paths.js';
import type { Step } from '../paths/step.js';
import type { Ladder, Neighbourhood } from '../paths/steps.js';
import { yearsText } from './steps.js';
import { clean } from './text.js';
import { dollars, EDUCATION_WORDS } from './words.js';

export interface Node {
  id: string;
  /** Lines. */
  label: string[];
  marked: boolean;
}

export interface Edge {
  from: string;
  to: string;
  label: string;
  /** `order`: the next on a ladder, where no step is told. */
  kind: Step['kind'] | 'order';
}

export interface Diagram {
  title: string;
  nodes: Node[];
  /** Nodes that stand together, from the bottom up. */
  groups: { title: string; nodes: string[] }[];
  edges: Edge[];
}

const nodeOf = (card: Card, marked = false): Node => {
  const pay =
    card.pay && card.pay.median !== 'not published'
      ? `${dollars(card.pay.median, card.pay.per)}${card.pay.per === 'hour' ? ' an hour' : ''}`
      : 'pay not published';
  return { id: card.slug, label: [clean(card.title), EDUCATION_WORDS[card.education], pay], marked };
};

const edgeOf = (step: Step): Edge => ({
  from: step.from.slug,
  to: step.to.slug,
  label: `${step.kind}, ${yearsText(step.takes.years)}`,
  kind: step.kind,
});

/** Each node once; one that is marked anywhere is marked. */
function once(nodes: readonly Node[]): Node[] {
  const byId = new Map<string, Node>();
  for (const node of nodes) byId.set(node.id, { ...node, marked: node.marked || (byId.get(node.id)?.marked ?? false) });
  return [...byId.values()];
}

export function ladderDiagram(ladders: readonly Ladder[]): Diagram {
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  const groups: Diagram['groups'] = [];
  for (const { area, asked, steps } of ladders) {
    const order = area.rungs.flatMap(({ occupations }) => occupations);
    nodes.push(...order.map((card) => nodeOf(card, card.slug === asked)));
    for (const { education, occupations } of area.rungs) {
      const fresh = occupations
        .map(({ slug }) => slug)
        .filter((slug) => !groups.some((group) => group.nodes.includes(slug)));
      if (fresh.length > 0) groups.push({ title: EDUCATION_WORDS[education], nodes: fresh });
    }
    const told = new Set(steps.map((step) => `${step.from.slug} ${step.to.slug}`));
    order.forEach((card, i) => {
      const above = order[i + 1];
      if (above && !told.has(`${card.slug} ${above.slug}`))
        edges.push({ from: card.slug, to: above.slug, label: '', kind: 'order' });
    });
    edges.push(...steps.map(edgeOf));
  }
  const title = ladders.map(({ industry, area }) => `${industry.title}: ${area.title}`).join('; ');
  return { title, nodes: once(nodes), groups, edges };
}

export function neighbourhoodDiagram({ occupation, direction, steps }: Neighbourhood): Diagram {
  const all = [...steps.advancement, ...steps.lateral, ...steps.change];
  const others = all.map((step) => nodeOf(direction === 'next' ? step.to : step.from));
  return {
    title: `${direction === 'next' ? 'From' : 'To'} ${occupation.title}`,
    nodes: once([nodeOf(occupation, true), ...others]),
    groups: [],
    edges: all.map(edgeOf),
  };
}

export function pathsDiagram(from: Card, paths: readonly Path[]): Diagram {
  const steps = new Map(paths.flatMap((path) => path.steps.map((step) => [`${step.from.slug} ${step.to.slug}`, step])));
  const ends = paths.map(({ to }) => nodeOf(to, true));
  const between = [...steps.values()].map(({ to }) => nodeOf(to));
  return {
    title: `From ${from.title}`,
    nodes: once([nodeOf(from, true), ...between, ...ends]),
    groups: [],
    edges: [...steps.values()].map(edgeOf),
  };
}
