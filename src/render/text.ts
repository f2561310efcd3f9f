/** Text in columns: how wide it is, how it wraps, what of it may reach a terminal. */

/** What a terminal would obey, or what would reorder the line: none of it comes from a record or a query. */
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** The text without escape sequences and control characters; line ends and tabs become spaces. */
export const clean = (text: string): string =>
  text
    .replace(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_])/g, '')
    .replace(UNSAFE, '')
    .replace(/\s+/g, ' ');

/** Everything that acts but line ends, tabs and our own styles: the last guard before a terminal. */
const ACTING =
  /[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|\u001B(?!\[[0-9;]*m)/gu;

/** A whole answer as a terminal may have it. */
export const harmless = (text: string): string => text.replace(ACTING, '');

const STYLE = /\u001B\[[0-9;]*m/g;

const EMOJI = /\p{Emoji_Presentation}/u;

/** Two columns wide: East Asian wide and full-width letters, emoji. */
const isWide = (c: number): boolean =>
  c >= 0x1100 &&
  (c <= 0x115f ||
    (c >= 0x2e80 && c <= 0x303e) ||
    (c >= 0x3041 && c <= 0xa4cf) ||
    (c >= 0xac00 && c <= 0xd7a3) ||
    (c >= 0xf900 && c <= 0xfaff) ||
    (c >= 0xfe30 && c <= 0xfe6f) ||
    (c >= 0xff00 && c <= 0xff60) ||
    (c >= 0xffe0 && c <= 0xffe6) ||
    (c >= 0x1f000 && c <= 0x1faff && EMOJI.test(String.fromCodePoint(c))) ||
    (c >= 0x20000 && c <= 0x3fffd));

/** No column at all: marks that stand on the letter before. */
const isMark = (c: number): boolean =>
  (c >= 0x300 && c <= 0x36f) ||
  (c >= 0x1ab0 && c <= 0x1aff) ||
  (c >= 0x20d0 && c <= 0x20ff) ||
  (c >= 0xfe00 && c <= 0xfe0f);

/** Columns that a text takes, its own styles aside. */
export function widthOf(text: string): number {
  const bare = text.includes('\u001B') ? text.replace(STYLE, '') : text;
  if (/^[\u0020-\u02FF\u2010-\u25FF]*$/.test(bare)) return bare.length;
  let width = 0;
  for (const letter of bare) {
    const c = letter.codePointAt(0) ?? 0;
    width += isMark(c) ? 0 : isWide(c) ? 2 : 1;
  }
  return width;
}

/** Breaks words that are longer than a line. */
function* pieces(word: string, width: number): Generator<string> {
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > width) {
      yield piece;
      piece = '';
    }
    piece += letter;
  }
  yield piece;
}

/** Lines of at most `width` columns, broken between words; a word that is longer is cut. Without styles. */
export function wrap(text: string, width: number): string[] {
  const limit = Math.max(width, 2);
  const lines: string[] = [];
  let line = '';
  for (const word of clean(text).trim().split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= limit) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = [...pieces(word, limit)];
    line = parts.pop() ?? '';
    lines.push(...parts);
  }
  lines.push(line);
  return lines;
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;
