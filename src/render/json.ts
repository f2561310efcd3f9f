/** JSON for programs: every answer carries the version of its schema, which only grows. */

export const SCHEMA_VERSION = 1;

/** C1 controls and line separators are valid in JSON, and act in a terminal: escaped. */
const ACTING = /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

export const json = (value: object): string =>
  `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...value }, undefined, 2).replace(
    ACTING,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
