/** The program: its commands, their options, its exit codes. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { SORTS } from './catalogue/filter.js';
import { EDUCATION_LEVELS, HOURS, INTERESTS, PATIENT_CONTACTS, SHIFTS, TRAININGS } from './catalogue/model.js';
import type { OpenCatalogue } from './catalogue/open.js';
import type { Answer } from './commands/answer.js';
import { FORMATS, type Format } from './commands/format.js';
import type { PathOptions } from './commands/path.js';
import { EXIT, LaddersError } from './errors.js';
import { encode, type Io, type LookOptions, lookOf, type When, wantsPlain } from './io.js';
import { clean } from './render/text.js';

/** What every command may be told, before or after its name. */
interface Shared extends Omit<LookOptions, 'color'> {
  /** False where --no-color was said. */
  color?: When | false;
  json?: boolean;
  catalogue?: string;
  pager?: boolean;
}

const EXAMPLES = `
Examples:
  ladders show registered nurse                a profile, by title, job title, slug or code
  ladders show 29-1141.00 --place "Central New York"
  ladders search fixes air conditioners        the best ten, from your own words
  ladders search --education associate --min-pay 60000
  ladders list healthcare                      an industry's ladders
  ladders ladder electrician                   its ladders, drawn
  ladders next medical coder                   where one goes from here
  ladders path nursing-assistant registered-nurse
  ladders compare electrician and plumber
  ladders sources                              where the figures come from
`;

const MORE = `
More: ladders help COMMAND, ladders help environment, ladders help exit-codes, ladders help json
`;

function shared(command: Command): Command {
  return command
    .optionsGroup('Options of every command:')
    .option('--json', 'print the answer as JSON (ladders help json)')
    .option('--plain', 'one record or one field a line, as in a pipe')
    .option('--pretty', "the terminal's layout, even in a pipe")
    .addOption(
      new Option('--color [when]', 'colour: always, never or auto')
        .choices(['always', 'never', 'auto'])
        .preset('always'),
    )
    .option('--no-color', 'no colour')
    .option('--ascii', 'draw with ASCII letters only')
    .option('--width <columns>', 'lay out for this many columns', integer(20, 100_000))
    .option('--no-pager', 'never page a long answer')
    .option('--catalogue <folder>', 'ask a catalogue of your own: a folder of YAML');
}

/** A whole number in a range. */
function integer(least: number, most: number): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (!/^\d+$/.test(text) || n < least || n > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return n;
  };
}

/** Dollars: 60000, 60,000, $60,000 or 60k. */
function money(text: string): number {
  const [, digits, k] = /^\$?(\d{1,3}(?:,\d{3})+|\d+)(k?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('It must be dollars, such as 60000, $60,000 or 60k.');
  return Number(digits.replaceAll(',', '')) * (k ? 1000 : 1);
}

function percent(text: string): number {
  const [, digits] = /^([+-]?\d+(?:\.\d+)?)\s*%?$/.exec(text.trim()) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('It must be per cent, such as 5 or 2.5.');
  return Number(digits);
}

const choice = (flags: string, text: string, values: readonly string[]): Option =>
  new Option(flags, text).choices(values);

function years(text: string): number {
  const n = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || n <= 0 || n > 60)
    throw new InvalidArgumentError('It must be years, such as 2 or 4.5.');
  return n;
}

/** An option that may be given again. */
const also = (text: string, before: string[] = []): string[] => [...before, text];

interface Formatted {
  format?: Format;
}

/** `--format json` is `--json`. A drawing is for another program: it is never styled. */
const formatted = <T extends Shared & Formatted>(options: T): T =>
  options.format === 'json' ? { ...options, json: true } : options;

interface Entry {
  io: Io;
  /** The folder of the program's own compiled catalogue. */
  own: string;
}

export async function run(argv: readonly string[], { io, own }: Entry): Promise<number> {
  let exit: number = EXIT.ok;
  const program = new Command('ladders');
  const open = async (options: Shared): Promise<OpenCatalogue> => {
    const { openCatalogue } = await import('./open.js');
    return openCatalogue(options.catalogue, own, io);
  };
  const answer = async (options: Shared, ask: () => Answer | Promise<Answer>): Promise<void> => {
    exit = await print(await ask(), options, io);
  };

  const commands: { one: Command; define: (one: Command) => Command }[] = [];
  const command = (name: string, summary: string, define: (one: Command) => Command): void => {
    commands.push({ one: program.command(name).summary(summary).description(summary), define });
  };

  shared(program)
    .description('Career ladders in a terminal: what an occupation is, where it stands, and what a climb takes.')
    .usage('COMMAND [WORDS...] [OPTIONS]')
    .addHelpText('before', `${EXAMPLES.trimStart()}`)
    .addHelpText('after', MORE)
    .helpCommand(false)
    .option('-V, --version', 'the versions of the program and of its catalogue')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // What goes wrong is said in one place, at the end.
      writeErr: () => {},
    })
    .action(async (_options: Shared, self: Command) => {
      if (self.args.length > 0) throw await unknownCommand(self.args, program);
      const options = self.opts<Shared & { version?: boolean }>();
      if (options.version) {
        const head = (await open(options)).head();
        io.stdout.write(
          `ladders ${manifest.version}\n${head.title}, edition ${head.edition}: ${head.occupations} occupations\n`,
        );
        return;
      }
      program.outputHelp();
    })
    .allowExcessArguments();

  command('show', "an occupation's profile", (one) =>
    one
      .argument('<occupation...>', 'its title, a job title, slug, path or code; - reads it from standard input')
      .option('--place <name>', "a place's pay first")
      .addHelpText(
        'before',
        `Examples:
  ladders show health-information-technician
  ladders show healthcare/information/computer-systems-analyst
  ladders show 29-1141
  ladders show registered nurse --place "Central New York"
`,
      )
      .action(async (words: string[], _o: unknown, self: Command) => {
        const options = self.optsWithGlobals<Shared & { place?: string }>();
        const { show } = await import('./commands/show.js');
        const asked = await wordsOf(words, io);
        await answer(options, async () =>
          show(await open(options), asked, { ...(options.place && { place: options.place }) }),
        );
      }),
  );

  command('list', 'the industries; one industry; one area', (one) =>
    one
      .argument('[place...]', 'an industry (healthcare), an area (healthcare/information), or nothing')
      .addHelpText(
        'before',
        'Examples:\n  ladders list\n  ladders list healthcare\n  ladders list healthcare/information\n',
      )
      .action(async (words: string[], _o: unknown, self: Command) => {
        const options = self.optsWithGlobals<Shared>();
        const { list } = await import('./commands/list.js');
        const asked = await wordsOf(words, io);
        await answer(options, async () => list(await open(options), asked));
      }),
  );

  command('search', "occupations from anyone's words, and by conditions", (one) =>
    one
      .argument('[words...]', 'what people call it, or what they do; - reads them from standard input')
      .option('--industry <slug>', 'in this industry')
      .option('--area <slug>', 'on this ladder: information, or healthcare/information')
      .addOption(choice('--education <level>', 'at most this level', EDUCATION_LEVELS))
      .option('--min-pay <dollars>', 'median pay a year, at least', money)
      .option('--max-pay <dollars>', 'median pay a year, at most', money)
      .option('--growth <percent>', 'projected growth, at least', percent)
      .addOption(choice('--schedule <kind>', 'hours or shifts', [...HOURS, ...SHIFTS]))
      .addOption(choice('--patient-contact <how>', 'contact with patients', PATIENT_CONTACTS))
      .addOption(choice('--interest <name>', 'among its three strongest', INTERESTS))
      .addOption(
        choice('--training <kind>', 'training on the job', [
          ...TRAININGS.slice(0, 1),
          'on-the-job',
          ...TRAININGS.slice(1),
        ]),
      )
      .addOption(choice('--sort <by>', 'the order', SORTS))
      .option('--limit <n>', 'at most so many (10)', integer(1, 100_000))
      .option('--all', 'all that fit')
      .option('--batch [file]', 'a title a line from a file or - (standard input); one JSON line each')
      .option('--column <name>', 'with --batch: this column of a CSV file')
      .addOption(choice('--format <kind>', 'with --batch: how each answer is written', ['json', 'csv']))
      .addHelpText(
        'before',
        `Examples:
  ladders search coder
  ladders search fixes air conditioners
  ladders search nurse --education associate --sort pay
  ladders search --min-pay 60k --growth 5 --training apprenticeship
  ladders search --batch titles.txt > coded.jsonl
`,
      )
      .action(async (words: string[], _o: unknown, self: Command) => {
        const {
          batch,
          column,
          format,
          industry,
          area,
          education,
          minPay,
          maxPay,
          growth,
          schedule,
          patientContact,
          interest,
          training,
          sort,
          limit,
          all,
          ...options
        } = self.optsWithGlobals();
        if (batch !== undefined) {
          const { searchBatch } = await import('./commands/batch.js');
          exit = await searchBatch(await open(options), { file: batch === true ? '-' : batch, column, format }, io);
          return;
        }
        const { search } = await import('./commands/search.js');
        const asked = await wordsOf(words, io);
        const asks = {
          industry,
          area,
          education,
          minPay,
          maxPay,
          growth,
          schedule,
          patientContact,
          interest,
          training,
          sort,
          limit,
          all,
        };
        await answer(options, async () => search(await open(options), asked, asks));
      }),
  );

  const format = (): Option => choice('--format <kind>', 'text, json, or a drawing for another program', FORMATS);

  command('ladder', 'a ladder, drawn; or the ladders that an occupation stands on', (one) =>
    one
      .argument('[place...]', 'an area (healthcare/information) or an occupation')
      .addOption(format())
      .addHelpText(
        'before',
        'Examples:\n  ladders ladder healthcare/nursing-and-direct-patient-care\n  ladders ladder registered nurse\n  ladders ladder electrician --format mermaid\n',
      )
      .action(async (words: string[], _o: unknown, self: Command) => {
        const options = formatted(self.optsWithGlobals<Shared & Formatted>());
        const { ladder } = await import('./commands/ladder.js');
        const asked = await wordsOf(words, io);
        await answer(options, async () => ladder(await open(options), asked, options.format));
      }),
  );

  for (const [direction, summary, example] of [
    ['next', 'where one goes from an occupation', 'medical-coder'],
    ['from', 'who gets to an occupation: its feeders', 'registered-nurse'],
  ] as const) {
    command(direction, summary, (one) =>
      one
        .argument('<occupation...>', 'its title, a job title, slug or code')
        .option('--limit <n>', 'at most so many of each kind (4)', integer(1, 1000))
        .option('--all', 'every step')
        .addOption(format())
        .addHelpText(
          'before',
          `Examples:\n  ladders ${direction} ${example}\n  ladders ${direction} ${example} --format dot\n`,
        )
        .action(async (words: string[], _o: unknown, self: Command) => {
          const options = formatted(self.optsWithGlobals<Shared & Formatted & { limit?: number; all?: boolean }>());
          const { next } = await import('./commands/next.js');
          const asked = await wordsOf(words, io);
          await answer(options, async () => next(await open(options), asked, direction, options));
        }),
    );
  }

  command('path', 'the best few ways from one occupation to another', (one) =>
    one
      .argument('<occupations...>', 'the start and the goal; or the start alone, with conditions on the goal')
      .option('--to-industry <name>', 'the goal stands in this industry')
      .option('--to-area <name>', 'the goal stands on this ladder')
      .option('--min-pay <dollars>', 'the goal has a median pay a year of at least', money)
      .addOption(choice('--education <level>', 'no step needs more than this', EDUCATION_LEVELS))
      .option('--max-steps <n>', 'at most so many steps (4)', integer(1, 8))
      .option('--max-years <years>', 'at most so many years in all', years)
      .option('--earn-while', 'no step needs more than a year of full-time study')
      .option('--via <occupation>', 'pass through it (may be given again)', also)
      .option('--avoid <occupation>', 'do not pass through it (may be given again)', also)
      .addOption(choice('--prefer <what>', 'what makes a way the best', ['fastest', 'pay', 'skills', 'fewest-steps']))
      .option('--limit <n>', 'at most so many ways (3)', integer(1, 20))
      .addOption(format())
      .addHelpText(
        'before',
        `Examples:
  ladders path nursing-assistant registered-nurse
  ladders path nursing assistant to registered nurse
  ladders path cashier --to-industry healthcare --max-years 2 --min-pay 50000
`,
      )
      .action(async (words: string[], _o: unknown, self: Command) => {
        const options = formatted(self.optsWithGlobals<Shared & Formatted & PathOptions & { limit?: number }>());
        const { path } = await import('./commands/path.js');
        const { toIndustry, toArea, minPay, education, maxSteps, maxYears, earnWhile, via, avoid, prefer, limit } =
          options;
        const asks = {
          toIndustry,
          toArea,
          minPay,
          education,
          maxSteps,
          maxYears,
          earnWhile,
          via,
          avoid,
          prefer,
          count: limit,
          format: options.format,
        };
        await answer(options, async () => path(await open(options), words, asks));
      }),
  );

  command('compare', 'two to four occupations side by side', (one) =>
    one
      .argument('<occupations...>', 'a slug, code or quoted title each; or titles parted by "and"')
      .addHelpText(
        'before',
        'Examples:\n  ladders compare licensed-practical-nurse registered-nurse\n  ladders compare electrician and plumber and hvac technician\n',
      )
      .action(async (words: string[], _o: unknown, self: Command) => {
        const options = self.optsWithGlobals<Shared>();
        const { compare } = await import('./commands/compare.js');
        await answer(options, async () => compare(await open(options), words));
      }),
  );

  command('sources', 'the published releases that the figures come from', (one) =>
    one.action(async (_o: unknown, self: Command) => {
      const options = self.optsWithGlobals<Shared>();
      const { sources } = await import('./commands/sources.js');
      await answer(options, async () => sources(await open(options), io.now().getFullYear()));
    }),
  );

  command('check', "what is wrong with a catalogue's files", (one) =>
    one
      .argument('<folder>', 'the folder of YAML')
      .option('--strict', 'advice counts as an error')
      .action(async (folder: string, _o: unknown, self: Command) => {
        const options = self.optsWithGlobals<Shared & { strict?: boolean }>();
        const { check } = await import('./commands/check.js');
        await answer(options, () => check(folder, options.strict === true));
      }),
  );

  command('import', "an official release's figures into a catalogue's files", (one) =>
    one
      .addArgument(program.createArgument('<source>', 'which release').choices(['oews', 'projections', 'onet', 'nys']))
      .argument('<file...>', 'as published: .xlsx, .csv, .txt; a folder or the .zip of them')
      .option('--into <folder>', "the catalogue's folder (data)")
      .option('--dry-run', 'say what would change, write nothing')
      .option('--release <name>', 'O*NET: "30.1 December 2025", where no Read Me says it')
      .option('--year <year>', 'New York State: where the file name does not say it', (text) =>
        String(integer(1990, 2200)(text)),
      )
      .addHelpText(
        'before',
        `Examples:
  ladders import oews national_M2025_dl.xlsx --into data
  ladders import projections occupation.xlsx education.xlsx skills.xlsx
  ladders import onet db_30_1_text.zip --dry-run
  ladders import nys Occupational_Employment_and_Wage_Statistics.2022.csv
`,
      )
      .action(async (source: 'oews' | 'projections' | 'onet' | 'nys', files: string[], _o: unknown, self: Command) => {
        const { into = 'data', dryRun = false, release, year, ...options } = self.optsWithGlobals();
        const { importRelease } = await import('./commands/import.js');
        const { progressOn } = await import('./progress.js');
        const progress = progressOn(io);
        try {
          await answer(options, () =>
            importRelease({ source, files, into, dryRun, release, year, progress: progress.say }),
          );
        } finally {
          progress.done();
        }
      }),
  );

  command('help', 'help on a command or a topic', (one) =>
    one.argument('[topic...]', 'a command, environment, exit-codes or json').action(async (topic: string[]) => {
      const name = topic.join('-').toLowerCase();
      if (name === '') return program.outputHelp();
      const known = program.commands.find((one) => one.name() === name);
      if (known) return known.outputHelp();
      const { TOPICS } = await import('./topics.js');
      const text = TOPICS.get(name);
      if (text === undefined) throw await unknownCommand(topic, program, [...TOPICS.keys()]);
      io.stdout.write(text);
    }),
  );

  // Arguments and options only of the commands that are named, which saves milliseconds; of all for their list.
  const named = commands.filter(({ one }) => argv.includes(one.name()));
  const listed = named.every(({ one }) => one.name() === 'help');
  for (const { one, define } of listed ? commands : named) shared(define(one));

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    const command = argv.find((word) => program.commands.some((one) => one.name() === word));
    exit = await failed(error, command, io);
  }
  return exit;
}

/** Several words need no quotes; a lone `-` reads them from standard input. */
async function wordsOf(words: readonly string[], io: Io): Promise<string> {
  if (words.length !== 1 || words[0] !== '-') return words.join(' ');
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').trim();
}

async function print(answer: Answer, options: Shared, io: Io): Promise<number> {
  const { stdout } = io;
  if (options.json) {
    const { json } = await import('./render/json.js');
    stdout.write(json(answer.json));
  } else {
    const look = await lookOf(lookOptions(options), io, stdout);
    const text = wantsPlain(lookOptions(options), stdout) ? answer.plain(look) : await answer.text(look);
    const shown = encode(text, look);
    const long = stdout.isTerminal && stdout.rows !== undefined && shown.split('\n').length > stdout.rows;
    if (!(long && options.pager !== false && io.page(shown))) stdout.write(shown);
  }
  if (answer.notes?.length) {
    const look = await lookOf({ ...lookOptions(options), width: undefined }, io, io.stderr);
    for (const note of answer.notes) io.stderr.write(encode(`${note}\n`, look));
  }
  return answer.exit;
}

function lookOptions({ color, plain, pretty, ascii, width }: Shared): LookOptions {
  return { color: color === false ? 'never' : color, plain, pretty, ascii, width };
}

async function unknownCommand(
  words: readonly string[],
  program: Command,
  topics: readonly string[] = [],
): Promise<LaddersError> {
  const { nearest } = await import('./commands/nearest.js');
  const names = program.commands.map((one) => one.name());
  const [name = ''] = words;
  const meant = [
    ...nearest(name, names, (one) => [one]).map((one) => ['ladders', one, ...words.slice(1)].join(' ')),
    ...nearest(name, topics, (one) => [one]).map((one) => `ladders help ${one}`),
  ];
  const hints =
    meant.length > 0 ? meant : [`ladders search ${words.join(' ')}`, `ladders show ${words.join(' ')}`, 'ladders help'];
  return new LaddersError(
    'UNKNOWN_COMMAND',
    `There is no command “${clean(name)}”.${meant.length > 0 ? ' Did you mean:' : ''}`,
    { hints },
  );
}

/** The one place where an error becomes words. */
async function failed(error: unknown, command: string | undefined, io: Io): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
  const look = await lookOf({}, io, io.stderr);
  const { style } = look;
  const say = (text: string): void => io.stderr.write(encode(text, look));
  if (error instanceof CommanderError) {
    const [first = '', ...more] = error.message.replace(/^error: /, '').split('\n');
    const sentence = first.charAt(0).toUpperCase() + first.slice(1);
    say(`${style.bad(clean(/[.?!]$/.test(sentence) ? sentence : `${sentence}.`))}\n`);
    for (const line of more) say(`  ${clean(line)}\n`);
    say(`  ladders help${command === undefined ? '' : ` ${command}`}\n`);
    return EXIT.failure;
  }
  if (error instanceof LaddersError) {
    const [first = '', ...rest] = error.message.split('\n');
    say(`${style.bad(clean(first))}\n`);
    for (const line of rest) say(`  ${clean(line)}\n`);
    for (const hint of error.hints) say(`  ${clean(hint)}\n`);
    if (io.env.LADDERS_DEBUG && error.cause) say(`${stackOf(error.cause)}\n`);
    return error.exit;
  }
  say(`${style.bad(`ladders failed: ${clean(error instanceof Error ? error.message : String(error))}`)}\n`);
  say(
    io.env.LADDERS_DEBUG ? `${stackOf(error)}\n` : '  This is a fault of the program. LADDERS_DEBUG=1 shows where.\n',
  );
  return EXIT.failure;
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
