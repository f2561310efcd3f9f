/** Vectors of SIZE numbers, many in a row: how an index keeps them. */

/** How many numbers a vector has. A multiple of eight. */
export const SIZE = 64;

/** Of so many vectors that are added up, each counts for this much: their sum is then about as long as one of them. */
export const shareOf = (count: number): number => 1 / Math.sqrt(count);

/** Traits' vectors are many, and a question reads a few: a byte for how large the numbers are, four bits for each of them. */
export const TRAIT_BYTES = 1 + SIZE / 2;
/** Four bits stand for −7.5, −6.5, … 7.5 steps. What is larger than so many times the usual is cut. */
const MOST_STEPS = 7.5;
const CUT = 2.6;
const MOST_SIZE = 255;

const largest = (vector: Float32Array): number =>
  Math.min(
    vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0),
    CUT * Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0) / SIZE),
  );

/** @returns TRAIT_BYTES for each, and what a size of one is worth */
export function packTraits(vectors: readonly Float32Array[]): { bytes: Uint8Array; unit: number } {
  const sizes = vectors.map(largest);
  const unit = sizes.reduce((most, size) => Math.max(most, size), 1e-9) / MOST_SIZE;
  const bytes = new Uint8Array(vectors.length * TRAIT_BYTES);
  vectors.forEach((vector, v) => {
    const size = Math.max(1, Math.round((sizes[v] as number) / unit));
    const bits = (number: number): number =>
      Math.max(0, Math.min(15, Math.round((number / (size * unit)) * MOST_STEPS + MOST_STEPS)));
    const at = v * TRAIT_BYTES;
    bytes[at] = size;
    for (let i = 0; i < SIZE; i += 2) {
      bytes[at + 1 + i / 2] = bits(vector[i] as number) | (bits(vector[i + 1] as number) << 4);
    }
  });
  return { bytes, unit };
}

/** Adds `share` of the vector that packTraits left at `at` to `sum`, in its units. */
export function addTrait(bytes: Uint8Array, at: number, share: number, sum: Float64Array): void {
  const step = (share * (bytes[at] as number)) / MOST_STEPS;
  for (let i = 0, k = at + 1; i < SIZE; i += 2, k++) {
    const two = bytes[k] as number;
    sum[i] = (sum[i] as number) + step * ((two & 15) - MOST_STEPS);
    sum[i + 1] = (sum[i + 1] as number) + step * ((two >> 4) - MOST_STEPS);
  }
}

/** Records' vectors are read all at once: a byte for each number, around this one. */
const ZERO = 128;

/** @returns SIZE bytes for each, and what a step of one is worth */
export function packRecords(row: Float32Array): { bytes: Uint8Array; unit: number } {
  const unit = row.reduce((most, number) => Math.max(most, Math.abs(number)), 1e-9) / (ZERO - 1);
  return { bytes: Uint8Array.from(row, (number) => ZERO + Math.round(number / unit)), unit };
}

/** A packed record's vector, multiplied by another. Whole numbers cost less than fractions while code is cold. */
export function packedProduct(bytes: Uint8Array, record: number, other: Int32Array): number {
  let sum = 0;
  for (let i = 0, k = record * SIZE; i < SIZE; i += 8, k += 8) {
    sum +=
      ((bytes[k] as number) - ZERO) * (other[i] as number) +
      ((bytes[k + 1] as number) - ZERO) * (other[i + 1] as number) +
      ((bytes[k + 2] as number) - ZERO) * (other[i + 2] as number) +
      ((bytes[k + 3] as number) - ZERO) * (other[i + 3] as number) +
      ((bytes[k + 4] as number) - ZERO) * (other[i + 4] as number) +
      ((bytes[k + 5] as number) - ZERO) * (other[i + 5] as number) +
      ((bytes[k + 6] as number) - ZERO) * (other[i + 6] as number) +
      ((bytes[k + 7] as number) - ZERO) * (other[i + 7] as number);
  }
  return sum;
}
