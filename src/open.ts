/** Which compiled catalogue answers: the program's own, or that of a person's folder. */
import { OpenCatalogue } from './catalogue/open.js';
import { LaddersError } from './errors.js';
import type { Io } from './io.js';

const REBUILD = 'Install ladders again; in a checkout: npm run build';

/** @param own the program's compiled catalogue */
export async function openCatalogue(folder: string | undefined, own: string, io: Io): Promise<OpenCatalogue> {
  if (folder === undefined) {
    try {
      return OpenCatalogue.open(own);
    } catch (error) {
      throw withHint(error, REBUILD);
    }
  }
  const { openOwn } = await import('./own.js');
  return openOwn(folder, io);
}

const withHint = (error: unknown, hint: string): unknown =>
  error instanceof LaddersError && error.hints.length === 0
    ? new LaddersError(error.code, error.message, { exit: error.exit, hints: [hint], cause: error.cause })
    : error;
