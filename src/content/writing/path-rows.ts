import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb';
import type { EntityType } from '#content/content-type.ts';
import { normalisePath, type PathDoc } from '#content/path/path.ts';
import { allocateNames } from './allocate.ts';
import { pathsIn, reading } from './collections.ts';

export type PageType = Exclude<EntityType, 'collection'>;

/** What an entity wants of `paths`. */
export interface PathWish {
  readonly id: string;
  /** Where it is now; null for what is new. */
  readonly from: string | null;
  /** Where it wants to be; equal to `from` where it stays. */
  readonly to: string;
  readonly former: readonly string[];
}
export interface PathGrant {
  readonly path: string;
  /** False: some former path belongs to something else. */
  readonly allFormer: boolean;
}

/** Writes the rows of entities of one type and tells where each may live; the path left behind keeps its row as a former one. */
export async function writePaths(
  db: Db,
  session: ClientSession,
  type: PageType,
  wishes: readonly PathWish[],
): Promise<readonly PathGrant[]> {
  const rows = new Map<string, PathDoc | null>();
  const load = async (paths: readonly string[]): Promise<void> => {
    const unknown = [...new Set(paths)].filter((path) => !rows.has(path));
    if (unknown.length === 0) return;
    for (const path of unknown) rows.set(path, null);
    for await (const row of pathsIn(db).find({ _id: { $in: unknown } }, reading(session))) rows.set(row._id, row);
  };
  // The front page is nobody's former address: `/?p=7` normalises to it.
  const formers = wishes.map(({ former }) =>
    former.flatMap((path) => normalisePath(path) ?? []).filter((path) => path !== '/'),
  );
  const moving = wishes.filter(({ from, to }) => from !== to);
  await load([...moving.map(({ to }) => to), ...formers.flat()]);
  const granted = await allocateNames(
    moving.map(({ id, to }) => ({ name: to, owner: id })),
    async (names) => {
      await load(names);
      return new Map(names.flatMap((name) => ownerIn(rows.get(name) ?? null, type, name)));
    },
  );
  const operations: AnyBulkWriteOperation<PathDoc>[] = [];
  const place = new Map(moving.map((wish, at) => [wish, granted[at] ?? wish.to]));
  for (const [{ id, from }, path] of place) {
    if (path === from) continue;
    const row: PathDoc = { _id: path, type, id, current: true };
    operations.push(rows.get(path) ? replace(row) : { insertOne: { document: row } });
    rows.set(path, row);
    if (from !== null) operations.push(replace({ _id: from, type, id, current: false }));
  }
  const grants = wishes.map((wish, at) => {
    const path = place.get(wish) ?? wish.to;
    let allFormer = true;
    for (const former of formers[at] ?? []) {
      const row = rows.get(former);
      if (row) allFormer &&= 'id' in row && row.id === wish.id && row.type === type;
      else {
        const document: PathDoc = { _id: former, type, id: wish.id, current: false };
        operations.push({ insertOne: { document } });
        rows.set(former, document);
      }
    }
    return { path, allFormer };
  });
  if (operations.length > 0) await pathsIn(db).bulkWrite(operations, { session });
  return grants;
}

/** Only an entity's own former path can be taken up again; all else, redirects and gone paths too, is taken for good. */
function ownerIn(row: PathDoc | null, type: PageType, name: string): [string, string | null][] {
  if (!row) return [];
  return [[name, 'id' in row && row.type === type ? row.id : null]];
}

function replace(row: Extract<PathDoc, { readonly id: string }>): AnyBulkWriteOperation<PathDoc> {
  const { _id, ...replacement } = row;
  return { replaceOne: { filter: { _id }, replacement, upsert: true } };
}
