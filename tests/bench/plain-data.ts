import DataLoader from 'dataloader';
import type { Db, Document, Filter } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import type { AuthorDoc } from '#content/author/author.ts';
import type { CollectionDoc } from '#content/collection/collection.ts';
import type { PathDoc } from '#content/path/path.ts';
import type { SectionDoc } from '#content/section/section.ts';
import type { TopicDoc } from '#content/topic/topic.ts';
import { existsAt, visibleAt } from '#content/visibility.ts';
import type { ListRow } from '#related/stored.ts';

/** What a good developer writes first: a DataLoader per type and key, whole documents, and a query where a list is asked for. */
export interface PlainContext {
  readonly db: Db;
  readonly site: { readonly url: string };
  readonly now: Date;
  readonly articles: DataLoader<string, ArticleDoc | null>;
  readonly articlesBySlug: DataLoader<string, ArticleDoc | null>;
  readonly authors: DataLoader<string, AuthorDoc | null>;
  readonly topics: DataLoader<string, TopicDoc | null>;
  readonly topicsBySlug: DataLoader<string, TopicDoc | null>;
  readonly sections: DataLoader<string, SectionDoc | null>;
  readonly collectionsBySlug: DataLoader<string, CollectionDoc | null>;
  readonly paths: DataLoader<string, PathDoc | null>;
  readonly related: DataLoader<string, ListRow | null>;
}

export function createPlainContext(db: Db, site: { readonly url: string }, now = new Date()): PlainContext {
  const seen = visibleAt(now);
  const exists = existsAt(now);
  const loader = <Doc extends Document>(name: string, key: string, rule: Filter<Document> = {}) =>
    new DataLoader<string, Doc | null>(async (keys) => {
      const rows = await db
        .collection(name)
        .find<Doc>({ [key]: { $in: [...keys] }, ...rule })
        .toArray();
      const byKey = new Map(rows.map((row) => [String(row[key]), row]));
      return keys.map((one) => byKey.get(one) ?? null);
    });
  return {
    db,
    site,
    now,
    articles: loader<ArticleDoc>('articles', '_id', seen),
    articlesBySlug: loader<ArticleDoc>('articles', 'slug', seen),
    authors: loader<AuthorDoc>('authors', '_id', exists),
    topics: loader<TopicDoc>('topics', '_id', exists),
    topicsBySlug: loader<TopicDoc>('topics', 'slug', exists),
    sections: loader<SectionDoc>('sections', '_id'),
    collectionsBySlug: loader<CollectionDoc>('collections', 'slug'),
    paths: loader<PathDoc>('paths', '_id'),
    related: loader<ListRow>('related_lists', '_id'),
  };
}

/** The values behind the keys, in their order; what is not there is left out. */
export async function loadAll<Doc>(
  loader: DataLoader<string, Doc | null>,
  keys: readonly string[],
): Promise<readonly Doc[]> {
  const found = await loader.loadMany(keys);
  return found.flatMap((one) => {
    if (one instanceof Error) throw one;
    return one ?? [];
  });
}

export interface PlainPage<Doc> {
  readonly rows: readonly Doc[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  readonly where: Filter<Document>;
}

export interface PageWish {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page of a collection in an order, whole documents. */
export async function pageOf<Doc extends Document>(
  { db }: PlainContext,
  name: string,
  where: Filter<Document>,
  { by, direction }: { readonly by: string; readonly direction: 1 | -1 },
  { first, after }: PageWish,
): Promise<PlainPage<Doc>> {
  const size = first ?? 20;
  const than = direction === 1 ? '$gt' : '$lt';
  const from = after ? parseCursor(after) : null;
  const behind = from
    ? { [by]: { [`${than}e`]: from.key }, $or: [{ [by]: { [than]: from.key } }, { _id: { [than]: from.id } }] }
    : {};
  const rows = await db
    .collection(name)
    .find<Doc>({ $and: [where, behind] })
    .sort({ [by]: direction, _id: direction })
    .limit(size + 1)
    .toArray();
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    rows: shown,
    hasNextPage: rows.length > size,
    endCursor: last ? toCursor(name, last[by], last['_id']) : null,
    where,
  };
}

export async function countOf({ db }: PlainContext, where: Filter<Document>) {
  const value = await db.collection('articles').countDocuments(where, { limit: 1_001 });
  return value > 1_000 ? { value: 1_000, precision: 'AT_LEAST' } : { value, precision: 'EXACT' };
}

export const NEWEST = { by: 'publishedAt', direction: -1 } as const;

/** In the layout of the gateway's, so that both can be asked for the same page. */
function toCursor(list: string, key: unknown, id: unknown): string {
  return Buffer.from(JSON.stringify([list, key instanceof Date ? [key.getTime()] : key, id])).toString('base64url');
}

/** Of any list: the plain server does not tell them apart. */
function parseCursor(cursor: string): { readonly key: unknown; readonly id: string } {
  const [, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return { key: Array.isArray(key) ? new Date(key[0]) : key, id };
}
