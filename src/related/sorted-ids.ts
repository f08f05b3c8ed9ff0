import type { Db, Document } from 'mongodb';

/** The ids of a collection in their order, from behind `after` (null: all), `size` at a time: each batch a command of its own, so that any pause between them is allowed. */
export async function* idsAfter(
  db: Db,
  collection: string,
  filter: Document,
  after: string | null,
  size: number,
): AsyncGenerator<readonly string[]> {
  for (let last = after; ;) {
    const rows = await db
      .collection<{ readonly _id: string }>(collection)
      .find(last === null ? filter : { ...filter, _id: { $gt: last } }, {
        projection: { _id: 1 },
        sort: { _id: 1 },
        hint: { _id: 1 },
        limit: size,
        batchSize: size + 1,
      })
      .toArray();
    const ids = rows.map(({ _id }) => _id);
    if (ids.length > 0) yield ids;
    last = ids.at(-1) ?? null;
    if (ids.length < size || last === null) return;
  }
}
