import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, type BatchQuery, columnOf, linesOf } from '../../src/search/batch.js';
import { buildSearchIndex } from '../../src/search/build.js';
import { openSearchIndex } from '../../src/search/index.js';
import { entries, slugs } from './entries.js';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (bytes: Uint8Array | string, size = 7): Promise<BatchQuery[]> =>
  all(linesOf(chunksOf(typeof bytes === 'string' ? bytesOf(bytes) : bytes, size)));
const column = (text: string, name: string): Promise<BatchQuery[]> => all(columnOf(chunksOf(bytesOf(text), 5), name));

describe('lines', () => {
  it.each([
    ['', []],
    ['nurse', ['nurse']],
    ['nurse\n', ['nurse']],
    ['nurse\r\ncook\r\n', ['nurse', 'cook']],
    ['\ufeffnurse\ncook', ['nurse', 'cook']],
    ['nurse\ncook\n\n', ['nurse', 'cook', '']],
    ['\n\n', ['', '']],
    ['\ufeff', ['']],
    ['maître d’hôtel\n🧑‍🍳', ['maître d’hôtel', '🧑‍🍳']],
    ['one, two\t"three"', ['one, two\t"three"']],
  ])('%j', async (text, queries) => {
    for (const size of [1, 2, 3, 1000]) expect((await lines(text, size)).map(({ query }) => query)).toEqual(queries);
  });

  it('marks what is empty, cut, or no text, and keeps the others whole', async () => {
    const long = 'x'.repeat(1_000_000);
    const text = Buffer.concat([
      bytesOf(`nurse\n  \n${long}\ncook`),
      Uint8Array.of(0xff, 0xfe, 10),
      bytesOf('baker\r\n'),
    ]);
    const read = await lines(text, 65_536);
    expect(read.map(({ problem }) => problem)).toEqual([undefined, 'empty', 'cut', 'not-utf8', undefined]);
    expect(read.map(({ query }) => query.slice(0, 6))).toEqual(['nurse', '  ', 'xxxxxx', 'cook\ufffd\ufffd', 'baker']);
    expect(read[2]?.query.length).toBeLessThan(5_000);
  });

  it('are as many as there are, wherever the chunks end', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' '));
    return fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (given, size) => {
          const read = await lines(given.map((text) => `${text}\n`).join(''), size);
          expect(read.map(({ query }) => query)).toEqual(
            given.map((text, i) => (i === 0 ? text.replace(/^\ufeff/, '') : text)),
          );
        },
      ),
    );
  });
});

describe('a column of a CSV file', () => {
  it.each([
    ['id,title\n1,nurse\n2,"cook, head"\n', 'title', ['nurse', 'cook, head']],
    ['\ufefftitle\r\nnurse\r\n"two\nlines"\r\n', 'title', ['nurse', 'two\nlines']],
    ['id,title\n1\n2,cook\n', 'title', ['', 'cook']],
    ['title\n', 'title', []],
  ])('%j', async (text, name, queries) => {
    expect((await column(text, name)).map(({ query }) => query)).toEqual(queries);
  });

  it('that is not there: says which are', async () => {
    await expect(column('id,job\n1,nurse\n', 'title')).rejects.toMatchObject({
      code: 'NO_SUCH_COLUMN',
      hints: ['Its columns: id, job.'],
    });
  });

  it('with a quote that never ends: a sentence, not a fault', async () => {
    await expect(column('title\n"nurse\ncook\n', 'title')).rejects.toMatchObject({ code: 'BAD_CSV' });
  });

  it('passes on that its input broke', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytesOf('title\nnurse\n');
      throw new Error('the disk is gone');
    }
    await expect(all(columnOf(broken(), 'title'))).rejects.toThrow('the disk is gone');
  });
});

it('answers each in its place', async () => {
  const index = openSearchIndex(buildSearchIndex(entries));
  const given = await all(answers(index, linesOf(chunksOf(bytesOf('RN\n\nphlebotomist\nqqqq\n'), 3)), { limit: 1 }));
  expect(given.map(({ query, problem, matches }) => [query, problem, slugs.get(matches[0]?.id ?? -1)])).toEqual([
    ['RN', undefined, 'registered-nurse'],
    ['', 'empty', undefined],
    ['phlebotomist', undefined, 'phlebotomist'],
    ['qqqq', undefined, undefined],
  ]);
});
