/**
 * Which word of a title says what kind of worker it is: the last one (`truck driver`), or the last before a preposition
 * (`director of nursing`), or before the comma of an inverted title (`mechanic, diesel`).
 */
const PREPOSITIONS = new Set(['of', 'for', 'in', 'at', 'to', 'with', 'on', 'by', 'except', 'including', 'from']);

export function headOf(words: readonly string[]): number {
  const cut = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  const end = cut === -1 ? words.length : cut;
  for (let i = end - 1; i > 0; i--) if (!/^([ivx]+|\d+|[a-z])$/.test(words[i] ?? '')) return i;
  return 0;
}
