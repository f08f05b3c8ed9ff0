import type { Db } from 'mongodb';
import { packPool } from './pool.ts';
import { newRev, packNumbers, TERMS_VERSION, type ListRow } from './stored.ts';

/** What circles are made of: ids and direct scores alone. */
export type ListScores = Pick<ListRow, '_id' | 'pool' | 'directs' | 'circle'>;
const SCORES = { version: 1, pool: 1, directs: 1, circle: 1 } as const;

/** Every command on `related_lists` by the writer's side. Lists of an older version are as good as none. */
export class ListsRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  get #rows() {
    return this.#db.collection<ListRow>('related_lists');
  }

  /** Gives an empty list to each article that has none, so that others may push into it from now on; answers with the pools of those that have one. */
  async open(
    rows: readonly Pick<ListRow, '_id' | 'lang' | 'signature'>[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const opened = await this.#add(rows);
    const known = await this.#read<Pick<ListRow, '_id' | 'pool'>>(
      rows.flatMap(({ _id }) => (opened.has(_id) ? [] : [_id])),
      { version: 1, pool: 1 },
    );
    const older = rows.filter(({ _id }) => !opened.has(_id) && !known.has(_id));
    await this.delete(older.map(({ _id }) => _id));
    await this.#add(older);
    return new Map([...known].map(([id, { pool }]) => [id, pool]));
  }

  /** Answers with those that had no list of any version. */
  async #add(rows: readonly Pick<ListRow, '_id' | 'lang' | 'signature'>[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const { upsertedIds } = await this.#rows.bulkWrite(
      rows.map((row) => ({
        updateOne: { filter: { _id: row._id }, update: { $setOnInsert: emptyList(row) }, upsert: true },
      })),
      { ordered: false },
    );
    return new Set(Object.values(upsertedIds));
  }

  /** Puts whole lists in the place of what is there; a reader meets the one or the other. */
  async replace(rows: readonly ListRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#rows.bulkWrite(
      rows.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
      { ordered: false },
    );
  }

  /** The same for lists that are still what was read (`readRev`); answers with those that are not, and which stay as they are. */
  async replaceRead(rows: readonly (ListRow & { readonly readRev: number })[]): Promise<readonly string[]> {
    if (rows.length === 0) return [];
    const { matchedCount } = await this.#rows.bulkWrite(
      rows.map(({ _id, readRev, ...replacement }) => ({
        replaceOne: { filter: { _id, rev: readRev }, replacement },
      })),
      { ordered: false },
    );
    if (matchedCount === rows.length) return [];
    const now = await this.#read<Pick<ListRow, '_id' | 'rev'>>(
      rows.map(({ _id }) => _id),
      { version: 1, rev: 1 },
    );
    return rows.flatMap(({ _id, rev }) => (now.get(_id)?.rev === rev ? [] : [_id]));
  }

  async delete(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#rows.deleteMany({ _id: { $in: [...ids] } });
  }

  /** Those of the articles that have this one in their pools. */
  async holdersOf(id: string, among: readonly string[]): Promise<readonly string[]> {
    if (among.length === 0) return [];
    const rows = await this.#rows
      .find<Pick<ListRow, '_id'>>(
        { _id: { $in: [...among] }, pool: id },
        { projection: { _id: 1 }, batchSize: among.length + 1 },
      )
      .toArray();
    return rows.map(({ _id }) => _id);
  }

  /** Whole lists, by id; like all that follow without unknown ids. */
  async listByIds(ids: readonly string[]): Promise<ReadonlyMap<string, ListRow>> {
    return this.#read<ListRow>(ids);
  }

  async scoresOf(ids: readonly string[]): Promise<ReadonlyMap<string, ListScores>> {
    return this.#read<ListScores>(ids, SCORES);
  }

  /** The circles alone. */
  async circlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, ListRow['circle']>> {
    const rows = await this.#read<Pick<ListRow, '_id' | 'circle'>>(ids, { version: 1, circle: 1 });
    return new Map([...rows].map(([id, { circle }]) => [id, circle]));
  }

  async #read<Row extends Pick<ListRow, '_id'>>(
    ids: readonly string[],
    projection?: Readonly<Record<string, 1>>,
  ): Promise<ReadonlyMap<string, Row>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#rows
      .find<Row & Pick<ListRow, 'version'>>(
        { _id: { $in: [...ids] } },
        { ...(projection && { projection }), batchSize: ids.length + 1 },
      )
      .toArray();
    return new Map(rows.flatMap((row) => (row.version === TERMS_VERSION ? [[row._id, row]] : [])));
  }
}

function emptyList({ lang, signature }: Pick<ListRow, 'lang' | 'signature'>): Omit<ListRow, '_id'> {
  const none = packNumbers([]);
  return {
    version: TERMS_VERSION,
    lang,
    signature,
    rev: newRev(),
    ...packPool([]),
    circle: { ids: [], weights: [], share: 0 },
    scored: { ids: [], scores: none, directs: none },
  };
}
