/** `ladders import`: brings an official release into a catalogue's files. */
import { EXIT } from '../errors.js';
import type { ImportOptions } from '../import/run.js';
import { importPlain, importText } from '../render/import.js';
import type { Answer } from './answer.js';

export async function importRelease(options: ImportOptions): Promise<Answer> {
  const { runImport } = await import('../workshop.js');
  const report = await runImport(options);
  return {
    json: report,
    text: (look) => importText(report, look),
    plain: () => importPlain(report),
    exit: EXIT.ok,
  };
}
