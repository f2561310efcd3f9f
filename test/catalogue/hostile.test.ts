import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Finding } from '../../src/catalogue/findings.js';
import { readCatalogue } from '../../src/catalogue/read.js';
import { parseYaml } from '../../src/catalogue/yaml.js';
import { type Files, findingsIn, folderOf, newFolder, SMALL } from './folder.js';

vi.mock(import('node:fs'), async (original) => {
  const fs = await original();
  return { ...fs, readSync: vi.fn(fs.readSync) as typeof fs.readSync };
});

const CASHIER = SMALL['occupations/cashier.yaml'];
const withTitle = (title: string): Files => ({ 'occupations/cashier.yaml': CASHIER.replace('The cashier', title) });
const cashier = (content: string | Uint8Array): Files => ({ 'occupations/cashier.yaml': content });
const more = (text: string): Files => cashier(`${CASHIER}${text}`);

/** Nine lists, each of nine of the one before: four hundred million words. */
const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    Array.from({ length: 8 }, (_, i) => {
      const [name, before] = [String.fromCharCode(98 + i), String.fromCharCode(97 + i)];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
    }),
  )
  .join('\n');

/** Name, what is changed in the small catalogue, what is found. */
const CASES: [string, Files, string[]][] = [
  [
    'an escape sequence',
    withTitle('"\\e[2J\\e[31mred"'),
    ['WRONG_FIELD occupations/cashier.yaml:1:8 title has control characters, which a terminal would obey | plain text'],
  ],
  [
    'a raw escape character',
    withTitle('\u001b[31mred'),
    ['WRONG_FIELD occupations/cashier.yaml:1:8 title has control characters, which a terminal would obey | plain text'],
  ],
  [
    'a bell, a backspace, a delete, a C1 control',
    { ...more('also-called: ["a\\ab", "a\\bb", "a\\x7Fb", "a\\x9Bb", fine]') },
    [
      'WRONG_FIELD occupations/cashier.yaml:7:15 also-called.0 has control characters, which a terminal would obey | plain text',
      'WRONG_FIELD occupations/cashier.yaml:7:23 also-called.1 has control characters, which a terminal would obey | plain text',
      'WRONG_FIELD occupations/cashier.yaml:7:31 also-called.2 has control characters, which a terminal would obey | plain text',
      'WRONG_FIELD occupations/cashier.yaml:7:41 also-called.3 has control characters, which a terminal would obey | plain text',
    ],
  ],
  [
    'a carriage return inside',
    withTitle('"a\\rb"'),
    ['WRONG_FIELD occupations/cashier.yaml:1:8 title has control characters, which a terminal would obey | plain text'],
  ],
  [
    'bidi overrides and isolates',
    more('also-called: ["a\u202Eb", "\u2066a\u2069", "a\u200Fb", plain]'),
    [
      'WRONG_FIELD occupations/cashier.yaml:7:15 also-called.0 has control characters, which a terminal would obey | plain text',
      'WRONG_FIELD occupations/cashier.yaml:7:22 also-called.1 has control characters, which a terminal would obey | plain text',
      'WRONG_FIELD occupations/cashier.yaml:7:29 also-called.2 has control characters, which a terminal would obey | plain text',
    ],
  ],
  [
    'an escape sequence in a key',
    more('"\\e[31mcolour\\n": red'),
    [
      'UNKNOWN_FIELD occupations/cashier.yaml:7:1 "\\u{1B}[31mcolour\\u{A}" is no field of the file | a field that the format knows',
    ],
  ],
  [
    'an escape sequence in an everyday name',
    { 'shared-names.yaml': '"\\e]0;evil\\a": [packer]\n' },
    [
      'WRONG_FIELD shared-names.yaml:1:1 the key "\\u{1B}]0;evil\\u{7}" has control characters, which a terminal would obey | plain text',
    ],
  ],
  [
    'an escape sequence in what the parser quotes',
    withTitle('!\u001b[31m red'),
    [
      'YAML occupations/cashier.yaml:1:9 Tags and anchors must be separated from the next token by white space | well-formed YAML',
    ],
  ],
  [
    'a key of a hundred kilobytes',
    more(`? ${'k'.repeat(100_000)}\n: red`),
    [`UNKNOWN_FIELD occupations/cashier.yaml:7:3 "${'k'.repeat(499)}… | a field that the format knows`],
  ],

  [
    'an alias bomb',
    cashier(BOMB),
    [
      'ALIAS occupations/cashier.yaml:2:8 is an alias | the text itself, in quotes where it begins with "*": a record stands by itself',
    ],
  ],
  [
    'an alias of itself',
    cashier('a: &a [*a]'),
    [
      'ALIAS occupations/cashier.yaml:1:8 is an alias | the text itself, in quotes where it begins with "*": a record stands by itself',
    ],
  ],
  [
    'an alias to nothing',
    withTitle('*nobody'),
    [
      'ALIAS occupations/cashier.yaml:1:8 is an alias | the text itself, in quotes where it begins with "*": a record stands by itself',
    ],
  ],
  [
    'an alias as a key',
    more('also-called: [&a x]\n*a : y'),
    [
      'ALIAS occupations/cashier.yaml:8:1 is an alias | the text itself, in quotes where it begins with "*": a record stands by itself',
    ],
  ],
  [
    'an anchor',
    withTitle('&Sons Company'),
    ['ALIAS occupations/cashier.yaml:1:14 has an anchor, "&Sons" | plain text, in quotes where it begins with "&"'],
  ],
  [
    'a tag',
    withTitle('!Important Company'),
    [
      'YAML occupations/cashier.yaml:1:8 Unresolved tag: !Important | plain text, in quotes where it begins with "!" or "%"',
    ],
  ],
  [
    'a tag that makes a number',
    withTitle('!!int 5'),
    [
      'YAML occupations/cashier.yaml:1:8 Unresolved tag: tag:yaml.org,2002:int | plain text, in quotes where it begins with "!" or "%"',
    ],
  ],
  [
    'a merge',
    more('<<: { colour: red }'),
    ['UNKNOWN_FIELD occupations/cashier.yaml:7:1 "<<" is no field of the file | a field that the format knows'],
  ],
  [
    'two documents',
    more('---\ntitle: Another\n'),
    ['YAML occupations/cashier.yaml:7:1 begins another document | one document a file'],
  ],
  [
    'a key that is no text',
    more('[a, b]: c\n? { d: e }\n: f'),
    [
      'YAML occupations/cashier.yaml:7:1 is a key that is not text | text as a key',
      'YAML occupations/cashier.yaml:8:3 is a key that is not text | text as a key',
    ],
  ],
  [
    'a list, where a record is due',
    cashier('- a\n- b\n'),
    ['WRONG_FIELD occupations/cashier.yaml:1:1 the file is a list | a map of fields'],
  ],
  [
    'text, where a record is due',
    cashier('a cashier'),
    ['WRONG_FIELD occupations/cashier.yaml:1:1 the file is text | a map of fields'],
  ],
  ['an empty file', cashier(''), ['MISSING_FIELD occupations/cashier.yaml is empty | a map of fields']],
  ['a file of comments', cashier('# to do\n'), ['MISSING_FIELD occupations/cashier.yaml is empty | a map of fields']],
  [
    'a key that every object has',
    {
      ...more('__proto__: { title: x }\nconstructor: x\ntoString: y'),
      'shared-names.yaml': '__proto__: [packer]\nhasOwnProperty: [packer]\n',
    },
    [
      'YAML occupations/cashier.yaml:7:1 has the key "__proto__" | another name',
      'UNKNOWN_FIELD occupations/cashier.yaml:8:1 "constructor" is no field of the file | a field that the format knows',
      'UNKNOWN_FIELD occupations/cashier.yaml:9:1 "toString" is no field of the file | a field that the format knows',
      'YAML shared-names.yaml:1:1 has the key "__proto__" | another name',
    ],
  ],

  [
    'seventeen levels',
    more(`also-called: ${'['.repeat(16)}${']'.repeat(16)}`),
    ['YAML occupations/cashier.yaml:7:29 is nested too deeply | at most 16 levels'],
  ],
  [
    'a hundred thousand brackets',
    cashier(`title: ${'['.repeat(100_000)}`),
    ['YAML occupations/cashier.yaml:1 is nested too deeply | at most 16 levels'],
  ],
  [
    'a hundred thousand brackets, closed',
    cashier(`title: ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    ['YAML occupations/cashier.yaml:1 is nested too deeply | at most 16 levels'],
  ],
  [
    'a hundred thousand braces',
    cashier(`title: ${'{a: '.repeat(100_000)}`),
    ['YAML occupations/cashier.yaml:1 is nested too deeply | at most 16 levels'],
  ],
  [
    'a hundred thousand dashes',
    cashier(`title:\n  ${'- '.repeat(100_000)}x`),
    ['YAML occupations/cashier.yaml:2 is nested too deeply | at most 16 levels'],
  ],

  [
    'a binary file',
    cashier(Uint8Array.from({ length: 1000 }, (_, i) => i % 256)),
    ['NOT_TEXT occupations/cashier.yaml is not text (it has a zero byte) | YAML in UTF-8'],
  ],
  [
    'UTF-16',
    cashier(Buffer.from(`\uFEFF${CASHIER}`, 'utf16le')),
    ['NOT_TEXT occupations/cashier.yaml is not text (it has a zero byte) | YAML in UTF-8'],
  ],
  [
    'Latin-1',
    cashier(Buffer.from(CASHIER.replace('The', 'Caf\u00e9'), 'latin1')),
    ['NOT_TEXT occupations/cashier.yaml is not UTF-8 | YAML in UTF-8'],
  ],
  [
    'a byte order mark',
    { ...cashier(`\uFEFF${CASHIER}colour: red\n`) },
    ['UNKNOWN_FIELD occupations/cashier.yaml:7:1 "colour" is no field of the file | a field that the format knows'],
  ],
  ['a byte order mark and nothing wrong', cashier(`\uFEFF${CASHIER}`), []],
  [
    'CRLF',
    cashier(`${CASHIER}colour: red\nalso-called: [x, ""]`.replaceAll('\n', '\r\n')),
    [
      'UNKNOWN_FIELD occupations/cashier.yaml:7:1 "colour" is no field of the file | a field that the format knows',
      'WRONG_FIELD occupations/cashier.yaml:8:18 also-called.1 has no text | plain text',
    ],
  ],
  ['CRLF and nothing wrong', cashier(CASHIER.replaceAll('\n', '\r\n')), []],
  [
    'letters of two units before what is wrong',
    more('also-called: ["\u{1F4B6}", ""]'),
    ['WRONG_FIELD occupations/cashier.yaml:7:21 also-called.1 has no text | plain text'],
  ],
];

describe('what a file should not have is refused, and said where', () => {
  test.each(CASES)('%s', (_name, changes, expected) => {
    expect(findingsIn(folderOf({ ...SMALL, ...changes }))).toEqual(expected);
  });
});

/** Name, what is done to the folder of the small catalogue, what is found. */
const ON_DISK: [string, (folder: string) => void, string[]][] = [
  [
    'a file of a hundred megabytes',
    (folder) => {
      truncateSync(join(folder, 'occupations/cashier.yaml'), 100 * 1024 * 1024);
    },
    ['TOO_LARGE occupations/cashier.yaml has 100 MB | at most 4 MB'],
  ],
  [
    'a folder in place of a file',
    (folder) => {
      rmSync(join(folder, 'occupations/cashier.yaml'));
      mkdirSync(join(folder, 'occupations/cashier.yaml'));
    },
    ['UNREADABLE occupations/cashier.yaml is not a file | a YAML file'],
  ],
  [
    'a link to itself',
    (folder) => {
      rmSync(join(folder, 'occupations/cashier.yaml'));
      symlinkSync('cashier.yaml', join(folder, 'occupations/cashier.yaml'));
    },
    [
      'UNREADABLE occupations/cashier.yaml cannot be read (its symbolic links go in a circle) | a file that can be read',
    ],
  ],
  [
    'a link to nothing',
    (folder) => {
      rmSync(join(folder, 'occupations/cashier.yaml'));
      symlinkSync('nowhere', join(folder, 'occupations/cashier.yaml'));
    },
    ['UNREADABLE occupations/cashier.yaml cannot be read (there is no such file or folder) | a file that can be read'],
  ],
  [
    'a link to the folder above',
    (folder) => symlinkSync('..', join(folder, 'occupations/round.yaml')),
    ['UNREADABLE occupations/round.yaml is not a file | a YAML file'],
  ],
  [
    'a link that is a good record',
    (folder) => {
      writeFileSync(join(folder, 'aside'), CASHIER);
      rmSync(join(folder, 'occupations/cashier.yaml'));
      symlinkSync('../aside', join(folder, 'occupations/cashier.yaml'));
    },
    [],
  ],
  [
    'a pipe that nobody writes to',
    (folder) => {
      rmSync(join(folder, 'occupations/cashier.yaml'));
      execFileSync('mkfifo', [join(folder, 'occupations/cashier.yaml')]);
    },
    ['UNREADABLE occupations/cashier.yaml is not a file | a YAML file'],
  ],
  [
    'a device without end',
    (folder) => {
      rmSync(join(folder, 'occupations/cashier.yaml'));
      symlinkSync('/dev/zero', join(folder, 'occupations/cashier.yaml'));
    },
    ['UNREADABLE occupations/cashier.yaml is not a file | a YAML file'],
  ],
  [
    'a folder of records that leads to itself',
    (folder) => {
      rmSync(join(folder, 'occupations'), { recursive: true });
      symlinkSync('occupations', join(folder, 'occupations'));
    },
    ['UNREADABLE occupations cannot be read (its symbolic links go in a circle) | a folder'],
  ],
  [
    'a file in place of a folder',
    (folder) => {
      rmSync(join(folder, 'industries'), { recursive: true });
      writeFileSync(join(folder, 'industries'), '');
      writeFileSync(join(folder, 'occupations/cashier.yaml'), `${CASHIER}home: shops/selling\n`);
    },
    ['UNREADABLE industries cannot be read (it is not a folder) | a folder'],
  ],
  [
    'a file in place of the places',
    (folder) => {
      rmSync(join(folder, 'places'), { recursive: true });
      writeFileSync(join(folder, 'places'), '');
    },
    ['UNREADABLE places cannot be read (it is not a folder) | a folder'],
  ],
  [
    'no head',
    (folder) => rmSync(join(folder, 'catalogue.yaml')),
    ['UNREADABLE catalogue.yaml cannot be read (there is no such file or folder) | a file that can be read'],
  ],
  [
    'a file name that a terminal would obey',
    (folder) => writeFileSync(join(folder, 'occupations/\u001b[31mred.yaml'), ''),
    ['MISSING_FIELD occupations/\\u{1B}[31mred.yaml is empty | a map of fields'],
  ],
  [
    'what is no YAML is not read',
    (folder) => {
      writeFileSync(join(folder, 'occupations/notes.txt'), '{');
      writeFileSync(join(folder, 'occupations/.cashier.yaml'), '{');
    },
    [],
  ],
];

describe.skipIf(process.platform === 'win32')('what should not be on the disk is refused, and quickly', () => {
  test.each(ON_DISK)('%s', (_name, change, expected) => {
    const folder = folderOf(SMALL);
    change(folder);
    expect(findingsIn(folder)).toEqual(expected);
  });

  test('a file of a hundred megabytes is not read', () => {
    const folder = folderOf({ 'catalogue.yaml': '' });
    truncateSync(join(folder, 'catalogue.yaml'), 100 * 1024 * 1024);
    vi.mocked(readSync).mockClear();
    expect(findingsIn(folder)).toEqual(['TOO_LARGE catalogue.yaml has 100 MB | at most 4 MB']);
    expect(readSync).not.toHaveBeenCalled();
  });

  test.each([
    [
      'a folder that is not there',
      (folder: string) => join(folder, 'nowhere'),
      /cannot be read as a catalogue: there is no such file or folder/,
    ],
    ['a file', (folder: string) => join(folder, 'catalogue.yaml'), /cannot be read as a catalogue: it is not a folder/],
  ])('%s is no catalogue', (_name, path, message) => {
    expect(() => readCatalogue(path(folderOf(SMALL)))).toThrow(message);
  });
});

/** Runs as somebody who may not read everything. */
function asNobody<T>(run: () => T): T {
  const nobody = 65534;
  if (process.geteuid?.() !== 0 || !process.seteuid) return run();
  process.seteuid(nobody);
  try {
    return run();
  } finally {
    process.seteuid(0);
  }
}

// Worker threads and Windows cannot change who they are; there only root is in the way.
describe.skipIf(process.platform === 'win32' || (process.geteuid?.() === 0 && !process.seteuid))(
  'permission denied',
  () => {
    test.each([
      [
        'a file',
        'occupations/cashier.yaml',
        ['UNREADABLE occupations/cashier.yaml cannot be read (permission is denied) | a file that can be read'],
      ],
      ['the records', 'occupations', ['UNREADABLE occupations cannot be read (permission is denied) | a folder']],
      ['the places', 'places', ['UNREADABLE places cannot be read (permission is denied) | a folder']],
    ])('%s', (_name, path, expected) => {
      const folder = folderOf(SMALL);
      for (const open of [join(folder, '..'), folder]) chmodSync(open, 0o755);
      chmodSync(join(folder, path), 0);
      expect(asNobody(() => findingsIn(folder))).toEqual(expected);
    });
  },
);

const TEXTS = z.record(z.string(), z.string());
const parsed = <S extends z.ZodType>(
  source: string,
  schema: S,
): { value: z.output<S> | undefined; findings: Finding[] } => {
  const findings: Finding[] = [];
  const { value } = parseYaml(source, 'f.yaml', schema, findings);
  return { value, findings };
};

describe('every scalar is the text that stands in the file', () => {
  test.each([
    ['0110', '0110'],
    ['0x1F', '0x1F'],
    ['1_000', '1_000'],
    ['1e3', '1e3'],
    ['.inf', '.inf'],
    ['NO', 'NO'],
    ['yes', 'yes'],
    ['true', 'true'],
    ['null', 'null'],
    ['~', '~'],
    ['', ''],
    ['2026-05-15', '2026-05-15'],
    ['12:30:45', '12:30:45'],
    ['"0110"', '0110'],
    ["'it''s'", "it's"],
    ['>-\n    one\n    two', 'one two'],
    ['|-\n    one\n    two', 'one\ntwo'],
  ])('%j', (written, read) => {
    for (const head of ['', '%YAML 1.1\n---\n']) {
      expect(parsed(`${head}a: ${written}\n`, TEXTS)).toEqual({ value: { a: read }, findings: [] });
    }
  });

  test.each(['0110', 'NO', 'null', '~', 'true', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'as a key: %s',
    (key) => {
      const { value } = parsed(`${key}: x\n`, TEXTS);
      expect(Object.entries(value ?? {})).toEqual([[key, 'x']]);
    },
  );
});

describe('noise', { timeout: 30_000 }, () => {
  test('of twenty thousand findings, a hundred are said, and how many more there are', () => {
    const { findings } = parsed(`[${','.repeat(20_000)}`, TEXTS);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.what).toMatch(/\(and \d{5} findings more\)$/);
  });

  test.each([
    ['the same key', 30_000, (_i: number) => 'a: x\n', TEXTS],
    ['an unknown field', 30_000, (i: number) => `k${i}: x\n`, z.strictObject({})],
    ['a wrong value', 30_000, (i: number) => `k${i}: []\n`, TEXTS],
  ])('%s, %i times: no square of them', (_name, times, line, schema) => {
    const { value, findings } = parsed(Array.from({ length: times }, (_, i) => line(i)).join(''), schema);
    expect(value).toBeUndefined();
    expect(findings).toHaveLength(101);
    expect(findings[1]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });

  test('whatever a file says, it is a value or a finding, and no finding has what a terminal obeys', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '- ',
        '? ',
        ': ',
        'a: ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a ',
        '*a',
        '!b ',
        '|',
        '>-',
        '"',
        "'",
        '#',
        '%',
        '---',
        '...',
        '@',
        '\t',
        '  ',
        '\n',
        '\r\n',
        '<<',
        '\\e',
        '__proto__',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { value, findings } = parsed(pieces.join(''), TEXTS);
        expect(value === undefined).toBe(findings.length > 0);
        for (const f of findings) expect(f.what + f.right).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
      { numRuns: 300 },
    );
  });
});

test('a finding points at the very value, whatever stands around it', () => {
  const name = fc.stringMatching(/^[a-z\u00e4\u4e2d\u{1F600}][a-z\u00e4\u4e2d\u{1F600}]{0,8}$/u);
  const good = fc.constantFrom('x', '"x y"', '|\n    x\n    y', '>-\n    x', '{ b: c }', '# said\n  x');
  const entries = fc.uniqueArray(fc.tuple(name, good), { minLength: 1, maxLength: 8, selector: ([key]) => key });
  fc.assert(
    fc.property(entries, fc.nat(), fc.constantFrom('\n', '\r\n'), fc.boolean(), (all, n, newline, flow) => {
      const wrong = n % all.length;
      const bad = flow ? '[WRONG]' : 'WRONG';
      const source = all
        .map(([key, value], i) => `${key}: ${i === wrong ? bad : value}\n`)
        .join('')
        .replaceAll('\n', newline);
      const value = z
        .unknown()
        .refine((v) => JSON.stringify(v).includes('WRONG') === false, { error: 'must be right' });
      const { findings } = parsed(source, z.record(z.string(), value));
      expect(findings).toHaveLength(1);
      const { line = 0, column = 0 } = findings[0] ?? {};
      expect(source.split(newline)[line - 1]?.slice(column - 1)).toBe(bad);
    }),
  );
});

test('an empty folder is a catalogue without a head', () => {
  expect(findingsIn(newFolder())).toEqual([
    'UNREADABLE catalogue.yaml cannot be read (there is no such file or folder) | a file that can be read',
  ]);
});
