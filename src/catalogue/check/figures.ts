/** Every figure's place, source and code are there, and the code is its record's. */
import { isCombined, publishedUnder } from '../combined.js';
import { type Finding, finding, type Position } from '../findings.js';
import { type Occupation, socOf } from '../model.js';
import type { ReadCatalogue } from '../read.js';
import { SOC_2018 } from '../soc.js';
import { baseName, isListed, type Records } from './records.js';

export function checkFigures(read: ReadCatalogue, records: Records): Finding[] {
  const { head } = read;
  const places = new Set(read.places.map(({ file, value }) => value?.slug ?? baseName(file)));
  const sources = head.value?.sources;
  const placeOf = (place: string, at: () => Position): Finding[] =>
    places.has(place) || !isListed(read, 'places')
      ? []
      : [finding('UNKNOWN_PLACE', at(), `there is no place "${place}"`, 'a file of places/')];
  const sourceOf = (source: string, at: () => Position): Finding[] =>
    sources === undefined || sources.has(source)
      ? []
      : [finding('UNKNOWN_SOURCE', at(), `there is no source "${source}"`, rightSource([...sources.keys()]))];

  const found: Finding[] = head.value ? placeOf(head.value.place, () => head.at(['place'])) : [];
  for (const { value, at } of read.places) {
    const { within, pay } = value ?? {};
    if (within !== undefined) found.push(...placeOf(within, () => at(['within'])));
    if (!pay) continue;
    found.push(...sourceOf(pay.source, () => at(['pay', 'source'])));
    for (const code of pay.codes.keys()) {
      if (!SOC_2018.has(code) && !isCombined(code)) found.push(unknownCode(code, at(['pay', 'codes', code])));
    }
  }
  for (const { value: record, at } of records.files) {
    if (!SOC_2018.has(socOf(record.code))) found.push(unknownCode(socOf(record.code), at(['code'])));
    for (const [name, figure] of Object.entries(record.figures)) {
      if (!figure) continue;
      const key = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      found.push(
        ...sourceOf(figure.source, () => at(['figures', key, 'source'])),
        ...placeOf(figure.place, () => at(['figures', key, 'place'])),
      );
      if (!isOwn(figure.code, record)) {
        const what = `the figure is of ${figure.code}, and the record is ${record.code}`;
        found.push(finding('OTHER_CODE', at(['figures', key, 'code']), what, socOf(record.code)));
      }
    }
  }
  return found;
}

const rightSource = (known: readonly string[]): string => `one of the sources of catalogue.yaml (${known.join(', ')})`;

const unknownCode = (code: string, at: Position): Finding =>
  finding('UNKNOWN_CODE', at, `${code} is no SOC 2018 code`, 'a code of the classification');

/** Whether figures of a code are a record's: its own code, the SOC code that holds it, or the combined one. */
const isOwn = (code: string, record: Occupation): boolean =>
  code === record.code || publishedUnder(socOf(record.code), (published) => published === code) !== undefined;
