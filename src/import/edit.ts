/**
 * Rewrites one field of a YAML file and leaves every other byte as it is. Inside the field, comments and the order of
 * what stays are kept too.
 */
import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { LaddersError } from '../errors.js';

/** What a field can be given. A map marked `flow` is written on one line, a text with line ends as a block. */
export type Value = string | readonly string[] | { readonly [key: string]: Value };

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

const OPTIONS = { schema: 'failsafe', logLevel: 'silent' } as const;
const LAYOUT = { lineWidth: 0, flowCollectionPadding: true } as const;

/** Maps whose parts are read side by side stand on one line. */
const onOneLine = (key: string): boolean =>
  ['annual', 'hourly', 'shares', 'scores'].includes(key) || /^\d{2}-\d{4}$/.test(key);

/**
 * Sets the entries of the map `field` (made at the end of the file where it is missing); entries that are not given
 * stay. A value that is already there changes nothing.
 */
export function editField(source: string, field: string, entries: { readonly [key: string]: Value }): Edited {
  const document = parseDocument(source, OPTIONS);
  const { contents } = document;
  if (document.errors[0] || !(isMap(contents) || contents === null)) {
    throw new LaddersError('YAML', document.errors[0]?.message ?? 'The file is not a map of fields.');
  }
  const pair = contents?.items.find((item) => isScalar(item.key) && item.key.value === field);
  const start = pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? source.length) : source.length;
  const value = pair?.value;
  const range = isMap(value) || isScalar(value) ? value.range : undefined;
  const end = range ? Math.max(range[1], start + field.length + 1) : source.length;

  const part = pair ? parseDocument(source.slice(start, end), OPTIONS) : new Document({}, OPTIONS);
  const changes: Change[] = [];
  const root = part.contents;
  if (!isMap(root)) throw new LaddersError('YAML', `The field ${field} is not a map.`);
  let map: unknown = root.get(field, true);
  if (!isMap(map)) {
    map = new YAMLMap();
    root.set(field, map);
  }
  const target = map as YAMLMap;
  if (target.items.length === 0) target.flow = false;
  for (const [key, entry] of Object.entries(entries)) assign(target, key, entry, [key], changes);
  if (changes.length === 0) return { text: source, changes };

  const written = part.toString(LAYOUT).replace(/\n$/, '');
  const before = pair || source === '' || source.endsWith('\n') ? source.slice(0, start) : `${source}\n`;
  const after = source.slice(end).replace(/^[ \t]*(?=\n)/, '') || '\n';
  return { text: `${before}${written}${after}`, changes };
}

const scalarText = (node: unknown): string | undefined => (isScalar(node) ? String(node.value) : undefined);

function assign(map: YAMLMap, key: string, value: Value, path: string[], changes: Change[]): void {
  const old = map.get(key, true);
  if (typeof value === 'string') {
    const before = scalarText(old);
    if (before === value) return;
    changes.push({ path, before, after: value });
    if (isScalar(old)) old.value = value;
    else map.set(key, scalar(value));
    return;
  }
  if (Array.isArray(value)) {
    const before = isSeq(old) ? old.items.map(scalarText) : [];
    if (isSeq(old) && before.length === value.length && before.every((item, i) => item === value[i])) return;
    changes.push({ path, before: isSeq(old) ? before.join(', ') : undefined, after: value.join(', ') });
    const seq = new YAMLSeq();
    seq.items = value.map(scalar);
    map.set(key, seq);
    return;
  }
  const already = changes.length;
  const wanted = value as { readonly [key: string]: Value };
  const keys = Object.keys(wanted);
  let inner: YAMLMap;
  if (isMap(old)) {
    inner = old;
  } else {
    inner = new YAMLMap();
    map.set(key, inner);
  }
  if (inner.items.length === 0) inner.flow = onOneLine(key);
  for (const item of [...inner.items]) {
    const name = scalarText(item.key);
    if (name !== undefined && !keys.includes(name)) {
      changes.push({ path: [...path, name], before: scalarText(item.value) ?? '', after: undefined });
      inner.delete(item.key);
    }
  }
  for (const [name, entry] of Object.entries(wanted)) assign(inner, name, entry, [...path, name], changes);
  const before = inOrder(inner, keys);
  // A part that came or went is a change already; order alone is one too.
  if (before !== undefined && changes.length === already) changes.push({ path, before, after: keys.join(', ') });
}

/** Puts the items of a map into the order of the keys; the order they had, where it was another. */
function inOrder(map: YAMLMap, keys: readonly string[]): string | undefined {
  const nameOf = (item: Pair): string => scalarText(item.key) ?? '';
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
