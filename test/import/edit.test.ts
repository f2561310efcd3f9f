import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { editField, type Values } from '../../src/import/edit.js';
import { yaml } from './releases.js';

const PAY = { pay: { year: '2025', annual: { mean: '1', median: '2' } } };
const WRITTEN = '  pay:\n    year: 2025\n    annual: { mean: 1, median: 2 }\n';

describe('one edit', () => {
  const cases: [what: string, before: string, entries: Values, after: string][] = [
    ['a field that is missing', 'title: A\n', PAY, `title: A\nfigures:\n${WRITTEN}`],
    ['a file without a last line end', 'title: A', PAY, `title: A\nfigures:\n${WRITTEN.trimEnd()}`],
    ['an empty file', '', PAY, `figures:\n${WRITTEN}`],
    ['a file of comments alone', '# To do.\n', PAY, `# To do.\nfigures:\n${WRITTEN}`],
    ['a comment at the end', 'title: A\n\n# The end.', PAY, `title: A\n\n# The end.\nfigures:\n${WRITTEN.trimEnd()}`],
    ['the end of a document', 'title: A\n...\n', PAY, `title: A\nfigures:\n${WRITTEN}...\n`],
    ['a field with nothing in it', 'figures:\ntitle: A\n', PAY, `figures:\n${WRITTEN}title: A\n`],
    ['nothing but a comment', 'figures: # soon\ntitle: A\n', PAY, `figures: # soon\n${WRITTEN}title: A\n`],
    ['empty braces', 'figures: {} # soon\ntitle: A\n', PAY, `figures: # soon\n${WRITTEN}title: A\n`],
    ['nothing, and no line end', 'figures:', PAY, `figures:\n${WRITTEN.trimEnd()}`],
    [
      'braces',
      'title: A # a\nfigures: {pay: {year: 2024}}\n',
      { pay: { year: '2025' } },
      'title: A # a\nfigures: { pay: { year: 2025 } }\n',
    ],
    [
      'a value where it stands',
      'figures:\n    pay:   # ours\n        year:  2024   # of May\n        code: "29-9021"\nnotes:   x\n',
      { pay: { year: '2025', code: '29-9022' } },
      'figures:\n    pay:   # ours\n        year:  2025   # of May\n        code: "29-9022"\nnotes:   x\n',
    ],
    [
      'a value between odd braces',
      'figures:\n  pay: {mean : 1,   median: 2} # odd\n',
      { pay: { mean: '1', median: '3.5' } },
      'figures:\n  pay: {mean : 1,   median: 3.5} # odd\n',
    ],
    [
      'an entry more, above what follows',
      'figures:\n  a: 1 # last\n  # the end of the figures\n\n# notes\nnotes: x\n',
      { b: { c: '2' } },
      'figures:\n  a: 1 # last\n  b:\n    c: 2\n  # the end of the figures\n\n# notes\nnotes: x\n',
    ],
    [
      'a part more, and the entries beside it untouched',
      'figures:\n  a:\n      x:   1 # one\n  b:\n      y:   2 # two\n  c: {z:   3}\n',
      { a: { x: '1', w: '9' } },
      'figures:\n  a:\n    x: 1 # one\n    w: 9\n  b:\n      y:   2 # two\n  c: {z:   3}\n',
    ],
    [
      'a part that went, and its comment with it',
      'figures:\n  a:\n    x: 1 # one\n    # why two\n    y: 2 # two\n    z: 3 # three\n',
      { a: { x: '1', z: '3' } },
      'figures:\n  a:\n    x: 1 # one\n    z: 3 # three\n',
    ],
    [
      'a part more, and no line end',
      'figures:\n  a:\n    x: 1 # one',
      { a: { x: '1', w: '9' } },
      'figures:\n  a:\n    x: 1 # one\n    w: 9',
    ],
    [
      'another order',
      'figures:\n  values:\n    x: 1 # one\n    y: 2 # two\n',
      { values: { y: '2', x: '1' } },
      'figures:\n  values:\n    y: 2 # two\n    x: 1 # one\n',
    ],
    [
      'a list, with the comments of what stays',
      'figures:\n  hot:\n    - R # the language\n    - SAS\n',
      { hot: ['Excel', 'R'] },
      'figures:\n  hot:\n    - Excel\n    - R # the language\n',
    ],
    [
      'lines of text',
      'figures:\n  # nurses\n  a: |\n    RN\n    Nurse\n  b: |\n    Aide\n',
      { a: 'RN\nStaff Nurse\n' },
      'figures:\n  # nurses\n  a: |\n    RN\n    Staff Nurse\n  b: |\n    Aide\n',
    ],
    [
      'text that needs quotes',
      'figures:\n  a: x # y\n',
      { a: 'No: "none", {or} #1' },
      'figures:\n  a: \'No: "none", {or} #1\' # y\n',
    ],
    [
      'Windows line ends',
      'title: A\r\nfigures:\r\n  # pay\r\n  pay:\r\n    year: 2024 # of May\r\n# end\r\n',
      { ...PAY, entry: { year: '2024' } },
      `title: A\r\nfigures:\r\n  # pay\r\n  pay:\r\n    year: 2025 # of May\r\n    annual: { mean: 1, median: 2 }\r\n  entry:\r\n    year: 2024\r\n# end\r\n`,
    ],
    ['a byte order mark', '\uFEFFtitle: A\nfigures:\n  a: 1\n', { a: '2' }, '\uFEFFtitle: A\nfigures:\n  a: 2\n'],
  ];
  it.each(cases)('%s', (_what, before, entries, after) => {
    const edited = editField(before, 'figures', entries);
    expect(edited.text).toBe(after);
    expect(edited.changes).not.toEqual([]);
    expect(editField(after, 'figures', entries)).toEqual({ text: after, changes: [] });
  });

  it('says what changed', () => {
    const before = 'figures:\n  pay: { year: 2024, median: 50, mean: 60 }\n  skills:\n    a: 1\n    b: 2\n';
    const { changes } = editField(before, 'figures', {
      pay: { year: '2025', median: '51', mode: '4' },
      skills: { b: '2', a: '1' },
      hot: ['R', 'SAS'],
    });
    expect(changes).toEqual([
      { path: ['pay', 'mean'], before: '60', after: undefined },
      { path: ['pay', 'year'], before: '2024', after: '2025' },
      { path: ['pay', 'median'], before: '50', after: '51' },
      { path: ['pay', 'mode'], before: undefined, after: '4' },
      { path: ['skills'], before: 'a, b', after: 'b, a' },
      { path: ['hot'], before: undefined, after: 'R, SAS' },
    ]);
  });

  it.each([
    ['text', 'figures: soon\n'],
    ['a list', 'figures:\n  - a\n'],
    ['a file that is a list', '- a\n'],
    ['broken YAML', 'figures:\n  a: 1\n b: [\n'],
  ])('refuses %s', (_what, source) => {
    expect(() => editField(source, 'figures', PAY)).toThrow(expect.objectContaining({ code: 'YAML' }));
  });
});

/** A record as a person may have written it: what stands around each value, and the values apart. */
interface Written {
  head: string;
  tail: string;
  indent: string;
  eol: string;
  lastEnd: boolean;
  entries: { key: string; gap: string; note: string; above: string; fields: Field[] }[];
}
interface Field {
  key: string;
  gap: string;
  note: string;
  above: string;
  quote: '' | '"' | "'";
  /** In braces on one line, where there is more than one. */
  parts: string[];
}

const word = fc.constantFrom(
  'x',
  'oews-2025',
  'united-states',
  '29-9021.00',
  'not published',
  'at least 239200',
  '-4.6',
);
const value = fc.oneof(
  word,
  fc.integer({ min: -9999, max: 999999 }).map(String),
  fc.double({ min: 0, max: 99, noNaN: true }).map((n) => n.toFixed(2)),
);
const gap = fc.constantFrom(' ', '  ', '     ');
const note = fc.constantFrom('', ' # noted', '   #   why: {this} "and" that');
const above = fc.constantFrom('', '', '# above', '#', '\n', '# two\n# lines');
const around = (prefix: string) =>
  fc
    .array(
      fc.constantFrom(
        'N: plain   # with a note',
        "N:   'it''s quoted'",
        'N: |\n  lines\n\n    of text\n',
        'N: >-\n  folded\n  text',
        'N: [a,   b]',
        'N:\n- a\n-   b # odd',
        'N: {a:   1, "b" : 2}',
        '# a comment',
        '#figures:',
        '',
      ),
      { maxLength: 5 },
    )
    .map((lines) => lines.map((line, i) => `${line.replace(/^N/, `${prefix}${i}`)}\n`).join(''));

const field: fc.Arbitrary<Field> = fc.record({
  key: fc.constantFrom('source', 'year', 'employment', 'annual', 'shares', 'Reading Comprehension', '29-1141.00'),
  gap,
  note,
  above,
  quote: fc.constantFrom('', '"', "'"),
  parts: fc.uniqueArray(fc.constantFrom('mean', 'p10', 'median', 'high-school'), { maxLength: 4 }),
});
const written: fc.Arbitrary<Written> = fc.record({
  head: around('before'),
  tail: around('after'),
  indent: fc.constantFrom('  ', '    ', ' '),
  eol: fc.constantFrom('\n', '\r\n'),
  lastEnd: fc.boolean(),
  entries: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('pay', 'outlook', 'entry', 'job-zone'),
      gap: fc.constantFrom('', '  '),
      note,
      above,
      fields: fc.uniqueArray(field, { selector: ({ key }) => key, minLength: 1, maxLength: 5 }),
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 4 },
  ),
});

/** The record's text, with these values: `values(entry, field, part)`. */
function textOf(record: Written, values: (...path: string[]) => string): string {
  const { head, tail, indent, eol, lastEnd, entries } = record;
  const lines = (text: string, by: string): string =>
    text === ''
      ? ''
      : text
          .split('\n')
          .map((line) => `${line === '' ? '' : by + line}\n`)
          .join('');
  const figures = entries.map((entry) => {
    const fields = entry.fields.map(({ key, gap: space, note: after, above: over, quote, parts }) => {
      const quoted = (text: string): string => quote + text + quote;
      const held =
        parts.length === 0
          ? quoted(values(entry.key, key))
          : `{${parts.map((part) => `${part}:${space}${quoted(values(entry.key, key, part))}`).join(`,${space}`)}}`;
      return `${lines(over, indent + indent)}${indent}${indent}${key}:${space}${held}${after}\n`;
    });
    return `${lines(entry.above, indent)}${indent}${entry.key}:${entry.gap}${entry.note}\n${fields.join('')}`;
  });
  const text = `${head}figures:\n${figures.join('')}${tail}`;
  return (lastEnd ? text : text.replace(/\n$/, '')).replaceAll('\n', eol);
}

const entriesOf = (record: Written, values: (...path: string[]) => string): Values =>
  Object.fromEntries(
    record.entries.map(({ key, fields }) => [
      key,
      Object.fromEntries(
        fields.map((f) => [
          f.key,
          f.parts.length === 0
            ? values(key, f.key)
            : Object.fromEntries(f.parts.map((part) => [part, values(key, f.key, part)])),
        ]),
      ),
    ]),
  );

/** A value for each path, the same each time it is asked. */
const valuesFrom = (list: readonly string[]) => {
  const known = new Map<string, string>();
  return (...path: string[]): string => {
    const at = path.join('/');
    const chosen = known.get(at) ?? list[known.size % list.length] ?? '';
    known.set(at, chosen);
    return chosen;
  };
};
const values = fc.array(value, { minLength: 7, maxLength: 31 }).map(valuesFrom);

describe('any record', () => {
  it('new values stand where the old ones stood, and every other byte is as it was', () => {
    fc.assert(
      fc.property(written, values, values, (record, before, after) => {
        const source = textOf(record, before);
        expect(parseDocument(source).errors).toEqual([]);
        const wanted = entriesOf(record, after);
        const { text } = editField(source, 'figures', wanted);
        expect(text).toBe(textOf(record, after));
        expect(editField(text, 'figures', wanted)).toEqual({ text, changes: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('other parts and entries leave what stands around the figures, and the entries that are not given, as they were', () => {
    fc.assert(
      fc.property(written, written, values, values, (record, other, before, after) => {
        const source = textOf(record, before);
        const wanted = entriesOf(other, after);
        const { text } = editField(source, 'figures', wanted);
        const [top = ''] = source.split(/(?<=^figures:\r?\n)/m);
        expect(text.startsWith(top)).toBe(true);
        const tail = record.tail.replaceAll('\n', record.eol);
        expect(text.endsWith(record.lastEnd ? tail : tail.replace(/\r?\n$/, ''))).toBe(true);
        expect(yaml(text)).toEqual({ ...yaml(source), figures: { ...yaml(source).figures, ...wanted } });
        for (const entry of record.entries.filter(({ key }) => !(key in wanted))) {
          const alone = textOf({ ...record, head: '', tail: '', lastEnd: false, entries: [entry] }, before);
          expect(text).toContain(alone.slice(alone.indexOf('\n') + 1));
        }
        expect(text.endsWith('\n')).toBe(source.endsWith('\n'));
        if (record.eol === '\r\n') expect(text.replaceAll('\r\n', '')).not.toContain('\n');
        expect(editField(text, 'figures', wanted)).toEqual({ text, changes: [] });
      }),
      { numRuns: 400 },
    );
  });
});
