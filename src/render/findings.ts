/** Findings, for whoever mends them: where, what, and what would be right. */
import { place } from '../catalogue/findings.js';
import type { CheckResult } from '../commands/check.js';
import type { Look } from './look.js';
import { clean, wrap } from './text.js';
import { plural } from './words.js';

export function checkText(result: CheckResult, look: Look): string {
  const { style, width } = look;
  const lines: string[] = [];
  for (const found of result.findings) {
    const paint = found.level === 'error' ? style.bad : style.label;
    lines.push(...wrap(`${place(found)}  ${found.level} ${found.code}`, width).map(paint));
    lines.push(...wrap(found.what, width - 2).map((line) => `  ${line}`));
    lines.push(...wrap(`right would be ${found.right}`, width - 2).map((line) => style.faint(`  ${line}`)));
  }
  if (lines.length > 0) lines.push('');
  const { errors, advices, records } = result;
  const total =
    result.findings.length === 0
      ? `${plural(records, 'record')}: nothing to mend.`
      : `${plural(records, 'record')}: ${plural(errors, 'error')}, ${plural(advices, 'piece of advice', 'pieces of advice')}.`;
  lines.push(...wrap(total, width).map(errors > 0 ? style.bad : style.good));
  return `${lines.join('\n')}\n`;
}

/** file:line:column, level, code, what, right: one finding a line. */
export const checkPlain = (result: CheckResult): string =>
  result.findings.map((f) => `${[place(f), f.level, f.code, clean(f.what), clean(f.right)].join('\t')}\n`).join('');
