import type { Db, Document } from 'mongodb';
import type { ListRow, PoolEntry } from './stored.ts';

/** What circles are made of: ids and direct scores alone. */
export type ListScores = Pick<ListRow, '_id' | 'circle'> & {
  readonly pool: readonly Pick<PoolEntry, 'id' | 'direct'>[];
};

/** Entries for one article's pool, and ids that do not belong there any more. */
export interface PoolChange {
  readonly id: string;
  readonly add: readonly PoolEntry[];
  readonly remove: readonly string[];
}

/** Every command on `related_lists` by the writer's side. */
export class ListsRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  get #rows() {
    return this.#db.collection<ListRow>('related_lists');
  }

  /** Gives each article an empty list, so that others may push into it from now on; answers with whom it had in its pool before. */
  async clear(
    rows: readonly Pick<ListRow, '_id' | 'version' | 'lang' | 'signature'>[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const before = await this.#poolIds(rows.map(({ _id }) => _id));
    if (rows.length > 0) {
      const empty = {
        pool: [],
        circle: { ids: [], weights: [], share: 0 },
        scored: { ids: [], scores: [], directs: [] },
        stale: [],
      };
      await this.#rows.bulkWrite(
        rows.map(({ _id, version, lang, signature }) => ({
          replaceOne: { filter: { _id }, replacement: { version, lang, signature, ...empty }, upsert: true },
        })),
        { ordered: false },
      );
    }
    return before;
  }

  /** Puts whole lists in the place of what is there; a reader meets the one or the other. */
  async replace(rows: readonly ListRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#rows.bulkWrite(
      rows.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
      { ordered: false },
    );
  }

  /** Removes lists; answers with whom they had in their pools. */
  async delete(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const before = await this.#poolIds(ids);
    if (ids.length > 0) await this.#rows.deleteMany({ _id: { $in: [...ids] } });
    return before;
  }

  /** Takes entries out of pools and puts others in, each at its place, the weakest beyond `most` falling out. In any order and any number of times the same comes of it. */
  async change(changes: readonly PoolChange[], most: number): Promise<void> {
    if (changes.length === 0) return;
    await this.#rows.bulkWrite(
      changes.map(({ id, add, remove }) => ({
        updateOne: { filter: { _id: id }, update: changePipeline(add, remove, most) },
      })),
      { ordered: false },
    );
  }

  /**
   * Puts entries of articles that no pool has yet into pools, each at its place, the weakest beyond `most` falling out: what would not be among the
   * first `places` costs no write. In any order the same first places come of it, and a second time nothing.
   */
  async push(
    changes: readonly Pick<PoolChange, 'id' | 'add'>[],
    { places, most }: { readonly places: number; readonly most: number },
  ): Promise<void> {
    if (changes.length === 0) return;
    await this.#rows.bulkWrite(
      changes.map(({ id, add }) => {
        const best = Math.max(...add.map(({ direct }) => direct));
        const hasRoom = [
          { [`pool.${places - 1}`]: { $exists: false } },
          { [`pool.${places - 1}.direct`]: { $lte: best } },
        ];
        const filter = { _id: id, 'pool.id': { $nin: add.map((entry) => entry.id) }, $or: hasRoom };
        const update = { $push: { pool: { $each: [...add], $sort: { direct: -1, id: 1 } as const, $slice: most } } };
        return { updateOne: { filter, update } };
      }),
      { ordered: false },
    );
  }

  /** Those of the articles that have this one in their pools. */
  async holdersOf(id: string, among: readonly string[]): Promise<readonly string[]> {
    if (among.length === 0) return [];
    const rows = await this.#rows
      .find<Pick<ListRow, '_id'>>(
        { _id: { $in: [...among] }, 'pool.id': id },
        { projection: { _id: 1 }, batchSize: among.length + 1 },
      )
      .toArray();
    return rows.map(({ _id }) => _id);
  }

  /** What circles are made of, by id; unknown ids are left out. */
  async scoresOf(ids: readonly string[]): Promise<ReadonlyMap<string, ListScores>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#rows
      .find<ListScores>(
        { _id: { $in: [...ids] } },
        { projection: { circle: 1, 'pool.id': 1, 'pool.direct': 1 }, batchSize: ids.length + 1 },
      )
      .toArray();
    return new Map(rows.map((row) => [row._id, row]));
  }

  /** The circles alone, by id. */
  async circlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, ListRow['circle']>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#rows
      .find<Pick<ListRow, '_id' | 'circle'>>(
        { _id: { $in: [...ids] } },
        { projection: { circle: 1 }, batchSize: ids.length + 1 },
      )
      .toArray();
    return new Map(rows.map(({ _id, circle }) => [_id, circle]));
  }

  async saveScores(rows: readonly Pick<ListRow, '_id' | 'circle' | 'scored'>[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#rows.bulkWrite(
      rows.map(({ _id, circle, scored }) => ({
        updateOne: { filter: { _id }, update: { $set: { circle, scored, stale: [] } } },
      })),
      { ordered: false },
    );
  }

  async #poolIds(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.scoresOf(ids);
    return new Map([...rows].map(([id, { pool }]) => [id, pool.map((entry) => entry.id)]));
  }
}

/** Names and labels come from outside: `$literal` keeps a `$` in them from being an expression. */
function changePipeline(add: readonly PoolEntry[], remove: readonly string[], most: number): Document[] {
  const gone = { $literal: [...remove, ...add.map(({ id }) => id)] };
  const kept = { $filter: { input: '$pool', as: 'entry', cond: { $not: [{ $in: ['$$entry.id', gone] }] } } };
  const all = { $concatArrays: [kept, { $literal: add }] };
  const sorted = { $sortArray: { input: all, sortBy: { direct: -1, id: 1 } } };
  return [{ $set: { pool: { $slice: [sorted, most] }, stale: { $setUnion: ['$stale', gone] } } }];
}
