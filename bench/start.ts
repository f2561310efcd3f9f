/** What a start costs, beside its limit. */
import { join } from 'node:path';
import { paired } from './pairs.js';

const BIN = join(__dirname, '../bin/ladders.js');
const PAIRS = Number(process.argv[2] ?? 40);

const CASES: [name: string, args: string[], limit: number][] = [
  ['show --json', ['show', 'health-information-technician', '--json'], 1.7],
  ['show', ['show', 'health-information-technician', '--pretty', '--color'], 2.1],
  ['search --json', ['search', 'coder', '--json'], 1.8],
  ['search', ['search', 'coder', '--pretty', '--color'], 2.2],
  ['list healthcare', ['list', 'healthcare', '--pretty', '--color'], 2.1],
];

console.log(`A start: node ${process.version}, ${PAIRS} pairs with node -e 0; medians\n`);
console.log('command            ladders ms   node ms   ratio   limit');
for (const [name, args, limit] of CASES) {
  const { ours, bare, ratio } = paired([BIN, ...args], PAIRS);
  const cells = [ours.toFixed(1), bare.toFixed(1), `${ratio.toFixed(2)}×`, `${limit}×`];
  console.log(`${name.padEnd(18)}${cells.map((cell) => cell.padStart(9)).join(' ')}${ratio > limit ? '   OVER' : ''}`);
}
