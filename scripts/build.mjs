// Builds dist/: the bundle that answers, the bundle that keeps catalogues, the compiled catalogue, and V8's code cache.
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  legalComments: 'none',
  logLevel: 'warning',
  // What is imported where it is used stays unevaluated until then.
  supported: { 'dynamic-import': false },
};
const toWorkshop = {
  name: 'workshop',
  setup({ onResolve }) {
    onResolve({ filter: /\/workshop\.js$/ }, () => ({ path: './workshop.cjs', external: true }));
  },
};
await build({
  ...common,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/ladders.cjs',
  external: ['csv-parse'],
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [toWorkshop],
});
await build({ ...common, entryPoints: ['src/workshop.ts'], outfile: 'dist/workshop.cjs', packages: 'external' });

const { compileCatalogue } = createRequire(import.meta.url)(join(dist, 'workshop.cjs'));
const compiled = compileCatalogue(join(root, 'data'), join(dist, 'catalogue'));
const { title, industries, areas, occupations, jobTitles } = compiled;
console.log(
  `${title}: ${occupations} occupations, ${areas} areas of ${industries} industries, ${jobTitles} job titles`,
);
