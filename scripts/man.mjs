// The man page: the program's own help, every command and topic of it, in roff.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const TOPICS = ['environment', 'exit-codes', 'json'];

/** Roff takes a leading full stop or quote, and any backslash, for its own. */
const roff = (text) =>
  text
    .trimEnd()
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^([.'])/gm, '\\&$1');

/**
 * @param {string} bin the built program
 * @param {string} file where the page goes
 * @param {string} version
 */
export function writeManPage(bin, file, version) {
  const help = (...words) => execFileSync(process.execPath, [bin, 'help', ...words], { encoding: 'utf8' });
  const main = help();
  const commands = [...main.matchAll(/^ {2}([a-z]+) .*$/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'ladders');
  const sections = [
    ['NAME', 'ladders - career ladders in a terminal'],
    ['SYNOPSIS', main],
    ...commands.map((name) => [`LADDERS ${name.toUpperCase()}`, help(name)]),
    ...TOPICS.map((name) => [name.toUpperCase().replace('-', ' '), help(name)]),
  ];
  const body = sections.map(([title, text]) => `.SH "${title}"\n.nf\n${roff(text)}\n.fi`).join('\n');
  writeFileSync(file, `.TH LADDERS 1 "" "ladders ${version}" "User Commands"\n${body}\n`);
}
