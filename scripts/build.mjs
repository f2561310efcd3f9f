// Builds dist/: the bundle that answers, the bundle that keeps catalogues, and the compiled catalogue.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleAnswers, bundleStart, bundleWorkshop, root } from './bundle.mjs';
import { writeManPage } from './man.mjs';

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
await bundleAnswers(join(dist, 'ladders.cjs'));
await bundleStart(join(dist, 'start.cjs'));
await bundleWorkshop(join(dist, 'workshop.cjs'));

const require = createRequire(import.meta.url);
const { compileCatalogue } = require(join(dist, 'workshop.cjs'));
const compiled = compileCatalogue(join(root, 'data'), join(dist, 'catalogue'));
const { title, industries, areas, occupations, jobTitles } = compiled;
console.log(
  `${title}: ${occupations} occupations, ${areas} areas of ${industries} industries, ${jobTitles} job titles`,
);

// The code cache holds what these answers compiled on the way.
const warmUp = `
  const { CACHE, start } = require(${JSON.stringify(join(dist, 'start.cjs'))});
  const { script, exports } = start();
  (async () => {
    await exports.done;
    for (const args of [['show', 'actor', '--pretty', '--color'], ['show', 'actor', '--json'], ['search', 'registered nurse', '--pretty', '--color'], ['list', 'healthcare', '--pretty'], ['search', 'truck drvier', '--json']])
      await exports.main(args);
    require('node:fs').writeFileSync(CACHE, script.createCachedData());
  })();
`;
execFileSync(process.execPath, ['-e', warmUp, 'ladders', 'search', 'coder', '--json'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});

writeManPage(join(root, 'bin/ladders.js'), join(dist, 'ladders.1'), require('../package.json').version);
