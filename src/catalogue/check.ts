/** What no single file can show: that the records, ladders, places and sources of a catalogue agree. */
import { checkAdvancements } from './check/advancements.js';
import { checkFigures } from './check/figures.js';
import { checkHomes, checkLadders } from './check/ladders.js';
import { checkEverydayNames, checkNames } from './check/names.js';
import { checkProse } from './check/prose.js';
import { recordsOf } from './check/records.js';
import { type Finding, inOrder } from './findings.js';
import type { ReadCatalogue } from './read.js';

/** Everything that is wrong with a catalogue, what reading it found included, in the order of its files. */
export function checkCatalogue(read: ReadCatalogue): Finding[] {
  const records = recordsOf(read);
  return inOrder([
    ...read.findings,
    ...checkNames(read),
    ...checkEverydayNames(read, records),
    ...checkLadders(read, records),
    ...checkHomes(read, records),
    ...checkAdvancements(read.catalogue.industries, records),
    ...checkFigures(read, records),
    ...checkProse(records),
  ]);
}
