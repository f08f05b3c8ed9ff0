import { type Command, Option } from 'commander';
import { parseTime } from './arguments.ts';
import { environment } from './environment.ts';
import type { ImportCommand } from './import.ts';

/** What is asked for beside the sources. */
type ImportOptions = Omit<ImportCommand, 'sources' | keyof ReturnType<typeof environment>>;

const HELP = `
Exit status: 0 all good, 2 finished with rejects or files left out, 1 could not run.

Examples:
  npm run import -- export.xml --report report.json
  npm run import -- https://news.example/
  npm run import -- export.xml --map map.json

A map.json that takes pages, recipes, places and a byline of its own:
  {
    "types": { "page": "article", "recipe": { "as": "article", "kind": "FEATURE" } },
    "taxonomies": { "place": { "as": "topic", "kind": "PLACE" }, "desk": "section", "writer": "author" },
    "meta": { "byline": "author_line", "standfirst": ["subtitle", "deck"] }
  }`;

/** Declares `import`. */
export function addImport(program: Command): void {
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
    .addHelpText('after', HELP)
    .action(async (sources: readonly string[], options: ImportOptions) => {
      const { importSources } = await import('#cli/import.ts');
      process.exitCode = await importSources({ sources, ...options, ...environment() });
    });
}
