/** One YAML file, read with suspicion: text → a typed value, or findings that say where and why not. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { z } from 'zod';
import { type Finding, finding, type Position } from './findings.js';
import { systemReason } from './reason.js';

/** Far above any file of a catalogue, far below what would stall a reader. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** Deeper than any record, and far less deep than the stack. */
const MAX_DEPTH = 16;
/** Findings said of one file: noise has a million of them. */
const MAX_FINDINGS = 100;

/** A pipe that nobody writes to would keep a plain open waiting. Not on Windows, which has no such pipes in folders. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

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
    handle = openSync(path, READ);
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

const keyIndexes = new WeakMap<YAMLMap, Map<string, Pair>>();

/** A map's pair by its key; maps have a hundred thousand keys where someone means harm. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  let index = keyIndexes.get(map);
  if (!index) {
    index = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])));
    keyIndexes.set(map, index);
  }
  return index.get(key);
}

/** The node at a path, if it is there; and where it stands, or else the nearest thing above it that is there. */
function locate(document: Document, path: readonly PropertyKey[]): { node: unknown; offset: number | undefined } {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const key of path) {
    const pair = isMap(node) ? pairOf(node, String(key)) : undefined;
    node = isMap(node) ? pair?.value : isCollection(node) ? node.get(Number(key), true) : undefined;
    offset = startOf(node) ?? startOf(pair?.key) ?? offset;
  }
  return { node, offset };
}

/** Where a map's own key stands, for a field that should not be there. */
function offsetOfKey(document: Document, path: readonly PropertyKey[], key: string): number | undefined {
  const { node } = locate(document, path);
  return isMap(node) ? startOf(pairOf(node, key)?.key) : undefined;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/**
 * What YAML allows and a record has no use for. An alias can stand for a million others; and a title that begins with
 * "&" or "!" would lose its first word without a sound. `bomb` says that the document must not be unfolded.
 */
function suspects(
  document: Document,
  at: (offset: number | undefined) => Position,
): { said: Finding[]; bomb: boolean } {
  const said: Finding[] = [];
  let bomb = false;
  const open: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { node, depth } = top;
    const where = at(startOf(node));
    if (isAlias(node)) {
      said.push(finding('ALIAS', where, 'is an alias', 'the text itself: a record stands by itself'));
      bomb = true;
      continue;
    }
    if (isNode(node) && node.anchor !== undefined) {
      const what = `has an anchor, "&${node.anchor}"`;
      said.push(finding('ALIAS', where, what, 'plain text, in quotes where it begins with "&"'));
    }
    if (!isCollection(node)) continue;
    if (depth >= MAX_DEPTH) {
      said.push(finding('YAML', where, TOO_DEEP, `at most ${MAX_DEPTH} levels`));
      bomb = true;
      continue;
    }
    if (!isMap(node)) {
      for (const item of node.items) open.push({ node: item, depth: depth + 1 });
      continue;
    }
    const keys = new Set<string>();
    for (const { key, value } of node.items) {
      open.push({ node: key, depth: depth + 1 }, { node: value, depth: depth + 1 });
      if (!isScalar(key)) {
        if (!isAlias(key)) said.push(finding('YAML', at(startOf(key)), 'is a key that is not text', 'text as a key'));
        continue;
      }
      const name = String(key.value);
      if (keys.has(name)) said.push(finding('YAML', at(startOf(key)), `has the key "${name}" again`, 'each key once'));
      // Every object has one: it would get lost on the way to a value.
      if (name === '__proto__') said.push(finding('YAML', at(startOf(key)), 'has the key "__proto__"', 'another name'));
      keys.add(name);
    }
  }
  return { said, bomb };
}

const TOO_DEEP = 'is nested too deeply';

/** What the parser found wrong. */
function syntaxErrors(document: Document, at: (offset: number) => Position): Finding[] {
  const { errors, warnings } = document;
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  // What it says after that is about text that it has not read.
  if (exhausted) return [finding('YAML', at(exhausted.pos[0]), TOO_DEEP, `at most ${MAX_DEPTH} levels`)];
  return [
    ...errors.map((error) => finding('YAML', at(error.pos[0]), error.message, 'well-formed YAML')),
    ...warnings.map(({ message, pos }) =>
      finding('YAML', at(pos[0]), message, 'plain text, in quotes where it begins with "!" or "%"'),
    ),
  ];
}

/** As many as a person reads; the last says how many there are more. */
function someOf(said: readonly Finding[]): Finding[] {
  const once = new Map(said.map((f) => [`${f.line}:${f.column} ${f.what}`, f]));
  const all = [...once.values()];
  const next = all[MAX_FINDINGS];
  if (!next) return all;
  const rest = all.length - MAX_FINDINGS;
  return [...all.slice(0, MAX_FINDINGS), { ...next, what: `${next.what} (and ${rest - 1} findings more)` }];
}

/** Parses one file's text; what is wrong with it is added to `findings`. */
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
  const nothing = (said: Finding[]): YamlFile<z.output<S>> => {
    findings.push(...someOf(said));
    return { file, value: undefined, at: () => ({ file }) };
  };

  const document = parseDocument(source, {
    schema: 'failsafe',
    // The parser compares each key with each other one; `suspects` does it in one go.
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const broken = syntaxErrors(document, position);
  if (broken.length > 0) return nothing(broken);
  if (document.contents === null) return nothing([finding('MISSING_FIELD', { file }, 'is empty', 'a map of fields')]);
  const { said, bomb } = suspects(document, position);
  if (bomb) return nothing(said);

  const at = (path: readonly PropertyKey[]): Position => position(locate(document, path).offset);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success && said.length === 0) return { file, value: parsed.data, at };
  for (const issue of parsed.error?.issues ?? []) {
    const keyOf = (path: readonly PropertyKey[], key: string): Position => position(offsetOfKey(document, path, key));
    said.push(...ofIssue(issue, document, at, keyOf));
  }
  findings.push(...someOf(said));
  return { file, value: undefined, at };
}

/** What the schema refuses, in a person's words. */
function ofIssue(
  issue: z.core.$ZodIssue,
  document: Document,
  at: (path: readonly PropertyKey[]) => Position,
  keyAt: (path: readonly PropertyKey[], key: string) => Position,
): Finding[] {
  const { path } = issue;
  const name = path.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      finding('UNKNOWN_FIELD', keyAt(path, key), `"${key}" is no field of ${name}`, 'a field that the format knows'),
    );
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const { wrong, right } = inWords(messageOf(issue));
    return [finding('WRONG_FIELD', keyAt(path.slice(0, -1), key), `the key "${key}" ${wrong}`, right)];
  }
  const { node } = locate(document, path);
  if (issue.code === 'invalid_type') {
    const right = EXPECTED[issue.expected] ?? issue.expected;
    if (node === undefined) return [finding('MISSING_FIELD', at(path), `${name} is missing`, right)];
    return [finding('WRONG_FIELD', at(path), `${name} is ${kindOf(node)}`, right)];
  }
  const { wrong, right } = inWords(messageOf(issue), issue.code === 'too_small' ? issue.origin : 'string');
  if (node === undefined) return [finding('MISSING_FIELD', at(path), `${name} is missing`, right)];
  return [finding('WRONG_FIELD', at(path), `${name} ${wrong}`, right)];
}

const EXPECTED: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map of fields',
};

const kindOf = (node: unknown): string => (isMap(node) ? 'a map of fields' : isCollection(node) ? 'a list' : 'text');

/** The schema's own words, which stand inside where keys and alternatives are concerned. */
function messageOf(issue: z.core.$ZodIssue): string {
  const inner = issue.code === 'invalid_key' ? issue.issues[0] : undefined;
  const last = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined;
  const next = inner ?? last;
  return next ? messageOf(next) : issue.message;
}

/** The schema says "must be …", or what is wrong ("has no text"). */
function inWords(message: string, kind = 'string'): { wrong: string; right: string } {
  if (message.startsWith('must be '))
    return { wrong: 'is not what it must be', right: message.slice('must be '.length) };
  if (/^(has|names) /.test(message))
    return { wrong: message, right: kind === 'array' ? 'a list of one or more' : 'plain text' };
  return { wrong: 'is not what it must be', right: 'what the format asks for' };
}

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
