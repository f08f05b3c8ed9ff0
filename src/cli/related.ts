import { withRelated, type NamedArticle, type RelatedCommands } from '#app/related.ts';
import type { Config } from '#config.ts';
import { StartError } from '#errors.ts';
import type { Log } from '#log.ts';
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

/** Prints an article's list with reasons, or why another is (not) in it. Articles are named by path, slug or id. */
export async function explain(name: string, other: string | undefined, { config, log }: Environment): Promise<void> {
  await withRelated(config, log, async (related) => {
    const article = await find(related, name);
    if (other === undefined) await printList(related, article);
    else await printPair(related, article, await find(related, other));
  });
}

async function find(related: RelatedCommands, name: string): Promise<NamedArticle> {
  const article = await related.find(name);
  if (!article) throw new StartError(`There is no article with the path, slug or id "${name}".`);
  return article;
}

async function printList(related: RelatedCommands, article: NamedArticle): Promise<void> {
  const list = (await related.list(article.id)) ?? [];
  console.log(`${article.headline}\n${list.length} related, as readers get them:`);
  const named = await related.named(list.map(({ id }) => id));
  for (const [place, { id, score, reasons }] of list.entries()) {
    const why = reasons.map(({ kind, label, weight }) => `${kind} ${weight.toFixed(3)} ${label}`).join(' | ');
    console.log(
      `${String(place + 1).padStart(3)}. ${score.toFixed(3)}  ${named.get(id)?.headline ?? id}\n       ${why}`,
    );
  }
}

const REMOVED = {
  'not-published': 'one of the two is not published, or has no terms yet',
  'other-language': 'they are in different languages',
  'not-near-enough': 'fifty others are nearer, or they share no word that tells them from the rest',
  'score-too-low': 'its score is below what a reader would see as related',
} as const;

async function printPair(related: RelatedCommands, article: NamedArticle, other: NamedArticle): Promise<void> {
  const { rank, listed, direct, isCopy, removedBy } = await related.explain(article.id, other.id);
  console.log(`${article.headline}\n${other.headline}`);
  console.log(
    rank === null
      ? `not related: ${removedBy ? REMOVED[removedBy] : ''}`
      : `rank ${rank}, score ${listed?.score.toFixed(3)}`,
  );
  for (const { kind, label, weight } of listed?.reasons ?? []) console.log(`  ${weight.toFixed(3)}  ${kind}  ${label}`);
  if (direct) console.log(`by words and dates alone: rank ${direct.rank}, score ${direct.score.toFixed(3)}`);
  if (isCopy) console.log('one text printed twice: moved behind the others');
}
