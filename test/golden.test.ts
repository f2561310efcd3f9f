/** What is printed, whole, in each way it is printed. `npm run golden` makes the files anew; review them as code. */
import { describe, expect, test } from 'vitest';
import { ladders, type Terminal } from './terminal.js';

const MODES: Record<string, Terminal & { args?: string[] }> = {
  wide: { columns: 120, env: { NO_COLOR: '1' } },
  middle: { columns: 80, env: { NO_COLOR: '1' } },
  narrow: { columns: 40, env: { NO_COLOR: '1' } },
  colour: { columns: 80 },
  ascii: { columns: 80, env: { NO_COLOR: '1', LANG: 'C' } },
  plain: {},
  json: { args: ['--json'] },
};

const ALL = Object.keys(MODES);
const CASES: [name: string, args: string[], modes: string[]][] = [
  ['show-health-information-technician', ['show', 'health-information-technician'], ALL],
  ['show-at-place', ['show', 'medical', 'coder', '--place', 'Central New York'], ['middle', 'plain']],
  ['show-actor', ['show', 'actor'], ['middle', 'narrow', 'plain', 'json']],
  ['show-legislator', ['show', 'legislator'], ['middle', 'plain']],
  ['show-infantry', ['show', 'infantry'], ['middle']],
  ['show-physician', ['show', 'physician'], ['middle']],
  ['show-several', ['show', '29-1141'], ['middle', 'narrow', 'plain', 'json']],
  ['show-by-path', ['show', 'healthcare/information/computer-systems-analyst'], ['middle']],
  ['show-nothing', ['show', 'actng', 'person'], ['plain', 'json']],
  ['list', ['list'], ALL],
  ['list-area', ['list', 'healthcare/information'], ALL],
  ['search-coder', ['search', 'coder'], ALL],
  ['search-filters', ['search', '--education', 'associate', '--min-pay', '80k', '--sort', 'pay'], ['middle', 'plain']],
  ['ladder', ['ladder', 'healthcare/information'], ALL],
  ['ladder-of', ['ladder', 'registered-nurse'], ['middle']],
  ['ladder-mermaid', ['ladder', 'healthcare/dentistry', '--format', 'mermaid'], ['plain']],
  ['ladder-dot', ['ladder', 'healthcare/dentistry', '--format', 'dot'], ['plain']],
  ['next', ['next', 'medical-coder'], ALL],
  ['from', ['from', 'registered-nurse'], ['middle', 'plain']],
  ['path', ['path', 'pharmacy-aide', 'pharmacist'], ALL],
  ['path-none', ['path', 'cashier', 'physician', '--max-years', '3'], ['middle', 'json']],
  ['compare', ['compare', 'licensed-practical-nurse', 'registered-nurse'], ALL],
  ['compare-four', ['compare', 'electrician', 'plumber', 'carpenter', 'welder'], ['wide', 'middle']],
  ['sources', ['sources'], ['middle', 'narrow', 'plain', 'json']],
  ['help', ['help'], ['plain']],
  ['help-search', ['help', 'search'], ['plain']],
];

describe.each(CASES)('%s', (name, args, modes) => {
  test.each(modes)('%s', async (mode) => {
    const { args: more = [], ...terminal } = MODES[mode] ?? {};
    const shown = await ladders([...args, ...more], terminal);
    const whole = `${shown.out}${shown.err ? `--- stderr\n${shown.err}` : ''}--- exit ${shown.exit}\n`;
    await expect(whole).toMatchFileSnapshot(`golden/${name}.${mode}.txt`);
  });
});
