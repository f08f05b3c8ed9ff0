import type { Db } from 'mongodb';
import type { AfterCommit, Outcome, Writer } from '#content/write.ts';
import { acquireLease, withLease } from '#mongo/leases.ts';
import { type RebuildProgress, rebuildRelated, wantWhereDue, resumeRebuild } from '#related/rebuild.ts';
import { RebuildStates } from '#related/rebuild-state.ts';
import { RelatedKeeper } from '#related/related-handler.ts';

/** New articles of one load from which on their lists are made all at once: one by one each costs about five times as much. */
const MOST_ONE_BY_ONE = 500;
const LEASE = 'related';
const LEASE_MS = 60_000;

/** Who keeps the lists of related stories of a database that is written to. */
export class RelatedWriting {
  readonly #db: Db;
  readonly #uri: string;
  readonly #keeper: RelatedKeeper;
  readonly #states: RebuildStates;
  #inBulk = false;

  constructor(db: Db, uri: string) {
    this.#db = db;
    this.#uri = uri;
    this.#keeper = new RelatedKeeper(db);
    this.#states = new RebuildStates(db);
  }

  /** In bulk nothing but the wish for a rebuild is written, before the rows of the outbox go: whoever is killed leaves the one or the other. */
  readonly afterCommit: AfterCommit = async (articles) => {
    if (this.#inBulk) await this.#states.want();
    else await this.#keeper.follow(articles.map(({ _id }) => _id));
  };

  /** Until it is closed lists are left alone; `finish` makes them. What is closed unfinished is made by the next sweep of any process. */
  async startBulk(): Promise<Bulk> {
    const lease = await holdLease(this.#db);
    this.#inBulk = true;
    return {
      finish: async ({ onProgress, signal } = {}) => {
        await this.#states.want();
        await rebuildRelated(this.#db, this.#keeper, {
          uri: this.#uri,
          keepTerms: true,
          ...(onProgress && { onProgress }),
          ...(signal && { signal }),
        });
      },
      [Symbol.asyncDispose]: async () => {
        this.#inBulk = false;
        await lease?.[Symbol.asyncDispose]();
      },
    };
  }

  /** Makes everything anew with all cores, or goes on where a killed rebuild stopped; waits up to two minutes for another process that is at it. */
  async rebuild(onProgress: (progress: RebuildProgress) => void): Promise<number> {
    return withLease(this.#db, LEASE, () => rebuildRelated(this.#db, this.#keeper, { uri: this.#uri, onProgress }));
  }

  /** Goes on with what a killed process left, or makes anew what is due, with one thread; nothing while another process is at it. */
  async resume(signal: AbortSignal): Promise<void> {
    if (this.#inBulk) return;
    await wantWhereDue(this.#db);
    if ((await this.#states.read()) === null) return;
    await using lease = await holdLease(this.#db);
    if (lease) await resumeRebuild(this.#db, this.#keeper, { uri: this.#uri, signal });
  }
}

/** What makes the lists after many articles were written. */
export interface Bulk extends AsyncDisposable {
  finish(options?: BulkOptions): Promise<void>;
}
interface BulkOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

/** A load of articles, in any number: new ones are counted as they come, and lists are left alone from where they are many. */
export class Load implements AsyncDisposable {
  readonly writer: Writer;
  readonly #related: RelatedWriting;
  readonly #most: number;
  #created = 0;
  #bulk: Bulk | null = null;

  /** Up to `most` (500) new articles get their lists one by one. */
  constructor(
    { writer, related }: { readonly writer: Writer; readonly related: RelatedWriting },
    most = MOST_ONE_BY_ONE,
  ) {
    this.#related = related;
    this.#most = most;
    this.writer = {
      ...writer,
      write: async (...args) => {
        const outcomes = await writer.write(...args);
        this.#created += outcomes.filter(isNewArticle).length;
        await this.expect(this.#created);
        return outcomes;
      },
    };
  }

  /** Tells it of so many articles that are to come. */
  async expect(articles: number): Promise<void> {
    if (articles > this.#most) this.#bulk ??= await this.#related.startBulk();
  }

  /** Makes the lists, where they were left alone. */
  async finish(options?: BulkOptions): Promise<void> {
    await this.#bulk?.finish(options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bulk?.[Symbol.asyncDispose]();
    this.#bulk = null;
  }
}

function isNewArticle({ type, outcome }: Outcome): boolean {
  return type === 'article' && outcome === 'created';
}

/** Null while another process has it. */
async function holdLease(db: Db): Promise<AsyncDisposable | null> {
  const lease = await acquireLease(db, LEASE, { ttlMs: LEASE_MS });
  if (!lease) return null;
  // A renewal that fails is no reason to stop: two rebuilds at once cost time and nothing else.
  const timer = setInterval(() => void lease.renew().catch(() => false), LEASE_MS / 3);
  timer.unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await lease.release();
    },
  };
}
