import type { Db, Document } from 'mongodb';
import { planReads, type Limits } from './candidates.ts';
import type { TermsRow } from './stored.ts';

/** What is read of an article that may be related. */
export type CandidateRow = Pick<TermsRow, '_id' | 'at' | 'terms' | 'signature'>;
/** A key to look by; `key` as stored, `articles` as far as is known. */
export interface StoredKey {
  readonly key: number;
  readonly weight: number;
  readonly articles: number;
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

  async delete(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#rows.deleteMany({ _id: { $in: [...ids] } });
  }

  /** For each key that is worth reading the ids of the newest articles that have it, with one command. */
  async newestByKey(
    keys: readonly StoredKey[],
    limits: Limits,
  ): Promise<readonly { readonly weight: number; readonly ids: readonly string[] }[]> {
    const plan = planReads(
      keys.map(({ key, ...rest }) => ({ hash: key, ...rest })),
      limits,
    );
    if (plan.length === 0) return [];
    const weights = new Map(plan.map(({ hash, weight }) => [hash, weight]));
    const newest: Document[] = [{ $sort: { at: -1, _id: -1 } }, { $limit: limits.perKey }, { $project: { _id: 1 } }];
    const rows = await this.#db
      .aggregate<{ readonly key: number; readonly found: readonly { readonly _id: string }[] }>([
        { $documents: plan.map(({ hash }) => ({ key: hash })) },
        { $lookup: { from: 'related_terms', localField: 'key', foreignField: 'keys', pipeline: newest, as: 'found' } },
      ])
      .toArray();
    return rows.map(({ key, found }) => ({ weight: weights.get(key) ?? 0, ids: found.map(({ _id }) => _id) }));
  }

  /** In any order; unknown ids are left out. */
  listByIds(ids: readonly string[]): Promise<readonly CandidateRow[]> {
    return this.#rows
      .find<CandidateRow>(
        { _id: { $in: [...ids] } },
        { projection: { at: 1, terms: 1, signature: 1 }, batchSize: ids.length + 1 },
      )
      .toArray();
  }
}
