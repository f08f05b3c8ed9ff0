import type { Command } from 'commander';
import { environment } from './environment.ts';

/** Declares `related` with rebuild, check and explain. */
export function addRelated(program: Command): void {
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
    .addHelpText(
      'after',
      '\nExample:\n  npm run related -- explain /path/of/a/story https://news.example/another-story',
    )
    .action(async (article: string, other: string | undefined) => {
      const { explain } = await import('#cli/related.ts');
      await explain(article, other, environment());
    });
}
