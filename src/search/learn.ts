/**
 * Learns, from the titles themselves, which record a title speaks for. Every record gets a vector, and so does every word;
 * the vectors of a title's words, added up, and a record's, multiplied, tell how probable the record is. Words of the same
 * records' titles come to lie near one another, so that a title whose words were never seen together is still placed. A
 * word's vector is the sum of what its parts learned.
 *
 * It is stochastic descent on the softmax over the records, each number at a rate of its own (Adagrad). A step looks at the
 * records that may be taken for the title's own and at a few others, each of which stands for all that were not drawn.
 * Seeded: the same on every run.
 */
import { type Lesson, Lessons } from './lessons.js';
import { type Row, row } from './simd.js';
import { softmax } from './softmax.js';
import { SIZE, shareOf } from './vectors.js';

export interface Learned {
  /** Words, pairs and parts of words, and their vectors in a row. */
  traits: string[];
  vectors: Float32Array;
  /** The vectors of the records, in a row. */
  records: Float32Array;
  /** Record → what speaks for it before any trait is seen. */
  bias: Float64Array;
}

const PASSES = 5;
const RATE = 0.18;
/** The share of the rate that is left at the last step. */
const LAST_RATE = 0.03;
const BIAS_RATE = 0.4;
/** How large the numbers of vectors are in the beginning. */
const PART_SIZE = 0.11;
const RECORD_SIZE = 0.05;
/** What each rate begins with. */
const LEAST_SLOPE = 1e-6;
/** Records drawn by chance at a step; more of them in so much of the first pass, where nothing is likely yet. */
const OTHERS = 96;
const OTHERS_AT_FIRST = 256;
const AT_FIRST = 0.3;
/** A lesson this probable is not seen again. */
const KNOWN = 0.8;
/** A probability off by less is right. */
const LEAST_MISS = 0.002;
/** A part speaks for words never seen if so many words have it. */
const FEWEST_WORDS = 4;
/** A prime that takes one title after another from all over the list. */
const STRIDE = 1_000_003;

/** A generator of numbers from 0 to 1, with a seed. */
function chance(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Where vectors stand in the row: the title at hand, where it should have been, the records, and then the parts. */
const TITLE = 0;
const PULL = 1;
const RECORDS = 2;

/** Chance numbers whose mean square is that of `size`. */
function scatter(numbers: Float32Array, size: number, next: () => number): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = (2 * next() - 1) * Math.sqrt(3) * size;
}

class Learner {
  readonly #lessons: Lessons;
  readonly #next = chance();
  readonly #row: Row;
  readonly #title: Float32Array;
  readonly #pull: Float32Array;
  /** Where the first part's vector stands. */
  readonly #parts: number;
  readonly #partSlope: Float64Array;
  readonly #recordSlope: Float64Array;
  readonly #bias: Float64Array;
  readonly #biasSlope: Float64Array;
  /** The records that it is told from, how many of them by name, and how many in all. */
  readonly #among: Uint32Array;
  readonly #amongAt: Int32Array;
  #named = 0;
  #drawn = 0;
  /** Record → its probability, and then by how much that is off. */
  readonly #odds: Float64Array;
  #step = 0;
  /** Lessons that are not seen again. */
  readonly #known: Uint8Array;

  constructor(lessons: Lessons, records: number) {
    this.#lessons = lessons;
    this.#parts = RECORDS + records;
    this.#row = row(this.#parts + lessons.parts.length);
    this.#title = this.#vectors(TITLE, 1);
    this.#pull = this.#vectors(PULL, 1);
    scatter(this.#vectors(this.#parts, lessons.parts.length), PART_SIZE, this.#next);
    scatter(this.#vectors(RECORDS, records), RECORD_SIZE, this.#next);
    this.#partSlope = new Float64Array(lessons.parts.length).fill(LEAST_SLOPE);
    this.#recordSlope = new Float64Array(records).fill(LEAST_SLOPE);
    this.#bias = new Float64Array(records);
    this.#biasSlope = new Float64Array(records).fill(LEAST_SLOPE);
    this.#among = new Uint32Array(records);
    this.#amongAt = new Int32Array(records).fill(-1);
    this.#odds = new Float64Array(records);
    this.#known = new Uint8Array(lessons.count);
  }

  #vectors(first: number, count: number): Float32Array {
    return this.#row.numbers.subarray(first * SIZE, (first + count) * SIZE);
  }

  #meanSquare(vector: number): number {
    return this.#row.product(vector, vector) / SIZE;
  }

  pass(through: number, of: number): void {
    const { count } = this.#lessons;
    for (let i = 0; i < count; i++) {
      const lesson = (i * STRIDE + through) % count;
      if (this.#known[lesson] === 1) continue;
      const rate = RATE * (1 - (1 - LAST_RATE) * ((through + i / count) / of));
      const tokens = this.#place(lesson);
      if (tokens === 0) continue;
      this.#draw(lesson, through === 0 && i < AT_FIRST * count ? OTHERS_AT_FIRST : OTHERS);
      if (this.#judge(lesson) > KNOWN) this.#known[lesson] = 1;
      this.#moveRecords(rate);
      this.#moveParts(lesson, rate, shareOf(tokens));
    }
  }

  /** Puts the title where its words and pairs say. Gives how many of them are known. */
  #place(lesson: number): number {
    const { said, made } = this.#lessons;
    const title = this.#title;
    let tokens = 0;
    title.fill(0);
    const last = said.start[lesson + 1] as number;
    for (let i = said.start[lesson] as number; i < last; i++) {
      const token = said.of[i] as number;
      const from = made.start[token] as number;
      const to = made.start[token + 1] as number;
      if (from === to) continue;
      tokens++;
      const share = shareOf(to - from);
      for (let k = from; k < to; k++) this.#row.add(this.#parts + (made.of[k] as number), share, TITLE);
    }
    const share = shareOf(Math.max(1, tokens));
    for (let i = 0; i < SIZE; i++) title[i] = (title[i] as number) * share;
    return tokens;
  }

  #draw(lesson: number, others: number): void {
    const { own, likely } = this.#lessons;
    const records = this.#odds.length;
    this.#step++;
    this.#drawn = 0;
    const ownEnd = own.start[lesson + 1] as number;
    for (let i = own.start[lesson] as number; i < ownEnd; i++) this.#take(own.of[i] as number);
    const likelyEnd = likely.start[lesson + 1] as number;
    for (let i = likely.start[lesson] as number; i < likelyEnd; i++) this.#take(likely.of[i] as number);
    this.#named = this.#drawn;
    const all = others >= records;
    for (let i = 0; i < Math.min(others, records); i++) this.#take(all ? i : Math.floor(this.#next() * records));
  }

  #take(record: number): void {
    if (this.#amongAt[record] === this.#step) return;
    this.#amongAt[record] = this.#step;
    this.#among[this.#drawn++] = record;
  }

  /** By how much each probability is off. Gives what those of the lesson's own records add up to. */
  #judge(lesson: number): number {
    const { own } = this.#lessons;
    const among = this.#among;
    const odds = this.#odds;
    const row = this.#row;
    const bias = this.#bias;
    const drawn = this.#drawn;
    const named = this.#named;
    /** Each that was drawn by chance stands for so many, as a logarithm. */
    const standsFor = Math.log(Math.max(1, (odds.length - named) / Math.max(1, drawn - named)));
    for (let i = 0; i < drawn; i++) {
      const r = among[i] as number;
      odds[r] = (bias[r] as number) + row.product(RECORDS + r, TITLE) + (i < named ? 0 : standsFor);
    }
    softmax(odds, among, drawn);
    let right = 0;
    const [first, last] = [own.start[lesson] as number, own.start[lesson + 1] as number];
    for (let i = first; i < last; i++) {
      const r = own.of[i] as number;
      right += odds[r] as number;
      odds[r] = (odds[r] as number) - 1 / (last - first);
    }
    return right;
  }

  #moveRecords(rate: number): void {
    const row = this.#row;
    const slopes = this.#recordSlope;
    const size = this.#meanSquare(TITLE);
    this.#pull.fill(0);
    for (let i = 0; i < this.#drawn; i++) {
      const r = this.#among[i] as number;
      const miss = this.#odds[r] as number;
      if (miss < LEAST_MISS && miss > -LEAST_MISS) continue;
      row.add(RECORDS + r, miss, PULL);
      const slope = (slopes[r] as number) + miss * miss * size;
      slopes[r] = slope;
      row.add(TITLE, (-rate * miss) / Math.sqrt(slope), RECORDS + r);
      const biasSlope = (this.#biasSlope[r] as number) + miss * miss;
      this.#biasSlope[r] = biasSlope;
      this.#bias[r] = (this.#bias[r] as number) - (BIAS_RATE * rate * miss) / Math.sqrt(biasSlope);
    }
  }

  #moveParts(lesson: number, rate: number, share: number): void {
    const { said, made } = this.#lessons;
    const force = this.#meanSquare(PULL) * share * share;
    const last = said.start[lesson + 1] as number;
    for (let i = said.start[lesson] as number; i < last; i++) {
      const token = said.of[i] as number;
      const from = made.start[token] as number;
      const to = made.start[token + 1] as number;
      const counts = share * shareOf(to - from);
      for (let k = from; k < to; k++) {
        const part = made.of[k] as number;
        const slope = (this.#partSlope[part] as number) + force / (to - from);
        this.#partSlope[part] = slope;
        this.#row.add(PULL, (-rate * counts) / Math.sqrt(slope), this.#parts + part);
      }
    }
  }

  learned(): Learned {
    const { made, tokens, parts, wordsOf } = this.#lessons;
    const whole = tokens.flatMap((_, token) => (made.start[token] === made.start[token + 1] ? [] : token));
    const alone = parts.flatMap((_, part) => ((wordsOf[part] as number) < FEWEST_WORDS ? [] : part));
    const vectors = new Float32Array((whole.length + alone.length) * SIZE);
    whole.forEach((token, t) => {
      const its = made.of.subarray(made.start[token], made.start[token + 1]);
      this.#pull.fill(0);
      for (const part of its) this.#row.add(this.#parts + part, shareOf(its.length), PULL);
      vectors.set(this.#pull, t * SIZE);
    });
    alone.forEach((part, i) => {
      vectors.set(this.#vectors(this.#parts + part, 1), (whole.length + i) * SIZE);
    });
    const traits = [...whole.map((token) => tokens[token] as string), ...alone.map((part) => parts[part] as string)];
    return { traits, vectors, records: this.#vectors(RECORDS, this.#odds.length), bias: this.#bias };
  }
}

export function learn(list: readonly Lesson[], records: number, passes: number = PASSES): Learned {
  const learner = new Learner(new Lessons(list, records), records);
  for (let pass = 0; pass < passes; pass++) learner.pass(pass, passes);
  return learner.learned();
}
