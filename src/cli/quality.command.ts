import { type Command, Option } from 'commander';
import { wholeNumber } from './arguments.ts';

/** Declares `quality` with one command for each thing that is measured. */
export function addQuality(program: Command): void {
  const quality = program.command('quality').description('Measure what the product promises.');

  quality
    .command('related')
    .description(
      'Print how good related stories are on the sample newsroom and on sets of stories that belong together.',
    )
    .option('--events <folder>', 'folder of .jsonl[.gz] files whose stories carry "event" (and "topic")')
    .addOption(new Option('--corpus <folder>', 'folder whose `events` are measured, if it has any').env('CORPUS_DIR'))
    .option('--sweep', 'print what each constant of the formula is worth', false)
    .action(async (options: { readonly events?: string; readonly corpus?: string; readonly sweep: boolean }) => {
      const { measureRelated } = await import('#cli/quality.ts');
      await measureRelated(options);
    });

  quality
    .command('import')
    .description(
      'Print how imports of WordPress exports compare with what the files declare and with WordPress itself.',
    )
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
    .option('--top <number>', 'how many of each, 1 to 100', wholeNumber(1, 100), 10)
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
}
