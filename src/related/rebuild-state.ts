import { randomUUID } from 'node:crypto';
import type { Collection, Db } from 'mongodb';

/** What is known of a rebuild that is wanted or under way; no row: none is. */
export interface RebuildState {
  /** Changes with every wish: a rebuild that meets another one at its end starts over. */
  readonly wanted: string;
  /** The wish that the progress below belongs to. */
  readonly working?: string;
  /** Terms and lists are made in the order of ids; so far they are done, null where all of them are. */
  readonly termsAfter?: string | null;
  readonly listsAfter?: string;
}
type StateRow = RebuildState & { readonly _id: 'rebuild' };
interface CountRow {
  readonly _id: 'rebuilds';
  readonly count: number;
  /** Articles that the last one made. */
  readonly articles: number;
}
const REBUILD = { _id: 'rebuild' } as const;
const REBUILDS = { _id: 'rebuilds' } as const;

/** Every command on `related_state`, by which processes tell each other of rebuilds, and on `related_late`: articles written while one runs. */
export class RebuildStates {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  get #state(): Collection<StateRow> {
    return this.#db.collection('related_state');
  }
  get #counts(): Collection<CountRow> {
    return this.#db.collection('related_state');
  }
  get #late(): Collection<{ readonly _id: string }> {
    return this.#db.collection('related_late');
  }

  /** Asks for a rebuild; whichever process sweeps next makes it, unless the one who asks does. */
  async want(): Promise<void> {
    await this.#state.updateOne(REBUILD, { $set: { wanted: randomUUID() } }, { upsert: true });
  }

  async read(): Promise<RebuildState | null> {
    return this.#state.findOne(REBUILD, { readPreference: 'primary' });
  }

  async save(progress: Omit<RebuildState, 'wanted'>): Promise<void> {
    await this.#state.updateOne(REBUILD, { $set: progress });
  }

  /** Ends the rebuild of this wish, which made so many articles; false where somebody has wished for one since. */
  async end(wanted: string, articles: number): Promise<boolean> {
    await this.#counts.updateOne(REBUILDS, { $inc: { count: 1 }, $set: { articles } }, { upsert: true });
    return (await this.#state.deleteOne({ ...REBUILD, wanted })).deletedCount === 1;
  }

  /** How many there have been: by it other processes notice that what they have counted is old. */
  async rebuilds(): Promise<number> {
    return (await this.#counts.findOne(REBUILDS))?.count ?? 0;
  }

  /** How many articles the last one made; 0 before the first. */
  async articlesRebuilt(): Promise<number> {
    return (await this.#counts.findOne(REBUILDS))?.articles ?? 0;
  }

  /** While a rebuild is wanted these articles are remembered, because it may replace lists that they were pushed into. */
  async noteLate(ids: readonly string[]): Promise<void> {
    if (ids.length === 0 || (await this.read()) === null) return;
    await this.#late.bulkWrite(
      ids.map((_id) => ({ replaceOne: { filter: { _id }, replacement: {}, upsert: true } })),
      { ordered: false },
    );
  }

  /** At most `most` remembered articles; `forgetLate` when they are done. */
  async listLate(most: number): Promise<readonly string[]> {
    const rows = await this.#late.find({}, { limit: most, batchSize: most + 1, readPreference: 'primary' }).toArray();
    return rows.map(({ _id }) => _id);
  }

  async forgetLate(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#late.deleteMany({ _id: { $in: [...ids] } });
  }
}
