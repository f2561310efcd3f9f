/** What a command gives back: a value, and the ways to say it. */
import type { Look } from '../render/look.js';

export interface Answer {
  /** The value as `--json` prints it, without the schema's version. */
  json: object;
  /** For a terminal. */
  text(look: Look): string | Promise<string>;
  /** For a pipe or a screen reader: one record or one field a line. */
  plain(look: Look): string;
  /** 0 found, 1 nothing found. */
  exit: number;
  /** What is said beside the answer, on stderr. */
  notes?: string[];
}
