import { expect, test } from 'vitest';
import type { Io, Out } from '../src/io.js';
import { progressOn } from '../src/progress.js';

/** Says a word every second and gives what reached stderr. */
function told(isTerminal: boolean, seconds: number): string {
  let written = '';
  let time = 0;
  const stderr: Out = {
    write: (text) => {
      written += text;
    },
    drained: async () => {},
    isTerminal,
    columns: 40,
    rows: 24,
  };
  const io = { stderr, now: () => new Date(time) } as Io;
  const progress = progressOn(io);
  for (let second = 0; second < seconds; second++, time += 1000) progress.say(`step ${second}\u001b[2J`);
  progress.done();
  return written;
}

test.each([
  ['nothing in the first second', true, 1, ''],
  ['a log is told every few seconds', false, 8, 'step 1\nstep 6\n'],
])('%s', (_case, isTerminal, seconds, expected) => expect(told(isTerminal, seconds)).toBe(expected));

test('a terminal overwrites its line, and is left clean', () => {
  const written = told(true, 3);
  expect(written.split('\r').map((line) => line.trim())).toEqual(['', 'step 1', 'step 2', '', '']);
  expect(written).not.toContain('\u001b');
});
