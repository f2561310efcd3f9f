// How the program is bundled: the same for the build and for the test of what an answer evaluates.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

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

/** Commander asks for child processes that no command of ours is: they cost two milliseconds at each start. */
const noChildProcesses = {
  name: 'no-child-processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Chalk asks what the terminal can show, which loads the network to find out; whether there is colour is ours to say. */
const ownColour = {
  name: 'own-colour',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'supports-color', namespace: 'own-colour' }));
    onLoad({ filter: /.*/, namespace: 'own-colour' }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
    }));
  },
};

/** cli-table3 measures text by way of a regular expression of every emoji, which costs ten milliseconds: ours measures too. */
const ownWidth = {
  name: 'own-width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'own-width' }));
    onLoad({ filter: /.*/, namespace: 'own-width' }, () => ({
      contents: "module.exports = require('./src/render/text.js').widthOf;",
      resolveDir: root,
    }));
  },
};

/** cli-table3 cuts every cell that it draws short, for a line of debugging that is off: two milliseconds of a table. */
const undebugged = {
  name: 'undebugged',
  setup({ onLoad }) {
    onLoad({ filter: /cli-table3[\\/]src[\\/]cell\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace('utils.truncate(this.content, 10, this.truncate)', "''");
      if (contents === source) throw new Error(`${path} no longer cuts its cells: this plugin can go.`);
      return { contents };
    });
  },
};

const workshopApart = {
  name: 'workshop-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/workshop\.js$/ }, () => ({ path: './workshop.cjs', external: true }));
  },
};

/**
 * The bundle that answers.
 * @param {string} outfile
 * @param {import('esbuild').Plugin[]} plugins
 */
export const bundleAnswers = (outfile, plugins = []) =>
  build({
    ...common,
    entryPoints: ['src/main.ts'],
    outfile,
    external: ['csv-parse'],
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [workshopApart, noChildProcesses, ownColour, ownWidth, undebugged, ...plugins],
  });

/**
 * The bundle that keeps catalogues: its packages stay where npm puts them.
 * @param {string} outfile
 */
export const bundleWorkshop = (outfile) =>
  build({ ...common, entryPoints: ['src/workshop.ts'], outfile, packages: 'external' });

/**
 * What the bin requires: it starts the bundle from its code cache.
 * @param {string} outfile
 */
export const bundleStart = (outfile) => build({ ...common, entryPoints: ['src/start.ts'], outfile });
