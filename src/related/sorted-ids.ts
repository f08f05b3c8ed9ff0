import type { Db, Document } from 'mongodb';

/** The ids of a collection in their order, from behind `after` (null: all), `size` at a time. */
export async function* idsAfter(
  db: Db,
  collection: string,
  filter: Document,
  after: string | null,
  size: number,
): AsyncGenerator<readonly string[]> {
  for await (const rows of rowsAfter(db, collection, { filter, projection: { _id: 1 }, after, size }))
    yield rows.map(({ _id }) => _id);
}

/** The rows of a collection in the order of their ids, likewise: each batch a command of its own, so that any pause between them is allowed and no cursor is held over the whole. */
export async function* rowsAfter<Row extends { readonly _id: string } = { readonly _id: string }>(
  db: Db,
  collection: string,
  {
    filter = {},
    projection,
    after = null,
    size,
  }: {
    readonly filter?: Document;
    readonly projection: Document;
    readonly after?: string | null;
    readonly size: number;
  },
): AsyncGenerator<readonly Row[]> {
  for (let last = after; ;) {
    const rows = await db
      .collection<{ readonly _id: string }>(collection)
      .find<Row>(last === null ? filter : { ...filter, _id: { $gt: last } }, {
        projection,
        sort: { _id: 1 },
        hint: { _id: 1 },
        limit: size,
        batchSize: size + 1,
      })
      .toArray();
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?._id ?? null;
    if (rows.length < size || last === null) return;
  }
}
