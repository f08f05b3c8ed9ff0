import { withRelated, type NamedArticle, type RelatedCommands } from '#app/related.ts';
import type { Config } from '#config.ts';
import { StartError } from '#errors.ts';
import type { Log } from '#log.ts';
import { formatList, formatPair } from './explain-text.ts';
import { createRebuildProgress } from './rebuild-progress.ts';

interface Environment {
  readonly config: Config;
  readonly log: Log;
}

/** Makes terms and lists of all published articles anew. */
export async function rebuild({ config, log }: Environment): Promise<void> {
  await withRelated(config, log, async (related) => {
    const progress = createRebuildProgress();
    const count = await related.rebuild(progress.show);
    progress.end();
    console.log(`The lists of ${count} articles were made.`);
  });
}

/** Tells whether terms and lists are whole; the answer is the exit status: 0 all is well, 2 a rebuild is needed. */
export async function check({ config, log }: Environment): Promise<0 | 2> {
  let status: 0 | 2 = 0;
  await withRelated(config, log, async (related) => {
    const { published, missing, dangling, pending, isUnfinished, agreement, examples } = await related.check();
    console.log(
      `${published} published articles, ${missing} without terms or a list, ${dangling} in lists that are not published, ${pending} waiting to be followed up.`,
    );
    if (isUnfinished) console.log('A rebuild was not finished.');
    if (agreement !== null)
      console.log(`Made anew today, ${(100 * agreement).toFixed(1)} % of the ten closest are the same.`);
    if (examples.length > 0) console.log(`Among them: ${examples.join(' ')}`);
    if (missing + dangling + pending > 0 || isUnfinished || (agreement ?? 1) < 0.95) {
      status = 2;
      console.log('To repair: npm run related -- rebuild');
    }
  });
  return status;
}

/** Prints an article's list with reasons, or why another is (not) in it. Articles are named by address, path, slug or id. */
export async function explain(name: string, other: string | undefined, { config, log }: Environment): Promise<void> {
  const width = Math.min(process.stdout.columns ?? 80, 120);
  await withRelated(config, log, async (related) => {
    const article = await find(related, name);
    if (other === undefined) {
      const list = (await related.list(article.id)) ?? [];
      console.log(formatList(article, list, await related.named(list.map(({ id }) => id)), width));
    } else {
      const beside = await find(related, other);
      console.log(formatPair(article, beside, await related.explain(article.id, beside.id), width));
    }
  });
}

async function find(related: RelatedCommands, name: string): Promise<NamedArticle> {
  const article = await related.find(name);
  if (!article) throw new StartError(`There is no article with the address, path, slug or id "${name}".`);
  return article;
}
