/** How near one title is to the question: word by word, and letter by letter. */
import type { Sections } from './format.js';
import { distance } from './fuzzy.js';
import type { Slot, Token } from './interpret.js';
import { NONE } from './lexicon.js';
import type { Titles } from './titles.js';

/** A question as ranking sees it. */
export interface Question {
  tokens: Token[];
  /** Normalised, not a list's inverted form; and its letters, to be compared. */
  text: string;
  letters: Uint8Array;
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
  /** Letters in common, and how many edits make one of the other, once the words are set. */
  letters: number;
  edits: number;
  /** One number for choosing a record's nearest title. */
  overall: number;
}

/** A word of the same stem that is not the word asked for. */
const SAME_STEM = 0.94;

/** A word this near is taken for the one that was meant. */
const MENDED = 0.4;

/** Where more of the letters than this differ, the two have nothing in common. */
const FAR = 0.3;
/** What letters in common add to the one number for a title. */
const LETTERS = 0.3;

export class Comparison {
  readonly #index: Sections;
  readonly #titles: Titles;
  readonly #spelt = new Uint8Array(256);

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
    return { answered, explained, head, order, letters: 0, edits: Number.POSITIVE_INFINITY, overall };
  }

  /** The question's words, those that are misspelt as `title` has them where it does. */
  mended({ tokens }: Question, title: number): string[] {
    const words = this.#titles.words(title);
    return tokens.map(({ text, slot }) => {
      if (!slot?.misspelt) return text;
      const likeness = words.map((word) => this.likeness(slot, word));
      const best = Math.max(...likeness);
      return best < MENDED ? text : this.#titles.word(words[likeness.indexOf(best)] as number);
    });
  }

  /** Compares the letters of a question and a title, and keeps what it finds in `near`. */
  compareLetters(question: Question, title: number, near: Nearness): void {
    const end = this.#titles.spell(title, this.#spelt);
    const longest = Math.max(end, question.letters.length);
    const most = Math.ceil(longest * FAR);
    const edits = distance(question.letters, this.#spelt, most, end);
    if (edits > most) return;
    near.edits = edits;
    near.letters = 1 - edits / longest;
    near.overall += LETTERS * near.letters;
  }
}
