import { Command, InvalidArgumentError } from 'commander';
import { type Config, readConfig } from '#config.ts';
import { ContentError, StartError } from '#errors.ts';
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

const program = new Command('masthead')
  .description(
    'A GraphQL content gateway for news sites. Without MONGODB_URI every command uses the embedded database in DATA_DIR.',
  )
  .showHelpAfterError();

program
  .command('import')
  .description('Import NDJSON files and WordPress exports (.xml, .xml.gz). Running it again writes only what changed.')
  .argument('<files...>', 'files; the kind is recognised from the content')
  .option('--report <file>', 'write what was found, written, skipped and rejected, as JSON')
  .addHelpText(
    'after',
    '\nExit status: 0 all good, 2 finished with rejects, 1 could not run.\n\nExample:\n  npm run import -- export.xml --report report.json',
  )
  .action(async (files: readonly string[], { report }: { readonly report?: string }) => {
    const { importFiles } = await import('#cli/import.ts');
    process.exitCode = await importFiles({ files, report, ...environment() });
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

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof StartError || error instanceof ContentError) console.error(error.message);
  else {
    console.error('The command failed for a reason it does not know; the log line has the cause.');
    createLog('error', LOG_TO).error({ cause: describeError(error) }, logEvents.failed);
  }
  process.exitCode = 1;
}
