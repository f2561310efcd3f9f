/** The title that matched, as it is shown, with the stretches that did. */
import { FIELDS, type Field } from './format.js';
import type { Comparison, Question } from './nearness.js';
import { normalise, wordsOf } from './normalise.js';
import type { Titles } from './titles.js';

export interface Matched {
  text: string;
  field: Field;
  /** [from, to) in UTF-16 units, rising. */
  ranges: [start: number, end: number][];
}

const ASCII = /^[ -~]*$/;
const WORD_ASCII = /[a-z0-9'.+#]+/gi;
/** A word is marked from here on; less is a distant meaning. */
const MARKED = 0.4;

export function matchedTitle(
  found: { title: number; field: number },
  question: Question,
  titles: Titles,
  comparison: Comparison,
): Matched {
  const text = titles.text(found.title);
  const like = new Map<string, number>();
  const numbers = titles.words(found.title);
  wordsOf(normalise(text)).forEach((word, i) => {
    const number = numbers[i];
    if (number === undefined) return;
    like.set(word, Math.max(...question.slots.map((slot) => comparison.likeness(slot, number)), 0));
  });
  const ranges: [number, number][] = [];
  for (const written of text.matchAll(ASCII.test(text) ? WORD_ASCII : /[\p{L}\p{N}\p{M}'’.+#]+/gu)) {
    const words = wordsOf(normalise(written[0]));
    if (!words.some((word) => (like.get(word) ?? 0) >= MARKED)) continue;
    const from = written.index;
    const to = from + written[0].replace(/[.'’]+$/, '').length;
    const last = ranges[ranges.length - 1];
    if (last !== undefined && text.slice(last[1], from).trim() === '') last[1] = to;
    else ranges.push([from, to]);
  }
  return { text, field: FIELDS[found.field] ?? 'job-title', ranges };
}
