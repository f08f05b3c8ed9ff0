import type { Db } from 'mongodb';
import type { Config } from '#config.ts';
import type { ArticleDoc } from '#content/article/article.ts';
import { normalisePath, type PathDoc } from '#content/path/path.ts';
import { covers, visibleInterval } from '#content/visibility.ts';
import { storedId } from '#graphql/node.ts';
import type { Log } from '#log.ts';
import { explainPair, listOf, type Explanation } from '#related/explain.ts';
import type { Listed } from '#related/readers-list.ts';
import { RelatedKeeper } from '#related/related-handler.ts';
import type { RebuildProgress } from '#related/rebuild.ts';
import { checkRelated, type RelatedCheck } from '#related/upkeep.ts';
import { openContent } from './open-content.ts';

/** Stories whose lists are made anew for a check. */
const CHECK_SAMPLE = 500;

/** An article as people name it: its address or path, slug or id. */
export interface NamedArticle {
  readonly id: string;
  readonly headline: string;
  readonly path: string;
  readonly publishedAt: Date;
  /** Now. */
  readonly isVisible: boolean;
}

/** The commands on related stories of the configured database. */
export interface RelatedCommands {
  /** Answers how many articles have a list; goes on where a killed one stopped. */
  rebuild(onProgress: (progress: RebuildProgress) => void): Promise<number>;
  check(): Promise<RelatedCheck>;
  /** null: no such article. */
  find(name: string): Promise<NamedArticle | null>;
  /** By id; what does not exist is left out. */
  named(ids: readonly string[]): Promise<ReadonlyMap<string, NamedArticle>>;
  /** null: the article has no list. */
  list(id: string): Promise<readonly Listed[] | null>;
  explain(id: string, other: string): Promise<Explanation>;
}

/** Opens the configured database for as long as `act` runs. */
export async function withRelated(
  config: Config,
  log: Log,
  act: (commands: RelatedCommands) => Promise<void>,
): Promise<void> {
  await using content = await openContent({ ...config, seed: 'off' }, log, () => new Date());
  const { db } = content;
  const keeper = new RelatedKeeper(db);
  await act({
    rebuild: (onProgress) => content.related.rebuild(onProgress),
    check: () => checkRelated(db, keeper, CHECK_SAMPLE),
    find: async (name) => {
      const path = normalisePath(name);
      const row = path === null ? null : await db.collection<PathDoc>('paths').findOne({ _id: path });
      const there = row && 'type' in row && row.type === 'article' ? row.id : null;
      const ids = [name, storedId('Article', name), there].filter((id) => id !== null);
      return (await listNamed(db, { $or: [{ _id: { $in: ids } }, { slug: name }] }, 1))[0] ?? null;
    },
    named: async (ids) =>
      new Map((await listNamed(db, { _id: { $in: [...ids] } }, ids.length)).map((one) => [one.id, one])),
    list: (id) => listOf(db, id),
    explain: (id, other) => explainPair(db, keeper, id, other),
  });
}

async function listNamed(db: Db, filter: object, limit: number): Promise<readonly NamedArticle[]> {
  if (limit === 0) return [];
  const rows = await db
    .collection<ArticleDoc>('articles')
    .find(filter, { projection: { headline: 1, path: 1, status: 1, publishedAt: 1, expiresAt: 1 }, limit })
    .toArray();
  const now = new Date();
  return rows.map((row) => {
    const { _id: id, headline, path, publishedAt } = row;
    const shown = visibleInterval(row);
    return { id, headline, path, publishedAt, isVisible: shown !== null && covers([shown], { from: now, to: now }) };
  });
}
