/** Titles as numbers, to be learned from: what each is made of, and which records it is to be told from. */
import { stem } from './stem.js';
import { pairsOf, partsOf, telling, wordTrait } from './traits.js';

export interface Lesson {
  words: readonly string[];
  records: readonly number[];
}

/** Parts of fewer titles, and pairs of fewer, tell nothing of others. */
const FEWEST = 2;
const FEWEST_PAIRS = 5;
/** Of the records that a stem speaks for, those that it stands in oftenest; and of a title, those of its rarest stems. */
const LIKELY_BY_STEM = 24;
const LIKELY = 32;

/** Lists of numbers, one after another: those of `i` are `of[start[i]] … of[start[i + 1] - 1]`. Read sooner than an array each. */
export interface Runs {
  start: Uint32Array;
  of: Uint32Array;
}

function inARow(lists: readonly (readonly number[])[]): Runs {
  const start = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = (start[i] as number) + list.length;
  });
  const of = new Uint32Array(start[lists.length] as number);
  lists.forEach((list, i) => {
    of.set(list, start[i]);
  });
  return { start, of };
}

/** Numbers names in the order they are first met, and counts how often. */
class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly names: string[] = [];
  readonly counts: number[] = [];

  number(name: string, times = 1): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.#numbers.set(name, number);
      this.names.push(name);
      this.counts.push(0);
    }
    this.counts[number] = (this.counts[number] as number) + times;
    return number;
  }
}

export class Lessons {
  readonly count: number;
  /** Lesson → its records. */
  readonly own: Runs;
  /** Lesson → its words and its pairs, by number. */
  readonly said: Runs;
  /** Word or pair → its parts, by number; the stem of a word first. A pair is one part. */
  readonly made: Runs;
  readonly tokens: readonly string[];
  readonly parts: readonly string[];
  /** Part → how many words have it. */
  readonly wordsOf: Uint32Array;
  /** Lesson → records that may be taken for its own. */
  readonly likely: Runs;

  constructor(lessons: readonly Lesson[], records: number) {
    this.count = lessons.length;
    this.own = inARow(lessons.map((lesson) => lesson.records));
    const stems = new Map<string, string>();
    const stemOf = (word: string): string => {
      const known = stems.get(word);
      if (known !== undefined) return known;
      const its = stem(word);
      stems.set(word, its);
      return its;
    };
    const tokens = new Numbering();
    const words = new Map<number, string>();
    this.said = inARow(
      lessons.map((lesson) => {
        const told = telling(lesson.words);
        const numbers = told.map((word) => tokens.number(wordTrait(word)));
        numbers.forEach((number, i) => {
          words.set(number, told[i] as string);
        });
        return [...numbers, ...pairsOf(told, stemOf).map((pair) => tokens.number(pair))];
      }),
    );
    const parts = new Numbering();
    const wordsOf: number[] = [];
    const made = tokens.names.map((token, t) => {
      const count = tokens.counts[t] as number;
      const word = words.get(t);
      if (word === undefined) return count < FEWEST_PAIRS ? [] : [parts.number(token, count)];
      const its = partsOf(word, stemOf).map((part) => parts.number(part, count));
      for (const part of its) wordsOf[part] = (wordsOf[part] ?? 0) + 1;
      return its;
    });
    this.made = inARow(made.map((its) => its.filter((part) => (parts.counts[part] as number) >= FEWEST)));
    this.tokens = tokens.names;
    this.parts = parts.names;
    this.wordsOf = Uint32Array.from(parts.names, (_, part) => wordsOf[part] ?? 0);
    this.likely = this.#likely(lessons, records);
  }

  #likely(lessons: readonly Lesson[], records: number): Runs {
    const { said, made } = this;
    /** Word or pair → its first part, or -1. */
    const firstOf = Int32Array.from(this.tokens, (_, token) => {
      const first = made.start[token] as number;
      return first < (made.start[token + 1] as number) ? (made.of[first] as number) : -1;
    });
    const firstsOf = (lesson: number): number[] => {
      const firsts: number[] = [];
      for (let i = said.start[lesson] as number; i < (said.start[lesson + 1] as number); i++) {
        const part = firstOf[said.of[i] as number] as number;
        if (part !== -1) firsts.push(part);
      }
      return firsts;
    };
    const times = this.parts.map(() => new Map<number, number>());
    lessons.forEach((lesson, i) => {
      for (const part of firstsOf(i)) {
        const counts = times[part] as Map<number, number>;
        for (const r of lesson.records) counts.set(r, (counts.get(r) ?? 0) + 1 / lesson.records.length);
      }
    });
    const rarity = Uint32Array.from(times, (counts) => counts.size);
    const oftenest = times.map((counts) =>
      [...counts]
        .sort(([a, x], [b, y]) => y - x || a - b)
        .slice(0, LIKELY_BY_STEM)
        .map(([record]) => record),
    );
    const takenBy = new Int32Array(records).fill(-1);
    return inARow(
      lessons.map((_, i) => {
        const taken: number[] = [];
        for (const part of firstsOf(i).sort((a, b) => (rarity[a] as number) - (rarity[b] as number))) {
          for (const r of oftenest[part] as number[]) {
            if (taken.length === LIKELY) return taken;
            if (takenBy[r] === i) continue;
            takenBy[r] = i;
            taken.push(r);
          }
        }
        return taken;
      }),
    );
  }
}
