import type { Db } from 'mongodb';
import { pathsIn, type OutboxRow } from './collections.ts';
import type { WrittenArticle } from './outbox.ts';
import type { Lost } from './visible.ts';

/** What rows of the outbox ask for, as a batch would have told it right after its commit. */
export async function leftWork(
  db: Db,
  left: readonly OutboxRow[],
): Promise<{
  readonly rows: readonly (WrittenArticle & { readonly lost: Lost })[];
  readonly paths: readonly string[];
}> {
  const paths = await pathsIn(db)
    .find(
      { type: 'article', id: { $in: left.map(({ _id }) => _id) } },
      { projection: { _id: 1 }, readPreference: 'primary' },
    )
    .toArray();
  return {
    rows: left.map(({ _id, rev, lostAuthors = [], lostTopics = [] }) => ({
      _id,
      rev,
      lost: { authorIds: lostAuthors, topicIds: lostTopics },
    })),
    paths: paths.map(({ _id }) => _id),
  };
}
