/**
 * The compiled catalogue: one file of JSON values, each found by its key in two reads, however many there are.
 *
 *     header   magic, format, number of slots, length of the file, checksum of these
 *     values   "key\n" + JSON, one after the other
 *     slots    an open hash table: hash of the key, offset, length and checksum of the value, 16 bytes each
 *
 * Numbers are 32-bit little-endian; an empty slot has length 0.
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { LaddersError } from '../errors.js';

export const STORE_FILE = 'store.bin';
export const SEARCH_FILE = 'search.bin';

const MAGIC = 'LADDERS\n';
/** Raised with every change of what is stored: an older store is then compiled anew, not misread. */
export const STORE_FORMAT = 1;
const HEADER_BYTES = 32;
const SLOT_BYTES = 16;
/** Slots read at once: nearly every probe ends in the first of these reads. */
const WINDOW_SLOTS = 8;

/** FNV-1a over bytes, 32 bits. */
function fnv(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}

/** Writes a store, value by value; only the slots stay in memory. */
export class StoreWriter {
  readonly #handle: number;
  readonly #slots: { hash: number; offset: number; length: number; checksum: number }[] = [];
  #offset = HEADER_BYTES;

  constructor(path: string) {
    this.#handle = openSync(path, 'w');
  }

  put(key: string, value: unknown): void {
    const bytes = Buffer.from(`${key}\n${JSON.stringify(value)}`);
    writeSync(this.#handle, bytes, 0, bytes.length, this.#offset);
    this.#slots.push({ hash: fnv(Buffer.from(key)), offset: this.#offset, length: bytes.length, checksum: fnv(bytes) });
    this.#offset += bytes.length;
  }

  finish(): void {
    // At most half full, so that a probe is short.
    const count = 2 ** Math.ceil(Math.log2(Math.max(this.#slots.length * 2, WINDOW_SLOTS)));
    const table = Buffer.alloc(count * SLOT_BYTES);
    for (const { hash, offset, length, checksum } of this.#slots) {
      let at = hash & (count - 1);
      while (table.readUInt32LE(at * SLOT_BYTES + 8) !== 0) at = (at + 1) & (count - 1);
      table.writeUInt32LE(hash, at * SLOT_BYTES);
      table.writeUInt32LE(offset, at * SLOT_BYTES + 4);
      table.writeUInt32LE(length, at * SLOT_BYTES + 8);
      table.writeUInt32LE(checksum, at * SLOT_BYTES + 12);
    }
    writeSync(this.#handle, table, 0, table.length, this.#offset);
    const header = Buffer.alloc(HEADER_BYTES);
    header.write(MAGIC, 0, 'latin1');
    header.writeUInt32LE(STORE_FORMAT, 8);
    header.writeUInt32LE(count, 12);
    header.writeUInt32LE(this.#offset, 16);
    header.writeUInt32LE(this.#offset + table.length, 20);
    header.writeUInt32LE(fnv(header.subarray(0, 24)), 24);
    writeSync(this.#handle, header, 0, HEADER_BYTES, 0);
    this.close();
  }

  close(): void {
    closeSync(this.#handle);
  }
}

export const damaged = (path: string, cause?: unknown): LaddersError =>
  new LaddersError('STORE_DAMAGED', `The compiled catalogue ${path} is damaged.`, { cause });

export class Store {
  readonly path: string;
  readonly #handle: number;
  readonly #slots: number;
  readonly #table: number;

  private constructor(path: string, handle: number, slots: number, table: number) {
    this.path = path;
    this.#handle = handle;
    this.#slots = slots;
    this.#table = table;
  }

  /** Opens a store. Fails with STORE_MISSING, STORE_DAMAGED or STORE_FORMAT. */
  static open(path: string): Store {
    let handle: number;
    try {
      handle = openSync(path, 'r');
    } catch (cause) {
      throw new LaddersError('STORE_MISSING', `There is no compiled catalogue at ${path}.`, { cause });
    }
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(handle, header, 0, HEADER_BYTES, 0);
    const sound = read === HEADER_BYTES && header.toString('latin1', 0, 8) === MAGIC;
    if (!sound || header.readUInt32LE(24) !== fnv(header.subarray(0, 24))) throw damaged(path);
    if (header.readUInt32LE(8) !== STORE_FORMAT) {
      throw new LaddersError('STORE_FORMAT', `The compiled catalogue ${path} is of another version of ladders.`);
    }
    if (header.readUInt32LE(20) !== fstatSync(handle).size) throw damaged(path);
    return new Store(path, handle, header.readUInt32LE(12), header.readUInt32LE(16));
  }

  /** The value of a key, as it was put; undefined where there is none. */
  get(key: string): unknown {
    const name = Buffer.from(key);
    const hash = fnv(name);
    const window = Buffer.alloc(WINDOW_SLOTS * SLOT_BYTES);
    for (let probed = 0, at = hash & (this.#slots - 1); probed < this.#slots; ) {
      const n = Math.min(WINDOW_SLOTS, this.#slots - at);
      this.#read(window, n * SLOT_BYTES, this.#table + at * SLOT_BYTES);
      for (let i = 0; i < n; i++) {
        const length = window.readUInt32LE(i * SLOT_BYTES + 8);
        if (length === 0) return undefined;
        if (window.readUInt32LE(i * SLOT_BYTES) !== hash) continue;
        const bytes = Buffer.alloc(length);
        this.#read(bytes, length, window.readUInt32LE(i * SLOT_BYTES + 4));
        if (fnv(bytes) !== window.readUInt32LE(i * SLOT_BYTES + 12)) throw damaged(this.path);
        if (bytes[name.length] === 10 && bytes.subarray(0, name.length).equals(name)) {
          return JSON.parse(bytes.toString('utf8', name.length + 1));
        }
      }
      probed += n;
      at = (at + n) & (this.#slots - 1);
    }
    return undefined;
  }

  close(): void {
    closeSync(this.#handle);
  }

  #read(into: Buffer, length: number, offset: number): void {
    if (readSync(this.#handle, into, 0, length, offset) !== length) throw damaged(this.path);
  }
}
