import type { Db, Filter } from 'mongodb';
import type { EntityType, StoredDoc } from '#content/content-type.ts';
import type { ImportedItem } from '#content/imported-item.ts';
import type { PathDoc } from '#content/path/path.ts';
import type { SiteDoc } from '#content/site/site.ts';
import { entitiesIn, pathsIn, reading } from '#content/writing/collections.ts';
import { articleLine } from './article-line.ts';
import { exportedId } from './exported-name.ts';
import {
  authorLine,
  collectionLine,
  namesOf,
  redirectLine,
  sectionLine,
  siteLine,
  topicLine,
  type Names,
} from './lines.ts';

/** Documents read at once: what memory holds, whatever the size of the database. */
const PAGE = 200;

type LineOf = (doc: never, names: Names) => ImportedItem;
const TYPES: readonly (readonly [EntityType, LineOf])[] = [
  ['section', sectionLine],
  ['author', authorLine],
  ['topic', topicLine],
  ['article', articleLine],
  ['collection', collectionLine],
];

/**
 * Everything that is stored, as items whose import into an empty database gives the same documents again: ids, source keys, paths, redirects
 * and what is remembered of imports; only `rev` counts anew. Each document is as it is when it is read. What is referred to comes first.
 */
export async function* exportItems(db: Db, signal: AbortSignal): AsyncGenerator<ImportedItem> {
  const site = await db.collection<SiteDoc>('site').findOne({ _id: 'site' }, { readPreference: 'primary' });
  if (site !== null) yield siteLine(site);
  for (const [type, lineOf] of TYPES) {
    for await (const docs of pagesOf<StoredDoc>(entitiesIn(db, type) as never, {}, signal)) {
      const names = await namesFor(db, type, docs);
      // The documents of a type's collection are what its line is made of.
      for (const doc of docs) yield lineOf(doc as never, names);
    }
  }
  for await (const rows of pagesOf<PathDoc>(pathsIn(db) as never, { type: { $exists: false } }, signal)) {
    for (const row of rows) {
      const line = redirectLine(row);
      if (line !== null) yield line;
    }
  }
}

interface Pages<Row> {
  find(filter: object, options: object): { toArray(): Promise<Row[]> };
}

async function* pagesOf<Row extends { readonly _id: string }>(
  collection: Pages<Row>,
  filter: Filter<Row>,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  let after: string | null = null;
  for (;;) {
    signal.throwIfAborted();
    const from = after === null ? {} : { _id: { $gt: after } };
    const rows: Row[] = await collection
      .find({ ...filter, ...from }, { ...reading(), sort: { _id: 1 }, limit: PAGE })
      .toArray();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?._id ?? null;
  }
}

/** Reads what the lines of a page need beside their documents: a command per type that they refer to, and one for former paths. */
async function namesFor(db: Db, type: EntityType, docs: readonly StoredDoc[]): Promise<Names> {
  const former = type === 'collection' ? new Map<string, string[]>() : await formerPathsOf(db, type, docs);
  const ids = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const [of, wanted] of referencesOf(docs)) {
    const options = { ...reading(), projection: { sourceKeys: 1, path: 1 } };
    const found = await entitiesIn(db, of)
      .find({ _id: { $in: wanted } }, options)
      .toArray();
    for (const { _id, sourceKeys, path } of found) {
      ids.set(`${of} ${_id}`, exportedId(of, sourceKeys[0] ?? `ndjson:${of}:${_id}`));
      if (of === 'article' && path !== undefined) paths.set(_id, path);
    }
  }
  return {
    line: (of, doc) => namesOf(of, doc, former.get(doc._id) ?? []),
    refs: (of, wanted) => wanted.flatMap((id) => ids.get(`${of} ${id}`) ?? []),
    pathOf: (id) => paths.get(id) ?? null,
  };
}

async function formerPathsOf(
  db: Db,
  type: Exclude<EntityType, 'collection'>,
  docs: readonly StoredDoc[],
): Promise<ReadonlyMap<string, string[]>> {
  const former = new Map<string, string[]>();
  const rows = pathsIn(db).find(
    { type, id: { $in: docs.map(({ _id }) => _id) }, current: false },
    { ...reading(), sort: { _id: 1 } },
  );
  for await (const row of rows) if ('id' in row) former.set(row.id, [...(former.get(row.id) ?? []), row._id]);
  return former;
}

/** Which properties of which type's documents hold ids. */
const ID_PROPERTIES: readonly (readonly [EntityType, readonly string[]])[] = [
  ['author', ['authorIds']],
  ['topic', ['topicIds']],
  ['section', ['ownSectionIds', 'parentId']],
  ['article', ['pickIds']],
];

function referencesOf(docs: readonly StoredDoc[]): ReadonlyMap<EntityType, string[]> {
  const wanted = new Map<EntityType, Set<string>>();
  const add = (type: EntityType, value: unknown): void => {
    for (const id of Array.isArray(value) ? value : [value])
      if (typeof id === 'string') wanted.set(type, (wanted.get(type) ?? new Set()).add(id));
  };
  for (const doc of docs) {
    const record: Readonly<Record<string, unknown>> = { ...doc };
    for (const [type, names] of ID_PROPERTIES) for (const name of names) add(type, record[name]);
    const { fill, alsoRead } = record;
    if (typeof fill === 'object' && fill !== null) {
      add('section', 'sectionIds' in fill ? fill.sectionIds : null);
      add('topic', 'topicIds' in fill ? fill.topicIds : null);
    }
    if (Array.isArray(alsoRead)) for (const link of alsoRead) add('article', link?.articleId);
  }
  return new Map([...wanted].map(([type, ids]) => [type, [...ids]]));
}
