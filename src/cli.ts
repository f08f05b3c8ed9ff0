import { Command, InvalidArgumentError, Option } from 'commander';
import { type Config, readConfig } from '#config.ts';
import { databaseFailure } from '#cli/database-failure.ts';
import { ContentError, StartError } from '#errors.ts';
import type { SourceKind } from '#ingest/source.ts';
import { createLog, describeError, logEvents, type Log } from '#log.ts';

/** Standard output is for what a command answers. */
const LOG_TO = { pretty: process.stderr.isTTY, destination: process.stderr };

/** What every command that meets the database starts with. */
function environment(): { readonly config: Config; readonly log: Log } {
  const config = readConfig();
  return {
    config,
    log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, LOG_TO),
  };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A whole number from 0 to 65535.');
  return port;
}

function parseArticles(text: string): number {
  const articles = Number(text);
  if (!Number.isInteger(articles) || articles < 10 || articles > 10_000_000)
    throw new InvalidArgumentError('A whole number from 10 to 10,000,000.');
  return articles;
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed < 0 || seed > 4_294_967_295)
    throw new InvalidArgumentError('A whole number from 0 to 4,294,967,295.');
  return seed;
}

function parseTop(text: string): number {
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1 || top > 100) throw new InvalidArgumentError('A whole number from 1 to 100.');
  return top;
}

function parseTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('A time such as 2026-03-01T12:00:00Z.');
  return time;
}

interface SeedOptions {
  readonly articles?: number;
  readonly seed: number;
  readonly now?: Date;
}

interface ImportOptions {
  readonly as?: SourceKind;
  readonly since?: Date;
  readonly allowPrivate: boolean;
  readonly map?: string;
  readonly resume: boolean;
  readonly overwrite: boolean;
  readonly delete: boolean;
  readonly dryRun: boolean;
  readonly report?: string;
}

const program = new Command('masthead')
  .description(
    'A GraphQL content gateway for news sites. Without MONGODB_URI every command uses the embedded database in DATA_DIR.',
  )
  .showHelpAfterError('Add --help for what the command takes.');

program
  .command('import')
  .description(
    'Import WordPress exports (.xml, .xml.gz), live WordPress sites and NDJSON. Running it again writes only what changed.',
  )
  .argument('<sources...>', 'files, folders, addresses of WordPress sites, or - for the standard input')
  .addOption(
    new Option('--as <kind>', 'what the sources are; otherwise told by their content').choices([
      'wxr',
      'wordpress',
      'ndjson',
    ]),
  )
  .option('--since <time>', 'of a live WordPress: only posts that changed after it', parseTime)
  .option('--allow-private', 'also read addresses in private networks and on this machine', false)
  .option('--map <file>', 'JSON that says what post types, taxonomies and meta of a WordPress become')
  .option('--resume', 'go on where an import that was stopped had come to, and finish what it left behind', false)
  .option('--overwrite', 'where a field was changed here and at the source, take the source', false)
  .option('--delete', 'archive what a live WordPress shows no more; otherwise it is reported', false)
  .option('--dry-run', 'give the same report and write nothing', false)
  .option('--report <file>', 'write what was found, written, skipped and rejected, as JSON')
  .addHelpText(
    'after',
    '\nExit status: 0 all good, 2 finished with rejects or files left out, 1 could not run.\n\nExamples:\n  npm run import -- export.xml --report report.json\n  npm run import -- https://news.example/\n  npm run import -- export.xml --map map.json\n\nA map.json that takes pages, recipes, places and a byline of its own:\n  {\n    "types": { "page": "article", "recipe": { "as": "article", "kind": "FEATURE" } },\n    "taxonomies": { "place": { "as": "topic", "kind": "PLACE" }, "desk": "section", "writer": "author" },\n    "meta": { "byline": "author_line", "standfirst": ["subtitle", "deck"] }\n  }',
  )
  .action(async (sources: readonly string[], options: ImportOptions) => {
    const { importSources } = await import('#cli/import.ts');
    process.exitCode = await importSources({ sources, ...options, ...environment() });
  });

program
  .command('export')
  .description('Write everything that is stored as NDJSON; importing the file into an empty database gives it back.')
  .argument('<file>', 'the file to write')
  .addHelpText('after', '\nExample:\n  npm run export -- newsroom.ndjson')
  .action(async (file: string) => {
    const { exportFile } = await import('#cli/export.ts');
    await exportFile({ file, ...environment() });
  });

program
  .command('seed')
  .description('Write the sample newsroom, its times relative to now; with --articles a large one of any size instead.')
  .option('--articles <number>', 'write a large newsroom of so many articles', parseArticles)
  .option('--seed <number>', 'with --articles: another number makes another newsroom', parseSeed, 1)
  .option('--now <time>', 'the instant that counts as now', parseTime)
  .addHelpText(
    'after',
    '\nThe same --articles, --seed and --now give the same newsroom, so a large one that was stopped goes on where it was.\n\nExample:\n  npm run seed -- --articles 100000',
  )
  .action(async ({ now = new Date(), articles, seed }: SeedOptions) => {
    if (articles === undefined) await (await import('#cli/seed.ts')).seed({ now, ...environment() });
    else await (await import('#cli/seed.ts')).seedLarge({ articles, seed, now, ...environment() });
  });

program
  .command('db')
  .description(
    'Run the embedded database alone and print its connection string, so that any MongoDB client can look inside.',
  )
  .option('--port <number>', 'port to listen on; 0 takes any free one', parsePort, 0)
  .option('--data <folder>', 'folder of the data; DATA_DIR where it is left out')
  .action(async ({ port, data }: { readonly port: number; readonly data?: string }) => {
    const { runDatabase } = await import('#cli/db.ts');
    await runDatabase({ port, dataDir: data ?? environment().config.dataDir });
  });

program
  .command('indexes')
  .description('Tell which indexes are missing in the database; with --apply make them.')
  .option('--apply', 'make what is missing, new before old', false)
  .option('--drop', 'with --apply: also remove indexes that nobody wishes', false)
  .action(async (options: { readonly apply: boolean; readonly drop: boolean }) => {
    const { indexes } = await import('#cli/indexes.ts');
    process.exitCode = await indexes({ ...options, ...environment() });
  });

program
  .command('schema')
  .description(
    'Print the GraphQL schema to schema/schema.graphql and the JSON Schemas of NDJSON lines to schema/import/.',
  )
  .action(async () => {
    const { writeSchemas } = await import('#cli/schema.ts');
    await writeSchemas();
  });

const related = program.command('related').description('Look after the lists of related stories.');

related
  .command('rebuild')
  .description('Make the lists of all published articles anew; safe to stop and to run again.')
  .action(async () => {
    const { rebuild } = await import('#cli/related.ts');
    await rebuild(environment());
  });

related
  .command('check')
  .description('Tell whether every published article has its list, and whether lists are as they would be today.')
  .addHelpText('after', '\nExit status: 0 all is well, 2 a rebuild is needed, 1 could not run.')
  .action(async () => {
    const { check } = await import('#cli/related.ts');
    process.exitCode = await check(environment());
  });

related
  .command('explain')
  .description(
    'Print the related stories of an article and why; with a second article, why that one is (not) among them.',
  )
  .argument('<article>', 'address, path, slug or id')
  .argument('[other]', 'address, path, slug or id')
  .addHelpText('after', '\nExample:\n  npm run related -- explain /path/of/a/story https://news.example/another-story')
  .action(async (article: string, other: string | undefined) => {
    const { explain } = await import('#cli/related.ts');
    await explain(article, other, environment());
  });

const quality = program.command('quality').description('Measure what the product promises.');

quality
  .command('related')
  .description('Print how good related stories are on the sample newsroom and on sets of stories that belong together.')
  .option('--events <folder>', 'folder of .jsonl[.gz] files whose stories carry "event" (and "topic")')
  .addOption(new Option('--corpus <folder>', 'folder whose `events` are measured, if it has any').env('CORPUS_DIR'))
  .option('--sweep', 'print what each constant of the formula is worth', false)
  .action(async (options: { readonly events?: string; readonly corpus?: string; readonly sweep: boolean }) => {
    const { measureRelated } = await import('#cli/quality.ts');
    await measureRelated(options);
  });

quality
  .command('import')
  .description('Print how imports of WordPress exports compare with what the files declare and with WordPress itself.')
  .option('--exports <folder>', 'folder of exports and an expected.json with what they declare')
  .addOption(new Option('--corpus <folder>', 'folder whose `wxr` holds those exports').env('CORPUS_DIR'))
  .action(async (options: { readonly exports?: string; readonly corpus?: string }) => {
    const { measureImport } = await import('#cli/quality.ts');
    await measureImport(options);
  });

quality
  .command('rank')
  .description('Rank each story of a file against all others of it, as the product would.')
  .requiredOption(
    '--in <file>',
    'one JSON object a line, gzip or not: id, title, body, date, lang, section, topics, authors',
  )
  .requiredOption('--out <file>', 'one line a story: id, related (id, score, reasons)')
  .option('--top <number>', 'how many of each, 1 to 100', parseTop, 10)
  .option('--plain', 'the order of the scores alone: near-copies stay, weak scores are told', false)
  .action(
    async (options: { readonly in: string; readonly out: string; readonly top: number; readonly plain: boolean }) => {
      const { rank } = await import('#cli/quality.ts');
      const { in: file, out, top, plain } = options;
      await rank({ file, out, top, plain });
    },
  );

quality
  .command('background')
  .description('Count everyday words in texts and write them as a table of the source code.')
  .argument('<files...>', 'one JSON object a line, gzip or not: title, body')
  .requiredOption('--out <file>', 'the .data.ts file')
  .requiredOption('--origin <text>', 'where the texts come from and under which licence')
  .option('--lang <tag>', 'language of the texts', 'en')
  .option('--name <name>', 'name of the constant', 'ENGLISH')
  .action(
    async (
      files: readonly string[],
      options: { readonly out: string; readonly origin: string; readonly lang: string; readonly name: string },
    ) => {
      const { background } = await import('#cli/quality.ts');
      await background(files, options);
    },
  );

try {
  await program.parseAsync();
} catch (error) {
  const known = error instanceof StartError || error instanceof ContentError ? error : databaseFailure(error);
  if (known !== null) console.error(known.message);
  else {
    console.error('The command failed for a reason it does not know; the log line has the cause.');
    createLog('error', LOG_TO).error({ cause: describeError(error) }, logEvents.failed);
  }
  process.exitCode = 1;
}
