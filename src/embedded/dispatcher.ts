import { serialize, type Document } from 'bson';
import { evaluateLet } from './aggregate.ts';
import { clusterTime } from './change-stream.ts';
import { adminCommands } from './commands/admin-commands.ts';
import { bulkWriteCommand } from './commands/bulk-write-command.ts';
import { catalogueCommands } from './commands/catalogue-commands.ts';
import type { Command, CommandContext, Commands, ServerFacts } from './commands/command.ts';
import { explainCommand } from './commands/explain-command.ts';
import { readCommands } from './commands/read-commands.ts';
import { writeCommands } from './commands/write-commands.ts';
import { RawReply, type CursorStore } from './cursors.ts';
import { timeExpired, withDeadline } from './deadline.ts';
import { readerOf } from './find.ts';
import { Blocked, type LockHolder } from './locks.ts';
import { MongoError } from './mongo-error.ts';
import { Sessions, sessionOf } from './sessions.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';
import { numberOf } from './values.ts';
import type { Request } from './wire.ts';
import { DirectWriter } from './writer.ts';

const COMMANDS: Commands = {
  ...adminCommands,
  ...catalogueCommands,
  ...readCommands,
  ...explainCommand,
  ...writeCommands,
  ...bulkWriteCommand,
};

/** Options that any command may carry. */
const GENERIC = new Set(
  `$db $readPreference $clusterTime lsid txnNumber autocommit startTransaction stmtId stmtIds
  readConcern writeConcern maxTimeMS comment apiVersion apiStrict apiDeprecationErrors let ordered
  bypassDocumentValidation hint collation batchSize mayBypassWriteBlocking maxTimeMSOpOnly`.split(/\s+/),
);

/** Finds, checks and runs commands, and turns what is thrown into MongoDB's error replies. */
export class Dispatcher {
  readonly #store: Store;
  readonly #cursors: CursorStore;
  readonly #server: ServerFacts;
  readonly #sessions: Sessions;

  constructor(store: Store, cursors: CursorStore, server: ServerFacts) {
    this.#store = store;
    this.#cursors = cursors;
    this.#server = server;
    this.#sessions = new Sessions(store);
  }

  close(): void {
    this.#sessions.abortAll();
  }

  /** The body of the reply; never rejects. */
  async answer(request: Request, connection: number): Promise<Uint8Array> {
    const { command } = request;
    const [name = ''] = Object.keys(command);
    try {
      if (name === 'commitTransaction') {
        this.#sessions.commit(command);
        return this.#body({});
      }
      if (name === 'abortTransaction') {
        this.#sessions.abort(sessionOf(command), String(command['txnNumber']));
        return this.#body({});
      }
      const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
      if (!known) throw new MongoError(59, 'CommandNotFound', `no such command: '${name}'`);
      refuseUnknownFields(name, command, known);
      return command['autocommit'] === false
        ? await this.#inTransaction(name, known, request, connection)
        : await this.#plain(known, request, connection);
    } catch (error) {
      return serialize(errorReply(error), { ignoreUndefined: true });
    }
  }

  async #plain(known: Command, request: Request, connection: number): Promise<Uint8Array> {
    const { command } = request;
    if (command['readConcern']?.level === 'snapshot')
      throw new MongoError(
        246,
        'SnapshotUnavailable',
        'snapshot reads outside a transaction are not supported by the embedded database',
      );
    const retryable = known.writes === true && command['txnNumber'] !== undefined;
    const earlier = retryable ? this.#sessions.answerOf(command) : undefined;
    const until = deadlineOf(command);
    for (;;) {
      try {
        const answer = earlier ?? (await this.#run(known, request, connection, until - performance.now()));
        if (retryable) this.#sessions.rememberAnswer(command, answer);
        return this.#body(answer);
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        await endOf(error.holder, until);
      }
    }
  }

  async #inTransaction(name: string, known: Command, request: Request, connection: number): Promise<Uint8Array> {
    const { command } = request;
    const transaction = this.#sessions.transactionOf(command);
    const abort = (): void => this.#sessions.abort(sessionOf(command));
    try {
      if (known.inTransaction !== true)
        throw new MongoError(
          263,
          'OperationNotSupportedInTransaction',
          `Cannot run '${name}' in a multi-document transaction.`,
        );
      const answer = await this.#run(known, request, connection, deadlineOf(command) - performance.now(), transaction);
      // As in MongoDB, a failed write ends the transaction.
      if ('writeErrors' in answer || numberOf(answer['nErrors'])) abort();
      return this.#body(answer);
    } catch (error) {
      abort();
      if (error instanceof Blocked)
        throw new MongoError(112, 'WriteConflict', 'Write conflict with another transaction');
      throw error;
    }
  }

  #run(
    known: Command,
    request: Request,
    connection: number,
    timeMs: number,
    transaction?: Transaction,
  ): Document | Promise<Document> {
    const { command, documents } = request;
    const store = this.#store;
    if (timeMs <= 0) throw timeExpired();
    return withDeadline(timeMs === Infinity ? 0 : timeMs, () => {
      const context: CommandContext = {
        command,
        db: String(command['$db'] ?? 'test'),
        documents,
        connection,
        server: this.#server,
        store,
        cursors: this.#cursors,
        transaction,
        reader: readerOf(store, transaction),
        writer: transaction ?? new DirectWriter(store),
        variables: { NOW: new Date(), ...evaluateLet(command['let']) },
      };
      return known.run(context);
    });
  }

  #body(answer: Document): Uint8Array {
    if (answer instanceof RawReply) return answer.body;
    return serialize(
      { ...answer, ok: 1, operationTime: clusterTime(this.#store.oplog.last) },
      { ignoreUndefined: true },
    );
  }
}

function refuseUnknownFields(name: string, command: Document, known: Command): void {
  const unknown = Object.keys(command).find(
    (field) => field !== name && !GENERIC.has(field) && !known.fields.includes(field),
  );
  if (unknown !== undefined)
    throw new MongoError(40415, 'Location40415', `BSON field '${name}.${unknown}' is an unknown field.`);
}

/** When a command's time is over; Infinity without a limit. That of getMore is how long it may wait for events. */
function deadlineOf(command: Document): number {
  const limitMs = numberOf(command['maxTimeMS']);
  return limitMs && !('getMore' in command) ? performance.now() + limitMs : Infinity;
}

async function endOf(holder: LockHolder, until: number): Promise<void> {
  if (until === Infinity) return holder.ended;
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timeExpired()), until - performance.now());
  });
  await Promise.race([holder.ended, expired]).finally(() => clearTimeout(timer));
}

function errorReply(error: unknown): Document {
  const known = error instanceof MongoError ? error : unexpected(error);
  const transient = known.code === 251 || known.code === 112 ? { errorLabels: ['TransientTransactionError'] } : {};
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.extra, ...transient };
}

/** SQLITE_FULL, or SQLITE_IOERR where the system has no room for its helper files. */
function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 13 || error.errcode === 4_874);
}

/** A defect of this server: the stack is for whoever runs it in development. */
const unexpected = (error: unknown): MongoError =>
  isDiskFull(error)
    ? new MongoError(14_031, 'OutOfDiskSpace', 'the disk is full')
    : new MongoError(8, 'UnknownError', error instanceof Error ? (error.stack ?? error.message) : String(error));
