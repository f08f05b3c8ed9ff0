import type { Db, Document } from 'mongodb';
import type { Key, ReadPlan } from './candidates.ts';
import { TERMS_VERSION, type TermsRow } from './stored.ts';

/** What is read of an article that may be related. */
export type CandidateRow = Pick<TermsRow, '_id' | 'at' | 'terms' | 'signature'>;

/** See `ReadPlan`. */
interface KeyReads extends Pick<ReadPlan, 'perSide'> {
  readonly whole: readonly Pick<Key, 'hash'>[];
  readonly near: readonly Pick<Key, 'hash'>[];
}

/** Every command on `related_terms`. */
export class TermsRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  get #rows() {
    return this.#db.collection<TermsRow>('related_terms');
  }

  async upsert(rows: readonly TermsRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#rows.bulkWrite(
      rows.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
      { ordered: false },
    );
  }

  /** Those of the articles whose terms are stored. */
  async knownAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#rows
      .find<Pick<TermsRow, '_id'>>({ _id: { $in: [...ids] } }, { projection: { _id: 1 }, batchSize: ids.length + 1 })
      .toArray();
    return new Set(rows.map(({ _id }) => _id));
  }

  /** Those of the articles whose terms are not those of the article as it is stored now. */
  async outdatedAmong(ids: readonly string[]): Promise<readonly string[]> {
    const read = { projection: { rev: 1, version: 1 }, batchSize: ids.length + 1 } as const;
    const filter = { _id: { $in: [...ids] } };
    const [rows, articles] = await Promise.all([
      this.#rows.find<Pick<TermsRow, '_id' | 'rev' | 'version'>>(filter, read).toArray(),
      this.#db.collection<Pick<TermsRow, '_id' | 'rev'>>('articles').find(filter, read).toArray(),
    ]);
    const revs = new Map(rows.flatMap(({ _id, rev, version }) => (version === TERMS_VERSION ? [[_id, rev]] : [])));
    return articles.flatMap(({ _id, rev }) => (revs.get(_id) === rev ? [] : [_id]));
  }

  /** About how many articles have terms. */
  async count(): Promise<number> {
    return this.#rows.estimatedDocumentCount();
  }

  /** Whether there are terms of an older version. */
  async hasOlder(): Promise<boolean> {
    return (await this.#rows.findOne({ version: { $lt: TERMS_VERSION } }, { projection: { _id: 1 } })) !== null;
  }

  /** The keys by which each of the articles is found, and its time. */
  async keysOf(ids: readonly string[]): Promise<readonly Pick<TermsRow, '_id' | 'keys' | 'at'>[]> {
    if (ids.length === 0) return [];
    return this.#rows
      .find<Pick<TermsRow, '_id' | 'keys' | 'at'>>(
        { _id: { $in: [...ids] } },
        { projection: { keys: 1, at: 1 }, batchSize: ids.length + 1 },
      )
      .toArray();
  }

  async delete(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#rows.deleteMany({ _id: { $in: [...ids] } });
  }

  /**
   * The ids of articles that have each key, with one command: of `whole` keys all, in any order, though not more than `most`; of the others those
   * nearest in time to `at`, `perSide` on either side, newest first.
   */
  async nearestByKey(
    { whole, near, perSide }: KeyReads,
    at: Date,
    most: number,
  ): Promise<ReadonlyMap<number, readonly string[]>> {
    if (whole.length + near.length === 0) return new Map();
    const all = [{ $documents: whole.map(toKey) }, postings('all', most, [])];
    const beside = [
      { $documents: near.map(toKey) },
      postings('newer', perSide, [{ $match: { at: { $gt: at } } }, { $sort: { at: 1, _id: 1 } }]),
      postings('others', perSide, [{ $match: { at: { $lte: at } } }, { $sort: { at: -1, _id: -1 } }]),
    ];
    type Ids = readonly { readonly _id: string }[];
    type Found = { readonly key: number; readonly all?: Ids; readonly newer?: Ids; readonly others?: Ids };
    const rows = await this.#db
      .aggregate<Found>(near.length === 0 ? all : [...all, { $unionWith: { pipeline: beside } }])
      .toArray();
    return new Map(
      rows.map(({ key, all: every = [], newer = [], others = [] }) => [
        key,
        [...newer.toReversed(), ...others, ...every].map(({ _id }) => _id),
      ]),
    );
  }

  /** In any order; unknown ids are left out. */
  async listByIds(ids: readonly string[]): Promise<readonly CandidateRow[]> {
    if (ids.length === 0) return [];
    return this.#rows
      .find<CandidateRow>(
        { _id: { $in: [...ids] } },
        { projection: { at: 1, terms: 1, signature: 1 }, batchSize: ids.length + 1 },
      )
      .toArray();
  }
}

const toKey = ({ hash }: Pick<Key, 'hash'>): Document => ({ key: hash });

/** A stage that brings the ids of articles that have a `key`, as the stages before the last choose them. */
function postings(as: string, most: number, chosen: readonly Document[]): Document {
  const pipeline = [...chosen, { $limit: most }, { $project: { _id: 1 } }];
  return { $lookup: { from: 'related_terms', localField: 'key', foreignField: 'keys', pipeline, as } };
}
