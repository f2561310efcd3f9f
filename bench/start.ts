/**
 * What a start costs: whole processes in pairs with bare `node -e 0`, in turn, so that a machine whose speed drifts
 * slows both. Prints the median ratio beside its limit.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const BIN = join(__dirname, '../bin/ladders.js');
const PAIRS = Number(process.argv[2] ?? 40);
const WARM_UP = 3;

const CASES: [name: string, args: string[], limit: number][] = [
  ['show --json', ['show', 'health-information-technician', '--json'], 1.7],
  ['show', ['show', 'health-information-technician', '--pretty', '--color'], 2.1],
  ['search --json', ['search', 'coder', '--json'], 1.8],
  ['search', ['search', 'coder', '--pretty', '--color'], 2.2],
  ['list healthcare', ['list', 'healthcare', '--pretty', '--color'], 2.1],
];

// The certificates that this variable names are read at each start of node, which hides everything else.
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

function milliseconds(args: string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

console.log(`node ${process.version}, ${PAIRS} pairs each; medians\n`);
console.log('command            ladders ms   node ms   ratio   limit');
for (const [name, args, limit] of CASES) {
  const ratios: number[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = -WARM_UP; i < PAIRS; i++) {
    const a = milliseconds([BIN, ...args]);
    const b = milliseconds(['-e', '0']);
    if (i < 0) continue;
    ours.push(a);
    bare.push(b);
    ratios.push(a / b);
  }
  const ratio = median(ratios);
  const cells = [median(ours).toFixed(1), median(bare).toFixed(1), `${ratio.toFixed(2)}×`, `${limit}×`];
  console.log(`${name.padEnd(18)}${cells.map((cell) => cell.padStart(9)).join(' ')}${ratio > limit ? '   OVER' : ''}`);
}
