import { MongoServerError, type ClientSession, type Db, type Document } from 'mongodb';

/**
 * Inserts documents of at most 16 MB together, in one command of the session's transaction. The driver's bulk writes do the same with four copies
 * of what they send, a command of one's own with two: that memory counts when it is decided how often the whole heap is collected.
 */
export async function insertAll(
  db: Db,
  collection: string,
  documents: readonly object[],
  session: ClientSession,
): Promise<void> {
  if (documents.length === 0) return;
  const { writeErrors = [] }: Document = await db.command({ insert: collection, documents }, { session });
  if (writeErrors.length > 0) throw new MongoServerError(writeErrors[0]);
}
