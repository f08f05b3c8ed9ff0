import { randomUUID } from 'node:crypto';
import { MongoClient, MongoServerError, type Collection, type Db, type Document, type ObjectId } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '#embedded/start.ts';

/** A document of the tests: any fields, an _id of several types. */
export interface Loose extends Document {
  _id?: string | number | ObjectId;
}

interface TestDatabase {
  readonly client: MongoClient;
  readonly db: Db;
  /** The collection `c` of the database. */
  readonly c: Collection<Loose>;
}

/** Whether the tests run on a real MongoDB. */
export const onRealMongo = process.env['MONGODB_URI'] !== undefined;

/**
 * Gives each test of a file an empty database, dropped after it: on MONGODB_URI, else on an embedded server of the file's own.
 * What it returns is called inside a test.
 */
export function useDatabase(): () => TestDatabase {
  let server: EmbeddedServer | undefined;
  let client: MongoClient | undefined;
  let current: TestDatabase | undefined;
  beforeAll(async () => {
    server = onRealMongo ? undefined : await startEmbedded();
    client = new MongoClient(server?.uri ?? process.env['MONGODB_URI'] ?? '', { serverSelectionTimeoutMS: 5_000 });
  });
  beforeEach(() => {
    if (!client) throw new Error('the client is made before all tests');
    const db = client.db(`masthead_test_${randomUUID().slice(0, 8)}`);
    current = { client, db, c: db.collection<Loose>('c') };
  });
  afterEach(async () => {
    await current?.db.dropDatabase();
  });
  afterAll(async () => {
    await client?.close();
    await server?.close();
  });
  return () => {
    if (!current) throw new Error('only inside a test');
    return current;
  };
}

/** The server's error a promise rejects with; fails when it does not. */
export async function failure(promise: Promise<unknown>): Promise<MongoServerError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof MongoServerError) return error;
    throw error;
  }
  throw new Error('expected an error of the server');
}

/** The code of that error. */
export const code = async (promise: Promise<unknown>): Promise<unknown> => (await failure(promise)).code;

export const ids = (documents: readonly Document[]): readonly unknown[] => documents.map((document) => document['_id']);
