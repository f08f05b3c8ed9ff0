import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** One SQLite connection with its prepared statements. */
export interface Connection {
  readonly sqlite: DatabaseSync;
  prepare(sql: string): StatementSync;
}

/** The SQLite file: one connection that reads and writes, and one per open transaction that only reads its snapshot. */
export class Database {
  readonly main: Connection;
  readonly #file: string;
  readonly #sync: 'OFF' | 'NORMAL';
  readonly #lock: DatabaseSync;
  readonly #idle: Connection[] = [];

  /** Throws an Error with code EMBEDDED_LOCKED when another process (or server) has the file open. `sync` false gives up durability for speed. */
  constructor(file: string, sync: boolean) {
    mkdirSync(dirname(file), { recursive: true });
    this.#file = file;
    this.#sync = sync ? 'NORMAL' : 'OFF';
    this.#lock = lockFile(`${file}.lock`);
    this.main = this.#open();
    this.main.sqlite.exec(`
      CREATE TABLE IF NOT EXISTS _coll(id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT, name TEXT, uuid BLOB, options TEXT, UNIQUE(db, name));
      CREATE TABLE IF NOT EXISTS _idx(id INTEGER PRIMARY KEY AUTOINCREMENT, coll INT, spec TEXT, multi TEXT);
      CREATE TABLE IF NOT EXISTS _oplog(seq INTEGER PRIMARY KEY AUTOINCREMENT, t INT, e BLOB);`);
  }

  #open(): Connection {
    const sqlite = new DatabaseSync(this.#file);
    sqlite.exec(
      `PRAGMA journal_mode=WAL; PRAGMA synchronous=${this.#sync}; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=0`,
    );
    const statements = new Map<string, StatementSync>();
    return {
      sqlite,
      prepare(sql) {
        let statement = statements.get(sql);
        if (!statement) statements.set(sql, (statement = sqlite.prepare(sql)));
        return statement;
      },
    };
  }

  /** A connection that keeps seeing the database as it is now, until `endSnapshot`. */
  beginSnapshot(): Connection {
    const connection = this.#idle.pop() ?? this.#open();
    connection.sqlite.exec('BEGIN');
    // SQLite takes the snapshot at the first read.
    connection.prepare('SELECT max(id) FROM _coll').get();
    return connection;
  }

  endSnapshot(connection: Connection): void {
    connection.sqlite.exec('ROLLBACK');
    this.#idle.push(connection);
  }

  close(): void {
    for (const { sqlite } of [...this.#idle, this.main]) sqlite.close();
    this.#lock.close();
  }
}

/** An exclusive lock that the operating system takes back when the process dies. */
function lockFile(path: string): DatabaseSync {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('PRAGMA busy_timeout=0; BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    throw Object.assign(new Error('another process has the database file open', { cause }), {
      code: 'EMBEDDED_LOCKED',
    });
  }
}

/** SQLite's own code for a lock that somebody else holds. */
const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
