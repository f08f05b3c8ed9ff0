import type { Db } from 'mongodb';
import { visibleAt } from '#content/visibility.ts';

/** Variables for each promised operation that find something in the content at hand, so that whoever opens GraphiQL presses one key. */
export async function exampleVariables(
  db: Db,
  now: Date,
): Promise<(operation: string) => Readonly<Record<string, unknown>>> {
  const [article, topic] = await Promise.all([
    db
      .collection('articles')
      .findOne({ ...visibleAt(now), 'alsoRead.0': { $exists: true } }, { sort: { publishedAt: -1 }, maxTimeMS: 1_000 }),
    db.collection('topics').findOne({}, { maxTimeMS: 1_000 }),
  ]).catch(() => [null, null]);
  const word =
    String(article?.['headline'] ?? 'news')
      .split(/\s+/)
      .find(({ length }) => length > 4) ?? 'news';
  const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'article-page': { slug: article?.['slug'] ?? '' },
    'article-page-by-path': { path: article?.['path'] ?? '/' },
    'topic-page': { slug: topic?.['slug'] ?? '' },
    'search-results': { text: word },
    'latest-feed': { since: new Date(now.getTime() - 30 * 86_400_000).toISOString() },
  };
  return (operation) => examples[operation] ?? {};
}
