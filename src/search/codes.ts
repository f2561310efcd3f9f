/** A question that is an occupation code or the beginning of one: `29-1141`, `29-9021.00`, `29-20`. */
import { CODE_BYTES, type Sections } from './format.js';

const CODE = /^\s*(\d{2})\s*[-–—]\s*(\d{1,4})(?:\.(\d{1,2})?)?\s*$/;
const BARE = /^\s*(\d{2})(\d{4})(?:\.(\d{1,2})?)?\s*$/;

/** The code as catalogues write it, or null where the words are no code. A major group's zeros are its beginning. */
export function codeIn(words: string): string | null {
  const parts = CODE.exec(words) ?? BARE.exec(words);
  if (parts === null) return null;
  const [, major = '', minor = '', part] = parts;
  const whole = `${major}-${minor}${part === undefined || minor.length < 4 ? '' : `.${part}`}`;
  return minor.length === 4 && part === undefined ? whole.replace(/0{1,4}$/, '') : whole;
}

/** The records whose code begins with `start`, in the order of their codes. */
export function recordsUnder(start: string, { recordByCode, recordCode }: Sections): number[] {
  const compare = (record: number): number => {
    for (let i = 0; i < start.length; i++) {
      const difference = (recordCode[record * CODE_BYTES + i] as number) - start.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const first = (wanted: (difference: number) => boolean): number => {
    let low = 0;
    let high = recordByCode.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wanted(compare(recordByCode[middle] as number))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [
    ...recordByCode.subarray(
      first((d) => d >= 0),
      first((d) => d > 0),
    ),
  ];
}
