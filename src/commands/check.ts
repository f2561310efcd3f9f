/** `ladders check`: everything that is wrong with a catalogue's files. */
import type { Finding } from '../catalogue/findings.js';
import { EXIT } from '../errors.js';
import { checkPlain, checkText } from '../render/findings.js';
import type { Answer } from './answer.js';

/** What `check --json` prints of one finding. */
export interface CheckFinding extends Finding {
  level: 'error' | 'advice';
}

export interface CheckResult {
  folder: string;
  records: number;
  errors: number;
  advices: number;
  findings: CheckFinding[];
}

/** @param strict whether advice counts as much as an error */
export async function check(folder: string, strict: boolean): Promise<Answer> {
  const { readCatalogue, checkCatalogue, levelOf } = await import('../workshop.js');
  const read = readCatalogue(folder);
  const findings = checkCatalogue(read).map((f): CheckFinding => ({ ...f, level: levelOf(f.code) }));
  const errors = findings.filter(({ level }) => level === 'error').length;
  const result: CheckResult = {
    folder,
    records: read.occupations.length,
    errors,
    advices: findings.length - errors,
    findings,
  };
  return {
    json: result,
    text: (look) => checkText(result, look),
    plain: () => checkPlain(result),
    exit: (strict ? findings.length : errors) > 0 ? EXIT.none : EXIT.ok,
  };
}
