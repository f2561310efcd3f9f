/**
 * The one normal form of a question and of a title: lower case, no diacritics, no punctuation, single spaces. `+` and `#`
 * stay at the end of a word (`c++`), an acronym's dots and any apostrophe vanish (`R.N.` is `rn`, `driver's` is `drivers`).
 */

/** Characters and words of a question that are read; what is longer is no job title. */
export const LONGEST = 240;
export const MOST_WORDS = 16;

const PLAIN = /^[a-z0-9 ]*$/;
/** What follows is for ASCII alone: the classes of Unicode take milliseconds to set up, and stand where they are used. */
const ASCII = /^[ -~]*$/;
const DOTTED_ASCII = /(?<![a-z0-9])((?:[a-z]\.){2,})/g;
const NOT_WORD_ASCII = /[^a-z0-9+#]+/g;
const LOOSE_SIGNS_ASCII = /(?<![a-z0-9+#])[+#]+/g;

const APOSTROPHES = /['’‘`´]/g;

export function normalise(text: string): string {
  const lower = text.slice(0, LONGEST).toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(/ +/g, ' ').trim();
  const ascii = ASCII.test(lower);
  const bare = ascii ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
  return bare
    .replace(APOSTROPHES, '')
    .replace(ascii ? DOTTED_ASCII : /(?<![\p{L}\p{N}])((?:\p{L}\.){2,})/gu, undotted)
    .replace(/&/g, ' and ')
    .replace(ascii ? NOT_WORD_ASCII : /[^\p{L}\p{N}+#]+/gu, ' ')
    .replace(ascii ? LOOSE_SIGNS_ASCII : /(?<![\p{L}\p{N}+#])[+#]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

const undotted = (acronym: string): string => `${acronym.replaceAll('.', '')} `;

export const wordsOf = (normal: string): string[] => (normal === '' ? [] : normal.split(' ', MOST_WORDS));

/** Lists write `Mechanic, Diesel`: the same title the other way round, or null where there is no such comma. */
export function uninverted(text: string): string | null {
  const parts = text.slice(0, LONGEST).split(',');
  if (parts.length !== 2) return null;
  const [head = '', rest = ''] = parts;
  return head.trim() === '' || rest.trim() === '' ? null : normalise(`${rest} ${head}`);
}
