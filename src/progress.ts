/** Says on stderr what goes on, once it has gone on for a second. */
import type { Io } from './io.js';
import { clean } from './render/text.js';

const QUIET_MS = 1000;
/** A log is told less often than a terminal, which overwrites its line. */
const LOG_EVERY_MS = 5000;

export interface Progress {
  say(what: string): void;
  done(): void;
}

export function progressOn({ stderr, now }: Io): Progress {
  const start = now().getTime();
  let shown = '';
  let last = start;
  return {
    say: (what) => {
      const time = now().getTime();
      const wait = stderr.isTerminal || shown === '' ? 0 : LOG_EVERY_MS;
      if (time - start < QUIET_MS || what === shown || time - last < wait) return;
      shown = what;
      last = time;
      const width = stderr.columns ?? 80;
      const line = clean(what).slice(0, width - 1);
      stderr.write(stderr.isTerminal ? `\r${line.padEnd(width - 1)}` : `${line}\n`);
    },
    done: () => {
      if (shown !== '' && stderr.isTerminal) stderr.write(`\r${' '.repeat((stderr.columns ?? 80) - 1)}\r`);
    },
  };
}
