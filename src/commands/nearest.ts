/** What a person may have meant by a name that is not there. */
import { clean } from '../render/text.js';

/** Edits between two words: a letter more, less, other, or two swapped (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const LONGEST = 64;

/** Up to five names, the nearest first: those that hold the words, begin alike, or are a few edits away. */
export function nearest<T>(asked: string, all: readonly T[], names: (item: T) => readonly string[], most = 5): T[] {
  const words = clean(asked).trim().toLowerCase().slice(0, LONGEST);
  if (words === '') return [];
  const score = (name: string): number => {
    const other = name.toLowerCase();
    if (other.includes(words) || words.includes(other)) return 0.1 + Math.abs(other.length - words.length) / 1000;
    return distance(words, other) / Math.max(words.length, other.length);
  };
  return all
    .map((item) => ({ item, score: Math.min(...names(item).map(score)) }))
    .filter((found) => found.score <= 0.45)
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ item }) => item);
}
