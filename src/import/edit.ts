/**
 * Rewrites entries of one field of a YAML file and leaves every other byte as it is. A value that changes is replaced
 * where it stands; an entry whose parts come, go or change places is written anew, with its comments.
 */
import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { LaddersError } from '../errors.js';

/** What a field can be given. Some maps are written on one line, a text with line ends as a block. */
export type Value = string | readonly string[] | Values;
export type Values = { readonly [key: string]: Value };

export interface Change {
  /** The keys from the field down. */
  path: string[];
  before: string | undefined;
  after: string | undefined;
}

export interface Edited {
  text: string;
  changes: Change[];
}

/** The bytes from `start` to before `end`, and what they become. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/** A change, with the splice that makes it where one scalar's text is all there is to it. */
interface Step extends Change {
  splice?: Splice;
}

const OPTIONS = { schema: 'failsafe', logLevel: 'silent' } as const;
const LAYOUT = { lineWidth: 0, flowCollectionPadding: true } as const;

/** Text that is the same scalar in a block, within braces and between quotes. */
const BARE = /^-?\w[\w.-]*( [\w.-]+)*$/;

/** Maps whose parts are read side by side stand on one line. */
const onOneLine = (key: string): boolean =>
  ['annual', 'hourly', 'shares', 'scores'].includes(key) || /^\d{2}-\d{4}$/.test(key);

/**
 * Sets entries of the map `field`, which is made at the end of the file where it is missing. Entries that are not
 * given stay as they are.
 */
export function editField(source: string, field: string, entries: Values): Edited {
  const document = parseDocument(source, OPTIONS);
  const root = document.contents;
  if (document.errors[0] || !(isMap(root) || root === null)) {
    throw new LaddersError('YAML', document.errors[0]?.message ?? 'The file is not a map of fields.');
  }
  const pair = root?.items.find((item) => nameOf(item) === field);
  const held = pair?.value;
  const map = isMap(held) && held.items.length > 0 ? held : undefined;
  if (!map && isNode(held) && !isMap(held) && !(isScalar(held) && held.value === '')) {
    throw new LaddersError('YAML', `The field ${field} is not a map.`);
  }

  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const steps: Step[] = [];
  const splices: Splice[] = [];
  const lines = (text: string, indent: number): string =>
    text.replace(/^(?=.)/gm, ' '.repeat(indent)).replaceAll('\n', eol);
  const insert = (at: number, text: string): void => {
    const open = at > 0 && source[at - 1] !== '\n';
    splices.push({ start: at, end: at, text: open ? eol + text.slice(0, -eol.length) : text });
  };

  if (root?.flow || map?.flow) {
    // Between braces there are no lines to add: all is written anew.
    const target = mapAt(root as YAMLMap, field);
    for (const [key, value] of Object.entries(entries)) assign(target, key, value, [key], steps);
    const text = lines(document.toString(LAYOUT), 0);
    if (steps.length > 0) splices.push({ start: 0, end: source.length, text });
  } else if (map) {
    const added: string[] = [];
    for (const [key, value] of Object.entries(entries)) {
      const item = map.items.find((candidate) => nameOf(candidate) === key);
      if (!item) {
        added.push(written(key, value, steps));
        continue;
      }
      const from = steps.length;
      assign(map, key, value, [key], steps);
      const fresh = steps.slice(from);
      const inPlaces = fresh.flatMap(({ splice }) => splice ?? []);
      if (inPlaces.length === fresh.length) {
        splices.push(...inPlaces);
      } else {
        const column = columnOf(source, item);
        const [start, end] = [startOf(item), endOf(source, item)];
        const text = lines(rewritten(source.slice(start, end), column, key, value), column);
        splices.push({ start, end, text: text.slice(column) });
      }
    }
    const last = map.items.at(-1);
    if (added.length > 0 && last) insert(endOf(source, last), lines(added.join(''), columnOf(source, map.items[0])));
  } else {
    const text = lines(
      Object.entries(entries)
        .map(([key, value]) => written(key, value, steps))
        .join(''),
      2,
    );
    const range = isNode(held) ? held.range : undefined;
    const last = root?.items.at(-1);
    if (text === '') {
      // Nothing to set.
    } else if (range) {
      const gap = /[ \t]*$/.exec(source.slice(0, range[0]))?.[0].length ?? 0;
      if (range[1] > range[0]) splices.push({ start: range[0] - gap, end: range[1], text: '' });
      insert(lineEnd(source, range[1]), text);
    } else {
      const end = last ? endOf(source, last) : 0;
      const marker = /^\.\.\.(?=\s|$)/m.exec(source.slice(end));
      insert(marker ? end + marker.index : source.length, `${field}:${eol}${text}`);
    }
  }

  const changes = steps.map(({ path, before, after }) => ({ path, before, after }));
  return { text: spliced(source, splices), changes };
}

function spliced(source: string, splices: readonly Splice[]): string {
  let text = '';
  let at = 0;
  for (const { start, end, text: instead } of [...splices].sort((a, b) => a.start - b.start)) {
    text += source.slice(at, start) + instead;
    at = end;
  }
  return text + source.slice(at);
}

/** The key of a pair: a node where it was read, text where it was set. */
const nameOf = ({ key }: Pair): string => (typeof key === 'string' ? key : (scalarText(key) ?? ''));
const scalarText = (node: unknown): string | undefined => (isScalar(node) ? String(node.value) : undefined);
const startOf = (item: Pair): number => (isNode(item.key) ? (item.key.range?.[0] ?? 0) : 0);
const columnOf = (source: string, item: Pair | undefined): number => {
  const start = item ? startOf(item) : 0;
  return start - (source.lastIndexOf('\n', start - 1) + 1);
};

/** Where the line ends that this offset stands in, with its line end. */
function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end + 1;
}

/** Where the lines of a pair end, with the comment on the last of them. */
function endOf(source: string, item: Pair): number {
  const value = isNode(item.value) ? item.value : item.key;
  const end = (isNode(value) && value.range?.[1]) || startOf(item);
  // A block ends at the beginning of the line below it.
  return isNode(value) && (isCollection(value) || isScalar(value)) && source[end - 1] === '\n'
    ? end
    : lineEnd(source, end);
}

/** An entry that was not there. */
function written(key: string, value: Value, steps: Step[]): string {
  const root = new YAMLMap();
  assign(root, key, value, [key], steps);
  return new Document(root, OPTIONS).toString(LAYOUT);
}

/** The text of an entry that stands at this column, with the value that it gets. */
function rewritten(source: string, column: number, key: string, value: Value): string {
  const text = source.replaceAll('\r\n', '\n').replace(new RegExp(`\\n {0,${column}}`, 'g'), '\n');
  const part = parseDocument(text, OPTIONS);
  if (part.errors[0] || !isMap(part.contents)) throw new LaddersError('YAML', `The entry ${key} cannot be rewritten.`);
  assign(part.contents, key, value, [], []);
  const all = part.toString(LAYOUT);
  return source.endsWith('\n') ? all : all.slice(0, -1);
}

function mapAt(map: YAMLMap, key: string): YAMLMap {
  const old = map.get(key, true);
  if (isMap(old)) return old;
  const fresh = new YAMLMap();
  map.set(key, fresh);
  return fresh;
}

function assign(map: YAMLMap, key: string, value: Value, path: string[], steps: Step[]): void {
  const old = map.get(key, true);
  if (typeof value === 'string') {
    const before = scalarText(old);
    if (before === value) return;
    const splice = isScalar(old) ? inPlace(old, value) : undefined;
    steps.push({ path, before, after: value, ...(splice && { splice }) });
    if (isScalar(old)) {
      old.value = value;
      if (value.includes('\n')) old.type = Scalar.BLOCK_LITERAL;
    } else {
      map.set(key, scalar(value));
    }
    return;
  }
  if (isList(value)) {
    const items: unknown[] = isSeq(old) ? old.items : [];
    const before = items.map(scalarText);
    if (before.length === value.length && before.every((item, i) => item === value[i])) return;
    steps.push({ path, before: isSeq(old) ? before.join(', ') : undefined, after: value.join(', ') });
    const seq: YAMLSeq = isSeq(old) ? old : new YAMLSeq();
    const known = new Map(items.map((item) => [scalarText(item), item]));
    seq.items = value.map((item) => known.get(item) ?? scalar(item));
    if (!isSeq(old)) map.set(key, seq);
    return;
  }
  const already = steps.length;
  const keys = Object.keys(value);
  const inner = mapAt(map, key);
  if (inner.items.length === 0) inner.flow = onOneLine(key);
  for (const item of [...inner.items]) {
    const name = nameOf(item);
    if (!keys.includes(name)) {
      steps.push({ path: [...path, name], before: scalarText(item.value) ?? '', after: undefined });
      inner.delete(item.key);
    }
  }
  for (const [name, entry] of Object.entries(value)) assign(inner, name, entry, [...path, name], steps);
  const before = inOrder(inner, keys);
  // Where a part came or went the entry is written anew, in order; else the order is a change of its own.
  const inPlaceOnly = steps.slice(already).every(({ splice }) => splice !== undefined);
  if (before !== undefined && inPlaceOnly) steps.push({ path, before, after: keys.join(', ') });
}

const isList = (value: Value): value is readonly string[] => Array.isArray(value);

/** The splice that gives a scalar another text, where both stand as they are. */
function inPlace(old: Scalar, value: string): Splice | undefined {
  const quote = { [Scalar.PLAIN]: '', [Scalar.QUOTE_DOUBLE]: '"', [Scalar.QUOTE_SINGLE]: "'" }[String(old.type)];
  if (!old.range || quote === undefined || old.value === '' || !BARE.test(value)) return undefined;
  return { start: old.range[0], end: old.range[1], text: quote + value + quote };
}

/** Puts the items of a map into the order of the keys; the order they had, where it was another. */
function inOrder(map: YAMLMap, keys: readonly string[]): string | undefined {
  const before = map.items.map(nameOf);
  if (before.every((name, i) => name === keys[i])) return undefined;
  map.items.sort((a, b) => keys.indexOf(nameOf(a)) - keys.indexOf(nameOf(b)));
  return before.join(', ');
}

function scalar(value: string): Scalar {
  const node = new Scalar(value);
  if (value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
  return node;
}
