/** One YAML file, read with suspicion: text → a typed value, or findings that say where and why not. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Document, isAlias, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type Finding, finding, type Position } from './findings.js';
import { systemReason } from './reason.js';

/** Far above any file of a catalogue, far below what would stall a reader. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024;

export interface YamlFile<T> {
  /** As it is named in findings. */
  file: string;
  /** What the file says, where it says it rightly. */
  value: T | undefined;
  /** Where the value at a path of keys and indexes stands; the nearest thing that is there, where nothing is. */
  at(path: readonly PropertyKey[]): Position;
}

function readText(path: string, file: string, findings: Finding[]): string | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const stat = fstatSync(handle);
    if (!stat.isFile()) {
      findings.push(finding('UNREADABLE', { file }, 'is not a file', 'a YAML file'));
      return undefined;
    }
    if (stat.size > MAX_FILE_BYTES) {
      const size = Math.ceil(stat.size / 1024 / 1024);
      findings.push(finding('TOO_LARGE', { file }, `has ${size} MB`, `at most ${MAX_FILE_BYTES / 1024 / 1024} MB`));
      return undefined;
    }
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const n = readSync(handle, bytes, length, bytes.length - length, length);
      if (n === 0) break;
      length += n;
    }
    const content = bytes.subarray(0, length);
    if (content.includes(0)) {
      findings.push(finding('NOT_TEXT', { file }, 'is not text (it has a zero byte)', 'YAML in UTF-8'));
      return undefined;
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      findings.push(finding('NOT_TEXT', { file }, 'is not UTF-8', 'YAML in UTF-8'));
      return undefined;
    }
  } catch (cause) {
    findings.push(
      finding('UNREADABLE', { file }, `cannot be read (${systemReason(cause)})`, 'a file that can be read'),
    );
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The node at a path, or the nearest above it that is there. For a key, the key itself. */
function nodeAt(document: Document, path: readonly PropertyKey[]): { offset: number } | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const key of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      const start = isNode(pair.value) && pair.value.range ? pair.value : pair.key;
      node = pair.value;
      if (isNode(start) && start.range) offset = start.range[0];
    } else {
      node = node.get(Number(key), true);
      if (isNode(node) && node.range) offset = node.range[0];
    }
  }
  return offset === undefined ? undefined : { offset };
}

/** Where a map's own key stands, for a field that should not be there. */
function keyAt(document: Document, path: readonly PropertyKey[], key: string): number | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

/** Parses one file's text. */
export function parseYaml<S extends z.ZodType>(
  source: string,
  file: string,
  schema: S,
  findings: Finding[],
): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const position = (offset: number | undefined): Position => {
    if (offset === undefined) return { file };
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const nothing: YamlFile<z.output<S>> = { file, value: undefined, at: () => ({ file }) };

  let document: Document;
  try {
    document = parseDocument(source, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch (cause) {
    const what = cause instanceof RangeError ? 'is nested too deeply' : `cannot be parsed (${String(cause)})`;
    findings.push(finding('YAML', { file }, what, 'a plain record'));
    return nothing;
  }
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const what = error.message.split('\n')[0] ?? error.code;
      const right = error.code === 'DUPLICATE_KEY' ? 'each key once' : 'well-formed YAML';
      findings.push(finding('YAML', position(error.pos[0]), what, right));
    }
    return nothing;
  }
  let alias: number | undefined;
  visit(document, (_key, node) => {
    if (!isAlias(node)) return undefined;
    alias = node.range?.[0];
    return visit.BREAK;
  });
  if (alias !== undefined) {
    findings.push(finding('ALIAS', position(alias), 'is an alias', 'the text itself: a record stands by itself'));
    return nothing;
  }

  const at = (path: readonly PropertyKey[]): Position => position(nodeAt(document, path)?.offset);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, at };
  for (const issue of parsed.error.issues) {
    const name = issue.path.map(String).join('.') || 'the file';
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const where = position(keyAt(document, issue.path, key));
        findings.push(
          finding('UNKNOWN_FIELD', where, `"${key}" is no field of ${name}`, 'a field that the format knows'),
        );
      }
    } else if (document.getIn(issue.path, true) === undefined && issue.path.length > 0) {
      findings.push(finding('MISSING_FIELD', at(issue.path), `${name} is missing`, rightOf(issue)));
    } else {
      const key =
        issue.code === 'invalid_key'
          ? position(keyAt(document, issue.path.slice(0, -1), String(issue.path.at(-1))))
          : at(issue.path);
      findings.push(finding('WRONG_FIELD', key, `${name} ${wrong(issue)}`, rightOf(issue)));
    }
  }
  return { file, value: undefined, at };
}

const EXPECTED: Record<string, string> = { string: 'text', array: 'a list', object: 'a map of fields' };

function innerMessage(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message;
  if (issue.code === 'invalid_union') return issue.errors.at(-1)?.[0]?.message;
  return issue.message;
}

const wrong = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return 'is of another kind';
  const message = innerMessage(issue) ?? '';
  return message.startsWith('must') ? 'is not what it must be' : message;
};

const rightOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? issue.expected;
  const message = innerMessage(issue) ?? '';
  return message.startsWith('must be ') ? message.slice('must be '.length) : 'plain text';
};

/** Reads one file of a catalogue. */
export function readYaml<S extends z.ZodType>(
  path: string,
  file: string,
  schema: S,
  findings: Finding[],
): YamlFile<z.output<S>> {
  const source = readText(path, file, findings);
  if (source === undefined) return { file, value: undefined, at: () => ({ file }) };
  return parseYaml(source, file, schema, findings);
}
