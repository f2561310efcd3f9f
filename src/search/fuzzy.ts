/**
 * Words that are a typo away. A word's letters are 32 bits, one a letter; an edit takes at most one of them away and brings
 * at most one, so most words are passed over without comparing. That leaves one in a few hundred for the distance.
 */

export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    bits |= c >= 97 && c <= 122 ? 1 << (c - 97) : 1 << (26 + (c % 6));
  }
  return bits >>> 0;
}

/** Whether `edits` may make letters `b` of letters `a`. */
export const mayBecome = (a: number, b: number, edits: number): boolean =>
  bitsIn(a & ~b) <= edits && bitsIn(b & ~a) <= edits;

/** How many bits of `n` are set, by adding up neighbours: a loop that ends early is guessed wrong by the processor. */
function bitsIn(n: number): number {
  const twos = n - ((n >>> 1) & 0x5555_5555);
  const fours = (twos & 0x3333_3333) + ((twos >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

const WIDTH = 256;
const ROWS = [new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1)] as const;

/** Text as it is compared: its UTF-8. */
export const lettersIn = (text: string): Uint8Array => Buffer.from(text);

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, or
 * `most + 1` as soon as it is more than `most`. Only the cells are looked at that `most` edits can reach: the others of a
 * row hold more. What is longer than 255 is cut.
 *
 * @param end of `b`, which may be longer than its text
 */
export function distance(a: Uint8Array, b: Uint8Array, most: number, end: number = b.length): number {
  const n = Math.min(a.length, WIDTH - 1);
  const m = Math.min(end, WIDTH - 1);
  const far = Math.min(most, WIDTH - 2) + 1;
  if (Math.abs(n - m) >= far) return most + 1;
  let [before, above, row] = ROWS;
  for (let j = 0; j <= Math.min(m, far); j++) above[j] = j;
  for (let i = 1; i <= n; i++) {
    const first = Math.max(1, i - far + 1);
    const last = Math.min(m, i + far - 1);
    row[first - 1] = first === 1 ? Math.min(i, far) : far;
    let least = row[first - 1] as number;
    const c = a[i - 1] as number;
    for (let j = first; j <= last; j++) {
      const d = b[j - 1] as number;
      let best = (above[j - 1] as number) + (c === d ? 0 : 1);
      const down = (above[j] as number) + 1;
      const across = (row[j - 1] as number) + 1;
      if (down < best) best = down;
      if (across < best) best = across;
      if (i > 1 && j > 1 && c === b[j - 2] && d === a[i - 2]) {
        const swapped = (before[j - 2] as number) + 1;
        if (swapped < best) best = swapped;
      }
      row[j] = best;
      if (best < least) least = best;
    }
    if (last < m) row[last + 1] = far;
    if (least >= far) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[m] as number, most + 1);
}

/** Edits forgiven in a word of this length. */
export const editsFor = (length: number): number => (length < 2 ? 0 : length < 5 ? 1 : 2);
