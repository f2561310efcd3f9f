import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { STORE_FORMAT, Store, StoreWriter } from '../../src/catalogue/store.js';
import { LaddersError } from '../../src/errors.js';
import { newFolder } from './folder.js';

vi.mock(import('node:fs'), async (original) => {
  const fs = await original();
  return {
    ...fs,
    openSync: vi.fn(fs.openSync),
    closeSync: vi.fn(fs.closeSync),
    readSync: vi.fn(fs.readSync) as typeof fs.readSync,
  };
});

let folder: string;
beforeAll(() => {
  folder = newFolder();
});

/** Writes a store of these values; its path. */
function written(values: ReadonlyMap<string, unknown>, name = 'store.bin'): string {
  const path = join(folder, name);
  const writer = new StoreWriter(path);
  for (const [key, value] of values) writer.put(key, value);
  writer.finish();
  return path;
}

function opened<T>(path: string, ask: (store: Store) => T): T {
  const store = Store.open(path);
  try {
    return ask(store);
  } finally {
    store.close();
  }
}

/** The error's code, where one is thrown; a fault of the program is thrown on. */
function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof LaddersError) return error.code;
    throw error;
  }
}

const MANY = new Map(Array.from({ length: 10_000 }, (_, i) => [`key:${i}`, { i, text: 'x'.repeat(i % 50) }]));

describe('what is put is what is got', () => {
  test('any JSON under any keys, and nothing under any other', () => {
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '__proto__', 'constructor', 'a', 'a\n', 'a\n1', '"a"', '\ud800', '\ud801', '\ufffd'),
    );
    const entries = fc.uniqueArray(fc.tuple(key, fc.jsonValue()), { selector: ([name]) => name, maxLength: 40 });
    fc.assert(
      fc.property(entries, fc.array(key), (all, others) => {
        const values = new Map(all);
        opened(written(values), (store) => {
          for (const [name, value] of values) expect(JSON.stringify(store.get(name))).toBe(JSON.stringify(value));
          for (const name of others) if (!values.has(name)) expect(store.get(name)).toBeUndefined();
        });
      }),
      { numRuns: 200 },
    );
  });

  test('ten thousand keys', () => {
    opened(written(MANY), (store) => {
      for (const [key, value] of MANY) expect(store.get(key)).toEqual(value);
      for (const key of ['', 'key:', 'key:10000', 'key:01', 'KEY:1', 'key:1\n']) expect(store.get(key)).toBeUndefined();
    });
  });

  test('no keys at all', () => {
    expect(opened(written(new Map()), (store) => store.get('a'))).toBeUndefined();
  });

  test('a value that JSON cannot say is not put', () => {
    expect(() => written(new Map([['a', undefined]]))).toThrow(TypeError);
  });
});

describe('a damaged store', () => {
  const VALUES = new Map<string, unknown>([
    ['head', { title: 'A catalogue', edition: '1' }],
    ['occupation:cashier', { title: 'Cashier', leadsTo: ['supervisor'] }],
    ['occupation:supervisor', null],
    ['', 0],
  ]);
  const MISSING = ['occupation:packer', 'x', 'head\n'];
  let good: Buffer;
  beforeAll(() => {
    good = readFileSync(written(VALUES, 'good.bin'));
  });

  /** Every answer of a file of these bytes is right, or is the word that the store is damaged. How many were said. */
  function damageSaid(bytes: Uint8Array): number {
    const path = join(folder, 'damaged.bin');
    writeFileSync(path, bytes);
    let said = 0;
    const answer = (ask: () => void): void => {
      const code = codeOf(ask);
      if (code === undefined) return;
      expect(code).toBe('STORE_DAMAGED');
      said++;
    };
    answer(() =>
      opened(path, (store) => {
        for (const [key, value] of VALUES) answer(() => expect(store.get(key)).toEqual(value));
        for (const key of MISSING) answer(() => expect(store.get(key)).toBeUndefined());
      }),
    );
    return said;
  }

  test('the sound one says nothing', () => {
    expect(damageSaid(good)).toBe(0);
  });

  test('cut at any length', () => {
    for (let length = 0; length < good.length; length++) expect(damageSaid(good.subarray(0, length))).toBe(1);
  });

  test('with something after its end', () => {
    expect(damageSaid(Buffer.concat([good, Buffer.from([0])]))).toBe(1);
  });

  test('any byte changed, to anything', () => {
    let said = 0;
    for (let at = 0; at < good.length; at++) {
      for (const change of [0x01, 0xff]) {
        const bytes = Buffer.from(good);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        said += Math.min(1, damageSaid(bytes));
      }
    }
    // Few bytes are of no consequence: the header's last four, and slots that no question meets.
    expect(said).toBeGreaterThan(good.length);
  });

  test('any stretch wiped, or overwritten with any other', () => {
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.nat(good.length),
        fc.nat(good.length),
        fc.boolean(),
        (from, length, source, wipe) => {
          const bytes = Buffer.from(good);
          if (wipe) bytes.fill(0, from, Math.min(from + length, good.length));
          else bytes.set(good.subarray(source, source + Math.min(length, good.length - from)), from);
          damageSaid(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['text', 'title: Cashier\n'.repeat(10)],
    ['nothing', ''],
    ['noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)],
  ])('%s in its place', (_name, content) => {
    expect(damageSaid(Buffer.from(content))).toBe(1);
  });

  test('a folder in its place', () => {
    mkdirSync(join(folder, 'folder.bin'));
    expect(codeOf(() => Store.open(join(folder, 'folder.bin')))).toMatch(/^STORE_(DAMAGED|UNREADABLE)$/);
  });

  test('one that cannot be opened', () => {
    symlinkSync('round.bin', join(folder, 'round.bin'));
    expect(() => Store.open(join(folder, 'round.bin'))).toThrow(
      expect.objectContaining({ code: 'STORE_UNREADABLE', message: expect.stringContaining('links go in a circle.') }),
    );
  });

  test('leaves no file open', () => {
    writeFileSync(join(folder, 'closed.bin'), 'no store');
    vi.mocked(closeSync).mockClear();
    vi.mocked(openSync).mockClear();
    expect(codeOf(() => Store.open(join(folder, 'closed.bin')))).toBe('STORE_DAMAGED');
    expect(vi.mocked(closeSync).mock.calls).toEqual(vi.mocked(openSync).mock.results.map(({ value }) => [value]));
  });

  test('damaged while it is open', () => {
    const path = written(MANY, 'open.bin');
    opened(path, (store) => {
      truncateSync(path, 100);
      expect(codeOf(() => store.get('key:1'))).toBe('STORE_DAMAGED');
    });
  });

  test('no file', () => {
    expect(codeOf(() => Store.open(join(folder, 'nowhere.bin')))).toBe('STORE_MISSING');
    expect(codeOf(() => Store.open(join(folder, 'good.bin', 'store.bin')))).toBe('STORE_MISSING');
  });

  test('of another version', () => {
    const bytes = Buffer.from(good);
    bytes.writeUInt32LE(STORE_FORMAT + 1, 8);
    const path = join(folder, 'later.bin');
    // Its checksum is right: it is a sound store, and none of ours.
    let hash = 0x811c9dc5;
    for (const byte of bytes.subarray(0, 24)) hash = Math.imul(hash ^ byte, 0x01000193);
    bytes.writeUInt32LE(hash >>> 0, 24);
    writeFileSync(path, bytes);
    expect(codeOf(() => Store.open(path))).toBe('STORE_FORMAT');
  });
});

describe('a question reads the same, however many records there are', () => {
  /** Bytes read, and reads, for each key: at the most. */
  function most(path: string, keys: Iterable<string>): { reads: number; bytes: number } {
    let [reads, bytes] = [0, 0];
    opened(path, (store) => {
      for (const key of keys) {
        vi.mocked(readSync).mockClear();
        store.get(key);
        const results = vi.mocked(readSync).mock.results;
        reads = Math.max(reads, results.length);
        bytes = Math.max(
          bytes,
          results.reduce((sum, { value }) => sum + Number(value), 0),
        );
      }
    });
    return { reads, bytes };
  }

  test.each([10, 100, 10_000, 100_000])('%i', (n) => {
    const values = new Map(Array.from({ length: n }, (_, i) => [`occupation:${i}`, 'x'.repeat(100)]));
    const path = written(values, 'reads.bin');
    const some = Array.from(
      { length: Math.min(n, 2000) },
      (_, i) => `occupation:${Math.floor((i * n) / Math.min(n, 2000))}`,
    );
    const found = most(path, some);
    expect(found.reads).toBeGreaterThanOrEqual(2);
    expect(found.reads).toBeLessThanOrEqual(10);
    expect(found.bytes).toBeLessThanOrEqual(2000);
    const missing = most(
      path,
      some.map((key) => `${key}?`),
    );
    expect(missing.reads).toBeLessThanOrEqual(10);
    expect(missing.bytes).toBeLessThanOrEqual(2000);
  });

  test('opening reads the header alone', () => {
    const path = written(MANY);
    vi.mocked(readSync).mockClear();
    opened(path, () => undefined);
    expect(vi.mocked(readSync).mock.results.map(({ value }) => value)).toEqual([32]);
  });
});
