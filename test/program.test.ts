/** The built program in real processes: pipes, a pseudo-terminal, a package installed elsewhere, what an answer evaluates. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn as spawnTerminal } from '@lydell/node-pty';
import type { PluginBuild } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleAnswers } from '../scripts/bundle.mjs';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'bin/ladders.js');
const work = mkdtempSync(join(tmpdir(), 'ladders-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Nothing of this machine's own: no colour, locale or width that a developer may have set. */
const ENV = { PATH: process.env.PATH ?? '', HOME: work, LANG: 'en_US.UTF-8' };

const ladders = (args: string[], options: { input?: string; env?: Record<string, string>; cwd?: string } = {}) => {
  const { env = {}, ...rest } = options;
  return spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...ENV, ...env },
    ...rest,
  });
};

describe('in a pipe', () => {
  test('plain lines, no colour', () => {
    const { stdout, stderr, status } = ladders(['show', 'registered', 'nurse']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Path: Home > Healthcare > /);
    expect(stdout).not.toContain('\u001b');
  });

  test('exit codes', () => {
    expect(ladders(['show', 'actng', 'person']).status).toBe(1);
    expect(ladders(['show', '--bogus']).status).toBe(2);
    expect(ladders(['list']).status).toBe(0);
  });

  test('a reader that leaves early is no error', () => {
    const { stdout, stderr, status } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${BIN}" search --all --sort title | head -n 1; echo "\${PIPESTATUS:-}" >&2`],
      { encoding: 'utf8', env: ENV },
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr.trim()).toBe('');
    expect(status).toBe(0);
  });

  test('nothing is cut in a slow pipe', async () => {
    const child = spawn(process.execPath, [BIN, 'search', '--all', '--json', '--sort', 'title'], { env: ENV });
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) {
      chunks.push(chunk as Buffer);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const text = Buffer.concat(chunks).toString('utf8');
    expect(text.length).toBeGreaterThan(300_000);
    expect(JSON.parse(text).matches).toHaveLength(1020);
  });

  test('a batch of four thousand', () => {
    const input = 'registered nurse\ntruck drvier\n'.repeat(2000);
    const { stdout, status } = ladders(['search', '--batch', '-'], { input });
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(4000);
  });
});

test('at a terminal: colours, and its width', async () => {
  const shown = await new Promise<string>((resolve) => {
    const terminal = spawnTerminal(process.execPath, [BIN, 'show', 'actor', '--no-pager'], {
      cols: 60,
      rows: 24,
      env: { ...ENV, TERM: 'xterm-256color' },
    });
    let text = '';
    terminal.onData((data) => {
      text += data;
    });
    terminal.onExit(() => resolve(text));
  });
  expect(shown).toContain('\u001b[1mActor\u001b[22m');
  const bare = shown.replace(/\u001b\[[0-9;]*m/g, '').split(/\r?\n/);
  expect(bare[0]).toBe('Home › Arts, Design and Media › Performing Arts › Actor');
  expect(Math.max(...bare.map((line) => [...line].length))).toBeLessThanOrEqual(60);
});

describe('what an answer evaluates', () => {
  const WATCHED = ['chalk', 'cli-table3', 'fuse.js', 'yaml', 'zod', 'csv-parse'];
  const out = join(work, 'watched');

  /** The packages that one run evaluated: each says so itself when it is. */
  const evaluated = async (args: string[]): Promise<string[]> => {
    if (!existsSync(join(out, 'ladders.cjs'))) {
      mkdirSync(out, { recursive: true });
      await bundleAnswers(join(out, 'ladders.cjs'), [
        {
          name: 'watch',
          setup({ onLoad }: PluginBuild) {
            onLoad({ filter: /node_modules[\\/](chalk|cli-table3|fuse\.js|yaml)[\\/].*\.[cm]?js$/ }, ({ path }) => {
              const name = /node_modules[\\/]([^\\/]+)/.exec(path)?.[1];
              const say = `(globalThis.EVALUATED ??= new Set()).add(${JSON.stringify(name)});`;
              return { contents: `${say}\n${readFileSync(path, 'utf8')}`, loader: 'js' };
            });
          },
        },
      ]);
      symlinkSync(join(ROOT, 'dist/catalogue'), join(out, 'catalogue'));
      symlinkSync(join(ROOT, 'node_modules'), join(out, 'node_modules'));
      writeFileSync(
        join(out, 'run.cjs'),
        `process.on('exit', () => {
          const loaded = Object.keys(require.cache).flatMap((path) => /node_modules[\\\\/]([^\\\\/]+)/.exec(path)?.[1] ?? []);
          require('node:fs').writeFileSync(${JSON.stringify(join(out, 'seen.json'))}, JSON.stringify([...(globalThis.EVALUATED ?? []), ...loaded]));
        });
        require('./ladders.cjs');`,
      );
    }
    execFileSync(process.execPath, [join(out, 'run.cjs'), ...args], { env: ENV, encoding: 'utf8' });
    const seen: string[] = JSON.parse(readFileSync(join(out, 'seen.json'), 'utf8'));
    return WATCHED.filter((name) => seen.includes(name));
  };

  test.each<[string[], string[]]>([
    [['show', 'health-information-technician', '--json'], []],
    [['show', '29-1141.00', '--json'], []],
    [['list', 'healthcare', '--json'], []],
    [['search', 'coder', '--json'], []],
    [['show', 'actor'], []],
    [['show', 'health-information-technician', '--pretty'], ['cli-table3']],
    [
      ['show', 'health-information-technician', '--pretty', '--color'],
      ['chalk', 'cli-table3'],
    ],
    [
      ['search', 'coder', '--pretty'],
      ['cli-table3', 'fuse.js'],
    ],
  ])('%j evaluates %j', async (args, expected) => {
    expect(await evaluated(args)).toEqual(expected);
  });
});

describe('a catalogue of your own', () => {
  const folder = join(work, 'county');
  const small = (): void => {
    rmSync(folder, { recursive: true, force: true });
    for (const part of ['industries', 'occupations', 'places']) mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, 'catalogue.yaml'), 'title: County\nedition: "1"\nplace: county\nsources: {}\n');
    writeFileSync(join(folder, 'places/county.yaml'), 'title: The county\nslug: county\n');
    const record = (slug: string, title: string, code: string): string =>
      `title: ${title}\nslug: ${slug}\ncode: ${code}\nsummary: Does the work of a ${title}.\ndescription: Some words.\neducation:\n  level: none\n`;
    const all = [
      ['picker', 'Apple Picker', '45-2092.00'],
      ['packer', 'Apple Packer', '53-7064.00'],
    ] as const;
    for (const [slug, title, code] of all)
      writeFileSync(join(folder, `occupations/${slug}.yaml`), record(slug, title, code));
    writeFileSync(
      join(folder, 'industries/apples.yaml'),
      'title: Apples\nslug: apples\ndescription: Apples.\nareas:\n  - slug: orchard\n    title: Orchard\n    description: Trees.\n    rungs:\n      - education: none\n        occupations: [picker, packer]\n',
    );
  };

  test('is compiled on first use, kept, and compiled anew when it changes', () => {
    small();
    const cache = join(work, 'cache');
    const env = { LADDERS_CACHE: cache };
    expect(ladders(['--catalogue', folder, 'show', 'apple', 'picker'], { env }).stdout).toContain(
      'Title: Apple Picker',
    );
    expect(existsSync(join(cache, 'ladders'))).toBe(true);
    const path = join(folder, 'occupations/picker.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Some words.', 'Other words now.'));
    expect(ladders(['--catalogue', folder, 'show', 'picker'], { env }).stdout).toContain('Other words now.');
  });

  test('answers where the cache cannot be written', () => {
    small();
    writeFileSync(join(work, 'a-file'), '');
    const { stdout, status } = ladders(['--catalogue', folder, 'list'], {
      env: { LADDERS_CACHE: join(work, 'a-file') },
    });
    expect(status).toBe(0);
    expect(stdout).toContain('apples');
  });

  test('says all that is wrong with it', () => {
    small();
    writeFileSync(join(folder, 'occupations/packer.yaml'), 'title: [\n');
    writeFileSync(
      join(folder, 'occupations/picker.yaml'),
      'title: Apple Picker\nslug: picker\ncode: 1\nsummary: x\ndescription: y\neducation:\n  level: phd\n',
    );
    const { stderr, status } = ladders(['--catalogue', folder, 'list']);
    expect(status).toBe(2);
    expect(stderr).toContain('occupations/packer.yaml:2:1');
    expect(stderr).toContain('occupations/picker.yaml:3:7');
    expect(stderr).toContain('occupations/picker.yaml:7:10');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test('a damaged store is said, with the command that mends it', () => {
  const copy = join(work, 'copy');
  mkdirSync(copy, { recursive: true });
  cpSync(join(ROOT, 'dist'), join(copy, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'bin'), join(copy, 'bin'), { recursive: true });
  const store = join(copy, 'dist/catalogue/store.bin');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(copy, 'bin/ladders.js'), ...args], { encoding: 'utf8', env: ENV });
  writeFileSync(store, readFileSync(store).subarray(0, 5000));
  const cut = run('show', 'actor');
  expect(cut.status).toBe(2);
  expect(cut.stderr).toMatch(/damaged/);
  expect(cut.stderr).toMatch(/npm run build/);
  expect(cut.stderr).not.toMatch(/\n\s+at /);
  rmSync(store);
  expect(run('show', 'actor').stderr).toMatch(/no compiled catalogue/);
});

test('packed and installed elsewhere it works, with its catalogue inside', () => {
  const folder = join(work, 'installed');
  mkdirSync(folder);
  const env = {
    ...process.env,
    ...ENV,
    npm_config_cache: process.env.npm_config_cache ?? join(process.env.HOME ?? work, '.npm'),
  };
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    env,
  });
  const [{ filename, size, files }] = JSON.parse(packed);
  expect(size).toBeLessThan(6 * 1024 * 1024);
  expect(files.map((f: { path: string }) => f.path)).toEqual(
    expect.arrayContaining([
      'bin/ladders.js',
      'dist/ladders.cjs',
      'dist/catalogue/store.bin',
      'dist/catalogue/search.bin',
    ]),
  );
  execFileSync(
    'npm',
    ['install', '--global', '--prefix', folder, '--prefer-offline', '--no-audit', '--no-fund', join(folder, filename)],
    { encoding: 'utf8', env },
  );
  const { stdout, status } = spawnSync(join(folder, 'bin/ladders'), ['show', 'health-information-technician'], {
    encoding: 'utf8',
    env: ENV,
    cwd: folder,
  });
  expect(status).toBe(0);
  expect(stdout).toContain('Title: Health Information Technician');
});
