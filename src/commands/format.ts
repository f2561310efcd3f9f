/** `--format`: an answer drawn by another program. */
import type { Diagram } from '../render/diagram.js';
import type { Answer } from './answer.js';

export const FORMATS = ['text', 'json', 'mermaid', 'dot'] as const;
export type Format = (typeof FORMATS)[number];

/** The answer in the format that was asked; text and JSON are its own. */
export async function inFormat(answer: Answer, format: Format | undefined, diagram: () => Diagram): Promise<Answer> {
  if (format !== 'mermaid' && format !== 'dot') return answer;
  const draw =
    format === 'mermaid' ? (await import('../render/mermaid.js')).mermaid : (await import('../render/dot.js')).dot;
  const text = (): string => (answer.exit === 0 ? draw(diagram()) : '');
  return { ...answer, text, plain: text };
}
