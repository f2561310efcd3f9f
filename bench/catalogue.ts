/** What the whole catalogue costs: to compile, to carry, and to look up in as it grows. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenCatalogue } from '../src/catalogue/open.js';
import type { Profile } from '../src/catalogue/profile.js';
import { SEARCH_FILE, STORE_FILE, StoreWriter } from '../src/catalogue/store.js';
import { paired } from './pairs.js';

const ROOT = join(__dirname, '..');
const DIST = join(ROOT, 'dist');
const PAIRS = Number(process.argv[2] ?? 30);
const folder = mkdtempSync(join(tmpdir(), 'ladders-bench-'));

const over = (is: boolean): string => (is ? '   OVER' : '');

// Compiling, in a process of its own: its time and the most memory that it held.
const compile = `
  const start = performance.now();
  require(${JSON.stringify(join(DIST, 'workshop.cjs'))}).compileCatalogue(${JSON.stringify(join(ROOT, 'data'))}, ${JSON.stringify(join(folder, 'compiled'))});
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
`;
const { seconds, megabytes } = JSON.parse(execFileSync(process.execPath, ['-e', compile], { encoding: 'utf8' }));
console.log(
  `Compiling data/: ${seconds.toFixed(1)} s (limit 10)${over(seconds > 10)}, ${megabytes.toFixed(0)} MB (limit 500)${over(megabytes > 500)}`,
);

const [{ size, unpackedSize }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const packed = size / 1024 / 1024;
console.log(
  `The package: ${packed.toFixed(2)} MB packed (limit 6)${over(packed > 6)}, ${(unpackedSize / 1024 / 1024).toFixed(1)} MB unpacked`,
);
const mb = (name: string): string => (statSync(join(DIST, 'catalogue', name)).size / 1024 / 1024).toFixed(1);
console.log(`The store ${mb(STORE_FILE)} MB, the search index ${mb(SEARCH_FILE)} MB\n`);

// The same look-up in a store of fewer and of more records; what is more are copies under other slugs.
const own = OpenCatalogue.open(join(DIST, 'catalogue'));
const { occupations } = own.head();
const profiles = Array.from({ length: occupations }, (_, id) => own.profile(own.card(id).slug)).filter(
  (p): p is Profile => p !== undefined,
);
const asked = 'health-information-technician';

console.log(`show --json ${asked}: ${PAIRS} pairs with node -e 0; medians\n`);
console.log('records   ladders ms   node ms   ratio');
for (const records of [130, occupations, occupations * 10, occupations * 100]) {
  const program = join(folder, String(records));
  mkdirSync(join(program, 'dist/catalogue'), { recursive: true });
  cpSync(join(ROOT, 'bin'), join(program, 'bin'), { recursive: true });
  for (const file of ['start.cjs', 'ladders.cjs', 'ladders.cache'])
    cpSync(join(DIST, file), join(program, 'dist', file));
  const store = new StoreWriter(join(program, 'dist/catalogue', STORE_FILE));
  store.put('head', own.head());
  const first = profiles.findIndex(({ card }) => card.slug === asked);
  for (let i = 0; i < records; i++) {
    const profile = profiles[(first + i) % profiles.length];
    if (!profile) continue;
    const copy = Math.floor(i / profiles.length);
    store.put(`occupation:${profile.card.slug}${copy === 0 ? '' : `-${copy}`}`, profile);
  }
  store.finish();
  writeFileSync(join(program, 'dist/catalogue', SEARCH_FILE), readFileSync(join(DIST, 'catalogue', SEARCH_FILE)));
  const run = [join(program, 'bin/ladders.js'), 'show', asked, '--json'];
  const { ours, bare, ratio } = paired(run, PAIRS);
  console.log(
    `${String(records).padStart(7)} ${ours.toFixed(1).padStart(12)} ${bare.toFixed(1).padStart(9)} ${ratio.toFixed(2).padStart(6)}×`,
  );
  rmSync(program, { recursive: true, force: true });
}
rmSync(folder, { recursive: true, force: true });
