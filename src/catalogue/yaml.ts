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
import { type Finding, finding, inOrder, type Position } from './findings.js';
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
 * "&" or "!" would lose its first word without a sound. `sound` says whether the document can be made a value.
 */
function suspects(
  document: Document,
  at: (offset: number | undefined) => Position,
): { said: Finding[]; sound: boolean } {
  const said: Finding[] = [];
  const aliases: number[] = [];
  let sound = true;
  const open: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { node, depth } = top;
    if (isAlias(node)) {
      aliases.push(startOf(node) ?? 0);
      continue;
    }
    if (isNode(node) && node.anchor !== undefined) {
      const what = `has an anchor, "&${node.anchor}"`;
      said.push(finding('ALIAS', at(startOf(node)), what, 'plain text, in quotes where it begins with "&"'));
    }
    if (!isCollection(node)) continue;
    if (depth >= MAX_DEPTH) {
      said.push(finding('YAML', at(startOf(node)), TOO_DEEP, `at most ${MAX_DEPTH} levels`));
      sound = false;
    } else if (isMap(node)) {
      if (!checkKeys(node, at, said)) sound = false;
      for (const { key, value } of node.items)
        open.push({ node: key, depth: depth + 1 }, { node: value, depth: depth + 1 });
    } else {
      for (const item of node.items) open.push({ node: item, depth: depth + 1 });
    }
  }
  if (aliases.length === 0) return { said, sound };
  // Said once: a bomb has a hundred of them.
  const first = at(aliases.reduce((a, b) => Math.min(a, b)));
  const right = 'the text itself, in quotes where it begins with "*": a record stands by itself';
  return { said: [finding('ALIAS', first, 'is an alias', right)], sound: false };
}

/** Adds what is wrong with a map's keys to `said`. Whether they can be the keys of a value. */
function checkKeys(map: YAMLMap, at: (offset: number | undefined) => Position, said: Finding[]): boolean {
  const keys = new Set<string>();
  let sound = true;
  for (const { key } of map.items) {
    const where = (): Position => at(startOf(key));
    if (!isScalar(key)) {
      said.push(finding('YAML', where(), 'is a key that is not text', 'text as a key'));
      sound = false;
      continue;
    }
    const name = String(key.value);
    if (keys.has(name)) said.push(finding('YAML', where(), `has the key "${name}" again`, 'each key once'));
    // Every object has one: it would get lost on the way to a value.
    if (name === PROTO) said.push(finding('YAML', where(), `has the key "${PROTO}"`, 'another name'));
    keys.add(name);
  }
  return sound;
}

const PROTO = '__proto__';
const TOO_DEEP = 'is nested too deeply';

/** What the parser found wrong. */
function syntaxErrors(document: Document, at: (offset: number) => Position): Finding[] {
  const { errors, warnings } = document;
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  // What it says after that is about text that it has not read; the column is where its stack ended.
  if (exhausted) {
    const { file, line } = at(exhausted.pos[0]);
    return [finding('YAML', { file, line }, TOO_DEEP, `at most ${MAX_DEPTH} levels`)];
  }
  return [
    ...errors.map(({ code, message, pos }) =>
      code === 'MULTIPLE_DOCS'
        ? finding('YAML', at(pos[0]), 'begins another document', 'one document a file')
        : finding('YAML', at(pos[0]), message, 'well-formed YAML'),
    ),
    ...warnings.map(({ message, pos }) =>
      finding('YAML', at(pos[0]), message, 'plain text, in quotes where it begins with "!" or "%"'),
    ),
  ];
}

/** As many as a person reads; the last says how many there are more. */
function someOf(said: readonly Finding[]): Finding[] {
  const once = new Map(said.map((f) => [`${f.line}:${f.column} ${f.what}`, f]));
  const all = inOrder([...once.values()]);
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
    // At 'silent', further documents in the file are passed over in silence too.
    logLevel: 'error',
  });
  const broken = syntaxErrors(document, position);
  if (broken.length > 0) return nothing(broken);
  if (document.contents === null) return nothing([finding('MISSING_FIELD', { file }, 'is empty', 'a map of fields')]);
  const { said, sound } = suspects(document, position);
  if (!sound) return nothing(said);

  const at = (path: readonly PropertyKey[]): Position => position(locate(document, path).offset);
  const keyAt = (path: readonly PropertyKey[], key: string): Position => position(offsetOfKey(document, path, key));
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success && said.length === 0) return { file, value: parsed.data, at };
  for (const issue of parsed.error?.issues ?? []) {
    for (const f of ofIssue(issue, document, at, keyAt)) said.push(f);
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
    return issue.keys
      .filter((key) => key !== PROTO)
      .map((key) =>
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
