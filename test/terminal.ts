/** The program run in process, at a terminal that remembers what it was shown. */
import { join } from 'node:path';
import { run } from '../src/cli.js';
import type { Io, Out } from '../src/io.js';

export const OWN = join(import.meta.dirname, '../dist/catalogue');

export interface Terminal {
  /** Columns; undefined for a pipe. */
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
  stdin?: string | Uint8Array;
  own?: string;
}

export interface Shown {
  out: string;
  err: string;
  exit: number;
  paged: string[];
}

export async function ladders(args: readonly string[], terminal: Terminal = {}): Promise<Shown> {
  const written = { out: '', err: '' };
  const paged: string[] = [];
  const out = (name: 'out' | 'err'): Out => ({
    write: (text) => {
      written[name] += text;
    },
    drained: async (text) => {
      written[name] += text;
    },
    isTerminal: terminal.columns !== undefined,
    columns: terminal.columns,
    rows: terminal.rows,
  });
  const stdin = terminal.stdin ?? '';
  const io: Io = {
    stdout: out('out'),
    stderr: out('err'),
    env: { LANG: 'en_US.UTF-8', ...terminal.env },
    stdin: (async function* () {
      yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
    })(),
    now: () => new Date('2026-11-23T12:00:00Z'),
    page: (text) => {
      paged.push(text);
      return true;
    },
  };
  const exit = await run(args, { io, own: terminal.own ?? OWN });
  return { ...written, exit, paged };
}
