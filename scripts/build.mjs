// Builds dist/: the bundle that answers, the bundle that keeps catalogues, and the compiled catalogue.
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleAnswers, bundleWorkshop, root } from './bundle.mjs';

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
await bundleAnswers(join(dist, 'ladders.cjs'));
await bundleWorkshop(join(dist, 'workshop.cjs'));

const { compileCatalogue } = createRequire(import.meta.url)(join(dist, 'workshop.cjs'));
const compiled = compileCatalogue(join(root, 'data'), join(dist, 'catalogue'));
const { title, industries, areas, occupations, jobTitles } = compiled;
console.log(
  `${title}: ${occupations} occupations, ${areas} areas of ${industries} industries, ${jobTitles} job titles`,
);
