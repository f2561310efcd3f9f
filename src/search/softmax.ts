/** e to the minus this is next to nothing. */
const FAR = 12;

/** Makes the values of the first `count` of these records probabilities that add up to one. */
export function softmax(values: Float64Array, records: ArrayLike<number>, count: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) most = Math.max(most, values[records[i] as number] as number);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const record = records[i] as number;
    const less = most - (values[record] as number);
    const value = less < FAR ? Math.exp(-less) : 0;
    values[record] = value;
    sum += value;
  }
  for (let i = 0; i < count; i++) {
    const record = records[i] as number;
    values[record] = (values[record] as number) / sum;
  }
}
