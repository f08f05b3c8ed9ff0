import { MongoClient, MongoError, type Db, type Document } from 'mongodb';
import { StartError } from '#errors.ts';

export interface Connection extends AsyncDisposable {
  readonly client: MongoClient;
  /** The database that the connection string names, else `masthead`. */
  readonly db: Db;
}

export interface ConnectOptions {
  readonly uri: string;
  /** How the process shows up in the server's logs. */
  readonly appName: string;
  /** Emit an event for each command; costs a second decoding of every reply. */
  readonly monitorCommands?: boolean;
}

/** Wire version of MongoDB 7.0. */
const OLDEST_WIRE_VERSION = 21;

/**
 * Connects and looks at the server once: a StartError, one sentence without any part of the connection string,
 * where it does not answer within 5 s, is too old, or is a standalone (which has no transactions).
 */
export async function connectMongo({ uri, appName, monitorCommands = false }: ConnectOptions): Promise<Connection> {
  const client = createClient(uri, appName, monitorCommands);
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    refuseUnfit(hello);
  } catch (error) {
    await client.close();
    throw error instanceof StartError ? error : unreachable(error);
  }
  return { client, db: client.db(databaseName(uri)), [Symbol.asyncDispose]: () => client.close() };
}

function createClient(uri: string, appName: string, monitorCommands: boolean): MongoClient {
  try {
    return new MongoClient(uri, {
      appName,
      monitorCommands,
      writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
      readPreference: 'primaryPreferred',
      readConcern: { level: 'local' },
      maxPoolSize: 20,
      minPoolSize: 2,
      maxConnecting: 4,
      serverSelectionTimeoutMS: 5_000,
      waitQueueTimeoutMS: 2_000,
    });
  } catch (error) {
    throw new StartError(
      'MONGODB_URI is not a valid connection string; write mongodb://host:27017/name?replicaSet=rs0.',
      {
        cause: error,
      },
    );
  }
}

function refuseUnfit(hello: Document): void {
  if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
    throw new StartError(
      'The MongoDB server is a standalone, which has no transactions; start it with --replSet and run rs.initiate() once.',
    );
  }
  if (Number(hello['maxWireVersion']) < OLDEST_WIRE_VERSION) {
    throw new StartError('The MongoDB server is older than 7.0; Masthead needs 7.0 or newer.');
  }
}

/** 18 and 13 are MongoDB's codes for failed and missing authentication. */
function unreachable(error: unknown): StartError {
  const refused = error instanceof MongoError && (error.code === 18 || error.code === 13);
  return new StartError(
    refused
      ? 'The MongoDB server refuses the user of MONGODB_URI; check its name, password and authSource.'
      : 'No MongoDB server answers at MONGODB_URI within 5 seconds; check that it runs and can be reached from here.',
    { cause: error },
  );
}

/** Read from the string itself: the driver would call a nameless database `test`. */
function databaseName(uri: string): string {
  const name = /^mongodb(?:\+srv)?:\/\/[^/?]*\/([^?]*)/.exec(uri)?.[1];
  return name ? decodeURIComponent(name) : 'masthead';
}
