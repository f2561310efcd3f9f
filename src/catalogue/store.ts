/**
 * The compiled catalogue: one file of JSON values, each found by its key in two or three reads, however many there are.
 *
 *     header   magic, format, number of slots, offset of the slots, length of the file, checksum of these
 *     values   the key and the value, each as a line of JSON, one pair after the other
 *     slots    an open hash table: hash of the key, offset, length and checksum of the pair, checksum of the slot
 *
 * Numbers are 32-bit little-endian; an empty slot has length 0. A slot's checksum covers its own number and is there in
 * an empty slot too: so a lookup trusts no byte that it has not checked, and damage is never taken for "not there".
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { LaddersError } from '../errors.js';
import { systemReason } from './reason.js';

export const STORE_FILE = 'store.bin';
export const SEARCH_FILE = 'search.bin';

const MAGIC = 'LADDERS\n';
/** Raised with every change of what is stored: an older store is then compiled anew, not misread. */
export const STORE_FORMAT = 3;
const HEADER_BYTES = 32;
const SLOT_BYTES = 20;
/** Slots read at once: nearly every probe ends in the first of these reads. */
const WINDOW_SLOTS = 8;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over bytes, 32 bits: one changed byte always changes it. */
function fnv(bytes: Uint8Array, start = FNV_START): number {
  let hash = start;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), FNV_PRIME);
  return hash >>> 0;
}

/** @param slot the 16 bytes before the checksum */
const slotChecksum = (number: number, slot: Uint8Array): number => fnv(slot, Math.imul(FNV_START ^ number, FNV_PRIME));

/** A key as it is stored: JSON, so that it is one line, and no two keys are the same bytes. */
const keyBytes = (key: string): Buffer => Buffer.from(`${JSON.stringify(key)}\n`);

/** Writes a store, value by value; only the slots stay in memory. */
export class StoreWriter {
  readonly #handle: number;
  readonly #slots: { hash: number; offset: number; length: number; checksum: number }[] = [];
  #offset = HEADER_BYTES;

  constructor(path: string) {
    this.#handle = openSync(path, 'w');
  }

  /** @param value anything that JSON can say; each key is put once */
  put(key: string, value: unknown): void {
    const name = keyBytes(key);
    const bytes = Buffer.concat([name, Buffer.from(JSON.stringify(value))]);
    this.#write(bytes, this.#offset);
    this.#slots.push({ hash: fnv(name), offset: this.#offset, length: bytes.length, checksum: fnv(bytes) });
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
    for (let at = 0; at < count; at++) {
      const slot = table.subarray(at * SLOT_BYTES, (at + 1) * SLOT_BYTES);
      slot.writeUInt32LE(slotChecksum(at, slot.subarray(0, 16)), 16);
    }
    this.#write(table, this.#offset);
    const header = Buffer.alloc(HEADER_BYTES);
    header.write(MAGIC, 0, 'latin1');
    header.writeUInt32LE(STORE_FORMAT, 8);
    header.writeUInt32LE(count, 12);
    header.writeUInt32LE(this.#offset, 16);
    header.writeUInt32LE(this.#offset + table.length, 20);
    header.writeUInt32LE(fnv(header.subarray(0, 24)), 24);
    this.#write(header, 0);
    this.close();
  }

  close(): void {
    closeSync(this.#handle);
  }

  #write(bytes: Buffer, offset: number): void {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#handle, bytes, done, bytes.length - done, offset + done);
    }
  }
}

export const damaged = (path: string, cause?: unknown): LaddersError =>
  new LaddersError('STORE_DAMAGED', `The compiled catalogue ${path} is damaged.`, { cause });

function openToRead(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new LaddersError('STORE_MISSING', `There is no compiled catalogue at ${path}.`, { cause });
    const reason = systemReason(cause);
    throw new LaddersError('STORE_UNREADABLE', `The compiled catalogue ${path} cannot be read: ${reason}.`, { cause });
  }
}

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

  /** Opens a store. Fails with STORE_MISSING, STORE_UNREADABLE, STORE_DAMAGED or STORE_FORMAT. */
  static open(path: string): Store {
    const handle = openToRead(path);
    try {
      const header = Buffer.alloc(HEADER_BYTES);
      readFully(path, handle, header, HEADER_BYTES, 0);
      const sound = header.toString('latin1', 0, 8) === MAGIC;
      if (!sound || header.readUInt32LE(24) !== fnv(header.subarray(0, 24))) throw damaged(path);
      if (header.readUInt32LE(8) !== STORE_FORMAT) {
        throw new LaddersError('STORE_FORMAT', `The compiled catalogue ${path} is of another version of ladders.`);
      }
      if (header.readUInt32LE(20) !== fstatSync(handle).size) throw damaged(path);
      return new Store(path, handle, header.readUInt32LE(12), header.readUInt32LE(16));
    } catch (error) {
      closeSync(handle);
      throw error;
    }
  }

  /** The value of a key, as it was put; undefined where there is none. Fails with STORE_DAMAGED. */
  get(key: string): unknown {
    const name = keyBytes(key);
    const hash = fnv(name);
    const window = Buffer.alloc(WINDOW_SLOTS * SLOT_BYTES);
    for (let probed = 0, at = hash & (this.#slots - 1); probed < this.#slots; ) {
      const n = Math.min(WINDOW_SLOTS, this.#slots - at);
      this.#read(window, n * SLOT_BYTES, this.#table + at * SLOT_BYTES);
      for (let i = 0; i < n; i++) {
        const slot = window.subarray(i * SLOT_BYTES, (i + 1) * SLOT_BYTES);
        if (slot.readUInt32LE(16) !== slotChecksum(at + i, slot.subarray(0, 16))) throw damaged(this.path);
        const length = slot.readUInt32LE(8);
        if (length === 0) return undefined;
        if (slot.readUInt32LE(0) !== hash) continue;
        const bytes = Buffer.alloc(length);
        this.#read(bytes, length, slot.readUInt32LE(4));
        if (fnv(bytes) !== slot.readUInt32LE(12)) throw damaged(this.path);
        if (bytes.subarray(0, name.length).equals(name)) return JSON.parse(bytes.toString('utf8', name.length));
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
    readFully(this.path, this.#handle, into, length, offset);
  }
}

function readFully(path: string, handle: number, into: Buffer, length: number, offset: number): void {
  let read: number;
  try {
    read = readSync(handle, into, 0, length, offset);
  } catch (cause) {
    throw damaged(path, cause);
  }
  if (read !== length) throw damaged(path);
}
