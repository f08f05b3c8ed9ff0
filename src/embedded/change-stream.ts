import { Timestamp, type Document } from 'bson';
import { aggregate } from './aggregate.ts';
import { find, readerOf } from './find.ts';
import { MongoError } from './mongo-error.ts';
import type { Change } from './oplog.ts';
import type { Store } from './store.ts';
import { isDocument } from './values.ts';
import { DirectWriter } from './writer.ts';

/** A change's place in the log as a time that only grows. */
export const clusterTime = (seq: number): Timestamp => new Timestamp({ t: 1_700_000_000, i: Math.max(1, seq) });

const tokenOf = (seq: number): Document => ({ _data: seq.toString(16).padStart(16, '0') });

const OPTIONS = new Set(['fullDocument', 'resumeAfter', 'startAfter', 'startAtOperationTime', 'allChangesForCluster']);

interface StreamSource {
  readonly store: Store;
  readonly db: string;
  /** null: the whole database. */
  readonly collection: string | null;
  /** Calls back once at the next commit or when streams end. */
  readonly onCommit: (listener: () => void) => () => void;
}

/** A change stream: reads the log of changes from a place on. */
export class ChangeStream {
  readonly #source: StreamSource;
  readonly #pipeline: readonly Document[];
  readonly #everywhere: boolean;
  readonly #looksUp: boolean;
  #after: number;
  #closed = false;
  #wake: () => void = () => {};

  /** Throws 286 when the place to resume from is no longer in the log. */
  constructor(source: StreamSource, options: Document, pipeline: readonly Document[]) {
    const unknown = Object.keys(options).find((key) => !OPTIONS.has(key));
    if (unknown !== undefined)
      throw new MongoError(
        40415,
        'Location40415',
        `BSON field '$changeStream.${unknown}' is not supported by the embedded database`,
      );
    this.#source = source;
    this.#pipeline = pipeline;
    this.#everywhere = options['allChangesForCluster'] === true;
    this.#looksUp = ['updateLookup', 'whenAvailable'].includes(options['fullDocument']);
    const { oplog } = source.store;
    this.#after = startOf(options) ?? oplog.last;
    if (this.#after < oplog.last && this.#after + 1 < oplog.first)
      throw new MongoError(
        286,
        'ChangeStreamHistoryLost',
        'Resume of change stream was not possible, as the resume point may no longer be in the oplog.',
        { errorLabels: ['NonResumableChangeStreamError'] },
      );
    this.#shape({ _id: tokenOf(0) });
  }

  get resumeToken(): Document {
    return tokenOf(this.#after);
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  /** The next events, waiting up to `waitMs` for the first; none when nothing happened or the stream was closed. */
  async next(limit: number, waitMs: number): Promise<readonly Document[]> {
    const until = performance.now() + waitMs;
    for (;;) {
      const events = this.#read(Math.min(limit || 1000, 1000));
      const left = until - performance.now();
      if (events.length > 0 || left <= 0 || this.#closed) return events;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        const forget = this.#source.onCommit(() => this.#wake());
        this.#wake = () => {
          clearTimeout(timer);
          forget();
          resolve();
        };
      });
    }
  }

  #read(limit: number): readonly Document[] {
    const { oplog } = this.#source.store;
    for (;;) {
      const entries = oplog.after(this.#after, limit);
      if (entries.length === 0) return [];
      this.#after = entries.at(-1)?.seq ?? this.#after;
      const events = entries.filter(({ change }) => this.#concerns(change)).flatMap((entry) => this.#events(entry));
      if (events.length > 0) return events;
    }
  }

  #concerns(change: Change): boolean {
    const { db, collection } = this.#source;
    return this.#everywhere || (change.db === db && (collection === null || change.coll === collection));
  }

  #events({
    seq,
    at,
    change,
  }: {
    readonly seq: number;
    readonly at: Date;
    readonly change: Change;
  }): readonly Document[] {
    const { collection } = this.#source;
    const head = { _id: tokenOf(seq), clusterTime: clusterTime(seq), wallTime: at };
    const event: Document = {
      ...head,
      operationType: change.op,
      ns: { db: change.db, coll: change.coll },
      ...(change.key ? { documentKey: change.key } : {}),
      ...(change.doc ? { fullDocument: change.doc } : {}),
      ...(change.upd ? { updateDescription: change.upd } : {}),
      ...(change.to ? { to: { db: change.db, coll: change.to } } : {}),
      ...(change.op === 'update' && this.#looksUp ? { fullDocument: this.#current(change) } : {}),
    };
    const ends = (change.op === 'drop' || change.op === 'rename') && collection !== null && !this.#everywhere;
    return [...this.#shape(event), ...(ends ? [{ ...head, operationType: 'invalidate' }] : [])];
  }

  #current({ db, coll, key }: Change): Document | null {
    const { store } = this.#source;
    const collection = store.collection(db, coll);
    const [hit] = collection && key ? find(readerOf(store), collection, { filter: key }) : [];
    return hit?.document ?? null;
  }

  #shape(event: Document): readonly Document[] {
    if (this.#pipeline.length === 0) return [event];
    const { store, db } = this.#source;
    const on = { reader: readerOf(store), writer: new DirectWriter(store), db, variables: {} };
    const shaped = aggregate(on, null, [{ $documents: { $literal: [event] } }, ...this.#pipeline]);
    if (shaped.some((one) => one['_id']?._data !== event['_id']._data))
      throw new MongoError(
        280,
        'ChangeStreamFatalError',
        'Encountered an event whose _id field, which contains the resume token, was modified by the pipeline.',
        { errorLabels: ['NonResumableChangeStreamError'] },
      );
    return shaped;
  }
}

/** The change after which a stream starts; undefined for now. */
function startOf({ resumeAfter, startAfter, startAtOperationTime }: Document): number | undefined {
  const token: unknown = resumeAfter ?? startAfter;
  if (token !== undefined) {
    const data: unknown = isDocument(token) ? token['_data'] : undefined;
    if (typeof data !== 'string' || !/^[0-9a-f]{16}$/.test(data))
      throw new MongoError(260, 'InvalidResumeToken', 'the resume token was not made by this server');
    return Number.parseInt(data, 16);
  }
  return startAtOperationTime instanceof Timestamp ? startAtOperationTime.getLowBitsUnsigned() - 1 : undefined;
}
