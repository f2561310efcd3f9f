/** A folder of YAML → a catalogue, and everything that is wrong with it. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { LaddersError } from '../errors.js';
import { type Finding, finding, inOrder } from './findings.js';
import type { Catalogue, CatalogueHead, Industry, Occupation, Place } from './model.js';
import { systemReason } from './reason.js';
import {
  everydayNamesSchema,
  headSchema,
  industrySchema,
  jobTitlesSchema,
  occupationSchema,
  placeSchema,
  sharedNamesSchema,
} from './schema.js';
import { socTitle } from './soc.js';
import { readYaml, type YamlFile } from './yaml.js';

/** The files as read, each able to say where a field of it stands. */
export interface ReadCatalogue {
  head: YamlFile<CatalogueHead>;
  industries: YamlFile<Industry>[];
  occupations: YamlFile<Occupation>[];
  places: YamlFile<Place>[];
  everydayNames: YamlFile<z.output<typeof everydayNamesSchema>>[];
  sharedNames: YamlFile<Record<string, string[]>> | undefined;
  catalogue: Catalogue;
  findings: Finding[];
}

/** The YAML files of a catalogue, relative to its folder, in a fixed order. */
export function catalogueFiles(folder: string, findings: Finding[] = []): string[] {
  const inFolder = (name: string): string[] => {
    try {
      return readdirSync(join(folder, name))
        .filter((file) => /\.ya?ml$/.test(file) && !file.startsWith('.'))
        .sort()
        .map((file) => `${name}/${file}`);
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
      findings.push(finding('UNREADABLE', { file: name }, `cannot be read (${systemReason(cause)})`, 'a folder'));
      return [];
    }
  };
  const single = ['catalogue.yaml', 'shared-names.yaml'].filter((file) => {
    try {
      return statSync(join(folder, file)) !== undefined;
    } catch {
      return file === 'catalogue.yaml';
    }
  });
  return [...single, ...['industries', 'occupations', 'places', 'job-titles', 'everyday-names'].flatMap(inFolder)];
}

const toMap = <T>(record: Record<string, T>): Map<string, T> => new Map(Object.entries(record));

/** What people call occupations → the slugs that they mean by it. */
function namesOf(
  own: readonly z.output<typeof everydayNamesSchema>[],
  shared: Record<string, string[]>,
): Map<string, string[]> {
  const names = new Map(Object.entries(shared).map(([name, slugs]) => [name, [...slugs]]));
  for (const [slug, lines] of own.flatMap((file) => Object.entries(file['everyday-names']))) {
    for (const name of lines) {
      const slugs = names.get(name);
      if (slugs === undefined) names.set(name, [slug]);
      else if (!slugs.includes(slug)) slugs.push(slug);
    }
  }
  return names;
}

/** Reads every file, and goes on past each one that is wrong. */
export function readCatalogue(folder: string): ReadCatalogue {
  try {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
  } catch (cause) {
    throw new LaddersError('NO_CATALOGUE', `${folder} cannot be read as a catalogue: ${systemReason(cause)}.`, {
      hints: ['A catalogue is a folder with catalogue.yaml, industries/ and occupations/.'],
      cause,
    });
  }
  const findings: Finding[] = [];
  const files = catalogueFiles(folder, findings);
  const read = <S extends z.ZodType>(file: string, schema: S): YamlFile<z.output<S>> =>
    readYaml(join(folder, file), file, schema, findings);
  const readAll = <S extends z.ZodType>(name: string, schema: S): YamlFile<z.output<S>>[] =>
    files.filter((file) => file.startsWith(`${name}/`)).map((file) => read(file, schema));
  const readOne = <S extends z.ZodType>(file: string, schema: S): YamlFile<z.output<S>> | undefined =>
    files.includes(file) ? read(file, schema) : undefined;

  const headFile = read('catalogue.yaml', headSchema);
  const head: YamlFile<CatalogueHead> = {
    ...headFile,
    value: headFile.value && { ...headFile.value, sources: toMap(headFile.value.sources) },
  };
  const industries = readAll('industries', industrySchema);
  const occupations = readAll('occupations', occupationSchema).map(
    (file): YamlFile<Occupation> => ({
      ...file,
      value: file.value && { ...file.value, officialTitle: file.value.officialTitle ?? socTitle(file.value.code) },
    }),
  );
  const places = readAll('places', placeSchema).map(
    (file): YamlFile<Place> => ({
      ...file,
      value: file.value && {
        ...file.value,
        pay: file.value.pay && { ...file.value.pay, codes: toMap(file.value.pay.codes) },
      },
    }),
  );
  const sharedNames = readOne('shared-names.yaml', sharedNamesSchema);
  const everydayNames = readAll('everyday-names', everydayNamesSchema);
  const jobTitles = readAll('job-titles', jobTitlesSchema);

  const values = <T>(read: YamlFile<T>[]): T[] =>
    read.flatMap((file) => (file.value === undefined ? [] : [file.value]));
  return {
    head,
    industries,
    occupations,
    places,
    everydayNames,
    sharedNames,
    findings: inOrder(findings),
    catalogue: {
      head: head.value ?? { title: '', edition: '', place: '', sources: new Map() },
      industries: values(industries),
      occupations: values(occupations),
      // The whole before its parts.
      places: values(places).sort((a, b) => Number(a.within !== undefined) - Number(b.within !== undefined)),
      jobTitles: new Map(values(jobTitles).flatMap((file) => Object.entries(file['job-titles']))),
      everydayNames: namesOf(values(everydayNames), sharedNames?.value ?? {}),
    },
  };
}
