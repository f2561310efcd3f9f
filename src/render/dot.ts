/** A diagram in DOT, which Graphviz draws. */
import type { Diagram, Edge } from './diagram.js';

/** A quoted string of DOT. */
const quoted = (text: string): string =>
  `"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/[\r\n]/g, ' ')}"`;
const labelled = (lines: readonly string[]): string =>
  `"${lines.map((line) => quoted(line).slice(1, -1)).join('\\n')}"`;

const STYLES: Record<Edge['kind'], string> = {
  advancement: '',
  lateral: ', dir=both',
  change: ', style=dashed',
  order: ', style=dotted, arrowhead=none',
};

export function dot({ title, nodes, groups, edges }: Diagram): string {
  const lines = [`digraph ${quoted(title)} {`, '  rankdir=BT;', '  node [shape=box];'];
  for (const { id, label, marked } of nodes) {
    lines.push(`  ${quoted(id)} [label=${labelled(label)}${marked ? ', penwidth=3' : ''}];`);
  }
  groups.forEach((group, i) => {
    const ids = group.nodes.map((id) => `${quoted(id)};`).join(' ');
    lines.push(`  subgraph cluster_${i} { label=${quoted(group.title)}; ${ids} }`);
  });
  for (const { from, to, label, kind } of edges) {
    lines.push(`  ${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}${STYLES[kind]}];`);
  }
  return `${lines.join('\n')}\n}\n`;
}
