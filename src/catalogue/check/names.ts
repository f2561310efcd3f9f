/** Slugs: each once, each the name of its file; and the everyday names that point to them. */
import { type Finding, finding } from '../findings.js';
import type { ReadCatalogue } from '../read.js';
import type { YamlFile } from '../yaml.js';
import { baseName, type Records, unknownOccupation } from './records.js';

export function checkNames(read: ReadCatalogue): Finding[] {
  return [read.occupations, read.industries, read.places].flatMap((files) => checkSlugs(files));
}

function checkSlugs(files: readonly YamlFile<{ slug: string }>[]): Finding[] {
  const found: Finding[] = [];
  const first = new Map<string, string>();
  for (const { file, value, at } of files) {
    if (value === undefined) continue;
    const { slug } = value;
    const other = first.get(slug);
    if (other === undefined) first.set(slug, file);
    else found.push(finding('SLUG_TWICE', at(['slug']), `"${slug}" is also the slug of ${other}`, 'a slug of its own'));
    const name = baseName(file);
    if (slug !== name) {
      const right = `"${name}", or a file named ${slug}.yaml`;
      found.push(finding('FILE_NAME', at(['slug']), `the slug "${slug}" is not the file's name`, right));
    }
  }
  return found;
}

export function checkEverydayNames({ everydayNames }: ReadCatalogue, records: Records): Finding[] {
  if (!everydayNames?.value) return [];
  return Object.entries(everydayNames.value).flatMap(([name, slugs]) =>
    slugs.flatMap((slug, i) => unknownOccupation(records, slug, () => everydayNames.at([name, i]))),
  );
}
