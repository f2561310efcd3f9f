/**
 * The arithmetic of learning, four numbers at a time: WebAssembly, of which this module writes the few bytes. The same in
 * JavaScript takes five to nine times as long, and learning does little else.
 */
import { appendVarint } from './varint.js';
import { SIZE } from './vectors.js';

/** Vectors of SIZE numbers in a row, in the memory that the functions work on. */
export interface Row {
  numbers: Float32Array;
  /** Vector `a`, multiplied by vector `b`. */
  product(a: number, b: number): number;
  /** Adds `share` of vector `from` to vector `to`. */
  add(from: number, share: number, to: number): void;
}

const VECTOR_BYTES = 4 * SIZE;
const LANE_BYTES = 16;
const PAGE = 65536;

/** Types, sections and instructions, by their bytes in the WebAssembly specification. */
const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const FUNCTION = 0x60;
const MEMORY = 2;
const SECTION = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 };
const END = 0x0b;
const F32_ADD = 0x92;
const LANES_ADD = [0xfd, 0xe4, 0x01];
const LANES_MULTIPLY = [0xfd, 0xe6, 0x01];
const SPLAT = [0xfd, 0x13];

const unsigned = (n: number): number[] => {
  const bytes: number[] = [];
  appendVarint(bytes, n);
  return bytes;
};
const signed = (n: number): number[] => (n < 0x40 ? [n] : [(n & 0x7f) | 0x80, ...signed(n >>> 7)]);
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const list = (...items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const named = (name: string): number[] => sized([...new TextEncoder().encode(name)]);
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const lane = (local: number, i: number): number[] => [...get(local), 0xfd, 0x1f, i];
/** Local `at` holds an address; it is not known to be a multiple of anything. */
const load = (at: number, offset: number): number[] => [...get(at), 0xfd, 0x00, 0, ...unsigned(offset)];
const store = (offset: number): number[] => [0xfd, 0x0b, 0, ...unsigned(offset)];
/** Local `i`, the number of a vector, becomes its address. */
const address = (i: number): number[] => [...get(i), 0x41, ...signed(VECTOR_BYTES), 0x6c, ...set(i)];
const OFFSETS = Array.from({ length: VECTOR_BYTES / LANE_BYTES }, (_, i) => i * LANE_BYTES);

/** Code of a function with one further local of four lanes. */
const body = (...code: readonly (readonly number[])[]): number[] => sized([...list([1, V128]), ...code.flat(), END]);

/** Four sums beside one another: each waits for its own last addition alone. */
const PRODUCT = ((a = 0, b = 1, sum = 2) => {
  const multiplied = (offset: number): number[] => [...load(a, offset), ...load(b, offset), ...LANES_MULTIPLY];
  const sums = [0, 1, 2, 3].map((first) => {
    const offsets = OFFSETS.filter((_, i) => i % 4 === first);
    return offsets.flatMap((offset, i) => [...multiplied(offset), ...(i === 0 ? [] : LANES_ADD)]);
  });
  const [one = [], two = [], three = [], four = []] = sums;
  return body(
    [...address(a), ...address(b)],
    [...one, ...two, ...LANES_ADD, ...three, ...four, ...LANES_ADD, ...LANES_ADD, ...set(sum)],
    [...lane(sum, 0), ...lane(sum, 1), F32_ADD, ...lane(sum, 2), ...lane(sum, 3), F32_ADD, F32_ADD],
  );
})();

const ADD = ((from = 0, share = 1, to = 2, shares = 3) =>
  body(
    [...address(from), ...address(to), ...get(share), ...SPLAT, ...set(shares)],
    OFFSETS.flatMap((offset) => [
      ...get(to),
      ...[...load(to, offset), ...load(from, offset), ...get(shares), ...LANES_MULTIPLY, ...LANES_ADD],
      ...store(offset),
    ]),
  ))();

const section = (id: number, items: readonly number[]): number[] => [id, ...sized(items)];
const MODULE = Uint8Array.from([
  ...new TextEncoder().encode('\0asm'),
  ...[1, 0, 0, 0],
  ...section(
    SECTION.types,
    list([FUNCTION, ...list([I32], [I32]), ...list([F32])], [FUNCTION, ...list([I32], [F32], [I32]), ...list()]),
  ),
  ...section(SECTION.imports, list([...named('row'), ...named('memory'), MEMORY, 0, 1])),
  ...section(SECTION.functions, list([0], [1])),
  ...section(SECTION.exports, list([...named('product'), 0, 0], [...named('add'), 0, 1])),
  ...section(SECTION.code, list(PRODUCT, ADD)),
]);

/** As many vectors, all of them nothing yet. */
export function row(vectors: number): Row {
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil((vectors * VECTOR_BYTES) / PAGE)) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { row: { memory } });
  const { product, add } = exports as unknown as Pick<Row, 'product' | 'add'>;
  return { numbers: new Float32Array(memory.buffer, 0, vectors * SIZE), product, add };
}
