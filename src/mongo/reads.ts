import type { Db, Document, Filter, Sort } from 'mongodb';
import { ContentError } from '#errors.ts';
import type { Rounds } from '#lib/rounds.ts';

export type Projection = Readonly<Record<string, 0 | 1 | object>>;

export interface FindOptions {
  readonly projection?: Projection | undefined;
  readonly sort?: Readonly<Record<string, 1 | -1>> | undefined;
  /** The most rows that can come; always given, so that one reply holds them and no `getMore` follows. */
  readonly limit: number;
  /** Milliseconds; the request's own limit where it is left out. */
  readonly maxTimeMs?: number | undefined;
}

/** Called before each read of a request is sent; a test delays or fails commands here. */
export type BeforeRead = (command: {
  readonly name: 'find' | 'aggregate';
  readonly collection: string;
}) => Promise<void>;

/** What one request has asked of the database so far. */
export interface Traffic {
  commands: number;
  documents: number;
}

interface ReadsOptions {
  readonly db: Db;
  readonly rounds: Rounds;
  /** The comment that every command carries. */
  readonly requestId: string;
  /** Milliseconds that one command may take. */
  readonly maxTimeMs: number;
  /** Milliseconds that the request has left; at 0 nothing more is sent. */
  readonly remainingMs: () => number;
  /** Aborted when nobody waits for the answer any more: nothing more is sent. */
  readonly signal?: AbortSignal | undefined;
  readonly beforeRead?: BeforeRead | undefined;
}

/** One request's way to the database: every read goes in rounds, has a time limit and a comment, and answers in one reply. */
export class Reads {
  /**
   * Counted here and not by the driver's command events: for these it decodes each reply a second time, a fifth of what twenty cards cost. Tests
   * hold both numbers against each other.
   */
  readonly traffic: Traffic = { commands: 0, documents: 0 };
  readonly #options: ReadsOptions;

  constructor(options: ReadsOptions) {
    this.#options = options;
  }

  /** Rows of one collection. `Row` is what the projection leaves; that promise is the caller's. */
  find<Row extends Document>(
    collection: string,
    filter: Filter<Document>,
    options: FindOptions,
  ): Promise<readonly Row[]> {
    const { db, rounds, beforeRead } = this.#options;
    const { projection, sort, limit, maxTimeMs } = options;
    return rounds.read(async () => {
      this.#refuseLate();
      await beforeRead?.({ name: 'find', collection });
      const cursor = db.collection(collection).find<Row>(filter, {
        ...this.#common(maxTimeMs),
        ...(projection ? { projection } : {}),
        ...(sort ? { sort: sort as Sort } : {}),
        limit,
        batchSize: limit + 1, // one more than can come, so that the server closes the cursor in its first reply
      });
      return this.#rowsOf(cursor);
    });
  }

  /** Rows of a pipeline over a collection, or over the database (null) where it starts with `$documents`. */
  aggregate<Row extends Document>(
    collection: string | null,
    pipeline: readonly Document[],
    { limit, maxTimeMs }: { readonly limit: number; readonly maxTimeMs?: number | undefined },
  ): Promise<readonly Row[]> {
    const { db, rounds, beforeRead } = this.#options;
    return rounds.read(async () => {
      this.#refuseLate();
      await beforeRead?.({ name: 'aggregate', collection: collection ?? '' });
      const options = { ...this.#common(maxTimeMs), batchSize: limit + 1 };
      const source = collection === null ? db : db.collection(collection);
      return this.#rowsOf(source.aggregate<Row>([...pipeline], options));
    });
  }

  async #rowsOf<Row>(cursor: { toArray(): Promise<Row[]> }): Promise<readonly Row[]> {
    this.traffic.commands++;
    const rows = await cursor.toArray();
    this.traffic.documents += rows.length;
    return rows;
  }

  #refuseLate(): void {
    const { remainingMs, signal } = this.#options;
    if (signal?.aborted) throw new ContentError('TIMEOUT', 'The request was given up before it was answered');
    if (remainingMs() <= 0) throw new ContentError('TIMEOUT', 'The request took too long: ask for less at once');
  }

  #common(maxTimeMs = this.#options.maxTimeMs) {
    const { requestId, remainingMs } = this.#options;
    const ms = Math.min(maxTimeMs, this.#options.maxTimeMs, Math.max(1, Math.floor(remainingMs())));
    return { comment: requestId, maxTimeMS: ms };
  }
}
