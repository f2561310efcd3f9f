/** A diagram as a Mermaid flowchart, which GitHub draws. */
import type { Diagram, Edge } from './diagram.js';

/** Text that Mermaid may not read as its own: quotes, brackets, arrows and hashes as character entities. */
const quoted = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ,.$%+/'()–-]/gu, (letter) => `#${letter.codePointAt(0)};`);

const ARROWS: Record<Edge['kind'], string> = { advancement: '-->', lateral: '<-->', change: '-.->', order: '---' };

export function mermaid({ title, nodes, groups, edges }: Diagram): string {
  const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const grouped = new Set(groups.flatMap((group) => group.nodes));
  const node = ({ id, label }: Diagram['nodes'][number]): string =>
    `${ids.get(id)}["${label.map(quoted).join('<br/>')}"]`;
  const byId = new Map(nodes.map((one) => [one.id, one]));
  const lines = ['flowchart BT', `  %% ${title.replace(/[\r\n{}]/g, ' ')}`];
  groups.forEach((group, i) => {
    lines.push(`  subgraph g${i} ["${quoted(group.title)}"]`);
    for (const id of group.nodes) {
      const one = byId.get(id);
      if (one) lines.push(`    ${node(one)}`);
    }
    lines.push('  end');
  });
  for (const one of nodes) if (!grouped.has(one.id)) lines.push(`  ${node(one)}`);
  for (const { from, to, label, kind } of edges) {
    const said = label === '' ? '' : `|"${quoted(label)}"|`;
    lines.push(`  ${ids.get(from)} ${ARROWS[kind]}${said} ${ids.get(to)}`);
  }
  const marked = nodes.filter((one) => one.marked).map(({ id }) => ids.get(id));
  if (marked.length > 0) lines.push('  classDef asked stroke-width:4px', `  class ${marked.join(',')} asked`);
  return `${lines.join('\n')}\n`;
}
