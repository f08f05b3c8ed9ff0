import { Binary, type Document } from 'bson';
import { MongoError } from './mongo-error.ts';
import type { Store } from './store.ts';
import { Transaction } from './transaction.ts';

/** A transaction nobody ends is aborted after this time, as MongoDB's default. */
const TRANSACTION_LIFETIME_MS = 60_000;
/** Answers kept for retried writes. */
const MAX_REMEMBERED = 2_000;

interface OpenTransaction {
  readonly number: string;
  readonly transaction: Transaction;
  readonly timer: NodeJS.Timeout;
}

/** Open transactions and the last answer to a retryable write, by session. */
export class Sessions {
  readonly #store: Store;
  readonly #open = new Map<string, OpenTransaction>();
  readonly #committed = new Map<string, string>();
  readonly #answers = new Map<string, { readonly number: string; readonly answer: Document }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The transaction a command belongs to, begun if it is its first; 251 when it is not open any more. */
  transactionOf(command: Document): Transaction {
    const session = sessionOf(command);
    const number = String(command['txnNumber']);
    if (command['startTransaction'] === true) {
      this.abort(session);
      const transaction = new Transaction(this.#store);
      const timer = setTimeout(() => this.abort(session), TRANSACTION_LIFETIME_MS).unref();
      this.#open.set(session, { number, transaction, timer });
      return transaction;
    }
    const open = this.#open.get(session);
    if (open?.number === number) return open.transaction;
    throw new MongoError(
      251,
      'NoSuchTransaction',
      `Given transaction number ${number} does not match any in-progress transactions.`,
    );
  }

  /** Commits; a repeated commit of a committed transaction is fine, one of an aborted transaction is 251. */
  commit(command: Document): void {
    const session = sessionOf(command);
    const number = String(command['txnNumber']);
    const open = this.#take(session, number);
    if (!open) {
      if (this.#committed.get(session) === number) return;
      throw new MongoError(251, 'NoSuchTransaction', `Transaction with { txnNumber: ${number} } has been aborted.`);
    }
    open.transaction.commit();
    remember(this.#committed, session, number);
  }

  abort(session: string, number?: string): void {
    this.#take(session, number)?.transaction.abort();
  }

  #take(session: string, number?: string): OpenTransaction | undefined {
    const open = this.#open.get(session);
    if (!open || (number !== undefined && open.number !== number)) return undefined;
    clearTimeout(open.timer);
    this.#open.delete(session);
    return open;
  }

  abortAll(): void {
    for (const session of this.#open.keys()) this.abort(session);
  }

  /** The answer to this very write, when the driver sends it again. */
  answerOf(command: Document): Document | undefined {
    const remembered = this.#answers.get(sessionOf(command));
    return remembered?.number === String(command['txnNumber']) ? remembered.answer : undefined;
  }

  rememberAnswer(command: Document, answer: Document): void {
    remember(this.#answers, sessionOf(command), { number: String(command['txnNumber']), answer });
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MAX_REMEMBERED && oldest !== undefined) map.delete(oldest);
}

/** A session's id as text; empty for none. */
export function sessionOf(command: Document): string {
  const id: unknown = command['lsid']?.id;
  return id instanceof Binary ? id.toString('hex') : '';
}
