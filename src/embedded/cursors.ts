import { serialize, type Document, type Timestamp } from 'bson';
import type { ChangeStream } from './change-stream.ts';
import { MongoError } from './mongo-error.ts';
import { cursorBody } from './wire.ts';

interface Cursor {
  readonly namespace: string;
  readonly documents: readonly Uint8Array[];
  next: number;
  usedAt: number;
  readonly stream?: ChangeStream;
}

const MAX_BATCH_BYTES = 15e6;
/** The driver's and MongoDB's first batch. */
const DEFAULT_BATCH = 101;
const IDLE_MS = 600_000;

/** A finished reply: documents in it are as they were stored. */
export class RawReply {
  readonly body: Buffer;

  constructor(body: Buffer) {
    this.body = body;
  }
}

/** Results that did not fit into one reply, and change streams. */
export class CursorStore {
  readonly #cursors = new Map<bigint, Cursor>();
  readonly #operationTime: () => Timestamp;
  readonly #listeners = new Set<() => void>();
  #last = 0n;

  /** Calls `listener` at each commit; returns how to stop that. */
  readonly onCommit = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  constructor(operationTime: () => Timestamp) {
    this.#operationTime = operationTime;
  }

  /** Something was committed: change streams that wait look again. */
  notify(): void {
    for (const listener of this.#listeners) listener();
  }

  get size(): number {
    return this.#cursors.size;
  }

  /** The first batch; a cursor stays open when more is left and `single` is not asked for. */
  open(namespace: string, documents: readonly Uint8Array[], batchSize = DEFAULT_BATCH, single = false): RawReply {
    const end = batchEnd(documents, 0, batchSize);
    const more = end < documents.length && !single;
    const id = more ? ++this.#last : 0n;
    if (more) {
      this.#cursors.set(id, { namespace, documents, next: end, usedAt: Date.now() });
      this.#dropIdle();
    }
    return this.#reply('firstBatch', documents.slice(0, end), id, namespace);
  }

  openStream(namespace: string, stream: ChangeStream): RawReply {
    const id = ++this.#last;
    this.#cursors.set(id, { namespace, documents: [], next: 0, usedAt: Date.now(), stream });
    return this.#reply('firstBatch', [], id, namespace, { postBatchResumeToken: stream.resumeToken });
  }

  /** The next batch; of a change stream, after waiting up to `waitMs` for something to happen. */
  async more(id: bigint, batchSize: number | undefined, waitMs: number): Promise<RawReply> {
    const cursor = this.#cursors.get(id);
    if (!cursor) throw new MongoError(43, 'CursorNotFound', `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    const { namespace, documents, stream } = cursor;
    if (stream) {
      const events = await stream.next(batchSize ?? 1000, waitMs);
      const bodies = events.map((event) => serialize(event, { ignoreUndefined: true }));
      return this.#reply('nextBatch', bodies, this.#cursors.has(id) ? id : 0n, namespace, {
        postBatchResumeToken: stream.resumeToken,
      });
    }
    const start = cursor.next;
    cursor.next = batchEnd(documents, start, batchSize || Infinity);
    const over = cursor.next >= documents.length;
    if (over) this.#cursors.delete(id);
    return this.#reply('nextBatch', documents.slice(start, cursor.next), over ? 0n : id, namespace);
  }

  /** Whether there was one. */
  close(id: bigint): boolean {
    this.#cursors.get(id)?.stream?.close();
    return this.#cursors.delete(id);
  }

  closeAll(): void {
    for (const id of this.#cursors.keys()) this.close(id);
  }

  #dropIdle(): void {
    if (this.#cursors.size <= 1000) return;
    for (const [id, { stream, usedAt }] of this.#cursors)
      if (!stream && Date.now() - usedAt > IDLE_MS) this.#cursors.delete(id);
  }

  #reply(
    batch: 'firstBatch' | 'nextBatch',
    documents: readonly Uint8Array[],
    id: bigint,
    namespace: string,
    cursor: Document = {},
  ): RawReply {
    const reply = { ok: 1, operationTime: this.#operationTime() };
    return new RawReply(cursorBody({ batch, documents, id, namespace, cursor, reply }));
  }
}

/** Up to `size` documents and 15 MB, but at least one. */
function batchEnd(documents: readonly Uint8Array[], start: number, size: number): number {
  let bytes = 0;
  let end = start;
  for (const document of documents.slice(start, size === Infinity ? undefined : start + size)) {
    if (end > start && bytes + document.length > MAX_BATCH_BYTES) break;
    bytes += document.length;
    end++;
  }
  return end;
}
