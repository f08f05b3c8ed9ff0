import type { Document } from 'bson';
import type { CursorStore } from '#embedded/cursors.ts';
import { failedToParse, located, MongoError } from '#embedded/mongo-error.ts';
import type { Reader } from '#embedded/find.ts';
import type { Store } from '#embedded/store.ts';
import type { Collection } from '#embedded/catalogue.ts';
import type { Transaction } from '#embedded/transaction.ts';
import type { Writer } from '#embedded/writer.ts';
import { integerOf, isDocument } from '#embedded/values.ts';

/** What a server tells about itself. */
export interface ServerFacts {
  /** host:port */
  readonly address: string;
  readonly setName: string;
  hello(connection: number): Document;
  readonly openConnections: number;
}

/** One command and what it works on. */
export interface CommandContext {
  readonly command: Document;
  /** The database it is sent to. */
  readonly db: string;
  readonly documents: readonly Uint8Array[];
  readonly connection: number;
  readonly server: ServerFacts;
  readonly store: Store;
  readonly cursors: CursorStore;
  readonly transaction: Transaction | undefined;
  readonly reader: Reader;
  readonly writer: Writer;
  /** `let` and NOW. */
  readonly variables: Document;
}

/** A document, or a finished body, or either later. */
type Answer = Document | Promise<Document>;

export interface Command {
  /** Options of its own that it understands; any other is refused with 40415. */
  readonly fields: readonly string[];
  readonly run: (context: CommandContext) => Answer;
  /** Changes data: replayed instead of repeated when a driver retries it, and may wait for a transaction. */
  readonly writes?: boolean;
  readonly inTransaction?: boolean;
}

export type Commands = Readonly<Record<string, Command>>;

/** The name of a collection in a command; 73 when it is none. */
export function collectionName(command: Document, key: string): string {
  const name: unknown = command[key];
  if (typeof name !== 'string' || name === '')
    throw new MongoError(73, 'InvalidNamespace', 'collection name has invalid type');
  return name;
}

/** The collection a command names; undefined when it does not exist. */
export const collectionOf = ({ store, db, command }: CommandContext, key: string): Collection | undefined =>
  store.collection(db, collectionName(command, key));

/** A document option, undefined when absent; 14 for anything else. */
export function documentOption(command: Document, key: string): Document | undefined {
  const value: unknown = command[key];
  if (value === undefined || value === null) return undefined;
  if (!isDocument(value))
    throw new MongoError(14, 'TypeMismatch', `BSON field '${key}' is the wrong type, expected type 'object'`);
  return value;
}

/** A list of documents; 9 for anything else. */
export function documentsOption(command: Document, key: string): readonly Document[] {
  const value: unknown = command[key];
  if (!Array.isArray(value) || !value.every(isDocument)) throw failedToParse(`'${key}' must be an array of objects`);
  return value;
}

/** A whole number not below 0 (below it only where `signed`), undefined when absent. */
export function countOption(command: Document, key: string, signed = false): number | undefined {
  if (command[key] === undefined || command[key] === null) return undefined;
  const value = integerOf(command[key], key);
  if (value < 0 && !signed) throw located(51024, `BSON field '${key}' value must be >= 0, actual value '${value}'`);
  return value;
}
