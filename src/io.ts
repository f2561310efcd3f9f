/** Streams, width, colour, locale, clock: decided once, here. Nothing else but the entry touches `process`. */
import { fstatSync, writeSync } from 'node:fs';
import { colors, type Look, NO_STYLE, toAscii } from './render/look.js';
import { harmless } from './render/text.js';

export interface Out {
  write(text: string): void;
  /** Writes, and waits until there is room for more. */
  drained(text: string): Promise<void>;
  isTerminal: boolean;
  /** Columns and rows of the terminal; undefined where there is none. */
  columns: number | undefined;
  rows: number | undefined;
}

export interface Io {
  stdout: Out;
  stderr: Out;
  env: Readonly<Record<string, string | undefined>>;
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean };
  now(): Date;
  /** Shows a long text through a pager; false where there is none. */
  page(text: string): boolean;
}

export type When = 'always' | 'never' | 'auto';

/** What a person may say about how answers look. */
export interface LookOptions {
  color?: When;
  plain?: boolean;
  pretty?: boolean;
  ascii?: boolean;
  width?: number;
}

const DEFAULT_WIDTH = 80;
const LEAST_WIDTH = 20;
const MOST_WIDTH = 100_000;

/** `--color` > NO_COLOR > FORCE_COLOR, CLICOLOR_FORCE > TERM=dumb > is this stream a terminal. */
export function wantsColor(when: When | undefined, env: Io['env'], isTerminal: boolean): boolean {
  if (when === 'always') return true;
  if (when === 'never') return false;
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR ?? env.CLICOLOR_FORCE;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (env.TERM === 'dumb') return false;
  return isTerminal;
}

/** Whether the locale writes UTF-8; one that says nothing is taken to. */
export function hasUnicode(env: Io['env']): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  if (locale) return /utf-?8/i.test(locale);
  return env.TERM !== 'linux' && env.TERM !== 'dumb';
}

/** Whether answers are for a pipe or a screen reader: one record or one field a line, never wrapped. */
export const wantsPlain = (options: LookOptions, out: Out): boolean =>
  options.plain === true || (options.pretty !== true && !out.isTerminal);

export async function lookOf(options: LookOptions, io: Io, out: Out): Promise<Look> {
  const color = wantsColor(options.color, io.env, out.isTerminal);
  const said = Number(io.env.COLUMNS);
  const width = options.width ?? out.columns ?? (Number.isInteger(said) && said > 0 ? said : DEFAULT_WIDTH);
  return {
    width: Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH),
    color,
    unicode: options.ascii !== true && hasUnicode(io.env),
    style: color ? await colors() : NO_STYLE,
    year: io.now().getFullYear(),
  };
}

/** A text as the locale can show it, and nothing that a terminal would obey. */
export const encode = (text: string, look: Look): string => harmless(look.unicode ? text : toAscii(text));

/** Made when it is first asked for: a stream costs milliseconds, and most answers need only one. */
function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A reader that goes away ends the program quietly. */
function onError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
}

/** Through Node's stream: for a terminal, which only it knows, and for a pipe that will not wait. */
function streamed(stream: NodeJS.WriteStream): Out {
  stream.on('error', onError);
  return {
    write: (text) => void stream.write(text),
    drained: async (text) => {
      if (!stream.write(text)) await new Promise((resolve) => stream.once('drain', resolve));
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    rows: stream.rows,
  };
}

/** Straight into a pipe or a file, waiting until it is written: Node's stream would do the same and costs 5 ms to set up. */
function direct(fd: number, stream: () => NodeJS.WriteStream): Out {
  let rest: Out | undefined;
  const write = (text: string): void => {
    if (rest !== undefined) {
      rest.write(text);
      return;
    }
    const bytes = Buffer.from(text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(fd, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') onError(error as NodeJS.ErrnoException);
      rest = streamed(stream());
      stream().write(bytes.subarray(written));
    }
  };
  const drained = async (text: string): Promise<void> => {
    if (rest === undefined) write(text);
    else await rest.drained(text);
  };
  return { write, drained, isTerminal: false, columns: undefined, rows: undefined };
}

const outOf = (fd: number, stream: () => NodeJS.WriteStream): Out =>
  fstatSync(fd).isCharacterDevice() ? streamed(stream()) : direct(fd, stream);

/** Shows a text through the pager that the person chose. */
function page(text: string): boolean {
  const pager = process.env.LADDERS_PAGER ?? process.env.PAGER ?? 'less';
  if (pager === '' || pager === 'cat') return false;
  const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
  const ran = spawnSync(pager, {
    shell: true,
    input: text,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, LESS: process.env.LESS ?? 'FRX', LV: process.env.LV ?? '-c' },
  });
  return ran.status === 0;
}

/** The process's own streams. */
export function processIo(): Io {
  const stdout = lazily(() => outOf(1, () => process.stdout));
  const stderr = lazily(() => outOf(2, () => process.stderr));
  return {
    get stdout() {
      return stdout();
    },
    get stderr() {
      return stderr();
    },
    get stdin() {
      return process.stdin;
    },
    env: process.env,
    now: () => new Date(),
    page,
  };
}
