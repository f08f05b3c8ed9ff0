import type { Db } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { articlesIn } from './collections.ts';
import { IMPORTER_VERSION, memoryOf } from './merge.ts';

/** What is stored of an article that a source has brought. */
export interface KnownArticle {
  readonly status: ArticleDoc['status'];
  readonly publishedAt: Date;
  readonly path: string;
  /** All its keys, of other sources, too. */
  readonly sourceKeys: readonly string[];
  /** Hash of `updatedAt` as the source said it last; null where this importer has to read the article anew, whatever the source says. */
  readonly updatedAtHash: string | null;
}

/** Of the hashes, which are most of a document's memory, one is asked for. */
const PROJECTION = {
  sourceKeys: 1,
  status: 1,
  publishedAt: 1,
  path: 1,
  'imported.sourceHash': 1,
  'imported.importerVersion': 1,
  'imported.fields.updatedAt': 1,
  'imported.others': 1,
} as const;
/** Sent by the server at once: few bytes each. */
const BATCH = 5_000;

/** The articles that have a key which begins so, by the rest of that key. `prefix` ends with a colon. */
export async function listKnown(db: Db, prefix: string): Promise<ReadonlyMap<string, KnownArticle>> {
  type Row = Pick<ArticleDoc, '_id' | 'sourceKeys' | 'status' | 'publishedAt' | 'path'> &
    Partial<Pick<ArticleDoc, 'imported'>>;
  const known = new Map<string, KnownArticle>();
  const rows = articlesIn(db).find<Row>(
    // The semicolon is what follows a colon.
    { sourceKeys: { $elemMatch: { $gte: prefix, $lt: `${prefix.slice(0, -1)};` } }, 'sourceKeys.0': { $exists: true } },
    {
      projection: PROJECTION,
      batchSize: BATCH,
      readPreference: 'primary',
    },
  );
  for await (const { sourceKeys, imported, status, publishedAt, path } of rows) {
    for (const key of sourceKeys) {
      if (!key.startsWith(prefix)) continue;
      const { own } = memoryOf(imported ?? null, key === sourceKeys[0], key);
      const isCurrent = own?.importerVersion === IMPORTER_VERSION && own.sourceHash !== '';
      const updatedAtHash = isCurrent ? (own.fields['updatedAt'] ?? null) : null;
      known.set(key.slice(prefix.length), { status, publishedAt, path, sourceKeys, updatedAtHash });
    }
  }
  return known;
}
