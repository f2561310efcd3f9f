/** A person's own catalogue: compiled on first use, and kept until a file of it changes. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OpenCatalogue } from './catalogue/open.js';
import { STORE_FORMAT } from './catalogue/store.js';
import { LaddersError } from './errors.js';
import type { Io } from './io.js';

export async function openOwn(folder: string, io: Io): Promise<OpenCatalogue> {
  const { catalogueFiles, compileCatalogue } = await import('./workshop.js');
  const files = catalogueFiles(folder);
  const stamp = createHash('sha256').update(`${STORE_FORMAT}\n${resolve(folder)}\n`);
  for (const file of files) {
    const stat = statSync(join(folder, file), { throwIfNoEntry: false });
    stamp.update(`${file} ${stat?.size} ${stat?.mtimeMs}\n`);
  }
  const cached = join(cacheFolder(io.env), stamp.digest('hex').slice(0, 24));
  try {
    return OpenCatalogue.open(cached);
  } catch (error) {
    if (error instanceof LaddersError && error.code === 'STORE_DAMAGED') {
      io.stderr.write('The kept copy of this catalogue is damaged; it is compiled anew.\n');
    }
  }
  try {
    compileCatalogue(folder, cached);
    return OpenCatalogue.open(cached);
  } catch (error) {
    if (error instanceof LaddersError) throw error;
    // The cache folder cannot be written: the answer is worth a compile each time.
    const once = mkdtempSync(join(tmpdir(), 'ladders-'));
    try {
      compileCatalogue(folder, once);
      return OpenCatalogue.open(once);
    } finally {
      process.once('exit', () => rmSync(once, { recursive: true, force: true }));
    }
  }
}

const cacheFolder = (env: Io['env']): string =>
  join(env.LADDERS_CACHE || env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ladders');
