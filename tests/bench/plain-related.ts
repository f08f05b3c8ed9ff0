import type { ArticleDoc } from '#content/article/article.ts';
import { visibleAt } from '#content/visibility.ts';
import { loadAll, type PlainContext } from './plain-data.ts';

export interface PlainRelated {
  readonly article: ArticleDoc;
  readonly score: number;
  readonly reasons: readonly { readonly kind: string; readonly label: string }[];
}

/** Related stories of one article: the newest of each of its topics, those that share most of them first. A query for each topic. */
export async function relatedOf(
  article: ArticleDoc,
  first: number,
  context: PlainContext,
): Promise<readonly PlainRelated[]> {
  const { db, now, topics } = context;
  const byTopic = await Promise.all(
    article.topicIds.map((topicIds) =>
      db
        .collection('articles')
        .find<ArticleDoc>({ topicIds, lang: article.lang, ...visibleAt(now) })
        .sort({ publishedAt: -1, _id: -1 })
        .limit(2 * first + 2)
        .toArray(),
    ),
  );
  const others = new Map(byTopic.flat().map((one) => [one._id, one]));
  others.delete(article._id);
  const names = new Map((await loadAll(topics, article.topicIds)).map(({ _id, name }) => [_id, name]));
  const weight = 1 / Math.max(1, article.topicIds.length);
  return [...others.values()]
    .map((other) => ({ article: other, shared: article.topicIds.filter((id) => other.topicIds.includes(id)) }))
    .sort((a, b) => b.shared.length - a.shared.length || newestFirst(a.article, b.article))
    .slice(0, first)
    .map(({ article: other, shared }) => ({
      article: other,
      score: shared.length * weight,
      reasons: shared.map((id) => ({ kind: 'TOPIC', label: names.get(id) ?? '' })),
    }));
}

function newestFirst(a: ArticleDoc, b: ArticleDoc): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || (a._id < b._id ? 1 : -1);
}
