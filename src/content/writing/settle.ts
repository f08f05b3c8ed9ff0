import type { ClientSession, Db, MongoClient } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { hashOfBody } from '#content/article/block-hash.ts';
import { linksOf, resolveLinks } from '#content/article/links.ts';
import { withAncestors } from '#content/section/section-tree.ts';
import type { ImportedOnce } from '#content/stored.ts';
import { inTransaction } from '#mongo/transactions.ts';
import { articlesIn, reading } from './collections.ts';
import { articlesAt } from './link-targets.ts';
import { addToOutbox, type WrittenArticle } from './outbox.ts';
import { loadSections } from './references.ts';
import { isCovered, keepVisible, type Lost, type Shown } from './visible.ts';

interface Target {
  readonly client: MongoClient;
  readonly db: Db;
  readonly hosts: ReadonlySet<string>;
}

/** As many articles are rewritten in one transaction. */
const BATCH = 200;

/**
 * What follows after the commit because it concerns articles of other batches and of other processes, whose transactions did not see this one:
 * links that waited for one of `paths`, links of these articles that can be resolved by now, sections moved meanwhile, and visible times of authors and topics.
 * Safe to repeat. Gives the articles that were written because of it, with their outbox rows.
 */
export async function settle(
  target: Target,
  rows: readonly (WrittenArticle & { readonly lost?: Lost })[],
  paths: readonly string[],
): Promise<readonly WrittenArticle[]> {
  const { db } = target;
  type Row = Shown & Pick<ArticleDoc, '_id' | 'pendingLinks' | 'ownSectionIds' | 'sectionIds'>;
  const projection = {
    status: 1,
    publishedAt: 1,
    expiresAt: 1,
    authorIds: 1,
    topicIds: 1,
    pendingLinks: 1,
    ownSectionIds: 1,
    sectionIds: 1,
  };
  const ids = rows.map(({ _id }) => _id);
  const articles =
    ids.length === 0
      ? []
      : await articlesIn(db)
          .find<Row>({ _id: { $in: ids } }, { projection, ...reading() })
          .toArray();
  await settleVisible(
    target,
    articles,
    rows.flatMap(({ lost }) => lost ?? []),
  );
  const moved = await settleSections(target, articles);
  const linked = await settleLinks(target, articles, paths);
  return [...moved, ...linked];
}

async function settleVisible({ client, db }: Target, articles: readonly Shown[], lost: readonly Lost[]): Promise<void> {
  const nothingLost = lost.every(({ authorIds, topicIds }) => authorIds.length + topicIds.length === 0);
  if (nothingLost && (await isCovered(db, articles))) return;
  await inTransaction(client, (session) => keepVisible(db, session, articles, lost));
}

async function settleLinks(
  { client, db, hosts }: Target,
  articles: readonly Pick<ArticleDoc, '_id' | 'pendingLinks'>[],
  paths: readonly string[],
): Promise<readonly WrittenArticle[]> {
  const pending = articles.filter(({ pendingLinks }) => pendingLinks.length > 0);
  const articleAt = await articlesAt(
    db,
    undefined,
    pending.flatMap(({ pendingLinks }) => pendingLinks),
    hosts,
  );
  const own = pending.filter(({ pendingLinks }) => pendingLinks.some((path) => articleAt(path) !== null));
  const waiting =
    paths.length === 0
      ? []
      : await articlesIn(db)
          .find(
            { pendingLinks: { $in: [...paths] }, 'pendingLinks.0': { $exists: true } },
            { projection: { _id: 1 }, ...reading() },
          )
          .toArray();
  const ids = [...new Set([...own, ...waiting].map(({ _id }) => _id))];
  return inBatches(ids, (some) =>
    inTransaction(client, (session) =>
      rewrite(db, session, some, async (docs) => {
        const at = await articlesAt(
          db,
          session,
          docs.flatMap(({ pendingLinks }) => pendingLinks),
          hosts,
        );
        return (doc) => {
          const body = resolveLinks(doc.body, at);
          return body === doc.body ? null : { body, ...linksOf(body) };
        };
      }),
    ),
  );
}

async function settleSections(
  { client, db }: Target,
  articles: readonly Pick<ArticleDoc, '_id' | 'ownSectionIds' | 'sectionIds'>[],
): Promise<readonly WrittenArticle[]> {
  if (articles.length === 0) return [];
  const tree = await loadSections(db);
  const stale = articles.filter((one) => !sameIds(one.sectionIds, withAncestors(tree, one.ownSectionIds)));
  return followSections(
    { client, db },
    stale.map(({ _id }) => _id),
  );
}

/** All articles at or below a section get their ancestors anew. */
export async function followMovedSection(
  target: Pick<Target, 'client' | 'db'>,
  sectionId: string,
): Promise<readonly WrittenArticle[]> {
  const ids: string[] = [];
  const below = articlesIn(target.db).find({ sectionIds: sectionId }, { projection: { _id: 1 }, ...reading() });
  for await (const { _id } of below) ids.push(_id);
  return followSections(target, ids);
}

async function followSections(
  { client, db }: Pick<Target, 'client' | 'db'>,
  ids: readonly string[],
): Promise<readonly WrittenArticle[]> {
  return inBatches(ids, (some) =>
    inTransaction(client, (session) =>
      rewrite(db, session, some, async () => {
        const tree = await loadSections(db, session);
        return (doc) => {
          const sectionIds = withAncestors(tree, doc.ownSectionIds);
          return sameIds(sectionIds, doc.sectionIds) ? null : { sectionIds };
        };
      }),
    ),
  );
}

/** Changes derived properties of articles; where the body was as imported, it still counts as such. */
async function rewrite(
  db: Db,
  session: ClientSession,
  ids: readonly string[],
  changer: (docs: readonly ArticleDoc[]) => Promise<(doc: ArticleDoc) => Partial<ArticleDoc> | null>,
): Promise<readonly WrittenArticle[]> {
  const docs = await articlesIn(db)
    .find({ _id: { $in: [...ids] } }, reading(session))
    .toArray();
  const change = await changer(docs);
  const changed = docs.flatMap((doc) => {
    const set = change(doc);
    return set ? [{ doc, set }] : [];
  });
  if (changed.length === 0) return [];
  await articlesIn(db).bulkWrite(
    changed.map(({ doc, set }) => ({
      updateOne: {
        filter: { _id: doc._id, rev: doc.rev },
        update: { $set: { ...set, ...stillImported(doc, set) }, $inc: { rev: 1 } },
      },
    })),
    { session },
  );
  const rows = changed.map(({ doc: { _id, rev } }) => ({ _id, rev: rev + 1 }));
  await addToOutbox(db, session, rows);
  return rows;
}

/** For whichever source the body came from. */
function stillImported(
  { imported, body }: ArticleDoc,
  set: Partial<ArticleDoc>,
): Partial<Pick<ArticleDoc, 'imported'>> {
  if (!set.body || imported === null) return {};
  const [before, after] = [hashOfBody(body), hashOfBody(set.body)];
  const moved = <Once extends ImportedOnce>(once: Once): Once =>
    once.fields['body'] === before ? { ...once, fields: { ...once.fields, body: after } } : once;
  const others = imported.others?.map(moved);
  return { imported: { ...moved(imported), ...(others === undefined ? {} : { others }) } };
}

async function inBatches(
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<readonly WrittenArticle[]>,
): Promise<readonly WrittenArticle[]> {
  const written: WrittenArticle[] = [];
  for (let from = 0; from < ids.length; from += BATCH) written.push(...(await work(ids.slice(from, from + BATCH))));
  return written;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
