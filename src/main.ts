/** The entry: arguments in, an exit code out. */
import { join } from 'node:path';
import { run } from './cli.js';
import { processIo } from './io.js';

run(process.argv.slice(2), { io: processIo(), own: join(__dirname, 'catalogue') }).then((code) => {
  process.exitCode = code;
});
