/** Slugs: each once, each the name of its file; and the everyday names that point to them. */
import { type Finding, finding, type Position } from '../findings.js';
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

export function checkEverydayNames({ everydayNames, sharedNames }: ReadCatalogue, records: Records): Finding[] {
  const found: Finding[] = [];
  /** A name in small letters → who bears it. */
  const bearers = new Map<string, string>();
  if (sharedNames?.value) {
    for (const [name, slugs] of Object.entries(sharedNames.value)) {
      bearers.set(name.toLowerCase(), slugs.join(' and '));
      slugs.forEach((slug, i) => {
        found.push(...unknownOccupation(records, slug, () => sharedNames.at([name, i])));
      });
    }
  }
  for (const { value, at } of everydayNames) {
    for (const [slug, names] of Object.entries(value?.['everyday-names'] ?? {})) {
      const here = (): Position => at(['everyday-names', slug]);
      found.push(...unknownOccupation(records, slug, here));
      for (const name of names) {
        const other = bearers.get(name.toLowerCase());
        if (other === undefined) bearers.set(name.toLowerCase(), slug);
        else
          found.push(
            finding('NAME_TWICE', here(), `"${name}" is also a name of ${other}`, 'once, in shared-names.yaml'),
          );
      }
    }
  }
  return found;
}
