/** Numbers seven bits a byte, the high bit set on all but the last byte; rising ones as their differences. */

export function appendVarint(out: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    out.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  out.push(rest);
}

/** How many, then each one's difference from the one before. */
export function appendRising(out: number[], numbers: readonly number[]): void {
  appendVarint(out, numbers.length);
  let last = 0;
  for (const n of numbers) {
    appendVarint(out, n - last);
    last = n;
  }
}

/** A stretch of bytes, where they lie. */
export interface Stretch {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** Fills `into` with the numbers that a list begins with and answers how many there are; none where the list is empty. */
export function readRising({ bytes, start, end }: Stretch, into: Uint32Array): number {
  let read = -1;
  let count = end > start ? 0 : -1;
  let last = 0;
  for (let at = start; read < count; read++) {
    let byte = bytes[at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    if (read === -1) {
      count = value;
      continue;
    }
    last += value;
    into[read] = last;
  }
  return Math.max(0, count);
}
