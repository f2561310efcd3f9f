/**
 * Learns, from the titles themselves, how much each trait of a title speaks for each record: a multinomial logistic
 * regression whose weights exist only where a trait and a record were seen together. They begin as naive Bayes would have
 * them, so that a pass over the titles, and another over those that were not yet right, are enough. Deterministic.
 */
import { placeOf } from './affinity.js';
import { hash } from './hash.js';
import { stem } from './stem.js';
import { stemTrait, traitsOf, wordTrait } from './traits.js';

export interface Lesson {
  words: readonly string[];
  records: readonly number[];
}

export interface Learned {
  /** Rising hashes of the traits. */
  traitHash: Uint32Array;
  /** Trait → records, rising, and their weights. */
  lists: { record: number; weight: number }[][];
  /** Record → its odds before any trait is seen. */
  odds: Float32Array;
}

const PASSES = 2;
const RATE = 0.2;
/** How much of naive Bayes the weights begin with: the traits of a title are many and say much the same. */
const BEGINNING = 0.25;
const BIAS_RATE = 0.05;
const DECAY = 1e-4;
/** Share of a title's traits that one pass does not see, so that none is relied upon alone. */
const UNSEEN = 0.2;
/** Traits of fewer titles tell nothing of others. */
const FEWEST = 2;
/** Traits seen with more records tell little of any, and would take half of the time. */
const MOST_RECORDS = 350;
const LEAST_WEIGHT = 0.5;
/** A lesson this probable needs no second pass. */
const KNOWN = 0.7;
/** A probability off by less is right, and its weights stay: nearly all of a step's, which makes a step short. */
const LEAST_MISS = 0.01;

/** Trait → records, one list after another: those of `trait` are `record[start[trait]] … record[start[trait + 1] - 1]`. */
interface Seen {
  start: Uint32Array;
  record: Uint32Array;
}

/** Which records each trait was seen with. @param traits of each lesson @param size how many traits there are */
function seenTogether(lessons: readonly Lesson[], traits: readonly Uint32Array[], size: number): Seen {
  const start = new Uint32Array(size + 1);
  lessons.forEach(({ records }, i) => {
    for (const trait of traits[i] ?? []) start[trait + 1] = (start[trait + 1] as number) + records.length;
  });
  for (let trait = 0; trait < size; trait++) start[trait + 1] = (start[trait + 1] as number) + (start[trait] as number);
  const record = new Uint32Array(start[size] as number);
  const next = start.slice();
  lessons.forEach(({ records }, i) => {
    for (const trait of traits[i] ?? []) {
      for (const r of records) {
        record[next[trait] as number] = r;
        next[trait] = (next[trait] as number) + 1;
      }
    }
  });
  let end = 0;
  for (let trait = 0; trait < size; trait++) {
    const seen = record.subarray(start[trait], start[trait + 1]).sort();
    start[trait] = end;
    for (let i = 0; i < seen.length; i++) if (i === 0 || seen[i] !== seen[i - 1]) record[end++] = seen[i] as number;
  }
  start[size] = end;
  return { start, record: record.slice(0, end) };
}

/** The logarithm of how much oftener each trait was seen with each record than chance would have it, as a beginning. */
function naively(
  lessons: readonly Lesson[],
  traits: readonly Uint32Array[],
  { start, record }: Seen,
  records: number,
): Float64Array {
  const seen = new Float64Array(record.length);
  const ofTrait = new Float64Array(start.length);
  const ofRecord = new Float64Array(records);
  lessons.forEach((lesson, i) => {
    const part = 1 / lesson.records.length;
    for (const r of lesson.records) ofRecord[r] = (ofRecord[r] as number) + part;
    for (const trait of traits[i] ?? []) {
      ofTrait[trait] = (ofTrait[trait] as number) + 1;
      const end = start[trait + 1] as number;
      for (const r of lesson.records) {
        const k = placeOf(r, record, start[trait] as number, end);
        seen[k] = (seen[k] as number) + part;
      }
    }
  });
  const weight = new Float64Array(record.length);
  for (let trait = 0; trait + 1 < start.length; trait++) {
    for (let k = start[trait] as number; k < (start[trait + 1] as number); k++) {
      const chance = (ofRecord[record[k] as number] as number) / lessons.length;
      const often = ((seen[k] as number) + chance) / (chance * ((ofTrait[trait] as number) + 1));
      weight[k] = BEGINNING * Math.log(often);
    }
  }
  return weight;
}

export function learn(lessons: readonly Lesson[], records: number, passes: number = PASSES): Learned {
  const counts = new Map<number, number>();
  const hashed = lessons.map(({ words }) => traitsOf(words).map(hash));
  for (const hashes of hashed) for (const h of hashes) counts.set(h, (counts.get(h) ?? 0) + 1);
  for (const word of new Set(lessons.flatMap(({ words }) => words))) {
    // The only form of its stem says the same as the stem.
    const [form, its] = [hash(wordTrait(word)), hash(stemTrait(stem(word)))];
    if (counts.get(form) === counts.get(its)) counts.delete(form);
  }
  const traitHash = Uint32Array.from([...counts].filter(([, count]) => count >= FEWEST).map(([h]) => h)).sort();
  const number = new Map(Array.from(traitHash, (h, i) => [h, i]));
  const all = hashed.map((hashes) => Uint32Array.from(hashes.flatMap((h) => number.get(h) ?? [])));
  const { start, record } = seenTogether(lessons, all, traitHash.length);
  const traits = all.map((list) =>
    list.filter((trait) => (start[trait + 1] as number) - (start[trait] as number) <= MOST_RECORDS),
  );

  const weight = naively(lessons, traits, { start, record }, records);
  const slope = new Float64Array(record.length).fill(1e-3);
  const bias = new Float64Array(records);
  const biasSlope = new Float64Array(records).fill(1e-3);
  /** Record → exp(bias), and their sum: only a lesson's own records ever change theirs. */
  const odds = new Float64Array(records).fill(1);
  let oddsSum = records;
  /** Record → the summed weights of the traits shown, and then what the step makes of it. */
  const value = new Float64Array(records);
  const touched = new Uint32Array(records);
  const touchedIn = new Int32Array(records).fill(-1);
  /** Lessons that were right when they were last seen. */
  const known = new Uint8Array(lessons.length);
  let shown = new Uint32Array(64);
  let turn = 1;
  for (let time = 0; time < passes * lessons.length; time++) {
    const pass = Math.floor(time / lessons.length);
    const at = ((time % lessons.length) * STRIDE + pass) % lessons.length;
    if (known[at] === 1) continue;
    const own = (lessons[at] as Lesson).records;
    const its = traits[at] as Uint32Array;
    if (its.length > shown.length) shown = new Uint32Array(its.length);
    let showing = 0;
    for (let i = 0; i < its.length; i++) {
      turn = (Math.imul(turn, 1664525) + 1013904223) >>> 0;
      if (turn / 2 ** 32 >= UNSEEN) shown[showing++] = its[i] as number;
    }

    let count = 0;
    for (const r of own) {
      touchedIn[r] = time;
      value[r] = 0;
      touched[count++] = r;
    }
    for (let i = 0; i < showing; i++) {
      const end = start[(shown[i] as number) + 1] as number;
      for (let k = start[shown[i] as number] as number; k < end; k++) {
        const r = record[k] as number;
        if (touchedIn[r] === time) value[r] = (value[r] as number) + (weight[k] as number);
        else {
          touchedIn[r] = time;
          value[r] = weight[k] as number;
          touched[count++] = r;
        }
      }
    }

    let sum = oddsSum;
    for (let i = 0; i < count; i++) {
      const r = touched[i] as number;
      const before = odds[r] as number;
      const now = before * Math.exp(value[r] as number);
      value[r] = now;
      sum += now - before;
    }
    for (let i = 0; i < count; i++) value[touched[i] as number] = (value[touched[i] as number] as number) / sum;
    known[at] = own.reduce((sum, r) => sum + (value[r] as number), 0) > KNOWN ? 1 : 0;
    for (const r of own) value[r] = (value[r] as number) - 1 / own.length;

    for (let i = 0; i < showing; i++) {
      const end = start[(shown[i] as number) + 1] as number;
      for (let k = start[shown[i] as number] as number; k < end; k++) {
        const miss = value[record[k] as number] as number;
        if (miss < LEAST_MISS && miss > -LEAST_MISS) continue;
        const gradient = miss + DECAY * (weight[k] as number);
        slope[k] = (slope[k] as number) + gradient * gradient;
        weight[k] = (weight[k] as number) - (RATE * gradient) / Math.sqrt(slope[k] as number);
      }
    }
    for (const r of own) {
      const gradient = value[r] as number;
      biasSlope[r] = (biasSlope[r] as number) + gradient * gradient;
      bias[r] = (bias[r] as number) - (BIAS_RATE * gradient) / Math.sqrt(biasSlope[r] as number);
      oddsSum -= odds[r] as number;
      odds[r] = Math.exp(bias[r] as number);
      oddsSum += odds[r] as number;
    }
  }

  const lists = Array.from(traitHash, (_, trait) => {
    const list: Learned['lists'][number] = [];
    for (let k = start[trait] as number; k < (start[trait + 1] as number); k++) {
      const w = weight[k] as number;
      if (Math.abs(w) >= LEAST_WEIGHT) list.push({ record: record[k] as number, weight: w });
    }
    return list;
  });
  return { traitHash, lists, odds: Float32Array.from(odds) };
}

/** A prime that takes one title after another from all over the list. */
const STRIDE = 1_000_003;
