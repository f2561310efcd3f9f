/**
 * What only those need who keep a catalogue: reading YAML, checking, compiling, importing. A bundle of its own, so that
 * an answer never loads it.
 */
export { checkCatalogue } from './catalogue/check.js';
export { compileCatalogue } from './catalogue/compile.js';
export { type Finding, isError, levelOf } from './catalogue/findings.js';
export { catalogueFiles, readCatalogue } from './catalogue/read.js';
export { type ImportReport, runImport } from './import/run.js';
