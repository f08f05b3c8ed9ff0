import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Db, MongoClient } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import type { ImportedItem } from '#content/imported-item.ts';
import type { PathDoc } from '#content/path/path.ts';
import { createWriter, type AfterCommit, type Outcome, type Writer } from '#content/write.ts';
import { createTestDatabase, emptyDatabase, type TestDatabase } from './database.ts';
import { ndjson } from './make/items.ts';

export interface WriterFixture {
  readonly client: MongoClient;
  readonly db: Db;
  readonly uri: string;
  readonly writer: Writer;
  /** Writes as an NDJSON file would. */
  write(...items: readonly ImportedItem[]): Promise<readonly Outcome[]>;
  /** The article by its id at the source. */
  article(id: string): Promise<ArticleDoc>;
  path(path: string): Promise<PathDoc | null>;
}

/** A writer on a database of the test file's own, empty before each test; read its members inside tests only. */
export function useWriter(
  options: { readonly now?: () => Date; readonly afterCommit?: readonly AfterCommit[] } = {},
): WriterFixture {
  let database: TestDatabase | undefined;
  let writer: Writer | undefined;
  const open = (): TestDatabase => {
    if (!database) throw new Error('the database is opened before the first test');
    return database;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    writer = createWriter({ ...database, ...options });
  });
  beforeEach(() => emptyDatabase(open().db));
  afterAll(() => database?.[Symbol.asyncDispose]());
  return {
    get client() {
      return open().client;
    },
    get db() {
      return open().db;
    },
    get uri() {
      return open().uri;
    },
    get writer() {
      if (!writer) throw new Error('the writer is made before the first test');
      return writer;
    },
    write(...items) {
      return this.writer.write(items, ndjson);
    },
    async article(id) {
      const found = await open()
        .db.collection<ArticleDoc>('articles')
        .findOne({ sourceKeys: `ndjson:article:${id}` });
      if (!found) throw new Error(`no article ${id}`);
      return found;
    },
    path: (path) => open().db.collection<PathDoc>('paths').findOne({ _id: path }),
  };
}
