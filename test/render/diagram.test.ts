/** Diagrams are read by the parsers of the programs that draw them. */
import { parse as parseDot } from '@ts-graphviz/ast';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagram } from '../../src/render/diagram.js';
import { dot } from '../../src/render/dot.js';
import { mermaid } from '../../src/render/mermaid.js';
import { ladders } from '../terminal.js';
import { anyLine } from './arbitrary.js';

let parseMermaid: (text: string) => Promise<unknown>;
beforeAll(async () => {
  // Mermaid's parser cleans its labels by way of a browser's window.
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: library } = await import('mermaid');
  parseMermaid = (text) => library.parse(text);
});

const COMMANDS = [
  ['ladder', 'healthcare/information'],
  ['ladder', 'registered-nurse'],
  ['next', 'medical-coder'],
  ['from', 'registered-nurse', '--all'],
  ['path', 'nursing-assistant', 'nurse-practitioner'],
];

describe.each(COMMANDS)('%s %s', (...args) => {
  test('is Mermaid', async () => {
    const { out, exit } = await ladders([...args.filter(Boolean), '--format', 'mermaid']);
    expect(exit).toBe(0);
    expect(await parseMermaid(out)).toMatchObject({ diagramType: 'flowchart-v2' });
  });

  test('is DOT', async () => {
    const { out } = await ladders([...args.filter(Boolean), '--format', 'dot']);
    expect(parseDot(out).children[0]).toMatchObject({ type: 'Graph', directed: true });
  });
});

test('the parsers refuse what is broken', async () => {
  await expect(parseMermaid('flowchart BT\n  a["b"')).rejects.toThrow();
  expect(() => parseDot('digraph "x" {')).toThrow();
});

const anyDiagram: fc.Arbitrary<Diagram> = fc.record({
  title: anyLine,
  nodes: fc.tuple(anyLine, anyLine).map(([a, b]) => [
    { id: 'one', label: [a, 'two " \\ lines'], marked: true },
    { id: 'two-three', label: [b], marked: false },
  ]),
  groups: anyLine.map((title) => [{ title, nodes: ['one'] }]),
  edges: fc
    .tuple(anyLine, fc.constantFrom('advancement', 'lateral', 'change', 'order'))
    .map(([label, kind]) => [{ from: 'one', to: 'two-three', label, kind: kind as 'order' }]),
});

test('whatever the titles', async () => {
  await fc.assert(
    fc.asyncProperty(anyDiagram, async (diagram) => {
      expect(await parseMermaid(mermaid(diagram))).toMatchObject({ diagramType: 'flowchart-v2' });
      expect(parseDot(dot(diagram)).children[0]).toMatchObject({ type: 'Graph' });
    }),
    { numRuns: 40 },
  );
});
