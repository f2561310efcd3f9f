/**
 * Words that are a typo away. A word's letters are 32 bits, one a letter; one edit changes at most two of them, so words
 * further than twice the edits apart are passed over without comparing. That leaves one in a few hundred for the distance.
 */

export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    bits |= c >= 97 && c <= 122 ? 1 << (c - 97) : 1 << (26 + (c % 6));
  }
  return bits >>> 0;
}

export function bitsIn(n: number): number {
  n -= (n >>> 1) & 0x5555_5555;
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

const WIDTH = 256;
let before = new Uint8Array(WIDTH + 1);
let above = new Uint8Array(WIDTH + 1);
let row = new Uint8Array(WIDTH + 1);

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, or
 * `most + 1` as soon as it is more than `most`. Strings are cut at 255.
 */
export function distance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const n = Math.min(a.length, WIDTH - 1);
  const m = Math.min(b.length, WIDTH - 1);
  if (Math.abs(n - m) > most) return most + 1;
  for (let j = 0; j <= m; j++) above[j] = j;
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    const c = a.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const d = b.charCodeAt(j - 1);
      let best = (above[j - 1] as number) + (c === d ? 0 : 1);
      best = Math.min(best, (above[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && c === b.charCodeAt(j - 2) && d === a.charCodeAt(i - 2)) {
        best = Math.min(best, (before[j - 2] as number) + 1);
      }
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[m] as number, most + 1);
}

/** Edits forgiven in a word of this length. */
export const editsFor = (length: number): number => (length < 2 ? 0 : length < 5 ? 1 : 2);
