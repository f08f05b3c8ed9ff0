import { serialize, type Document } from 'bson';
import type { Connection } from './database.ts';
import { readBson } from './read-bson.ts';

/** One change, as change streams tell it. */
export interface Change {
  readonly op: 'insert' | 'update' | 'replace' | 'delete' | 'drop' | 'rename';
  readonly db: string;
  readonly coll: string;
  readonly key?: Document;
  readonly doc?: Document;
  /** updateDescription of an update. */
  readonly upd?: Document;
  readonly to?: string;
}

/** A change that is to be remembered, with the document as it is stored. */
export interface NewChange extends Omit<Change, 'doc'> {
  readonly doc?: Uint8Array;
}

/** How many changes are kept; a stream that resumes further back gets error 286. */
const KEPT = 100_000;

/** The log of changes, written in the same SQLite transaction as the change. */
export class Oplog {
  /** Number of the last change, 0 for none. */
  last: number;
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.last = this.#number('SELECT max(seq) n FROM _oplog');
  }

  /** Number of the oldest change that is kept. */
  get first(): number {
    return this.#number('SELECT min(seq) n FROM _oplog');
  }

  #number(sql: string): number {
    return Number(this.#connection.prepare(sql).get()?.['n'] ?? 0);
  }

  append({ doc, ...change }: NewChange): void {
    const entry = serialize(change, { ignoreUndefined: true });
    const { lastInsertRowid } = this.#connection
      .prepare('INSERT INTO _oplog(t, e) VALUES(?, ?)')
      .run(Date.now(), doc ? withDocument(entry, doc) : entry);
    this.last = Number(lastInsertRowid);
    if (this.last % 5000 === 0) this.#connection.prepare('DELETE FROM _oplog WHERE seq < ?').run(this.last - KEPT);
  }

  /** Up to `limit` changes after a number, oldest first. */
  after(seq: number, limit: number): readonly { readonly seq: number; readonly at: Date; readonly change: Change }[] {
    return this.#connection
      .prepare('SELECT seq, t, e FROM _oplog WHERE seq > ? ORDER BY seq LIMIT ?')
      .all(seq, limit)
      .map(({ seq, t, e }) => ({
        seq: Number(seq),
        at: new Date(Number(t)),
        change: readBson(e as Uint8Array) as Change, // `append` wrote it
      }));
  }
}

const DOC = Buffer.from('\x03doc\0', 'latin1');

/** A change with the bytes of its document as the last field. */
function withDocument(entry: Uint8Array, document: Uint8Array): Uint8Array {
  const whole = Buffer.concat([entry.subarray(0, -1), DOC, document, entry.subarray(-1)]);
  whole.writeInt32LE(whole.length);
  return whole;
}
