/** How near one title is to the question: word by word, and letter by letter. */
import type { Sections } from './format.js';
import { distance } from './fuzzy.js';
import type { Slot } from './interpret.js';
import { NONE } from './lexicon.js';
import type { Titles } from './titles.js';

/** A question as ranking sees it. */
export interface Question {
  /** The words as they are most likely meant: typos mended, words run together set apart. */
  words: string[];
  /** Normalised, not a list's inverted form. */
  text: string;
  slots: Slot[];
  /** The slot that says what kind of worker is meant. */
  head: number;
  asked: number;
  /** How much the words tell what is done (`fixes cars`) rather than name who does it, 0 to 1. */
  described: number;
  /** Whether a word is none that the index knows. */
  misspelt: boolean;
}

/** All from 0 to 1. */
export interface Nearness {
  /** The part of the question that the title answers, and of the title that the question asks, by rarity. */
  answered: number;
  explained: number;
  /** Whether the two agree on the kind of worker. */
  head: number;
  /** Words in the same order, as a part of the pairs that both have. */
  order: number;
  /** Letters in common, once the words are set. */
  letters: number;
  /** One number for choosing a record's nearest title. */
  overall: number;
}

/** A word of the same stem that is not the word asked for. */
const SAME_STEM = 0.94;

export class Comparison {
  readonly #index: Sections;
  readonly #titles: Titles;

  constructor(index: Sections, titles: Titles) {
    this.#index = index;
    this.#titles = titles;
  }

  /** How well word `word` satisfies `slot`. */
  likeness(slot: Slot, word: number): number {
    const stem = this.#index.wordStem[word] as number;
    let best = 0;
    for (const alternative of slot.alternatives) {
      if (alternative.stem !== stem) continue;
      const exact = alternative.word === NONE || alternative.word === word;
      best = Math.max(best, exact ? alternative.likeness : alternative.likeness * SAME_STEM);
    }
    return best;
  }

  nearness(question: Question, title: number): Nearness {
    const { wordStem, stemRarity } = this.#index;
    const words = this.#titles.words(title);
    const titleHead = this.#titles.head(title);
    const count = words.length;
    const explainedBy = new Array<number>(count).fill(0);
    const places: number[] = [];
    let answered = 0;
    let head = 0;
    question.slots.forEach((slot, s) => {
      let best = 0;
      let place = -1;
      for (let i = 0; i < count; i++) {
        const like = this.likeness(slot, words[i] as number);
        if (like > (explainedBy[i] as number)) explainedBy[i] = like;
        if (like > best) {
          best = like;
          place = i;
        }
      }
      answered += slot.weight * best;
      if (place !== -1 && !slot.weak) places.push(place);
      if (s === question.head) head = place === titleHead ? best : 0;
    });
    let rarity = 0.01;
    let explained = 0;
    for (let i = 0; i < count; i++) {
      const weight = stemRarity[wordStem[words[i] as number] as number] as number;
      rarity += weight;
      explained += weight * (explainedBy[i] as number);
    }
    answered /= question.asked + 0.01;
    explained /= rarity;
    let risen = 0;
    for (let i = 1; i < places.length; i++) if ((places[i] as number) > (places[i - 1] as number)) risen++;
    const order = places.length > 1 ? risen / (places.length - 1) : 1;
    const overall = (2 * answered * explained) / (answered + explained + 0.001) + 0.08 * head + 0.04 * order;
    return { answered, explained, head, order, letters: 0, overall };
  }

  /** Letters that need not be touched to make one of the other; 0 where more than half would be. */
  letters(question: Question, title: number): number {
    const text = this.#titles.normal(title);
    const longest = Math.max(text.length, question.text.length);
    const most = longest >> 1;
    const edits = distance(question.text, text, most);
    return edits > most ? 0 : 1 - edits / longest;
  }
}
