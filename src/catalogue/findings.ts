/** What is wrong with a catalogue, as data: `check` lists findings, compiling refuses a catalogue that has errors. */

/** An error stops a catalogue from compiling; an advice is for whoever keeps it. */
export type Level = 'error' | 'advice';

const LEVELS = {
  UNREADABLE: 'error',
  TOO_LARGE: 'error',
  NOT_TEXT: 'error',
  YAML: 'error',
  ALIAS: 'error',
  WRONG_FIELD: 'error',
  UNKNOWN_FIELD: 'error',
  MISSING_FIELD: 'error',
  FILE_NAME: 'error',
  SLUG_TWICE: 'error',
  UNKNOWN_OCCUPATION: 'error',
  TWICE_ON_LADDER: 'error',
  NOT_ON_HOME_LADDER: 'error',
  NO_LADDER: 'error',
  NO_HOME: 'error',
  RUNGS_FALL: 'error',
  UNKNOWN_CODE: 'error',
  OTHER_CODE: 'error',
  ADVANCEMENT_LOOP: 'error',
  UNKNOWN_SOURCE: 'error',
  UNKNOWN_PLACE: 'error',
  NAME_TWICE: 'advice',
  ADVANCEMENT_FALLS: 'advice',
  LADDER_SIZE: 'advice',
  PROSE_LENGTH: 'advice',
  FIGURE_IN_PROSE: 'advice',
  SAME_SUMMARY: 'advice',
  SIMILAR_DESCRIPTION: 'advice',
} as const satisfies Record<string, Level>;

export type FindingCode = keyof typeof LEVELS;

/** Where in a file, both from 1; a file as a whole has neither. */
export interface Position {
  file: string;
  line?: number;
  column?: number;
}

export interface Finding extends Position {
  code: FindingCode;
  /** What is wrong. */
  what: string;
  /** What would be right. */
  right: string;
}

export const levelOf = (code: FindingCode): Level => LEVELS[code];

/** What a terminal would obey, what reorders its neighbours, and what would break a finding's one line. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\uFEFF\uFFF9-\uFFFB]/gu;

/** A finding quotes the file it is about: a key of a megabyte, or a ring of a thousand advancements, is cut here. */
const LONGEST = 500;

/** Text from a file as it may be shown: on one line, not too long, and with nothing in it that a terminal obeys. */
function shown(text: string): string {
  const clipped = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return clipped.replace(UNPRINTABLE, (c) => `\\u{${c.codePointAt(0)?.toString(16).toUpperCase()}}`);
}

export const finding = (code: FindingCode, at: Position, what: string, right: string): Finding => ({
  code,
  file: shown(at.file),
  line: at.line,
  column: at.column,
  what: shown(what),
  right: shown(right),
});

export const isError = (f: Finding): boolean => levelOf(f.code) === 'error';

/** `file:line:column`, or as much of it as there is. */
export const place = (p: Position): string => [p.file, p.line, p.column].filter((part) => part !== undefined).join(':');

/** By file, then by where it stands in the file. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
