import { Command } from 'commander';
import { wholeNumber, parseTime } from '#cli/arguments.ts';
import { databaseFailure } from '#cli/database-failure.ts';
import { environment, LOG_TO } from '#cli/environment.ts';
import { addImport } from '#cli/import.command.ts';
import { addQuality } from '#cli/quality.command.ts';
import { addRelated } from '#cli/related.command.ts';
import { ContentError, StartError } from '#errors.ts';
import { createLog, describeError, logEvents } from '#log.ts';

interface SeedOptions {
  readonly articles?: number;
  readonly seed: number;
  readonly now?: Date;
}

const program = new Command('masthead')
  .description(
    'A GraphQL content gateway for news sites. Without MONGODB_URI every command uses the embedded database in DATA_DIR.',
  )
  .showHelpAfterError('Add --help for what the command takes.');

addImport(program);

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
  .option('--articles <number>', 'write a large newsroom of so many articles', wholeNumber(10, 10_000_000))
  .option('--seed <number>', 'with --articles: another number makes another newsroom', wholeNumber(0, 4_294_967_295), 1)
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
  .option('--port <number>', 'port to listen on; 0 takes any free one', wholeNumber(0, 65_535), 0)
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

addRelated(program);
addQuality(program);

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
