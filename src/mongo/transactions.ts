import { MongoServerError, type ClientSession, type MongoClient, type TransactionOptions } from 'mongodb';

/** Thrown inside a transaction when a document moved on since it was read: everything is read again. */
export class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

const OPTIONS: TransactionOptions = {
  readConcern: { level: 'snapshot' },
  readPreference: 'primary',
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
};
/** Each retry means that somebody else's write succeeded; so many in a row point at a fault, not at traffic. */
const MAX_ATTEMPTS = 50;

/**
 * Runs the work in a transaction and answers when it is on a majority. The work may run several times: after a conflict with another
 * process (the driver's part), and after a unique index or `MovedOn` showed that what it read is out of date.
 */
export async function inTransaction<Value>(
  client: MongoClient,
  work: (session: ClientSession) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.withSession((session) => session.withTransaction(() => work(session), OPTIONS));
    } catch (error) {
      if (!isOutOfDate(error) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

function isOutOfDate(error: unknown): boolean {
  return error instanceof MovedOn || (error instanceof MongoServerError && error.code === 11_000);
}
