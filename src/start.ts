/**
 * Starts the bundle that answers from V8's code cache, made at build: compiling it anew at each start costs more than
 * all the rest. A cache of another version of V8 is not taken; then the bundle is compiled as ever.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Where the build keeps the cache. */
export const CACHE = join(__dirname, 'ladders.cache');

function cached(): Buffer | undefined {
  try {
    return readFileSync(CACHE);
  } catch {
    return undefined;
  }
}

/** Runs the bundle as a CommonJS module of this folder. Gives what a cache can be made from. */
export function start(): { script: Script; exports: object } {
  const filename = join(__dirname, 'ladders.cjs');
  // esbuild writes ASCII: read so, the source is half as large in memory, and sooner there.
  const source = readFileSync(filename, 'latin1');
  const script = new Script(`(function (require, module, exports, __dirname) {${source}\n})`, {
    filename,
    cachedData: cached(),
  });
  const module = { exports: {} };
  script.runInThisContext()(require, module, module.exports, __dirname);
  return { script, exports: module.exports };
}
