/**
 * Words → occupations. The door to this folder: open an index that build.ts wrote, and ask it.
 *
 * A question goes through stages. A code, or the beginning of one, lists the records under it. Otherwise titles that are the
 * question exactly come first, whatever else is found; then the records that ranking puts next. Nothing here reads a file,
 * knows a terminal, or changes after opening; the same words always give the same order.
 */
import { Affinities } from './affinity.js';
import { Scoreboard } from './candidates.js';
import { codeIn, recordsUnder } from './codes.js';
import { confidences } from './confidence.js';
import { FIELDS, type Field, type Index, type ReadAt, readSections } from './format.js';
import { lettersIn } from './fuzzy.js';
import { interpret } from './interpret.js';
import { Lexicon, NONE } from './lexicon.js';
import { matchedTitle } from './matched.js';
import { Comparison, type Question } from './nearness.js';
import { normalise, uninverted, wordsOf } from './normalise.js';
import { type Ranked, rank } from './rank.js';
import { Titles } from './titles.js';

export { SURE } from './confidence.js';
export type { Field } from './format.js';

export interface Match {
  /** The record's number, as the entry gave it. */
  id: number;
  /** Orders the matches of one question; compares nothing else. */
  score: number;
  /** The probability that this match is right, 0 to 1. */
  confidence: number;
  exact: 'code' | 'title' | 'job-title' | null;
  /** The title that matched, and the stretches of it that did: [from, to) in UTF-16 units. */
  matched?: { text: string; field: Field; ranges: [start: number, end: number][] };
}

export interface FindOptions {
  /** At most so many matches; 10 unless told. */
  limit?: number;
  /** Leaves out the records that it refuses. */
  only?: (id: number) => boolean;
}

const LIMIT = 10;
const TITLES_COMPARED = 128;
const WHOLE_CODE = '29-1141'.length;
const OFFICIAL_TITLE = FIELDS.indexOf('official-title');
const EVERYDAY_NAME = FIELDS.indexOf('everyday-name');
const JOB_TITLE = FIELDS.indexOf('job-title');

/** One record of an answer, still as its number among the entries. */
export interface Answer extends Ranked {
  exact: Match['exact'];
}

export class SearchIndex {
  readonly #index: Index;
  readonly #lexicon: Lexicon;
  readonly #titles: Titles;
  readonly #comparison: Comparison;
  readonly #scoreboard: Scoreboard;
  readonly #affinities: Affinities;

  constructor(index: Index) {
    this.#index = index;
    this.#lexicon = new Lexicon(index);
    this.#titles = new Titles(index, this.#lexicon);
    this.#comparison = new Comparison(index, this.#titles);
    this.#scoreboard = new Scoreboard(index);
    this.#affinities = new Affinities(index);
  }

  /** The best matches, best first. Blank or strange words find nothing; they never throw. */
  find(words: string, { limit = LIMIT, only = () => true }: FindOptions = {}): Match[] {
    const { recordId } = this.#index;
    const wanted = (record: number): boolean => only(recordId[record] as number);
    const code = codeIn(words);
    if (code !== null) return this.#underCode(code, wanted).slice(0, limit);
    const question = this.#question(words);
    if (question === null) return [];
    const answers = this.#answers(words, question, wanted);
    const sure = confidences(answers);
    return answers.slice(0, limit).map((answer, i) => {
      const match: Match = {
        id: recordId[answer.record] as number,
        score: answer.score,
        confidence: sure[i] as number,
        exact: answer.exact,
      };
      if (answer.title >= 0) match.matched = matchedTitle(answer, question, this.#titles, this.#comparison);
      return match;
    });
  }

  /** All that ranking weighed for these words, best first: for those who tune it. */
  evidence(words: string): Answer[] {
    const question = this.#question(words);
    return question === null ? [] : this.#answers(words, question, () => true);
  }

  /** Every record's own title, with its id: what a search by letters alone goes over. */
  *titles(): Generator<{ id: number; text: string; field: Field }> {
    for (let title = 0; title < this.#titles.count; title++) {
      for (const { record, field } of this.#titles.bearers(title)) {
        if (field >= JOB_TITLE) continue;
        const id = this.#index.recordId[record] as number;
        yield { id, text: this.#titles.text(title), field: FIELDS[field] ?? 'also-called' };
      }
    }
  }

  #underCode(code: string, wanted: (record: number) => boolean): Match[] {
    const found = recordsUnder(code, this.#index).filter(wanted);
    const whole = code.length >= WHOLE_CODE;
    return found.map((record, i) => ({
      id: this.#index.recordId[record] as number,
      score: found.length - i,
      confidence: whole && i === 0 ? 1 : 1 / found.length,
      exact: 'code',
    }));
  }

  #question(words: string): Question | null {
    const text = uninverted(words) ?? normalise(words);
    const all = wordsOf(text);
    if (all.length === 0) return null;
    const interpreted = interpret(all, this.#lexicon, this.#titles, this.#index);
    const { slots } = interpreted;
    const asked = slots.reduce((sum, slot) => sum + slot.weight, 0);
    return { ...interpreted, text, letters: lettersIn(text), asked, misspelt: slots.some(({ misspelt }) => misspelt) };
  }

  #answers(words: string, question: Question, wanted: (record: number) => boolean): Answer[] {
    if (question.slots.every(({ alternatives }) => alternatives.length === 0)) return [];
    const candidates = this.#scoreboard.gather(question.slots, TITLES_COMPARED);
    const exact = [question.text, normalise(words)].map((text) => this.#titleNumber(text)).find((title) => title >= 0);
    if (exact !== undefined && !candidates.titles.includes(exact)) candidates.titles.unshift(exact);
    const ranked = rank(question, candidates, this.#index, this.#titles, this.#comparison, this.#affinities, wanted);
    if (exact === undefined) return ranked.map((one) => ({ ...one, exact: null }));
    const bearers = this.#titles.bearers(exact);
    const place = new Map(bearers.map(({ record }, i) => [record, i]));
    const answers = ranked.map((one): Answer => {
      const field = bearers[place.get(one.record) ?? -1]?.field;
      if (field === undefined) return { ...one, exact: null };
      return { ...one, title: exact, field, exact: field <= OFFICIAL_TITLE ? 'title' : 'job-title' };
    });
    const tier = (answer: Answer): number =>
      answer.exact === null ? FIELDS.length : answer.exact === 'title' ? 0 : answer.field;
    // Whom people mean by an everyday name, the catalogue says: its bearers stand closest first.
    const said = ({ field, record }: Answer): number => (field === EVERYDAY_NAME ? (place.get(record) ?? 0) : 0);
    return answers.sort((a, b) => tier(a) - tier(b) || said(a) - said(b) || b.score - a.score || a.record - b.record);
  }

  /** The title that is exactly `text`, or -1. */
  #titleNumber(text: string): number {
    const words = wordsOf(text).map((word) => this.#lexicon.word(word));
    return words.includes(NONE) ? -1 : this.#titles.find(words);
  }
}

/** An index that buildSearchIndex wrote, in memory. */
export const openSearchIndex = (bytes: Uint8Array): SearchIndex =>
  readSearchIndex((offset, length) => bytes.subarray(offset, offset + length), bytes.length);

/** The same where it lies: what a question does not need is not read. */
export const readSearchIndex = (readAt: ReadAt, size: number): SearchIndex =>
  new SearchIndex(readSections(readAt, size));
