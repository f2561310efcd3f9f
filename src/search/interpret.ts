/** A question's words → slots: each the stems that would satisfy one word of it, and how much that word matters. */
import type { Sections } from './format.js';
import { editsFor } from './fuzzy.js';
import { headOf } from './head.js';
import { type Lexicon, NONE } from './lexicon.js';
import { ABBREVIATIONS, JOINING, SYNONYMS, WEAK } from './thesaurus.js';
import type { Titles } from './titles.js';

export interface Alternative {
  stem: number;
  /** The very word, or NONE where any word of the stem is meant alike. */
  word: number;
  /** 1 for the word itself, less for what may be meant by it. */
  likeness: number;
}

export interface Slot {
  /** How rare the word is among titles; a matched slot counts that much. */
  weight: number;
  /** Most alike first. */
  alternatives: Alternative[];
  /** Orders what other slots find, and finds nothing by itself. */
  weak: boolean;
  /** Whether the word is none that the index knows. */
  misspelt: boolean;
}

/** One word of a question, in its place. */
export interface Token {
  /** As it is most likely meant: a typo mended, words run together set apart. */
  text: string;
  /** What it asks for; a word that joins others asks for nothing. */
  slot: Slot | undefined;
}

const LIKE = {
  sameStem: 0.94,
  abbreviation: 0.9,
  split: 0.92,
  joined: 0.95,
  shifted: 0.85,
  prefix: 0.7,
  synonym: 0.5,
  other: 0.72,
  title: 0.6,
} as const;
const UNKNOWN_WEIGHT = 6;
const UNKNOWN_DESCRIBES = 0.5;
/** A word in no more titles than this may be a typo of another. */
const DOUBTFUL = 12;
const MOST_NEAR = 40;
const MOST_LONGER = 6;
/** Shorter words are not taken for two of which one is misspelt. */
const LONG_ENOUGH_FOR_TWO = 9;
/** A word no longer than this may be one letter off another that is known too. */
const SHORT = 5;
const MOST_WORDS_OF_A_TYPO = 3;
const MOST_NEAR_SHORT = 400;
const WEAK_SHARE = 0.2;

const likenessOfTypo = (edits: number, length: number): number =>
  Math.max(0.4, Math.min(0.9, 1 - (1.3 * edits) / length));

/** What is spelt otherwise and sounds the same is half a typo. */
const likenessOfSound = (edits: number, length: number): number => Math.min(0.9, 1 - (0.6 * edits) / length);

export interface Interpretation {
  slots: Slot[];
  /** The slot that says what kind of worker is meant, or -1. */
  head: number;
  tokens: Token[];
  described: number;
}

export function interpret(
  words: readonly string[],
  lexicon: Lexicon,
  titles: Pick<Titles, 'find'>,
  index: Sections,
): Interpretation {
  const numbers = words.map((word) => lexicon.word(word));
  const nearATitle = mayBeNearATitle(numbers) && titles.find(numbers) === NONE;
  const asks = words.map((word) => !JOINING.has(word));
  const all = !asks.includes(true);
  const headWord = words[headOf(words)];
  const tokens: Token[] = [];
  let head: Slot | undefined;
  words.forEach((word, i) => {
    if (!all && !asks[i]) {
      tokens.push({ text: word, slot: undefined });
      return;
    }
    const misspelt = numbers[i] === NONE;
    const whole = [
      ...meanings(word, numbers[i] as number, lexicon),
      ...acrossBlanks(word, words[i - 1], words[i + 1], lexicon),
      ...(nearATitle && word.length <= SHORT ? asTitle(numbers, i, lexicon, titles) : []),
    ];
    for (const part of partsOf(word, whole, lexicon)) {
      const slot = slotOf(part.alternatives, WEAK.has(word), misspelt, index);
      tokens.push({ text: part.text ?? likeliest(word, slot, lexicon), slot });
      if (word === headWord) head = slot;
    }
  });
  const slots = tokens.flatMap(({ slot }) => slot ?? []);
  const named = head?.alternatives.find(({ word }) => word !== NONE)?.word;
  const described = named === undefined ? UNKNOWN_DESCRIBES : 1 - lexicon.headship(named);
  return { slots, head: head === undefined ? -1 : slots.indexOf(head), tokens, described };
}

function likeliest(word: string, { alternatives: [best] }: Slot, lexicon: Lexicon): string {
  if (best === undefined || best.word === NONE || best.likeness >= LIKE.sameStem) return word;
  return lexicon.word(word) === NONE ? lexicon.text(best.word) : word;
}

const exactly = (word: number, lexicon: Lexicon, likeness: number): Alternative => ({
  stem: lexicon.stemOf(word),
  word,
  likeness,
});

/** What a word is where the blank before or after it is one too many or a letter off: `data base`, `tan kinspector`. */
function acrossBlanks(
  word: string,
  last: string | undefined,
  next: string | undefined,
  lexicon: Lexicon,
): Alternative[] {
  const found: Alternative[] = [];
  const either = (text: string, likeness: number): void => {
    const number = lexicon.word(text);
    if (number !== NONE) found.push(exactly(number, lexicon, likeness));
  };
  const both = (mine: string, theirs: string): void => {
    if (mine !== '' && lexicon.word(theirs) !== NONE) either(mine, LIKE.shifted);
  };
  if (last !== undefined) {
    either(last + word, LIKE.joined);
    both(last.slice(-1) + word, last.slice(0, -1));
    both(word.slice(1), last + word.slice(0, 1));
  }
  if (next !== undefined) {
    either(word + next, LIKE.joined);
    both(word + next.slice(0, 1), next.slice(1));
    both(word.slice(0, -1), word.slice(-1) + next);
  }
  return found;
}

/** What one written word, which has the number `known` or NONE, can mean as one word. */
function meanings(word: string, known: number, lexicon: Lexicon): Alternative[] {
  const found: Alternative[] = [];
  const stem = known === NONE ? lexicon.stem(word) : NONE;
  if (known !== NONE) found.push(exactly(known, lexicon, 1));
  else if (stem !== NONE) found.push({ stem, word: NONE, likeness: LIKE.sameStem });
  const also = (texts: readonly string[] | undefined, likeness: number): void => {
    for (const text of texts ?? []) {
      if (text.includes(' ')) continue;
      const number = lexicon.word(text);
      if (number !== NONE) found.push(exactly(number, lexicon, likeness));
    }
  };
  also(ABBREVIATIONS.get(word), LIKE.abbreviation);
  also(synonymsOf(word), LIKE.synonym);
  const doubtful = known !== NONE && lexicon.titles(known) <= DOUBTFUL && word.length > 3;
  if (known === NONE || doubtful) {
    const share = found.length > 0 ? LIKE.other : 1;
    const edits = known === NONE && stem === NONE ? editsFor(word.length) : 1;
    for (const near of lexicon.near(word, edits, MOST_NEAR)) {
      found.push(exactly(near.word, lexicon, share * likenessOfTypo(near.edits, word.length)));
    }
    if (known === NONE) {
      for (const alike of lexicon.soundingLike(word, MOST_NEAR)) {
        found.push(exactly(alike.word, lexicon, share * likenessOfSound(alike.edits, word.length)));
      }
    }
    if (word.length > 2 && known === NONE) {
      for (const longer of lexicon.beginningWith(word, MOST_LONGER)) {
        found.push(exactly(longer, lexicon, share * LIKE.prefix));
      }
    }
  }
  return found;
}

/** Whether a question is short enough, and its words known, to be a title but for one of them. */
const mayBeNearATitle = (words: readonly number[]): boolean =>
  words.length >= 2 && words.length <= MOST_WORDS_OF_A_TYPO && !words.includes(NONE);

/** What a short word is where it is another's typo: the words a letter off that make a title of the question. */
function asTitle(words: readonly number[], at: number, lexicon: Lexicon, titles: Pick<Titles, 'find'>): Alternative[] {
  return lexicon
    .near(lexicon.text(words[at] as number), 1, MOST_NEAR_SHORT)
    .filter(({ word }) => titles.find(words.with(at, word)) !== NONE)
    .map(({ word }) => exactly(word, lexicon, LIKE.title));
}

function synonymsOf(word: string): readonly string[] | undefined {
  const bare = SYNONYMS.get(word);
  if (bare !== undefined || word.length < 4) return bare;
  for (const ending of ['s', 'es', 'ing', 'ed']) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    const meant = SYNONYMS.get(stem) ?? SYNONYMS.get(`${stem}e`) ?? SYNONYMS.get(stem.replace(/(.)\1$/, '$1'));
    if (meant !== undefined) return meant;
  }
  return undefined;
}

interface Part {
  alternatives: Alternative[];
  /** The word itself, where it is not the one that was written. */
  text?: string;
}

/** One word as the several that it stands for: `rn` registered nurse, `truckdriver` truck driver. Else itself. */
function partsOf(word: string, whole: Alternative[], lexicon: Lexicon): Part[] {
  const phrase = ABBREVIATIONS.get(word)?.find((meaning) => meaning.includes(' '));
  const runTogether = (): string[] | null =>
    whole.some(({ likeness }) => likeness > LIKE.shifted) ? null : split(word, lexicon);
  const texts = phrase?.split(' ') ?? runTogether();
  if (texts === null) return [{ alternatives: whole }];
  const likeness = phrase === undefined ? LIKE.split : LIKE.abbreviation;
  return texts.map((text) => {
    const number = lexicon.word(text);
    const own = number === NONE ? [] : [exactly(number, lexicon, likeness)];
    return { alternatives: [...whole, ...own], text };
  });
}

/**
 * The two known words that `word` runs together, with nothing or one wrong letter between them, or with one of the two a
 * letter off. Where several pairs do, the one whose rarer part is in most titles.
 */
function split(word: string, lexicon: Lexicon): string[] | null {
  let best: string[] | null = null;
  let most = 0;
  const consider = (left: string, right: string, worth: number): void => {
    if (left.length < 2 && left !== 'x') return;
    if (right.length < 2 || JOINING.has(left) || JOINING.has(right)) return;
    const [a, b] = [lexicon.word(left), lexicon.word(right)];
    if (a === NONE || b === NONE) return;
    const titles = worth * Math.min(lexicon.titles(a), lexicon.titles(b)) * Math.min(left.length, right.length, 5) ** 2;
    if (titles <= most) return;
    most = titles;
    best = [left, right];
  };
  for (let at = 1; at < word.length; at++) {
    consider(word.slice(0, at), word.slice(at), 1);
    consider(word.slice(0, at), word.slice(at + 1), 0.2);
  }
  if (best !== null || word.length < LONG_ENOUGH_FOR_TWO) return best;
  for (let at = 3; at + 3 < word.length; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (lexicon.word(left) !== NONE) {
      for (const near of lexicon.near(right, 1, 3)) consider(left, lexicon.text(near.word), 0.1);
      for (const near of lexicon.near(right.slice(1), 1, 3)) consider(left, lexicon.text(near.word), 0.05);
    }
    if (lexicon.word(right) !== NONE) {
      for (const near of lexicon.near(left, 1, 3)) consider(lexicon.text(near.word), right, 0.1);
      for (const near of lexicon.near(left.slice(0, -1), 1, 3)) consider(lexicon.text(near.word), right, 0.05);
    }
  }
  return best;
}

function slotOf(alternatives: Alternative[], weak: boolean, misspelt: boolean, index: Sections): Slot {
  const byStem = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = `${alternative.stem} ${alternative.word}`;
    const known = byStem.get(key);
    if (known === undefined || known.likeness < alternative.likeness) byStem.set(key, alternative);
  }
  const ranked = [...byStem.values()].sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  const rarity = best === undefined ? UNKNOWN_WEIGHT : (index.stemRarity[best.stem] as number);
  return { weight: rarity * (weak ? WEAK_SHARE : 1), alternatives: ranked, weak, misspelt };
}
