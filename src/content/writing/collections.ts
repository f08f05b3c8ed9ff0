import type { ClientSession, Collection, Db, ReadPreferenceMode } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import type { EntityType, StoredDoc } from '#content/content-type.ts';
import type { PathDoc } from '#content/path/path.ts';
import { contentTypes } from '#content/registry.ts';

/** One row per article whose writing still has to be followed up (`_id` and rev), or per section that got another parent. */
export interface OutboxRow {
  /** The article's id, or `section:<id>`. */
  readonly _id: string;
  readonly rev: number;
  /** By the database's clock. */
  readonly at: Date;
  /** Authors and topics that may have lost time at which they are visible. */
  readonly lostAuthors?: readonly string[];
  readonly lostTopics?: readonly string[];
}

/** Options of the writer's reads: in its transaction or from the primary, and in one reply, so that no `getMore` follows. */
export function reading(session?: ClientSession): {
  readonly batchSize: number;
  readonly session?: ClientSession;
  readonly readPreference?: ReadPreferenceMode;
} {
  return { batchSize: 5_000, ...(session ? { session } : { readPreference: 'primary' }) };
}

export function entitiesIn(db: Db, type: EntityType): Collection<StoredDoc> {
  return db.collection(contentTypes[type].collection);
}
export function articlesIn(db: Db): Collection<ArticleDoc> {
  return db.collection(contentTypes.article.collection);
}
export function pathsIn(db: Db): Collection<PathDoc> {
  return db.collection('paths');
}
export function outboxIn(db: Db): Collection<OutboxRow> {
  return db.collection('outbox');
}
