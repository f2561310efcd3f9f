/** The entry: arguments in, an exit code out. */
import { join } from 'node:path';
import { run } from './cli.js';
import { processIo } from './io.js';

const io = processIo();

export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, { io, own: join(__dirname, 'catalogue') });
}

/** Done with what the process was asked. */
export const done = main(process.argv.slice(2));
