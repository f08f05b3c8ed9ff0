import type { ArticleDoc } from '#content/article/article.ts';
import { neighbourhood } from '#content/article/neighbours.ts';
import type { Load } from '#graphql/batched.ts';
import { checkSize } from '#graphql/connection.ts';
import type { Context } from '#graphql/context.ts';
import { LEAST_SHOWN } from './copies.ts';
import { readersList, type Listed } from './readers-list.ts';
import { latestReason } from './reasons.ts';
import { needsTimes, type Strategy } from './strategies.ts';

/** A related article as it is answered. */
export interface RelatedArticle extends Pick<Listed, 'score' | 'reasons'> {
  readonly article: ArticleDoc;
}

interface RelatedArgs {
  readonly first: number;
  readonly strategy: Strategy;
  readonly fill?: 'LATEST' | null | undefined;
}

/** What is read of a story whose related ones are asked for. */
export const RELATED_NEEDS = ['lang', 'mainSectionId'] as const;
type Parent = Pick<ArticleDoc, '_id' | (typeof RELATED_NEEDS)[number]>;

/** So many more than are asked for are read, because some may be hidden from readers since the list was made. */
const SPARE = 4;
/** Limits of fills are rounded up to these, so that stories of one section share a read. */
const FILL_STEP = 8;

/** The related stories of each: one command for the lists, one for the articles, and beside it one for the sections where a list may be too short. */
export const loadRelated: Load<Parent, RelatedArgs, readonly RelatedArticle[]> = async (rows, args, ctx) => {
  const { first, strategy, fill } = args;
  checkSize('first', first, 20);
  if (first === 0) return rows.map(() => []);
  const lists = await ctx.related.listsOf(
    rows.map(({ _id }) => _id),
    { times: needsTimes(strategy) },
  );
  const shown = Math.max(first, LEAST_SHOWN);
  const asked = rows.map(({ _id }) => {
    const list = lists.get(_id);
    return list ? readersList(list, shown, { strategy, most: first + SPARE }) : [];
  });
  const [found, latest] = await Promise.all([
    ctx.articles.rows.listsById(asked.map((list) => list.map(({ id }) => id))),
    fill ? latestBeside(rows, asked, first, ctx) : [],
  ]);
  return asked.map((list, index) => {
    const byId = new Map((found[index] ?? []).map((article) => [article._id, article]));
    const visible = list.filter(({ id }) => byId.has(id));
    // What fills up is new to the reader, and a copy is not: it stands behind.
    const filled = latest[index];
    const told = filled
      ? [...visible.filter(({ isCopy }) => !isCopy), ...filled, ...visible.filter(({ isCopy }) => isCopy)]
      : visible;
    return told.slice(0, first).flatMap((one) => {
      if ('article' in one) return [one];
      const article = byId.get(one.id);
      return article ? [{ article, score: one.score, reasons: one.reasons }] : [];
    });
  });
};

/** For each story whose list could be too short: the newest of its section in its language that are neither it nor in its list. */
async function latestBeside(
  rows: readonly Parent[],
  lists: readonly (readonly Listed[])[],
  first: number,
  { articles }: Context,
): Promise<readonly (readonly RelatedArticle[] | null)[]> {
  const wanted = rows.map(({ lang, mainSectionId }, index) => {
    const list = lists[index] ?? [];
    // A list that is longer by what is spare stays full even where some of it is hidden.
    if (list.filter(({ isCopy }) => !isCopy).length >= first + SPARE) return null;
    const where = neighbourhood({ lang, mainSectionId, topicIds: [], authorIds: [] }, 'SECTION');
    const most = Math.ceil((first + 1 + list.length) / FILL_STEP) * FILL_STEP;
    return where && { where, from: null, order: { by: 'publishedAt', direction: -1 } as const, limit: most };
  });
  const read = [...(await articles.branches(wanted.filter((branch) => branch !== null)))];
  return rows.map(({ _id, lang }, index) => {
    if (!wanted[index]) return null;
    const known = new Set([_id, ...(lists[index] ?? []).map(({ id }) => id)]);
    return (read.shift() ?? [])
      .filter((article) => !known.has(article._id))
      .map((article) => ({ article, score: 0, reasons: [latestReason(lang)] }));
  });
}
